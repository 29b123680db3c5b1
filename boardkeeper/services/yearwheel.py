"""Year wheels: what comes back every year, and how it gets onto the agendas."""

from __future__ import annotations

from datetime import datetime

from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.journal import Journal, Transaction
from boardkeeper.db.meetings import meetings_between, meetings_of
from boardkeeper.db.reader import Reader
from boardkeeper.db.yearwheel import items_in_year, tasks_of
from boardkeeper.domain.agenda import WheelTaskId
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.sheets.yearwheel import WheelSheet, wheel_sheet
from boardkeeper.domain.yearwheel import (
    WheelTask,
    in_wheel_order,
    is_settled,
    meeting_for,
    tasks_lacking,
    with_tasks,
)
from boardkeeper.domain.yearwheel_templates import starter_wheel
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, _, language, speaking
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard


class YearWheelService:
    """What one does with the tasks of a year wheel."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def all(self) -> list[WheelTask]:
        """Every task of every organisation, through the year."""
        return in_wheel_order(self._journal.reader.every(WheelTask))

    def of(self, organisation_id: OrganisationId) -> list[WheelTask]:
        """The organisation's tasks through the year, those at rest too."""
        return in_wheel_order(tasks_of(self._journal.reader, organisation_id))

    def get(self, task_id: WheelTaskId) -> WheelTask:
        return self._journal.reader.get(WheelTask, task_id)

    def sheet(
        self, organisation_id: OrganisationId, year: int, spoken: Language | None = None
    ) -> WheelSheet:
        """The year as it stands, for the screen: in the language spoken, today marked."""
        reader = self._journal.reader
        return wheel_sheet(
            reader.get(Organisation, organisation_id),
            year,
            tasks_of(reader, organisation_id),
            _meetings_in(reader, organisation_id, year),
            items_in_year(reader, organisation_id, year),
            language=spoken or language(),
            today=self._clock.today(),
            printed_at=self._clock.now(),
        )

    def add(self, task: WheelTask) -> None:
        with self._journal.command(_("Add to year wheel")) as tx:
            tx.put(task)

    def change(self, task: WheelTask) -> None:
        store_edit(self._journal, _("Edit year wheel"), task)

    def discard(self, task_id: WheelTaskId) -> None:
        """Move the task to the trash; agenda items it has made stay."""
        with self._journal.command(_("Delete from year wheel")) as tx:
            task = tx.get(WheelTask, task_id)
            discard(tx, task, task.title, self._clock.today())

    def use_starter(self, organisation_id: OrganisationId) -> int:
        """Add the usual year of the organisation's kind, in its language.

        Tasks it has already, by month and title, are left out. Returns how many came.
        """
        with self._journal.command(_("Use starter wheel")) as tx:
            organisation = tx.get(Organisation, organisation_id)
            known = {_known_by(each) for each in tasks_of(tx, organisation_id)}
            with speaking(organisation.language):
                starter = starter_wheel(organisation)
            new = [each for each in starter if _known_by(each) not in known]
            tx.put_all(new)
        return len(new)

    def lacking(self, meeting_id: MeetingId) -> list[WheelTask]:
        """The tasks that land in the meeting and stand on no agenda of its year yet."""
        reader = self._journal.reader
        meeting = reader.get(Meeting, meeting_id)
        return lacking_tasks(reader, meeting) if meeting.is_open else []

    def land(self, meeting_id: MeetingId) -> int:
        """Put the tasks the meeting lacks on its agenda; returns how many there were.

        Raises UserError when the meeting is over or cancelled.
        """
        with self._journal.command(_("Fetch tasks of the year wheel")) as tx:
            meeting = tx.get(Meeting, meeting_id)
            if not meeting.is_open:
                raise UserError(_("The meeting is over or cancelled. Nothing was changed."))
            tasks = lacking_tasks(tx, meeting)
            put_on_agenda(tx, meeting, tasks)
        return len(tasks)

    def waiting(self, organisation_id: OrganisationId, year: int) -> int:
        """How many tasks land in meetings ahead that have an agenda, and are not on it yet."""
        return sum(len(tasks) for _meeting, tasks in self._waiting(organisation_id, year))

    def land_waiting(self, organisation_id: OrganisationId, year: int) -> int:
        """Put those tasks on their agendas; returns how many there were."""
        with self._journal.command(_("Fetch tasks of the year wheel")) as tx:
            waiting = self._waiting(organisation_id, year)
            for meeting, tasks in waiting:
                put_on_agenda(tx, meeting, tasks)
        return sum(len(tasks) for _meeting, tasks in waiting)

    def _waiting(
        self, organisation_id: OrganisationId, year: int
    ) -> list[tuple[Meeting, list[WheelTask]]]:
        """A meeting without an agenda is left out: making its agenda fetches the tasks."""
        reader = self._journal.reader
        tasks = tasks_of(reader, organisation_id)
        every = _meetings_in(reader, organisation_id, year)
        landing = {taker.id: taker for task in tasks if (taker := meeting_for(task, year, every))}
        today = self._clock.today()
        ahead = [each for each in landing.values() if each.is_open and each.day >= today]
        linked = items_in_year(reader, organisation_id, year)
        found = []
        for meeting in ahead:
            own = items_of(reader, meeting.id)
            lacking = tasks_lacking(meeting, tasks, every, [*linked, *own]) if own else []
            if lacking:
                found.append((meeting, lacking))
        return found


def land_by_itself(tx: Transaction, meeting: Meeting) -> None:
    """Put on a new agenda what is sure to belong there, inside the command that makes it."""
    every = meetings_of(tx, meeting.organisation_id)
    tasks = [each for each in lacking_tasks(tx, meeting) if is_settled(each, meeting, every)]
    put_on_agenda(tx, meeting, tasks)


def put_on_agenda(tx: Transaction, meeting: Meeting, tasks: list[WheelTask]) -> None:
    """An item for each of the tasks, before any other business."""
    if tasks:
        tx.put_all(with_tasks(items_of(tx, meeting.id), meeting, tasks))


def lacking_tasks(reader: Reader, meeting: Meeting) -> list[WheelTask]:
    """The tasks that land in the meeting and stand on no agenda of its year yet."""
    organisation_id = meeting.organisation_id
    tasks = tasks_of(reader, organisation_id)
    if not tasks:
        return []
    items = items_in_year(reader, organisation_id, meeting.day.year)
    own = items_of(reader, meeting.id)
    return tasks_lacking(meeting, tasks, meetings_of(reader, organisation_id), [*items, *own])


def _meetings_in(reader: Reader, organisation_id: OrganisationId, year: int) -> list[Meeting]:
    first, last = datetime(year, 1, 1), datetime(year + 1, 1, 1)
    return meetings_between(reader, first, last, organisation_id)


def _known_by(task: WheelTask) -> tuple[int, str]:
    return task.month, task.title.casefold()
