"""The mileage slip, as a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from boardkeeper import formats
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.mileage import MileageLine, MileageSheet
from boardkeeper.domain.sheets.minutes import Signatory
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.blocks import Labelled
from boardkeeper.printing.frame import draw_rule, printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import Area, Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.signing import Signatures
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table
from boardkeeper.printing.text import TextStyle, line_width

_GUTTER = 12.0
_LABELS = 0.2
"""How much of the width the labels at the left have."""
_ENOUGH_TO_WRITE = 0.45
"""How much of the width a line to write on has."""


def mileage_pdf(sheet: MileageSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The slip in the sheet's language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        return printed(list(_story(sheet, paper)), page_words(sheet.letterhead), paper)


def _story(sheet: MileageSheet, paper: Paper) -> Iterator[Flowable]:
    kind = typography(paper.profile)
    width, unit = paper.text(1).width, kind.unit
    yield from title_block(sheet.letterhead, kind, width)
    yield from _recipient(sheet, kind, width)
    yield Spacer(0, unit * 0.6)
    if not sheet.lines:
        yield prose(_("No trip is written down in these days."), kind.body)
        return
    yield _trips(sheet, kind, width)
    yield Spacer(0, unit)
    for each in (*sheet.so_far, *sheet.rates):
        yield prose(each, kind.cell_quiet)
    rounding = _("Each trip is rounded to the øre; the sum is that of the trips.")
    yield prose(rounding, kind.cell_quiet, below=unit)
    yield from _signed(sheet, kind, width)


def _recipient(sheet: MileageSheet, kind: Typography, width: float) -> Iterator[Flowable]:
    """Who is paid. What is not known, and the CPR number always, is filled in by hand."""
    label_width = round(width * _LABELS)
    for label, text, style in (
        (_("Recipient"), sheet.recipient, kind.body_strong),
        (_("Address"), sheet.address, kind.body),
        (_("CPR number"), "", kind.body),
    ):
        filled = prose(text, style) if text.strip() else ToFill(width * _ENOUGH_TO_WRITE, kind)
        yield Labelled(
            label, filled, style=kind.label, label_width=label_width, below=kind.unit * 0.3
        )


def _trips(sheet: MileageSheet, kind: Typography, width: float) -> Table:
    days = _wide([formats.short_date(each.on) for each in sheet.lines], kind.cell, _day(), kind)
    parts = [part for line in sheet.lines for part in line.parts]
    lengths = [formats.kilometres(metres) for metres, _rate in parts]
    lengths.append(formats.kilometres(sheet.metres))
    length = _wide(lengths, kind.cell_strong, _length(), kind)
    rate = _wide([_figure(each) for _metres, each in parts], kind.cell, _rate(), kind)
    amounts = [_figure(each.amount) for each in sheet.lines] + [
        _figure(sheet.amount),
        _figure(-sheet.paid),
    ]
    amount = _wide(amounts, kind.cell_strong, _amount(), kind) - _GUTTER
    columns = (
        Column(width=days, gutter=_GUTTER),
        Column(width=width - days - length - rate - amount, gutter=_GUTTER),
        Column(width=length, gutter=_GUTTER, align="right"),
        Column(width=rate, gutter=_GUTTER, align="right"),
        Column(width=amount, gutter=0, align="right"),
    )
    heads = (_day(), pgettext("column", "Purpose and route"), _length(), _rate(), _amount())
    header = Row(
        cells=tuple(Cell(pieces=((name, kind.column),)) for name in heads), above=0, below=2
    )
    return table(
        columns, [*(_trip(each, kind) for each in sheet.lines), *_sums(sheet, kind)], header
    )


def _trip(line: MileageLine, kind: Typography) -> Row:
    cell = kind.cell
    what = [(line.purpose, cell), (line.route, kind.cell_quiet)]
    if line.remark:
        what.append((line.remark, kind.cell_quiet))
    return Row(
        cells=(
            Cell(pieces=((formats.short_date(line.on), cell),)),
            Cell(pieces=tuple(what)),
            Cell(pieces=tuple((formats.kilometres(metres), cell) for metres, _rate in line.parts)),
            Cell(pieces=tuple((_figure(rate), cell) for _metres, rate in line.parts)),
            Cell(pieces=((_figure(line.amount), cell),)),
        )
    )


def _sums(sheet: MileageSheet, kind: Typography) -> Iterator[Row]:
    """The sum; and where some of it was paid before, what is left of it."""
    strong = kind.cell_strong
    yield _sum(_("In all"), formats.kilometres(sheet.metres), sheet.amount, strong)
    if sheet.paid:
        yield _sum(_("Paid already"), "", -sheet.paid, kind.cell)
        yield _sum(_("To be paid"), "", sheet.amount - sheet.paid, strong)


def _sum(name: str, length: str, amount: int, style: TextStyle) -> Row:
    return Row(
        cells=(
            Cell(),
            Cell(pieces=((name, style),)),
            Cell(pieces=((length, style),) if length else ()),
            Cell(),
            Cell(pieces=((_figure(amount), style),)),
        ),
        below=0,
        is_ruled=False,
        keeps_with_next=True,
    )


def _signed(sheet: MileageSheet, kind: Typography, width: float) -> Iterator[Flowable]:
    """What is signed, and the two who sign; they stay together."""
    says = _("I drove these kilometres in my own car for the association.")
    signatures = Signatures(
        [
            _recipient_signing(sheet),
            Signatory(name=_("For the association"), title=_("Checked and approved")),
        ],
        kind,
        reminder=says,
    )
    block = [prose(says, kind.body), signatures]
    yield CondPageBreak(sum(each.wrap(width, 1000)[1] for each in block) + kind.unit)
    yield from block


def _recipient_signing(sheet: MileageSheet) -> Signatory:
    if not sheet.recipient:
        return Signatory(name=_("Recipient"), title="")
    return Signatory(name=sheet.recipient, title=_("Recipient"))


class ToFill(Flowable):
    """A line of text's height, to write on by hand."""

    def __init__(self, length: float, kind: Typography) -> None:
        super().__init__()
        self._length = length
        self._kind = kind

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        self.width, self.height = min(self._length, aW), self._kind.unit * 1.3
        return self.width, self.height

    def draw(self) -> None:
        draw_rule(self.canv, Area(left=0, right=self.width), self._kind.unit * 0.2)


def _wide(texts: list[str], style: TextStyle, head: str, kind: Typography) -> float:
    widest = max(line_width(text, style) for text in texts)
    return max(widest, line_width(head, kind.column)) + _GUTTER


def _figure(ore: int) -> str:
    """Kroner with both decimals, so that the figures of a column stand under one another."""
    return formats.number(Decimal(ore) / 100, 2)


def _day() -> str:
    return pgettext("column", "Day")


def _length() -> str:
    return pgettext("column", "Length")


def _rate() -> str:
    return pgettext("column", "DKK a km")


def _amount() -> str:
    return pgettext("column", "Amount, DKK")
