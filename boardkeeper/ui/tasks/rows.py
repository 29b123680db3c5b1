"""How a task reads in the list: what, who, where it came from, and by when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, auto

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.meetings import MeetingId, title_of
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.tasks import Task, TaskId, TaskStatus
from boardkeeper.i18n import _, pgettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.due_words import due_in_words
from boardkeeper.ui.kit import RowFace, Tone


class Due(IntEnum):
    """When an open task is due; what is done with comes last."""

    LATE = auto()
    THIS_WEEK = auto()
    LATER = auto()
    NO_DAY = auto()
    CLOSED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task as the list shows it: with its owners, and what it stands under."""

    book: BookTask
    due: Due

    @property
    def id(self) -> TaskId:
        return self.book.task.id

    @property
    def task(self) -> Task:
        return self.book.task


def rows_of(tasks: Iterable[BookTask], today: date, kept: Iterable[TaskId] = ()) -> list[TaskRow]:
    """The tasks by when they are due; those `kept` stand where they stood before they were done."""
    kept = set(kept)
    rows = [
        TaskRow(book=each, due=_due(each.task, today, is_kept=each.task.id in kept))
        for each in tasks
    ]
    return sorted(rows, key=_place)


def heading(due: Due) -> str:
    """What the tasks stand under."""
    return {
        Due.LATE: pgettext("tasks", "Late"),
        Due.THIS_WEEK: pgettext("tasks", "This week"),
        Due.LATER: pgettext("tasks", "Later"),
        Due.NO_DAY: pgettext("tasks", "Without a day"),
        Due.CLOSED: pgettext("tasks", "Done and dropped"),
    }[due]


class TaskWords:
    """The words of a row; where a task came from is read once, when the row is first seen."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._organisations: Mapping[OrganisationId, Organisation] = {}
        self._me: PersonId | None = None
        self._meetings: dict[MeetingId, str] = {}
        self._items: dict[AgendaItemId, str] = {}

    def refresh(self, organisations: Mapping[OrganisationId, Organisation]) -> None:
        """Forget what was read before."""
        me = self._services.people.me()
        self._me = None if me is None else me.id
        self._organisations = organisations
        self._meetings.clear()
        self._items.clear()

    def face(self, today: Callable[[], date], words: Callable[[], str]) -> RowFace[TaskRow]:
        """How a row reads, given what is searched for."""
        return RowFace(
            title=lambda row: row.task.text,
            caption=self.caption,
            chip=lambda row: chip(row.task, today()),
            tone=lambda row: _tone(row.task, today()),
            colour=self._colour,
            is_muted=lambda row: not row.task.is_open,
            is_ticked=lambda row: row.task.status is TaskStatus.DONE,
            is_struck=lambda row: not row.task.is_open,
            marked=lambda _row: words(),
            group=lambda row: heading(row.due),
        )

    def caption(self, row: TaskRow) -> str:
        """Who does it unless it is me alone, for which board, and where it came from."""
        task = row.task
        is_only_mine = [each.person_id for each in row.book.owners] == [self._me]
        owners = "" if is_only_mine else ", ".join(row.book.owner_names)
        organisation = self._organisations.get(task.organisation_id)
        label = organisation.label if organisation is not None else ""
        return " · ".join(filter(None, (owners, label, *self.origin(task))))

    def origin(self, task: Task) -> tuple[str, ...]:
        """The meeting the task came from, and its item."""
        found = []
        if task.meeting_id is not None:
            if task.meeting_id not in self._meetings:
                meeting = self._services.meetings.get(task.meeting_id)
                day = formats.short_date(meeting.day)
                self._meetings[task.meeting_id] = f"{title_of(meeting)}, {day}"
            found.append(self._meetings[task.meeting_id])
        if task.item_id is not None:
            if task.item_id not in self._items:
                self._items[task.item_id] = self._services.agenda.get(task.item_id).title
            found.append(self._items[task.item_id])
        return tuple(found)

    def _colour(self, row: TaskRow) -> str:
        organisation = self._organisations.get(row.task.organisation_id)
        return organisation.colour if organisation is not None else ""


def chip(task: Task, today: date) -> str:
    """By when, or since when it is done with."""
    if task.is_open:
        is_late = task.due_on is not None and task.due_on < today
        return "" if task.due_on is None else due_in_words(task.due_on, today, is_late=is_late)
    words = _("Done {day}") if task.status is TaskStatus.DONE else _("Dropped {day}")
    day = "" if task.closed_on is None else formats.short_date(task.closed_on)
    return words.format(day=day).strip()


def _tone(task: Task, today: date) -> Tone:
    is_late = task.is_open and task.due_on is not None and task.due_on < today
    return Tone.DANGER if is_late else Tone.NEUTRAL


def _due(task: Task, today: date, *, is_kept: bool) -> Due:
    if not task.is_open and not is_kept:
        return Due.CLOSED
    if task.due_on is None:
        return Due.NO_DAY
    if task.due_on < today:
        return Due.LATE
    sunday = today + timedelta(days=6 - today.weekday())
    return Due.THIS_WEEK if task.due_on <= sunday else Due.LATER


def _place(row: TaskRow) -> tuple[object, ...]:
    """The first due first; of what is done with, the last closed."""
    task = row.task
    if row.due is Due.CLOSED:
        closed_on = task.closed_on or task.created_on
        return (row.due, -closed_on.toordinal(), task.id)
    due_on = task.due_on or date.max
    return (row.due, due_on.toordinal(), task.created_on, task.position, task.id)
