"""Reminders: when they are brought up, and what being done or put off makes of them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.reminders import (
    Reminder,
    ReminderKind,
    months_later,
    reminder_kind_name,
    repeats_in_words,
    standing,
)
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import Language, speaking
from tests.support.builders import TODAY, organisation, reminder
from tests.support.strategies import any_record

CLUB = organisation()
MODERN = st.dates(date(1950, 1, 1), date(2100, 12, 31))


def test_it_is_brought_up_its_days_before_the_day() -> None:
    assert reminder(CLUB, due="2026-03-20", days_before=30).reminds_on == date(2026, 2, 18)
    assert reminder(CLUB, due="2026-03-20", days_before=0).reminds_on == date(2026, 3, 20)


def test_put_off_it_is_brought_up_on_that_day() -> None:
    fee = reminder(CLUB, due="2026-03-20")
    assert fee.snoozed(date(2026, 3, 9)).reminds_on == date(2026, 3, 9)


def test_a_day_put_off_to_that_lies_before_its_time_changes_nothing() -> None:
    moved = replace(reminder(CLUB, due="2027-03-20"), snoozed_until=date(2026, 3, 9))
    assert moved.reminds_on == date(2027, 2, 18)


def test_what_does_not_come_back_is_done_for_good() -> None:
    done = reminder(CLUB).done(TODAY)
    assert done.is_done
    assert (done.done_on, done.due_on) == (TODAY, date(2026, 3, 20))


def test_what_comes_back_is_due_the_next_time_and_remembers_the_last() -> None:
    yearly = reminder(CLUB, due="2026-03-20", repeats_months=12, snoozed_until=date(2026, 3, 9))
    done = yearly.done(TODAY)
    assert not done.is_done
    assert (done.done_on, done.due_on) == (TODAY, date(2027, 3, 20))
    assert done.snoozed_until is None


def test_what_is_years_late_is_due_next_after_the_day_it_was_done() -> None:
    late = reminder(CLUB, due="2022-03-20", repeats_months=12)
    assert late.done(TODAY).due_on == date(2026, 3, 20)


def test_at_the_end_of_the_calendar_the_last_day_is_the_next() -> None:
    last = reminder(CLUB, due="9999-12-15", repeats_months=12)
    assert last.done(date.max).due_on == date.max


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-02-28", 1, "2026-03-31"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2027-02-28", 12, "2028-02-29"),
        ("2026-01-30", 1, "2026-02-28"),
        ("2026-12-15", 24, "2028-12-15"),
        ("9999-12-15", 12, "9999-12-31"),
    ],
)
def test_months_are_counted_by_the_calendar(day: str, months: int, later: str) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)


@given(MODERN, st.integers(1, 240))
def test_so_many_months_later_is_in_that_month_and_the_last_day_stays_the_last(
    day: date, months: int
) -> None:
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    longest = monthrange(later.year, later.month)[1]
    if day.day == monthrange(day.year, day.month)[1]:
        assert later.day == longest
    else:
        assert later.day == min(day.day, longest)


@given(MODERN, st.sampled_from([1, 3, 6, 12, 24]), MODERN)
def test_what_comes_back_is_next_due_after_both_the_old_day_and_the_day_it_was_done(
    due: date, months: int, done_on: date
) -> None:
    before = Reminder(organisation_id=CLUB.id, title="Fee", due_on=due, repeats_months=months)
    after = before.done(done_on)
    assert after.due_on > max(due, done_on)
    assert after.due_on <= months_later(max(due, done_on), months) + timedelta(days=3)


@given(any_record(Reminder), MODERN)
def test_a_reminder_done_is_no_longer_due_that_day(each: Reminder, today: date) -> None:
    done = each.done(today)
    assert done.is_done or done.due_on > today
    assert done.done_on == today


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"title": "  "}, "title"),
        ({"days_before": -1}, "days_before"),
        ({"days_before": 367}, "days_before"),
        ({"repeats_months": 241}, "repeats_months"),
    ],
)
def test_what_makes_no_sense_is_refused_by_its_field(fields: dict[str, Any], wrong: str) -> None:
    with pytest.raises(InvalidField) as refused:
        replace(reminder(CLUB), **fields)
    assert refused.value.field == wrong


def test_how_it_stands_is_one_word() -> None:
    fee = reminder(CLUB, due="2026-03-20")
    assert standing(fee, TODAY) == "Due"
    assert standing(fee.done(TODAY), TODAY) == "Done"
    assert standing(reminder(CLUB, due="2026-03-01"), TODAY) == "Late"
    assert standing(fee.snoozed(date(2026, 3, 9)), TODAY) == "Put off to Mon 9 March"
    assert standing(reminder(CLUB, due="2026-12-20"), TODAY) == ""


def test_how_often_it_comes_back_is_said_in_words() -> None:
    said = [repeats_in_words(months) for months in (0, 1, 3, 12, 24)]
    assert said == ["", "every month", "every 3 months", "every year", "every 2 years"]


@pytest.mark.parametrize("language", Language)
def test_every_kind_has_a_name_of_its_own(language: Language) -> None:
    with speaking(language):
        assert len({reminder_kind_name(each) for each in ReminderKind}) == len(ReminderKind)
