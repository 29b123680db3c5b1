"""The trash, as a person uses it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import RecordList
from boardkeeper.ui.trash.page import TrashPage
from tests.support.drivers import hands


class TrashDriver:
    """Reads and works the trash page."""

    def __init__(self, services: Services, qtbot: QtBot) -> None:
        self.changes = ChangeNotifier(services.journal)
        self.page = TrashPage(services, self.changes)
        qtbot.addWidget(self.page)
        self.page.resize(900, 700)
        self.page.show()
        hands.settle()

    @property
    def words(self) -> list[str]:
        return hands.words_on(self.page)

    @property
    def rows(self) -> list[str]:
        """The rows as they are spoken."""
        if not hands.shown(self.page, RecordList):
            return []
        model = self._list.model()
        spoken = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(row, 0).data(spoken) for row in range(model.rowCount())]

    @property
    def _list(self) -> RecordList:
        return hands.named(self.page, RecordList, "Trash")

    def press(self, name: str) -> None:
        hands.press(self.page, name)

    def press_enter_on(self, row: int) -> None:
        self._list.choose_row(row)
        QTest.keyClick(self._list, Qt.Key.Key_Return)
        hands.settle()

    def answer(self, button: str) -> None:
        """Press a button of the dialog that is open."""
        hands.press(hands.dialog(self.page), button)
