"""From the command line to a window on the screen, and to another when language or data change."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from boardkeeper import __version__
from boardkeeper.clock import Clock
from boardkeeper.db.store import Store
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, set_language
from boardkeeper.paths import Folders
from boardkeeper.resources import resource
from boardkeeper.services.catalogue import Services
from boardkeeper.settings import SettingsFile, ThemeMode
from boardkeeper.ui.kit import Mode, Theme
from boardkeeper.ui.main_window import MainWindow
from boardkeeper.ui.problems import hook
from boardkeeper.ui.timer.menu import fill_timer_menu
from boardkeeper.ui.tray import Tray, new_notice

Opener = Callable[[Folders, Clock], tuple[Services, Store]]


def show_window(folders: Folders, settings: SettingsFile, clock: Clock, opened: Opener) -> int:
    """Open the database and the window, and stay until it is closed; returns the exit code."""
    session = new_session(folders, settings, clock, opened)
    sys.excepthook = hook(session.tell, lambda: session.window)
    try:
        session.open_own()
    except UserError as error:
        _say_and_wait(str(error))
        return 1
    code = _application().exec()
    session.close()
    return int(code)


def new_session(folders: Folders, settings: SettingsFile, clock: Clock, opened: Opener) -> Session:
    """A dressed application with nothing open yet."""
    theme = Theme(
        _application(),
        mode=Mode(settings.current.theme.value),
        text_size=settings.current.text_size / 100,
        by_window=True,
    )
    return Session(folders, settings, clock, opened, theme)


class Session(QObject):
    """The open database and its window. Both are replaced when data or language change."""

    def __init__(
        self,
        folders: Folders,
        settings: SettingsFile,
        clock: Clock,
        opened: Opener,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._own = folders
        self._settings = settings
        self._clock = clock
        self._opened = opened
        self._theme = theme
        self._is_sample = False
        self._store: Store | None = None
        self._services: Services | None = None
        self.window: MainWindow | None = None
        self.tray = Tray(QApplication.windowIcon(), self)
        self.tray.pressed.connect(self._on_notice_pressed)

    @Slot()
    def open_own(self) -> None:
        """The person's own data. Raises UserError when they cannot be opened."""
        self._open(self._own, is_sample=False)
        if self._services is not None:
            self._services.trash.clear_old()
            self._services.series.extend()
            self._services.journal.forget()  # a person begins with nothing to undo
        self._show_window()
        self.remind()

    @Slot()
    def open_sample(self) -> None:
        """The sample, in a folder of its own beside the person's data."""
        folder = self._own.data / "sample"
        self._open(replace(Folders.below(folder), settings=self._own.settings), is_sample=True)
        if self._services is not None and not self._services.interchange.records():
            self._services.sample.fill()
        self._show_window()

    @Slot(str)
    def speak(self, language: str) -> None:
        """The whole window in the other language, at the same place."""
        self._settings.change(language=Language(language))
        if self.window is not None:
            self.window.settle()
        set_language(Language(language))
        self._show_window("settings")

    @Slot(str)
    def wear(self, mode: str) -> None:
        """Light, dark, or as the system is."""
        self._settings.change(theme=ThemeMode(mode))
        self._theme.set_mode(Mode(mode))

    @Slot(int)
    def size_text(self, percent: int) -> None:
        """Text of so many per cent of the usual size, 100 to 200."""
        self._settings.change(text_size=percent)
        self._theme.set_text_size(percent / 100)

    @Slot()
    def remind(self) -> None:
        """Say on the desktop what is newly due; of the sample nobody needs to be reminded."""
        if self._services is None or self._is_sample:
            return
        notice = new_notice(self._services, self._settings)
        if notice is not None:
            self.tray.show_notice(notice)

    def tell(self, problem: str) -> None:
        """Say what went wrong in the window, or beside it while there is none."""
        if self.window is None:
            _say_and_wait(problem)
        else:
            self.window.tell(problem)

    def close(self) -> None:
        """Close the database; nothing is left to store, and no copy of a paper lies about."""
        self.tray.hide()
        if self._store is not None and self._services is not None:
            self._services.papers.tidy()
            self._store.close()
            self._store = None

    def _open(self, folders: Folders, *, is_sample: bool) -> None:
        services, store = self._opened(folders, self._clock)
        if self.window is not None:
            self.window.settle()
        self.close()
        self._services, self._store = services, store
        self._folders, self._is_sample = folders, is_sample

    def _show_window(self, section: str = "today") -> None:
        if self._services is None:
            return
        old = self.window
        window = MainWindow(
            self._services, self._settings, self._folders, is_sample=self._is_sample
        )
        window.language_wanted.connect(self.speak)
        window.theme_wanted.connect(self.wear)
        window.text_size_wanted.connect(self.size_text)
        window.sample_wanted.connect(self.open_sample)
        window.own_data_wanted.connect(self.open_own)
        window.day_changed.connect(self.remind)
        if section != "today":
            window.go_to(section)
        self._theme.dress(window)
        window.show()
        self.window = window
        self.tray.offer(self._fill_tray)
        if old is not None:
            old.leave()
            old.deleteLater()

    def _fill_tray(self, menu: QMenu) -> None:
        if self._services is not None and self.window is not None:
            fill_timer_menu(menu, self._services, self.window.timer, self._on_notice_pressed)

    @Slot()
    def _on_notice_pressed(self) -> None:
        if self.window is not None:
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()
            self.window.go_to("today")


def _application() -> QApplication:
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("BoardKeeper")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("boardkeeper")
    application.setWindowIcon(QIcon(str(resource("icon", "boardkeeper.svg"))))
    return application


def _say_and_wait(problem: str) -> None:
    box = QMessageBox(QMessageBox.Icon.Warning, "BoardKeeper", "")
    box.setTextFormat(box.textFormat().PlainText)
    box.setText(problem)
    box.exec()
