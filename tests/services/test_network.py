"""The matrix of ambassadors: what there is between me and each of the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardkeeper.domain.attendance import Capacity, Presence
from boardkeeper.domain.contacts import ContactKind
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.memberships import MembershipId
from boardkeeper.domain.network import AmbassadorRow, Matrix
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.people import Person
from boardkeeper.domain.thresholds import ThresholdName
from boardkeeper.errors import UserError
from tests.support.builders import House, house, meeting, membership, organisation, person, term
from tests.support.laws import examples
from tests.support.minutes_builders import attendance
from tests.support.network_builders import contact, profile, referral

GROUP = organisation("Kvart over Syv", kind=OrganisationKind.NETWORK)
CLUB = organisation("Sejlklubben")
ME = person("Anna Holm", is_me=True)
BO, EVA, OLD = person("Bo Lund"), person("Eva Krog"), person("Åge Due")
SEATS = {each: membership(each, GROUP) for each in (ME, BO, EVA, OLD)}
LEFT = term(SEATS[OLD], "2019-01-01", "2025-12-31")
EVERYBODY: tuple[Record, ...] = (GROUP, CLUB, ME, BO, EVA, OLD, *SEATS.values(), LEFT)
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
MORNINGS = [meeting(GROUP, f"2026-{day} 07:15") for day in ("01-08", "01-29", "02-19")]
NEXT = meeting(GROUP, "2026-03-12 07:15")


def matrix(home: House) -> Matrix:
    return home.network.matrix(GROUP.id, *YEAR)


def row(home: House, who: Person = BO) -> AmbassadorRow:
    return next(each for each in matrix(home).rows if each.person == who)


def test_there_is_a_row_for_each_other_who_sits_there_by_name() -> None:
    with house(*EVERYBODY, *MORNINGS, NEXT) as home:
        found = matrix(home)
        assert [each.person.name for each in found.rows] == ["Bo Lund", "Eva Krog"]
        assert found.me == ME
        assert found.meetings == 3
        earlier = home.network.matrix(GROUP.id, date(2025, 1, 1), date(2025, 12, 31))
        assert OLD in [each.person for each in earlier.rows]


def test_met_is_where_both_took_part() -> None:
    first, second, third = MORNINGS
    elsewhere = meeting(CLUB, "2026-02-01 19:00")
    records: list[Record] = [
        *(attendance(each, ME) for each in (first, second, elsewhere)),
        *(attendance(each, BO) for each in (first, third, elsewhere)),
        attendance(second, BO, presence=Presence.APOLOGIES),
        attendance(first, EVA, presence=Presence.DIGITAL),
        attendance(second, EVA),
    ]
    with house(*EVERYBODY, *MORNINGS, elsewhere, *records) as home:
        assert (row(home).met, row(home).met_on) == (1, date(2026, 1, 8))
        assert (row(home, EVA).met, row(home, EVA).met_on) == (2, date(2026, 1, 29))


def test_what_is_cancelled_ahead_or_of_other_years_is_not_met() -> None:
    meetings = [
        meeting(GROUP, "2026-02-01 07:15", state=MeetingState.CANCELLED),
        meeting(GROUP, "2025-12-11 07:15"),
        NEXT,
    ]
    rolls = [attendance(each, who) for each in meetings for who in (ME, BO)]
    with house(*EVERYBODY, *meetings, *rolls) as home:
        assert (row(home).met, row(home).met_on, matrix(home).meetings) == (0, None, 0)


def test_one_to_ones_profiles_and_referrals_stand_in_the_row() -> None:
    records: list[Record] = [
        contact(BO, "2024-05-01"),
        contact(BO, "2026-02-10", organisation_id=CLUB.id),
        contact(BO, "2026-02-20", kind=ContactKind.CALL),
        profile(BO, sells="Regnskab", ideal_customer="Små butikker"),
        profile(EVA, sells="Både", ideal_customer="  "),
        referral(GROUP, ME, BO),
        referral(GROUP, ME, BO, "2025-12-31"),
        referral(GROUP, BO, ME),
        referral(GROUP, BO, ME),
        referral(CLUB, BO, ME),
    ]
    with house(*EVERYBODY, *records) as home:
        bo, eva = row(home), row(home, EVA)
        assert bo.one_to_one_on == date(2026, 2, 10)
        assert (bo.given, bo.received, bo.has_profile) == (1, 2, True)
        assert (eva.given, eva.received, eva.has_profile, eva.one_to_one_on) == (0, 0, False, None)


def test_since_when_one_can_explain_what_i_do_is_noted_and_undone() -> None:
    with house(*EVERYBODY) as home:
        assert not row(home).can_explain
        home.network.set_can_explain(SEATS[BO].id, date(2026, 2, 1))
        home.network.set_note(SEATS[BO].id, "Har talt om os på messen")
        assert row(home).can_explain_since == date(2026, 2, 1)
        assert row(home).note == "Har talt om os på messen"
        home.network.set_can_explain(SEATS[BO].id, None)
        assert (row(home).can_explain, row(home).note) == (False, "Har talt om os på messen")
        home.journal.undo()
        assert row(home).can_explain
        with pytest.raises(UserError):
            home.network.set_can_explain(MembershipId("ingen"), None)


def test_an_absence_with_a_substitute_there_is_none() -> None:
    first, second, third = MORNINGS
    sent, alone = (attendance(each, BO, presence=Presence.APOLOGIES) for each in (first, second))
    records: list[Record] = [
        sent,
        alone,
        attendance(first, "Sif", capacity=Capacity.ALTERNATE, stands_for_id=sent.id),
        attendance(third, BO, presence=Presence.UNKNOWN),
        attendance(third, ME, presence=Presence.ABSENT),
    ]
    with house(*EVERYBODY, *MORNINGS, *records) as home:
        assert [each.day for each in row(home).absences.missed] == [date(2026, 1, 29)]
        assert row(home).absences.left == 2
        mine = matrix(home).my_absences
        assert mine is not None
        assert [each.meeting_id for each in mine.missed] == [third.id]


def test_absences_look_back_beyond_the_period_and_follow_ones_own_numbers() -> None:
    before = meeting(GROUP, "2025-10-09 07:15")
    records: list[Record] = [
        attendance(each, BO, presence=Presence.ABSENT) for each in (before, MORNINGS[0])
    ]
    with house(*EVERYBODY, *MORNINGS, before, *records) as home:
        assert len(row(home).absences.missed) == 2
        home.thresholds.set(GROUP.id, ThresholdName.ABSENCES_ALLOWED, 2)
        assert row(home).absences.next_possible_on == date(2026, 4, 9)
        home.thresholds.set(GROUP.id, ThresholdName.ABSENCE_MONTHS, 3)
        assert len(row(home).absences.missed) == 1


def test_visitors_and_substitutes_are_told_apart_the_latest_first() -> None:
    first, second, _third = MORNINGS
    away = attendance(second, BO, presence=Presence.APOLOGIES)
    records: list[Record] = [
        away,
        attendance(first, "Gæst Gro", capacity=Capacity.GUEST),
        attendance(second, "Sif", capacity=Capacity.ALTERNATE, stands_for_id=away.id),
        attendance(second, "Kom ikke", capacity=Capacity.GUEST, presence=Presence.ABSENT),
    ]
    with house(*EVERYBODY, *MORNINGS, *records) as home:
        found = [
            (each.name, each.day, each.is_substitute, each.stands_for)
            for each in matrix(home).visitors
        ]
        assert found == [
            ("Sif", date(2026, 1, 29), True, "Bo Lund"),
            ("Gæst Gro", date(2026, 1, 8), False, ""),
        ]


def test_while_nobody_is_me_there_are_no_rows() -> None:
    with house(GROUP, BO, SEATS[BO]) as home:
        found = matrix(home)
        assert (found.me, found.rows, found.my_absences) == (None, (), None)


presences = st.lists(st.tuples(st.sampled_from(Presence), st.sampled_from(Presence)), max_size=3)


@given(presences, st.lists(st.booleans(), max_size=5))
@settings(max_examples=examples(20), suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_what_i_see_of_another_is_what_they_would_see_of_me(
    shown: list[tuple[Presence, Presence]], given_by_me: list[bool]
) -> None:
    rolls = [
        attendance(MORNINGS[place], who, presence=presence)
        for place, both in enumerate(shown)
        for who, presence in zip((ME, BO), both, strict=True)
    ]
    between = [referral(GROUP, *((ME, BO) if mine else (BO, ME))) for mine in given_by_me]
    with house(*EVERYBODY, *MORNINGS, *rolls, *between) as home:
        mine = row(home)
        home.keep(replace(ME, is_me=False), replace(BO, is_me=True))
        theirs = next(each for each in matrix(home).rows if each.person.id == ME.id)
        assert (mine.met, mine.met_on) == (theirs.met, theirs.met_on)
        assert (mine.given, mine.received) == (theirs.received, theirs.given)
