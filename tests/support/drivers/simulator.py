"""The yes-simulator, as one person handles it who was asked to join a board."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from boardkeeper.ui.simulator.dialog import SimulatorDialog
from boardkeeper.ui.simulator.leaving import LeavingDialog
from tests.support.drivers.screen import Screen
from tests.support.drivers.window import WindowDriver


class SimulatorDriver:
    """What the dialog says, and what one does with it."""

    def __init__(self, window: WindowDriver) -> None:
        self.window = window

    @property
    def screen(self) -> Screen:
        return self.window.over(SimulatorDialog)

    @property
    def leaving(self) -> Screen:
        return self.window.over(LeavingDialog)

    @property
    def is_open(self) -> bool:
        found = self.window.window.findChildren(SimulatorDialog)
        return any(each.isVisible() for each in found)

    def says(self, words: str) -> bool:
        return any(words in each.text() for each in self.screen.visible(QLabel))

    def comes_to(self, words: str, do: Callable[[], object]) -> None:
        """Do something, and wait until the answer is so."""
        do()
        self.window.qtbot.waitUntil(lambda: self.says(words))

    @property
    def breaking(self) -> list[str]:
        """The weeks that break, row by row."""
        return self.screen.rows("Weeks that break")
