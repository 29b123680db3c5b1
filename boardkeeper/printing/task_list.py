"""The list of tasks, as a PDF: boxes to tick, the first due first."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from boardkeeper import formats
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.minutes import TaskWords
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.sheets.task_list import TaskGroup, TaskListSheet
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.blocks import heading
from boardkeeper.printing.fonts import MISSING
from boardkeeper.printing.frame import printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table
from boardkeeper.printing.text import TextStyle, line_width

_BOX = MISSING
"""The empty box, which every face has."""

_GUTTER = 10.0


def task_list_pdf(sheet: TaskListSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The list in the sheet's language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        return printed(list(_story(sheet, paper)), page_words(sheet.letterhead), paper)


def _story(sheet: TaskListSheet, paper: Paper) -> Iterator[Flowable]:
    kind = typography(paper.profile)
    unit, width = kind.unit, paper.text(1).width
    yield from title_block(sheet.letterhead, kind, width)
    if not sheet.count:
        yield prose(_("No task is open."), kind.body)
    for at, group in enumerate(sheet.groups):
        if not group.tasks:
            continue
        if len(sheet.groups) > 1 or sheet.letterhead.organisation != group.organisation:
            yield from heading(
                group.organisation,
                kind.heading,
                width,
                key=f"group-{at}",
                above=unit * 1.3,
                below=unit * 0.3,
                needs=unit * 5,
            )
        yield _table(group, sheet, kind, width)
        yield Spacer(0, unit * 0.5)


def _table(group: TaskGroup, sheet: TaskListSheet, kind: Typography, width: float) -> Table:
    every = [task for each in sheet.groups for task in each.tasks]  # columns alike in all groups
    due = max(line_width(_due(task), kind.cell_strong) for task in every) + _GUTTER
    since = max(line_width(_since(task), kind.cell) for task in every) + _GUTTER
    since = max(since, line_width(pgettext("column", "Since"), kind.column) + _GUTTER)
    box = line_width(_BOX, kind.body) + 8
    owners = max(line_width(task.owners, kind.cell) for task in every) + _GUTTER
    owners = min(max(owners, width * 0.15), width * 0.28)
    columns = (
        Column(width=box, gutter=0),
        Column(width=width - box - owners - since - due, gutter=_GUTTER),
        Column(width=owners, gutter=_GUTTER),
        Column(width=since, gutter=_GUTTER),
        Column(width=due, gutter=0),
    )
    names = (
        "",
        pgettext("column", "Task"),
        pgettext("column", "Who"),
        pgettext("column", "Since"),
        pgettext("column", "Due"),
    )
    header = Row(
        cells=tuple(Cell(pieces=((name, kind.column),)) for name in names), above=0, below=2
    )
    return table(columns, [_row(task, sheet, kind) for task in group.tasks], header)


def _row(task: TaskWords, sheet: TaskListSheet, kind: Typography) -> Row:
    is_late = task.due_on is not None and task.due_on < sheet.today
    due: list[tuple[str, TextStyle]] = [(_due(task), kind.cell_strong if is_late else kind.cell)]
    if is_late:
        due.append((_("late"), kind.cell_quiet))
    return Row(
        cells=(
            Cell(pieces=((_BOX, kind.body),)),
            Cell(pieces=((task.text, kind.cell),)),
            Cell(pieces=((task.owners or "–", kind.cell),)),
            Cell(pieces=((_since(task), kind.cell_quiet),)),
            Cell(pieces=tuple(due)),
        )
    )


def _due(task: TaskWords) -> str:
    return formats.short_date(task.due_on) if task.due_on else "–"


def _since(task: TaskWords) -> str:
    return formats.short_date(task.since) if task.since else ""
