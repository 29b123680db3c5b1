"""Boards and hours at a glance, as a PDF: a year on one page as long as the boards fit on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from reportlab.platypus import Flowable, Spacer

from boardkeeper import formats
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.overview import OverviewBoard, OverviewSheet
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.sheets.week_bars import height_of_key
from boardkeeper.i18n import _, ngettext, pgettext, speaking
from boardkeeper.printing.blocks import heading
from boardkeeper.printing.charts import WeekChart
from boardkeeper.printing.colours import ink, swatch_indent
from boardkeeper.printing.coming import coming
from boardkeeper.printing.frame import printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, table
from boardkeeper.printing.text import TextStyle, line_width

_GUTTER = 8.0
_CHART = 116.0
_NAME = 64.0
"""The narrowest a name may stand beside role and term, in points of normal print."""
_MOST_RED = 8
"""How many of the red weeks are told; the others are counted."""


def overview_pdf(sheet: OverviewSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The page in the sheet's language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        return printed(_Overview(sheet, paper).story(), page_words(sheet.letterhead), paper)


class _Overview:
    """The story of one year, set in the type of one profile."""

    def __init__(self, sheet: OverviewSheet, paper: Paper) -> None:
        self._sheet = sheet
        self._kind: Typography = typography(paper.profile)
        self._width = paper.text(1).width

    def story(self) -> list[Flowable]:
        return [
            *title_block(self._sheet.letterhead, self._kind, self._width),
            *self._boards(),
            *self._weeks(),
            *self._red(),
            *coming(self._sheet.ahead, self._kind, self._width, with_labels=self._sheet.is_mine),
        ]

    # Boards

    def _boards(self) -> Iterator[Flowable]:
        sheet, kind = self._sheet, self._kind
        if not sheet.boards:
            yield prose(_("No board in this year."), kind.body, below=kind.unit)
            return
        figures = self._figures()
        sums = [each[2](None) for each in figures]
        rows_of_figures = [[each[2](board) for each in figures] for board in sheet.boards]
        wide = [
            max(line_width(text, kind.cell_strong) for text in (sums[at], *column))
            for at, column in enumerate(zip(*rows_of_figures, strict=True))
        ]
        wide = [
            max(widest, line_width(head, kind.column)) + _GUTTER
            for widest, (head, _strong, _figure) in zip(wide, figures, strict=True)
        ]
        wide[-1] -= _GUTTER
        beside = self._beside(self._width - sum(wide))
        columns = [
            *(Column(width=each, gutter=_GUTTER) for each in beside),
            *(Column(width=each, gutter=_GUTTER, align="right") for each in wide[:-1]),
            Column(width=wide[-1], gutter=0, align="right"),
        ]
        heads = [pgettext("column", "Board"), _("Role"), _until_head()][: len(beside)]
        heads += [head for head, _strong, _figure in figures]
        rows = [
            self._board(board, texts, is_folded=len(beside) == 1)
            for board, texts in zip(sheet.boards, rows_of_figures, strict=True)
        ]
        if len(sheet.boards) > 1:
            rows.append(self._sums(sums, blank=len(beside) - 1))
        yield table(columns, rows, self._header(heads))
        if sheet.value_of_time:
            worth = _("The time spent is worth {amount}")
            told = worth.format(amount=formats.amount(sheet.value_of_time))
            yield Spacer(0, kind.unit * 0.3)
            yield prose(told, kind.label)

    def _figures(self) -> list[_Figure]:
        """The columns of figures there is anything in: head, and the figure of a board or all."""
        sheet = self._sheet
        figures: list[_Figure] = []
        if sheet.has_promises:
            figures.append((_("Promised"), False, lambda b: _promised(sheet, b)))
        figures.append((pgettext("column", "Spent"), True, lambda b: _hours((b or sheet).spent)))
        figures.append((_("To come"), False, lambda b: _hours((b or sheet).to_come)))
        if sheet.has_promises:
            figures.append((_("Balance"), False, lambda b: _balance(sheet, b)))
        if sheet.has_money:
            figures.append((_("Kr. in"), False, lambda b: _money((b or sheet).received)))
            figures.append((_("Kr. out"), False, lambda b: _money((b or sheet).paid)))
        return figures

    def _beside(self, room: float) -> tuple[float, ...]:
        """The widths of name, role and term before the figures, or of the name alone if tight.

        Role and term then stand under the name.
        """
        boards = self._sheet.boards
        until = self._column([each.until or "–" for each in boards], _until_head(), 0.3)
        role = self._column([each.role or "–" for each in boards], _("Role"), 0.2)
        name = room - role - until
        return (name, role, until) if name >= _NAME * self._kind.scale else (room,)

    def _board(self, board: OverviewBoard, texts: Sequence[str], *, is_folded: bool) -> Row:
        cell, strong = self._kind.cell, self._kind.cell_strong
        indent, swatch = swatch_indent(cell), ink(board.colour)
        if is_folded:
            below = " · ".join(filter(None, (board.role, board.until)))
            pieces = ((board.name, cell), *(((below, self._kind.cell_quiet),) if below else ()))
            cells = [Cell(pieces=pieces, indent=indent, swatch=swatch)]
        else:
            cells = [
                Cell(pieces=((board.name, cell),), indent=indent, swatch=swatch),
                Cell(pieces=((board.role or "–", cell),)),
                Cell(pieces=((board.until or "–", cell),)),
            ]
        for text, (_head, is_strong, _figure) in zip(texts, self._figures(), strict=True):
            cells.append(Cell(pieces=((text, strong if is_strong else cell),)))
        return Row(cells=tuple(cells), above=2.2, below=2.2)

    def _sums(self, texts: Sequence[str], blank: int) -> Row:
        strong = self._kind.cell_strong
        cells = [Cell(pieces=((_("In all"), strong),)), *(Cell() for _each in range(blank))]
        cells += [Cell(pieces=((text, strong),)) for text in texts]
        return Row(cells=tuple(cells), above=2.2, below=2.2)

    # Weeks

    def _weeks(self) -> Iterator[Flowable]:
        kind, chart = self._kind, self._sheet.chart
        size = kind.column.size + 0.5 * kind.scale
        height = _CHART * kind.scale + height_of_key(chart, self._width, size)
        yield from heading(
            chart.title,
            kind.heading,
            self._width,
            key="weeks",
            above=kind.unit,
            below=3,
            needs=height + 2 * kind.unit,
        )
        yield prose(
            _("Weeks that are over as they were written down, the others as they are forecast."),
            kind.label,
            below=3,
        )
        yield WeekChart(chart, self._width, height, size)
        yield Spacer(0, kind.unit * 0.2)

    def _red(self) -> Iterator[Flowable]:
        """The red weeks ahead; of one board alone nothing is said of my ceiling."""
        sheet, kind = self._sheet, self._kind
        if not sheet.is_mine:
            return
        yield from heading(
            _("Red weeks ahead"),
            kind.heading,
            self._width,
            key="red",
            above=kind.unit * 0.8,
            below=3,
            needs=2 * kind.unit,
        )
        if not sheet.red:
            none = _("No week ahead in this year goes beyond the ceiling.")
            told = none if sheet.has_ceiling else _("No ceiling is set, so no week is red.")
            yield prose(told, kind.body)
            return
        shown = sheet.red[:_MOST_RED]
        names = max(line_width(each.name, kind.cell) for each in shown) + _GUTTER * 2
        names = min(names, self._width * 0.45)
        columns = [
            Column(width=names, gutter=_GUTTER),
            Column(width=self._width - names, gutter=0),
        ]
        rows = [
            Row(
                cells=tuple(Cell(pieces=((text, kind.cell),)) for text in (each.name, each.why)),
                above=1.2,
                below=1.2,
                is_ruled=False,
            )
            for each in shown
        ]
        more = len(sheet.red) - len(shown)
        if more:
            text = ngettext("… and {count} more", "… and {count} more", more).format(count=more)
            cells = (Cell(pieces=((text, kind.cell_quiet),)), Cell())
            rows.append(Row(cells=cells, above=1.2, is_ruled=False))
        yield table(columns, rows)

    def _column(self, texts: Sequence[str], head: str, most: float) -> float:
        widest = max((line_width(text, self._kind.cell) for text in texts), default=0.0)
        wide = min(max(widest, line_width(head, self._kind.column)), self._width * most)
        return wide + _GUTTER

    def _header(self, names: Sequence[str], style: TextStyle | None = None) -> Row:
        cells = tuple(Cell(pieces=((name, style or self._kind.column),)) for name in names)
        return Row(cells=cells, above=0, below=2)


_Figure = tuple[str, bool, Callable[[OverviewBoard | None], str]]
"""A column: its head, whether it stands out, and what it says of a board, or of all for None."""


def _promised(sheet: OverviewSheet, board: OverviewBoard | None) -> str:
    if board is None:
        return _hours(sheet.promised)
    return "–" if board.promised is None else formats.number(board.promised / 60)


def _balance(sheet: OverviewSheet, board: OverviewBoard | None) -> str:
    """Hours beyond the promises with a plus, those left with a minus."""
    minutes = sheet.balance if board is None else board.balance
    if minutes is None:
        return "–"
    sign = "+" if minutes > 0 else "−" if minutes < 0 else ""
    return sign + formats.number(abs(minutes) / 60)


def _hours(minutes: int) -> str:
    return formats.number(minutes / 60) if minutes else "–"


def _money(ore: int) -> str:
    """Whole kroner, which the head names."""
    return formats.number(Decimal(ore) / 100, 0) if ore else "–"


def _until_head() -> str:
    return pgettext("column", "Term ends")
