"""What a meeting takes: itself, its preparation, the way, and what comes after it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.clashes import way_between
from boardkeeper.domain.effort import Preparation
from boardkeeper.domain.forecast import Forecast, Line, in_order
from boardkeeper.domain.forecast_lines import lines_of_meetings, lines_of_tasks
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.tasks import TaskStatus
from tests.support.builders import TODAY, meeting, organisation
from tests.support.forecasts import demands
from tests.support.minutes_builders import task
from tests.support.time_builders import effort

CLUB = organisation("Sejlklubben", travel_minutes=20)
NURSERY = organisation("Skovbørnehaven", travel_minutes=15)


def taken(*sittings: Meeting, **told: object) -> dict[Activity, int]:
    lines = lines_of_meetings(sittings, demands(CLUB, NURSERY, **told))  # type: ignore[arg-type]
    return Forecast(first=date.min, last=date.max, lines=tuple(lines)).by_activity()


def travel(*sittings: Meeting) -> list[tuple[str, int, int]]:
    """Who travels how long, and how much of it before the meeting."""
    lines = lines_of_meetings(sittings, demands(CLUB, NURSERY))
    names = {CLUB.id: "club", NURSERY.id: "nursery"}
    return [
        (names[each.organisation_id], each.minutes, each.minutes_before)
        for each in lines
        if each.activity is Activity.TRAVEL
    ]


def test_a_meeting_takes_itself_and_what_was_said_of_it() -> None:
    said = effort(CLUB, 45, follow_up_minutes=30)
    assert taken(meeting(CLUB), efforts=(said,)) == {
        Activity.MEETING: 120,
        Activity.PREPARATION: 45,
        Activity.TRAVEL: 40,
        Activity.FOLLOW_UP: 30,
    }


def test_a_cancelled_meeting_takes_nothing() -> None:
    assert taken(meeting(CLUB, state=MeetingState.CANCELLED)) == {}


@pytest.mark.parametrize(("percent", "minutes"), [(50, 68), (100, 135), (1, 1), (0, None)])
def test_a_share_of_the_meeting_is_rounded_half_a_minute_up(
    percent: int, minutes: int | None
) -> None:
    said = effort(CLUB, 0, preparation=Preparation.SHARE, percent=percent)
    breakfast = meeting(CLUB, "2026-03-05 07:15", "2026-03-05 09:30")
    assert taken(breakfast, efforts=(said,)).get(Activity.PREPARATION) == minutes


def test_papers_are_read_and_until_there_are_any_the_minutes_hold() -> None:
    said = effort(CLUB, 60, preparation=Preparation.READING)
    assert taken(meeting(CLUB), efforts=(said,), reading=25)[Activity.PREPARATION] == 25
    assert taken(meeting(CLUB), efforts=(said,), reading=0)[Activity.PREPARATION] == 60


def test_the_minutes_of_a_night_are_those_that_pass() -> None:
    longer = meeting(CLUB, "2026-10-24 22:00", "2026-10-25 04:00")
    shorter = meeting(CLUB, "2026-03-28 22:00", "2026-03-29 04:00")
    assert taken(longer)[Activity.MEETING] == 7 * 60
    assert taken(shorter)[Activity.MEETING] == 5 * 60


def test_everything_about_a_meeting_past_midnight_counts_on_the_day_it_begins() -> None:
    night = meeting(CLUB, "2026-12-31 22:00", "2027-01-01 02:00")
    lines = lines_of_meetings([night], demands(CLUB))
    assert {each.on for each in lines} == {date(2026, 12, 31)}


def test_nobody_travels_to_a_meeting_online() -> None:
    assert travel(meeting(CLUB, place="Online"), meeting(CLUB, link="https://moede.dk/1")) == []


def test_two_meetings_in_one_place_on_one_day_share_the_way() -> None:
    board = meeting(CLUB, "2026-03-05 17:00", place="Klubhuset")
    parents = meeting(NURSERY, "2026-03-05 19:30", place="klubhuset ")
    assert travel(parents, board) == [("club", 20, 20), ("nursery", 15, 0)]


def test_a_meeting_online_in_between_does_not_send_one_home() -> None:
    online = meeting(NURSERY, "2026-03-05 12:00", place="Online")
    first, last = meeting(CLUB, "2026-03-05 09:00"), meeting(CLUB, "2026-03-05 15:00")
    assert travel(first, online, last) == [("club", 20, 20), ("club", 20, 0)]


def test_meetings_in_two_places_are_two_ways() -> None:
    board, parents = meeting(CLUB, "2026-03-05 16:00"), meeting(NURSERY, "2026-03-05 19:00")
    assert travel(board, parents) == [("club", 40, 20), ("nursery", 30, 15)]


def test_one_place_on_two_days_is_two_ways() -> None:
    days = [meeting(CLUB, "2026-03-05 19:00"), meeting(CLUB, "2026-03-06 19:00")]
    assert travel(*days) == [("club", 40, 20), ("club", 40, 20)]


def test_of_three_meetings_in_one_place_the_middle_one_has_no_way() -> None:
    day = [meeting(CLUB, f"2026-03-05 {hour}:00") for hour in (10, 13, 16)]
    lines = lines_of_meetings(day, demands(CLUB))
    ways = {each.starts_at: each.minutes for each in lines if each.activity is Activity.TRAVEL}
    assert ways == {day[0].starts_at: 20, day[2].starts_at: 20}


VISITS = st.lists(
    st.tuples(st.sampled_from([CLUB, NURSERY]), st.sampled_from(["", "Klubhuset"])),
    min_size=1,
    max_size=8,
)


@given(VISITS)
def test_the_ways_of_a_day_are_those_the_calendar_leaves_time_for(
    visits: list[tuple[Organisation, str]],
) -> None:
    day = [
        meeting(board, f"2026-03-05 {8 + hour:02}:00", f"2026-03-05 {8 + hour:02}:45", place=place)
        for hour, (board, place) in enumerate(visits)
    ]
    ways = {CLUB.id: CLUB.travel_minutes, NURSERY.id: NURSERY.travel_minutes}
    between = sum(way_between(*pair, ways.__getitem__) for pair in pairwise(day))
    out, home = ways[day[0].organisation_id], ways[day[-1].organisation_id]
    assert sum(minutes for _who, minutes, _before in travel(*day)) == out + between + home


def test_a_line_knows_its_meeting_and_its_evening() -> None:
    sitting = meeting(CLUB, "2026-03-05 19:00", title="Budgetmøde")
    itself, way = lines_of_meetings([sitting], demands(CLUB))
    assert (itself.title, itself.meeting_id) == ("Budgetmøde", sitting.id)
    assert (itself.starts_at, itself.ends_at) == (sitting.starts_at, sitting.ends_at)
    assert (itself.is_evening, way.is_evening) == (True, False)
    assert (itself.is_meeting, way.is_meeting) == (True, False)


def test_a_meeting_that_is_not_stored_cannot_be_opened() -> None:
    maybe = meeting(CLUB)
    lines = lines_of_meetings([maybe], demands(CLUB), unstored={maybe.id})
    assert [each.meeting_id for each in lines] == [None, None]


def test_a_task_counts_on_the_day_it_is_due_and_when_late_today() -> None:
    ahead = task(CLUB, "Ring til revisor", minutes=30, due="2026-03-20")
    late = task(CLUB, "Send  referatet\nud", minutes=15, due="2026-01-20")
    due, today = lines_of_tasks([ahead, late], TODAY)
    assert (due.on, due.minutes, due.activity) == (ahead.due_on, 30, Activity.FOLLOW_UP)
    assert (today.on, today.title, today.meeting_id) == (TODAY, "Send referatet ud", None)


def test_a_task_without_day_or_estimate_or_that_is_done_takes_nothing() -> None:
    undated = task(CLUB, minutes=30, due=None)
    unmeasured = task(CLUB)
    done = task(CLUB, minutes=30, status=TaskStatus.DONE)
    assert lines_of_tasks([undated, unmeasured, done], TODAY) == []


def test_lines_stand_in_time_and_tasks_after_the_meetings_of_their_day() -> None:
    evening, morning = meeting(CLUB, "2026-03-05 19:00"), meeting(CLUB, "2026-03-05 08:00")
    todo = task(CLUB, minutes=5, due="2026-03-05")
    lines: list[Line] = lines_of_tasks([todo], TODAY)
    lines += lines_of_meetings([evening], demands(NURSERY, CLUB))
    lines += lines_of_meetings([morning], demands(NURSERY, CLUB))
    of_meetings = [each.meeting for each in in_order(lines) if each.activity is Activity.MEETING]
    assert of_meetings == [morning, evening]
    assert in_order(lines)[-1].task == todo
