"""Today, as a person uses it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import CardRow, MenuButton
from boardkeeper.ui.today.page import TodayPage
from tests.support.drivers import hands
from tests.support.papers import title_of


class TodayDriver:
    """Reads and works the front page; what it wished lies in `wishes`."""

    def __init__(self, services: Services, qtbot: QtBot) -> None:
        self.services = services
        self.changes = ChangeNotifier(services.journal)
        self.page = TodayPage(services, self.changes)
        self.wishes: list[tuple[str, str]] = []
        self.page.meeting_wanted.connect(lambda each: self.wishes.append(("meeting", each)))
        self.page.print_wanted.connect(lambda each: self.wishes.append(("print", title_of(each))))
        self.page.organisation_wanted.connect(lambda each: self.wishes.append(("board", each)))
        self.page.new_meeting_wanted.connect(lambda: self.wishes.append(("new meeting", "")))
        self.page.sample_wanted.connect(lambda: self.wishes.append(("sample", "")))
        self.said: list[str] = []
        self.page.said.connect(self.said.append)
        qtbot.addWidget(self.page)
        self.page.resize(900, 1400)
        self.page.show()
        hands.settle()

    @property
    def words(self) -> list[str]:
        return hands.words_on(self.page)

    @property
    def rows(self) -> list[str]:
        """The rows of deadlines and meetings, as they are spoken."""
        hands.settle()
        return [each.accessibleName() for each in hands.shown(self.page, CardRow)]

    @property
    def names(self) -> list[str]:
        """What can be pressed, as it is spoken."""
        return [each.accessibleName() for each in hands.shown(self.page, QAbstractButton)]

    def right_edge(self, name: str) -> int:
        """Where a button ends, in pixels of the page."""
        button = hands.named(self.page, QAbstractButton, name)
        return button.mapTo(self.page, button.rect().topRight()).x()

    def press(self, name: str) -> None:
        hands.press(self.page, name)

    def tap(self, question: str, answer: str) -> None:
        """Answer a question with one click."""
        hands.tap(self.page, question, answer)

    def key_on(self, name: str, key: Qt.Key) -> None:
        """Press a key where the keyboard stands on a button or row."""
        button = hands.named(self.page, QAbstractButton, name)
        button.setFocus()
        QTest.keyClick(button, key)
        hands.settle()

    @property
    def focused(self) -> str:
        """The name of what has the keyboard."""
        return self.page.focusWidget().accessibleName()

    def put_off(self, what: str, how: str) -> None:
        """Choose from the menu of what is due."""
        menu = hands.named(self.page, MenuButton, f"Put off: {what}").menu()
        menu.aboutToShow.emit()
        next(each for each in menu.actions() if each.text() == how).trigger()
        hands.settle()

    def put_off_until(self, what: str, day: str) -> None:
        """Write the day in the dialog."""
        self.put_off(what, "Until a day…")
        dialog = hands.dialog(self.page)
        hands.type_into(dialog, "Remind me again on", day)
        hands.press(dialog, "Put off")

    def type_into(self, label: str, text: str, *, enter: bool = False) -> None:
        hands.type_into(self.page, label, text, enter=enter)

    def choose(self, label: str, words: str) -> None:
        hands.choose(self.page, label, words)

    def below(self, label: str) -> str:
        """What stands below a field: its hint, its echo or what is wrong."""
        return hands.named(self.page, QLineEdit, label).accessibleDescription()

    def typed(self, label: str) -> str:
        return hands.named(self.page, QLineEdit, label).text()
