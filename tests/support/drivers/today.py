"""Today, as a person uses it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import CardRow
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
        return [each.accessibleName() for each in hands.shown(self.page, CardRow)]

    def press(self, name: str) -> None:
        hands.press(self.page, name)

    def type_into(self, label: str, text: str, *, enter: bool = False) -> None:
        hands.type_into(self.page, label, text, enter=enter)

    def choose(self, label: str, words: str) -> None:
        hands.choose(self.page, label, words)

    def below(self, label: str) -> str:
        """What stands below a field: its hint, its echo or what is wrong."""
        return hands.named(self.page, QLineEdit, label).accessibleDescription()

    def typed(self, label: str) -> str:
        return hands.named(self.page, QLineEdit, label).text()
