"""The picture of a group: every member has a column, and none stands outside the paper."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.matrix_chart import (
    Mark,
    MatrixChart,
    MatrixColumn,
    height_of,
    matrix_chart,
)
from boardkeeper.domain.sheets.strokes import Box, Ink, Line, Words

ROWS = ("Met", "One-to-one", "Explains")


def chart(count: int) -> MatrixChart:
    return MatrixChart(
        title="Me and the others",
        colour=Colour.TEAL,
        rows=ROWS,
        columns=tuple(
            MatrixColumn(initials=f"{number}", cells=(number, Mark.FULL, Mark.NONE))
            for number in range(count)
        ),
    )


@given(count=st.integers(1, 120), width=st.floats(250, 900), size=st.floats(6, 20))
def test_every_member_stands_once_within_the_width_and_the_height(
    count: int, width: float, size: float
) -> None:
    drawn = list(matrix_chart(chart(count), width, size))
    heads = [each for each in drawn if isinstance(each, Words) and each.is_strong]
    assert {each.text for each in heads} >= {f"{number}" for number in range(count)}
    high = height_of(chart(count), width, size) + 0.5
    for each in drawn:
        if isinstance(each, Box):
            assert each.y + each.height <= high
            assert each.x >= 0
        elif isinstance(each, Line):
            assert max(each.start[1], each.end[1]) <= high


def test_a_group_of_nineteen_stands_in_one_line_on_paper() -> None:
    size, width = 9.5, 459.0
    names = [
        each
        for each in matrix_chart(chart(19), width, size)
        if isinstance(each, Words) and each.text == ROWS[0]
    ]
    assert len(names) == 1


def test_what_is_there_was_there_and_is_missing_differ_without_colour() -> None:
    one = MatrixColumn(initials="AH", cells=(Mark.FULL, Mark.OLD, Mark.NONE))
    drawn = list(
        matrix_chart(MatrixChart(title="", colour=Colour.BLUE, rows=ROWS, columns=(one,)), 400, 10)
    )
    assert [each.fill for each in drawn if isinstance(each, Box)] == [
        Ink.FULL,
        Ink.TINT,
        Ink.PAPER,
    ]
