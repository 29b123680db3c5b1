"""The timer in the window's bar, in the palette and in the tray."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QMenu
from pytestqt.qtbot import QtBot

from boardkeeper.domain.hours import Activity
from boardkeeper.i18n import Language
from boardkeeper.ui.kit import MenuButton, scaled
from boardkeeper.ui.timer.chip import TimerChip
from tests.support.builders import meeting, organisation
from tests.support.drivers import hands
from tests.support.drivers.palette import PaletteDriver
from tests.support.drivers.window import WindowDriver, open_window

CLUB, SCHOOL = organisation("Tennis club"), organisation("School board")
COMING = meeting(SCHOOL, "2026-03-05 19:00")


@pytest.fixture(name="clock")
def clock_at_nine() -> Iterator[time_machine.Traveller]:
    with time_machine.travel("2026-03-02 09:00", tick=False) as clock:
        yield clock


@pytest.fixture(name="window")
def window_of_two_boards(
    clock: time_machine.Traveller,  # noqa: ARG001 - sets the clock the window is opened at
    qtbot: QtBot,
    tmp_path: Path,
) -> Iterator[WindowDriver]:
    with open_window(qtbot, tmp_path, CLUB, SCHOOL, COMING, today=None) as driver:
        yield driver


def chip(window: WindowDriver) -> TimerChip:
    found = window.window.findChild(TimerChip)
    assert found is not None
    return found


def face(window: WindowDriver) -> str:
    """What the chip says; nothing while it is not on screen."""
    if not chip(window).isVisible():
        return ""
    (button,) = hands.shown(chip(window), MenuButton)
    return button.words


def a_minute_passes(window: WindowDriver) -> None:
    """What the event loop would do in a minute, at once."""
    for each in chip(window).findChildren(QTimer):
        if each.isActive():
            each.timeout.emit()
    QApplication.processEvents()


def pick(window: WindowDriver, words: str) -> None:
    """Choose a line of the chip's menu."""
    (button,) = hands.shown(chip(window), MenuButton)
    (offered,) = [each for each in button.offered if each.text == words]
    offered.do()
    QApplication.processEvents()


def in_the_palette(window: WindowDriver, words: str) -> None:
    palette = PaletteDriver(window)
    palette.open()
    palette.write(words)
    palette.press(Qt.Key.Key_Return)


def tray_menu(window: WindowDriver) -> QMenu:
    """The tray's menu as it is when it opens."""
    menu = window.session.tray.menu
    menu.aboutToShow.emit()
    return menu


def words_of(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.text()]


def press_in(menu: QMenu, words: str) -> None:
    (action,) = [each for each in menu.actions() if each.text() == words]
    action.trigger()
    QApplication.processEvents()


def test_while_nothing_runs_the_bar_is_as_it_was(window: WindowDriver) -> None:
    assert face(window) == ""


def test_from_the_palette_to_an_entry_without_the_mouse(
    window: WindowDriver, clock: time_machine.Traveller
) -> None:
    in_the_palette(window, "start timer")
    hands.press(hands.dialog(window.window), "Start")
    assert face(window) == "School board · Preparation · 0:01"
    clock.shift(42 * 60)
    a_minute_passes(window)
    assert face(window) == "School board · Preparation · 0:42"
    in_the_palette(window, "stop timer")
    assert face(window) == ""
    (entry,) = window.services.hours.all()
    assert (entry.minutes, entry.organisation_id) == (42, SCHOOL.id)
    assert entry.meeting_id == COMING.id
    assert window.toast == "Written down: 42 min · Preparation · School board"


def test_stop_is_a_button_and_undo_lets_it_run_on(window: WindowDriver) -> None:
    window.services.timer.start(CLUB.id)
    hands.press(chip(window), "Stop timer")
    assert len(window.services.hours.all()) == 1
    window.keys("Ctrl+Z")
    assert face(window) == "Tennis club · Preparation · 0:01"
    assert window.services.hours.all() == []


def test_what_it_runs_for_and_since_when_can_be_changed(window: WindowDriver) -> None:
    window.services.timer.start(CLUB.id)
    pick(window, "Change…")
    asked = hands.dialog(window.window)
    hands.choose(asked, "What for", "Follow-up")
    hands.type_into(asked, "So far", "25 min")
    hands.press(asked, "Keep")
    assert face(window) == "Tennis club · Follow-up · 0:25"


def test_a_discarded_timer_leaves_nothing(window: WindowDriver) -> None:
    window.services.timer.start(CLUB.id)
    pick(window, "Discard timer")
    assert (face(window), window.services.hours.all()) == ("", [])


def test_a_forgotten_timer_asks_how_long_it_took(
    window: WindowDriver, clock: time_machine.Traveller
) -> None:
    window.services.timer.start(CLUB.id)
    clock.shift(50 * 3600)
    hands.press(chip(window), "Stop timer")
    asked = hands.dialog(window.window)
    assert any("more than 24 hours" in each for each in hands.words_on(asked))
    hands.type_into(asked, "How long", "1,5")
    hands.press(asked, "Write down")
    (entry,) = window.services.hours.all()
    assert entry.minutes == 90


def test_it_runs_on_when_the_program_is_started_again(
    clock: time_machine.Traveller, qtbot: QtBot, tmp_path: Path
) -> None:
    with open_window(qtbot, tmp_path, CLUB, today=None) as before:
        before.services.timer.start(CLUB.id, Activity.NETWORKING)
    clock.shift(65 * 60)
    with open_window(qtbot, tmp_path, today=None) as after:
        assert face(after) == "Tennis club · Networking · 1:05"


def test_it_is_still_there_in_the_other_language(window: WindowDriver) -> None:
    window.services.timer.start(CLUB.id)
    window.session.speak(Language.DANISH)
    window.look()
    assert face(window) == "Tennis club · Forberedelse · 0:01"
    window.session.speak(Language.ENGLISH)


def test_a_closed_window_reads_the_clock_no_more(window: WindowDriver) -> None:
    window.services.timer.start(CLUB.id)
    clocks = chip(window).findChildren(QTimer)
    window.window.settle()
    assert not any(each.isActive() for each in clocks)


def test_the_tray_starts_it_for_a_board_and_stops_it(window: WindowDriver) -> None:
    assert words_of(tray_menu(window)) == ["Start timer", "Open BoardKeeper"]
    tray_menu(window)  # opened once before: what it offered then is gone
    offered = [each.menu() for each in tray_menu(window).actions()]
    (starting,) = [each for each in offered if isinstance(each, QMenu)]
    press_in(starting, "Tennis club")
    assert face(window) == "Tennis club · Preparation · 0:01"
    assert words_of(tray_menu(window))[:2] == ["Tennis club · Preparation · 0:01", "Stop timer"]
    press_in(tray_menu(window), "Stop timer")
    assert len(window.services.hours.all()) == 1


def test_the_tray_opens_the_window(window: WindowDriver) -> None:
    window.window.hide()
    press_in(tray_menu(window), "Open BoardKeeper")
    assert window.window.isVisible()


def test_once_the_data_are_closed_the_tray_offers_nothing(window: WindowDriver) -> None:
    menu = tray_menu(window)
    window.session.tray.hide()
    menu.aboutToShow.emit()
    assert words_of(menu) == []


def test_in_the_largest_text_the_clock_alone_is_shown_and_stops_by_its_menu(
    window: WindowDriver,
) -> None:
    window.services.timer.start(CLUB.id)
    window.window.resize(1024, 768)
    window.session.size_text(200)
    QApplication.processEvents()
    assert (window.window.width(), face(window)) == (1024, "0:01")
    hands.named(chip(window), MenuButton, "Timer: Tennis club · Preparation · 0:01")
    pick(window, "Stop and write down")
    assert len(window.services.hours.all()) == 1


def test_the_filter_can_be_read_beside_it_in_the_largest_text(window: WindowDriver) -> None:
    window.services.timer.start(CLUB.id)
    window.theme.set_text_size(2.0)
    window.window.resize(1024, 768)
    QApplication.processEvents()
    filtering = window.screen.find(QComboBox, "Show")
    words = filtering.fontMetrics().horizontalAdvance("All boards")
    assert filtering.isVisible()
    assert filtering.width() > words + scaled(40)  # and the arrow
    assert window.screen.is_offered("Search")
