"""How a task of the wheel reads in the list beside it."""

from __future__ import annotations

from dataclasses import dataclass

from boardkeeper import formats
from boardkeeper.domain.agenda import ItemType, WheelTaskId, type_name
from boardkeeper.domain.sheets.yearwheel import SheetTask, WheelSheet
from boardkeeper.domain.yearwheel import WheelTask, month_in_words
from boardkeeper.i18n import _, pgettext
from boardkeeper.ui.kit import Column, RowFace, Tone

_FIGURE_SPACE = "\u2007"
"""A blank as wide as a figure."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as it is stored, and what the year on screen says of it; None when it does not."""

    task: WheelTask
    told: SheetTask | None
    figures: int
    """How many figures the highest number of the year has."""

    @property
    def id(self) -> WheelTaskId:
        return self.task.id


def rows_of(tasks: list[WheelTask], sheet: WheelSheet) -> list[TaskRow]:
    """The year's tasks by their numbers, and then those that do not come this year."""
    told = {each.task_id: each for each in sheet.tasks}
    figures = len(str(len(told)))
    rows = [TaskRow(task, told.get(task.id), figures) for task in tasks]
    return sorted(rows, key=lambda row: (row.told is None, row.told.number if row.told else 0))


def face() -> RowFace[TaskRow]:
    """A task as a card row: number and title, when it is due, and the meeting it lands in."""
    return RowFace(
        title=_numbered,
        caption=_caption,
        chip=_landing,
        tone=lambda row: Tone.SUCCESS if row.told and row.told.is_on_agenda else Tone.NEUTRAL,
        is_muted=lambda row: row.told is None,
    )


def columns() -> tuple[Column[TaskRow], ...]:
    """What can be searched for."""
    return (Column(_("Task"), _title), Column(_("Month"), _caption))


def _numbered(row: TaskRow) -> str:
    """The title after its number; numbers are as wide as the longest, so that titles align."""
    if row.told is None:
        return row.task.title
    return f"{row.told.number:{_FIGURE_SPACE}<{row.figures}}  {row.task.title}"


def _title(row: TaskRow) -> str:
    return row.task.title if row.told is None else f"{row.told.number}  {row.task.title}"


def _caption(row: TaskRow) -> str:
    task = row.task
    due = month_in_words(task)
    parts = [due[:1].upper() + due[1:]]
    if task.type is not ItemType.PLAIN:
        parts.append(type_name(task.type))
    if task.minutes:
        parts.append(formats.duration(task.minutes))
    if task.responsible:
        parts.append(task.responsible)
    return " · ".join(parts)


def _landing(row: TaskRow) -> str:
    if not row.task.is_active:
        return _("Not in use")
    if row.told is None:
        return _("Not this year")
    if row.told.lands_on is None:
        return _("No meeting")
    on = row.told.lands_on
    day = pgettext("day and month", "{day} {month}")
    day = day.format(day=on.day, month=formats.short_month_name(on))
    return _("Meeting {day}").format(day=day)
