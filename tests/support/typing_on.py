"""The real program, minuted by somebody who types on and on until it is killed.

    python -m tests.support.typing_on FOLDER

Each key is told on a line of its own: how many there were, and when (the system's own clock).
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from boardkeeper.app import open_services
from boardkeeper.clock import Clock
from boardkeeper.i18n import Language, set_language
from boardkeeper.paths import Folders
from boardkeeper.settings import SettingsFile
from boardkeeper.ui.start import new_session
from tests.support.builders import TODAY

PAUSE = 15
"""Milliseconds between two keys."""
LETTERS = "abcdefghij"


def typed(count: int) -> str:
    """What has been typed after so many keys."""
    return (LETTERS * (count // len(LETTERS) + 1))[:count]


class TypingHands:
    """Types one letter after another into what has the keyboard."""

    def __init__(self) -> None:
        self._count = 0
        self._timer = QTimer(interval=PAUSE)
        self._timer.timeout.connect(self._strike)

    def begin(self) -> None:
        self._timer.start()

    def _strike(self) -> None:
        edit = QApplication.focusWidget()
        assert isinstance(edit, QPlainTextEdit), edit
        QTest.keyClicks(edit, LETTERS[self._count % len(LETTERS)])
        self._count += 1
        sys.stdout.write(f"{self._count} {monotonic()}\n")
        sys.stdout.flush()


def main() -> None:
    set_language(Language.ENGLISH)
    folders = Folders.below(Path(sys.argv[1]))
    settings = SettingsFile(folders.settings_file)
    settings.change(language=Language.ENGLISH)
    session = new_session(folders, settings, Clock(TODAY), open_services)
    session.open_own()
    assert session.window is not None
    session.window.activateWindow()
    session.window.take_minutes()
    hands = TypingHands()
    hands.begin()
    QApplication.exec()


if __name__ == "__main__":
    main()
