"""Uses the whole window as a person does: clicks, keys, and eyes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from boardkeeper.app import open_services
from boardkeeper.clock import Clock
from boardkeeper.domain.identity import Record
from boardkeeper.i18n import language
from boardkeeper.paths import Folders
from boardkeeper.services.catalogue import Services
from boardkeeper.settings import SettingsFile, ThemeMode
from boardkeeper.ui.kit import Mode, Sidebar, Theme, Toast
from boardkeeper.ui.main_window import MainWindow
from boardkeeper.ui.start import Session
from tests.support.builders import TODAY, house
from tests.support.drivers.screen import Screen


class WindowDriver:
    """A window over a data folder of its own, and what one does with it."""

    def __init__(self, qtbot: QtBot, folders: Folders, clock: Clock) -> None:
        self.qtbot = qtbot
        self.folders = folders
        self.settings = SettingsFile(folders.settings_file)
        self.settings.change(language=language(), theme=ThemeMode.LIGHT, text_size=100)
        self.theme = _theme()
        self.session = Session(folders, self.settings, clock, open_services, self.theme)
        self.session.open_own()
        self.look()

    @property
    def window(self) -> MainWindow:
        assert self.session.window is not None
        return self.session.window

    @property
    def services(self) -> Services:
        return self.window.services

    @property
    def screen(self) -> Screen:
        """The page on screen, and the dialog of a form over it."""
        return Screen(self.qtbot, self.window)

    @property
    def sidebar(self) -> Sidebar:
        found = self.window.findChild(Sidebar)
        assert found is not None
        return found

    @property
    def section(self) -> str:
        """The section marked in the sidebar."""
        return self.sidebar.current

    def visit(self, section: str) -> None:
        """Click a section in the sidebar."""
        self.qtbot.mouseClick(self.sidebar.place(section), Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    @property
    def toast(self) -> str:
        """What has just been said at the foot of the window."""
        shown = [each for each in self.window.findChildren(Toast) if each.isVisible()]
        return shown[-1].text if shown else ""

    def look(self) -> None:
        """Bring the window to the front."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        QApplication.processEvents()

    def keys(self, *sequences: str) -> None:
        """Press chords as written in the menus, where the keyboard is now."""
        for sequence in sequences:
            chord = QKeySequence(sequence)[0]  # type: ignore[index] # the stubs miss it
            target = QApplication.focusWidget() or self.window
            self.qtbot.keyClick(target, chord.key(), chord.keyboardModifiers())
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type where the keyboard is now."""
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def press(self, name: str) -> None:
        self.screen.press(name)
        QApplication.processEvents()

    def over(self, kind: type[QDialog]) -> Screen:
        """The open dialog of a kind that is no form: a preview, the shortcuts."""
        found = [each for each in self.window.findChildren(kind) if each.isVisible()]
        assert len(found) == 1, found
        return Screen(self.qtbot, found[0])

    def name_file(self, path: Path, dialogs: QWidget | None = None) -> None:
        """Type a path into the file dialog that is open, and accept it."""
        (dialog,) = [
            each for each in (dialogs or self.window).findChildren(QFileDialog) if each.isVisible()
        ]
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        line.setText(str(path))
        dialog.accept()
        QApplication.processEvents()

    def leave(self) -> None:
        """Close the window, the database, and everything that is on its way out."""
        self.window.close()
        self.session.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.theme.set_text_size(1.0)
        self.theme.set_mode(Mode.LIGHT)


@contextmanager
def open_window(
    qtbot: QtBot, folder: Path, *records: Record, today: date | None = TODAY
) -> Iterator[WindowDriver]:
    """A window on the records; `today` None is the machine's own day."""
    folders = Folders.below(folder)
    with house(*records, path=folders.database):
        pass
    driver = WindowDriver(qtbot, folders, Clock(today))
    try:
        yield driver
    finally:
        driver.leave()


@cache
def _theme() -> Theme:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return Theme(application, mode=Mode.LIGHT, by_window=True)
