"""The yes-simulator, as one person handles it who was asked to join a board."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

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

    def cut(self, width: int, height: int) -> list[str]:
        """What finds no room in the dialog when it is so large at most."""
        dialog = self.screen.page
        dialog.resize(width, height)
        shown = self.screen.visible(QWidget)
        too_large = [] if dialog.width() <= width and dialog.height() <= height else ["the dialog"]
        sideways = [
            each.accessibleName()
            for each in self.screen.visible(QScrollArea)
            if each.horizontalScrollBar().maximum() > 0
        ]
        sticking_out = [
            f"{type(each).__name__} {each.accessibleName()}"
            for each in shown
            if each.width() > 0
            and not each.isWindow()
            and each.mapTo(dialog, each.rect().topRight()).x() > dialog.width()
        ]
        return too_large + sideways + sticking_out
