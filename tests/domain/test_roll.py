"""Who is invited to a meeting, and as what."""

from __future__ import annotations

import pytest

from boardkeeper.domain.attendance import Capacity, Presence
from boardkeeper.domain.memberships import Role, Seat
from boardkeeper.domain.roll import capacity_of, invited, roll, sitting, title_in_words, votes
from boardkeeper.i18n import Language, speaking
from tests.support.builders import meeting, membership, organisation, person, term
from tests.support.minutes_builders import attendance

BOARD = organisation()
SITTING = meeting(BOARD, "2026-03-05 19:00")
ANNA, BO, CARL, DORTE = (person(name) for name in ("Anna", "Bo", "Carl", "Dorte"))
PEOPLE = {each.id: each for each in (ANNA, BO, CARL, DORTE)}


def test_the_called_stand_first_by_role_and_name_then_alternates_and_observers() -> None:
    members = [
        membership(DORTE, BOARD, seat=Seat.OBSERVER),
        membership(CARL, BOARD, seat=Seat.ALTERNATE),
        membership(BO, BOARD),
        membership(ANNA, BOARD, role=Role.CHAIR),
    ]
    rows = invited(SITTING.id, sitting(members, [], PEOPLE, SITTING.day), PEOPLE)
    assert [(each.name, each.capacity, each.has_vote) for each in rows] == [
        ("Anna", Capacity.MEMBER, True),
        ("Bo", Capacity.MEMBER, True),
        ("Carl", Capacity.ALTERNATE, False),
        ("Dorte", Capacity.OBSERVER, False),
    ]
    assert {each.presence for each in rows} == {Presence.UNKNOWN}
    assert [each.position for each in rows] == [0, 1, 2, 3]


def test_who_does_not_sit_on_the_day_is_not_invited() -> None:
    past, present = membership(ANNA, BOARD), membership(BO, BOARD)
    terms = [term(past, "2024-01-01", "2026-03-04"), term(present, "2026-03-05")]
    found = sitting([past, present], terms, PEOPLE, SITTING.day)
    assert found == [present]


def test_one_who_sits_twice_stands_there_once_in_the_foremost_seat() -> None:
    members = [membership(ANNA, BOARD, seat=Seat.OBSERVER), membership(ANNA, BOARD)]
    (row,) = invited(SITTING.id, sitting(members, [], PEOPLE, SITTING.day), PEOPLE)
    assert row.capacity is Capacity.MEMBER


def test_asked_twice_the_invited_are_the_same() -> None:
    members = [membership(ANNA, BOARD), membership(BO, BOARD)]
    assert invited(SITTING.id, members, PEOPLE) == invited(SITTING.id, members, PEOPLE)
    other = invited(meeting(BOARD).id, members, PEOPLE)
    assert not {each.id for each in other} & {
        each.id for each in invited(SITTING.id, members, PEOPLE)
    }


def test_what_is_stored_stands_in_place_of_the_invitation_and_guests_come_last() -> None:
    expected = invited(SITTING.id, [membership(ANNA, BOARD), membership(BO, BOARD)], PEOPLE)
    bo = attendance(SITTING, BO, position=1)
    guest = attendance(SITTING, "Eva Gæst", capacity=Capacity.GUEST, position=2)
    assert roll([guest, bo], expected) == [expected[0], bo, guest]


@pytest.mark.parametrize(
    ("role", "seat", "has_vote"),
    [
        (Role.MEMBER, Seat.ORDINARY, True),
        (Role.CHAIR, Seat.APPOINTED, True),
        (Role.MEMBER, Seat.STAFF, True),
        (Role.MANAGER, Seat.STAFF, True),
        (Role.MANAGER, Seat.ORDINARY, False),
        (Role.MANAGER, Seat.APPOINTED, False),
        (Role.MEMBER, Seat.ALTERNATE, False),
        (Role.MEMBER, Seat.OBSERVER, False),
        (Role.MEMBER, Seat.HONORARY, False),
    ],
)
def test_a_seat_carries_a_vote_or_not(role: Role, seat: Seat, *, has_vote: bool) -> None:
    assert votes(membership(ANNA, BOARD, role=role, seat=seat)) is has_vote


def test_an_honorary_member_is_an_observer_with_a_name_for_it() -> None:
    honorary = membership(ANNA, BOARD, seat=Seat.HONORARY)
    assert capacity_of(honorary) is Capacity.OBSERVER
    with speaking(Language.DANISH):
        (row,) = invited(SITTING.id, [honorary], PEOPLE)
    assert title_in_words(row) == "Æresmedlem"


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"title": "Havneudvalget"}, "Havneudvalget"),
        ({"role": Role.VICE_CHAIR}, "Vice-chair"),
        ({"role": Role.MANAGER, "seat": Seat.APPOINTED}, "Manager"),
        ({"seat": Seat.STAFF}, "Staff representative"),
        ({"seat": Seat.APPOINTED}, "Appointed"),
        ({"seat": Seat.ALTERNATE}, "Alternate"),
        ({"seat": Seat.ALTERNATE, "title": "1. suppleant"}, "1. suppleant"),
        ({}, "Member"),
    ],
    ids=str,
)
def test_everybody_is_called_by_title_or_by_what_they_are(
    fields: dict[str, object], title: str
) -> None:
    (row,) = invited(SITTING.id, [membership(ANNA, BOARD, **fields)], PEOPLE)
    assert title_in_words(row) == title
