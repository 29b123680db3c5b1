from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.db.pointers import fields_pointing
from boardkeeper.db.schema import TABLES
from boardkeeper.domain.ambassadors import Ambassador
from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.duplicates import Reason, name_key, one_letter_apart
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.memberships import Membership, Role, Term
from boardkeeper.domain.people import Person
from boardkeeper.domain.plain import shapes
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.tasks import TaskOwner
from boardkeeper.domain.trash import TrashEntry
from boardkeeper.errors import UserError
from boardkeeper.services.catalogue import Services
from tests.support.builders import (
    House,
    item,
    meeting,
    membership,
    one_of_every_kind,
    organisation,
    person,
    term,
)
from tests.support.minutes_builders import (
    attendance,
    candidate,
    dissent,
    interest,
    reply,
    task,
    task_owner,
    vote,
    written_procedure,
)
from tests.support.network_builders import contact, profile, referral

CLUB = organisation("Nørrevig Sejlklub")
KEPT = person("Anna Holm", email="anna@holm.example", notes="Sejler")
OTHER = person("Anna Holm", phone="12 34 56 78", notes="Har en hund", occupation="Revisor")
BO = person("Bo Lund")


def pointing_at(house: House, who: Person) -> list[tuple[type[Any], str]]:
    """Every field anywhere that names the person, texts of other programs' shape included."""
    return [
        (type(record), each.name)
        for record in house.everything()
        for each in shapes(type(record))
        if each.name != "id" and str(who.id) in str(getattr(record, each.name))
    ]


def everything_that_points_at(who: Person) -> list[Record]:
    """One record of every kind and field that points at people, for this person."""
    sitting = meeting(CLUB, chair_id=who.id, minute_taker_id=who.id)
    point, chore = item(sitting), task(CLUB)
    polled, asked = vote(point), written_procedure(CLUB)
    return [
        membership(who, CLUB),
        sitting,
        point,
        polled,
        chore,
        asked,
        attendance(sitting, who),
        replace(dissent(point), person_id=who.id),
        replace(candidate(polled), person_id=who.id),
        replace(reply(asked), person_id=who.id),
        task_owner(chore, who),
        profile(who, sells="Regnskab", met_through_id=BO.id),
        profile(BO, met_through_id=who.id),
        interest(who),
        contact(who),
        referral(CLUB, who, BO),
        referral(CLUB, BO, who),
    ]


def test_nothing_points_at_the_other_one_when_two_are_one(house: House) -> None:
    house.keep(CLUB, KEPT, OTHER, BO, *everything_that_points_at(OTHER))
    before = set(pointing_at(house, OTHER))
    house.merging.merge(KEPT.id, OTHER.id)
    assert pointing_at(house, OTHER) == []
    assert set(pointing_at(house, KEPT)) == before
    assert house.journal.reader.find(Person, OTHER.id) is None


def test_the_test_above_knows_every_field_that_points_at_people() -> None:
    known = {
        (type(record), name)
        for record in everything_that_points_at(OTHER)
        for name in fields_pointing(type(record), Person)
        if getattr(record, name) == OTHER.id
    }
    assert known == {(kind, name) for kind in TABLES for name in fields_pointing(kind, Person)}


def test_merging_me_keeps_me(house: House) -> None:
    house.keep(*one_of_every_kind())
    (me,) = house.people.all()
    house.keep(KEPT)
    house.merging.merge(KEPT.id, me.id)
    assert pointing_at(house, me) == []
    assert [each.is_me for each in house.people.all()] == [True]


def test_merging_is_one_step_back_and_one_forth(house: House) -> None:
    both = [*everything_that_points_at(OTHER), membership(KEPT, CLUB), profile(KEPT), contact(KEPT)]
    house.keep(CLUB, KEPT, OTHER, BO, *both)
    before = house.everything()
    house.merging.merge(KEPT.id, OTHER.id)
    after = house.everything()
    house.journal.undo()
    assert house.everything() == before
    house.journal.redo()
    assert house.everything() == after


def test_the_kept_one_fills_up_and_notes_of_both_come_together(house: House) -> None:
    house.keep(KEPT, OTHER)
    house.merging.merge(KEPT.id, OTHER.id)
    one = house.people.get(KEPT.id)
    assert (one.email, one.phone, one.occupation) == (KEPT.email, OTHER.phone, "Revisor")
    assert one.notes == "Sejler\nHar en hund"


def test_what_was_chosen_of_the_other_one_is_taken(house: House) -> None:
    house.keep(KEPT, replace(OTHER, name="Anna K. Holm", email="a@holm.example"))
    house.merging.merge(KEPT.id, OTHER.id, {"name", "email", "notes"})
    one = house.people.get(KEPT.id)
    assert (one.name, one.email, one.notes) == ("Anna K. Holm", "a@holm.example", "Har en hund")


def test_the_same_seat_becomes_one_with_the_terms_of_both(house: House) -> None:
    kept, other = membership(KEPT, CLUB), membership(OTHER, CLUB)
    chair = membership(OTHER, CLUB, role=Role.CHAIR)
    first, same, later = term(kept), term(other), term(other, "2023-03-20", "2025-03-19")
    told = Ambassador(membership_id=other.id, can_explain_since=date(2026, 1, 8))
    house.keep(CLUB, KEPT, OTHER, kept, other, chair, first, same, later, told)
    house.merging.merge(KEPT.id, OTHER.id)
    seats = house.memberships.of_person(KEPT.id)
    assert {each.membership.id for each in seats} == {kept.id, chair.id}
    assert house.journal.reader.every(Term) == sorted(
        [first, replace(later, membership_id=kept.id)], key=lambda each: each.id
    )
    assert [each.membership_id for each in house.journal.reader.every(Ambassador)] == [kept.id]


def test_one_person_stands_once_on_a_roll_and_owns_a_task_once(house: House) -> None:
    sitting, chore = meeting(CLUB), task(CLUB)
    unknown = attendance(sitting, KEPT, presence=Presence.UNKNOWN)
    house.keep(CLUB, KEPT, OTHER, BO, sitting, chore, unknown)
    house.keep(attendance(sitting, OTHER), attendance(sitting, BO, proxy_to_id=unknown.id))
    house.keep(task_owner(chore, KEPT), task_owner(chore, OTHER))
    house.merging.merge(KEPT.id, OTHER.id)
    roll = {each.name: each for each in house.attendance.roll(sitting.id)}
    assert sorted(roll) == ["Anna Holm", "Bo Lund"]
    assert roll["Anna Holm"].presence is Presence.PRESENT
    assert len(house.journal.reader.every(TaskOwner)) == 1


def test_two_profiles_become_one(house: House) -> None:
    house.keep(KEPT, OTHER, profile(KEPT, sells="Løn"), profile(OTHER, ideal_customer="Værfter"))
    house.merging.merge(KEPT.id, OTHER.id)
    (one,) = house.journal.reader.every(Profile)
    assert (one.person_id, one.sells, one.ideal_customer) == (KEPT.id, "Løn", "Værfter")


def test_what_stood_between_the_two_points_nowhere_and_keeps_the_name(house: House) -> None:
    house.keep(CLUB, KEPT, OTHER, referral(CLUB, KEPT, OTHER), profile(KEPT))
    house.keep(profile(OTHER, met_through_id=KEPT.id))
    house.merging.merge(KEPT.id, OTHER.id)
    relation = house.relations.of(KEPT.id)
    assert relation.profile.met_through_id is None
    assert pointing_at(house, OTHER) == []


def test_what_lies_in_the_trash_comes_back_to_who_was_kept(house: House) -> None:
    seat = membership(OTHER, CLUB)
    house.keep(CLUB, KEPT, OTHER, seat)
    house.memberships.discard(seat.id)
    house.merging.merge(KEPT.id, OTHER.id)
    (entry,) = house.journal.reader.every(TrashEntry)
    house.trash.restore(entry.id)
    assert [each.person_id for each in house.journal.reader.every(Membership)] == [KEPT.id]


def test_approved_minutes_keep_their_names_and_point_at_who_was_kept(house: House) -> None:
    services = Services.over(house.store, house.clock)
    sitting = meeting(
        CLUB, "2026-02-05 19:00", chair_id=OTHER.id, minute_taker_id=BO.id, state=MeetingState.HELD
    )
    there = [attendance(sitting, OTHER), attendance(sitting, KEPT, name="Anna H.")]
    house.keep(CLUB, replace(KEPT, is_me=True), OTHER, BO, sitting, item(sitting), *there)
    services.approval.approve(sitting.id)
    before = house.everything()
    services.merging.merge(KEPT.id, OTHER.id)
    assert sorted(each.name for each in services.attendance.roll(sitting.id)) == [
        "Anna H.",
        "Anna Holm",
    ]
    assert services.meetings.get(sitting.id).chair_id == KEPT.id
    assert services.approval.problems() == []
    services.journal.undo()
    assert house.everything() == before
    with pytest.raises(UserError, match="approved"):
        services.meetings.change(replace(services.meetings.get(sitting.id), chair_id=BO.id))


def test_nobody_else_takes_the_chair_of_approved_minutes_by_coming_along(house: House) -> None:
    services = Services.over(house.store, house.clock)
    sitting = meeting(CLUB, "2026-02-05 19:00", chair_id=KEPT.id, state=MeetingState.HELD)
    house.keep(CLUB, replace(KEPT, is_me=True), sitting, item(sitting), attendance(sitting, KEPT))
    services.approval.approve(sitting.id)
    approved = services.meetings.get(sitting.id)
    with (
        pytest.raises(UserError, match="approved"),
        services.journal.command("Import") as tx,
    ):
        tx.put_all([BO, replace(approved, chair_id=BO.id)])
    assert services.meetings.get(sitting.id) == approved


def test_one_cannot_be_merged_with_oneself(house: House) -> None:
    house.keep(KEPT)
    with pytest.raises(UserError):
        house.merging.merge(KEPT.id, KEPT.id)
    assert house.people.all() == [KEPT]


def reasons(house: House) -> list[tuple[set[str], list[Reason]]]:
    return [
        ({pair.one.name, pair.other.name}, list(pair.reasons))
        for pair in house.merging.duplicates()
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Anna", "A@x.dk", ""), ("Bo", "a@X.dk", ""), [Reason.EMAIL]),
        (("Anna", "", "+45 12 34 56 78"), ("Bo", "", "12345678"), [Reason.PHONE]),
        (("Åse Sørensen", "", ""), ("aase soerensen", "", ""), [Reason.NAME]),
        (("Holm, Anna", "", ""), ("Anna Holm", "", ""), [Reason.NAME]),
        (("Renée Dam", "a@x.dk", ""), ("Renee Dam", "b@x.dk", ""), [Reason.NAME]),
        (("Kristian Dam", "", ""), ("Christian Dam", "", ""), []),
        (("Anders Hansen", "", ""), ("Anders Hanson", "", ""), [Reason.NEARLY]),
        (("Peter Hansen", "a@x.dk", ""), ("Peter Jansen", "b@x.dk", ""), []),
        (("Bo Lund", "", ""), ("Bo Lind", "", ""), [Reason.NEARLY]),
        (("Bo Ly", "", ""), ("Bo Lu", "", ""), []),
    ],
)
def test_who_may_be_one_person(
    house: House,
    one: tuple[str, str, str],
    other: tuple[str, str, str],
    expected: list[Reason],
) -> None:
    house.keep(*(person(name, email=email, phone=phone) for name, email, phone in (one, other)))
    assert [found for _names, found in reasons(house)] == ([expected] if expected else [])


def test_the_more_reasons_the_earlier_and_oneself_is_kept(house: House) -> None:
    me = person("Åse Ravn", is_me=True)
    house.keep(me, person("Åse Ravn", email="aase@x.dk", phone="11223344"))
    house.keep(*(replace(each, phone="12345678", email="") for each in (KEPT, OTHER)))
    pairs = house.merging.duplicates()
    assert [pair.reasons for pair in pairs] == [(Reason.PHONE, Reason.NAME), (Reason.NAME,)]
    assert pairs[1].one == me


@given(st.text("abcæ", max_size=8), st.integers(0, 8), st.sampled_from("abcx"))
def test_a_letter_put_in_is_one_letter_apart(name: str, place: int, letter: str) -> None:
    longer = name[:place] + letter + name[place:]
    assert one_letter_apart(name, longer)
    assert one_letter_apart(longer, name)
    assert not one_letter_apart(name, name)
    assert name_key(name_key(name)) == name_key(name)
