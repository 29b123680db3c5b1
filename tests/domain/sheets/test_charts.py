"""Stacked bars as strokes: in place, to scale, and told apart without colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.charts import (
    Series,
    StackedBars,
    column_spans,
    scale_for,
    stacked_bars,
)
from boardkeeper.domain.sheets.strokes import MOST_SERIES, Box, Line, Shape, Words

WIDTH, HEIGHT, SIZE = 480.0, 220.0, 9.0
VALUES = st.lists(st.floats(0, 300), min_size=4, max_size=4).map(tuple)


def chart(*values: tuple[float, ...], colour: Colour = Colour.BLUE) -> StackedBars:
    return StackedBars(
        title="Hours by month",
        unit="hours",
        columns=tuple(f"M{at}" for at in range(len(values[0]))),
        series=tuple(
            Series(name=f"Board {at}", colour=colour, values=each) for at, each in enumerate(values)
        ),
    )


def boxes(of: StackedBars, series: int = 0) -> list[Box]:
    """The parts of the bars, without the legend's keys, which stand last."""
    found = [each for each in stacked_bars(of, WIDTH, HEIGHT, SIZE) if isinstance(each, Box)]
    return found[: len(found) - (series or len(of.series))]


@given(st.lists(VALUES, min_size=1, max_size=MOST_SERIES))
def test_every_stroke_stays_in_the_picture(values: list[tuple[float, ...]]) -> None:
    for stroke in stacked_bars(chart(*values), WIDTH, HEIGHT, SIZE):
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


def test_parts_are_as_high_as_they_are_much_and_stand_on_one_another() -> None:
    lower, upper = boxes(chart((10.0,), (5.0,)))
    assert lower.height == pytest.approx(2 * upper.height)
    assert upper.y + upper.height == pytest.approx(lower.y)


def test_what_is_nothing_has_no_part() -> None:
    assert len(boxes(chart((1.0, 0.0, 2.0)))) == 2


def test_the_sum_stands_over_each_bar() -> None:
    words = [
        each.text
        for each in stacked_bars(chart((1.5, 0.0), (2.0, 0.0)), WIDTH, HEIGHT, SIZE)
        if isinstance(each, Words) and each.is_strong
    ]
    assert words == ["3.5"]


def test_narrow_columns_have_a_letter_and_whole_numbers() -> None:
    words = [
        each.text
        for each in stacked_bars(chart((2.6,) * 12), 20 * SIZE, HEIGHT, SIZE)
        if isinstance(each, Words)
    ]
    assert words.count("M") == 12
    assert words.count("3") == 12 + 1  # over the bars, and on the scale


def test_no_two_parts_look_alike_in_grey() -> None:
    """One colour for all of them: what is left is the ground and the pattern."""
    looks = set()
    for number in range(MOST_SERIES):
        values = [(0.0,)] * MOST_SERIES
        values[number] = (8.0,)
        (box,) = boxes(chart(*values), MOST_SERIES)
        inside = [
            (round(each.start[0] - box.x), round(each.end[1] - each.start[1]))
            for each in stacked_bars(chart(*values), WIDTH, HEIGHT, SIZE)
            if isinstance(each, Line) and each.colour and _is_inside(each, box)
        ]
        looks.add((box.fill, tuple(inside)))
    assert len(looks) == MOST_SERIES


def test_the_lines_of_a_pattern_end_at_the_edge_of_their_part() -> None:
    values = [(6.0, 1.0, 0.1)] * MOST_SERIES
    edge = HEIGHT
    for stroke in stacked_bars(chart(*values), WIDTH, HEIGHT, SIZE):
        if isinstance(stroke, Box):
            box = stroke
        elif isinstance(stroke, Line) and stroke.colour:
            for x, y in (stroke.start, stroke.end):
                assert box.x - 0.01 <= x <= box.x + box.width + 0.01
                assert box.y - 0.01 <= y <= min(edge, box.y + box.height + 0.01)


@given(st.floats(0.01, 100_000))
def test_the_scale_holds_the_highest_with_few_steps(highest: float) -> None:
    scale = scale_for(highest)
    assert scale.top >= highest * 0.999
    assert scale.count <= 5
    assert scale.marks[0] == 0


@pytest.mark.parametrize(
    ("highest", "step"), [(0, 1.0), (0.5, 0.25), (4, 1.0), (9, 2.0), (12, 2.5), (43.5, 10.0)]
)
def test_steps_are_numbers_one_counts_by(highest: float, step: float) -> None:
    assert scale_for(highest).step == step


def test_columns_can_stand_over_those_of_a_table() -> None:
    spans = column_spans(chart((1.0, 2.0, 3.0, 4.0)), 500, SIZE, left=100)
    assert spans == [(100, 200), (200, 300), (300, 400), (400, 500)]


def _is_inside(line: Line, box: Box) -> bool:
    """In the part, and no piece of its outline."""
    xs, ys = (line.start[0], line.end[0]), (line.start[1], line.end[1])
    is_near = box.x <= min(xs) and max(xs) <= box.x + box.width and min(ys) >= box.y
    is_outline = (xs[0] == xs[1] and xs[0] in (box.x, box.x + box.width)) or (
        ys[0] == ys[1] and ys[0] in (box.y, box.y + box.height)
    )
    return is_near and max(ys) <= box.y + box.height and not is_outline
