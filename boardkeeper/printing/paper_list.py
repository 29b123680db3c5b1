"""The list of a meeting's appendices: number, title and pages."""

from __future__ import annotations

from collections.abc import Sequence

from boardkeeper.domain.sheets import agenda_words as words
from boardkeeper.domain.sheets.agenda import SheetPaper
from boardkeeper.printing.styles import Typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table
from boardkeeper.printing.text import line_width


def papers_table(papers: Sequence[SheetPaper], kind: Typography, width: float) -> Table:
    """A row for each paper, of which there is at least one; points throughout."""
    numbers = max(line_width(each.number, kind.cell) for each in papers) + 14
    pages = max(line_width(words.pages_of(each), kind.cell_quiet) for each in papers)
    rows = [
        Row(
            cells=(
                Cell(pieces=((each.number, kind.cell),)),
                Cell(pieces=((each.title, kind.cell),)),
                Cell(pieces=((words.pages_of(each), kind.cell_quiet),)),
            ),
            above=1.5,
            below=1.5,
            is_ruled=False,
        )
        for each in papers
    ]
    columns = (
        Column(width=numbers),
        Column(width=width - numbers - pages),
        Column(width=pages, align="right", gutter=0),
    )
    return table(columns, rows)
