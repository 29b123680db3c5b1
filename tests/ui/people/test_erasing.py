"""What is held about a person, and erasing them, from their own page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.papers import Paper, Wanted
from tests.support.builders import House, membership, organisation, person
from tests.support.drivers.people import PeopleDriver
from tests.support.paper import running_text_of

CLUB = organisation("Nørrevig Sejlklub", notes="Anna Holm har nøglen.")
ME = person("Åse Ravn", is_me=True)
ANNA = person("Anna Holm", notes="Kan lide solsikker")


@pytest.fixture(name="people")
def page_of_two_people(house: House, qtbot: QtBot) -> PeopleDriver:
    house.keep(CLUB, ME, ANNA, membership(ME, CLUB), membership(ANNA, CLUB))
    driver = PeopleDriver(Services.over(house.store, house.clock), qtbot)
    driver.choose("Anna Holm")
    return driver


def test_what_is_held_is_a_paper_to_look_at(people: PeopleDriver) -> None:
    wished: list[Paper] = []
    people.page.print_wanted.connect(wished.append)
    people.screen.pick("More for this person", "What do we hold about them?…")
    (paper,) = wished
    assert "Kan lide solsikker" in running_text_of(paper.prepare(Wanted()).printed().content)


def test_erasing_says_first_what_goes(people: PeopleDriver) -> None:
    people.screen.pick("More for this person", "Erase for good…")
    said = people.screen.words()
    assert "Erase Anna Holm?" in said
    assert "1 record, 1 text" in said
    assert "cannot be undone" in said


def test_nothing_happens_when_one_thinks_better_of_it(people: PeopleDriver) -> None:
    people.screen.pick("More for this person", "Erase for good…")
    people.screen.press("Cancel")
    assert people.names() == ["Åse Ravn", "Anna Holm"]


def test_erased_they_are_gone_and_their_name_with_them(people: PeopleDriver) -> None:
    people.screen.pick("More for this person", "Erase for good…")
    people.screen.press("Erase for good")
    assert people.names() == ["Åse Ravn"]
    assert people.services.organisations.all()[0].notes == "[erased] har nøglen."


def test_what_is_being_typed_is_erased_with_them(people: PeopleDriver) -> None:
    people.services.people.change(replace(ANNA, phone="20 30 40 50"))
    people.screen.write("Notes", "Ring 20304050")
    people.screen.pick("More for this person", "Erase for good…")
    people.screen.press("Erase for good")
    assert people.names() == ["Åse Ravn"]
    assert people.services.journal.undo() is None


def test_nobody_can_erase_themselves(people: PeopleDriver) -> None:
    people.choose("Åse Ravn")
    with pytest.raises(AssertionError):  # the action is there, and greyed
        people.screen.pick("More for this person", "Erase for good…")
    assert people.names() == ["Åse Ravn", "Anna Holm"]
