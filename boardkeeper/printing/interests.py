"""The register of interests, as a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from boardkeeper import formats
from boardkeeper.domain.interests import interest_kind_name
from boardkeeper.domain.sheets.interests import InterestLine, InterestSheet
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.frame import printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, table
from boardkeeper.printing.text import line_width


def interests_pdf(sheet: InterestSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The register in the sheet's language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        return printed(list(_story(sheet, paper)), page_words(sheet.letterhead), paper)


def _story(sheet: InterestSheet, paper: Paper) -> Iterator[Flowable]:
    kind = typography(paper.profile)
    width = paper.text(1).width
    yield from title_block(sheet.letterhead, kind, width)
    if not sheet.lines:
        yield prose(_("Nobody has declared an interest."), kind.body)
        return
    since = max(line_width(formats.short_date(each.declared_on), kind.cell) for each in sheet.lines)
    since = max(since, line_width(pgettext("column", "Since"), kind.column)) + 2
    columns = (
        Column(width=width * 0.27),
        Column(width=width * 0.22),
        Column(width=width * 0.51 - since),
        Column(width=since, gutter=0),
    )
    names = (
        pgettext("column", "Who"),
        pgettext("column", "Tie"),
        pgettext("column", "What"),
        pgettext("column", "Since"),
    )
    header = Row(
        cells=tuple(Cell(pieces=((name, kind.column),)) for name in names), above=0, below=2
    )
    yield table(columns, list(_rows(sheet, kind)), header)


def _rows(sheet: InterestSheet, kind: Typography) -> Iterator[Row]:
    """A row each; a person's name stands once."""
    before = ""
    for each in sheet.lines:
        yield _row(each, "" if each.person == before else each.person, kind)
        before = each.person


def _row(line: InterestLine, person: str, kind: Typography) -> Row:
    what = [(line.name, kind.cell)]
    if line.description:
        what.append((line.description, kind.cell_quiet))
    return Row(
        cells=(
            Cell(pieces=((person, kind.cell_strong),)),
            Cell(pieces=((interest_kind_name(line.kind), kind.cell),)),
            Cell(pieces=tuple(what)),
            Cell(pieces=((formats.short_date(line.declared_on), kind.cell_quiet),)),
        )
    )
