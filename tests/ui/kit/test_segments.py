"""Segments, buttons that stay down, and fields of several choices."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from boardkeeper.ui.kit import Offer, Segments, SeveralField, ToggleButton

WEEKDAYS = [("Mon", "Monday"), ("Tue", "Tuesday"), ("Wed", "Wednesday")]


def button(within: QWidget, name: str) -> QAbstractButton:
    found = [each for each in within.findChildren(QAbstractButton) if each.accessibleName() == name]
    assert len(found) == 1
    return found[0]


def press(within: QWidget, name: str) -> None:
    QTest.mouseClick(button(within, name), Qt.MouseButton.LeftButton)


def test_one_segment_is_down_at_a_time(qtbot: QtBot) -> None:
    segments = Segments("Weekday", WEEKDAYS)
    qtbot.addWidget(segments)
    press(segments, "Tuesday")
    press(segments, "Wednesday")
    assert segments.down == {2}


def test_any_number_of_segments_is_down_where_that_is_meant(qtbot: QtBot) -> None:
    segments = Segments("Weekdays", WEEKDAYS, is_one_of=False)
    qtbot.addWidget(segments)
    press(segments, "Tuesday")
    press(segments, "Wednesday")
    assert segments.down == {1, 2}


def test_segments_tell_a_press_and_not_what_the_program_chose(qtbot: QtBot) -> None:
    segments = Segments("Weekday", WEEKDAYS)
    qtbot.addWidget(segments)
    told: list[int] = []
    segments.chosen.connect(told.append)
    segments.choose(0)
    press(segments, "Wednesday")
    assert told == [2]


def test_choosing_a_segment_moves_nothing(qtbot: QtBot) -> None:
    segments = Segments("Weekday", WEEKDAYS)
    qtbot.addWidget(segments)
    before = segments.sizeHint()
    segments.choose(1)
    assert segments.sizeHint() == before


def test_a_toggle_stays_down_until_it_is_pressed_again(qtbot: QtBot) -> None:
    toggle = ToggleButton("Clashes")
    qtbot.addWidget(toggle)
    toggle.click()
    assert toggle.isChecked()
    toggle.click()
    assert not toggle.isChecked()


def test_a_field_of_several_gives_what_is_chosen_in_the_order_offered(qtbot: QtBot) -> None:
    offers = [
        Offer(number=at, words=short, spoken=full) for at, (short, full) in enumerate(WEEKDAYS)
    ]
    field = SeveralField("Weekdays", offers, columns=3)
    qtbot.addWidget(field)
    field.show()
    told: list[tuple[int, ...]] = []
    field.committed.connect(lambda: told.append(field.value()))
    press(field, "Wednesday")
    press(field, "Monday")
    press(field, "Wednesday")
    assert told == [(2,), (0, 2), (0,)]
