"""Uses the page of people as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import CardRow, SearchField
from boardkeeper.ui.people.page import PeoplePage
from tests.support.drivers.screen import Screen

LIST = "People"


class PeopleDriver:
    """The page on screen, and what one does with it."""

    def __init__(self, services: Services, qtbot: QtBot) -> None:
        self.services = services
        self._changes = ChangeNotifier(services.journal)
        self.page = PeoplePage(services, self._changes)
        self.screen = Screen(qtbot, self.page)
        self.page.resize(1200, 1200)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.activateWindow()

    def people(self) -> list[str]:
        return self.screen.rows(LIST)

    def names(self) -> list[str]:
        return [each.split(",")[0] for each in self.people()]

    def choose(self, name: str) -> None:
        self.screen.click_row(LIST, name)

    def delete_with_key(self, name: str) -> None:
        self.choose(name)
        self.screen.key_in(LIST, Qt.Key.Key_Delete)

    def search(self, text: str) -> None:
        """Type into the search field and wait until it has looked."""
        self.page.find_here()
        with self.screen.qtbot.waitSignal(self.screen.find(SearchField, "Search people").searched):
            self.screen.type_into("Search people", text)

    def seats(self) -> list[str]:
        """The rows under “Sits in”, as they are spoken."""
        return [each.accessibleName() for each in self.screen.visible(CardRow)]

    def enter(self, label: str) -> None:
        """Press Enter in the field."""
        self.screen.qtbot.keyClick(self.screen.find(QLineEdit, label), Qt.Key.Key_Return)

    def undo(self) -> None:
        self.services.journal.undo()
