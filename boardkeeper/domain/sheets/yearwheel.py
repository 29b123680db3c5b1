"""What the year wheel of one organisation says of one year: tasks, and the meetings they land in.

The window shows it and the printer prints it; every text made here is in the sheet's own language.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaItem, ItemType, WheelTaskId
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingKind, MeetingState, title_of
from boardkeeper.domain.organisations import Colour, Organisation
from boardkeeper.domain.yearwheel import WheelTask, in_wheel_order, meeting_for
from boardkeeper.i18n import Language, speaking

_GENERAL = (MeetingKind.GENERAL, MeetingKind.EXTRAORDINARY_GENERAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTask:
    """A task of the year. `number` is its place in the wheel, from 1.

    `due_on` is None for a task of the whole month. `lands_on` is the day of the meeting that deals
    with it, None while there is none; `is_on_agenda` says that the meeting's agenda has it.
    """

    task_id: WheelTaskId
    number: int
    title: str
    due_on: date | None
    type: ItemType
    minutes: int
    responsible: str
    basis: str
    meeting_id: MeetingId | None
    lands_on: date | None
    is_on_agenda: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMeeting:
    """A meeting of the year, in the wall time of its place."""

    meeting_id: MeetingId
    title: str
    starts_at: datetime
    is_general: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelMonth:
    """One month: 1 to 12, its name, what is due in it and the meetings held in it."""

    number: int
    name: str
    tasks: tuple[SheetTask, ...]
    meetings: tuple[SheetMeeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelSheet:
    """A whole year. `today` is set where the day is to be marked: on screen, not on a wall."""

    language: Language
    organisation: str
    label: str
    registration_number: str
    colour: Colour
    year: int
    months: tuple[WheelMonth, ...]
    today: date | None
    printed_at: datetime

    @property
    def tasks(self) -> tuple[SheetTask, ...]:
        return tuple(task for month in self.months for task in month.tasks)

    @property
    def meetings(self) -> tuple[SheetMeeting, ...]:
        return tuple(meeting for month in self.months for meeting in month.meetings)


def wheel_sheet(
    organisation: Organisation,
    year: int,
    tasks: Iterable[WheelTask],
    meetings: Sequence[Meeting],
    items: Iterable[AgendaItem] = (),
    *,
    language: Language | None = None,
    today: date | None = None,
    printed_at: datetime,
) -> WheelSheet:
    """Gather the year.

    `meetings` are the organisation's, of any year; `items` those on their agendas that deal with
    tasks. Cancelled meetings are left out. `printed_at` is wall time.
    """
    held = sorted(
        (
            each
            for each in meetings
            if each.organisation_id == organisation.id
            and each.day.year == year
            and each.state is not MeetingState.CANCELLED
        ),
        key=lambda each: (each.starts_at, each.id),
    )
    ids = {each.id for each in held}
    taken = {each.wheel_task_id: each.meeting_id for each in items if each.meeting_id in ids}
    coming = in_wheel_order(each for each in tasks if each.comes_in(year))
    with speaking(language or organisation.language):
        told = [
            (task.month, _task(task, number, year, held, taken))
            for number, task in enumerate(coming, start=1)
        ]
        months = tuple(
            WheelMonth(
                number=month,
                name=formats.month_name(date(year, month, 1)),
                tasks=tuple(task for at, task in told if at == month),
                meetings=tuple(_meeting(each) for each in held if each.day.month == month),
            )
            for month in range(1, 13)
        )
        return WheelSheet(
            language=language or organisation.language,
            organisation=organisation.name,
            label=organisation.label,
            registration_number=organisation.registration_number,
            colour=organisation.colour,
            year=year,
            months=months,
            today=today if today is not None and today.year == year else None,
            printed_at=printed_at,
        )


def _task(
    task: WheelTask,
    number: int,
    year: int,
    meetings: Sequence[Meeting],
    taken: dict[WheelTaskId | None, MeetingId],
) -> SheetTask:
    """Where an agenda has the task, that meeting deals with it, whatever the rule would say."""
    days = {each.id: each.day for each in meetings}
    on_agenda = taken.get(task.id)
    rule = meeting_for(task, year, meetings)
    meeting_id = on_agenda or (rule.id if rule else None)
    return SheetTask(
        task_id=task.id,
        number=number,
        title=task.title,
        due_on=None if task.day is None else task.due_on(year),
        type=task.type,
        minutes=task.minutes,
        responsible=task.responsible,
        basis=task.basis,
        meeting_id=meeting_id,
        lands_on=None if meeting_id is None else days[meeting_id],
        is_on_agenda=on_agenda is not None,
    )


def _meeting(meeting: Meeting) -> SheetMeeting:
    return SheetMeeting(
        meeting_id=meeting.id,
        title=title_of(meeting),
        starts_at=meeting.starts_at,
        is_general=meeting.kind in _GENERAL,
    )
