"""The year wheel: what an organisation deals with every year, and the meeting each task lands in.

A task comes back in its month. Which meeting deals with it follows from the meetings there are:

- Without a day it belongs to the whole month: the first meeting of the month takes it.
- With a day it is to be done by then: the last meeting of the month up to that day takes it.
- Where the month has no such meeting, the nearest one before it takes the task, so that it is
  dealt with in time; where there is none before either, the first one after.

So each task lands in exactly one meeting of its year, as long as the year has a meeting it can land
in. General and extraordinary meetings take none: the bylaws, or what they were called for, say what
they deal with.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaItem, ItemType, WheelTaskId
from boardkeeper.domain.agenda_closing import before_closing
from boardkeeper.domain.meetings import Meeting, MeetingKind, MeetingState
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _, pgettext

SOON = timedelta(days=45)
"""How long after the last meeting planned a task may be due and still be put on its agenda: beyond
that, a meeting nobody has planned yet will take it."""

_LANDING = (MeetingKind.REGULAR, MeetingKind.CONSTITUTION, MeetingKind.NETWORK)
_LONGEST_FEBRUARY = 29


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelTask:
    """What comes back every year, or every few years from `first_year` on.

    `month` is 1 to 12; `day` of that month is the last one to have it done, None the whole month.
    `type`, `minutes` and `responsible` are what its agenda item gets; `basis` is where it stands.
    """

    id: WheelTaskId = field(default_factory=WheelTaskId.new)
    organisation_id: OrganisationId
    title: str
    month: int
    day: int | None = None
    every_years: int = 1
    first_year: int | None = None
    type: ItemType = ItemType.PLAIN
    minutes: int = 0
    responsible: str = ""
    basis: str = ""
    notes: str = ""
    is_active: bool = True

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidField("title", _("A task of the year wheel needs a title."))
        if not 1 <= self.month <= 12:
            raise InvalidField("month", _("A month is a number from 1 to 12."))
        if not (self.day is None or 1 <= self.day <= _longest(self.month)):
            raise InvalidField("day", _("That month has no such day."))
        if not 1 <= self.every_years <= 99:
            raise InvalidField("every_years", _("A task comes every 1 to 99 years."))
        if not (self.first_year is None or 1900 <= self.first_year <= 2200):
            raise InvalidField("first_year", _("The first year lies between 1900 and 2200."))
        if not (self.every_years == 1 or self.first_year is not None):
            raise InvalidField(
                "first_year",
                _("A task that does not come every year needs a first year to count from."),
            )
        if not 0 <= self.minutes <= 24 * 60:
            raise InvalidField("minutes", _("An agenda item takes between 0 minutes and 24 hours."))
        if not self.type is not ItemType.BREAK:
            raise InvalidField("type", _("A task of the year wheel is no break."))

    def comes_in(self, year: int) -> bool:
        """Whether the year has this task."""
        if not self.is_active:
            return False
        if self.first_year is None:
            return True
        return year >= self.first_year and (year - self.first_year) % self.every_years == 0

    def due_on(self, year: int) -> date:
        """The last day to have it done: its own day, or the last one of its month."""
        last = monthrange(year, self.month)[1]
        return date(year, self.month, min(self.day or last, last))


def in_wheel_order(tasks: Iterable[WheelTask]) -> list[WheelTask]:
    """Through the year; within a month those with a day first, then by title."""
    return sorted(tasks, key=lambda task: (task.month, task.day or 32, task.title.casefold()))


def meeting_for(task: WheelTask, year: int, meetings: Iterable[Meeting]) -> Meeting | None:
    """The meeting of the year that deals with the task; None when the year has none to take it.

    `meetings` may hold other organisations' and other years' too.
    """
    if not task.comes_in(year):
        return None
    takers = sorted(
        (each for each in meetings if _can_take(each, task, year)),
        key=lambda each: (each.starts_at, each.id),
    )
    due = task.due_on(year)
    in_month = [each for each in takers if each.day.month == task.month and each.day <= due]
    if in_month:
        return in_month[0] if task.day is None else in_month[-1]
    before = [each for each in takers if each.day < date(year, task.month, 1)]
    if before:
        return before[-1]
    return takers[0] if takers else None


def tasks_for(
    meeting: Meeting, tasks: Iterable[WheelTask], meetings: Iterable[Meeting]
) -> list[WheelTask]:
    """The tasks of its year that land in the meeting, given all meetings of its organisation."""
    every = list({each.id: each for each in (*meetings, meeting)}.values())
    landed = []
    for task in tasks:
        taker = meeting_for(task, meeting.day.year, every)
        if taker is not None and taker.id == meeting.id:
            landed.append(task)
    return in_wheel_order(landed)


def tasks_lacking(
    meeting: Meeting,
    tasks: Iterable[WheelTask],
    meetings: Sequence[Meeting],
    items: Iterable[AgendaItem],
) -> list[WheelTask]:
    """The tasks that land in the meeting and stand on no agenda of that year yet.

    `items` are those of the organisation's meetings that year. An item of the same title on the
    meeting's own agenda is the task, whoever wrote it.
    """
    counted = {
        each.id
        for each in (*meetings, meeting)
        if each.day.year == meeting.day.year and each.state is not MeetingState.CANCELLED
    }
    every = list(items)
    dealt_with = {each.wheel_task_id for each in every if each.meeting_id in counted}
    titles = {each.title.casefold() for each in every if each.meeting_id == meeting.id}
    return [
        task
        for task in tasks_for(meeting, tasks, meetings)
        if task.id not in dealt_with and task.title.casefold() not in titles
    ]


def is_settled(task: WheelTask, meeting: Meeting, meetings: Iterable[Meeting]) -> bool:
    """Whether a task that lands in the meeting can be put on its agenda without being asked.

    It can when it is due soon, or when a later meeting is planned: then the task is known to fall
    between the two. Otherwise the next meeting nobody has planned yet may be the one for it.
    """
    if task.due_on(meeting.day.year) <= meeting.day + SOON:
        return True
    return any(_can_take(each, task) and each.starts_at > meeting.starts_at for each in meetings)


def item_for(task: WheelTask, meeting: Meeting) -> AgendaItem:
    """The agenda item that deals with the task; it remembers which one."""
    return AgendaItem(
        meeting_id=meeting.id,
        title=task.title,
        type=task.type,
        presenter=task.responsible,
        minutes=task.minutes,
        notes=task.notes,
        wheel_task_id=task.id,
    )


def with_tasks(
    items: Sequence[AgendaItem], meeting: Meeting, tasks: Iterable[WheelTask]
) -> list[AgendaItem]:
    """The agenda with an item for each of the tasks, before any other business."""
    agenda = list(items)
    for task in tasks:
        agenda = before_closing(agenda, item_for(task, meeting))
    return agenda


def due_in_words(due: date) -> str:
    """The day a task is to be done by, the year understood: "by 14 March"."""
    return _("by {day}").format(day=day_and_month(due))


def day_and_month(day: date) -> str:
    """A day, the year understood: "14 March"."""
    words = pgettext("day and month", "{day} {month}")
    return words.format(day=day.day, month=formats.month_name(day))


def month_in_words(task: WheelTask) -> str:
    """When a task is due in any year: "March", "14 March"."""
    # A leap year, so that 29 February has its name.
    day = date(2000, task.month, task.day or 1)
    return formats.month_name(day) if task.day is None else day_and_month(day)


def _can_take(meeting: Meeting, task: WheelTask, year: int | None = None) -> bool:
    return (
        meeting.organisation_id == task.organisation_id
        and meeting.kind in _LANDING
        and meeting.state is not MeetingState.CANCELLED
        and (year is None or meeting.day.year == year)
    )


def _longest(month: int) -> int:
    return _LONGEST_FEBRUARY if month == 2 else monthrange(2001, month)[1]
