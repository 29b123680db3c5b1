"""The papers of a meeting saved for a word processor, from the meeting's own menu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from boardkeeper.i18n import Language
from boardkeeper.ui.kit import MenuButton
from tests.support.builders import items, meeting, organisation
from tests.support.drivers.window import WindowDriver, open_window
from tests.support.minutes_builders import item_minutes
from tests.support.word import text_of

BOARD = organisation("Skovbørnehaven", language=Language.ENGLISH)
HELD = meeting(BOARD, "2026-02-05 19:00", number=13)
NEXT = meeting(BOARD, "2026-03-05 19:00", number=14)
ROOF = items(HELD, "The roof")
MORE = "More with this meeting"


@pytest.fixture(name="window")
def window_on_two_meetings(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    said = item_minutes(ROOF[0], "It leaks.")
    harbour = items(NEXT, "The harbour")
    with open_window(qtbot, tmp_path, BOARD, HELD, NEXT, *ROOF, said, *harbour) as driver:
        yield driver


def saved(window: WindowDriver, meeting_id: str, action: str, path: Path) -> str:
    """Pick the action, name the file that is asked for, and read it."""
    window.window.go_to("meetings", meeting_id)
    window.screen.pick(MORE, action)
    window.qtbot.waitUntil(
        lambda: any(each.isVisible() for each in window.window.findChildren(QFileDialog))
    )
    window.name_file(path)
    return text_of(path.read_bytes())


def test_the_agenda_is_saved_as_a_word_document(window: WindowDriver, tmp_path: Path) -> None:
    words = saved(window, NEXT.id, "Agenda as Word document…", tmp_path / "agenda.docx")
    assert "The harbour" in words


def test_the_minutes_are_saved_as_a_word_document(window: WindowDriver, tmp_path: Path) -> None:
    words = saved(window, HELD.id, "Minutes as Word document…", tmp_path / "minutes.docx")
    assert "It leaks." in words


def test_of_a_meeting_to_come_there_are_no_minutes_to_save(window: WindowDriver) -> None:
    window.window.go_to("meetings", NEXT.id)
    offered = [each.text for each in window.screen.find(MenuButton, MORE).offered]
    assert "Agenda as Word document…" in offered
    assert "Minutes as Word document…" not in offered
