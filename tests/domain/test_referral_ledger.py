"""Give and get, added up; and referrals that follow from one another."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.referral_ledger import Ledger, account, chain_of, ledger
from boardkeeper.domain.referrals import Referral, ReferralStatus, advanced
from boardkeeper.errors import InvalidField
from tests.support.builders import organisation, person
from tests.support.network_builders import referral

GROUP, CLUB = organisation("Kvart over Syv"), organisation("Sejlklubben")
ME, BO, EVA = person("Anna Holm", is_me=True), person("Bo Lund"), person("Eva Krog")
NAMES = {each.id: each.name for each in (ME, BO, EVA)}
LABELS = {each.id: each.label for each in (GROUP, CLUB)}


def of(*referrals: Referral, minutes: dict[OrganisationId, int] | None = None) -> Ledger:
    return ledger(referrals, ME.id, NAMES, LABELS, minutes or {})


def won(giver: Person, taker: Person, kroner: int) -> Referral:
    return referral(GROUP, giver, taker, won_on=date(2026, 2, 20), value=100 * kroner)


def test_the_ledger_stands_by_person_the_most_dealt_with_first() -> None:
    found = of(
        referral(GROUP, ME, BO), won(BO, ME, 2_500), won(ME, EVA, 100), referral(GROUP, BO, EVA)
    )
    assert [line.name for line in found.people] == ["Bo Lund", "Eva Krog"]
    bo = found.people[0].account
    assert (bo.given, bo.received, bo.given_won, bo.received_won) == (1, 1, 0, 1)
    assert (bo.given_value, bo.received_value) == (0, 250_000)
    assert (found.total.given, found.total.received) == (2, 1)


def test_the_value_of_what_is_not_an_order_yet_does_not_count() -> None:
    open_one = referral(GROUP, BO, ME, value=99_000)
    lost = referral(GROUP, BO, ME, lost_on=date(2026, 2, 9), value=50_000)
    assert of(open_one, lost).total.received_value == 0


def test_for_each_hour_of_mine() -> None:
    found = of(referral(GROUP, ME, BO), won(BO, ME, 3_000), minutes={GROUP.id: 90, CLUB.id: 30})
    assert [(line.name, line.account.minutes) for line in found.organisations] == [
        ("Kvart over Syv", 90),
        ("Sejlklubben", 30),
    ]
    group = found.organisations[0].account
    assert group.an_hour(group.given) == Fraction(2, 3)
    assert group.an_hour(group.received_value) == 200_000
    assert found.total.minutes == 120
    assert of(referral(GROUP, ME, BO)).total.an_hour(1) is None


def test_who_is_no_longer_among_the_people_is_known_by_name() -> None:
    gone = Referral(
        organisation_id=GROUP.id,
        from_name="Carl Due",
        to_id=ME.id,
        to_name=ME.name,
        on=date(2026, 1, 1),
        customer="Strandhotellet",
    )
    (line,) = of(gone).people
    assert (line.name, line.person_id, line.account.received) == ("Carl Due", None, 1)


people = st.sampled_from((ME, BO, EVA))
pairs = st.tuples(people, people).filter(lambda pair: pair[0] != pair[1])


@given(st.lists(pairs, max_size=12))
def test_given_by_me_to_another_is_received_by_them_from_me(
    given_to: list[tuple[Person, Person]],
) -> None:
    every = [referral(GROUP, giver, taker) for giver, taker in given_to]

    def line(whose: PersonId, other: PersonId) -> tuple[int, int]:
        found = ledger(every, whose, NAMES, LABELS, {})
        lines = [each.account for each in found.people if each.person_id == other]
        return (lines[0].given, lines[0].received) if lines else (0, 0)

    for other in (BO, EVA):
        assert line(ME.id, other.id) == line(other.id, ME.id)[::-1]
    mine = ledger(every, ME.id, NAMES, LABELS, {})
    assert sum(each.account.given for each in mine.people) == mine.total.given
    assert mine.total == account(every, ME.id)


def test_a_chain_goes_back_to_the_introduction_and_forth_to_the_order() -> None:
    first = referral(GROUP, BO, ME, "2025-01-10", customer="Havnen")
    second = referral(GROUP, ME, EVA, "2025-03-10", customer="Værftet", follows_id=first.id)
    third = referral(GROUP, EVA, ME, "2025-05-10", customer="Museet", follows_id=second.id)
    aside = referral(GROUP, BO, ME, "2025-04-10", customer="Skolen", follows_id=first.id)
    other = referral(GROUP, BO, ME, "2025-04-10", customer="Noget andet")
    every = [third, other, aside, first, second]
    for each in (first, second, third, aside):
        found = [(link.referral.customer, link.depth) for link in chain_of(every, each.id)]
        assert found == [("Havnen", 0), ("Værftet", 1), ("Museet", 2), ("Skolen", 1)]


def test_a_circle_ends_where_it_closes() -> None:
    first = referral(GROUP, BO, ME, customer="Et")
    second = referral(GROUP, ME, BO, customer="To", follows_id=first.id)
    closed = referral(GROUP, BO, ME, customer="Et", id=first.id, follows_id=second.id)
    assert len(chain_of([closed, second], second.id)) == 2


STEPS = list(ReferralStatus)


@given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=5))
def test_a_referral_is_as_far_as_was_said_last(steps: list[ReferralStatus]) -> None:
    found = referral(GROUP, BO, ME)
    for step in steps:
        found = advanced(found, step, date(2026, 2, 10))
        assert found.status is step


def test_steps_already_passed_keep_their_days() -> None:
    found = advanced(referral(GROUP, BO, ME), ReferralStatus.CONTACTED, date(2026, 2, 3))
    found = advanced(found, ReferralStatus.WON, date(2026, 2, 20))
    assert (found.contacted_on, found.won_on) == (date(2026, 2, 3), date(2026, 2, 20))


def test_a_day_before_it_was_given_is_refused() -> None:
    with pytest.raises(InvalidField, match="was given on 1 Feb 2026"):
        advanced(referral(GROUP, BO, ME), ReferralStatus.WON, date(2026, 1, 31))
