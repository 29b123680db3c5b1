"""Evenings on which one more meeting has room, and why the others have none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from boardkeeper.domain.clashes import Limits
from boardkeeper.domain.free_evenings import Evening, EveningWish, Surroundings, evenings_for
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.errors import InvalidField
from tests.support.builders import meeting, organisation

CLUB = organisation("Tennis club")
WEEK = EveningWish(first=date(2026, 3, 2), last=date(2026, 3, 8))
CALM = Surroundings(
    limits=Limits(),
    travel=lambda _organisation: 0,
    is_closed=lambda _day: None,
    name=lambda _meeting: "Tennis club",
)


def evening(day: int, *sittings: Meeting, around: Surroundings = CALM) -> Evening:
    """The evening of that day in March 2026, of a week looked at whole."""
    found = evenings_for(WEEK, sittings, around)
    return next(each for each in found if each.on.day == day)


def test_a_week_without_meetings_is_free_from_the_earliest_time() -> None:
    found = evenings_for(WEEK, [], CALM)
    assert [each.on.day for each in found] == [2, 3, 4, 5]
    assert all(each.is_free for each in found)
    assert found[0].free_from == datetime(2026, 3, 2, 19)


def test_only_the_weekdays_wanted_are_looked_at() -> None:
    fridays = replace(WEEK, weekdays=frozenset({4}))
    assert [each.on.day for each in evenings_for(fridays, [], CALM)] == [6]


def test_an_evening_with_a_meeting_is_taken() -> None:
    taken = evening(5, meeting(CLUB, "2026-03-05 19:00"))
    assert taken.why_not == "Tennis club, 19:00–21:00"


def test_a_cancelled_meeting_takes_no_evening() -> None:
    assert evening(5, meeting(CLUB, "2026-03-05 19:00", state=MeetingState.CANCELLED)).is_free


def test_a_week_that_is_full_has_no_more_evenings() -> None:
    full = evening(4, meeting(CLUB, "2026-03-03 19:00"), meeting(CLUB, "2026-03-06 19:00"))
    assert full.why_not == "Week 10 has 2 evenings with meetings already"


def test_nobody_meets_on_a_public_holiday() -> None:
    closed = replace(CALM, is_closed=lambda day: "Fair day" if day.day == 3 else None)
    assert evening(3, around=closed).why_not == "Fair day"
    assert evening(4, around=closed).is_free


def test_a_long_day_has_no_evening_left() -> None:
    day = meeting(CLUB, "2026-03-03 08:00", "2026-03-03 15:00")
    assert evening(3, day).why_not == "7 h of meetings that day already"


def test_the_way_from_the_afternoon_makes_the_evening_later() -> None:
    afternoon = meeting(CLUB, "2026-03-03 15:00", "2026-03-03 17:00")
    far = replace(CALM, travel=lambda _organisation: 150)
    assert evening(3, afternoon, around=far).free_from == datetime(2026, 3, 3, 19, 30)


def test_too_long_a_way_leaves_no_room() -> None:
    afternoon = meeting(CLUB, "2026-03-03 15:00", "2026-03-03 17:00")
    far = replace(CALM, travel=lambda _organisation: 200)
    words = "Too late after Tennis club, the way counted"
    assert evening(3, afternoon, around=far).why_not == words


def test_an_afternoon_online_asks_for_no_way_home() -> None:
    afternoon = meeting(CLUB, "2026-03-03 15:00", "2026-03-03 17:00", link="https://example.org")
    far = replace(CALM, travel=lambda _organisation: 200)
    assert evening(3, afternoon, around=far).free_from == datetime(2026, 3, 3, 19)


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("last", {"last": date(2026, 3, 1)}),
        ("last", {"last": date(2027, 3, 8)}),
        ("weekdays", {"weekdays": frozenset()}),
        ("minutes", {"minutes": 0}),
        ("minutes", {"latest": time(20)}),
    ],
)
def test_a_wish_that_cannot_be_met_is_refused_by_its_field(
    field: str, change: dict[str, object]
) -> None:
    with pytest.raises(InvalidField) as refused:
        replace(WEEK, **change)  # type: ignore[arg-type] # fields of several types
    assert refused.value.field == field
