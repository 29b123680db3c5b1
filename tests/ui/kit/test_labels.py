from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.ui.kit import Body, Caption, Display, Heading, Label, Title, set_tooltip

NASTY = "<img src='file:///etc/passwd'><b>Ole & Co</b>"


@pytest.mark.parametrize("kind", [Body, Caption, Display, Heading, Title])
def test_words_are_never_taken_for_html(qtbot: QtBot, kind: Callable[[str], Label]) -> None:
    label = kind(NASTY)
    qtbot.addWidget(label)
    assert label.text() == NASTY
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_tooltip_shows_what_was_written(qtbot: QtBot) -> None:
    label = Body("Agenda")
    qtbot.addWidget(label)
    set_tooltip(label, NASTY)
    assert "<img" not in label.toolTip()
    assert "&lt;img" in label.toolTip()
