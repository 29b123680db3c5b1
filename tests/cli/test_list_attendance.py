"""`boardkeeper list attendance`."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from boardkeeper.cli.listing import Wanted, listed
from boardkeeper.domain.attendance import Capacity, Presence
from boardkeeper.domain.memberships import Role, Seat
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, speaking
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, meeting, membership, organisation, person
from tests.support.minutes_builders import attendance

CLUB = organisation("Sejlklubben")
ANNA, BO, CARL = person("Anna Holm"), person("Bo Lund"), person("Carl Friis")
SEATS = (
    membership(ANNA, CLUB, role=Role.CHAIR),
    membership(BO, CLUB),
    membership(CARL, CLUB, seat=Seat.ALTERNATE),
)
SITTING = meeting(CLUB, "2026-02-05 19:00")


def listing(house: House, language: Language = Language.ENGLISH, **wanted: Any) -> str:
    services = Services.over(house.store, house.clock)
    with speaking(language):
        return listed(services, "attendance", as_json=False, wanted=Wanted(**wanted))


@pytest.fixture(name="club")
def house_of_a_club(house: House) -> House:
    house.keep(CLUB, ANNA, BO, CARL, *SEATS, SITTING)
    return house


def test_before_anything_is_said_the_invited_stand_there(club: House) -> None:
    assert listing(club).splitlines() == [
        "Anna Holm   Chair      Not yet known",
        "Bo Lund     Member     Not yet known",
        "Carl Friis  Alternate  Not yet known",
    ]


def test_who_was_there_and_for_whom_and_the_quorum(club: House) -> None:
    bo = attendance(SITTING, BO, presence=Presence.APOLOGIES, position=1)
    club.keep(
        attendance(SITTING, ANNA, role=Role.CHAIR, left_at=SITTING.starts_at + timedelta(hours=1)),
        bo,
        attendance(SITTING, CARL, capacity=Capacity.ALTERNATE, stands_for_id=bo.id, position=2),
    )
    assert listing(club, meeting=SITTING.id).splitlines() == [
        "Anna Holm   Chair      Present    until 20:00",
        "Bo Lund     Member     Apologies",
        "Carl Friis  Alternate  Present    for Bo Lund",
        "2 of 2 members present; the board is quorate (asks for more than half)",
    ]
    assert "for Bo Lund" in listing(club, Language.DANISH, organisation="Sejlklubben")
    assert "til kl. 20.00" in listing(club, Language.DANISH)


def test_as_json_every_field_of_the_roll(club: House) -> None:
    services = Services.over(club.store, club.clock)
    found = json.loads(listed(services, "attendance", as_json=True))
    assert [each["name"] for each in found] == ["Anna Holm", "Bo Lund", "Carl Friis"]
    assert found[0]["presence"] == "unknown"


def test_without_a_meeting_it_says_so(house: House) -> None:
    with pytest.raises(UserError, match="No meeting has been held yet"):
        listing(house)
