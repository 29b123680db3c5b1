"""Uses the page of the yearly question as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from boardkeeper.domain.memberships import Membership
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.behind import BehindDialog
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import CardRow
from boardkeeper.ui.reviews.page import ReviewsPage
from tests.support.drivers.screen import Screen
from tests.support.papers import title_of


class ReviewsDriver:
    """The page on screen, and what one does with it; what it wished lies in `wishes`."""

    def __init__(self, services: Services, qtbot: QtBot) -> None:
        self.services = services
        self._changes = ChangeNotifier(services.journal)
        self.page = ReviewsPage(services, self._changes)
        self.screen = Screen(qtbot, self.page)
        self.wishes: list[tuple[str, str]] = []
        self.said: list[str] = []
        self.page.said.connect(self.said.append)
        self.page.print_wanted.connect(lambda each: self.wishes.append(("print", title_of(each))))
        self.page.meeting_wanted.connect(lambda each: self.wishes.append(("meeting", each)))
        self.page.person_wanted.connect(lambda each: self.wishes.append(("person", each)))
        self.page.review_wanted.connect(lambda each: self.wishes.append(("review", each)))
        self.page.resize(1200, 3000)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.activateWindow()

    def open(self, seat: Membership) -> None:
        self.page.open_record(seat.id)
        QApplication.processEvents()

    def rows(self) -> list[str]:
        """Every row of the cards, as it is spoken."""
        return [each.accessibleName() for each in self.screen.visible(CardRow)]

    def names(self) -> list[str]:
        """What can be pressed, as it is spoken."""
        return [each.accessibleName() for each in self.screen.visible(QAbstractButton)]

    def press(self, name: str) -> None:
        self.screen.press(name)
        QApplication.processEvents()

    def behind(self, name: str) -> Screen:
        """Open the rows behind a number."""
        self.press(name)
        (dialog,) = [each for each in self.page.findChildren(BehindDialog) if each.isVisible()]
        return Screen(self.screen.qtbot, dialog)

    def open_row(self, behind: Screen, name: str) -> None:
        """Go to the record of the first row behind a number."""
        behind.key_in(name, Qt.Key.Key_Return)
        QApplication.processEvents()
