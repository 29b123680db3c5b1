"""What to know before a meeting, as a PDF of one page."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2 as pdfium
from reportlab.platypus import Flowable, Spacer

from boardkeeper.domain.sheets.brief import BriefLine, BriefSheet
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.blocks import heading
from boardkeeper.printing.frame import printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, table

_INDENT = 16.0


def brief_pdf(sheet: BriefSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The brief in the sheet's language. The same sheet gives the same bytes.

    It keeps to one page: who finds no room on it is named only.
    """
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        while True:
            content = printed(list(_story(sheet, paper)), page_words(sheet.letterhead), paper)
            if not sheet.lines or _count_of_pages(content) == 1:
                return content
            sheet = sheet.shortened()


def _count_of_pages(content: bytes) -> int:
    with pdfium.PdfDocument(content) as document:
        return len(document)


def _story(sheet: BriefSheet, paper: Paper) -> Iterator[Flowable]:
    kind = typography(paper.profile)
    width, unit = paper.text(1).width, kind.unit
    yield from title_block(sheet.letterhead, kind, width)
    yield from heading(_("What I owe"), kind.heading, width, key="owed", below=unit * 0.3)
    if not sheet.owed:
        yield prose(_("Nothing is open."), kind.body)
    for each in sheet.owed:
        yield prose(each, kind.body, mark="☐", indent=_INDENT, below=2)
    yield Spacer(0, unit)
    yield from heading(_("Who comes"), kind.heading, width, key="people", below=unit * 0.3)
    if sheet.lines:
        yield _people(sheet.lines, kind, width)
        yield Spacer(0, unit * 0.5)
    if not sheet.lines and not sheet.others:
        yield prose(_("Nobody is expected yet."), kind.body)
    if sheet.others:
        label = _("Also: {names}") if sheet.lines else "{names}"
        yield prose(label.format(names=", ".join(sheet.others)), kind.label, below=unit * 0.2)
    if sheet.away:
        words = _("Will not come: {names}").format(names=", ".join(sheet.away))
        yield prose(words, kind.label)


def _people(lines: tuple[BriefLine, ...], kind: Typography, width: float) -> Flowable:
    columns = (
        Column(width=width * 0.33),
        Column(width=width * 0.21),
        Column(width=width * 0.46, gutter=0),
    )
    names = (
        pgettext("column", "Who"),
        pgettext("column", "Last contact"),
        pgettext("column", "To remember"),
    )
    header = Row(
        cells=tuple(Cell(pieces=((name, kind.column),)) for name in names), above=0, below=2
    )
    return table(columns, [_row(each, kind) for each in lines], header)


def _row(line: BriefLine, kind: Typography) -> Row:
    who = [(line.name, kind.cell_strong)]
    if line.about:
        who.append((line.about, kind.cell_quiet))
    return Row(
        cells=(
            Cell(pieces=tuple(who)),
            Cell(pieces=((line.last or "–", kind.cell if line.last else kind.cell_quiet),)),
            Cell(pieces=tuple((each, kind.cell) for each in line.notes)),
        )
    )
