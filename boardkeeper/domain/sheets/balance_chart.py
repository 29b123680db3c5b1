"""Where the hours go against what comes back, as plain strokes: hours to the left, results right.

See `strokes` for the directions and the inks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boardkeeper import formats
from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.strokes import Align, Ink, Line, Stroke, Words, part

_ROW = 2.1
"""The height of a row, in sizes of text; so are the lengths below."""
_BAR = 1.15
_HEAD = 2.0
_LEGEND_LINE = 1.75
_LEGEND_COLUMN = 15.0
_KEY = 1.05
_NUMBER = 3.2
_OFF = 0.3
"""How far the bars begin from the line between them."""
_SMALL = 0.86
_NAMES = 0.27
"""The share of the width that names take at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One row: minutes on one side, on the other so many of each kind of result."""

    name: str
    colour: Colour
    minutes: int
    results: tuple[int, ...]

    @property
    def count(self) -> int:
        return sum(self.results)


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Rows weighed against one another. `kinds` are the names and colours of the results."""

    title: str
    hours_title: str
    results_title: str
    kinds: tuple[tuple[str, Colour], ...]
    rows: tuple[Weighed, ...]

    @property
    def shown_kinds(self) -> tuple[int, ...]:
        """The kinds there is any of, by their place."""
        return tuple(
            at for at in range(len(self.kinds)) if any(each.results[at] for each in self.rows)
        )


def height_of(chart: Balance, width: float, size: float) -> float:
    """How high the picture is, with text of that size."""
    lines = -(-len(chart.shown_kinds) // _columns(width, size)) if chart.shown_kinds else 0
    return size * (_HEAD + _ROW * len(chart.rows) + _LEGEND_LINE * lines + 0.4)


def balance(chart: Balance, width: float, size: float) -> Iterator[Stroke]:
    """The strokes in the order they are laid down, across the width, with text of that size."""
    names = width * _NAMES
    number = _NUMBER * size
    side = (width - names - 2 * number) / 2 - _OFF * size
    middle = names + number + side + _OFF * size
    most_minutes = max((each.minutes for each in chart.rows), default=0) or 1
    most_results = max((each.count for each in chart.rows), default=0) or 1
    yield from _heads(chart, middle, size)
    foot = size * (_HEAD + _ROW * len(chart.rows))
    for at, each in enumerate(chart.rows):
        y = size * (_HEAD + _ROW * (at + 0.5))
        yield Words(text=each.name, x=0, y=y, size=size, room=names - size)
        yield from _hours(each, middle, y, side * each.minutes / most_minutes, size)
        yield from _results(chart, each, (middle, y), side / most_results, size)
    yield Line(
        start=(middle, size * _HEAD), end=(middle, foot), ink=Ink.TEXT, thickness=size * 0.09
    )
    yield from _legend(chart, width, foot + 0.4 * size, size)


def _heads(chart: Balance, middle: float, size: float) -> Iterator[Stroke]:
    for text, x, align in (
        (chart.hours_title, middle - size, Align.RIGHT),
        (chart.results_title, middle + size, Align.LEFT),
    ):
        yield Words(
            text=text,
            x=x,
            y=size * 0.8,
            size=size * _SMALL,
            room=middle,
            ink=Ink.QUIET,
            align=align,
        )


def _hours(row: Weighed, middle: float, y: float, long: float, size: float) -> Iterator[Stroke]:
    high, start = _BAR * size, middle - _OFF * size
    if row.minutes:
        yield from part(0, (start - long, y - high / 2, long, high), row.colour, size)
    yield Words(
        text=formats.number(round(row.minutes / 60, 1)) if row.minutes else "–",
        x=start - long - 0.5 * size,
        y=y,
        size=size * _SMALL,
        room=_NUMBER * size,
        align=Align.RIGHT,
        is_strong=bool(row.minutes),
    )


def _results(
    chart: Balance, row: Weighed, start: tuple[float, float], each: float, size: float
) -> Iterator[Stroke]:
    high, x, y = _BAR * size, start[0] + _OFF * size, start[1]
    for number, count in enumerate(row.results):
        if count:
            colour = chart.kinds[number][1]
            yield from part(number, (x, y - high / 2, each * count, high), colour, size)
            x += each * count
    yield Words(
        text=formats.number(row.count) if row.count else "–",
        x=x + 0.5 * size,
        y=y,
        size=size * _SMALL,
        room=_NUMBER * size,
        is_strong=bool(row.count),
    )


def _legend(chart: Balance, width: float, top: float, size: float) -> Iterator[Stroke]:
    columns = _columns(width, size)
    wide = width / columns
    for place, kind in enumerate(chart.shown_kinds):
        line, column = divmod(place, columns)
        x, y = column * wide, top + (line + 0.5) * _LEGEND_LINE * size
        name, colour = chart.kinds[kind]
        key = _KEY * size
        yield from part(kind, (x, y - key / 2, key, key), colour, size)
        room = wide - (_KEY + 1.6) * size
        yield Words(text=name, x=x + (_KEY + 0.6) * size, y=y, size=size, room=room)


def _columns(width: float, size: float) -> int:
    return max(1, min(3, int(width / (_LEGEND_COLUMN * size))))
