"""The register of a year's decisions, as a PDF, with an index of what they were about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportlab.platypus import Flowable, Spacer

from boardkeeper import formats
from boardkeeper.domain.sheets.decision_register import RegisterEntry, RegisterSheet
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.blocks import heading
from boardkeeper.printing.frame import printed
from boardkeeper.printing.index import index_table
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Anchor, Cell, Column, Row, Table, table
from boardkeeper.printing.text import TextStyle, line_width

_GUTTER = 10.0


def register_pdf(sheet: RegisterSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The register in the sheet's language. The same sheet gives the same bytes.

    It is drawn twice: the first time tells on which pages the decisions stand.
    """
    paper = Paper(profile=profile)
    places: dict[str, int] = {}
    with speaking(sheet.letterhead.language):
        words = page_words(sheet.letterhead)
        printed(list(_story(sheet, paper, {})), words, paper, places)
        return printed(list(_story(sheet, paper, places)), words, paper)


def _story(sheet: RegisterSheet, paper: Paper, places: Mapping[str, int]) -> Iterator[Flowable]:
    kind = typography(paper.profile)
    unit, width = kind.unit, paper.text(1).width
    yield from title_block(sheet.letterhead, kind, width)
    if not sheet.entries:
        yield prose(_("No decision was made."), kind.body)
        return
    yield _table(sheet, kind, width)
    yield Spacer(0, unit)
    yield from heading(
        _("Index"), kind.heading, width, key="index", above=unit, below=unit * 0.3, needs=unit * 6
    )
    rows = [
        (subject, [(sheet.entries[at].number or "–", _key(at)) for at in found])
        for subject, found in sheet.index
    ]
    yield index_table(rows, places, kind, width)


def _table(sheet: RegisterSheet, kind: Typography, width: float) -> Table:
    numbers = [entry.number for entry in sheet.entries]
    number = min(max(line_width(each, kind.cell_strong) for each in numbers) + _GUTTER, width * 0.3)
    days = (formats.short_date(entry.decided_on) for entry in sheet.entries)
    number = max(number, max(line_width(day, kind.cell_quiet) for day in days) + _GUTTER)
    columns = (Column(width=number, gutter=_GUTTER), Column(width=width - number, gutter=0))
    names = (pgettext("column", "No."), pgettext("column", "Decision"))
    header = Row(
        cells=tuple(Cell(pieces=((name, kind.column),)) for name in names), above=0, below=2
    )
    rows = [_row(entry, at, kind) for at, entry in enumerate(sheet.entries)]
    return table(columns, rows, header)


def _row(entry: RegisterEntry, at: int, kind: Typography) -> Row:
    about = " · ".join(part for part in (entry.origin, entry.subject) if part)
    pieces: list[tuple[str, TextStyle]] = [(entry.text, kind.cell), (about, kind.cell_quiet)]
    if entry.state:
        pieces.append((entry.state, kind.cell_strong))
    if entry.review_on and not entry.state:
        review = _("To be reviewed {date}").format(date=formats.short_date(entry.review_on))
        pieces.append((review, kind.cell_quiet))
    number = (
        (entry.number, kind.cell_strong),
        (formats.short_date(entry.decided_on), kind.cell_quiet),
    )
    return Row(cells=(Cell(pieces=number), Cell(pieces=tuple(pieces))), anchor=Anchor(key=_key(at)))


def _key(at: int) -> str:
    return f"decision-{at}"
