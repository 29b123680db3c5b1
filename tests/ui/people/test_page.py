from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.memberships import Role
from boardkeeper.errors import UserError
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, membership, organisation, person, term
from tests.support.drivers.people import PeopleDriver

KINDERGARTEN = organisation("Skovbørnehaven", short_name="Skoven")
CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben")
ME = person("Åse Ravn", is_me=True, occupation="Consultant")
ANNA = person("Anna Holm", occupation="Printer", company="Holm Tryk", email="anna@holm.example")
BO = person("Bo Lund")
SEATS = (
    membership(ME, KINDERGARTEN, role=Role.CHAIR),
    membership(ME, CLUB),
    membership(ANNA, KINDERGARTEN, role=Role.TREASURER),
    membership(ANNA, CLUB),
)


@pytest.fixture(name="services")
def services_over_three_people(house: House) -> Services:
    house.keep(KINDERGARTEN, CLUB, ME, ANNA, BO, *SEATS)
    return Services.over(house.store, house.clock)


@pytest.fixture(name="people")
def page_of_people(services: Services, qtbot: QtBot) -> PeopleDriver:
    return PeopleDriver(services, qtbot)


def test_with_nobody_there_one_begins_with_oneself(house: House, qtbot: QtBot) -> None:
    people = PeopleDriver(Services.over(house.store, house.clock), qtbot)
    people.screen.press("Begin with yourself")
    people.screen.write("My name", "Åse Ravn")
    people.screen.press("Save")
    assert people.people() == ["Åse Ravn, Me"]


def test_i_stand_first_and_the_others_by_name(people: PeopleDriver) -> None:
    assert people.people() == [
        "Åse Ravn, Consultant, Me",
        "Anna Holm, Printer, Holm Tryk, Klubben + 1",
        "Bo Lund",
    ]


def test_who_i_am_is_asked_while_nobody_knows(house: House, qtbot: QtBot) -> None:
    house.keep(BO)
    people = PeopleDriver(Services.over(house.store, house.clock), qtbot)
    people.screen.press("Enter my own name")
    people.screen.write("My name", "Åse Ravn")
    people.screen.press("Save")
    assert people.people() == ["Åse Ravn, Me", "Bo Lund"]
    assert not people.screen.is_offered("Enter my own name")


def test_the_search_looks_at_what_one_knows_of_people(people: PeopleDriver) -> None:
    people.search("holm tryk")
    assert people.names() == ["Anna Holm"]
    assert people.screen.text_in("Name") == "Anna Holm"


def test_a_search_that_finds_nobody_says_so(people: PeopleDriver) -> None:
    people.search("xyz")
    assert people.names() == []
    assert "Nobody to show here." in people.screen.words()


def test_the_page_counts_where_we_meet(people: PeopleDriver) -> None:
    people.choose("Anna Holm")
    assert "We meet in 2 places" in people.screen.words()


def test_what_is_over_no_longer_counts_as_meeting(services: Services, qtbot: QtBot) -> None:
    services.memberships.add_term(term(SEATS[3], "2020-01-01", "2021-01-01"))
    people = PeopleDriver(services, qtbot)
    people.choose("Anna Holm")
    assert "We meet in 1 place" in people.screen.words()
    assert "Nørrevig Sejlklub, Member, Formerly" in people.seats()


def test_a_seat_leads_to_its_board(people: PeopleDriver, qtbot: QtBot) -> None:
    people.choose("Anna Holm")
    with qtbot.waitSignal(people.page.organisation_wanted) as wish:
        people.screen.press("Skovbørnehaven")
    assert wish.args == [KINDERGARTEN.id]


def test_what_is_written_in_a_field_is_stored_when_one_leaves_it(people: PeopleDriver) -> None:
    people.choose("Bo Lund")
    people.screen.write("Telephone", "12 34 56 78")
    people.screen.write("How we met", "At the harbour")
    stored = people.services.people.get(BO.id)
    assert (stored.phone, stored.how_we_met) == ("12 34 56 78", "At the harbour")


def test_a_person_renamed_is_still_the_one_shown(people: PeopleDriver) -> None:
    people.choose("Anna Holm")
    people.screen.write("Name", "Zoe Holm")
    assert people.names() == ["Åse Ravn", "Bo Lund", "Zoe Holm"]
    assert people.screen.text_in("Name") == "Zoe Holm"


def test_a_name_left_empty_is_refused_by_its_field(people: PeopleDriver) -> None:
    people.choose("Bo Lund")
    people.screen.write("Name", "")
    assert "A person needs a name." in people.screen.words()
    assert people.services.people.get(BO.id).name == "Bo Lund"


def test_someone_new_is_shown_at_once(people: PeopleDriver) -> None:
    people.page.make_new()
    people.screen.write("Name", "Carl Dam")
    people.screen.press("Add person")
    assert people.screen.text_in("Name") == "Carl Dam"


def test_someone_new_sits_in_the_board_one_is_looking_at(people: PeopleDriver) -> None:
    people.page.show_organisation(CLUB.id)
    people.page.make_new()
    people.screen.write("Name", "Carl Dam")
    people.screen.press("Add person")
    assert people.names() == ["Åse Ravn", "Anna Holm", "Carl Dam"]


def test_the_windows_filter_leaves_only_who_sits_there(people: PeopleDriver) -> None:
    people.page.show_organisation(CLUB.id)
    assert people.names() == ["Åse Ravn", "Anna Holm"]
    people.page.show_organisation(None)
    assert people.names() == ["Åse Ravn", "Anna Holm", "Bo Lund"]


def test_a_deleted_person_goes_to_the_trash_and_comes_back_with_undo(people: PeopleDriver) -> None:
    people.delete_with_key("Anna Holm")
    assert people.names() == ["Åse Ravn", "Bo Lund"]
    people.undo()
    assert people.names() == ["Åse Ravn", "Anna Holm", "Bo Lund"]


def test_the_menu_deletes_as_the_key_does(people: PeopleDriver) -> None:
    people.choose("Bo Lund")
    people.screen.pick("More for this person", "Delete person")
    assert people.names() == ["Åse Ravn", "Anna Holm"]


def test_i_cannot_be_deleted(people: PeopleDriver, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as refused:
        people.delete_with_key("Åse Ravn")
    assert [kind for kind, _error, _trace in refused] == [UserError]
    assert people.names() == ["Åse Ravn", "Anna Holm", "Bo Lund"]


def test_a_person_asked_for_from_elsewhere_is_shown_whatever_was_searched(
    people: PeopleDriver,
) -> None:
    people.search("anna")
    people.page.open_record(BO.id)
    assert people.screen.text_in("Name") == "Bo Lund"


def test_find_goes_to_the_search_field(people: PeopleDriver) -> None:
    people.page.find_here()
    assert people.screen.focused() == "Search people"


def test_renaming_who_was_searched_for_stays_with_them(people: PeopleDriver) -> None:
    people.search("bo")
    people.screen.write("Name", "Karl Lund")
    assert people.screen.text_in("Name") == "Karl Lund"
    assert people.names() == ["Åse Ravn", "Anna Holm", "Karl Lund"]


def test_someone_asked_for_from_elsewhere_is_shown_beside_the_boards_members(
    people: PeopleDriver,
) -> None:
    people.page.show_organisation(CLUB.id)
    people.page.open_record(BO.id)
    people.screen.write("Company", "Lund Både")
    assert people.screen.text_in("Name") == "Bo Lund"
    people.page.show_organisation(CLUB.id)
    assert people.names() == ["Åse Ravn", "Anna Holm"]


def test_when_who_is_being_edited_disappears_the_keyboard_leaves_the_fields(
    people: PeopleDriver,
) -> None:
    people.page.make_new()
    people.screen.write("Name", "Carl Dam")
    people.screen.press("Add person")
    people.screen.type_into("Company", "")
    people.undo()
    assert people.screen.focused() == "People"
