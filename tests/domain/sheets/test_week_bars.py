"""The load by week as strokes: in place, to scale, and with a sign for what is red."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.charts import Series
from boardkeeper.domain.sheets.strokes import Box, Ink, Line, Shape, Stroke, Words
from boardkeeper.domain.sheets.week_bars import (
    LevelLine,
    WeekBars,
    WeekMark,
    bars_between,
    height_of_key,
    week_bars,
    week_spans,
)

WIDTH, HEIGHT, SIZE = 900.0, 300.0, 12.0
MONDAY = date(2026, 11, 23)


def chart(*hours: float, today: date | None = None, **weeks: object) -> WeekBars:
    """One board's hours week by week; `weeks` are fields of all the weeks."""
    marks = tuple(
        WeekMark(monday=MONDAY + timedelta(weeks=at), **weeks)  # type: ignore[arg-type] # fields
        for at in range(len(hours))
    )
    series = (Series(name="Tennis club", colour=Colour.BLUE, values=hours),)
    return WeekBars(title="Load", unit="hours", weeks=marks, series=series, today=today)


def strokes(of: WeekBars, width: float = WIDTH) -> list[Stroke]:
    return list(week_bars(of, width, HEIGHT, SIZE))


def texts(of: WeekBars, width: float = WIDTH) -> list[str]:
    return [each.text for each in strokes(of, width) if isinstance(each, Words)]


def signs(of: WeekBars) -> list[Shape]:
    """The triangles over the bars, without the one of the key."""
    _top, foot = bars_between(of, WIDTH, HEIGHT, SIZE)
    found = [each for each in strokes(of) if isinstance(each, Shape)]
    return [each for each in found if all(y <= foot for _x, y in each.corners)]


@given(
    st.lists(st.floats(0, 90), min_size=1, max_size=53),
    st.floats(0, 60),
    st.frozensets(st.integers(0, 6)),
    st.integers(0, 370),
)
def test_every_stroke_stays_in_the_picture(
    hours: list[float], ceiling: float, away: frozenset[int], day: int
) -> None:
    drawn = chart(
        *hours,
        today=MONDAY + timedelta(days=day),
        ceiling=ceiling,
        away=away,
        is_red=True,
    )
    for stroke in strokes(drawn):
        if isinstance(stroke, Box):
            corners = [(stroke.x, stroke.y), (stroke.x + stroke.width, stroke.y + stroke.height)]
        elif isinstance(stroke, Line):
            corners = [stroke.start, stroke.end]
        elif isinstance(stroke, Shape):
            corners = list(stroke.corners)
        else:
            corners = [(stroke.x, stroke.y - SIZE / 2), (stroke.x, stroke.y + SIZE / 2)]
        for x, y in corners:
            assert -0.01 <= x <= WIDTH + 0.01
            assert -0.01 <= y <= HEIGHT + 0.01


def test_a_red_week_has_a_sign_over_its_bar_and_another_has_none() -> None:
    assert signs(chart(4.0, 5.0)) == []
    red = signs(chart(4.0, 5.0, is_red=True))
    assert len(red) == 2
    (first, _second) = week_spans(chart(4.0, 5.0), WIDTH, SIZE)
    (x, _y) = red[0].corners[0]
    assert first[0] < x < first[1]
    assert {each.fill for each in red} == {Ink.ALERT}


def test_the_ceiling_is_a_line_that_steps_where_it_changes() -> None:
    base = chart(4.0, 4.0)
    low, high = (
        WeekMark(monday=each.monday, ceiling=hours)
        for each, hours in zip(base.weeks, (6.0, 8.0), strict=True)
    )
    drawn = WeekBars(title="", unit="", weeks=(low, high), series=base.series)
    spans = week_spans(drawn, WIDTH, SIZE)
    thick = [
        each
        for each in strokes(drawn)
        if isinstance(each, Line) and each.ink is Ink.TEXT and each.thickness > 1
    ]
    first, second, step, _key = thick
    assert (first.start[0], first.end[0]) == spans[0]
    assert first.start[1] > second.start[1]
    assert step.start == (spans[1][0], first.start[1])
    assert step.end == (spans[1][0], second.start[1])


def test_a_week_without_a_ceiling_has_no_line() -> None:
    assert "my ceiling" not in texts(chart(4.0))
    assert "my ceiling" in texts(chart(4.0, ceiling=6.0))


def test_a_sum_does_not_stand_in_the_line_of_the_ceiling() -> None:
    (over,) = [
        each
        for each in strokes(chart(4.5, ceiling=4.8))
        if isinstance(each, Words) and each.is_strong
    ]
    (line, *_key) = [
        each
        for each in strokes(chart(4.5, ceiling=4.8))
        if isinstance(each, Line) and each.ink is Ink.TEXT and each.thickness > 1
    ]
    assert over.y + 0.4 * SIZE < line.start[1]


def test_the_scale_holds_ceiling_and_levels_too() -> None:
    drawn = WeekBars(
        title="",
        unit="",
        weeks=chart(1.0, ceiling=6.0).weeks,
        series=chart(1.0).series,
        levels=(LevelLine(name="Others", hours=9.0),),
    )
    assert drawn.highest == 9.0
    assert "10" in texts(drawn)
    assert "Others" in texts(drawn)


def test_today_is_marked_where_it_lies_in_its_week() -> None:
    def line_of(day: date) -> float:
        (line,) = [
            each
            for each in strokes(chart(1.0, 2.0, today=day))
            if isinstance(each, Line) and each.ink is Ink.MARK
        ]
        return line.start[0]

    spans = week_spans(chart(1.0, 2.0), WIDTH, SIZE)
    assert spans[0][0] < line_of(MONDAY) < line_of(MONDAY + timedelta(days=6)) < spans[0][1]
    assert line_of(MONDAY + timedelta(days=7)) > spans[1][0]
    assert "today" in texts(chart(1.0, today=MONDAY))


def test_a_day_outside_the_weeks_is_not_marked() -> None:
    assert "today" not in texts(chart(1.0, today=MONDAY - timedelta(days=1)))
    assert "today" not in texts(chart(1.0, today=MONDAY + timedelta(days=7)))


def test_days_away_are_hatched_over_their_part_of_the_week() -> None:
    away = chart(1.0, away=frozenset({3, 4}))
    (start, end) = week_spans(away, WIDTH, SIZE)[0]
    day = (end - start) / 7
    top, foot = bars_between(away, WIDTH, HEIGHT, SIZE)
    xs = [
        x
        for each in strokes(away)
        if isinstance(each, Line) and each.ink is Ink.QUIET and each.start[1] <= foot
        for x, y in (each.start, each.end)
        if top <= y <= foot
    ]
    assert start + 3 * day - 0.01 <= min(xs)
    assert max(xs) <= start + 5 * day + 0.01


def test_weeks_are_numbered_and_months_named_as_far_as_there_is_room() -> None:
    wide = texts(chart(*(1.0,) * 26), WIDTH)
    assert {"48", "49", "53", "1"} <= set(wide)
    assert "Jan 2027" in wide
    narrow = texts(chart(*(1.0,) * 52), WIDTH / 2)
    assert "49" not in narrow


@pytest.mark.parametrize("count", [1, 26, 53])
def test_weeks_share_the_width_evenly(count: int) -> None:
    spans = week_spans(chart(*(1.0,) * count), WIDTH, SIZE)
    assert len({round(end - start, 6) for start, end in spans}) == 1
    assert spans[-1][1] == pytest.approx(WIDTH)


def test_the_key_takes_more_lines_where_it_is_narrow() -> None:
    red = chart(1.0, is_red=True, ceiling=2.0, away=frozenset({1}))
    assert height_of_key(red, 200, SIZE) > height_of_key(red, WIDTH, SIZE)
