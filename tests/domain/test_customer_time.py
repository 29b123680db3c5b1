"""How much of the customers' time the boards take."""

from __future__ import annotations

from datetime import date, time

from boardkeeper.domain.ceilings import Ceiling
from boardkeeper.domain.customer_time import Eaten, eaten, stretches_of
from boardkeeper.domain.forecast_lines import lines_of_meetings
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import Meeting
from tests.support.builders import meeting, organisation
from tests.support.forecasts import demands
from tests.support.time_builders import ceiling

CLUB = organisation("Sejlklubben", travel_minutes=30)
HOME = organisation("Hjemme")
WEEK = [date(2026, 3, day) for day in range(2, 7)]
FULL = ceiling(customer_minutes_a_week=40 * 60)
"""Five days from 8 to 16 are 40 hours, and the customers have all of them."""


def taken(*sittings: Meeting, limit: Ceiling = FULL, days: list[date] | None = None) -> Eaten:
    lines = lines_of_meetings(sittings, demands(CLUB, HOME))
    return eaten(stretches_of(lines), limit, WEEK if days is None else days)


def test_board_time_outside_the_working_hours_takes_nothing() -> None:
    assert taken(meeting(HOME, "2026-03-05 19:00")) == Eaten()
    assert taken(meeting(HOME, "2026-03-07 10:00")) == Eaten()


def test_only_what_lies_inside_the_working_hours_is_taken() -> None:
    assert taken(meeting(HOME, "2026-03-05 07:15", "2026-03-05 09:30")).minutes == 90


def test_the_way_to_a_meeting_takes_working_hours_too() -> None:
    afternoon = taken(meeting(CLUB, "2026-03-05 16:00", "2026-03-05 18:00"))
    assert afternoon.minutes == 30
    assert [each.activity for each in afternoon.lines] == [Activity.TRAVEL]
    morning = taken(meeting(CLUB, "2026-03-05 07:30", "2026-03-05 08:30"))
    assert morning.minutes == 60
    assert [each.activity for each in morning.lines] == [Activity.MEETING, Activity.TRAVEL]


def test_what_customers_leave_is_free_for_boards() -> None:
    free_for_two_hours = ceiling(customer_minutes_a_week=38 * 60)
    morning = meeting(HOME, "2026-03-05 09:00", "2026-03-05 11:00")
    longer = meeting(HOME, "2026-03-04 09:00", "2026-03-04 09:45")
    assert taken(morning, limit=free_for_two_hours) == Eaten()
    both = taken(morning, longer, limit=free_for_two_hours)
    assert both.minutes == 45
    assert [each.meeting for each in both.lines] == [longer, morning]


def test_a_week_with_holidays_has_less_to_leave() -> None:
    thirty_of_forty = ceiling(customer_minutes_a_week=30 * 60)
    morning = meeting(HOME, "2026-03-05 09:00", "2026-03-05 11:00")
    assert taken(morning, limit=thirty_of_forty).minutes == 0
    assert taken(morning, limit=thirty_of_forty, days=WEEK[1:]).minutes == 0
    assert taken(morning, limit=thirty_of_forty, days=WEEK[2:]).minutes == 120


def test_a_day_without_working_time_gives_none_to_take() -> None:
    assert taken(meeting(HOME, "2026-03-05 09:00"), days=WEEK[:3]) == Eaten()


def test_meetings_at_the_same_time_take_it_once() -> None:
    both = [meeting(HOME, "2026-03-05 09:00"), meeting(HOME, "2026-03-05 10:00")]
    assert taken(*both).minutes == 180


def test_a_meeting_of_several_days_takes_the_working_hours_of_each() -> None:
    seminar = meeting(HOME, "2026-03-05 12:00", "2026-03-06 12:00")
    assert taken(seminar).minutes == 4 * 60 + 4 * 60


def test_the_working_hours_are_one_s_own() -> None:
    early = ceiling(customer_minutes_a_week=60, work_starts=time(6), work_ends=time(7))
    sunrise = meeting(HOME, "2026-03-05 06:30", "2026-03-05 08:30")
    assert taken(sunrise, limit=early, days=[date(2026, 3, 5)]).minutes == 30


def test_without_time_kept_for_customers_nothing_is_taken() -> None:
    assert taken(meeting(HOME, "2026-03-05 09:00"), limit=ceiling()) == Eaten()
