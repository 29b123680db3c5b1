"""Uses the ambassadors and the referrals of the page of people as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.behind import BehindDialog
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import CardRow, RecordList
from boardkeeper.ui.people.page import PeoplePage
from tests.support.drivers.screen import Screen
from tests.support.papers import title_of

MATRIX, REFERRALS = "Ambassadors", "Referrals"


class NetworkDriver:
    """The page on screen, and what one does with it; what it wished lies in `wishes`."""

    def __init__(self, services: Services, qtbot: QtBot) -> None:
        self.services = services
        self._changes = ChangeNotifier(services.journal)
        self.page = PeoplePage(services, self._changes)
        self.screen = Screen(qtbot, self.page)
        self.wishes: list[tuple[str, str]] = []
        self.page.person_wanted.connect(lambda each: self.wishes.append(("person", each)))
        self.page.meeting_wanted.connect(lambda each: self.wishes.append(("meeting", each)))
        self.page.print_wanted.connect(lambda each: self.wishes.append(("print", title_of(each))))
        self.page.resize(1200, 1600)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.activateWindow()

    def turn_to(self, view: str) -> None:
        self.screen.press(view)

    def members(self) -> list[str]:
        """The first column of the matrix, from above."""
        return [each[0] for each in self.matrix()]

    def matrix(self) -> list[list[str]]:
        """Every cell as it is spoken, line by line; nothing where there is no table."""
        tables = [
            each
            for each in self.screen.visible(QAbstractItemView)
            if each.accessibleName() == MATRIX
        ]
        if not tables:
            return []
        model = tables[0].model()
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def line_of(self, name: str) -> list[str]:
        return next(each for each in self.matrix() if each[0].startswith(name))

    def click_cell(self, name: str, column: int) -> None:
        view = self.screen.find(QAbstractItemView, MATRIX)
        row = next(at for at, each in enumerate(self.members()) if each.startswith(name))
        place = view.visualRect(view.model().index(row, column)).center()
        self.screen.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def key(self, list_name: str, key: Qt.Key) -> None:
        view = self.screen.find(QAbstractItemView, list_name)
        view.setFocus()
        self.screen.qtbot.keyClick(view, key)

    def rows_behind(self, gauge: str) -> tuple[list[str], str]:
        """Press a gauge; what lies behind it, and the number above. The dialog is closed again."""
        self.screen.press(gauge)
        (dialog,) = [each for each in self.page.findChildren(BehindDialog) if each.isVisible()]
        (listed,) = dialog.findChildren(RecordList)
        model = listed.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        rows = [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]
        words = "\n".join(Screen(self.screen.qtbot, dialog).words().splitlines())
        dialog.reject()
        QApplication.processEvents()
        return rows, words

    def referrals(self) -> list[str]:
        return self.screen.rows(REFERRALS)

    def choose_referral(self, customer: str) -> None:
        self.screen.click_row(REFERRALS, customer)

    def menu_actions(self) -> dict[str, QAction]:
        """What the menu that is open offers."""
        menus = [each for each in self.page.findChildren(QMenu) if each.isVisible()]
        return {each.text(): each for each in menus[-1].actions()} if menus else {}

    def pick_in_menu(self, words: str) -> None:
        self.menu_actions()[words].trigger()
        for each in self.page.findChildren(QMenu):
            each.close()

    def card_rows(self) -> list[str]:
        """The rows in cards, as they are spoken."""
        return [each.accessibleName() for each in self.screen.visible(CardRow)]

    def undo(self) -> None:
        self.services.journal.undo()
