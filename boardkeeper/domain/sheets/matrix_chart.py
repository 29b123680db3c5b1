"""Me against the others of a group, as plain strokes: a column each, and what there is between us.

A filled square is there, a light one was there long ago, an empty one is missing; so the picture
reads in grey print too. See `strokes` for the directions and the inks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.strokes import Align, Box, Ink, Line, Stroke, Words

_HEAD = 1.7
_ROW = 1.75
_LABELS = 12.5
_WIDEST = 2.9
_NARROWEST = 1.7
_BAND = 0.9
_GAP = 0.22
_SMALL = 0.8
"""Lengths in sizes of text."""


class Mark(Enum):
    """What a cell shows."""

    FULL = auto()
    OLD = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixColumn:
    """One of the others: their initials, and a mark or a number for each row of the picture."""

    initials: str
    cells: tuple[Mark | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixChart:
    """The picture. `rows` name what the cells of each column are about."""

    title: str
    colour: Colour
    rows: tuple[str, ...]
    columns: tuple[MatrixColumn, ...]


def height_of(chart: MatrixChart, width: float, size: float) -> float:
    """How high the picture is, with text of that size."""
    bands = len(_bands(chart, width, size))
    return size * (bands * (_HEAD + _ROW * len(chart.rows)) + max(0, bands - 1) * _BAND)


def matrix_chart(chart: MatrixChart, width: float, size: float) -> Iterator[Stroke]:
    """The strokes in the order they are laid down; the columns go on below where they are many."""
    top = 0.0
    for band in _bands(chart, width, size):
        yield from _drawn(chart, band, top, width, size)
        top += size * (_HEAD + _ROW * len(chart.rows) + _BAND)


def _bands(chart: MatrixChart, width: float, size: float) -> list[Sequence[MatrixColumn]]:
    """The columns in lines of equal length, none wider than there is room for."""
    room = max(1, int((width - _LABELS * size) / (_NARROWEST * size)))
    count = len(chart.columns)
    lines = max(1, -(-count // room))
    a_line = max(1, -(-count // lines))
    return [chart.columns[at : at + a_line] for at in range(0, count, a_line)]


def _drawn(
    chart: MatrixChart, band: Sequence[MatrixColumn], top: float, width: float, size: float
) -> Iterator[Stroke]:
    longest = max(len(each) for each in _bands(chart, width, size))
    wide = min((width - _LABELS * size) / longest, _WIDEST * size)
    right = _LABELS * size + wide * len(band)
    for at, name in enumerate(chart.rows):
        y = top + size * (_HEAD + _ROW * (at + 0.5))
        yield Words(text=name, x=0, y=y, size=size * 0.92, room=_LABELS * size - size)
        edge = y + size * _ROW / 2
        yield Line(start=(0, edge), end=(right, edge), ink=Ink.RULE, thickness=size * 0.04)
    for at, column in enumerate(band):
        x = _LABELS * size + wide * (at + 0.5)
        yield Words(
            text=column.initials,
            x=x,
            y=top + size * _HEAD / 2,
            size=size * _SMALL,
            room=wide,
            align=Align.CENTRE,
            is_strong=True,
        )
        for row, cell in enumerate(column.cells):
            y = top + size * (_HEAD + _ROW * (row + 0.5))
            yield from _cell(cell, (x, y), chart.colour, size)


def _cell(
    cell: Mark | int, middle: tuple[float, float], colour: Colour, size: float
) -> Iterator[Stroke]:
    x, y = middle
    if isinstance(cell, int):
        yield Words(
            text=str(cell) if cell else "·",
            x=x,
            y=y,
            size=size * 0.92,
            room=3 * size,
            ink=Ink.TEXT if cell else Ink.QUIET,
            align=Align.CENTRE,
            is_strong=bool(cell),
        )
        return
    side = size * (_ROW - 2 * _GAP) * 0.82
    left, over = x - side / 2, y - side / 2
    fill = {Mark.FULL: Ink.FULL, Mark.OLD: Ink.TINT, Mark.NONE: Ink.PAPER}[cell]
    yield Box(x=left, y=over, width=side, height=side, fill=fill, colour=colour)
    corners = ((left, over), (left + side, over), (left + side, over + side), (left, over + side))
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        yield Line(
            start=start,
            end=end,
            ink=Ink.QUIET if cell is Mark.NONE else Ink.FULL,
            thickness=size * 0.07,
            colour=colour,
        )
    if cell is Mark.OLD:
        yield Line(
            start=(left, over + side),
            end=(left + side, over),
            ink=Ink.FULL,
            thickness=size * 0.09,
            colour=colour,
        )
