"""Hours, as a PDF: a year on one page as long as the boards fit on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from boardkeeper import formats
from boardkeeper.domain.sheets.charts import height_of_legend
from boardkeeper.domain.sheets.hours import HoursBoard, HoursSheet
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.blocks import heading
from boardkeeper.printing.charts import Chart
from boardkeeper.printing.colours import ink, swatch_indent
from boardkeeper.printing.coming import coming
from boardkeeper.printing.frame import printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import TEXT_HEIGHT, Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table
from boardkeeper.printing.text import TextStyle, line_width

_GUTTER = 9.0
_TIGHT = 4.0
_CHART = 118.0


def hours_pdf(sheet: HoursSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The page in the sheet's language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        return printed(_Hours(sheet, paper).story(), page_words(sheet.letterhead), paper)


class _Hours:
    """The story of one year, set in the type of one profile."""

    def __init__(self, sheet: HoursSheet, paper: Paper) -> None:
        self._sheet = sheet
        self._kind: Typography = typography(paper.profile)
        self._width = paper.text(1).width

    def story(self) -> list[Flowable]:
        return [*self._head(), *self._boards(), *self._spent(), *self._ahead()]

    def _head(self) -> Iterator[Flowable]:
        yield from title_block(self._sheet.letterhead, self._kind, self._width)

    # Boards

    def _boards(self) -> Iterator[Flowable]:
        sheet, kind = self._sheet, self._kind
        if not sheet.boards:
            yield prose(_("No board in this year."), kind.body, below=kind.unit)
            return
        boards = sheet.boards
        role = self._column([each.role for each in boards], _role(), most=0.3)
        until = self._column([_until(each) for each in boards], _until_head())
        spent = self._column([_hours(each.minutes) for each in boards], _spent_head())
        share = self._column(["100 %"], _share_head()) - _GUTTER if sheet.is_mine else 0.0
        widths = (role, until, spent, share)
        columns = [
            Column(width=self._width - sum(widths), gutter=_GUTTER),
            Column(width=role, gutter=_GUTTER),
            Column(width=until, gutter=_GUTTER),
            Column(width=spent, gutter=_GUTTER if share else 0, align="right"),
        ]
        heads = [pgettext("column", "Board"), _role(), _until_head(), _spent_head()]
        if share:
            columns.append(Column(width=share, gutter=0, align="right"))
            heads.append(_share_head())
        rows = [self._board(each) for each in boards]
        yield table(columns, rows, self._header(heads))

    def _board(self, board: HoursBoard) -> Row:
        cell = self._kind.cell
        cells = [
            Cell(
                pieces=((board.name, cell),), indent=swatch_indent(cell), swatch=ink(board.colour)
            ),
            Cell(pieces=((board.role or "–", cell),)),
            Cell(pieces=((_until(board), cell),)),
            Cell(pieces=((_hours(board.minutes), self._kind.cell_strong),)),
        ]
        if self._sheet.is_mine:
            part = board.minutes / self._sheet.minutes if self._sheet.minutes else 0
            cells.append(Cell(pieces=((formats.percent(part), self._kind.cell_quiet),)))
        return Row(cells=tuple(cells), above=2.4, below=2.4)

    # The year month by month

    def _spent(self) -> Iterator[Flowable]:
        sheet, kind = self._sheet, self._kind
        chart = sheet.chart
        yield from heading(
            chart.title, kind.heading, self._width, key="months", above=kind.unit, below=4
        )
        if not sheet.minutes:
            yield prose(_("No time is written down in this year."), kind.body)
            return
        grid = self._grid()
        size = kind.column.size + 0.5 * kind.scale
        legend = height_of_legend(chart, self._width, size)
        left = grid[0] if grid else None
        width = self._width - (grid[-1] if grid else 0)
        yield Chart(chart, width, _CHART * kind.scale + legend, size, left=left)
        yield Spacer(0, kind.unit * 0.6)
        if grid:
            yield self._lying(grid)
            return
        months = self._standing()
        _wide, high = months.wrap(self._width, TEXT_HEIGHT)
        yield CondPageBreak(high)
        yield months

    def _grid(self) -> tuple[float, ...]:
        """The widths of name, twelve months and sum, where the months fit side by side."""
        sheet, cell = self._sheet, self._kind.cell
        name = max(line_width(row.name, cell) for row in sheet.rows) + _GUTTER
        name = max(name, line_width(_in_all(), self._kind.cell_strong) + _GUTTER)
        sums = [sheet.minutes, *(row.minutes for row in sheet.rows)]
        whole = max(line_width(_figure(each), self._kind.cell_strong) for each in sums) + _TIGHT
        month = (self._width - name - whole) / len(sheet.months)
        needed = [_figure(each) for row in sheet.rows for each in row.months]
        needed += [_figure(each) for each in sheet.by_month]
        widest = max(line_width(text, self._kind.cell_strong) for text in needed)
        heads = max(line_width(text, self._kind.column) for text in sheet.months)
        if month < max(widest, heads) + _TIGHT:
            return ()
        return (name, *(month for _each in sheet.months), whole)

    def _lying(self, grid: Sequence[float]) -> Table:
        """Activities down and months across, under the bars."""
        sheet, kind = self._sheet, self._kind
        columns = [Column(width=grid[0], gutter=_GUTTER)]
        columns += [
            Column(width=each, gutter=_month_gutter(each), align="right") for each in grid[1:-1]
        ]
        columns.append(Column(width=grid[-1], gutter=0, align="right"))
        rows = [
            self._figures(row.name, [*row.months, row.minutes], kind.cell) for row in sheet.rows
        ]
        rows.append(self._figures(_in_all(), [*sheet.by_month, sheet.minutes], kind.cell_strong))
        return table(columns, rows, self._header(["", *sheet.months, ""]))

    def _standing(self) -> Table:
        """Months down and activities across, where the page is narrow or the print large."""
        sheet, kind = self._sheet, self._kind
        count = len(sheet.rows)
        name = max(line_width(formats.month(month), kind.cell) for month in sheet.year.months)
        name += _GUTTER
        each = (self._width - name) / (count + 1)
        style = _fitted(kind.column, [row.name for row in sheet.rows], each - _TIGHT)
        columns = [Column(width=name, gutter=_GUTTER)]
        columns += [Column(width=each, gutter=0, align="right") for _at in range(count + 1)]
        rows = [
            self._figures(
                formats.month(month),
                [*(row.months[at] for row in sheet.rows), sheet.by_month[at]],
                kind.cell,
            )
            for at, month in enumerate(sheet.year.months)
        ]
        sums = [*(row.minutes for row in sheet.rows), sheet.minutes]
        rows.append(self._figures(_in_all(), sums, kind.cell_strong))
        heads = ["", *(row.name for row in sheet.rows), _in_all()]
        return table(columns, rows, self._header(heads, style))

    def _figures(self, name: str, minutes: Sequence[int], style: TextStyle) -> Row:
        strong = replace(self._kind.cell_strong, size=style.size)
        last = len(minutes) - 1
        cells = [Cell(pieces=((name, style),))]
        cells += [
            Cell(pieces=((_figure(each), strong if at == last else style),))
            for at, each in enumerate(minutes)
        ]
        return Row(cells=tuple(cells), above=1.6, below=1.6)

    # What lies ahead

    def _ahead(self) -> Iterator[Flowable]:
        yield from coming(
            self._sheet.ahead, self._kind, self._width, with_labels=self._sheet.is_mine
        )

    def _column(self, texts: Sequence[str], head: str, *, most: float = 1.0) -> float:
        widest = max((line_width(text, self._kind.cell_strong) for text in texts), default=0.0)
        return min(max(widest, line_width(head, self._kind.column)), self._width * most) + _GUTTER

    def _header(self, names: Sequence[str], style: TextStyle | None = None) -> Row:
        cells = tuple(Cell(pieces=((name, style or self._kind.column),)) for name in names)
        return Row(cells=cells, above=0, below=2)


def _month_gutter(width: float) -> float:
    """So that a figure stands with its end under the end of its bar."""
    return width * 0.14


def _fitted(style: TextStyle, texts: Sequence[str], width: float) -> TextStyle:
    """The style, smaller where the widest of the texts needs it."""
    widest = max(line_width(text, style) for text in texts)
    if widest <= width:
        return style
    return replace(style, size=style.size * width / widest)


def _figure(minutes: int) -> str:
    """Hours without their unit; a dash for none."""
    return formats.number(minutes / 60) if minutes else "–"


def _hours(minutes: int) -> str:
    return formats.hours(minutes) if minutes else "–"


def _until(board: HoursBoard) -> str:
    return board.until or "–"


def _in_all() -> str:
    return _("In all")


def _role() -> str:
    return _("Role")


def _until_head() -> str:
    return pgettext("column", "Term ends")


def _spent_head() -> str:
    return pgettext("column", "Spent")


def _share_head() -> str:
    return pgettext("column", "Share")
