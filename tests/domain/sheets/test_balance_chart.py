"""The picture of hours against results: nothing outside its room, lengths that keep their word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.balance_chart import Balance, Weighed, balance, height_of
from boardkeeper.domain.sheets.strokes import Box, Words

KINDS = (("Decisions", Colour.BLUE), ("Tasks", Colour.TEAL), ("Orders", Colour.GREEN))
ROWS = st.builds(
    Weighed,
    name=st.text(min_size=1, max_size=30),
    colour=st.sampled_from(Colour),
    minutes=st.integers(0, 60_000),
    results=st.tuples(*(st.integers(0, 400) for _each in KINDS)),
)


def chart(*rows: Weighed) -> Balance:
    return Balance(
        title="Balance", hours_title="hours in", results_title="results out", kinds=KINDS, rows=rows
    )


def row(minutes: int, *results: int) -> Weighed:
    padded = (*results, 0, 0, 0)[:3]
    return Weighed(name="Klubben", colour=Colour.RED, minutes=minutes, results=padded)


def boxes(shown: Balance) -> list[Box]:
    return [each for each in balance(shown, 600, 10) if isinstance(each, Box)]


@given(st.lists(ROWS, max_size=20), st.integers(360, 1200), st.integers(8, 26))
def test_everything_lies_within_the_picture(rows: list[Weighed], width: int, size: int) -> None:
    shown = chart(*rows)
    high = height_of(shown, width, size)
    for each in balance(shown, width, size):
        if isinstance(each, Box):
            assert each.x >= -0.01
            assert each.x + each.width <= width + 0.01
            assert each.y + each.height <= high + 0.01
        elif isinstance(each, Words):
            assert 0 <= each.y <= high


def test_twice_the_hours_is_a_bar_twice_as_long() -> None:
    long, short = [each.width for each in boxes(chart(row(120), row(60)))]
    assert abs(long - 2 * short) < 0.01


def test_results_stand_beside_one_another_as_long_as_they_are_many() -> None:
    one, two = [each for each in boxes(chart(row(0, 1, 3))) if each.y < 60][:2]
    assert abs(two.width - 3 * one.width) < 0.01
    assert abs(one.x + one.width - two.x) < 0.01


def test_kinds_there_is_none_of_are_left_out_of_the_key() -> None:
    assert chart(row(60, 0, 2)).shown_kinds == (1,)
    assert chart().shown_kinds == ()
