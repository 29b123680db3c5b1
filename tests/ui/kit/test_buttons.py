from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from boardkeeper.ui.kit import Action, Button, IconButton, MenuButton, colours


def test_calling_qt_often_does_not_use_up_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 lost one reference to None with each such call, and aborted."""
    button = Button("Print")
    qtbot.addWidget(button)
    before = sys.getrefcount(None)
    for _ in range(20_000):
        button.setEnabled(True)
    assert abs(sys.getrefcount(None) - before) < 1000


def test_a_button_is_pressed_with_the_mouse_and_with_space(qtbot: QtBot) -> None:
    button = Button("Print")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2


def test_an_ampersand_on_a_button_is_a_letter(qtbot: QtBot) -> None:
    button = Button("Risk & audit")
    qtbot.addWidget(button)
    assert button.words == "Risk & audit"
    assert button.accessibleName() == "Risk & audit"
    assert button.shortcut().isEmpty()


def test_an_icon_alone_has_a_name_and_a_tooltip_with_its_keys(qtbot: QtBot) -> None:
    button = IconButton("pencil", "Rename <b>", shortcut="F2")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Rename <b>"
    assert "Rename &lt;b&gt; (F2)" in button.toolTip()


def test_the_keyboard_shows_where_it_is(qtbot: QtBot) -> None:
    button = Button("Print")
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    edge = button.grab().toImage().pixelColor(button.width() // 2, 1)
    assert edge == QColor(colours().accent)


def test_a_menu_button_does_what_is_chosen(qtbot: QtBot) -> None:
    done: list[str] = []
    button = MenuButton("More", (Action("Copy & keep", lambda: done.append("copy"), "copy"),))
    qtbot.addWidget(button)
    menu = button.menu()
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert done == ["copy"]


def test_the_words_fit_at_twice_the_length(qtbot: QtBot) -> None:
    button = Button("Udskriv dagsordenen til alle bestyrelsesmedlemmer", icon="printer")
    qtbot.addWidget(button)
    words = button.fontMetrics().horizontalAdvance(button.words)
    assert button.sizeHint().width() > words + 18
    assert button.minimumSizeHint() == button.sizeHint()
