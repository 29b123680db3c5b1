"""The reminders of a board: added, changed, done, deleted; what the dialog offers and warns of."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.reminders import ReminderKind
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, membership, organisation, person, reminder
from tests.support.drivers.boards import BoardsDriver

CLUB = organisation("Nørrevig Sejlklub")
SOFIE = person("Sofie Engdal")
SEAT = membership(SOFIE, CLUB)
FEE = reminder(CLUB, "Pay the fee", "2026-03-20", repeats_months=12, done_on=date(2025, 3, 18))


@pytest.fixture(name="services")
def services_of_a_club(house: House) -> Services:
    house.keep(CLUB, SOFIE, SEAT)
    return Services.over(house.store, house.clock)


@pytest.fixture(name="boards")
def page_of_a_club(services: Services, qtbot: QtBot) -> BoardsDriver:
    boards = BoardsDriver(services, qtbot)
    boards.choose("Nørrevig Sejlklub")
    return boards


def rows(boards: BoardsDriver) -> list[str]:
    return [each for each in boards.section_rows() if "fee" in each or "certificate" in each]


def test_without_any_the_section_says_what_it_is_for(boards: BoardsDriver) -> None:
    assert "Certificates, insurance, fees" in boards.screen.words()


def test_one_is_added_and_stands_there_with_its_day(
    boards: BoardsDriver, services: Services
) -> None:
    boards.screen.press("Add reminder")
    boards.screen.write("What to do", "Pay the fee")
    boards.screen.choose("Kind", "Fee")
    boards.screen.write("To be decided by", "20/3/2026")
    boards.screen.choose("Comes back", "Every year")
    boards.screen.press("Add reminder")
    (added,) = services.reminders.of(CLUB.id)
    assert (added.kind, added.days_before) == (ReminderKind.FEE, 30)
    assert rows(boards) == ["Pay the fee, 20 March 2026 · every year, Due"]


def test_what_is_usual_for_the_kind_fills_the_form_but_the_day(
    boards: BoardsDriver, services: Services
) -> None:
    boards.screen.press("Add reminder")
    boards.screen.choose("Begin from", "Obtain a children's certificate")
    boards.screen.choose("About whom", "Sofie Engdal")
    assert boards.screen.text_in("What to do") == "Obtain a children's certificate"
    assert boards.screen.chosen("Comes back") == "Every 2 years"
    boards.screen.press("Add reminder")
    assert "A reminder needs the day it is to be decided by." in boards.screen.words()
    boards.screen.write("To be decided by", "10/12/2026")
    boards.screen.write("Obtained on", "9/12/2024")
    boards.screen.press("Add reminder")
    (added,) = services.reminders.all()
    assert (added.membership_id, added.done_on) == (SEAT.id, date(2024, 12, 9))
    told = "10 December 2026 · every 2 years · Sofie Engdal · obtained 9 Dec 2024"
    assert rows(boards) == [f"Obtain a children's certificate, {told}"]


def test_nothing_is_made_by_itself(boards: BoardsDriver, services: Services) -> None:
    boards.screen.press("Add reminder")
    boards.screen.press("Cancel")
    assert services.reminders.all() == []


def test_it_is_changed_in_its_dialog_and_a_new_day_is_brought_up_anew(
    house: House, boards: BoardsDriver, services: Services
) -> None:
    house.reminders.add(FEE.snoozed(date(2026, 3, 15)))
    boards.page.bring_up_to_date(even_if_fresh=True)
    assert rows(boards)[0].endswith("Put off to Sun 15 March")
    boards.screen.press(rows(boards)[0])
    assert boards.screen.text_in("To be decided by") == "20 March 2026"
    boards.screen.write("To be decided by", "28/3/2026")
    boards.screen.press("Save")
    changed = services.reminders.get(FEE.id)
    assert (changed.due_on, changed.snoozed_until) == (date(2026, 3, 28), None)
    assert changed.done_on == FEE.done_on


def test_done_in_its_menu_it_is_due_the_next_time(boards: BoardsDriver, services: Services) -> None:
    services.reminders.add(FEE)
    boards.screen.pick("More for Pay the fee", "Done")
    assert rows(boards) == ["Pay the fee, 20 March 2027 · every year · last done 2 Mar 2026"]


def test_done_for_good_it_stands_last_and_offers_no_more(
    boards: BoardsDriver, services: Services
) -> None:
    once = reminder(CLUB, "A fee once", "2026-03-10")
    services.reminders.add(FEE)
    services.reminders.add(once)
    services.reminders.done(once.id)
    assert rows(boards)[-1] == "A fee once, last done 2 Mar 2026, Done"


def test_deleted_it_leaves_and_comes_back(boards: BoardsDriver, services: Services) -> None:
    services.reminders.add(FEE)
    boards.screen.pick("More for Pay the fee", "Delete")
    assert rows(boards) == []
    assert [each.title for each in services.trash.entries()] == ["Pay the fee"]
    boards.undo()
    assert len(rows(boards)) == 1


def test_a_number_shaped_like_a_cpr_number_is_warned_of_and_can_still_be_kept(
    boards: BoardsDriver, services: Services
) -> None:
    boards.screen.press("Add reminder")
    boards.screen.write("What to do", "The fee")
    boards.screen.write("To be decided by", "20/3/2026")
    boards.screen.type_into("Note", "311299-0000")
    assert "That looks like a CPR number." in boards.screen.words()
    boards.screen.press("Add reminder")
    assert [each.notes for each in services.reminders.all()] == ["311299-0000"]
