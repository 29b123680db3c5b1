"""A table of plain text that goes on over pages: the header repeats and rows stay whole.

ReportLab's own table parses every cell as a paragraph, which is most of an agenda's time. These
cells are wrapped lines of plain text, which is all our tables need.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from boardkeeper.printing.colours import draw_swatch
from boardkeeper.printing.frame import draw_line
from boardkeeper.printing.page import TEXT_HEIGHT
from boardkeeper.printing.styles import HAIRLINE, RULE_INK
from boardkeeper.printing.text import TextStyle, drawable, wrapped

_HEADER_RULE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's width and alignment ("left" or "right"), and the space kept free at its right."""

    width: float
    align: str = "left"
    gutter: float = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Pieces of text one below another, each in its style; `indent` in points.

    A `swatch` is a small square of a colour at the left of the first line, within the indent.
    """

    pieces: tuple[tuple[str, TextStyle], ...] = ()
    indent: float = 0.0
    swatch: Color | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A bookmark at a row, for links and an index; it does not stand in the outline."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. `keeps_with_next` holds it on the page of the next; `link` names a bookmark.

    `address` is where the row leads out of the document, `anchor` a bookmark at the row itself.
    """

    cells: tuple[Cell, ...]
    above: float = 3.7
    below: float = 3.7
    is_ruled: bool = True
    keeps_with_next: bool = False
    link: str = ""
    address: str = ""
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    style: TextStyle


@dataclass(frozen=True, slots=True)
class _LaidRow:
    """A row with its lines broken."""

    row: Row
    columns: tuple[tuple[_Line, ...], ...]

    @property
    def height(self) -> float:
        return self.row.above + self.row.below + max(map(_height, self.columns), default=0)

    def cut(self, room: float) -> tuple[_LaidRow, _LaidRow]:
        """The lines that fit in the room, at least one of each column, and those that do not."""
        room -= self.row.above + self.row.below
        heads = [_fitting(lines, room) for lines in self.columns]
        first = tuple(lines[:count] for lines, count in zip(self.columns, heads, strict=True))
        rest = tuple(lines[count:] for lines, count in zip(self.columns, heads, strict=True))
        return (
            _LaidRow(replace(self.row, is_ruled=False, keeps_with_next=False), first),
            _LaidRow(replace(self.row, anchor=None), rest),
        )


def table(
    columns: Sequence[Column],
    rows: Sequence[Row],
    header: Row | None = None,
    *,
    page_height: float = TEXT_HEIGHT,
) -> Table:
    """The rows under a header, their lines broken. Columns together are as wide as the text.

    `page_height` is how high a page's text is at most, where it is not an upright A4's.
    """
    return Table(
        tuple(columns),
        _laid(header, columns) if header else None,
        [_laid(row, columns) for row in rows],
        page_height,
    )


class Table(Flowable):
    """Rows with their lines broken, ready to be spread over pages; made by `table`."""

    def __init__(
        self,
        columns: tuple[Column, ...],
        header: _LaidRow | None,
        rows: list[_LaidRow],
        page_height: float = TEXT_HEIGHT,
    ) -> None:
        super().__init__()
        self._columns = columns
        self._header = header
        self._rows = rows
        self._page_height = page_height

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - theirs
        self.width = sum(column.width for column in self._columns)
        self.height = self._header_height + sum(row.height for row in self._rows)
        return self.width, self.height

    def split(self, aW: float, aH: float, /) -> list[Flowable]:  # noqa: ARG002, N803 - theirs
        room = aH - self._header_height
        count = self._fitting_rows(room)
        if count == 0:
            if self._rows[0].height + self._header_height <= self._page_height:
                return []
            if aH < self._page_height / 2:
                return []
            first, rest = self._rows[0].cut(room)
            return [self._part([first]), self._part([rest, *self._rows[1:]])]
        return [self._part(self._rows[:count]), self._part(self._rows[count:])]

    def draw(self) -> None:
        y = self.height
        if self._header:
            self._draw_row(self._header, y)
            y -= self._header.height
            self._rule(y, _HEADER_RULE, 0)
        for row in self._rows:
            self._draw_row(row, y)
            y -= row.height
            if row.row.is_ruled:
                self._rule(y, HAIRLINE, RULE_INK)

    @property
    def _header_height(self) -> float:
        return self._header.height if self._header else 0.0

    def _fitting_rows(self, room: float) -> int:
        """How many rows fit, without leaving a row behind that keeps with the next.

        Rows that keep together and need more than a page are parted all the same.
        """
        room_given = room
        count = 0
        for row in self._rows:
            room -= row.height
            if room < 0:
                break
            count += 1
        if count == len(self._rows):
            return count
        fitting = count
        while count and self._rows[count - 1].row.keeps_with_next:
            count -= 1
        is_whole_page = room_given + self._header_height > self._page_height - 1
        is_cut = is_whole_page or self._rows[0].height > self._page_height / 2
        return count or (fitting if is_cut else 0)

    def _part(self, rows: list[_LaidRow]) -> Table:
        return Table(self._columns, self._header, rows, self._page_height)

    def _draw_row(self, row: _LaidRow, top: float) -> None:
        x = 0.0
        for column, cell, lines in zip(self._columns, row.row.cells, row.columns, strict=True):
            y = top - row.row.above
            if cell.swatch and lines:
                draw_swatch(self.canv, x, y - lines[0].style.baseline, lines[0].style, cell.swatch)
            for line in lines:
                baseline = y - line.style.baseline
                if column.align == "right":
                    draw_line(
                        self.canv,
                        x + column.width - column.gutter,
                        baseline,
                        line.text,
                        line.style,
                        align="right",
                    )
                else:
                    draw_line(self.canv, x + cell.indent, baseline, line.text, line.style)
                y -= line.style.leading
            x += column.width
        if row.row.anchor:
            self.canv.bookmarkHorizontal(row.row.anchor.key, 0, top)
        if row.row.address:
            box = (0, top - row.height, self.width, top)
            self.canv.linkURL(row.row.address, box, relative=1, thickness=0)
        elif row.row.link:
            self.canv.linkRect(
                "",
                row.row.link,
                (0, top - row.height, self.width, top),
                relative=1,
                Border="[0 0 0]",
            )

    def _rule(self, y: float, thickness: float, ink: float) -> None:
        self.canv.setLineWidth(thickness)
        self.canv.setStrokeGray(ink)
        self.canv.line(0, y, self.width, y)


def _laid(row: Row, columns: Sequence[Column]) -> _LaidRow:
    return _LaidRow(
        row,
        tuple(
            tuple(_lines(cell, column.width - column.gutter - cell.indent))
            for cell, column in zip(row.cells, columns, strict=True)
        ),
    )


def _lines(cell: Cell, width: float) -> Iterator[_Line]:
    for text, style in cell.pieces:
        fitting = drawable(text, style)
        for line in wrapped(text, fitting, width):
            yield _Line(line, fitting)


def _height(lines: Sequence[_Line]) -> float:
    return sum(line.style.leading for line in lines)


def _fitting(lines: Sequence[_Line], room: float) -> int:
    count = 0
    for line in lines:
        room -= line.style.leading
        if room < 0:
            break
        count += 1
    return max(count, 1)
