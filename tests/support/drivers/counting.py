"""Hands that count: each click, chord and drag is one interaction, and typing is free."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QWidget,
)

from tests.support.drivers.dropping import drop
from tests.support.drivers.papers import let_go
from tests.support.drivers.screen import Screen
from tests.support.drivers.window import WindowDriver


class CountingHands:
    """What a person does with a window, noted down; `within` holds it to a bar.

    Nothing is set up through these hands: what stands before a flow is the window driver's.
    """

    def __init__(self, window: WindowDriver) -> None:
        self.window = window
        self._done: list[str] = []
        self._typed: list[str] = []

    @contextmanager
    def within(self, bar: int, *, fields: int | None = None) -> Iterator[None]:
        """A flow that is to take at most so many interactions, typing into so many fields."""
        self._done.clear()
        self._typed.clear()
        yield
        assert 0 < len(self._done) <= bar, f"{len(self._done)} of {bar}: {', '.join(self._done)}"
        if fields is not None:
            assert len(self._typed) <= fields, self._typed

    def click(self, name: str) -> None:
        """Click a button of what lies on top, once it can be pressed."""
        self._done.append(f"click “{name}”")
        self.window.qtbot.waitUntil(lambda: self._on_top.find(QAbstractButton, name).isEnabled())
        self._on_top.press(name)
        QApplication.processEvents()

    def choose(self, menu: str, action: str) -> None:
        """Click a button with a menu, and then a line of the menu: two interactions."""
        self._done += [f"click “{menu}”", f"click “{action}”"]
        self._on_top.pick(menu, action)
        QApplication.processEvents()

    def chord(self, keys: str) -> None:
        """Press keys as they are written in the menus."""
        self._done.append(keys)
        self.window.keys(keys)

    def drag_in(self, *files: Path) -> None:
        """Drag files from the system over the window and let go."""
        self._done.append("drag")
        assert drop(self.window.window, files)

    def drag_onto(self, view: QAbstractItemView, words: str, *files: Path) -> None:
        """Drag files from the system onto the row of a list that says the words."""
        self._done.append(f"drag onto “{words}”")
        model = view.model()
        cells = (
            model.index(row, column)
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        )
        at = next(each for each in cells if each.data() == words)
        assert let_go(view.viewport(), files, view.visualRect(at).center())

    def open_files(self, *files: Path) -> None:
        """Name files of one folder in the file dialog that is open, and click Open there."""
        dialog = self._top
        assert isinstance(dialog, QFileDialog), dialog
        dialog.setDirectory(str(files[0].parent))
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        buttons = dialog.findChild(QDialogButtonBox)
        assert line is not None
        assert buttons is not None
        line.setText(" ".join(f'"{each.name}"' for each in files))
        self._done.append("click Open")
        opening = buttons.button(QDialogButtonBox.StandardButton.Open)
        self.window.qtbot.mouseClick(opening, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type where the keyboard is."""
        self._typed.append(text)
        self.window.write(text)
        QApplication.processEvents()

    def save_as(self, path: Path) -> None:
        """Type a path into the file dialog that is open, and click Save there."""
        dialog = self._top
        assert isinstance(dialog, QFileDialog), dialog
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        buttons = dialog.findChild(QDialogButtonBox)
        assert line is not None
        assert buttons is not None
        line.setText(str(path))
        self._done.append("click Save")
        save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.window.qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    @property
    def dialogs(self) -> list[str]:
        """The titles of every dialog that is open."""
        found = self.window.window.findChildren(QDialog)
        return [each.windowTitle() for each in found if each.isVisible()]

    @property
    def _top(self) -> QWidget:
        return QApplication.activeModalWidget() or self.window.window

    @property
    def _on_top(self) -> Screen:
        return Screen(self.window.qtbot, self._top)
