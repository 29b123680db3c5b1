"""The hours page, seen from Monday 2 March 2026."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.domain.hours import Activity
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, meeting, organisation, time_entry
from tests.support.drivers.hours import HoursDriver

CLUB, SCHOOL = organisation("Tennis club"), organisation("School board")


@pytest.fixture(name="services")
def services_of_a_house(house: House) -> Services:
    sitting = meeting(CLUB, "2026-03-05 19:00")
    house.keep(
        CLUB,
        SCHOOL,
        sitting,
        time_entry(CLUB, "2026-03-02", 90, note="Read the papers", for_meeting=sitting),
        time_entry(SCHOOL, "2026-03-01", 30, activity=Activity.TRAVEL),
        time_entry(SCHOOL, "2026-02-27", 120, note="Østergårds budget"),
        time_entry(CLUB, "2025-11-27", 60, activity=Activity.FOLLOW_UP),
    )
    return Services.over(house.store, house.clock)


@pytest.fixture(name="hours")
def page_of_hours(services: Services, qtbot: QtBot) -> HoursDriver:
    return HoursDriver(services, qtbot)


def test_this_month_stands_there_first_with_its_sum(hours: HoursDriver) -> None:
    assert hours.lines == [
        "2 Mar 2026 | Tennis club | Meeting | 1 h 30 min | Read the papers | 5 Mar 2026",
        "1 Mar 2026 | School board | Travel | 30 min |  | ",
    ]
    assert "2 h" in hours.words
    assert "2 entries" in hours.words


@pytest.mark.parametrize(
    ("period", "total", "count"),
    [
        ("Last month", "2 h", "1 entry"),
        ("This year", "4 h", "3 entries"),
        ("Last year", "1 h", "1 entry"),
        ("All years", "5 h", "4 entries"),
    ],
)
def test_a_period_can_be_chosen(hours: HoursDriver, period: str, total: str, count: str) -> None:
    hours.choose("Period", period)
    assert total in hours.words
    assert count in hours.words


def test_one_board_can_be_shown_alone(hours: HoursDriver) -> None:
    hours.page.show_organisation(SCHOOL.id)
    assert hours.lines == ["1 Mar 2026 | School board | Travel | 30 min |  | "]
    assert "30 min" in hours.words


@pytest.mark.parametrize("words", ["papers", "TENNIS", "meeting"])
def test_notes_boards_and_activities_are_searched(hours: HoursDriver, words: str) -> None:
    hours.search(words, lines=1)
    assert "1 h 30 min" in hours.words


@pytest.mark.parametrize("words", ["østergård", "ØSTERGÅRD"])
def test_danish_letters_are_found_in_either_case(hours: HoursDriver, words: str) -> None:
    hours.choose("Period", "All years")
    hours.search(words, lines=1)
    assert "2 h" in hours.words


def test_a_search_that_finds_nothing_says_so(hours: HoursDriver) -> None:
    hours.search("chess", lines=0)
    assert "No hours in this period." in hours.words


def test_a_line_writes_time_down(hours: HoursDriver) -> None:
    hours.page.log_time()
    hours.type_into("Write down time", "45 min travel school", enter=True)
    assert "2 Mar 2026 | School board | Travel | 45 min |  | " in hours.lines


def test_an_entry_can_be_made_in_the_dialog(hours: HoursDriver) -> None:
    hours.press("New entry")
    hours.answer("Write down", How_long="2", Note="Called the mayor")
    assert "2 Mar 2026 | School board | Meeting | 2 h | Called the mayor | " in hours.lines


def test_the_dialog_asks_for_what_is_missing_and_stays(hours: HoursDriver) -> None:
    before = hours.lines
    hours.press("New entry")
    hours.answer("Write down", Note="Called the mayor")
    hours.answer("Write down", How_long="25h")
    assert hours.lines == before
    hours.answer("Write down", How_long="1h")
    assert len(hours.lines) == len(before) + 1


def test_enter_opens_an_entry_and_keeps_its_other_facts(hours: HoursDriver) -> None:
    hours.key_on(0, Qt.Key.Key_Return)
    hours.answer("Keep", How_long="2h")
    assert hours.lines[0] == (
        "2 Mar 2026 | Tennis club | Meeting | 2 h | Read the papers | 5 Mar 2026"
    )


def test_del_moves_an_entry_to_the_trash_and_undo_brings_it_back(
    hours: HoursDriver, services: Services
) -> None:
    before = hours.lines
    hours.key_on(0, Qt.Key.Key_Delete)
    assert hours.lines == before[1:]
    assert [each.title for each in services.trash.entries()] == [
        "Meeting · 1 h 30 min · Tennis club"
    ]
    services.journal.undo()
    assert hours.lines == before


def test_only_the_newest_are_listed_while_the_sum_holds_them_all(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(*(time_entry(CLUB, minutes=1) for _each in range(600)))
    hours = HoursDriver(services, qtbot)
    assert len(hours.lines) == 500
    assert "12 h" in hours.words
    assert "The newest 500 of 602 entries are listed; the sums above hold them all." in hours.words


def test_without_a_board_the_page_says_where_to_begin(qtbot: QtBot, house: House) -> None:
    hours = HoursDriver(Services.over(house.store, house.clock), qtbot)
    assert "Hours belong to a board, and there is none yet." in hours.words
