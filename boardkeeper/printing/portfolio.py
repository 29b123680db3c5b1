"""All my boards on a page, as a PDF: a picture to understand at a glance, and its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable, Spacer

from boardkeeper.domain.sheets.balance_chart import balance, height_of
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.sheets.portfolio import PortfolioRow, PortfolioSheet
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.blocks import heading
from boardkeeper.printing.charts import Picture
from boardkeeper.printing.colours import ink, swatch_indent
from boardkeeper.printing.frame import printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, table
from boardkeeper.printing.text import TextStyle, line_width

_GUTTER = 8.0


def portfolio_pdf(sheet: PortfolioSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The page in its own language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        return printed(list(_story(sheet, paper)), page_words(sheet.letterhead), paper)


def _story(sheet: PortfolioSheet, paper: Paper) -> Iterator[Flowable]:
    kind, width = typography(paper.profile), paper.text(1).width
    yield from title_block(sheet.letterhead, kind, width)
    if not sheet.rows:
        yield prose(_("You had no seat anywhere in this period."), kind.body)
        return
    yield from heading(sheet.chart.title, kind.heading, width, key="balance", below=2)
    size = kind.cell.size
    yield Picture(balance(sheet.chart, width, size), width, height_of(sheet.chart, width, size))
    yield Spacer(0, kind.unit)
    yield _table(sheet, kind, width, is_narrow=paper.profile is not Profile.NORMAL)
    yield Spacer(0, kind.unit * 0.8)
    if sheet.due:
        yield prose(sheet.due, kind.body_strong, below=kind.unit * 0.4)
    yield prose(explained(), kind.label)


def explained() -> str:
    """What counts as a result, in one sentence."""
    return _(
        "Results are decisions, tasks I finished, referrals that became orders, what I learned,"
        " people met for the first time and one-to-ones. They are counted, not weighed."
    )


def _table(sheet: PortfolioSheet, kind: Typography, width: float, *, is_narrow: bool) -> Flowable:
    heads = [
        pgettext("column", "Board"),
        pgettext("column", "Hours"),
        pgettext("column", "Promised"),
        pgettext("column", "Kroner"),
        pgettext("column", "An hour"),
        pgettext("column", "Results"),
        pgettext("column", "Orders"),
        pgettext("column", "Last answer"),
    ]
    lines = [*sheet.rows, sheet.sum]
    texts = [_texts(each) for each in lines]
    kept = [at for at in range(len(heads)) if at < 2 or any(row[at] != "–" for row in texts)]
    if is_narrow:
        kept = [at for at in kept if at in (0, 1, 3, 5)]
    widths = {
        at: max(line_width(row[at], kind.cell_strong) for row in texts)
        for at in kept
        if at not in (0, 7)
    }
    widths = {
        at: max(wide, line_width(heads[at], kind.column)) + _GUTTER for at, wide in widths.items()
    }
    left = width - sum(widths.values())
    widths[0] = left * (0.58 if 7 in kept else 1)
    if 7 in kept:
        widths[7] = left - widths[0]
    columns = [
        Column(
            width=widths[at],
            gutter=0 if at == kept[-1] else _GUTTER,
            align="left" if at in (0, 7) else "right",
        )
        for at in kept
    ]
    header = Row(
        cells=tuple(Cell(pieces=((heads[at], kind.column),)) for at in kept), above=0, below=2
    )
    rows = [_row(each, kept, kind, is_sum=each is sheet.sum) for each in lines]
    return table(columns, rows, header)


def _texts(row: PortfolioRow) -> tuple[str, ...]:
    return (
        row.name,
        row.hours,
        row.promised,
        row.money,
        row.an_hour,
        row.results,
        row.orders,
        row.answer,
    )


def _row(row: PortfolioRow, kept: Sequence[int], kind: Typography, *, is_sum: bool) -> Row:
    style = kind.cell_strong if is_sum else kind.cell
    texts = _texts(row)
    cells = []
    for at in kept:
        if at == 0:
            cells.append(_name(row, kind, style, is_sum=is_sum))
        else:
            quiet = at == 7 and not is_sum
            cells.append(Cell(pieces=((texts[at], kind.cell_quiet if quiet else style),)))
    return Row(cells=tuple(cells), above=2.2, below=2.2)


def _name(row: PortfolioRow, kind: Typography, style: TextStyle, *, is_sum: bool) -> Cell:
    if is_sum:
        return Cell(pieces=((row.name, style),))
    pieces = [(row.name, style), (row.role, kind.column)]
    return Cell(pieces=tuple(pieces), indent=swatch_indent(style), swatch=ink(row.colour))
