"""Reminders on the desktop: told once each, at the start and when a day begins."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
import time_machine
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boardkeeper.domain.identity import Record
from boardkeeper.i18n import Language
from tests.support.builders import organisation, reminder
from tests.support.drivers.window import WindowDriver, open_window

CLUB = organisation("Tennis club")
FEE = reminder(CLUB, "Pay the fee", "2026-03-20")
LATER = reminder(CLUB, "Insurance", "2026-04-02", days_before=30)


@contextmanager
def opened(qtbot: QtBot, folder: Path, *records: Record, on: str) -> Iterator[WindowDriver]:
    """The window as it opens a little before midnight on the day."""
    with (
        time_machine.travel(f"{on} 23:59:30", tick=False),
        open_window(qtbot, folder, *records, today=None) as driver,
    ):
        yield driver


def told(driver: WindowDriver) -> tuple[str, str] | None:
    """The headline and lines of the last message; None when there was none."""
    last = driver.session.tray.last
    return None if last is None else (last.title, last.text)


def test_what_is_due_is_told_at_the_start(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path, CLUB, FEE, on="2026-03-02") as driver:
        assert told(driver) == (
            "One thing to remember",
            "Pay the fee – Tennis club, Fri 20 March",
        )


def test_it_is_told_once_and_not_at_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path, CLUB, FEE, on="2026-03-02"):
        pass
    with opened(qtbot, tmp_path, on="2026-03-02") as driver:
        assert told(driver) is None


def test_put_off_it_is_told_again_on_that_day(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path, CLUB, FEE, on="2026-03-02") as driver:
        driver.services.reminders.snooze(FEE.id, date(2026, 3, 5))
    with opened(qtbot, tmp_path, on="2026-03-04") as driver:
        assert told(driver) is None
    with opened(qtbot, tmp_path, on="2026-03-06") as driver:
        assert told(driver) is not None


def test_when_a_day_begins_what_is_new_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        time_machine.travel("2026-03-02 23:59:30", tick=False) as clock,
        open_window(qtbot, tmp_path, CLUB, LATER, today=None) as driver,
    ):
        assert told(driver) is None
        clock.move_to("2026-03-03 00:00:30")
        a_minute_passes(driver)
        assert told(driver) == ("One thing to remember", "Insurance – Tennis club, Thu 2 April")


def test_three_are_named_and_the_rest_counted(qtbot: QtBot, tmp_path: Path) -> None:
    several = [reminder(CLUB, f"No. {n}", f"2026-03-{10 + n}") for n in range(1, 6)]
    with opened(qtbot, tmp_path, CLUB, *several, on="2026-03-02") as driver:
        found = told(driver)
    assert found is not None
    assert found[0] == "5 things to remember"
    assert found[1].splitlines()[0] == "No. 1 – Tennis club, Wed 11 March"
    assert found[1].splitlines()[-1] == "and 2 more"


def test_it_is_said_in_danish(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path, CLUB, LATER, on="2026-03-02") as driver:
        driver.session.speak(Language.DANISH.value)
        driver.services.reminders.add(FEE)
        driver.settings.change(reminded_on="2026-01-01")
        driver.session.remind()
        assert told(driver) == ("Én ting at huske", "Pay the fee – Tennis club, fre. 20. marts")


def test_turned_off_nothing_is_told_and_turned_on_again_nothing_is_lost(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(qtbot, tmp_path, CLUB, LATER, on="2026-03-02") as driver:
        driver.settings.change(reminds_on_desktop=False)
    with opened(qtbot, tmp_path, on="2026-03-05") as driver:
        assert told(driver) is None
        driver.settings.change(reminds_on_desktop=True)
        driver.session.remind()
        assert told(driver) is not None


def test_of_the_sample_nobody_is_reminded(qtbot: QtBot, tmp_path: Path) -> None:
    with open_window(qtbot, tmp_path) as driver:
        driver.press("See it with sample data")
        driver.look()
        assert driver.services.reminders.due()
        driver.session.remind()
        assert told(driver) is None


def test_a_press_on_the_message_leads_to_today(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path, CLUB, FEE, on="2026-03-02") as driver:
        driver.visit("people")
        driver.session.tray.pressed.emit()
        assert driver.section == "today"


def test_no_title_is_written_to_the_log(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), opened(qtbot, tmp_path, CLUB, FEE, on="2026-03-02"):
        pass
    assert "fee" not in caplog.text


def test_done_on_today_is_said_with_a_way_back(qtbot: QtBot, tmp_path: Path) -> None:
    with open_window(qtbot, tmp_path, CLUB, FEE) as driver:
        driver.press("Done: Pay the fee")
        assert driver.toast == "“Pay the fee” is done."
        driver.press("Undo")
        assert driver.screen.is_offered("Done: Pay the fee")


def a_minute_passes(driver: WindowDriver) -> None:
    for each in driver.window.findChildren(QTimer):
        if each.interval() == 60_000:
            each.timeout.emit()
    QApplication.processEvents()
