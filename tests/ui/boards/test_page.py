from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.memberships import Role, Seat
from boardkeeper.domain.organisations import Colour, OrganisationKind
from boardkeeper.domain.rules import RuleName
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, meeting, membership, organisation, person, term
from tests.support.drivers.boards import BoardsDriver
from tests.support.papers import title_of

KINDERGARTEN = organisation(
    "Skovbørnehaven", short_name="Skoven", kind=OrganisationKind.KINDERGARTEN, colour=Colour.GREEN
)
CLUB = organisation("Nørrevig Sejlklub")
ME = person("Mette Ravn", is_me=True)
ANNA = person("Anna Holm", occupation="Printer")
MY_SEAT = membership(ME, KINDERGARTEN, role=Role.CHAIR)
ANNAS_SEAT = membership(ANNA, KINDERGARTEN, role=Role.TREASURER)
MY_TERM = term(MY_SEAT, "2025-03-20", up_for_election_on=date(2026, 3, 20))


@pytest.fixture(name="services")
def services_over_two_boards(house: House) -> Services:
    house.keep(KINDERGARTEN, CLUB, ME, ANNA, MY_SEAT, ANNAS_SEAT, MY_TERM)
    house.keep(meeting(KINDERGARTEN, "2026-03-05 19:00", number=14))
    return Services.over(house.store, house.clock)


@pytest.fixture(name="boards")
def page_of_boards(services: Services, qtbot: QtBot) -> BoardsDriver:
    return BoardsDriver(services, qtbot)


def test_without_boards_the_page_offers_to_add_the_first(house: House, qtbot: QtBot) -> None:
    boards = BoardsDriver(Services.over(house.store, house.clock), qtbot)
    boards.screen.press("Add the first one")
    boards.screen.write("Name", "Skovbørnehaven")
    boards.screen.press("Add board")
    assert boards.boards() == ["Skovbørnehaven, Association or club"]


def test_a_row_says_short_name_role_kind_and_next_meeting(boards: BoardsDriver) -> None:
    assert boards.boards() == [
        "Nørrevig Sejlklub, Association or club",
        "Skoven, Chair · Kindergarten parent board, Thu 5 March",
    ]


def test_a_new_board_seats_me_in_the_role_i_name(boards: BoardsDriver) -> None:
    boards.add("Lanterner A/S", kind="Company board", role="Vice-chair")
    seats = boards.services.memberships.mine()
    assert [
        each.membership.role for each in seats if each.organisation.name == "Lanterner A/S"
    ] == [Role.VICE_CHAIR]
    assert boards.screen.text_in("Name") == "Lanterner A/S"


def test_a_new_board_gets_a_colour_no_other_has(boards: BoardsDriver) -> None:
    boards.add("Lanterner A/S")
    added = boards.services.organisations.named("Lanterner A/S")
    assert added.colour not in (KINDERGARTEN.colour, CLUB.colour)


def test_my_name_is_asked_for_with_the_first_board_and_only_then(
    house: House, qtbot: QtBot
) -> None:
    boards = BoardsDriver(Services.over(house.store, house.clock), qtbot)
    boards.add("Sejlklubben", my_name="Mette Ravn")
    assert boards.boards() == ["Sejlklubben, Member · Association or club"]
    boards.page.make_new()
    assert "My name" not in boards.screen.words()


def test_a_board_without_a_name_is_not_added_and_the_field_says_why(boards: BoardsDriver) -> None:
    boards.page.make_new()
    boards.screen.press("Add board")
    assert "An organisation needs a name." in boards.screen.words()
    assert len(boards.services.organisations.all()) == 2


def test_what_is_written_in_a_field_is_stored_when_one_leaves_it(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    boards.screen.write("Usual place", "The staff room")
    stored = boards.services.organisations.get(KINDERGARTEN.id)
    assert stored.usual_place == "The staff room"


def test_a_name_left_empty_is_refused_by_its_field_and_the_old_one_stays(
    boards: BoardsDriver,
) -> None:
    boards.choose("Skoven")
    boards.screen.write("Name", "")
    assert "An organisation needs a name." in boards.screen.words()
    assert boards.services.organisations.get(KINDERGARTEN.id).name == "Skovbørnehaven"


def test_a_time_zone_nobody_knows_is_refused_by_its_field(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    boards.screen.write("Time zone", "Nørrevig")
    assert "“Nørrevig” is not a time zone." in boards.screen.words()


def test_a_change_from_elsewhere_leaves_what_is_being_typed(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    boards.screen.type_into("Usual place", "The sta")
    boards.services.people.introduce_me("Mette Ravn Holm")
    assert boards.screen.text_in("Usual place") == "The sta"


def test_undo_takes_back_a_field_even_while_the_keyboard_is_in_it(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    boards.screen.write("Usual place", "Here")
    boards.undo()
    assert boards.screen.text_in("Usual place") == ""


def test_the_kind_brings_other_rules(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    boards.screen.choose("Kind", "Company board")
    assert any(
        row.startswith("Notice of a meeting") and "8 days" in row for row in boards.section_rows()
    )


def test_a_deleted_board_goes_to_the_trash_and_comes_back_with_undo(boards: BoardsDriver) -> None:
    boards.delete_with_key("Skoven")
    assert boards.boards() == ["Nørrevig Sejlklub, Association or club"]
    assert [each.title for each in boards.services.trash.entries()] == ["Skovbørnehaven"]
    boards.undo()
    assert len(boards.boards()) == 2


def test_the_menu_deletes_as_the_key_does(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    boards.screen.pick("More for this board", "Delete board")
    assert boards.boards() == ["Nørrevig Sejlklub, Association or club"]


def test_the_last_board_deleted_leaves_the_empty_page(boards: BoardsDriver) -> None:
    boards.delete_with_key("Skoven")
    boards.delete_with_key("Nørrevig")
    assert boards.screen.is_offered("Add the first one")


def test_my_role_is_changed_where_it_stands(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    boards.screen.choose("Role", "Secretary")
    assert boards.services.memberships.get(MY_SEAT.id).role is Role.SECRETARY


def test_a_term_says_when_i_am_up_for_election(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    assert any("Up for election 20 Mar 2026" in row for row in boards.section_rows())


def test_a_term_is_added_in_words(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    boards.screen.press("Add term")
    boards.screen.write("First day", "20 March 2027")
    boards.screen.write("Elected by", "the parents")
    boards.screen.press("Add term")
    row = "Since 20 March 2027, Elected by the parents, Not begun"
    assert row in boards.section_rows()


def test_a_term_that_ends_before_it_starts_is_refused_by_its_field(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    boards.screen.press("Add term")
    boards.screen.write("First day", "20 March 2027")
    boards.screen.write("Last day", "20 March 2026")
    boards.screen.press("Add term")
    assert "A term must end on or after the day it starts." in boards.screen.words()


def test_a_term_is_removed_by_its_menu(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    boards.screen.pick("More for Since 20 March 2025", "Remove")
    assert "No term written down yet." in boards.screen.words()


def test_where_i_have_no_seat_i_can_take_one(boards: BoardsDriver) -> None:
    boards.choose("Nørrevig")
    boards.screen.press("Add my seat")
    boards.screen.choose("Role", "Treasurer")
    boards.screen.press("Add my seat")
    assert boards.screen.chosen("Role") == "Treasurer"


def test_my_name_is_asked_for_with_my_first_seat(house: House, qtbot: QtBot) -> None:
    house.keep(CLUB)
    boards = BoardsDriver(Services.over(house.store, house.clock), qtbot)
    boards.screen.press("Add my seat")
    boards.screen.write("My name", "Mette Ravn")
    boards.screen.press("Add my seat")
    me = boards.services.people.me()
    assert me is not None
    assert me.name == "Mette Ravn"
    assert "Mette Ravn (me), Member" in boards.section_rows()


def test_everyone_who_sits_there_stands_in_the_order_of_roles(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    rows = boards.section_rows()
    assert (
        rows.index("Anna Holm, Treasurer")
        == rows.index("Mette Ravn (me), Chair, Up for election 20 Mar 2026") + 1
    )


def test_a_member_is_added_by_a_new_name(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    boards.screen.press("Add member")
    boards.screen.write("Name", "Bo Lund")
    boards.screen.choose("Seat", "Alternate")
    boards.screen.press("Add member")
    assert "Bo Lund, Alternate" in boards.section_rows()
    boards.undo()
    assert [each.name for each in boards.services.people.all()] == ["Anna Holm", "Mette Ravn"]


def test_a_member_is_added_from_those_one_knows(boards: BoardsDriver) -> None:
    boards.choose("Nørrevig")
    boards.screen.press("Add member")
    boards.screen.type_into("Name", "ann")
    boards.screen.click_row("People I know", "Anna Holm")
    assert "Known: Printer" in boards.screen.words()
    boards.screen.press("Add member")
    assert "Anna Holm, Member" in boards.section_rows()
    assert len(boards.services.people.all()) == 2


def test_a_known_name_typed_in_full_is_that_person(boards: BoardsDriver) -> None:
    boards.choose("Nørrevig")
    boards.screen.press("Add member")
    boards.screen.write("Name", "anna holm")
    boards.screen.press("Add member")
    assert len(boards.services.people.all()) == 2


def test_of_two_with_one_name_one_must_be_chosen(services: Services, qtbot: QtBot) -> None:
    services.people.add(person("Anna Holm", occupation="Gardener"))
    boards = BoardsDriver(services, qtbot)
    boards.screen.press("Add member")
    boards.screen.write("Name", "Anna Holm")
    boards.screen.press("Add member")
    assert "Several people have that name." in boards.screen.words()
    boards.screen.click_row("People I know", "Anna Holm, Gardener")
    boards.screen.press("Add member")
    assert "Anna Holm, Member" in boards.section_rows()


def test_a_member_gets_another_seat(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    boards.screen.press("Anna Holm")
    boards.screen.choose("Role", "Member")
    boards.screen.choose("Seat", "Observer")
    boards.screen.press("Save")
    assert boards.services.memberships.get(ANNAS_SEAT.id).seat is Seat.OBSERVER


def test_a_member_is_removed_to_the_trash(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    boards.screen.pick("More for Anna Holm", "Remove")
    assert not any(row.startswith("Anna Holm") for row in boards.section_rows())
    assert [each.title for each in boards.services.trash.entries()] == ["Anna Holm · Skoven"]


def test_former_members_stand_behind_a_button(services: Services, qtbot: QtBot) -> None:
    services.memberships.add_term(term(ANNAS_SEAT, "2024-03-20", "2025-03-19"))
    boards = BoardsDriver(services, qtbot)
    boards.choose("Skoven")
    assert "Anna Holm, Treasurer" not in boards.section_rows()
    boards.screen.press("Show 1 former member")
    assert "Anna Holm, Treasurer" in boards.section_rows()


def test_a_person_is_shown_elsewhere(boards: BoardsDriver, qtbot: QtBot) -> None:
    boards.choose("Skoven")
    with qtbot.waitSignal(boards.page.person_wanted) as wish:
        boards.screen.pick("More for Anna Holm", "Show person")
    assert wish.args == [ANNA.id]


def test_a_meeting_is_planned_for_the_board_shown(boards: BoardsDriver, qtbot: QtBot) -> None:
    boards.choose("Skoven")
    with qtbot.waitSignal(boards.page.new_meeting_for) as wish:
        boards.screen.press("Plan meeting")
    assert wish.args == [KINDERGARTEN.id]


def test_the_next_meeting_is_opened_elsewhere(boards: BoardsDriver, qtbot: QtBot) -> None:
    boards.choose("Skoven")
    with qtbot.waitSignal(boards.page.meeting_wanted):
        boards.screen.press("Board meeting no. 14")


def test_an_own_rule_stands_beside_the_default_and_can_be_given_up(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    boards.screen.press("Notice of a meeting")
    boards.screen.write("Days", "14")
    boards.screen.write("Where it stands", "§ 7")
    boards.screen.press("Change rule")
    assert (
        "Notice of a meeting, § 7 · the default is 7 days, 14 days before the meeting"
        in boards.section_rows()
    )
    boards.screen.pick("More for Notice of a meeting", "Use the default: 7 days")
    rule = boards.services.organisations.rule(KINDERGARTEN.id, RuleName.NOTICE)
    assert (rule.days, rule.is_own) == (7, False)


def test_general_meetings_have_their_rules_where_the_kind_holds_them(boards: BoardsDriver) -> None:
    boards.choose("Nørrevig")
    latest = "Notice of a general meeting, at the latest"
    assert any(row.startswith(latest) for row in boards.section_rows())
    boards.add("Tirsdagsgruppen", kind="Networking group")
    assert not any(row.startswith(latest) for row in boards.section_rows())


def test_a_default_says_where_it_was_seen_or_that_nothing_confirms_it(
    boards: BoardsDriver,
) -> None:
    boards.add("Lanterner A/S", kind="Company board")
    rows = boards.section_rows()
    assert (
        "Minutes of a general meeting available, The default · seen at elov.dk/selskabsloven/101,"
        " 14 days after the meeting"
    ) in rows
    assert "Papers sent, The default · with the notice, 8 days before the meeting" in rows
    assert (
        "Proposals for a general meeting, No default · your own bylaws decide, No deadline"
    ) in rows


def test_a_board_asked_for_from_elsewhere_is_shown_whatever_was_searched(
    boards: BoardsDriver,
) -> None:
    boards.screen.type_into("Search boards", "nørrevig")
    boards.page.open_record(KINDERGARTEN.id)
    assert boards.screen.text_in("Name") == "Skovbørnehaven"


def test_the_windows_filter_chooses_the_board(boards: BoardsDriver) -> None:
    boards.page.show_organisation(KINDERGARTEN.id)
    assert boards.screen.text_in("Name") == "Skovbørnehaven"
    assert len(boards.boards()) == 2


def test_find_goes_to_the_search_field(boards: BoardsDriver) -> None:
    boards.page.find_here()
    assert boards.screen.focused() == "Search boards"


def test_a_rule_is_changed_for_the_board_shown_and_for_no_other(boards: BoardsDriver) -> None:
    boards.choose("Nørrevig")
    boards.choose("Skoven")
    boards.screen.press("Notice of a meeting")
    boards.screen.write("Days", "14")
    boards.screen.press("Change rule")
    rules = boards.services.organisations
    assert rules.rule(KINDERGARTEN.id, RuleName.NOTICE).days == 14
    assert rules.rule(CLUB.id, RuleName.NOTICE).days == 7


def test_renaming_the_board_that_was_searched_for_stays_with_it(boards: BoardsDriver) -> None:
    boards.search("skoven")
    boards.screen.write("Short name", "Børnene")
    boards.screen.write("Name", "Børnehaven")
    assert boards.screen.text_in("Name") == "Børnehaven"
    assert len(boards.boards()) == 2


def test_the_meeting_plan_of_this_year_or_the_next_is_printed(boards: BoardsDriver) -> None:
    boards.choose("Skoven")
    printed: list[str] = []
    boards.page.print_wanted.connect(lambda paper: printed.append(title_of(paper)))
    boards.screen.pick("Print meeting plan", "2026")
    boards.screen.pick("Print meeting plan", "2027")
    assert printed == ["Skovbørnehaven · Mødeplan 2026", "Skovbørnehaven · Mødeplan 2027"]
