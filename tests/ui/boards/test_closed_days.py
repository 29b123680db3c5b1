"""An organisation's closed days on its page: written down, mended, taken away, undone."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from tests.support.builders import House, closed_days, organisation
from tests.support.drivers.boards import BoardsDriver

CLUB = organisation("Nørrevig Sejlklub")
SUMMER = closed_days(CLUB, "2026-07-13", "2026-07-31", reason="Summer closing")
LAST_YEAR = closed_days(CLUB, "2025-07-14", "2025-08-01")


@pytest.fixture(name="services")
def services_over_a_club(house: House) -> Services:
    house.keep(CLUB, SUMMER, LAST_YEAR)
    return Services.over(house.store, house.clock)


@pytest.fixture(name="boards")
def page_of_boards(services: Services, qtbot: QtBot) -> BoardsDriver:
    return BoardsDriver(services, qtbot)


def closed_rows(boards: BoardsDriver) -> list[str]:
    rows = boards.section_rows()
    return [each for each in rows if "202" in each and not each.startswith("Numbers of")]


def test_the_closed_days_of_this_year_on_are_listed(boards: BoardsDriver) -> None:
    assert closed_rows(boards) == ["13–31 July 2026, Summer closing"]


def test_those_of_earlier_years_are_a_press_away(boards: BoardsDriver) -> None:
    boards.screen.press("Show earlier closed days")
    assert len(closed_rows(boards)) == 2
    assert not boards.screen.is_offered("Show earlier closed days")


def test_a_single_day_needs_no_last_day(boards: BoardsDriver) -> None:
    boards.screen.press("Add closed days")
    boards.screen.write("First day", "14-5-2026")
    boards.screen.write("Reason", "Away")
    boards.screen.press("Add")
    assert "14 May 2026, Away" in closed_rows(boards)
    boards.undo()
    assert len(closed_rows(boards)) == 1


def test_days_that_end_before_they_begin_are_refused_by_their_field(boards: BoardsDriver) -> None:
    boards.screen.press("Add closed days")
    boards.screen.write("First day", "14-5-2026")
    boards.screen.write("Last day", "1-5-2026")
    boards.screen.press("Add")
    assert "The last closed day cannot lie before the first." in boards.screen.words()
    assert len(boards.services.series.closed_days(CLUB.id)) == 2


def test_a_press_on_the_row_changes_the_days(boards: BoardsDriver) -> None:
    boards.screen.press("13–31 July 2026, Summer closing")
    assert boards.screen.text_in("Reason") == "Summer closing"
    boards.screen.write("Reason", "Rebuilding")
    boards.screen.press("Save")
    assert closed_rows(boards) == ["13–31 July 2026, Rebuilding"]


def test_removed_days_come_back_when_undone(boards: BoardsDriver) -> None:
    boards.screen.pick("More for 13–31 July 2026", "Remove")
    assert closed_rows(boards) == []
    boards.undo()
    assert closed_rows(boards) == ["13–31 July 2026, Summer closing"]


def test_the_way_to_meetings_is_kept_and_may_be_left_empty(boards: BoardsDriver) -> None:
    boards.screen.write("Travel time one way", "45 min")
    assert boards.services.organisations.get(CLUB.id).travel_minutes == 45
    boards.screen.write("Travel time one way", "")
    assert boards.services.organisations.get(CLUB.id).travel_minutes == 0
