"""Meetings that overlap share the width of their day, and none covers another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.ui.calendar.lanes import Lane, lanes_of


def test_a_meeting_alone_has_the_whole_width() -> None:
    assert lanes_of([(60, 120), (120, 180)]) == [Lane(0, 1), Lane(0, 1)]


def test_two_at_the_same_time_stand_side_by_side() -> None:
    assert lanes_of([(60, 180), (120, 240)]) == [Lane(0, 2), Lane(1, 2)]


def test_a_lane_is_used_again_when_it_is_free() -> None:
    assert lanes_of([(0, 60), (0, 180), (60, 120)]) == [Lane(0, 2), Lane(1, 2), Lane(0, 2)]


@given(st.lists(st.tuples(st.integers(0, 1400), st.integers(1, 300)), max_size=30))
def test_no_meeting_covers_another(given: list[tuple[int, int]]) -> None:
    parts = sorted((start, start + length) for start, length in given)
    placed = list(zip(parts, lanes_of(parts), strict=True))
    for at, ((start, end), lane) in enumerate(placed):
        assert 0 <= lane.index < lane.count
        for (other_start, other_end), other in placed[at + 1 :]:
            if start < other_end and other_start < end:
                assert lane.count == other.count
                assert lane.index != other.index
