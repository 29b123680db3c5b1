from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from tests.support.builders import House, organisation, series
from tests.support.drivers.boards import BoardsDriver

GROUP = organisation("Erfagruppe Midt")
WORDS = "Every 3 weeks on Thursday, 7:15–9:15"


@pytest.fixture(name="boards")
def page_with_a_series(house: House, qtbot: QtBot) -> BoardsDriver:
    house.keep(GROUP)
    services = Services.over(house.store, house.clock)
    services.series.plan(series(GROUP, place="The mill"))
    boards = BoardsDriver(services, qtbot)
    boards.choose("Erfagruppe Midt")
    return boards


def test_a_board_says_in_words_how_it_meets(boards: BoardsDriver) -> None:
    assert any(row.startswith(WORDS) and "The mill" in row for row in boards.section_rows())


def test_the_days_of_a_series_are_opened_from_its_row(boards: BoardsDriver) -> None:
    boards.screen.press(WORDS)
    assert "Series of meetings" in boards.screen.words()
    boards.screen.press("Close")


def test_a_deleted_series_leaves_the_board_and_comes_back(boards: BoardsDriver) -> None:
    boards.screen.press(WORDS)
    boards.screen.press("Delete the series")
    assert not any(row.startswith(WORDS) for row in boards.section_rows())
    boards.undo()
    assert any(row.startswith(WORDS) for row in boards.section_rows())
