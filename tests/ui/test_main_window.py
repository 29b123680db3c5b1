from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import time_machine
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.identity import Record
from boardkeeper.ui.kit import MessageBar
from boardkeeper.ui.papers import agenda_paper
from boardkeeper.ui.preview.dialog import PreviewDialog
from boardkeeper.ui.problems import BugDialog, hook
from boardkeeper.ui.shortcuts import ShortcutsDialog
from tests.support.builders import items, meeting, membership, organisation, person
from tests.support.drivers.window import WindowDriver, open_window

KINDERGARTEN = organisation("Skovbørnehaven", short_name="Skoven")
CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben")
ME = person("Åse Ravn", is_me=True)
ANNA = person("Anna Holm", phone="11 22 33 44")
SEATS = (membership(ME, KINDERGARTEN), membership(ME, CLUB), membership(ANNA, CLUB))
NEXT = meeting(KINDERGARTEN, "2026-03-05 19:00", number=14, place="The library")
LATER = meeting(CLUB, "2026-03-19 18:00", number=3)
AGENDA = items(NEXT, "Budget", "The roof")


@pytest.fixture(name="window")
def window_on_two_boards(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    records: tuple[Record, ...] = (KINDERGARTEN, CLUB, ME, ANNA, *SEATS, NEXT, LATER, *AGENDA)
    with open_window(qtbot, tmp_path, *records) as driver:
        yield driver


def test_the_window_opens_on_today_and_shows_the_next_meeting(window: WindowDriver) -> None:
    assert window.section == "today"
    assert "Skovbørnehaven" in window.screen.words()
    assert "The library" in window.screen.words()


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("Boards", "boards"),
        ("Meetings", "meetings"),
        ("People", "people"),
        ("Hours", "hours"),
        ("Trash", "trash"),
        ("Settings", "settings"),
    ],
)
def test_a_click_in_the_sidebar_goes_to_the_section(
    window: WindowDriver, words: str, section: str
) -> None:
    window.press(words)
    assert window.section == section
    assert window.window.page.isVisible()


def test_ctrl_and_a_number_go_to_the_section_of_that_place(window: WindowDriver) -> None:
    sections = list(window.sidebar.keys)[:9]
    been = []
    for number, _section in enumerate(sections, 1):
        window.keys(f"Ctrl+{number}")
        been.append(window.section)
    assert been == sections


def test_back_and_forward_retrace_where_one_has_been(window: WindowDriver) -> None:
    window.visit("boards")
    window.visit("hours")
    window.keys("Alt+Left")
    assert window.section == "boards"
    window.keys("Alt+Left")
    assert window.section == "today"
    window.keys("Alt+Left", "Alt+Right", "Alt+Right")
    assert window.section == "hours"


def test_back_from_an_opened_meeting_leads_to_where_one_came_from(window: WindowDriver) -> None:
    window.press("Open the meeting")
    assert "The library" in window.screen.words()
    assert window.section == "meetings"
    window.keys("Alt+Left")
    assert window.section == "today"
    window.keys("Alt+Right")
    assert window.section == "meetings"
    assert window.screen.is_offered("All meetings")


def test_going_elsewhere_after_going_back_forgets_what_lay_ahead(window: WindowDriver) -> None:
    window.visit("boards")
    window.keys("Alt+Left")
    window.visit("people")
    window.keys("Alt+Right")
    assert window.section == "people"


def test_the_filter_narrows_every_page_to_one_board(window: WindowDriver) -> None:
    window.visit("meetings")
    assert len(window.screen.rows("Meetings")) == 2
    window.screen.choose("Show", "Nørrevig Sejlklub")
    assert len(window.screen.rows("Meetings")) == 1
    window.visit("people")
    assert [each.split(",")[0] for each in window.screen.rows("People")] == [
        "Åse Ravn",
        "Anna Holm",
    ]
    window.screen.choose("Show", "Skovbørnehaven")
    assert [each.split(",")[0] for each in window.screen.rows("People")] == ["Åse Ravn"]


def test_the_filter_lets_go_of_a_board_that_is_deleted(window: WindowDriver) -> None:
    window.screen.choose("Show", "Nørrevig Sejlklub")
    window.services.organisations.discard(CLUB.id)
    assert "The library" in window.screen.words()
    window.visit("meetings")
    assert len(window.screen.rows("Meetings")) == 1


def test_ctrl_z_takes_typing_back_first_and_then_the_last_command(window: WindowDriver) -> None:
    window.services.people.introduce_me("Åse Falk")
    window.visit("people")
    window.screen.click_row("People", "Anna Holm")
    window.screen.find(QLineEdit, "Telephone").setFocus()
    window.write("55")
    assert window.screen.text_in("Telephone") != "11 22 33 44"
    window.keys("Ctrl+Z")
    assert window.screen.text_in("Telephone") == "11 22 33 44"
    window.keys("Ctrl+Z")
    assert window.services.people.get(ME.id).name == "Åse Ravn"
    assert window.toast.startswith("Undone:")


def test_ctrl_z_in_a_text_of_several_lines_reaches_the_last_command_too(
    window: WindowDriver,
) -> None:
    window.services.people.introduce_me("Åse Falk")
    window.visit("people")
    window.screen.click_row("People", "Anna Holm")
    window.screen.type_into("How we met", "At sea")
    while window.screen.text_in("How we met"):
        window.keys("Ctrl+Z")
    window.keys("Ctrl+Z")
    assert window.services.people.get(ME.id).name == "Åse Ravn"


def test_undo_and_redo_say_what_they_did(window: WindowDriver) -> None:
    window.services.people.introduce_me("Åse Falk")
    window.keys("Ctrl+Z")
    assert window.toast.startswith("Undone: ")
    window.keys("Ctrl+Shift+Z")
    assert window.toast.startswith("Done again: ")
    assert window.services.people.get(ME.id).name == "Åse Falk"
    window.keys("Ctrl+Shift+Z")
    assert window.toast == "Nothing to redo."


def test_a_deleted_meeting_comes_back_with_one_press_of_undo(window: WindowDriver) -> None:
    window.visit("meetings")
    window.screen.click_row("Meetings", "Board meeting no. 14")
    window.screen.pick("More with this meeting", "Delete the meeting")
    assert "is in the trash" in window.toast
    assert window.services.meetings.find(NEXT.id) is None
    window.press("Undo")
    assert window.services.meetings.get(NEXT.id) == NEXT
    assert [each.item.title for each in window.services.agenda.of(NEXT.id).lines] == [
        "Budget",
        "The roof",
    ]


def test_the_sidebar_counts_what_lies_in_the_trash(window: WindowDriver) -> None:
    window.services.meetings.discard(NEXT.id)
    assert window.screen.is_offered("Trash, 1")
    window.keys("Ctrl+Z")
    assert window.screen.is_offered("Trash")


def test_two_hours_of_preparation_are_logged_with_ctrl_t_and_a_line(window: WindowDriver) -> None:
    window.keys("Ctrl+T")
    window.write("2h prep")
    window.keys("Return")
    (entry,) = window.services.hours.all()
    assert (entry.minutes, entry.activity) == (120, Activity.PREPARATION)
    assert (entry.organisation_id, entry.meeting_id) == (KINDERGARTEN.id, NEXT.id)


def test_ctrl_shift_n_plans_a_meeting_from_anywhere(window: WindowDriver) -> None:
    window.visit("people")
    window.keys("Ctrl+Shift+N")
    assert window.section == "meetings"
    assert window.screen.place is not window.window


def test_ctrl_n_makes_the_new_thing_of_the_section(window: WindowDriver) -> None:
    window.visit("people")
    window.keys("Ctrl+N")
    window.screen.write("Name", "Carl Dam")
    window.press("Add person")
    assert "Carl Dam" in [each.split(",")[0] for each in window.screen.rows("People")]


def test_ctrl_f_goes_to_the_search_field_of_the_page(window: WindowDriver) -> None:
    window.visit("meetings")
    window.keys("Ctrl+F")
    assert window.screen.focused() == "Search the meetings"


def test_f1_shows_the_shortcuts(window: WindowDriver) -> None:
    window.keys("F1")
    assert "Ctrl+Shift+N" in window.over(ShortcutsDialog).words()
    assert "In the calendar" in window.over(ShortcutsDialog).words()


def test_ctrl_p_on_a_meeting_opens_its_preview(window: WindowDriver) -> None:
    window.press("Open the meeting")
    window.keys("Ctrl+P")
    preview = window.over(PreviewDialog).page
    assert isinstance(preview, PreviewDialog)
    window.qtbot.waitUntil(lambda: preview.document is not None)
    assert "Skovbørnehaven" in preview.windowTitle()


def test_from_today_three_clicks_save_exactly_what_the_preview_shows(
    window: WindowDriver, tmp_path: Path
) -> None:
    window.press("Print agenda")
    preview = window.over(PreviewDialog)
    assert isinstance(preview.page, PreviewDialog)
    window.qtbot.waitUntil(lambda: preview.is_enabled("Save…"))
    preview.press("Save…")
    window.name_file(tmp_path / "agenda.pdf", preview.page)
    assert preview.page.document is not None
    assert (tmp_path / "agenda.pdf").read_bytes() == preview.page.document.content


def test_a_refusal_in_a_slot_is_said_above_the_page(
    window: WindowDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", hook(window.session.tell, lambda: window.window))
    (tmp_path / "file").touch()
    window.visit("settings")
    window.press("Export everything…")
    window.name_file(tmp_path / "file" / "all.json")
    assert "could not be written" in _message(window)
    window.look()
    window.visit("today")
    assert _message(window) == ""


def test_a_bug_is_logged_and_offered_as_a_report_without_names_or_texts(
    window: WindowDriver, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", hook(window.session.tell, lambda: window.window))

    def slot() -> None:
        raise ZeroDivisionError("Anna Holm owes 4,000")

    with caplog.at_level(logging.ERROR):
        timer = QTimer(window.window, singleShot=True, interval=0)
        timer.timeout.connect(slot)
        timer.start()
        window.qtbot.waitUntil(lambda: bool(window.window.findChildren(BugDialog)))
    window.press("Copy the report")
    report = QGuiApplication.clipboard().text()
    assert "ZeroDivisionError" in report
    assert "slot" in report
    assert "Anna" not in report
    assert "ZeroDivisionError" in caplog.text
    assert "Anna" not in caplog.text


def test_closing_stores_what_is_being_typed(window: WindowDriver) -> None:
    window.visit("people")
    window.screen.click_row("People", "Anna Holm")
    window.screen.type_into("Telephone", "99 88 77 66")
    window.window.close()
    assert window.services.people.get(ANNA.id).phone == "99 88 77 66"


def test_what_is_being_typed_is_on_the_agenda_that_is_printed(window: WindowDriver) -> None:
    window.visit("people")
    window.screen.click_row("People", "Anna Holm")
    window.screen.type_into("Telephone", "99 88 77 66")
    window.window.preview(agenda_paper(window.services, NEXT.id))
    assert window.services.people.get(ANNA.id).phone == "99 88 77 66"
    window.window.settle()


def test_the_window_comes_back_where_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    with open_window(qtbot, tmp_path, KINDERGARTEN) as first:
        assert not first.window.isMaximized()
        first.window.showMaximized()
        first.window.close()
    with open_window(qtbot, tmp_path) as again:
        assert again.window.isMaximized()


def test_at_midnight_the_distance_to_the_meeting_is_said_anew(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        time_machine.travel("2026-03-02 23:59:30", tick=False) as clock,
        open_window(qtbot, tmp_path, KINDERGARTEN, NEXT, *AGENDA, today=None) as driver,
    ):
        assert "2 March 2026" in driver.screen.words()
        clock.move_to("2026-03-03 00:00:30")
        _a_minute_passes(driver)
        assert "3 March 2026" in driver.screen.words()


def test_the_text_grows_and_shrinks_with_the_keys_and_settings_say_so(
    window: WindowDriver,
) -> None:
    window.visit("settings")
    window.keys("Ctrl++", "Ctrl++")
    assert window.theme.text_size == pytest.approx(1.2)
    assert window.screen.chosen("Text size") == "120%"
    window.keys("Ctrl+-")
    assert window.settings.current.text_size == 110
    window.keys("Ctrl+0")
    assert window.theme.text_size == 1


def test_without_a_board_the_window_asks_for_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    with open_window(qtbot, tmp_path) as driver:
        driver.screen.type_into("Name of the board", "Skovbørnehaven")
        driver.keys("Return")
        driver.screen.type_into("Next meeting", "5/3 19")
        driver.press("Write the agenda")
        assert driver.section == "meetings"
        (planned,) = driver.services.meetings.all()
        assert planned.day == date(2026, 3, 5)
        assert driver.services.journal.reader.every(AgendaItem)


def _message(window: WindowDriver) -> str:
    shown = [each for each in window.window.findChildren(MessageBar) if each.isVisible()]
    return "\n".join(each.accessibleName() for each in shown)


def _a_minute_passes(driver: WindowDriver) -> None:
    for each in driver.window.findChildren(QTimer):
        if each.interval() == 60_000:
            each.timeout.emit()
    QApplication.processEvents()
