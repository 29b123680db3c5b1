"""Referrals: given, received, followed to the order, thanked for, added up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boardkeeper.domain.identity import Record
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.referrals import ReferralStatus
from boardkeeper.errors import InvalidField, UserError
from tests.support.builders import house, organisation, person, time_entry
from tests.support.network_builders import referral

GROUP = organisation("Kvart over Syv", kind=OrganisationKind.NETWORK)
QUIET = organisation("Ni til Ti", kind=OrganisationKind.NETWORK)
CLUB = organisation("Sejlklubben")
ME, BO, EVA = person("Anna Holm", is_me=True), person("Bo Lund"), person("Eva Krog")
ALL = (date(2025, 1, 1), date(2026, 12, 31))
EVERYBODY = (GROUP, QUIET, CLUB, ME, BO, EVA)


def test_given_and_received_are_mine_the_newest_first() -> None:
    gave = referral(GROUP, ME, BO, "2026-02-01")
    earlier = referral(CLUB, ME, EVA, "2026-01-01")
    got, others = referral(GROUP, BO, ME), referral(GROUP, BO, EVA)
    with house(*EVERYBODY, gave, earlier, got, others) as home:
        assert home.referrals.given(None, *ALL) == [gave, earlier]
        assert home.referrals.given(GROUP.id, *ALL) == [gave]
        assert home.referrals.received(None, *ALL) == [got]
        assert len(home.referrals.between(GROUP.id, *ALL)) == 3
        assert home.referrals.between(None, date(2026, 1, 1), date(2026, 1, 1)) == [earlier]


def test_one_that_is_added_keeps_the_names_of_the_two() -> None:
    added = replace(referral(GROUP, ME, BO), from_name="", to_name="")
    with house(*EVERYBODY) as home:
        home.referrals.add(added)
        stored = home.referrals.get(added.id)
        assert (stored.from_name, stored.to_name) == ("Anna Holm", "Bo Lund")
        home.people.discard(BO.id)
        assert home.referrals.get(added.id).to_name == "Bo Lund"
        assert home.referrals.get(added.id).to_id is None


def test_changing_deleting_and_undoing() -> None:
    gave = referral(GROUP, ME, BO)
    with house(*EVERYBODY, gave) as home:
        home.referrals.change(replace(gave, customer="Værftet"))
        assert home.referrals.get(gave.id).customer == "Værftet"
        home.referrals.discard(gave.id)
        (entry,) = home.trash.entries()
        assert entry.title == "Værftet · Anna Holm → Bo Lund"
        home.trash.restore(entry.id)
        assert home.referrals.get(gave.id).customer == "Værftet"
        for _step in range(3):
            home.journal.undo()
        assert home.referrals.get(gave.id) == gave


def test_it_advances_to_the_order_with_its_value() -> None:
    got = referral(GROUP, BO, ME)
    with house(*EVERYBODY, got) as home:
        home.referrals.advance(got.id, ReferralStatus.CONTACTED, date(2026, 2, 3))
        home.referrals.advance(got.id, ReferralStatus.MEETING, date(2026, 2, 10))
        won = home.referrals.advance(got.id, ReferralStatus.WON, date(2026, 2, 20), 2_500_000)
        assert home.referrals.get(got.id) == won
        assert (won.contacted_on, won.met_on) == (date(2026, 2, 3), date(2026, 2, 10))
        assert won.value == 2_500_000
        lost = home.referrals.advance(got.id, ReferralStatus.LOST, date(2026, 2, 25))
        assert (lost.status, lost.won_on) == (ReferralStatus.LOST, None)
        home.journal.undo()
        assert home.referrals.get(got.id) == won


def test_thanks_are_said_and_taken_back() -> None:
    got = referral(GROUP, BO, ME)
    with house(*EVERYBODY, got) as home:
        home.referrals.thank(got.id, date(2026, 2, 20))
        assert home.referrals.get(got.id).thanked_on == date(2026, 2, 20)
        home.referrals.thank(got.id, None)
        assert home.referrals.get(got.id) == got


def test_a_chain_is_found_from_either_end() -> None:
    first = referral(GROUP, BO, ME, customer="Havnen")
    second = referral(CLUB, ME, EVA, customer="Værftet", follows_id=first.id)
    with house(*EVERYBODY, first, second) as home:
        for each in (first, second):
            found = [link.referral.customer for link in home.referrals.chain(each.id)]
            assert found == ["Havnen", "Værftet"]
        home.referrals.discard(first.id)
        assert [link.referral.customer for link in home.referrals.chain(second.id)] == ["Værftet"]
        with pytest.raises(UserError):
            home.referrals.chain(first.id)


def test_referrals_cannot_follow_one_another_in_a_circle() -> None:
    first = referral(GROUP, BO, ME)
    second = referral(GROUP, ME, EVA, follows_id=first.id)
    with house(*EVERYBODY, first, second) as home:
        with pytest.raises(InvalidField):
            home.referrals.change(replace(first, follows_id=second.id))
        assert home.referrals.get(first.id) == first


def test_the_ledger_has_the_hours_of_every_network() -> None:
    records: list[Record] = [
        referral(GROUP, ME, BO),
        referral(GROUP, BO, ME, won_on=date(2026, 2, 20), value=100_000),
        referral(GROUP, EVA, ME, "2024-02-01"),
        time_entry(GROUP, "2026-02-12", 120),
        time_entry(GROUP, "2024-02-12", 600),
        time_entry(QUIET, "2026-02-13", 60),
        time_entry(CLUB, "2026-02-14", 45),
    ]
    with house(*EVERYBODY, *records) as home:
        found = home.referrals.ledger(*ALL)
        assert [
            (line.name, line.account.given, line.account.received) for line in found.people
        ] == [("Bo Lund", 1, 1)]
        assert [(line.name, line.account.minutes) for line in found.organisations] == [
            ("Kvart over Syv", 120),
            ("Ni til Ti", 60),
        ]
        assert (found.total.minutes, found.total.received_value) == (180, 100_000)
        alone = home.referrals.ledger(*ALL, CLUB.id)
        assert [(line.name, line.account.minutes) for line in alone.organisations] == [
            ("Sejlklubben", 45)
        ]


def test_without_me_the_ledger_is_empty() -> None:
    with house(GROUP, BO, EVA, referral(GROUP, BO, EVA)) as home:
        assert home.referrals.ledger(*ALL).people == ()
        assert home.referrals.given(None, *ALL) == []
