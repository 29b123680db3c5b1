"""The network sheet as a PDF: a picture of the group, its members, and the referrals."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.matrix_chart import height_of, matrix_chart
from boardkeeper.domain.sheets.network import MemberLine, NetworkSheet, ReferralLine
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.blocks import heading
from boardkeeper.printing.charts import Picture
from boardkeeper.printing.frame import printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, table


def network_pdf(sheet: NetworkSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The sheet in its own language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        return printed(list(_story(sheet, paper)), page_words(sheet.letterhead), paper)


def _story(sheet: NetworkSheet, paper: Paper) -> Iterator[Flowable]:
    kind, width = typography(paper.profile), paper.text(1).width
    yield from title_block(sheet.letterhead, kind, width)
    if not sheet.members:
        yield prose(_("Nobody else sits here."), kind.body)
        return
    size = kind.cell.size
    yield from heading(sheet.chart.title, kind.heading, width, key="matrix", below=2)
    yield Picture(
        matrix_chart(sheet.chart, width, size), width, height_of(sheet.chart, width, size)
    )
    yield Spacer(0, kind.unit * 0.4)
    yield prose(
        _("Filled: yes. Crossed: more than 12 months ago. Empty: not yet."),
        kind.label,
        below=kind.unit * 0.2,
    )
    yield prose(sheet.totals, kind.body, below=kind.unit * 0.8)
    yield from heading(_("The members"), kind.heading, width, key="members", below=2)
    is_narrow = paper.profile is not Profile.NORMAL
    yield _members(sheet.members, kind, width, is_narrow=is_narrow)
    if sheet.referrals:
        yield from heading(
            _("Referrals in the period"),
            kind.heading,
            width,
            key="referrals",
            above=kind.unit,
            below=2,
            needs=4 * kind.unit,
        )
        yield prose(sheet.ledger, kind.body, below=kind.unit * 0.4)
        yield _referrals(sheet, kind, width)


def _members(
    members: tuple[MemberLine, ...], kind: Typography, width: float, *, is_narrow: bool
) -> Flowable:
    """In large print, and beside notes, without what they sell."""
    shares = (0.34, 0.20, 0.46) if is_narrow else (0.31, 0.15, 0.09, 0.07, 0.06, 0.32)
    names = (
        pgettext("column", "Member"),
        pgettext("column", "One-to-one"),
        pgettext("column", "Explains"),
        pgettext("column", "Gave"),
        pgettext("column", "Got"),
        pgettext("column", "Looks for"),
    )
    kept = (0, 1, 5) if is_narrow else tuple(range(6))
    columns = [
        Column(width=width * share, gutter=0 if at == kept[-1] else 6)
        for at, share in zip(kept, shares, strict=True)
    ]
    header = Row(
        cells=tuple(Cell(pieces=((names[at], kind.column),)) for at in kept), above=0, below=2
    )
    rows = []
    for each in members:
        cells = _member(each, kind)
        rows.append(Row(cells=tuple(cells[at] for at in kept), above=1.8, below=1.8))
    return table(columns, rows, header)


def _member(line: MemberLine, kind: Typography) -> list[Cell]:
    who = [(line.name, kind.cell_strong)]
    if line.trade:
        who.append((line.trade, kind.column))
    day, _newline, ago = line.talked.partition("\n")
    talked = [(day, kind.cell_strong if line.is_long_ago else kind.cell)]
    if ago:
        talked.append((ago, kind.column))
    return [
        Cell(pieces=tuple(who)),
        Cell(pieces=tuple(talked)),
        Cell(pieces=((_("yes") if line.explains else "–", kind.cell),)),
        Cell(pieces=((str(line.given) if line.given else "–", kind.cell),)),
        Cell(pieces=((str(line.received) if line.received else "–", kind.cell),)),
        Cell(pieces=((line.looks_for or "–", kind.cell if line.looks_for else kind.cell_quiet),)),
    ]


def _referrals(sheet: NetworkSheet, kind: Typography, width: float) -> Flowable:
    shares = (0.13, 0.33, 0.27, 0.15, 0.12) if sheet.has_amounts else (0.13, 0.36, 0.31, 0.20)
    names = [
        pgettext("column", "Day"),
        pgettext("column", "From and to"),
        pgettext("column", "Customer"),
        pgettext("column", "Status"),
    ]
    if sheet.has_amounts:
        names.append(pgettext("column", "Value"))
    columns = [
        Column(
            width=width * share,
            gutter=0 if at == len(shares) - 1 else 6,
            align="right" if at == 4 else "left",
        )
        for at, share in enumerate(shares)
    ]
    header = Row(
        cells=tuple(Cell(pieces=((name, kind.column),)) for name in names), above=0, below=2
    )
    rows = [_referral(each, kind, has_amounts=sheet.has_amounts) for each in sheet.referrals]
    return table(columns, rows, header)


def _referral(line: ReferralLine, kind: Typography, *, has_amounts: bool) -> Row:
    texts = [line.day, line.names, line.customer, line.status]
    if has_amounts:
        texts.append(line.value)
    return Row(
        cells=tuple(Cell(pieces=((text, kind.cell),)) for text in texts), above=2.2, below=2.2
    )
