"""What a series is still to plan, and never a day it has met on already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from boardkeeper.domain.series import HolidayRule, Series
from boardkeeper.domain.series_to_come import meetings_to_come, unplanned_from
from tests.support.builders import TODAY, closed_days, organisation, series
from tests.support.forecasts import every_third_thursday

CLUB = organisation("Sejlklubben")
RHYTHM = every_third_thursday(CLUB)


def days(rhythm: Series, first: date, last: date, *met: date) -> list[date]:
    return [each.day for each in meetings_to_come(rhythm, [], met, first, last)]


def test_holidays_and_months_off_give_no_meeting() -> None:
    spring = days(RHYTHM, date(2026, 3, 2), date(2026, 8, 6))
    assert [(day.day, day.month) for day in spring] == [(12, 3), (23, 4), (4, 6), (25, 6), (6, 8)]


def test_a_day_that_has_its_meeting_gives_none() -> None:
    met = date(2026, 3, 12)
    assert days(RHYTHM, TODAY, date(2026, 4, 30), met) == [date(2026, 4, 23)]


def test_what_was_planned_before_is_not_planned_again() -> None:
    planned = replace(RHYTHM, planned_until=date(2026, 4, 23))
    assert unplanned_from(planned, TODAY) == date(2026, 4, 24)
    assert unplanned_from(planned, date(2026, 5, 1)) == date(2026, 5, 1)
    assert unplanned_from(RHYTHM, TODAY) == TODAY


def test_a_meeting_moved_off_a_holiday_counts_where_it_went() -> None:
    moving = series(CLUB, starts="2026-04-02 19:00", holiday_rule=HolidayRule.NEXT_WEEK)
    day = date(2026, 4, 9)
    (moved,) = meetings_to_come(moving, [], (), day, day)
    assert (moved.day, moved.series_day) == (day, date(2026, 4, 2))


def test_a_meeting_planned_before_and_moved_past_the_planned_days_is_not_counted_again() -> None:
    moving = series(
        CLUB,
        starts="2026-04-02 19:00",
        holiday_rule=HolidayRule.NEXT_WEEK,
        planned_until=date(2026, 4, 5),
    )
    assert days(moving, date(2026, 4, 6), date(2026, 4, 20)) == []


def test_days_somebody_is_to_decide_about_and_closed_days_give_none() -> None:
    asking = replace(RHYTHM, holiday_rule=HolidayRule.ASK)
    assert days(asking, date(2026, 4, 2), date(2026, 4, 2)) == []
    closed = [closed_days(CLUB, "2026-04-20", "2026-04-30")]
    found = meetings_to_come(RHYTHM, closed, (), date(2026, 4, 20), date(2026, 4, 30))
    assert list(found) == []


def test_a_meeting_of_every_day_for_ten_years_is_counted_day_by_day() -> None:
    daily = series(CLUB, "FREQ=DAILY", holiday_rule=HolidayRule.KEEP)
    first, last = date(2027, 1, 1), date(2036, 12, 31)
    assert len(days(daily, first, last)) == (last - first).days + 1


@pytest.mark.parametrize("apart", [1, 20, 300, 365, 366, 500])
def test_two_spans_hold_what_the_whole_holds(apart: int) -> None:
    weekly = series(CLUB, "FREQ=WEEKLY", holiday_rule=HolidayRule.NEXT_WEEK)
    first, last = date(2026, 3, 2), date(2028, 3, 2)
    border = first + timedelta(days=apart)
    before = days(weekly, first, border)
    after = days(weekly, border + timedelta(days=1), last)
    assert before + after == days(weekly, first, last)
