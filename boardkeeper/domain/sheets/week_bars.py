"""The load by week as plain strokes: hours stacked against the ceiling, drawn on paper and screen.

Each week is a bar of its organisations. A stepped line is the ceiling in force, a triangle with an
exclamation mark stands over a red week, days away are hatched behind the bars, and today is marked
where it lies in its week. Lengths are in the units of whoever draws; the size of the text is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from boardkeeper import formats
from boardkeeper.domain.sheets.charts import Series, scale_for
from boardkeeper.domain.sheets.strokes import (
    Align,
    Box,
    Hatch,
    Ink,
    Line,
    Shape,
    Stroke,
    Words,
    hatched,
    part,
)
from boardkeeper.i18n import _

DAYS = 7

_AXIS = 3.2
"""The width of the numbers at the left, in sizes of text; so are the lengths below."""
_TOP = 3.4
_FOOT = 3.1
_KEY_LINE = 1.75
_KEY_COLUMN = 12.4
_KEY = 1.05
_BAR_SHARE = 0.72
_SMALL = 0.86
_NUMBERED = 1.7
"""Columns at least as wide have their sum over them."""
_WEEK_ROOM = 2.0
_SUM = 0.95
_SIGN = 1.15
_DASH = 0.55
_YEAR_ROOM = 4.4


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMark:
    """What is to be seen of one week beside its bar.

    `ceiling` is in hours, or None where there is none. `away` holds the days away, 0 for Monday.
    """

    monday: date
    ceiling: float | None = None
    is_red: bool = False
    away: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelLine:
    """A level to compare with, from side to side: its name, and hours a week."""

    name: str
    hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekBars:
    """Weeks one after another, of which each is a bar of the series on top of one another.

    A series has a value in hours for each week; there are at most `strokes.MOST_SERIES` of them.
    """

    title: str
    unit: str
    weeks: tuple[WeekMark, ...]
    series: tuple[Series, ...]
    today: date | None = None
    levels: tuple[LevelLine, ...] = ()

    @property
    def totals(self) -> tuple[float, ...]:
        """The height of each bar, in hours."""
        return tuple(sum(each.values[at] for each in self.series) for at in range(len(self.weeks)))

    @property
    def highest(self) -> float:
        """What the scale must hold: bars, ceilings and levels."""
        ceilings = (each.ceiling or 0.0 for each in self.weeks)
        levels = (each.hours for each in self.levels)
        return max((*self.totals, *ceilings, *levels), default=0.0)


def week_bars(chart: WeekBars, width: float, height: float, size: float) -> Iterator[Stroke]:
    """The strokes in the order they are laid down, in so much room, with text of that size."""
    drawing = _Weeks(chart, width, height, size)
    yield from drawing.away()
    yield from drawing.scale_lines()
    yield from drawing.today()
    for at in range(len(chart.weeks)):
        yield from drawing.bar(at)
    yield from drawing.levels()
    yield from drawing.ceiling()
    for at in range(len(chart.weeks)):
        yield from drawing.over(at)
    yield from drawing.ground_line()
    yield from drawing.days()
    yield from drawing.key()


def week_spans(chart: WeekBars, width: float, size: float) -> list[tuple[float, float]]:
    """From where to where each week reaches, for whoever points at one."""
    start = _AXIS * size
    each = (width - start) / max(1, len(chart.weeks))
    return [(start + at * each, start + (at + 1) * each) for at in range(len(chart.weeks))]


def bars_between(chart: WeekBars, width: float, height: float, size: float) -> tuple[float, float]:
    """Top and foot of the room the bars have, for whoever marks a week."""
    foot = height - height_of_key(chart, width, size) - _FOOT * size
    return _TOP * size, foot


def height_of_key(chart: WeekBars, width: float, size: float) -> float:
    """How much of the height the names below take."""
    entries = len(_key_entries(chart))
    columns = _key_columns(width, size)
    return -(-entries // columns) * _KEY_LINE * size


class _Weeks:
    """The places of everything in one picture."""

    def __init__(self, chart: WeekBars, width: float, height: float, size: float) -> None:
        self._chart = chart
        self._width = width
        self._height = height
        self._size = size
        self._small = size * _SMALL
        self._spans = week_spans(chart, width, size)
        self._left = _AXIS * size
        self._each = (width - self._left) / max(1, len(chart.weeks))
        self._scale = scale_for(chart.highest)
        self._top, self._floor = bars_between(chart, width, height, size)

    def scale_lines(self) -> Iterator[Stroke]:
        for mark in self._scale.marks:
            y = self._at(mark)
            if mark:
                yield Line(start=(self._left, y), end=(self._width, y), ink=Ink.RULE, thickness=0.5)
            yield Words(
                text=formats.number(mark),
                x=self._left - 0.6 * self._size,
                y=y,
                size=self._small,
                room=self._left,
                ink=Ink.QUIET,
                align=Align.RIGHT,
            )
        yield Words(
            text=self._chart.unit,
            x=0,
            y=0.55 * self._size,
            size=self._small,
            room=self._left,
            ink=Ink.QUIET,
        )

    def away(self) -> Iterator[Stroke]:
        """Days away in a row are one hatched field."""
        days = sorted(
            at * DAYS + day for at, each in enumerate(self._chart.weeks) for day in each.away
        )
        for first, last in _runs(days):
            start, end = self._x_of_day(first), self._x_of_day(last + 1)
            yield from _away_field(
                Box(
                    x=start,
                    y=self._top,
                    width=end - start,
                    height=self._floor - self._top,
                    fill=Ink.PAPER,
                ),
                self._size,
            )

    def today(self) -> Iterator[Stroke]:
        """A line where today lies in its week, with its word above."""
        x = self._x_of_today()
        if x is None:
            return
        yield Line(
            start=(x, 1.15 * self._size),
            end=(x, self._floor),
            ink=Ink.MARK,
            thickness=0.11 * self._size,
        )
        # The word keeps clear of both ends of the picture.
        half = 1.6 * self._size
        yield Words(
            text=_("today"),
            x=min(max(x, self._left + half), self._width - half),
            y=0.55 * self._size,
            size=self._small,
            room=6 * self._size,
            ink=Ink.MARK,
            align=Align.CENTRE,
            is_strong=True,
        )

    def bar(self, at: int) -> Iterator[Stroke]:
        start, end = self._spans[at]
        wide = (end - start) * _BAR_SHARE
        x = (start + end - wide) / 2
        below = 0.0
        for number, each in enumerate(self._chart.series):
            value = each.values[at]
            if value <= 0:
                continue
            y, foot = self._at(below + value), self._at(below)
            yield from part(number, (x, y, wide, foot - y), each.colour, self._size)
            below += value

    def over(self, at: int) -> Iterator[Stroke]:
        """The sum over the bar, and over that the sign of a red week."""
        start, end = self._spans[at]
        middle = (start + end) / 2
        total, week = self._chart.totals[at], self._chart.weeks[at]
        y = self._at(total) - 0.3 * self._size
        if total and self._each >= _NUMBERED * self._size:
            y = self._clear_of_ceiling(y, week.ceiling)
            if week.away:
                yield self._cleared(middle, y)
            yield Words(
                text=formats.number(total, 0 if total >= 10 or self._is_narrow else 1),
                x=middle,
                y=y - 0.45 * self._size,
                size=self._small,
                room=end - start,
                align=Align.CENTRE,
                is_strong=True,
            )
            y -= _SUM * self._size
        if week.is_red:
            y = self._clear_of_ceiling(y, week.ceiling)
            side = min(_SIGN * self._size, max(self._each, 0.8 * self._size))
            yield from _red_sign(middle, y, side)

    def levels(self) -> Iterator[Stroke]:
        for each in self._chart.levels:
            y = self._at(each.hours)
            yield from _dotted(self._left, self._width, y, self._size)

    def ceiling(self) -> Iterator[Stroke]:
        """A thick line, stepping where the ceiling changes."""
        thickness = 0.16 * self._size
        steps = list(zip(self._spans, self._chart.weeks, strict=True))
        for (start, end), week in steps:
            if week.ceiling is not None:
                y = self._at(week.ceiling)
                yield Line(start=(start, y), end=(end, y), ink=Ink.TEXT, thickness=thickness)
        for (_before, earlier), ((start, _end), later) in pairwise(steps):
            if None not in (earlier.ceiling, later.ceiling) and earlier.ceiling != later.ceiling:
                low, high = self._at(earlier.ceiling or 0), self._at(later.ceiling or 0)
                yield Line(start=(start, low), end=(start, high), ink=Ink.TEXT, thickness=thickness)

    def ground_line(self) -> Iterator[Stroke]:
        yield Line(
            start=(self._left, self._floor),
            end=(self._width, self._floor),
            ink=Ink.TEXT,
            thickness=0.8,
        )

    def days(self) -> Iterator[Stroke]:
        """Numbers of weeks below the bars, and below those the months."""
        every = next(n for n in (1, 2, 4, 8, 13, 26, 104) if n * self._each >= self._week_room)
        for at, each in enumerate(self._chart.weeks):
            if at % every:
                continue
            start, end = self._spans[at]
            yield Words(
                text=str(each.monday.isocalendar().week),
                x=(start + end) / 2,
                y=self._floor + 0.85 * self._size,
                size=self._small,
                room=self._each * every,
                ink=Ink.QUIET,
                align=Align.CENTRE,
            )
        yield from self._months()

    def key(self) -> Iterator[Stroke]:
        """What the patterns and marks mean, in as many columns as there is room for."""
        size = self._size
        columns = _key_columns(self._width, size)
        wide = self._width / columns
        top = self._height - height_of_key(self._chart, self._width, size)
        for number, (name, drawn) in enumerate(_key_entries(self._chart)):
            line, column = divmod(number, columns)
            x, y = column * wide, top + (line + 0.5) * _KEY_LINE * size
            yield from drawn(x, y, size)
            yield Words(
                text=name,
                x=x + (_KEY + 0.6) * size,
                y=y,
                size=size,
                room=wide - (_KEY + 1.6) * size,
            )

    def _months(self) -> Iterator[Stroke]:
        """Each month at its first day, where there is room before the next."""
        if not self._chart.weeks:
            return
        first = self._chart.weeks[0].monday
        end = self._chart.weeks[-1].monday + timedelta(days=DAYS)
        starts = [first, *_firsts_of_month(first + timedelta(days=1), end)]
        places = [self._x_of_day((day - first).days) for day in starts]
        y = self._floor + 2.1 * self._size
        for day, x, following in zip(starts, places, [*places[1:], self._width], strict=True):
            is_named = following - x >= 2.6 * self._size
            if day.day == 1 and is_named:
                yield Line(
                    start=(x, y - 0.6 * self._size),
                    end=(x, y + 0.5 * self._size),
                    ink=Ink.RULE,
                    thickness=0.5,
                )
            if is_named:
                room = following - x - 0.5 * self._size
                has_year = (day is first or day.month == 1) and room >= _YEAR_ROOM * self._size
                yield Words(
                    text=_month_label(day, has_year=has_year),
                    x=x + 0.35 * self._size,
                    y=y,
                    size=self._small,
                    room=room,
                    ink=Ink.QUIET,
                )

    def _clear_of_ceiling(self, foot: float, ceiling: float | None) -> float:
        """The foot of a sum: above the line of the ceiling where it would stand in it."""
        line = None if ceiling is None else self._at(ceiling)
        if line is not None and foot - _SUM * self._size < line < foot + 0.2 * self._size:
            return line - 0.3 * self._size
        return foot

    def _cleared(self, middle: float, foot: float) -> Box:
        """Plain ground behind a sum that stands in a hatched field."""
        wide, high = min(self._each, 2.0 * self._size), _SUM * self._size
        return Box(x=middle - wide / 2, y=foot - high, width=wide, height=high, fill=Ink.PAPER)

    @property
    def _is_narrow(self) -> bool:
        return self._each < 2.4 * self._size

    @property
    def _week_room(self) -> float:
        return _WEEK_ROOM * self._small

    def _x_of_today(self) -> float | None:
        today = self._chart.today
        if today is None or not self._chart.weeks:
            return None
        days = (today - self._chart.weeks[0].monday).days
        if not 0 <= days < DAYS * len(self._chart.weeks):
            return None
        return self._x_of_day(days + 0.5)

    def _x_of_day(self, day: float) -> float:
        """Where a day begins, counted from the first Monday."""
        return self._left + self._each * day / DAYS

    def _at(self, hours: float) -> float:
        return self._floor - (self._floor - self._top) * hours / self._scale.top


_Drawn = Callable[[float, float, float], Iterator[Stroke]]
"""Draws the sign of an entry at x, with its middle at y, for text of a size."""


def _key_entries(chart: WeekBars) -> list[tuple[str, _Drawn]]:
    """The series, and those of the marks there are."""
    entries: list[tuple[str, _Drawn]] = [
        (each.name, _part_key(number, each)) for number, each in enumerate(chart.series)
    ]
    if any(each.ceiling is not None for each in chart.weeks):
        entries.append((_("my ceiling"), _ceiling_key))
    if any(each.is_red for each in chart.weeks):
        entries.append((_("red week"), _red_key))
    if any(each.away for each in chart.weeks):
        entries.append((_("away"), _away_key))
    entries += [(each.name, _level_key) for each in chart.levels]
    return entries


def _part_key(number: int, series: Series) -> _Drawn:
    def drawn(x: float, y: float, size: float) -> Iterator[Stroke]:
        side = _KEY * size
        return part(number, (x, y - side / 2, side, side), series.colour, size)

    return drawn


def _ceiling_key(x: float, y: float, size: float) -> Iterator[Stroke]:
    yield Line(start=(x, y), end=(x + _KEY * size, y), ink=Ink.TEXT, thickness=0.16 * size)


def _level_key(x: float, y: float, size: float) -> Iterator[Stroke]:
    yield from _dotted(x, x + _KEY * size, y, size)


def _red_key(x: float, y: float, size: float) -> Iterator[Stroke]:
    yield from _red_sign(x + _KEY * size / 2, y + _KEY * size / 2, _KEY * size)


def _away_key(x: float, y: float, size: float) -> Iterator[Stroke]:
    side = _KEY * size
    yield from _away_field(
        Box(x=x, y=y - side / 2, width=side, height=side, fill=Ink.PAPER), size, gap=0.5
    )


def _key_columns(width: float, size: float) -> int:
    return max(1, min(5, int(width / (_KEY_COLUMN * size))))


def _away_field(box: Box, size: float, gap: float = 0.85) -> Iterator[Stroke]:
    """Thin falling lines in grey; no part of a bar is hatched in grey."""
    for start, end in hatched(box, Hatch.FALLING, gap * size):
        yield Line(start=start, end=end, ink=Ink.QUIET, thickness=0.055 * size)


def _red_sign(x: float, foot: float, side: float) -> Iterator[Stroke]:
    """A triangle that stands at `foot`, with an exclamation mark in it."""
    high = side * 0.9
    yield Shape(
        corners=((x, foot - high), (x + side / 2, foot), (x - side / 2, foot)), fill=Ink.ALERT
    )
    thickness = side * 0.13
    yield Line(
        start=(x, foot - high * 0.66),
        end=(x, foot - high * 0.32),
        ink=Ink.PAPER,
        thickness=thickness,
    )
    yield Line(
        start=(x, foot - high * 0.21),
        end=(x, foot - high * 0.08),
        ink=Ink.PAPER,
        thickness=thickness,
    )


def _dotted(start: float, end: float, y: float, size: float) -> Iterator[Stroke]:
    dash = _DASH * size
    x = start
    while x < end:
        yield Line(
            start=(x, y),
            end=(min(x + dash * 0.55, end), y),
            ink=Ink.QUIET,
            thickness=0.12 * size,
        )
        x += dash


def _runs(days: list[int]) -> list[tuple[int, int]]:
    """First and last of the numbers that follow one another."""
    runs: list[tuple[int, int]] = []
    for day in days:
        if runs and runs[-1][1] == day - 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _firsts_of_month(first: date, end: date) -> Iterator[date]:
    """The first days of months from a day on, before `end`."""
    day = first if first.day == 1 else (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day < end:
        yield day
        day = (day + timedelta(days=32)).replace(day=1)


def _month_label(day: date, *, has_year: bool) -> str:
    """`mar.`, and `jan. 2027` where the year is new to the reader."""
    name = formats.short_month_name(day)
    return f"{name} {day.year}" if has_year else name
