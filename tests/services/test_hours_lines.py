"""Lines of time as the services understand them: which board, which meeting, which sum."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.errors import UserError
from tests.support.builders import TODAY, House, house, meeting, organisation, time_entry
from tests.support.laws import examples

LAST, NEXT = organisation("Tennis club"), organisation("School board")
HELD = meeting(LAST, "2026-02-27 19:00")
COMING = meeting(NEXT, "2026-03-05 19:00")


@pytest.fixture(name="evening")
def house_between_two_meetings(house: House) -> House:
    house.keep(LAST, NEXT, HELD, COMING)
    return house


def test_preparation_without_a_board_is_for_the_next_meeting(evening: House) -> None:
    entry = evening.hours.read("2h prep")
    assert (entry.organisation_id, entry.meeting_id) == (NEXT.id, COMING.id)


@pytest.mark.parametrize("line", ["2h meeting", "1h follow-up", "30 min travel"])
def test_anything_else_without_a_board_is_for_the_last_meeting(evening: House, line: str) -> None:
    assert evening.hours.read(line).organisation_id == LAST.id


def test_a_meeting_that_day_is_the_one_meant(evening: House) -> None:
    assert evening.hours.read("2h meeting tennis 27/2").meeting_id == HELD.id
    assert evening.hours.read("2h meeting tennis 26/2").meeting_id is None


def test_a_cancelled_meeting_is_never_meant(house: House) -> None:
    house.keep(LAST, meeting(LAST, "2026-03-02 19:00", state=MeetingState.CANCELLED))
    assert house.hours.read("2h meeting").meeting_id is None


def test_the_only_board_needs_no_name(house: House) -> None:
    house.keep(LAST)
    assert house.hours.read("2h").organisation_id == LAST.id


def test_several_boards_without_a_meeting_need_a_name(house: House) -> None:
    house.keep(LAST, NEXT)
    with pytest.raises(UserError, match="Add the name of the board"):
        house.hours.read("2h")


def test_more_than_a_day_in_a_day_is_refused(evening: House) -> None:
    with pytest.raises(UserError, match="between one minute and 24 hours"):
        evening.hours.read("25h prep")


def test_reading_stores_nothing(evening: House) -> None:
    evening.hours.read("2h prep")
    assert evening.hours.all() == []


def test_a_wildcard_in_a_search_is_a_letter(evening: House) -> None:
    evening.keep(time_entry(LAST, note="100 % there"), time_entry(LAST, note="100 there"))
    found = evening.hours.between(date.min, date.max, words="0 % t")
    assert [each.note for each in found] == ["100 % there"]


@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    entries=st.lists(
        st.tuples(
            st.sampled_from([LAST, NEXT]),
            st.integers(min_value=0, max_value=60),
            st.integers(min_value=1, max_value=24 * 60),
            st.sampled_from(Activity),
            st.sampled_from(["", "Bilag", "æbler"]),
        ),
        max_size=12,
    ),
    words=st.sampled_from(["", "bilag", "ÆBLER", "tennis", "travel"]),
    only=st.sampled_from([None, LAST.id]),
)
def test_sums_always_agree_with_the_entries_listed(
    entries: list[tuple[object, int, int, Activity, str]], words: str, only: object
) -> None:
    with house(LAST, NEXT) as built:
        built.keep(
            *(
                time_entry(
                    of,  # type: ignore[arg-type] # one of the two boards
                    (TODAY - timedelta(days=ago)).isoformat(),
                    minutes,
                    activity=activity,
                    note=note,
                )
                for of, ago, minutes, activity, note in entries
            )
        )
        asked = (TODAY - timedelta(days=30), TODAY, only)
        listed = built.hours.between(*asked, words=words)  # type: ignore[arg-type] # an id or None
        sums = built.hours.spent(*asked, words=words)  # type: ignore[arg-type] # the same
    assert sum(each.minutes for each in sums) == sum(each.minutes for each in listed)
    assert sum(each.entries for each in sums) == len(listed)
