"""A line of widgets stands as a column only where it is too narrow for them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boardkeeper.ui.kit import Button, Space
from boardkeeper.ui.kit.turning import Turning


@pytest.mark.parametrize("widths", [(0, -1), (-1, 0), (-1, -1), (20, 0)])
def test_a_line_is_a_column_just_while_its_widgets_have_no_room(
    qtbot: QtBot, widths: tuple[int, int]
) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    line = Turning(None, Space.S, ground)
    first, second = Button("Export everything…"), Button("Import…")
    line.add(first)
    line.add(second)
    room = line.sizeHint().width()
    ground.show()
    for beside in widths:
        line.resize(room + beside, 200)
        QApplication.processEvents()
        assert (first.y() == second.y()) is (beside >= 0)
    assert line.sizeHint().width() == room
