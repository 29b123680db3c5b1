from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boardkeeper.ui.kit import Button, ToastHost
from boardkeeper.ui.kit.toast import SHORTEST


@pytest.fixture(name="window")
def window_with_two_buttons(qtbot: QtBot) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(Button("First"))
    column.addWidget(Button("Second"))
    window.resize(600, 400)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    first = window.findChild(Button)
    assert first is not None
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    return window


def test_undo_is_one_press_of_tab_away(window: QWidget, qtbot: QtBot) -> None:
    undone: list[bool] = []
    toast = ToastHost(window).show_toast("“AGM” was deleted.", lambda: undone.append(True))
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is toast.undo_button
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert undone == [True]
    assert not toast.isVisible()


def test_a_toast_with_undo_stays_at_least_eight_seconds(window: QWidget) -> None:
    toast = ToastHost(window).show_toast("“AGM” was deleted.", lambda: None, seconds=1)
    assert toast.seconds >= SHORTEST == 8


def test_a_toast_lies_at_the_foot_of_the_window_also_when_it_grows(window: QWidget) -> None:
    host = ToastHost(window)
    toast = host.show_toast("“AGM” was deleted.", lambda: None)
    window.resize(800, 600)
    assert window.rect().contains(toast.geometry())
    assert toast.geometry().bottom() > 500
    assert abs(toast.geometry().center().x() - 400) <= 2


def test_the_newest_toast_takes_the_place_of_the_one_before(window: QWidget) -> None:
    host = ToastHost(window)
    first = host.show_toast("One", lambda: None)
    second = host.show_toast("Two")
    assert not first.isVisible()
    assert host.toast is second
    assert second.text == "Two"
    assert second.undo_button is None


def test_esc_closes_a_toast_that_has_the_keyboard(window: QWidget, qtbot: QtBot) -> None:
    toast = ToastHost(window).show_toast("One", lambda: None)
    toast.close_button.setFocus()
    qtbot.keyClick(toast.close_button, Qt.Key.Key_Escape)
    assert not toast.isVisible()
