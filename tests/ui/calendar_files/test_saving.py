"""Meetings saved as calendar files, from where one stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.builders import meeting, membership, organisation, person
from tests.support.drivers.window import WindowDriver, open_window

BOARD = organisation("Skovbørnehaven", short_name="Skoven")
CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben")
ME = person("Åse Ravn", is_me=True, email="aase@ravn.example")
ANNA = person("Anna Holm", email="anna@holm.example")
NEXT = meeting(BOARD, "2026-03-05 19:00", title="Budget")
OTHER = meeting(CLUB, "2026-03-19 18:00", title="The mast")
MORE = "More with this meeting"


@pytest.fixture(name="window")
def window_on_two_boards(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    seats = (membership(ME, BOARD), membership(ANNA, BOARD), membership(ME, CLUB))
    with open_window(qtbot, tmp_path, BOARD, CLUB, ME, ANNA, *seats, NEXT, OTHER) as driver:
        yield driver


def saved(window: WindowDriver, path: Path) -> str:
    """Name the file that is asked for and read it, its folded lines made whole."""
    window.name_file(path)
    return path.read_text(encoding="utf-8").replace("\n ", "")


def test_a_meeting_is_saved_as_a_calendar_file(window: WindowDriver, tmp_path: Path) -> None:
    window.press("Open the meeting")
    window.screen.pick(MORE, "Save as calendar file…")
    words = saved(window, tmp_path / "one.ics")
    assert words.count("BEGIN:VEVENT") == 1
    assert "Budget" in words


def test_an_invitation_calls_those_who_sit_there(window: WindowDriver, tmp_path: Path) -> None:
    window.press("Open the meeting")
    window.screen.pick(MORE, "Invitation…")
    words = saved(window, tmp_path / "call.ics")
    assert "METHOD:REQUEST" in words
    assert "anna@holm.example" in words


def test_a_cancelled_meeting_is_called_off_to_them(window: WindowDriver, tmp_path: Path) -> None:
    window.services.meetings.cancel(NEXT.id)
    window.window.go_to("meetings", NEXT.id)
    window.screen.pick(MORE, "Cancellation…")
    assert "METHOD:CANCEL" in saved(window, tmp_path / "off.ics")


def test_a_board_saves_its_own_meetings(window: WindowDriver, tmp_path: Path) -> None:
    window.window.go_to("boards", CLUB.id)
    window.screen.pick("More for this board", "Calendar file…")
    words = saved(window, tmp_path / "club.ics")
    assert "The mast" in words
    assert "Budget" not in words
    assert window.toast == "1 meeting saved in club.ics."


def test_the_settings_save_everything(window: WindowDriver, tmp_path: Path) -> None:
    window.visit("settings")
    window.press("Export calendar…")
    words = saved(window, tmp_path / "all.ics")
    assert words.count("BEGIN:VEVENT") == 2
    assert window.toast == "2 meetings saved in all.ics."
