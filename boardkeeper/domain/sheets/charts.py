"""Stacked bars as plain strokes, drawn alike on paper and on screen.

x grows to the right and y downwards, from (0, 0) at the top left. All lengths are in the units of
whoever draws: points or pixels. The size of the text is given, and the rest follows from it.

Every part of a bar has a ground and a pattern of its own beside its colour, so the picture can be
read in grey print and by eyes that do not tell the colours apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from math import ceil, floor, log10

from boardkeeper import formats
from boardkeeper.domain.organisations import Colour

MOST_SERIES = 8
"""The patterns there are; what is more is to be put together."""

_AXIS = 3.2
"""The width of the numbers at the left, in sizes of text; so are the lengths below."""
_TOP = 1.9
_FOOT = 1.9
_LEGEND_LINE = 1.75
_LEGEND_COLUMN = 14.0
_KEY = 1.05
_BAR_SHARE = 0.66
_SMALL = 0.86
_HATCH = 0.42
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_MOST_LINES = 5
_NARROW = 2.4
"""Columns narrower than this have a first letter for their name, and sums without decimals."""
_SMALLEST_STEP = 0.25


class Ink(Enum):
    """What a stroke is drawn with; paper and screen each have their own colours for it."""

    TEXT = auto()
    QUIET = auto()
    RULE = auto()
    FULL = auto()
    TINT = auto()
    PAPER = auto()


class Align(Enum):
    """Where a text stands against its point."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


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
    values, and at most `MOST_SERIES` series.
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
class Box:
    """A filled rectangle in the colour of a series, or in a plain ink."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink
    colour: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line."""

    start: tuple[float, float]
    end: tuple[float, float]
    ink: Ink
    thickness: float
    colour: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line of text whose middle is at y; cut where it is wider than `room`."""

    text: str
    x: float
    y: float
    size: float
    room: float
    ink: Ink = Ink.TEXT
    align: Align = Align.LEFT
    is_strong: bool = False


Stroke = Box | Line | Words


class _Hatch(Enum):
    NONE = auto()
    RISING = auto()
    FALLING = auto()
    LEVEL = auto()
    UPRIGHT = auto()
    CROSSED = auto()


_PATTERNS: tuple[tuple[Ink, _Hatch], ...] = (
    (Ink.FULL, _Hatch.NONE),
    (Ink.PAPER, _Hatch.RISING),
    (Ink.TINT, _Hatch.NONE),
    (Ink.FULL, _Hatch.LEVEL),
    (Ink.PAPER, _Hatch.CROSSED),
    (Ink.FULL, _Hatch.FALLING),
    (Ink.PAPER, _Hatch.NONE),
    (Ink.TINT, _Hatch.UPRIGHT),
)
"""Neighbours in a bar differ in grey as well."""


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
            yield from self._part(number, middle - wide / 2, y, wide, foot - y)
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
            yield from self._part(number, x, y - _KEY * size / 2, _KEY * size, _KEY * size)
            yield Words(
                text=each.name,
                x=x + (_KEY + 0.6) * size,
                y=y,
                size=size,
                room=wide - (_KEY + 1.6) * size,
            )

    def _at(self, value: float) -> float:
        return self._floor - (self._floor - self._top) * value / self._scale.top

    def _part(self, number: int, x: float, y: float, wide: float, high: float) -> Iterator[Stroke]:
        colour = self._chart.series[number].colour
        ground, hatch = _PATTERNS[number % MOST_SERIES]
        box = Box(x=x, y=y, width=wide, height=high, fill=ground, colour=colour)
        yield box
        ink = Ink.PAPER if ground is Ink.FULL else Ink.FULL
        for start, end in _hatched(box, hatch, self._size * _HATCH):
            yield Line(start=start, end=end, ink=ink, thickness=self._size * 0.085, colour=colour)
        yield from _outlined(box, colour, self._size * 0.07)


def _legend_columns(width: float, size: float) -> int:
    return max(1, min(4, int(width / (_LEGEND_COLUMN * size))))


def _outlined(box: Box, colour: Colour, thickness: float) -> Iterator[Stroke]:
    right, foot = box.x + box.width, box.y + box.height
    corners = ((box.x, box.y), (right, box.y), (right, foot), (box.x, foot))
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        yield Line(start=start, end=end, ink=Ink.FULL, thickness=thickness, colour=colour)


_Segment = tuple[tuple[float, float], tuple[float, float]]


def _hatched(box: Box, hatch: _Hatch, gap: float) -> Iterator[_Segment]:
    """The lines of a pattern, each ending at the edge of the box."""
    right, foot = box.x + box.width, box.y + box.height
    if hatch is _Hatch.LEVEL:
        for y in _every(box.y, foot, gap):
            yield (box.x, y), (right, y)
    elif hatch is _Hatch.UPRIGHT:
        for x in _every(box.x, right, gap):
            yield (x, box.y), (x, foot)
    if hatch in (_Hatch.RISING, _Hatch.CROSSED):
        for offset in _every(0, box.width + box.height, gap * 1.42):
            along, beyond = min(offset, box.height), max(0.0, offset - box.height)
            back, over = max(0.0, offset - box.width), min(offset, box.width)
            yield (box.x + beyond, box.y + along), (box.x + over, box.y + back)
    if hatch in (_Hatch.FALLING, _Hatch.CROSSED):
        for offset in _every(0, box.width + box.height, gap * 1.42):
            along, beyond = min(offset, box.height), max(0.0, offset - box.height)
            back, over = max(0.0, offset - box.width), min(offset, box.width)
            yield (box.x + beyond, foot - along), (box.x + over, foot - back)


def _every(first: float, last: float, gap: float) -> Sequence[float]:
    """Places between the two, evenly apart and none at the ends."""
    return [first + gap * (at + 0.5) for at in range(max(0, round((last - first) / gap)))]
