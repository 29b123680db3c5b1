"""The forecast of the calendar: what counts, what does not, and that nothing counts twice."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.clashes import monday_of
from boardkeeper.domain.effort import Preparation
from boardkeeper.domain.forecast import Forecast
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.series import HolidayRule
from tests.support.builders import (
    TODAY,
    House,
    closed_days,
    house,
    item,
    meeting,
    membership,
    organisation,
    paper,
    person,
    series,
    term,
    time_entry,
)
from tests.support.forecasts import every_third_thursday, morning_group
from tests.support.laws import examples
from tests.support.minutes_builders import attendance, task, task_owner
from tests.support.time_builders import away, ceiling, effort, promise

CLUB = organisation("Sejlklubben", travel_minutes=20)
ME = person("Anna Holm", is_me=True)
SEAT = membership(ME, CLUB)
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def year(house: House) -> Forecast:
    return house.forecast.between(FIRST, LAST)


def test_the_essay_s_group_meets_fifteen_times_in_2026() -> None:
    group = morning_group(travel_minutes=20)
    with house(group, effort(group, 30, follow_up_minutes=15)) as kept:
        kept.series.plan(every_third_thursday(group))
        forecast = year(kept)
        meetings = [line for line in forecast.lines if line.is_meeting]
    assert len(meetings) == 15
    # 15 meetings of 2 h 15 min are 33.75 hours; with 30 min of preparation, 2 × 20 min on the way
    # and 15 min of follow-up each takes 3 h 40 min, and the year 55 hours.
    assert forecast.by_activity() == {
        Activity.MEETING: 15 * 135,
        Activity.PREPARATION: 15 * 30,
        Activity.TRAVEL: 15 * 40,
        Activity.FOLLOW_UP: 15 * 15,
    }
    assert forecast.by_activity()[Activity.MEETING] / 60 == 33.75
    assert forecast.minutes == 55 * 60


def test_a_series_counts_the_same_planned_or_not() -> None:
    group = morning_group()
    rhythm = every_third_thursday(group)
    with house(group) as planned, house(group, rhythm) as unplanned:
        planned.series.plan(rhythm)
        spans = [(TODAY, LAST), (date(2027, 1, 1), date(2030, 12, 31))]
        for first, last in spans:
            ours = planned.forecast.between(first, last)
            theirs = unplanned.forecast.between(first, last)
            assert ours.by_week() == theirs.by_week()
            assert ours.minutes


def test_a_series_day_counts_once_whatever_became_of_its_meeting() -> None:
    with house(CLUB) as kept:
        kept.series.plan(series(CLUB, starts="2026-03-05 19:00"))
        first, second, third, *_rest = kept.meetings.all()
        kept.meetings.discard(first.id)
        kept.meetings.cancel(second.id)
        kept.meetings.reschedule(third.id, third.starts_at + timedelta(days=1))
        spring = kept.forecast.between(date(2026, 3, 1), date(2026, 5, 1))
        days = [line.on for line in spring.lines if line.is_meeting]
    assert days == [date(2026, 4, 17)]


def test_a_meeting_beyond_the_planned_days_is_not_counted_again() -> None:
    rhythm = series(CLUB, starts="2026-03-05 19:00", planned_until=date(2026, 3, 10))
    ahead = meeting(CLUB, "2026-03-27 19:00", series_id=rhythm.id, series_day=date(2026, 3, 26))
    with house(CLUB, rhythm, ahead) as kept:
        march = kept.forecast.between(date(2026, 3, 11), date(2026, 3, 31))
    assert [line.meeting_id for line in march.lines if line.is_meeting] == [ahead.id]


def test_closed_days_are_heeded_where_a_series_is_not_planned_yet() -> None:
    rhythm = series(CLUB, starts="2026-03-05 19:00", holiday_rule=HolidayRule.KEEP)
    shut = closed_days(CLUB, "2026-03-20", "2026-04-10")
    with house(CLUB, rhythm, shut) as kept:
        days = [line.on for line in year(kept).lines if line.is_meeting][:2]
    assert days == [date(2026, 3, 5), date(2026, 4, 16)]


def test_a_cancelled_meeting_counts_nothing() -> None:
    with house(CLUB, meeting(CLUB, state=MeetingState.CANCELLED)) as kept:
        assert year(kept).lines == ()


@pytest.mark.parametrize("presence", [Presence.APOLOGIES, Presence.ABSENT])
def test_a_meeting_i_am_not_at_takes_nothing_of_me(presence: Presence) -> None:
    missed, other = meeting(CLUB), meeting(CLUB, "2026-03-12 19:00")
    bo = person("Bo Lund")
    rolls = [
        attendance(missed, person_id=ME.id, presence=presence),
        attendance(other, person_id=ME.id, presence=Presence.PRESENT),
        attendance(other, "Bo Lund", person_id=bo.id, presence=presence),
    ]
    with house(CLUB, ME, bo, missed, other, *rolls) as kept:
        assert {line.meeting_id for line in year(kept).lines} == {other.id}


def test_a_meeting_counts_while_my_term_lasts() -> None:
    elected = term(SEAT, "2026-03-06", "2026-03-31")
    days = [meeting(CLUB, f"2026-{day} 19:00") for day in ("03-05", "03-06", "03-31", "04-01")]
    rhythm = series(CLUB, "FREQ=DAILY", starts="2026-03-30 08:00")
    with house(CLUB, ME, SEAT, elected, *days, rhythm) as kept:
        met = [line.starts_at for line in year(kept).lines if line.is_meeting]
    assert [(each.day, each.hour) for each in met if each] == [(6, 19), (30, 8), (31, 8), (31, 19)]


def test_reading_takes_as_long_as_the_papers_and_replaced_ones_are_not_read() -> None:
    read, bare = meeting(CLUB), meeting(CLUB, "2026-04-05 19:00")
    point = item(read)
    new = paper(point, CLUB, pages=10, words=2000)
    papers = [new, paper(point, CLUB, pages=9, words=1800, replaced_by_id=new.id)]
    papers.append(paper(point, CLUB, pages=5, words=None))
    reading = effort(CLUB, 90, preparation=Preparation.READING)
    with house(CLUB, read, bare, point, *papers, reading) as kept:
        prepared = {
            line.meeting_id: line.minutes
            for line in year(kept).lines
            if line.activity is Activity.PREPARATION
        }
    assert prepared == {read.id: 10 + 5, bare.id: 90}


def test_my_open_tasks_count_on_the_day_they_are_due() -> None:
    mine = task(CLUB, "Ring til revisor", minutes=45, due="2026-03-20")
    late = task(CLUB, "Send regning", minutes=10, due="2026-01-20")
    his = task(CLUB, "Mal båden", minutes=500, due="2026-03-20")
    owners = [task_owner(mine, ME), task_owner(late, ME), task_owner(his, "Bo Lund")]
    with house(CLUB, ME, mine, late, his, *owners) as kept:
        assert [(each.on, each.minutes) for each in year(kept).lines] == [
            (TODAY, 10),
            (date(2026, 3, 20), 45),
        ]
        assert kept.forecast.between(FIRST, date(2026, 3, 1)).lines == ()


def test_past_weeks_show_what_was_known_beside_what_was_spent() -> None:
    held = meeting(CLUB, "2026-02-03 19:00", state=MeetingState.HELD)
    with house(CLUB, held, time_entry(CLUB, "2026-02-04", 75)) as kept:
        (week,) = kept.forecast.weeks(date(2026, 2, 4), date(2026, 2, 5))
    assert (week.monday, week.minutes, week.minutes_spent) == (date(2026, 2, 2), 160, 75)


def test_a_week_is_held_against_the_ceiling_and_the_days_away() -> None:
    evenings = [meeting(CLUB, f"2026-03-0{day} 19:00") for day in (3, 4, 5)]
    gone = away("2026-03-06", "2026-03-09")
    with house(CLUB, *evenings, ceiling(), gone) as kept:
        (week,) = kept.forecast.weeks(TODAY, TODAY)
    assert [each.text for each in week.reasons] == [
        "8 h, the ceiling is 6 h",
        "3 evenings, the ceiling is 2",
    ]
    assert week.away == (gone,)


def test_what_is_spent_on_a_meeting_ahead_is_not_still_to_come() -> None:
    ahead = meeting(CLUB, "2026-03-12 19:00")
    prepared = time_entry(CLUB, "2026-03-01", 45, for_meeting=ahead, activity=Activity.PREPARATION)
    more_than_enough = time_entry(
        CLUB, "2026-03-01", 60, for_meeting=ahead, activity=Activity.TRAVEL
    )
    said = effort(CLUB, 60)
    with house(CLUB, ME, SEAT, ahead, prepared, more_than_enough, said) as kept:
        (standing,) = kept.forecast.standings()
    # Still to come: the meeting's 120, and 15 of the 60 minutes of preparation.
    assert (standing.spent, standing.to_come) == (105, 135)


def test_of_a_meeting_held_today_only_the_follow_up_is_still_to_come() -> None:
    held = meeting(CLUB, "2026-03-02 08:00", state=MeetingState.HELD)
    shorter_than_planned = time_entry(CLUB, "2026-03-02", 110, for_meeting=held)
    said = effort(CLUB, 60, follow_up_minutes=30)
    with house(CLUB, ME, SEAT, held, shorter_than_planned, said) as kept:
        (standing,) = kept.forecast.standings()
    assert (standing.spent, standing.to_come) == (110, 30)


def test_a_year_that_is_over_has_nothing_still_to_come() -> None:
    late = task(CLUB, "Send regning", minutes=10, due="2025-12-20")
    records: list[Record] = [late, task_owner(late, ME), meeting(CLUB, "2025-12-01 19:00")]
    with house(CLUB, ME, SEAT, promise(SEAT, 10, "2025-01-01"), *records) as kept:
        (standing,) = kept.forecast.standings(ReportYear(number=2025))
    assert (standing.promised, standing.to_come) == (600, 0)


def test_nobody_stands_anywhere_until_they_have_said_who_they_are() -> None:
    with house(CLUB, person(), meeting(CLUB)) as kept:
        assert kept.forecast.standings() == []
        assert kept.forecast.seats().memberships == []
        assert year(kept).minutes == 160


BOARDS = [organisation(f"Forening {number}", travel_minutes=10 * number) for number in range(3)]


def sitting(place: int, day: int, hour: int, length: int) -> Meeting:
    """A meeting of so many minutes, so many days into 2026; every second hour in the town hall."""
    starts_at = datetime(2026, 1, 1, hour) + timedelta(days=day)
    return Meeting(
        organisation_id=BOARDS[place].id,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=length),
        place="" if hour % 2 else "Rådhuset",
    )


SITTINGS = st.builds(
    sitting, st.integers(0, 2), st.integers(0, 700), st.integers(4, 23), st.integers(15, 600)
)


@settings(max_examples=examples(25))
@given(st.lists(SITTINGS, max_size=12), st.integers(1, 12))
def test_sums_agree_and_moving_the_borders_of_years_loses_no_minute(
    sittings: list[Meeting], first_month: int
) -> None:
    said = [effort(BOARDS[0], 30), effort(BOARDS[1], 0, follow_up_minutes=20)]
    with house(*BOARDS, *said, *sittings) as kept:
        whole = kept.forecast.between(date(2025, 1, 1), date(2028, 12, 31))
        years = [ReportYear(number=number, first_month=first_month) for number in range(2024, 2029)]
        parts = [kept.forecast.between(each.first, each.last) for each in years]
        weeks = kept.forecast.weeks(date(2025, 12, 29), date(2028, 12, 31))
    assert sum(part.minutes for part in parts) == whole.minutes
    for sums in (whole.by_week(), whole.by_organisation(), whole.by_activity()):
        assert sum(sums.values()) == whole.minutes
    by_week = {each.monday: each.minutes for each in weeks if each.minutes}
    assert by_week == whole.by_week()
    assert sum(sum(each.by_organisation.values()) for each in weeks) == whole.minutes
    assert all(monday == monday_of(monday) for monday in by_week)
