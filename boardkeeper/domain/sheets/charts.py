"""Stacked bars as plain strokes, drawn alike on paper and on screen.

Lengths are in the units of whoever draws; the size of the text is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, log10

from boardkeeper import formats
from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.strokes import Align, Ink, Line, Stroke, Words, part

_AXIS = 3.2
"""The width of the numbers at the left, in sizes of text; so are the lengths below."""
_TOP = 1.9
_FOOT = 1.9
_LEGEND_LINE = 1.75
_LEGEND_COLUMN = 14.0
_KEY = 1.05
_BAR_SHARE = 0.66
_SMALL = 0.86
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_MOST_LINES = 5
_NARROW = 2.4
"""Columns narrower than this have a first letter for their name, and sums without decimals."""
_SMALLEST_STEP = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One part of every bar: its name, its colour, and how much it is in each column."""

    name: str
    colour: Colour
    values: tuple[float, ...]

    @property
    def total(self) -> float:
        return sum(self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedBars:
    """Columns of which each is a bar of the series on top of one another.

    `unit` is what the values are counted in, in words. There are as many columns as a series has
    values, and at most `strokes.MOST_SERIES` series.
    """

    title: str
    unit: str
    columns: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def totals(self) -> tuple[float, ...]:
        """The height of each bar."""
        return tuple(sum(each.values[at] for each in self.series) for at in range(self._count))

    @property
    def _count(self) -> int:
        return len(self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The numbers at the left: from nothing in even steps to the top."""

    step: float
    count: int

    @property
    def top(self) -> float:
        return self.step * self.count

    @property
    def marks(self) -> tuple[float, ...]:
        return tuple(self.step * at for at in range(self.count + 1))


def scale_for(highest: float) -> Scale:
    """Steps of 1, 2, 2.5 or 5 and their tenfolds, five at most; of quarters for little."""
    if highest <= 0:
        return Scale(step=1.0, count=1)
    magnitude = 10.0 ** floor(log10(max(highest, _SMALLEST_STEP) / _MOST_LINES))
    wanted = (magnitude * step for step in _STEPS)
    step = max(
        next(each for each in wanted if each * _MOST_LINES >= highest * 0.999999), _SMALLEST_STEP
    )
    return Scale(step=step, count=max(1, ceil(highest / step - 1e-9)))


def height_of_legend(chart: StackedBars, width: float, size: float) -> float:
    """How much of the height the names of the series take."""
    lines = ceil(len(chart.series) / _legend_columns(width, size)) if chart.series else 0
    return lines * _LEGEND_LINE * size


def stacked_bars(
    chart: StackedBars, width: float, height: float, size: float, *, left: float | None = None
) -> Iterator[Stroke]:
    """The strokes in the order they are laid down, in so much room, with text of that size.

    `left` is where the first column begins, where it is to stand over a table's.
    """
    drawing = _Bars(chart, width, height, size, left)
    yield from drawing.scale_lines()
    for at in range(len(chart.columns)):
        yield from drawing.bar(at)
    yield from drawing.ground_line()
    yield from drawing.legend()


def column_spans(
    chart: StackedBars, width: float, size: float, *, left: float | None = None
) -> list[tuple[float, float]]:
    """From where to where each column reaches, for whoever points at one."""
    start = _AXIS * size if left is None else left
    each = (width - start) / max(1, len(chart.columns))
    return [(start + at * each, start + (at + 1) * each) for at in range(len(chart.columns))]


class _Bars:
    """The places of everything in one picture."""

    def __init__(
        self, chart: StackedBars, width: float, height: float, size: float, left: float | None
    ) -> None:
        self._chart = chart
        self._width = width
        self._size = size
        self._spans = column_spans(chart, width, size, left=left)
        self._left = self._spans[0][0] if self._spans else 0.0
        self._is_narrow = any(end - start < _NARROW * size for start, end in self._spans)
        self._scale = scale_for(max(chart.totals, default=0.0))
        self._top = _TOP * size
        self._legend_top = height - height_of_legend(chart, width, size)
        self._floor = self._legend_top - _FOOT * size

    def scale_lines(self) -> Iterator[Stroke]:
        small = self._size * _SMALL
        for mark in self._scale.marks:
            y = self._at(mark)
            if mark:
                yield Line(start=(self._left, y), end=(self._width, y), ink=Ink.RULE, thickness=0.5)
            yield Words(
                text=formats.number(mark),
                x=self._left - 0.6 * self._size,
                y=y,
                size=small,
                room=self._left,
                ink=Ink.QUIET,
                align=Align.RIGHT,
            )
        yield Words(
            text=self._chart.unit,
            x=0,
            y=0.55 * self._size,
            size=small,
            room=self._width / 3,
            ink=Ink.QUIET,
        )

    def bar(self, at: int) -> Iterator[Stroke]:
        start, end = self._spans[at]
        middle, wide = (start + end) / 2, (end - start) * _BAR_SHARE
        below = 0.0
        for number, each in enumerate(self._chart.series):
            value = each.values[at]
            if value <= 0:
                continue
            y, foot = self._at(below + value), self._at(below)
            yield from part(number, (middle - wide / 2, y, wide, foot - y), each.colour, self._size)
            below += value
        if below:
            yield Words(
                text=formats.number(below, 0 if self._is_narrow or below >= 100 else 1),
                x=middle,
                y=self._at(below) - 0.75 * self._size,
                size=self._size * _SMALL,
                room=end - start,
                align=Align.CENTRE,
                is_strong=True,
            )
        yield Words(
            text=self._chart.columns[at][: 1 if self._is_narrow else None],
            x=middle,
            y=self._floor + 0.95 * self._size,
            size=self._size * _SMALL,
            room=end - start,
            ink=Ink.QUIET,
            align=Align.CENTRE,
        )

    def ground_line(self) -> Iterator[Stroke]:
        yield Line(
            start=(self._left, self._floor),
            end=(self._width, self._floor),
            ink=Ink.TEXT,
            thickness=0.8,
        )

    def legend(self) -> Iterator[Stroke]:
        """The series with their patterns, in as many columns as there is room for."""
        size = self._size
        columns = _legend_columns(self._width, size)
        wide = self._width / columns
        for number, each in enumerate(self._chart.series):
            line, column = divmod(number, columns)
            x = column * wide
            y = self._legend_top + (line + 0.5) * _LEGEND_LINE * size
            key = (x, y - _KEY * size / 2, _KEY * size, _KEY * size)
            yield from part(number, key, each.colour, size)
            yield Words(
                text=each.name,
                x=x + (_KEY + 0.6) * size,
                y=y,
                size=size,
                room=wide - (_KEY + 1.6) * size,
            )

    def _at(self, value: float) -> float:
        return self._floor - (self._floor - self._top) * value / self._scale.top


def _legend_columns(width: float, size: float) -> int:
    return max(1, min(4, int(width / (_LEGEND_COLUMN * size))))
