"""Uses the page of boards as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.boards.page import BoardsPage
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import CardRow, SearchField
from tests.support.drivers.screen import Screen

LIST = "Boards"


class BoardsDriver:
    """The page on screen, and what one does with it."""

    def __init__(self, services: Services, qtbot: QtBot) -> None:
        self.services = services
        self._changes = ChangeNotifier(services.journal)
        self.page = BoardsPage(services, self._changes)
        self.screen = Screen(qtbot, self.page)
        self.page.resize(1200, 1600)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.activateWindow()

    def boards(self) -> list[str]:
        return self.screen.rows(LIST)

    def choose(self, name: str) -> None:
        self.screen.click_row(LIST, name)

    def search(self, text: str) -> None:
        """Type into the search field and wait until it has looked."""
        self.page.find_here()
        with self.screen.qtbot.waitSignal(self.screen.find(SearchField, "Search boards").searched):
            self.screen.type_into("Search boards", text)

    def delete_with_key(self, name: str) -> None:
        self.choose(name)
        self.screen.key_in(LIST, Qt.Key.Key_Delete)

    def add(self, name: str, kind: str = "", my_name: str = "", role: str = "") -> None:
        self.page.make_new()
        self.screen.write("Name", name)
        if kind:
            self.screen.choose("Kind", kind)
        if role:
            self.screen.choose("My role", role)
        if my_name:
            self.screen.write("My name", my_name)
        self.screen.press("Add board")

    def section_rows(self) -> list[str]:
        """Every row in the cards of the detail, as it is spoken."""
        return [each.accessibleName() for each in self.screen.visible(CardRow)]

    def undo(self) -> None:
        self.services.journal.undo()
