"""The calendar, as a person uses it: by keys, by pressing what is seen, by what is spoken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.calendar.days_view import DaysView
from boardkeeper.ui.calendar.page import CalendarPage
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import Action, CardRow, Heading, MenuButton, RecordList, Title
from tests.support.drivers import hands
from tests.support.papers import title_of


class CalendarDriver:
    """Works the page; what it wished for lies in `wishes`."""

    def __init__(self, services: Services, qtbot: QtBot, width: int = 1060) -> None:
        self.services = services
        self.changes = ChangeNotifier(services.journal)
        self.page = CalendarPage(services, self.changes)
        self.wishes: list[tuple[str, object]] = []
        self._actions: Sequence[Action] = ()
        self.page.meeting_wanted.connect(lambda each: self.wishes.append(("meeting", each)))
        self.page.organisation_wanted.connect(lambda each: self.wishes.append(("board", each)))
        self.page.new_meeting_on.connect(lambda day: self.wishes.append(("new", day)))
        self.page.print_wanted.connect(lambda each: self.wishes.append(("print", title_of(each))))
        qtbot.addWidget(self.page)
        self.page.resize(width, 760)
        self.page.show()
        self.page.activateWindow()
        self.page.take_focus()
        hands.settle()

    @property
    def title(self) -> str:
        return hands.shown(self.page, Title)[0].text()

    @property
    def is_title_cut(self) -> bool:
        """Whether the words at the head have less room than they need."""
        titles = [*hands.shown(self.page, Title), *hands.shown(self.page, Heading)]
        return any(each.width() < each.sizeHint().width() for each in titles)

    def columns_of_the_week(self) -> list[list[tuple[int, int]]]:
        """From where to where the days are, in pixels: of the heads, and of the hours."""
        views = sorted(self._views(), key=lambda each: each.focusPolicy() != _NO_FOCUS)
        return [
            [
                (view.mapTo(self.page, place.rect.topLeft()).x(), place.rect.width())
                for place in view.places.days
            ]
            for view in views
        ]

    @property
    def meetings_in_sight(self) -> list[str]:
        """Those of the week's meetings that are seen whole where the hours are scrolled to."""
        seen = self.view.visibleRegion().boundingRect()
        blocks = self.view.places.marks
        return [each.mark.title for each in blocks if seen.contains(each.rect)]

    @property
    def words(self) -> list[str]:
        return hands.words_on(self.page)

    @property
    def view(self) -> DaysView:
        """The view that has the keyboard."""
        return next(each for each in self._views() if each.focusPolicy() != _NO_FOCUS)

    @property
    def spoken(self) -> str:
        """The chosen day, as it is spoken."""
        return self.view.accessibleDescription()

    @property
    def buttons(self) -> list[str]:
        return [each.accessibleName() for each in hands.shown(self.page, QAbstractButton)]

    def key(self, key: Qt.Key, times: int = 1) -> None:
        for _time in range(times):
            QTest.keyClick(self.view, key)
            hands.settle()

    def press(self, name: str) -> None:
        hands.press(self.page, name)

    def meetings_shown(self) -> list[str]:
        """Everything that has found room in the views, as it is spoken."""
        return [place.mark.spoken for view in self._views() for place in view.places.marks]

    def click_on(self, words: str) -> None:
        """Press the first mark whose words begin so."""
        view, place = self._place_of(words)
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
        hands.settle()

    def tooltip_of(self, words: str) -> str:
        view, place = self._place_of(words)
        return view.tooltip_at(place)

    def tooltip_of_day(self, day: date) -> str:
        return self.view.tooltip_at(self._foot_of(day))

    def offered_by(self, name: str) -> list[str]:
        """What the menu of a button offers."""
        self._actions = hands.named(self.page, MenuButton, name).offered
        return [each.text for each in self._actions]

    def choose_offered(self, text: str) -> None:
        next(each for each in self._actions if each.text == text).do()

    def click_day(self, day: date) -> None:
        QTest.mouseClick(self.view, Qt.MouseButton.LeftButton, pos=self._foot_of(day))
        hands.settle()

    def double_click_day(self, day: date) -> None:
        QTest.mouseDClick(self.view, Qt.MouseButton.LeftButton, pos=self._foot_of(day))
        hands.settle()

    def press_more(self, day: date) -> None:
        """Press the line that counts what has found no room."""
        place = next(each for each in self.view.places.days if each.day == day)
        assert place.hidden, f"everything has found room on {day}"
        QTest.mouseClick(self.view, Qt.MouseButton.LeftButton, pos=place.more.center())
        hands.settle()

    def menu(self) -> list[str]:
        """What the open menu offers."""
        return [action.text() for action in self._menu().actions()]

    def choose_in_menu(self, text: str) -> None:
        menu = self._menu()
        next(each for each in menu.actions() if each.text() == text).trigger()
        menu.close()
        hands.settle()

    def clashes(self) -> list[str]:
        """The meetings behind the findings, as they are spoken."""
        return [each.accessibleName() for each in hands.shown(self.page, CardRow)]

    def evenings(self) -> list[str]:
        """The evenings in the finder, as they are spoken."""
        model = self._evenings().model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def type_in_finder(self, label: str, text: str) -> None:
        hands.type_into(hands.dialog(self.page), label, text, enter=False)
        hands.named(hands.dialog(self.page), QWidget, label).clearFocus()
        hands.settle()

    def press_in_finder(self, name: str) -> None:
        hands.press(hands.dialog(self.page), name)

    def finder_words(self) -> list[str]:
        return hands.words_on(hands.dialog(self.page))

    def _evenings(self) -> RecordList:
        return hands.named(hands.dialog(self.page), RecordList, "Evenings")

    def _views(self) -> list[DaysView]:
        return hands.shown(self.page, DaysView)

    def _place_of(self, words: str) -> tuple[DaysView, QPoint]:
        there = [(view, place) for view in self._views() for place in view.places.marks]
        for view, place in there:
            if place.mark.spoken.startswith(words):
                return view, place.rect.center()
        spoken = [place.mark.spoken for _view, place in there]
        raise AssertionError(f"no {words!r} among {spoken}")

    def _foot_of(self, day: date) -> QPoint:
        place = next(each for each in self.view.places.days if each.day == day)
        return place.rect.bottomLeft() + QPoint(8, -8)

    @staticmethod
    def _menu() -> QMenu:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        return menu


_NO_FOCUS = Qt.FocusPolicy.NoFocus
