"""The money on the hours page, as a person uses it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.hours.cap_bars import CapBars
from boardkeeper.ui.hours.page import HoursPage
from boardkeeper.ui.kit import Dialog, MenuButton, RecordTable
from boardkeeper.ui.papers import Paper, Wanted
from tests.support.drivers import hands


class MoneyDriver:
    """Reads and works the money; the segment is chosen already."""

    def __init__(self, services: Services, qtbot: QtBot) -> None:
        self.services = services
        self.changes = ChangeNotifier(services.journal)
        self.page = HoursPage(services, self.changes)
        self.printed: list[Paper] = []
        self.page.print_wanted.connect(self.printed.append)
        qtbot.addWidget(self.page)
        self.page.resize(1100, 1400)
        self.page.show()
        hands.settle()
        self.press("Money")

    @property
    def words(self) -> list[str]:
        hands.settle()
        return hands.words_on(self.page)

    def lines_of(self, name: str) -> list[str]:
        """The lines of the table of that name, none where it is not shown."""
        tables = hands.shown(self.page, RecordTable)
        if name not in {each.accessibleName() for each in tables}:
            return []
        model = hands.named(self.page, RecordTable, name).model()
        return [
            " | ".join(model.index(row, column).data() for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    @property
    def bars(self) -> str:
        """What a screen reader says of the allowances."""
        found = hands.shown(self.page, CapBars)
        return found[0].accessibleName() if found else ""

    @property
    def errors(self) -> list[str]:
        """What the open dialog says is amiss."""
        form = hands.dialog(self.page).form
        return [each.error for each in form.fields.values() if each.error]

    def press(self, name: str) -> None:
        hands.press(self.page, name)
        hands.settle()

    def is_offered(self, name: str) -> bool:
        shown = hands.shown(self.page, QAbstractButton)
        return any(each.accessibleName() == name for each in shown)

    def pick(self, menu: str, action: str) -> None:
        """Do what a line of a button's menu offers."""
        button = hands.named(self.page, MenuButton, menu)
        (offered,) = [each for each in button.offered if each.text == action]
        offered.do()
        hands.settle()

    def offered_by(self, menu: str) -> list[str]:
        return [each.text for each in hands.named(self.page, MenuButton, menu).offered]

    def key_on(self, table: str, line: int, key: Qt.Key) -> None:
        """Press a key on a line of a table."""
        found = hands.named(self.page, RecordTable, table)
        found.choose_row(line)
        QTest.keyClick(found, key)
        hands.settle()

    def action_on(self, table: str, line: int, action: str) -> None:
        """Do what the menu of a line offers."""
        found = hands.named(self.page, RecordTable, table)
        found.choose_row(line)
        actions = found.context_actions
        assert actions is not None
        (offered,) = [each for each in actions(found.chosen_record()) if each.text == action]
        assert offered.is_enabled
        offered.do()
        hands.settle()

    def choose(self, label: str, words: str) -> None:
        """Choose in a list of the open dialog, or else of the page."""
        hands.choose(self._place, label, words)
        hands.settle()

    def type_into(self, label: str, text: str) -> None:
        """Type in the open dialog."""
        hands.type_into(hands.dialog(self.page), label, text)

    def text_in(self, label: str) -> object:
        """What a field of the open dialog holds."""
        return hands.field(hands.dialog(self.page), label).value()

    def accept(self, button: str) -> None:
        hands.press(hands.dialog(self.page), button)
        hands.settle()

    def paper(self) -> bytes:
        """The bytes of the last paper that was wished for."""
        return self.printed[-1].prepare(Wanted()).draw()

    @property
    def is_asking(self) -> bool:
        return bool(hands.shown(self.page, Dialog))

    @property
    def _place(self) -> HoursPage | Dialog[object]:
        dialogs = hands.shown(self.page, Dialog)
        return dialogs[-1] if dialogs else self.page
