"""The card of meetings without hours, seen from Monday 2 March 2026."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.hours import Activity
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import RecordList, RecordTable
from tests.support.builders import House, meeting, membership, organisation, person
from tests.support.drivers import hands
from tests.support.drivers.hours import HoursDriver
from tests.support.time_builders import effort

ME = person("Anna Holm", is_me=True)
CLUB, SCHOOL = organisation("Tennis club", travel_minutes=20), organisation("School board")
LATEST = meeting(CLUB, "2026-02-26 19:00", number=14)
BEFORE = meeting(SCHOOL, "2026-02-24 17:00", title="Budget meeting")
FIRST = meeting(CLUB, "2026-01-29 19:00", number=13)
NAME = "Meetings without hours"


@pytest.fixture(name="services")
def services_after_three_meetings(house: House) -> Services:
    seats = (membership(ME, CLUB), membership(ME, SCHOOL))
    house.keep(ME, CLUB, SCHOOL, *seats, effort(CLUB, 45), LATEST, BEFORE, FIRST)
    return Services.over(house.store, house.clock)


@pytest.fixture(name="hours")
def entries_of_hours(services: Services, qtbot: QtBot) -> HoursDriver:
    return HoursDriver(services, qtbot, "Entries")


def rows(hours: HoursDriver) -> list[str]:
    """The card's rows as they are spoken; none while the card is away."""
    if not [each for each in hands.shown(hours.page, RecordList) if each.accessibleName() == NAME]:
        return []
    model = hands.named(hours.page, RecordList, NAME).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def key(hours: HoursDriver, pressed: Qt.Key, with_control: bool = False) -> None:
    """Press a key on the row that is chosen."""
    held = Qt.KeyboardModifier.ControlModifier if with_control else Qt.KeyboardModifier.NoModifier
    view = hands.named(hours.page, RecordList, NAME)
    hours.page.window().activateWindow()
    view.setFocus()
    hands.settle()
    QTest.keyClick(view, pressed, held)
    hands.settle()


def test_what_is_missing_is_named_with_what_it_took(hours: HoursDriver) -> None:
    assert "3 meetings without hours" in hours.words
    took = "Tennis club · Meeting 2 h, preparation 45 min, travel 40 min"
    assert rows(hours) == [
        f"Board meeting no. 14, {took}, 26 Feb",
        "Budget meeting, School board · Meeting 2 h, 24 Feb",
        f"Board meeting no. 13, {took}, 29 Jan",
    ]


def test_enter_writes_a_meeting_down_and_goes_on_to_the_next(hours: HoursDriver) -> None:
    key(hours, Qt.Key.Key_Return)
    key(hours, Qt.Key.Key_Return)
    assert len(hours.services.hours.all()) == 4
    assert [each.split(",")[0] for each in rows(hours)] == ["Board meeting no. 13"]
    assert "One meeting without hours" in hours.words


def test_control_and_enter_write_all_of_them_down(hours: HoursDriver) -> None:
    key(hours, Qt.Key.Key_Return, with_control=True)
    assert len(hours.services.hours.all()) == 7
    assert rows(hours) == []
    hours.services.journal.undo()
    hands.settle()
    assert len(rows(hours)) == 3


def test_delete_says_that_it_took_no_time(hours: HoursDriver) -> None:
    key(hours, Qt.Key.Key_Delete)
    assert len(rows(hours)) == 2
    assert hours.services.hours.all() == []


def test_the_minutes_can_be_changed_first(hours: HoursDriver) -> None:
    key(hours, Qt.Key.Key_F2)
    asked = hands.dialog(hours.page)
    hands.type_into(asked, "Meeting", "1½")
    hands.type_into(asked, "Travel", "")
    hands.press(asked, "Write down")
    written = {(each.activity, each.minutes) for each in hours.services.hours.all()}
    assert written == {(Activity.MEETING, 90), (Activity.PREPARATION, 45)}
    assert len(rows(hours)) == 2


def test_a_day_has_24_hours_here_too(hours: HoursDriver) -> None:
    hands.press(hours.page, "Change…")
    asked = hands.dialog(hours.page)
    hands.type_into(asked, "Meeting", "25t")
    hands.press(asked, "Write down")
    assert asked.isVisible()
    assert hours.services.hours.all() == []


def test_every_key_has_a_button(hours: HoursDriver) -> None:
    hands.press(hours.page, "No time spent")
    hands.press(hours.page, "Write all down")
    assert rows(hours) == []
    assert len(hours.services.hours.all()) == 4


def test_one_board_is_asked_about_alone(hours: HoursDriver) -> None:
    hours.page.show_organisation(SCHOOL.id)
    assert [each.split(",")[0] for each in rows(hours)] == ["Budget meeting"]
    hands.press(hours.page, "Write down")
    assert len(hours.services.hours.all()) == 1
    assert "One meeting without hours" not in hours.words


def test_what_was_done_is_said(hours: HoursDriver) -> None:
    said: list[str] = []
    hours.page.said.connect(said.append)
    key(hours, Qt.Key.Key_Return)
    key(hours, Qt.Key.Key_Delete)
    key(hours, Qt.Key.Key_Return, with_control=True)
    assert said == [
        "3 h 25 min written down for “Board meeting no. 14”.",
        "“Budget meeting” took no time, and is not proposed again.",
        "3 h 25 min written down for one meeting.",
    ]


def test_a_timer_can_be_started_here(hours: HoursDriver) -> None:
    hands.press(hours.page, "Start timer")
    asked = hands.dialog(hours.page)
    hands.choose(asked, "Board", "School board")
    hands.press(asked, "Start")
    running = hours.services.timer.running()
    assert running is not None
    assert running.organisation_id == SCHOOL.id


def test_f2_on_an_entry_changes_it(hours: HoursDriver) -> None:
    hands.press(hours.page, "Write all down")
    hours.choose("Period", "All years")
    hours.page.window().activateWindow()
    hands.named(hours.page, RecordTable, "Time entries").setFocus()
    hours.key_on(0, Qt.Key.Key_F2)
    hours.answer("Keep", Note="Corrected")
    assert any(each.endswith("| Corrected | 26 Feb 2026") for each in hours.lines)
