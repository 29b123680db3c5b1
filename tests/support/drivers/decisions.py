"""Uses the page of decisions as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.decisions.page import DecisionsPage
from boardkeeper.ui.kit import CardRow, Chip, RecordList, SearchField
from tests.support.drivers.screen import Screen
from tests.support.papers import title_of

LIST = "Decisions"
SEARCH = "Search the decisions"


class DecisionsDriver:
    """The page on screen, and what one does with it; its wishes lie in `wishes`."""

    def __init__(self, services: Services, qtbot: QtBot) -> None:
        self.services = services
        self._changes = ChangeNotifier(services.journal)
        self.page = DecisionsPage(services, self._changes)
        self.wishes: list[tuple[str, str]] = []
        self.page.meeting_wanted.connect(lambda each: self.wishes.append(("meeting", each)))
        self.page.decision_wanted.connect(lambda each: self.wishes.append(("decision", each)))
        self.page.print_wanted.connect(lambda each: self.wishes.append(("print", title_of(each))))
        self.page.said.connect(lambda each: self.wishes.append(("said", each)))
        self.screen = Screen(qtbot, self.page)
        self.page.resize(1300, 1200)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.activateWindow()

    @property
    def rows(self) -> list[str]:
        """The register as it is spoken."""
        return self.screen.rows(LIST)

    @property
    def numbers(self) -> list[str]:
        """The numbers of the decisions listed."""
        return [each.split(", ")[1].split(" · ")[0] for each in self.rows]

    @property
    def register(self) -> RecordList:
        return self.screen.find(RecordList, LIST)

    @property
    def words(self) -> str:
        return self.screen.words()

    @property
    def chips(self) -> list[str]:
        return [each.text for each in self.screen.visible(Chip)]

    @property
    def links(self) -> list[str]:
        """The rows one can press, as they are spoken."""
        return [each.accessibleName() for each in self.screen.visible(CardRow)]

    def press(self, name: str) -> None:
        self.screen.press(name)

    def show(self, number: str) -> None:
        """Click a decision in the list."""
        self.register.setFocus()
        self.register.choose_row(self.numbers.index(number))

    def key(self, number: str, key: Qt.Key) -> None:
        self.show(number)
        self.screen.key_in(LIST, key)

    def search(self, text: str) -> None:
        """Ctrl+F and a word."""
        self.page.find_here()
        with self.screen.qtbot.waitSignal(self.screen.find(SearchField, SEARCH).searched):
            self.screen.qtbot.keyClicks(QApplication.focusWidget(), text)

    def write(self, label: str, text: str) -> None:
        self.screen.write(label, text)

    def reply(self, name: str, letter: str) -> None:
        """Go to somebody's reply, and press a letter."""
        box = self.screen.find(QComboBox, name)
        box.setFocus()
        self.screen.qtbot.keyClicks(box, letter)

    def undo(self) -> None:
        self.services.journal.undo()
