"""The quiet line on Today after a meeting."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from boardkeeper.domain.aims import Answer
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, meeting, membership, organisation, person
from tests.support.drivers.today import TodayDriver
from tests.support.network_builders import aim

GROUP = organisation("Kvart over Syv", short_name="Kvart")
BOARD = organisation("Skovbrynet")
ME = person("Åse Ravn", is_me=True)
SEATS = (membership(ME, GROUP), membership(ME, BOARD))
HELD = meeting(GROUP, "2026-02-26 07:15", number=76)
BEFORE = meeting(GROUP, "2026-02-19 07:15", number=75)
LONG_AGO = meeting(GROUP, "2026-01-05 07:15", number=74)
LINE = "How was Board meeting no. 76?, Kvart · three taps"


def today(house: House, qtbot: QtBot) -> TodayDriver:
    return TodayDriver(Services.over(house.store, house.clock), qtbot)


def test_the_latest_meeting_without_answers_is_asked_about(house: House, qtbot: QtBot) -> None:
    house.keep(GROUP, BOARD, ME, *SEATS, HELD, BEFORE, LONG_AGO)
    assert LINE in today(house, qtbot).rows


def test_one_click_unfolds_the_three_taps(house: House, qtbot: QtBot) -> None:
    house.keep(GROUP, BOARD, ME, *SEATS, HELD)
    page = today(house, qtbot)
    assert "How useful was it?" not in page.words
    page.press(LINE)
    assert "How useful was it?" in page.words
    page.press(LINE)
    assert "How useful was it?" not in page.words


def test_with_three_taps_it_is_answered_and_gone(house: House, qtbot: QtBot) -> None:
    house.keep(GROUP, BOARD, ME, *SEATS, HELD)
    page = today(house, qtbot)
    page.press(LINE)
    page.tap("Useful", "2 of 5")
    page.tap("Energy", "3 of 5")
    assert LINE in page.rows
    page.tap("Did I contribute?", "Yes")
    kept = page.services.aims.of(HELD.id)
    assert (kept.useful, kept.energy, kept.contributed) == (2, 3, Answer.YES)
    assert LINE not in page.rows
    assert page.said == ["Your answers about “Board meeting no. 76” are kept."]


def test_then_the_one_before_it_is_asked_about_folded(house: House, qtbot: QtBot) -> None:
    house.keep(GROUP, BOARD, ME, *SEATS, HELD, BEFORE)
    page = today(house, qtbot)
    page.press(LINE)
    page.services.aims.answer(HELD.id, useful=1, energy=1, contributed=Answer.NO)
    assert "How was Board meeting no. 75?, Kvart · three taps" in page.rows
    assert "How useful was it?" not in page.words


def test_nothing_is_asked_of_what_is_answered_or_a_fortnight_old(
    house: House, qtbot: QtBot
) -> None:
    done = aim(HELD, useful=1, energy=1, contributed=Answer.NO)
    house.keep(GROUP, BOARD, ME, *SEATS, HELD, LONG_AGO, done)
    assert not any(each.startswith("How was") for each in today(house, qtbot).rows)


def test_the_window_about_one_board_asks_of_that_one_only(house: House, qtbot: QtBot) -> None:
    house.keep(GROUP, BOARD, ME, *SEATS, HELD)
    page = today(house, qtbot)
    page.page.show_organisation(BOARD.id)
    assert not any(each.startswith("How was") for each in page.rows)
