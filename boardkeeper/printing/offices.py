"""My offices, as a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.offices import OfficeLine, OfficesSheet
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, speaking
from boardkeeper.printing.blocks import heading
from boardkeeper.printing.frame import printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, table


def offices_pdf(sheet: OfficesSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The offices in the sheet's language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        return printed(list(_story(sheet, paper)), page_words(sheet.letterhead), paper)


def _story(sheet: OfficesSheet, paper: Paper) -> Iterator[Flowable]:
    kind = typography(paper.profile)
    width, unit = paper.text(1).width, kind.unit
    yield from title_block(sheet.letterhead, kind, width)
    if sheet.address:
        yield prose(sheet.address, kind.label, below=unit * 0.8)
    parts = (
        (_("Current offices"), "current", sheet.current),
        (_("Former offices"), "former", sheet.former),
    )
    if not any(lines for _title, _key, lines in parts):
        yield prose(_("No office is written down."), kind.body)
    for title, key, lines in parts:
        if lines:
            needs = unit * 4
            yield from heading(title, kind.heading, width, key=key, below=unit * 0.3, needs=needs)
            yield _offices(lines, kind, width)
            yield Spacer(0, unit * 1.2)


def _offices(lines: tuple[OfficeLine, ...], kind: Typography, width: float) -> Flowable:
    columns = (Column(width=width * 0.29), Column(width=width * 0.71, gutter=0))
    rows = [
        Row(
            cells=(
                Cell(pieces=tuple((each, kind.cell) for each in line.period.split("\n"))),
                Cell(
                    pieces=(
                        (f"{line.role}, {line.organisation}", kind.cell_strong),
                        (line.body, kind.cell_quiet),
                    )
                ),
            )
        )
        for line in lines
    ]
    return table(columns, rows)
