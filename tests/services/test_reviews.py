"""The yearly question, filled with facts, and what follows from the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.contacts import ContactKind
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.money import PaymentKind
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.review_facts import Measure
from boardkeeper.domain.reviews import Outcome
from boardkeeper.domain.tasks import TaskStatus
from boardkeeper.errors import InvalidField, UserError
from tests.support.builders import (
    House,
    house,
    item,
    meeting,
    membership,
    organisation,
    person,
    term,
    time_entry,
)
from tests.support.minutes_builders import attendance, decision, task, task_owner
from tests.support.network_builders import aim, contact, profile, referral, review
from tests.support.time_builders import ceiling, payment, promise

CLUB = organisation("Sejlklubben", purpose="Vi holder havnen åben for alle.")
GROUP = organisation("Kvart over Syv", kind=OrganisationKind.NETWORK)
ME, BO, EVA = person("Åse Ravn", is_me=True), person("Bo Lund"), person("Eva Krog")
SEAT, CHAIR = membership(ME, CLUB), membership(ME, GROUP)
ELECTED = term(SEAT, "2024-02-20", up_for_election_on=date(2026, 3, 24))
SITTING = meeting(CLUB, "2025-05-06 19:00", state=MeetingState.APPROVED)
MISSED = meeting(CLUB, "2025-09-02 19:00", state=MeetingState.HELD)
BREAKFAST = meeting(GROUP, "2025-06-12 07:15", state=MeetingState.HELD)
ROOF = item(SITTING, "Taget")
DONE = task(CLUB, "Bestil revisor", status=TaskStatus.DONE, closed_on=date(2025, 6, 1))
THEIRS = task(CLUB, "Mal jollen", status=TaskStatus.DONE, closed_on=date(2025, 6, 1))
YEAR = date(2025, 1, 1), date(2025, 12, 31)
LAST_YEAR: tuple[Record, ...] = (
    SITTING,
    MISSED,
    BREAKFAST,
    ROOF,
    attendance(SITTING, ME, presence=Presence.PRESENT),
    attendance(SITTING, BO, presence=Presence.DIGITAL),
    attendance(MISSED, ME, presence=Presence.APOLOGIES),
    attendance(MISSED, EVA, presence=Presence.PRESENT),
    attendance(BREAKFAST, ME, presence=Presence.PRESENT),
    attendance(BREAKFAST, BO, presence=Presence.PRESENT),
    decision(ROOF, CLUB, "Taget lægges om.", number="B-1", on="2025-05-06"),
    DONE,
    task_owner(DONE, ME),
    THEIRS,
    task_owner(THEIRS, BO),
    time_entry(CLUB, "2025-05-06", 120),
    time_entry(CLUB, "2024-05-06", 60),
    time_entry(GROUP, "2025-06-12", 90),
    payment(CLUB, 3_000, PaymentKind.FEE, "2025-12-01"),
    payment(CLUB, 400, PaymentKind.DUES, "2025-02-01"),
    promise(SEAT, 60, "2025-01-01"),
    referral(GROUP, BO, ME, "2025-06-12", won_on=date(2025, 8, 1), value=2_500_000),
    referral(GROUP, ME, BO, "2025-06-12"),
    aim(BREAKFAST, learned="Spørg først."),
    contact(EVA, "2025-10-02", organisation_id=GROUP.id),
    contact(EVA, "2025-11-02", organisation_id=GROUP.id, kind=ContactKind.CALL),
)


@pytest.fixture(name="home")
def with_two_seats() -> Iterator[House]:
    with house(CLUB, GROUP, ME, BO, EVA, SEAT, CHAIR, *LAST_YEAR) as built:
        yield built


def values(home: House, seat: Membership) -> dict[Measure, int | None]:
    facts = home.reviews.facts(seat.id)
    return {each.measure: each.value for each in facts.facts}


def test_a_review_is_prepared_and_stored_only_once_something_is_written(home: House) -> None:
    prepared = home.reviews.open(SEAT.id)
    assert (prepared.starts_on, prepared.ends_on) == (date(2025, 1, 1), date(2025, 12, 31))
    assert prepared.why_we_meet == CLUB.purpose
    assert home.reviews.all() == []
    home.reviews.change(replace(prepared, what_we_want="En åben havn"))
    assert home.reviews.open(SEAT.id).what_we_want == "En åben havn"


def test_typing_on_is_one_step_back_and_the_first_words_another(home: House) -> None:
    begun = replace(home.reviews.open(SEAT.id), goal="Tre")
    home.reviews.change(begun)
    home.reviews.change(replace(begun, goal="Tre nye"))
    home.reviews.change(replace(begun, goal="Tre nye sejlere"))
    home.journal.undo()
    assert home.reviews.open(SEAT.id).goal == "Tre"
    home.journal.undo()
    assert home.reviews.of_membership(SEAT.id) == []


def test_a_review_that_no_longer_holds_makes_way_for_a_new_one(home: House) -> None:
    home.keep(review(SEAT, 2024, why_we_meet="For havnen", next_review_on=date(2026, 1, 2)))
    opened = home.reviews.open(SEAT.id)
    assert opened.ends_on == date(2025, 12, 31)
    assert opened.why_we_meet == "For havnen"
    assert home.reviews.facts(SEAT.id).last_review == home.reviews.latest(SEAT.id)


def test_it_knows_the_last_day_to_act_from_the_election(home: House) -> None:
    home.keep(ELECTED)
    assert home.reviews.open(SEAT.id).last_day_to_act == date(2026, 3, 16)


def test_a_review_is_thrown_away_and_fetched_back(home: House) -> None:
    held = review(SEAT)
    home.keep(held)
    home.reviews.discard(held.id)
    assert home.reviews.all() == []
    home.journal.undo()
    assert home.reviews.all() == [held]


def test_a_board_is_filled_with_what_it_took_and_gave(home: House) -> None:
    found = values(home, SEAT)
    assert found[Measure.HOURS] == 120
    assert found[Measure.PROMISED] == 60 * 60
    assert found[Measure.RECEIVED] == 300_000
    assert found[Measure.PAID] == 40_000
    assert found[Measure.AN_HOUR] == 130_000
    assert found[Measure.ATTENDED] == 1
    assert found[Measure.DECISIONS] == 1
    assert found[Measure.TASKS] == 1
    assert Measure.WON not in found


def test_a_network_is_filled_with_its_referrals_and_what_was_learned(home: House) -> None:
    found = values(home, CHAIR)
    assert found[Measure.WON] == 1
    assert found[Measure.WON_VALUE] == 2_500_000
    assert found[Measure.GIVEN] == 1
    assert found[Measure.LEARNED] == 1
    assert found[Measure.ONE_TO_ONES] == 1
    assert found[Measure.AN_HOUR] is None
    assert Measure.DECISIONS not in found


def test_somebody_is_met_for_the_first_time_once_and_where_it_was(home: House) -> None:
    assert values(home, SEAT)[Measure.MET] == 1
    assert values(home, CHAIR)[Measure.MET] == 1
    (met,) = _rows(home, SEAT, Measure.MET)
    assert met == ("Bo Lund", date(2025, 5, 6))


def test_somebody_known_from_before_is_not_met_for_the_first_time(home: House) -> None:
    home.keep(profile(BO, met_on=date(2019, 1, 1)))
    assert values(home, SEAT)[Measure.MET] == 0


def test_every_number_that_adds_up_is_the_sum_of_its_rows(home: House) -> None:
    for seat in (SEAT, CHAIR):
        for fact in home.reviews.facts(seat.id).facts:
            if fact.measure not in (Measure.AN_HOUR, Measure.PROMISED, Measure.EATEN):
                assert fact.value == sum(each.amount for each in fact.rows), fact


def test_hours_taken_from_customers_are_told_week_by_week(home: House) -> None:
    home.keep(ceiling("2025-01-01", customer_minutes_a_week=40 * 60))
    eaten = home.reviews.facts(CHAIR.id).of(Measure.EATEN)
    assert eaten is not None
    assert [(each.title, each.on, each.amount) for each in eaten.rows] == [
        ("week 24 · Board meeting", date(2025, 6, 12), 75)
    ]
    assert (eaten.value, eaten.before) == (75, 0)


def test_without_time_promised_to_customers_none_can_be_taken(home: House) -> None:
    eaten = home.reviews.facts(CHAIR.id).of(Measure.EATEN)
    assert eaten is not None
    assert eaten.value is None


def test_the_year_before_stands_beside_it(home: House) -> None:
    hours = home.reviews.facts(SEAT.id).of(Measure.HOURS)
    assert hours is not None
    assert (hours.value, hours.before) == (120, 60)


def test_attendance_tells_how_many_meetings_there_were(home: House) -> None:
    attended = home.reviews.facts(SEAT.id).of(Measure.ATTENDED)
    assert attended is not None
    assert (attended.value, attended.out_of) == (1, 2)


def test_the_portfolio_says_the_same_as_each_review(home: House) -> None:
    lines = {each.membership.id: each for each in home.reviews.portfolio(*YEAR).lines}
    assert set(lines) == {SEAT.id, CHAIR.id}
    for membership_id, line in lines.items():
        for fact in home.reviews.facts(membership_id).facts:
            if fact.measure is Measure.AN_HOUR:
                assert line.an_hour == fact.value
            else:
                assert line.of(fact.measure) == (fact.value or 0), fact.measure


def test_the_portfolio_has_the_most_hours_first_and_no_seat_of_another_year(home: House) -> None:
    old = organisation("Gymnastikken")
    seat = membership(ME, old)
    home.keep(old, seat, term(seat, "2019-01-01", "2021-12-31"))
    labels = [each.organisation.label for each in home.reviews.portfolio(*YEAR).lines]
    assert labels == ["Sejlklubben", "Kvart over Syv"]


def test_a_review_is_due_when_the_last_day_draws_near(home: House) -> None:
    assert home.reviews.due() == []
    home.keep(ELECTED)
    (due,) = home.reviews.due()
    assert (due.organisation, due.review) == (CLUB, None)
    home.reviews.change(home.reviews.open(SEAT.id))
    assert home.reviews.due() == []


def test_nobody_is_asked_about_a_seat_they_have_left(home: House) -> None:
    home.keep(review(SEAT, 2023), term(SEAT, "2022-01-01", "2025-12-31"))
    assert home.reviews.due() == []


def test_a_goal_becomes_a_task_once(home: House) -> None:
    held = review(SEAT, goal="Tre nye\nsejlere", measure="Kontrakter", goal_by=date(2026, 12, 1))
    home.keep(held)
    made = home.reviews.goal_to_task(held.id)
    assert (made.text, made.due_on) == ("Tre nye sejlere", date(2026, 12, 1))
    assert [each.task for each in home.tasks.mine()] == [made]
    assert home.reviews.goal_to_task(held.id) == made
    home.journal.undo()
    assert home.tasks.mine() == []


def test_a_goal_that_is_not_written_is_no_task(home: House) -> None:
    held = review(SEAT)
    home.keep(held)
    with pytest.raises(UserError, match="goal"):
        home.reviews.goal_to_task(held.id)


def test_to_stop_ends_the_term_and_leaves_a_task_to_hand_over_all_in_one_step(home: House) -> None:
    held, again = review(SEAT), term(SEAT, "2026-07-01")
    home.keep(held, ELECTED, again)
    before = home.everything()
    home.reviews.stop(held.id, date(2026, 5, 31))
    stopped = home.reviews.get(held.id)
    assert (stopped.outcome, stopped.leaves_on) == (Outcome.STOP, date(2026, 5, 31))
    (ended,) = home.journal.reader.every(Term)
    assert ended.ends_on == date(2026, 5, 31)
    assert ended.up_for_election_on == date(2026, 3, 24)
    (handover,) = home.tasks.mine()
    assert handover.task.due_on == date(2026, 5, 31)
    home.journal.undo()
    assert home.everything() == before


def test_a_seat_without_terms_gets_one_that_ends(home: House) -> None:
    held = review(SEAT)
    home.keep(held)
    home.reviews.stop(held.id, date(2026, 5, 31))
    (ended,) = home.journal.reader.every(Term)
    assert (ended.starts_on, ended.ends_on) == (date(2024, 5, 6), date(2026, 5, 31))


def test_one_cannot_have_stopped_yesterday(home: House) -> None:
    held = review(SEAT)
    home.keep(held)
    with pytest.raises(InvalidField, match="today"):
        home.reviews.stop(held.id, date(2026, 3, 1))
    assert home.reviews.get(held.id) == held


def test_without_a_person_who_is_me_there_is_nothing_to_review() -> None:
    with house(CLUB, BO, membership(BO, CLUB)) as empty:
        assert empty.reviews.portfolio().lines == ()
        assert empty.reviews.due() == []
        assert empty.reviews.my_seat(CLUB.id) is None


def _rows(home: House, seat: Membership, measure: Measure) -> list[tuple[str, date | None]]:
    fact = home.reviews.facts(seat.id).of(measure)
    assert fact is not None
    return [(each.title, each.on) for each in fact.rows]


def test_without_days_the_portfolio_is_of_the_twelve_months_just_passed(home: House) -> None:
    found = home.reviews.portfolio()
    assert (found.first, found.last) == (date(2025, 3, 2), date(2026, 3, 1))
