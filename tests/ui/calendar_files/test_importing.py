"""A calendar dropped on the window: looked at, taken in, taken back, and never twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QProgressBar
from pytestqt.qtbot import QtBot

from boardkeeper.domain.meetings import Meeting
from boardkeeper.ui.kit import MessageBar
from tests.support.builders import meeting, membership, organisation, person
from tests.support.calendars import calendar, event
from tests.support.drivers.dropping import drop
from tests.support.drivers.window import WindowDriver, open_window

BOARD = organisation("Skovbørnehaven", short_name="Skoven")
CLUB = organisation("Nørrevig Sejlklub", short_name="Sejlklubben")
ME = person("Åse Ravn", is_me=True)
KNOWN = meeting(CLUB, "2026-04-09 19:00", uid="7@x", title="Launching", place="The club house")
LIST = "Meetings in the file"

FIRST = event("UID:1@x", "SUMMARY:Skoven: Budget")
SECOND = event("UID:2@x", "SUMMARY:Sejlklubben: The mast", start="20260320T190000")
DENTIST = event("UID:3@x", "SUMMARY:Dentist", start="20260321T090000", end="20260321T093000")
MOVED = event(
    "UID:7@x",
    "SEQUENCE:2",
    "SUMMARY:Sejlklubben: Launching",
    "LOCATION:The harbour",
    start="20260410T180000",
    end="20260410T200000",
)
BROKEN = event("UID:9@x", "SUMMARY:Every second", "RRULE:FREQ=SECONDLY")
SECOND = SECOND.replace("20260305T210000", "20260320T210000")


@pytest.fixture(name="window")
def window_on_two_boards(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    with open_window(qtbot, tmp_path, BOARD, CLUB, ME, membership(ME, CLUB), KNOWN) as driver:
        yield driver


def a_file(folder: Path, *events: str, name: str = "from outlook.ics") -> Path:
    path = folder / name
    path.write_bytes(calendar(*events))
    return path


def drop_and_wait(window: WindowDriver, *files: Path) -> None:
    """Drop files and wait for their preview."""
    assert drop(window.window, files)
    wait_for_preview(window)


def wait_for_preview(window: WindowDriver) -> None:
    window.qtbot.waitUntil(
        lambda: not window.screen.visible(QProgressBar) and window.screen.place is not window.window
    )


def said(window: WindowDriver) -> str:
    bars = [each for each in window.window.findChildren(MessageBar) if each.isVisible()]
    return "\n".join(each.text for each in bars)


def titles(window: WindowDriver) -> list[str]:
    return sorted(each.title for each in window.services.meetings.all())


def test_one_drag_and_one_click_store_the_meetings_and_again_nothing_doubles(
    window: WindowDriver, tmp_path: Path
) -> None:
    path = a_file(tmp_path, FIRST, SECOND)
    drop_and_wait(window, path)
    window.press("Store 2 meetings")
    assert window.toast == "2 meetings stored."
    assert titles(window) == ["Budget", "Launching", "The mast"]
    drop_and_wait(window, path)
    assert "Everything in the file is here already" in window.screen.words()
    assert not window.screen.is_offered("Store 0 meetings")
    window.press("Close")
    assert titles(window) == ["Budget", "Launching", "The mast"]


def test_enter_stores_and_undo_on_the_toast_takes_it_all_back(
    window: WindowDriver, tmp_path: Path
) -> None:
    drop_and_wait(window, a_file(tmp_path, FIRST, SECOND, MOVED))
    window.keys("Return")
    assert window.toast == "3 meetings stored."
    window.press("Undo")
    assert window.services.meetings.all() == [KNOWN]


def test_cancel_stores_nothing(window: WindowDriver, tmp_path: Path) -> None:
    drop_and_wait(window, a_file(tmp_path, FIRST))
    window.keys("Esc")
    assert window.services.meetings.all() == [KNOWN]
    assert window.toast == ""


def test_cancel_while_reading_stops_it_and_says_nothing(
    window: WindowDriver, tmp_path: Path
) -> None:
    assert drop(window.window, [a_file(tmp_path, FIRST)])
    assert window.screen.visible(QProgressBar)
    window.press("Cancel")
    window.window.settle()
    QApplication.processEvents()
    assert window.services.meetings.all() == [KNOWN]
    assert said(window) == ""


def test_every_event_is_shown_with_what_becomes_of_it(window: WindowDriver, tmp_path: Path) -> None:
    drop_and_wait(window, a_file(tmp_path, BROKEN, DENTIST, MOVED, FIRST))
    first, moved, dentist, broken = window.screen.rows(LIST)
    assert first == "Skoven: Budget, Thu 5 Mar 2026 19:00–21:00 · Skoven, New"
    assert "before: Thu 9 Apr 2026 19:00–21:00, another place" in moved
    assert dentist == ("Dentist, Sat 21 Mar 2026 · It names none of your organisations., Whose?")
    assert "SECONDLY" in broken
    assert "1 new, 1 changed, 0 the same as before." in window.screen.words()


def test_what_is_not_ticked_is_not_stored(window: WindowDriver, tmp_path: Path) -> None:
    drop_and_wait(window, a_file(tmp_path, FIRST, SECOND))
    window.screen.click_row(LIST, "Sejlklubben: The mast")
    window.screen.key_in(LIST, Qt.Key.Key_Space)
    window.press("Store 1 meeting")
    assert titles(window) == ["Budget", "Launching"]


def test_the_box_before_a_row_can_be_clicked(window: WindowDriver, tmp_path: Path) -> None:
    drop_and_wait(window, a_file(tmp_path, FIRST, SECOND))
    view = window.screen.find(QAbstractItemView, LIST)
    row = view.visualRect(view.model().index(0, 0))
    place = QPoint(row.left() + 14, row.center().y())
    window.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.screen.is_offered("Store 1 meeting")
    window.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.screen.is_offered("Store 2 meetings")


def test_one_tick_takes_all_or_none(window: WindowDriver, tmp_path: Path) -> None:
    drop_and_wait(window, a_file(tmp_path, FIRST, SECOND))
    window.press("All of them")
    assert not window.screen.is_enabled("Store 0 meetings")
    window.press("All of them")
    assert window.screen.is_enabled("Store 2 meetings")


def test_meetings_that_name_no_board_go_where_one_says(
    window: WindowDriver, tmp_path: Path
) -> None:
    drop_and_wait(window, a_file(tmp_path, FIRST, DENTIST))
    window.screen.choose("Meetings that name none of your boards", "Nørrevig Sejlklub")
    window.qtbot.waitUntil(lambda: window.screen.is_offered("Store 2 meetings"))
    window.press("Store 2 meetings")
    assert stored(window, "Dentist").organisation_id == CLUB.id
    assert stored(window, "Budget").organisation_id == BOARD.id


def test_a_wrong_guess_is_mended_for_one_meeting_or_for_all(
    window: WindowDriver, tmp_path: Path
) -> None:
    drop_and_wait(window, a_file(tmp_path, FIRST, DENTIST, SECOND))
    window.screen.click_row(LIST, "Sejlklubben: The mast")
    window.screen.choose("Board of the chosen meeting", "Skovbørnehaven")
    window.qtbot.waitUntil(lambda: " · Skoven," in window.screen.rows(LIST)[1])
    window.press("Use it for every new one")
    window.qtbot.waitUntil(lambda: window.screen.is_offered("Store 3 meetings"))
    window.press("Store 3 meetings")
    of_board = window.services.meetings.of_organisation(BOARD.id)
    assert len(of_board) == 3


def test_a_file_of_meetings_of_the_board_shown_alone_needs_no_names(
    window: WindowDriver, tmp_path: Path
) -> None:
    window.screen.choose("Show", "Skovbørnehaven")
    drop_and_wait(window, a_file(tmp_path, DENTIST))
    window.press("Store 1 meeting")
    assert stored(window, "Dentist").organisation_id == BOARD.id


def test_several_files_are_taken_in_as_one(window: WindowDriver, tmp_path: Path) -> None:
    drop_and_wait(
        window, a_file(tmp_path, FIRST, name="a.ics"), a_file(tmp_path, SECOND, name="b.ICS")
    )
    window.press("Store 2 meetings")
    window.window.undo()
    assert window.services.meetings.all() == [KNOWN]


def test_a_file_that_is_no_calendar_is_refused_above_the_page(
    window: WindowDriver, tmp_path: Path
) -> None:
    path = tmp_path / "notes.ics"
    path.write_text("Remember the milk")
    assert drop(window.window, [path])
    window.qtbot.waitUntil(lambda: said(window) != "")
    assert "not a calendar file" in said(window)
    assert window.screen.place is window.window


def test_a_calendar_dropped_on_a_text_is_no_text(window: WindowDriver, tmp_path: Path) -> None:
    window.visit("people")
    window.screen.click_row("People", "Åse Ravn")
    name = window.screen.find(QLineEdit, "Name")
    assert drop(window.window, [a_file(tmp_path, FIRST)], over=name)
    wait_for_preview(window)
    assert name.text() == "Åse Ravn"


def test_other_files_are_left_to_what_they_are_dropped_on(
    window: WindowDriver, tmp_path: Path
) -> None:
    assert not drop(window.window, [tmp_path / "paper.pdf"])
    assert not drop(window.window, [tmp_path / "a.ics", tmp_path / "paper.pdf"])


def test_the_settings_import_a_calendar_too(window: WindowDriver, tmp_path: Path) -> None:
    window.visit("settings")
    window.press("Import calendar…")
    window.name_file(a_file(tmp_path, FIRST))
    wait_for_preview(window)
    window.press("Store 1 meeting")
    assert titles(window) == ["Budget", "Launching"]


def test_a_meeting_changed_behind_the_preview_is_not_written_over(
    window: WindowDriver, tmp_path: Path
) -> None:
    drop_and_wait(window, a_file(tmp_path, MOVED))
    window.services.meetings.cancel(KNOWN.id)
    window.press("Store 1 meeting")
    assert "changed since the preview" in said(window)
    assert stored(window, "Launching").place == "The club house"


def stored(window: WindowDriver, title: str) -> Meeting:
    (found,) = [each for each in window.services.meetings.all() if each.title == title]
    return found
