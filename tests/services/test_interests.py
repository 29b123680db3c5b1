"""The register of interests, and where an agenda names one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from boardkeeper.domain.attendance import Capacity
from tests.support.builders import House, house, item, meeting, membership, organisation, person
from tests.support.minutes_builders import attendance, interest

CLUB = organisation("Sejlklubben")
ANNA, BO = person("Anna Holm"), person("Bo Lund")
SITTING = meeting(CLUB)
ROOF = item(SITTING, "Tilbud fra Tagkompagniet")
ROOFS = interest(ANNA)


@pytest.fixture(name="home")
def with_a_club() -> Iterator[House]:
    with house(CLUB, ANNA, BO, membership(ANNA, CLUB), SITTING, ROOF) as built:
        yield built


def test_an_interest_is_declared_changed_and_thrown_away_and_each_is_undone(home: House) -> None:
    home.interests.add(ROOFS)
    home.interests.change(replace(ROOFS, ends_on=date(2026, 12, 31)))
    assert home.interests.get(ROOFS.id).ends_on == date(2026, 12, 31)
    home.interests.discard(ROOFS.id)
    assert home.interests.of(ANNA.id) == []
    home.trash.restore(home.trash.entries()[0].id)
    assert len(home.interests.all()) == 1
    while home.journal.undo():
        pass
    assert home.interests.all() == []


def test_the_register_stands_by_name(home: House) -> None:
    yard, bakery = interest(BO, "Østværftet"), interest(ANNA, "Bageriet")
    home.keep(yard, bakery, ROOFS)
    assert home.interests.all() == [bakery, yard, ROOFS]
    assert home.interests.of(ANNA.id) == [bakery, ROOFS]


def test_a_members_interest_is_warned_of_before_anybody_has_come(home: House) -> None:
    home.keep(ROOFS)
    (warning,) = home.interests.warnings(SITTING.id)
    assert (warning.item, warning.person, warning.interest) == (ROOF, ANNA, ROOFS)


def test_one_who_does_not_sit_there_is_not_warned_of_until_they_come(home: House) -> None:
    home.keep(interest(BO))
    assert home.interests.warnings(SITTING.id) == []
    home.keep(attendance(SITTING, BO, capacity=Capacity.GUEST))
    assert [each.person for each in home.interests.warnings(SITTING.id)] == [BO]


def test_an_interest_goes_with_its_person(home: House) -> None:
    home.keep(interest(BO))
    home.people.discard(BO.id)
    assert home.interests.all() == []
