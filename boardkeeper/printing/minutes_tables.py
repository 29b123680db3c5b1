"""The tables of the minutes: who was there, what was decided, and who does what by when."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from boardkeeper.domain.sheets import minutes_words as words
from boardkeeper.domain.sheets.minutes import Attendee, DecisionWords, TaskWords
from boardkeeper.i18n import pgettext
from boardkeeper.printing.styles import Typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table
from boardkeeper.printing.text import TextStyle, line_width

_GUTTER = 10.0


def attendance_table(attendees: Sequence[Attendee], kind: Typography, width: float) -> Table:
    """Name, title, attendance and votes; points throughout."""
    name = _widest([each.name for each in attendees], kind.cell_strong, width * 0.34)
    title = _widest([each.title for each in attendees], kind.cell, width * 0.26)
    votes = line_width(pgettext("column", "Votes"), kind.column) + 2
    columns = (
        Column(width=name, gutter=_GUTTER),
        Column(width=title, gutter=_GUTTER),
        Column(width=width - name - title - votes, gutter=_GUTTER),
        Column(width=votes, gutter=0, align="right"),
    )
    header = _header(
        kind,
        pgettext("column", "Name"),
        pgettext("column", "Role"),
        pgettext("column", "Attendance"),
        pgettext("column", "Votes"),
    )
    return table(columns, [_attendee(each, kind) for each in attendees], header)


def _attendee(attendee: Attendee, kind: Typography) -> Row:
    name = kind.cell_strong if attendee.took_part else kind.cell
    return Row(
        cells=(
            _cell(attendee.name, name),
            _cell(attendee.title, kind.cell),
            _cell(words.attendance_of(attendee), kind.cell),
            _cell(words.votes_of(attendee), kind.cell),
        ),
        above=2.4,
        below=2.4,
    )


def decisions_table(
    decisions: Sequence[DecisionWords], kind: Typography, width: float, key: Callable[[int], str]
) -> Table:
    """Each decision on a line or two, a link to where it stands in full."""
    number = _widest([each.number for each in decisions], kind.cell_strong, width * 0.3)
    item = _widest([each.item for each in decisions], kind.cell, width * 0.15)
    item = max(item, line_width(pgettext("column", "Item"), kind.column) + _GUTTER)
    columns = (
        Column(width=number, gutter=_GUTTER),
        Column(width=item, gutter=_GUTTER),
        Column(width=width - number - item, gutter=0),
    )
    header = _header(
        kind,
        pgettext("column", "No."),
        pgettext("column", "Item"),
        pgettext("column", "Decision"),
    )
    rows = [
        Row(
            cells=(
                _cell(each.number, kind.cell_strong),
                _cell(each.item, kind.cell),
                _cell(words.in_brief(each.text), kind.cell),
            ),
            above=2.4,
            below=2.4,
            link=key(at),
        )
        for at, each in enumerate(decisions)
    ]
    return table(columns, rows, header)


def tasks_table(
    tasks: Sequence[TaskWords], kind: Typography, width: float, *, is_brief: bool = False
) -> Table:
    """What, who, by when, and which item it came of; `is_brief` without a header and the item."""
    has_items = not is_brief and any(task.item for task in tasks)
    owners = [task.owners for task in tasks]
    whose = max(_widest(owners, kind.cell, width * 0.32), width * 0.18)
    due = _widest([words.due_of(task) for task in tasks], kind.cell, width * 0.25)
    due = max(due, line_width(pgettext("column", "Due"), kind.column) + _GUTTER)
    item = line_width(pgettext("column", "Item"), kind.column) + _GUTTER if has_items else 0.0
    what = width - whose - due - item
    columns = [Column(width=what, gutter=_GUTTER), Column(width=whose, gutter=_GUTTER)]
    columns.append(Column(width=due, gutter=_GUTTER if has_items else 0))
    names = [pgettext("column", "Task"), pgettext("column", "Who"), pgettext("column", "Due")]
    if has_items:
        columns.append(Column(width=item, gutter=0))
        names.append(pgettext("column", "Item"))
    rows = []
    for task in tasks:
        cells = [
            Cell(pieces=tuple(_task_pieces(task, kind, is_brief=is_brief))),
            _cell(task.owners, kind.cell),
            _cell(words.due_of(task), kind.cell),
        ]
        if has_items:
            cells.append(_cell(task.item, kind.cell))
        rows.append(Row(cells=tuple(cells), above=2.4, below=2.4))
    return table(columns, rows, _header(kind, *names))


def _task_pieces(
    task: TaskWords, kind: Typography, *, is_brief: bool
) -> list[tuple[str, TextStyle]]:
    pieces = [(task.text, kind.cell)]
    remark = words.remark_on(task, is_brief=is_brief)
    if remark:
        pieces.append((remark, kind.cell_quiet))
    return pieces


def _header(kind: Typography, *names: str) -> Row:
    cells = tuple(Cell(pieces=((name, kind.column),)) for name in names)
    return Row(cells=cells, above=0, below=2)


def _cell(text: str, style: TextStyle) -> Cell:
    return Cell(pieces=((text, style),))


def _widest(texts: Sequence[str], style: TextStyle, most: float) -> float:
    """The width the texts need with the space beside them, up to a limit."""
    return min(max(line_width(text, style) for text in texts) + _GUTTER, most)
