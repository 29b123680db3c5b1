"""Uses the palette as a person does: a chord, a few letters, Enter."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

from boardkeeper.ui.palette.palette import Palette
from tests.support.drivers.screen import Screen
from tests.support.drivers.window import WindowDriver


@dataclass(frozen=True, slots=True)
class PaletteDriver:
    """The palette of a window."""

    window: WindowDriver

    @property
    def is_open(self) -> bool:
        QApplication.processEvents()
        return any(each.isVisible() for each in self.window.window.findChildren(Palette))

    def open(self) -> None:
        """Press Ctrl+K."""
        self.window.look()
        self.window.keys("Ctrl+K")
        self.window.qtbot.waitUntil(lambda: self.is_open)

    def write(self, text: str) -> None:
        """Type, and wait until what it leads to is shown."""
        self.window.qtbot.keyClicks(self._field, text)
        self.window.qtbot.wait(60)
        QApplication.processEvents()

    def press(self, key: Qt.Key) -> None:
        self.window.qtbot.keyClick(self._field, key)
        QApplication.processEvents()

    def rows(self) -> list[str]:
        """What is offered, row by row, as it is spoken."""
        lists = self._screen.visible(QAbstractItemView)
        return self._screen.rows(lists[0].accessibleName()) if lists else []

    def chosen(self) -> str:
        """The row Enter would open."""
        (view,) = self._screen.visible(QAbstractItemView)
        return str(view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))

    def click(self, words: str) -> None:
        """Click the first row that begins with the words."""
        (view,) = self._screen.visible(QAbstractItemView)
        self._screen.click_row(view.accessibleName(), words)
        QApplication.processEvents()

    def words(self) -> str:
        return self._screen.words()

    @property
    def _screen(self) -> Screen:
        return self.window.over(Palette)

    @property
    def _field(self) -> QLineEdit:
        (field,) = self._screen.visible(QLineEdit)
        return field
