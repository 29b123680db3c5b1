"""Series: what they refuse, and the days their meetings are on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.holidays import holiday_name
from boardkeeper.domain.series import HolidayRule, holiday_rule_name
from boardkeeper.domain.series_change import meeting_of, times_on
from boardkeeper.domain.series_plan import Planned, Reason, planned_days, reason_in_words
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import Language, speaking
from tests.support.builders import closed_days, organisation, series

GROUP = organisation("Kvart over Syv")
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def outcome(rule_day: str, **fields: Any) -> Planned:
    """What becomes of one day of the group's series."""
    closed = fields.pop("closed", [])
    day = date.fromisoformat(rule_day)
    (planned,) = planned_days(series(GROUP, **fields), closed, day, day)
    return planned


def test_the_group_has_18_dates_in_2026() -> None:
    planned = planned_days(series(GROUP, holiday_rule=HolidayRule.KEEP), [], *YEAR)
    assert len(planned) == 18
    assert all(each.day == each.rule_day for each in planned)


def test_without_july_and_holidays_the_group_meets_15_times_for_33_hours_and_45_minutes() -> None:
    group = series(GROUP, minutes=135, skipped_months="7")
    planned = planned_days(group, [], *YEAR)
    held = [meeting_of(group, each, each.day) for each in planned if each.day]
    assert len(held) == 15
    assert sum(each.minutes for each in held) / 60 == 33.75
    with speaking(Language.DANISH):
        dropped = {each.rule_day: reason_in_words(each) for each in planned if each.is_dropped}
    assert dropped == {
        date(2026, 4, 2): "Skærtorsdag",
        date(2026, 5, 14): "Kristi himmelfartsdag",
        date(2026, 7, 16): "Feriemåned (juli)",
    }


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        (HolidayRule.KEEP, date(2026, 4, 2)),
        (HolidayRule.SKIP, None),
        (HolidayRule.NEXT_WORKING_DAY, date(2026, 4, 7)),
        (HolidayRule.NEXT_WEEK, date(2026, 4, 9)),
        (HolidayRule.ASK, None),
    ],
)
def test_the_series_says_what_becomes_of_a_holiday(rule: HolidayRule, day: date | None) -> None:
    planned = outcome("2026-04-02", holiday_rule=rule)
    assert planned.day == day
    assert planned.is_question == (rule is HolidayRule.ASK)
    assert planned.is_dropped == (rule is HolidayRule.SKIP)
    assert planned.is_moved == (rule in (HolidayRule.NEXT_WORKING_DAY, HolidayRule.NEXT_WEEK))


def test_what_was_moved_says_why_and_where_to() -> None:
    with speaking(Language.DANISH):
        planned = outcome("2026-04-02", holiday_rule=HolidayRule.NEXT_WEEK)
        assert reason_in_words(planned) == "Skærtorsdag: flyttet til tor. 9. april"
        asked = outcome("2026-04-02", holiday_rule=HolidayRule.ASK)
        assert reason_in_words(asked) == "Skærtorsdag: skal afgøres"


def test_a_meeting_is_not_moved_onto_the_next_one() -> None:
    weekly = {"rule": "FREQ=WEEKLY", "holiday_rule": HolidayRule.NEXT_WEEK}
    assert outcome("2026-04-02", **weekly).is_dropped


def test_two_meetings_are_not_moved_onto_the_same_day() -> None:
    moving = series(
        GROUP, "FREQ=DAILY", "2026-04-01 19:00", holiday_rule=HolidayRule.NEXT_WORKING_DAY
    )
    twice = replace(moving, rule="FREQ=WEEKLY;BYDAY=TH,FR")
    planned = planned_days(twice, [], date(2026, 4, 2), date(2026, 4, 3))
    assert [each.day for each in planned] == [date(2026, 4, 7), None]


def test_half_holidays_count_for_the_series_that_minds_them() -> None:
    assert outcome("2026-12-31").day == date(2026, 12, 31)
    assert outcome("2026-12-31", minds_half_holidays=True).reason is Reason.HOLIDAY


def test_closed_days_drop_a_meeting_with_their_reason() -> None:
    closed = closed_days(GROUP, "2026-10-05", "2026-10-16", reason="Ombygning")
    planned = outcome("2026-10-08", closed=[closed])
    assert (planned.day, planned.reason, planned.name) == (None, Reason.CLOSED, "Ombygning")
    kept = outcome("2026-10-08", closed=[closed], holiday_rule=HolidayRule.KEEP)
    assert kept.is_dropped


def test_a_meeting_moves_past_closed_days_but_not_out_of_sight() -> None:
    fields = {"holiday_rule": HolidayRule.NEXT_WORKING_DAY}
    week = closed_days(GROUP, "2026-04-01", "2026-04-10")
    assert outcome("2026-04-02", closed=[week], **fields).day == date(2026, 4, 13)
    month = closed_days(GROUP, "2026-04-01", "2026-04-30")
    assert outcome("2026-04-02", closed=[month], **fields).is_dropped


def test_a_day_left_out_by_hand_is_not_moved() -> None:
    planned = outcome("2026-02-19", left_out="2026-02-19", holiday_rule=HolidayRule.NEXT_WEEK)
    assert (planned.day, planned.reason) == (None, Reason.LEFT_OUT)


@given(
    st.sampled_from(HolidayRule),
    st.sampled_from(["FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=3", "FREQ=MONTHLY;BYMONTHDAY=24,25,26"]),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
def test_nobody_meets_twice_on_a_day_or_on_a_day_to_keep_away_from(
    holiday_rule: HolidayRule, rule: str, first: date
) -> None:
    group = series(GROUP, rule, "2020-01-02 19:00", holiday_rule=holiday_rule, skipped_months="7")
    planned = planned_days(group, [], first, first + timedelta(days=400))
    held = [each.day for each in planned if each.day]
    assert len(set(held)) == len(held)
    assert all(day.month != 7 for day in held)
    if holiday_rule is not HolidayRule.KEEP:
        assert not any(holiday_name(day) for day in held)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rule", "FREQ=MINUTELY"),
        ("rule", ""),
        ("minutes", 0),
        ("minutes", 24 * 60 + 1),
        ("zone", "Mars/Phobos"),
        ("skipped_months", "13"),
        ("skipped_months", "juli"),
        ("skipped_months", ","),
        ("skipped_months", "1,2,3,4,5,6,7,8,9,10,11,12"),
        ("left_out", "5/3"),
        ("left_out", "2026-04-02," * 5000),
        ("starts_at", datetime(1800, 1, 1)),
    ],
)
def test_a_series_refuses_what_cannot_be(field: str, value: object) -> None:
    with pytest.raises(InvalidField) as caught:
        replace(series(GROUP), **{field: value})  # type: ignore[arg-type] # the point is a wrong one
    assert caught.value.field == field


def test_closed_days_end_after_they_begin() -> None:
    with pytest.raises(InvalidField):
        closed_days(GROUP, "2026-07-02", "2026-07-01")


def test_a_day_can_be_left_out_and_taken_in_again() -> None:
    group = series(GROUP)
    without = group.leaving_out(date(2026, 5, 14)).leaving_out(date(2026, 4, 2))
    assert without.left_out == "2026-04-02,2026-05-14"
    assert without.taking_in(date(2026, 4, 2)).taking_in(date(2026, 5, 14)) == group


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
@pytest.mark.parametrize("hour", range(5))
def test_a_meeting_in_the_night_the_clocks_change_ends_after_it_starts(
    day: date, hour: int
) -> None:
    night = series(GROUP, "FREQ=DAILY", f"2026-01-01 {hour:02}:30", minutes=60)
    starts_at, ends_at = times_on(night, day)
    assert starts_at == datetime.combine(day, night.starts_at.time())
    assert ends_at > starts_at


def test_a_morning_meeting_lasts_as_long_on_the_days_the_clocks_change() -> None:
    night = series(GROUP, "FREQ=DAILY", "2026-01-01 01:00", minutes=180)
    for day in (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 25)):
        planned = Planned(rule_day=day, day=day)
        assert meeting_of(night, planned, day).minutes == 180


def test_every_holiday_rule_has_words() -> None:
    for language in Language:
        with speaking(language):
            assert len({holiday_rule_name(each) for each in HolidayRule}) == len(HolidayRule)
