"""The handover pack, as a PDF: what is under way, what counts, where things are, and who is who."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from boardkeeper.domain.sheets.handover import HandoverSheet, HandoverTable
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.minutes import Signatory
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.blocks import heading
from boardkeeper.printing.frame import printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import TEXT_HEIGHT, Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.signing import Signatures
from boardkeeper.printing.styles import HAIRLINE, RULE_INK, Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, table

_GUTTER = 9.0
_LINE = 8.5 * mm
_LINES = 2


def handover_pdf(sheet: HandoverSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The pack in its own language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        return printed(list(_story(sheet, paper)), page_words(sheet.letterhead), paper)


def _story(sheet: HandoverSheet, paper: Paper) -> Iterator[Flowable]:
    kind, width = typography(paper.profile), paper.text(1).width
    yield from title_block(sheet.letterhead, kind, width)
    if sheet.words:
        yield from heading(_("What you need to know"), kind.heading, width, key="words", below=3)
        for paragraph in sheet.words.split("\n\n"):
            yield prose(paragraph.strip(), kind.body, below=kind.unit * 0.5)
    for number, place in enumerate(sheet.places):
        yield from heading(
            place,
            kind.body_strong,
            width,
            key=f"place-{number}",
            above=kind.unit * 0.7,
            needs=_LINE * _LINES,
        )
        yield ToFillIn(_LINES)
    for each in sheet.tables:
        yield from _part(each, kind, width)
    yield from _receipt(sheet, kind, width)


def _part(part: HandoverTable, kind: Typography, width: float) -> Iterator[Flowable]:
    yield from heading(
        part.title,
        kind.heading,
        width,
        key=part.key,
        above=kind.unit * 1.1,
        below=3,
        needs=kind.unit * 4,
    )
    if not part.rows:
        yield prose(part.none, kind.body)
        return
    whole = sum(part.weights)
    last = len(part.weights) - 1
    columns = [
        Column(width=width * weight / whole, gutter=0 if at == last else _GUTTER)
        for at, weight in enumerate(part.weights)
    ]
    header = Row(
        cells=tuple(Cell(pieces=((name, kind.column),)) for name in part.columns), above=0, below=2
    )
    rows = [
        Row(
            cells=tuple(Cell(pieces=((text or "–", kind.cell),)) for text in each),
            above=2.4,
            below=2.4,
        )
        for each in part.rows
    ]
    yield table(columns, rows, header)


def _receipt(sheet: HandoverSheet, kind: Typography, width: float) -> Iterator[Flowable]:
    """Both sign that it changed hands, together on a page with what they sign."""
    words = _("Handed over and received, with everything listed above.")
    signatories = [
        Signatory(name=sheet.giver, title=pgettext("signature", "Handed over")),
        Signatory(name="", title=pgettext("signature", "Received")),
    ]
    block = [
        Spacer(0, kind.unit * 2),
        prose(words, kind.body_strong),
        Signatures(signatories, kind, reminder=words),
    ]
    height = sum(each.wrap(width, TEXT_HEIGHT)[1] for each in block)
    yield CondPageBreak(min(height + kind.unit, TEXT_HEIGHT - 1))
    yield from block


class ToFillIn(Flowable):
    """Lines to write on by hand."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        self.width, self.height = aW, self._lines * _LINE
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setStrokeGray(RULE_INK)
        self.canv.setLineWidth(HAIRLINE)
        for line in range(self._lines):
            self.canv.line(0, line * _LINE, self.width, line * _LINE)
