"""The page of the year wheel, used as a person uses it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.i18n import Language
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, item, meeting, organisation, wheel_task
from tests.support.drivers.yearwheel import YearWheelDriver
from tests.support.papers import title_of

CLUB = organisation("Nørrevig Sejlklub", language=Language.ENGLISH)
OTHER = organisation("Skovbørnehaven", language=Language.ENGLISH)
SITTING = meeting(CLUB, "2026-03-19 19:00")
ACCOUNTS = wheel_task(CLUB, "Accounts", 2, minutes=20)
FEE = wheel_task(CLUB, "Fee", 3, day=14)


@pytest.fixture(name="services")
def services_over_a_club(house: House) -> Services:
    house.keep(CLUB, SITTING, item(SITTING, "Any other business"), ACCOUNTS, FEE)
    return Services.over(house.store, house.clock)


@pytest.fixture(name="wheel")
def page_of_the_wheel(services: Services, qtbot: QtBot) -> YearWheelDriver:
    return YearWheelDriver(services, qtbot)


def test_every_task_says_when_it_is_due_and_which_meeting_takes_it(wheel: YearWheelDriver) -> None:
    assert wheel.tasks() == [
        "1  Accounts, February · 20 min, Meeting 19 Mar",
        "2  Fee, 14 March, Meeting 19 Mar",
    ]


def test_where_numbers_have_two_figures_the_titles_still_stand_under_one_another(
    house: House, qtbot: QtBot
) -> None:
    house.keep(OTHER, *(wheel_task(OTHER, f"Task {month}", month) for month in range(1, 13)))
    wheel = YearWheelDriver(Services.over(house.store, house.clock), qtbot)
    ninth, tenth = wheel.tasks()[8:10]
    assert ninth.startswith("9\N{FIGURE SPACE}  Task 9,")
    assert tenth.startswith("10  Task 10,")


def test_the_picture_is_told_to_those_who_hear_it(wheel: YearWheelDriver) -> None:
    assert wheel.picture() == "Year wheel 2026: tasks 2, meetings 1"


def test_without_boards_it_says_where_to_begin(house: House, qtbot: QtBot) -> None:
    wheel = YearWheelDriver(Services.over(house.store, house.clock), qtbot)
    assert "A year wheel belongs to a board" in wheel.screen.words()


def test_an_empty_wheel_is_filled_with_a_usual_year_and_undone(house: House, qtbot: QtBot) -> None:
    house.keep(OTHER)
    wheel = YearWheelDriver(Services.over(house.store, house.clock), qtbot)
    wheel.screen.press("Begin with a usual year")
    assert "Draft budget" in wheel.titles()
    wheel.services.journal.undo()
    assert wheel.screen.is_offered("Begin with a usual year")


def test_a_task_is_added_by_keyboard_in_the_month_of_the_chosen_one(wheel: YearWheelDriver) -> None:
    wheel.choose("1  Accounts")
    wheel.page.make_new()
    wheel.screen.write("What", "Auditor")
    assert wheel.screen.chosen("Month") == "February"
    wheel.screen.write("No later than the", "10")
    wheel.screen.press("Add")
    assert wheel.titles() == ["Auditor", "Accounts", "Fee"]
    assert wheel.chosen().startswith("1  Auditor")


def test_enter_changes_a_task(wheel: YearWheelDriver) -> None:
    wheel.choose("2  Fee")
    wheel.key(Qt.Key.Key_Return)
    assert wheel.screen.text_in("No later than the") == "14"
    wheel.screen.write("What", "Membership fee")
    wheel.screen.choose("Month", "January")
    wheel.screen.press("Keep")
    assert wheel.titles() == ["Membership fee", "Accounts"]
    wheel.services.journal.undo()
    assert wheel.titles() == ["Accounts", "Fee"]


def test_a_task_every_other_year_needs_its_first(wheel: YearWheelDriver) -> None:
    wheel.choose("2  Fee")
    wheel.key(Qt.Key.Key_Return)
    wheel.screen.write("Years from one to the next", "2")
    wheel.screen.press("Keep")
    assert "needs a first year to count from" in wheel.screen.words()
    wheel.screen.write("First year", "2025")
    wheel.screen.press("Keep")
    assert wheel.tasks()[1] == "Fee, 14 March, Not this year"


def test_delete_throws_a_task_away_and_undo_brings_it_back(wheel: YearWheelDriver) -> None:
    wheel.choose("1  Accounts")
    wheel.key(Qt.Key.Key_Delete)
    assert wheel.titles() == ["Fee"]
    wheel.services.journal.undo()
    assert wheel.titles() == ["Accounts", "Fee"]


def test_what_waits_is_put_on_the_agenda(wheel: YearWheelDriver) -> None:
    assert "2 tasks are not on the agendas of their meetings yet." in wheel.screen.words()
    wheel.screen.press("Add them")
    lines = wheel.services.agenda.of(SITTING.id).lines
    assert [each.item.title for each in lines] == ["Accounts", "Fee", "Any other business"]
    assert not wheel.screen.is_offered("Add them")


def test_a_click_on_a_number_chooses_its_task(wheel: YearWheelDriver) -> None:
    wheel.click_number(2, CLUB.id, 2026)
    assert wheel.chosen().startswith("2  Fee")


def test_one_goes_through_the_years(wheel: YearWheelDriver) -> None:
    wheel.screen.press("The year after")
    assert wheel.picture() == "Year wheel 2027: tasks 2, meetings 0"
    assert wheel.tasks()[0].endswith("No meeting")
    wheel.screen.press("The year before")
    assert wheel.picture().startswith("Year wheel 2026")


def test_the_paper_is_wished_for_the_year_shown(wheel: YearWheelDriver, qtbot: QtBot) -> None:
    wheel.screen.press("The year after")
    with qtbot.waitSignal(wheel.page.print_wanted) as wish:
        wheel.screen.press("Print")
    assert title_of(wish.args[0]) == "Nørrevig Sejlklub · Year wheel 2027"


def test_another_board_is_chosen_where_the_window_shows_all(
    services: Services, qtbot: QtBot
) -> None:
    services.organisations.add(OTHER)
    wheel = YearWheelDriver(services, qtbot)
    wheel.screen.choose("Board", "Skovbørnehaven")
    assert wheel.screen.is_offered("Begin with a usual year")


def test_the_windows_choice_of_board_is_kept_to(services: Services, qtbot: QtBot) -> None:
    services.organisations.add(OTHER)
    wheel = YearWheelDriver(services, qtbot, filtered_to=OTHER.id)
    assert wheel.screen.is_offered("Begin with a usual year")
    wheel.page.show_organisation(CLUB.id)
    assert wheel.titles() == ["Accounts", "Fee"]


def test_on_a_narrow_page_the_list_says_it_all(wheel: YearWheelDriver) -> None:
    wheel.page.resize(500, 800)
    assert wheel.titles() == ["Accounts", "Fee"]
    assert wheel.page.width() == 500
