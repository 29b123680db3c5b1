"""The register of interests on a person's page, seen from Monday 2 March 2026."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.interests import InterestKind
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, organisation, person
from tests.support.drivers.people import PeopleDriver
from tests.support.minutes_builders import interest

ANNA, BO = person("Anna Holm", is_me=True), person("Bo Lund")
ROOF = interest(ANNA, "Rooftop Ltd", kind=InterestKind.OWNERSHIP, also_known_as="Roofers")
BANK = interest(ANNA, "The bank", ends_on=date(2026, 2, 1))
ROOF_ROW = "Rooftop Ltd, Ownership · Roofers, since 1 Jan 2026"


@pytest.fixture(name="services")
def services_of_a_house(house: House) -> Services:
    house.keep(organisation(), ANNA, BO, ROOF, BANK)
    return Services.over(house.store, house.clock)


@pytest.fixture(name="people")
def page_of_people(services: Services, qtbot: QtBot) -> PeopleDriver:
    return PeopleDriver(services, qtbot)


def interests(people: PeopleDriver) -> list[str]:
    return [each for each in people.seats() if ", since " in each or ", until " in each]


def test_mine_stand_on_my_own_page_what_lasts_first(people: PeopleDriver) -> None:
    assert interests(people) == [ROOF_ROW, "The bank, Something else, until 1 Feb 2026"]
    people.choose("Bo Lund")
    assert interests(people) == []


def test_one_is_declared_and_undone(people: PeopleDriver, services: Services) -> None:
    people.choose("Bo Lund")
    people.screen.press("Declare an interest")
    people.screen.write("In what", "Lund & Co")
    people.screen.choose("Kind", "Family")
    people.screen.write("Other names", "Lunds")
    people.screen.write("Declared on", "1/3")
    people.screen.press("Declare it")
    (declared,) = services.interests.of(BO.id)
    assert (declared.name, declared.kind) == ("Lund & Co", InterestKind.FAMILY)
    assert (declared.also_known_as, declared.declared_on) == ("Lunds", date(2026, 3, 1))
    assert interests(people) == ["Lund & Co, Family · Lunds, since 1 Mar 2026"]
    people.undo()
    assert interests(people) == []


def test_what_it_is_in_must_be_said(people: PeopleDriver, services: Services) -> None:
    people.screen.press("Declare an interest")
    people.screen.press("Declare it")
    assert "An interest needs the name of what it is in." in people.screen.words()
    assert len(services.interests.all()) == 2


def test_one_is_changed(people: PeopleDriver, services: Services) -> None:
    people.screen.press(ROOF_ROW)
    people.screen.write("In what", "Roof & Sons")
    people.screen.write("Last day", "1/4")
    people.screen.press("Keep")
    changed = services.interests.get(ROOF.id)
    assert (changed.name, changed.ends_on) == ("Roof & Sons", date(2026, 4, 1))


def test_one_ends_and_stays_in_the_register(people: PeopleDriver, services: Services) -> None:
    people.screen.pick("More for Rooftop Ltd", "It ends today")
    assert services.interests.get(ROOF.id).ends_on == date(2026, 3, 2)
    assert "Rooftop Ltd, Ownership · Roofers, until 2 Mar 2026" in interests(people)


def test_one_goes_to_the_trash_and_comes_back(people: PeopleDriver, services: Services) -> None:
    people.screen.pick("More for Rooftop Ltd", "Delete the interest")
    assert len(interests(people)) == 1
    assert [each.title for each in services.trash.entries()] == ["Rooftop Ltd"]
    people.undo()
    assert ROOF_ROW in interests(people)
