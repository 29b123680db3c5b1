"""When the yearly question is asked, of which year, and by when one must have answered it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.reminders import ReminderKind
from boardkeeper.domain.review_dates import (
    Basis,
    is_due,
    is_in_force,
    last_day_to_act,
    next_review_on,
    whole_year_before,
)
from boardkeeper.domain.review_facts import period_before, promised_between
from boardkeeper.domain.rules import RuleName
from tests.support.builders import membership, organisation, own_rule, person, reminder, term
from tests.support.network_builders import review
from tests.support.time_builders import promise

CLUB = organisation("Sejlklubben")
SEAT = membership(person(), CLUB)
TODAY = date(2026, 3, 2)
ASSOCIATION, NETWORK = OrganisationKind.ASSOCIATION, OrganisationKind.NETWORK
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


def test_without_terms_a_review_is_of_the_last_calendar_year() -> None:
    assert whole_year_before([], TODAY) == (date(2025, 1, 1), date(2025, 12, 31))


def test_a_year_of_the_term_that_ended_later_is_reviewed_instead() -> None:
    elected = term(SEAT, "2024-02-20")
    assert whole_year_before([elected], TODAY) == (date(2025, 2, 20), date(2026, 2, 19))


def test_a_first_year_that_is_not_over_is_no_year_yet() -> None:
    elected = term(SEAT, "2025-04-20")
    assert whole_year_before([elected], TODAY) == (date(2025, 1, 1), date(2025, 12, 31))


@given(DAYS, DAYS)
def test_the_year_reviewed_is_over_and_a_year_long(begins: date, today: date) -> None:
    first, last = whole_year_before([term(SEAT, begins.isoformat())], today)
    assert last < today
    assert (last - first).days in (364, 365)
    assert (today - last).days <= 366


@given(DAYS)
def test_the_year_before_ends_right_before_it_begins(first: date) -> None:
    last = first + timedelta(days=364)
    before = period_before(first, last)
    assert before[1] == first - timedelta(days=1)
    assert before[0] < before[1]


def test_the_year_before_a_calendar_year_is_the_calendar_year_before_it() -> None:
    leap = date(2024, 1, 1), date(2024, 12, 31)
    assert period_before(*leap) == (date(2023, 1, 1), date(2023, 12, 31))
    assert period_before(date(2025, 1, 1), date(2025, 12, 31)) == leap


def test_one_must_act_before_proposals_for_the_election_are_in() -> None:
    elected = term(SEAT, up_for_election_on=date(2026, 3, 24))
    found = last_day_to_act(ASSOCIATION, [], elected, [], TODAY)
    assert found is not None
    assert (found.on, found.basis) == (date(2026, 3, 16), Basis.PROPOSALS)


def test_the_boards_own_rule_moves_the_day() -> None:
    elected = term(SEAT, up_for_election_on=date(2026, 3, 24))
    own = own_rule(CLUB, RuleName.GENERAL_PROPOSALS, 21)
    found = last_day_to_act(ASSOCIATION, [own], elected, [], TODAY)
    assert found is not None
    assert found.on == date(2026, 3, 3)


def test_once_proposals_are_in_the_election_itself_is_the_last_day() -> None:
    elected = term(SEAT, up_for_election_on=date(2026, 3, 6))
    found = last_day_to_act(ASSOCIATION, [], elected, [], TODAY)
    assert found is not None
    assert (found.on, found.basis) == (date(2026, 3, 6), Basis.ELECTION)


def test_a_network_is_left_before_its_fee_is_due() -> None:
    fee = reminder(CLUB, "Forny kontingentet", "2026-12-01", kind=ReminderKind.FEE)
    found = last_day_to_act(NETWORK, [], None, [fee], TODAY)
    assert found is not None
    assert (found.on, found.title) == (date(2026, 12, 1), "Forny kontingentet")


def test_a_reminder_of_the_very_day_counts_before_a_fee_and_before_what_is_worked_out() -> None:
    elected = term(SEAT, up_for_election_on=date(2026, 3, 24))
    fee = reminder(CLUB, due="2026-03-04", kind=ReminderKind.FEE)
    told = reminder(CLUB, due="2026-03-10", kind=ReminderKind.RESIGNATION)
    found = last_day_to_act(ASSOCIATION, [], elected, [fee, told], TODAY)
    assert found is not None
    assert found.on == date(2026, 3, 10)


def test_a_reminder_that_is_done_tells_nothing() -> None:
    done = reminder(CLUB, kind=ReminderKind.RESIGNATION, done_on=date(2026, 2, 1))
    assert last_day_to_act(ASSOCIATION, [], term(SEAT), [done], TODAY) is None


def test_the_next_review_is_a_year_on_or_in_time_for_the_last_day() -> None:
    assert next_review_on(TODAY, None) == date(2027, 3, 2)
    assert next_review_on(TODAY, date(2026, 12, 1)) == date(2026, 10, 2)
    assert next_review_on(TODAY, date(2026, 3, 16)) == date(2027, 3, 2)


@pytest.mark.parametrize(
    ("last_day", "is_asked"), [(None, False), ("2026-04-30", True), ("2026-06-30", False)]
)
def test_the_first_question_is_asked_when_the_last_day_draws_near(
    last_day: str | None, is_asked: bool
) -> None:
    on = date.fromisoformat(last_day) if last_day else None
    assert is_due(None, on, TODAY) is is_asked


def test_an_answer_holds_until_the_next_review() -> None:
    held = review(SEAT, next_review_on=date(2026, 9, 1))
    assert is_in_force(held, date(2026, 8, 31))
    assert is_due(held, None, date(2026, 9, 1))


def test_a_promise_counts_for_its_part_of_the_year() -> None:
    promises = [promise(SEAT, 60, "2025-07-01"), promise(SEAT, 36, "2026-01-01")]
    assert promised_between(promises, [], date(2026, 1, 1), date(2026, 12, 31)) == 36 * 60
    assert promised_between(promises, [], date(2025, 1, 1), date(2025, 12, 31)) == round(
        60 * 60 * 184 / 365
    )
    assert promised_between(promises, [], date(2024, 1, 1), date(2024, 12, 31)) == 0


def test_nothing_is_promised_for_days_after_the_term() -> None:
    ended = term(SEAT, "2025-01-01", "2025-07-02")
    promises = [promise(SEAT, 73, "2025-01-01")]
    year = date(2025, 1, 1), date(2025, 12, 31)
    assert promised_between(promises, [ended], *year) == 73 * 60 * 183 // 365
    assert promised_between(promises, [ended, term(SEAT, "2025-03-01")], *year) == 73 * 60
