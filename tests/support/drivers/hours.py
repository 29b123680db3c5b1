"""The hours page, as a person uses it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.chart_picture import ChartPicture
from boardkeeper.ui.hours.page import HoursPage
from boardkeeper.ui.hours.standing_row import StandingRow
from boardkeeper.ui.kit import CardRow, MenuButton, RecordTable, scaled
from boardkeeper.ui.week_picture import WeekPicture
from tests.support.drivers import hands

_AXIS, _TEXT = 3.2, 13
"""The numbers at the left of the weeks, in sizes of text, and that size in pixels."""


class HoursDriver:
    """Reads and works the hours page; it is opened at one of its views."""

    def __init__(self, services: Services, qtbot: QtBot, view: str = "Entries") -> None:
        self.services = services
        self.changes = ChangeNotifier(services.journal)
        self.page = HoursPage(services, self.changes)
        self._qtbot = qtbot
        qtbot.addWidget(self.page)
        self.page.resize(1000, 800)
        self.page.show()
        hands.settle()
        if services.organisations.all():
            self.press(view)

    @property
    def words(self) -> list[str]:
        return hands.words_on(self.page)

    @property
    def lines(self) -> list[str]:
        """The table's lines, cell by cell."""
        if not hands.shown(self.page, RecordTable):
            return []
        return self.lines_of("Time entries")

    def lines_of(self, name: str) -> list[str]:
        """The lines of the table of that name."""
        model = hands.named(self.page, RecordTable, name).model()
        return [
            " | ".join(model.index(row, column).data() for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    @property
    def picture(self) -> tuple[str, str]:
        """What the chart is called, and what a screen reader says of it."""
        (chart,) = hands.shown(self.page, ChartPicture)
        return chart.accessibleName(), chart.accessibleDescription()

    @property
    def _table(self) -> RecordTable:
        return hands.named(self.page, RecordTable, "Time entries")

    def type_into(self, label: str, text: str, *, enter: bool = False) -> None:
        hands.type_into(self.page, label, text, enter=enter)

    def choose(self, label: str, words: str) -> None:
        hands.choose(self.page, label, words)
        hands.settle()

    def search(self, words: str, lines: int) -> None:
        """Type in the search field and wait for that many lines."""
        hands.type_into(self.page, "Search the hours", words)
        self._qtbot.waitUntil(lambda: len(self.lines) == lines)

    def press(self, name: str) -> None:
        hands.press(self.page, name)
        hands.settle()

    def pick(self, menu: str, action: str) -> None:
        """Do what a line of a button's menu offers."""
        button = hands.named(self.page, MenuButton, menu)
        (offered,) = [each for each in button.offered if each.text == action]
        offered.do()

    def key_on(self, line: int, key: Qt.Key) -> None:
        """Press a key on a line of the table."""
        self._table.choose_row(line)
        QTest.keyClick(self._table, key)
        hands.settle()

    def answer(self, accept: str, **fields: str) -> None:
        """Fill the open dialog's text fields by label and accept it."""
        asked = hands.dialog(self.page)
        for label, text in fields.items():
            hands.type_into(asked, label.replace("_", " "), text)
        hands.press(asked, accept)

    # The forecast

    @property
    def weeks(self) -> WeekPicture:
        """The load by week."""
        (picture,) = hands.shown(self.page, WeekPicture)
        return picture

    def open_week(self, day: str) -> None:
        """Be sent here to look at the week of a day."""
        self.page.open_record(day)
        hands.settle()

    @property
    def week(self) -> str:
        """What is said of the week one has chosen."""
        return self.weeks.accessibleDescription()

    def key_on_weeks(self, *keys: Qt.Key) -> None:
        """Press keys on the picture of the weeks."""
        for key in keys:
            QTest.keyClick(self.weeks, key)
        hands.settle()

    def point_at_week(self, at: int, of: int = 26, *, click: bool = False) -> str:
        """Point at a week of so many, or click on it; tells what is said of it there."""
        picture = self.weeks
        left = _AXIS * scaled(_TEXT)
        each = (picture.width() - left) / of
        place = QPoint(round(left + (at + 0.5) * each), picture.height() // 3)
        if click:
            QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place)
        else:
            QTest.mouseMove(picture, place)
        hands.settle()
        return picture.toolTip()

    @property
    def rows(self) -> list[str]:
        """Every row in the cards, as it is spoken."""
        return [each.accessibleName() for each in hands.shown(self.page, CardRow)]

    @property
    def standings(self) -> list[str]:
        """Where each membership stands, as it is spoken."""
        hands.settle()
        return [each.accessibleName() for each in hands.shown(self.page, StandingRow)]
