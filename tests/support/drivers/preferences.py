"""The settings, as a person uses them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from boardkeeper.paths import Folders
from boardkeeper.services.catalogue import Services
from boardkeeper.settings import SettingsFile
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.preferences.page import PreferencesPage
from tests.support.drivers import hands


class PreferencesDriver:
    """Reads and works the settings page; what it wished lies in `wishes`."""

    def __init__(self, services: Services, folder: Path, qtbot: QtBot) -> None:
        folders = Folders.below(folder)
        self.settings = SettingsFile(folders.settings_file)
        self.changes = ChangeNotifier(services.journal)
        self.page = PreferencesPage(services, self.changes, self.settings, folders)
        self.wishes: list[tuple[str, object]] = []
        for name, wish in (
            ("language", self.page.language_wanted),
            ("theme", self.page.theme_wanted),
            ("text size", self.page.text_size_wanted),
        ):
            wish.connect(lambda value, name=name: self.wishes.append((name, value)))
        for name, wish in (
            ("folder", self.page.folder_wanted),
            ("export", self.page.export_wanted),
            ("import", self.page.import_wanted),
        ):
            wish.connect(lambda name=name: self.wishes.append((name, None)))
        qtbot.addWidget(self.page)
        self.page.resize(900, 1300)
        self.page.show()
        hands.settle()

    @property
    def words(self) -> list[str]:
        return hands.words_on(self.page)

    def choose(self, label: str, words: str) -> None:
        hands.choose(self.page, label, words)

    def press(self, name: str) -> None:
        hands.press(self.page, name)

    def type_into(self, label: str, text: str, *, enter: bool = False) -> None:
        hands.type_into(self.page, label, text, enter=enter)

    def below(self, label: str) -> str:
        return hands.named(self.page, QLineEdit, label).accessibleDescription()

    def typed(self, label: str) -> str:
        return hands.named(self.page, QLineEdit, label).text()
