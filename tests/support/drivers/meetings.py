"""The meetings as a person handles them: by the names of what is on screen, keys and pointer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.meetings.page import MeetingsPage
from tests.support.drivers import hands
from tests.support.papers import title_of

W = TypeVar("W", bound=QWidget)

ALT = Qt.KeyboardModifier.AltModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class MeetingsDriver:
    """One person before the section of meetings."""

    def __init__(self, qtbot: QtBot, services: Services) -> None:
        self.services = services
        self._qtbot = qtbot
        self._changes = ChangeNotifier(services.journal)
        self.page = MeetingsPage(services, self._changes)
        self.page.meeting_wanted.connect(self.page.open_record)  # as the window does
        self.printed: list[str] = []
        self.page.print_wanted.connect(lambda each: self.printed.append(title_of(each)))
        qtbot.addWidget(self.page)
        self.page.resize(1200, 800)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        settle()

    def open(self, title: str) -> None:
        """Press a meeting in the list."""
        listed = self._the(QAbstractItemView, "Meetings")
        index = listed.model().index(self.listed().index(title), 0)
        place = listed.visualRect(index).center()
        self._qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
        settle()

    def listed(self) -> list[str]:
        """The titles in the list, from above; nothing where it says that there is nothing."""
        found = self._visible(QAbstractItemView, "Meetings")
        if not found:
            return []
        model = found[0].model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def listed_fully(self) -> list[str]:
        """The rows as a screen reader says them."""
        model = self._the(QAbstractItemView, "Meetings").model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def rows(self, name: str) -> list[str]:
        """The rows of a list by its name, as a screen reader says them."""
        model = self._the(QAbstractItemView, name).model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def turn_to(self, tab: str) -> None:
        """Press a tab."""
        for bar in self._visible(QTabBar):
            for at in range(bar.count()):
                if bar.tabText(at) == tab:
                    place = bar.tabRect(at).center()
                    self._qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
                    settle()
                    return
        raise AssertionError(f"No tab is called {tab}.")

    def search(self, text: str) -> None:
        field = self._the(QLineEdit, "Search the meetings")
        with self._qtbot.waitSignal(field.searched):  # type: ignore[attr-defined] # SearchField
            self._qtbot.keyClicks(field, text)
        settle()

    def press(self, name: str) -> None:
        """Press a button by its name."""
        self._qtbot.mouseClick(self._the(QAbstractButton, name), Qt.MouseButton.LeftButton)
        settle()

    def is_offered(self, name: str) -> bool:
        """Whether there is such a button to press."""
        return any(button.isEnabled() for button in self._visible(QAbstractButton, name))

    def pick(self, button: str, action: str) -> None:
        """Choose from a button's menu."""
        menu = self._the(QPushButton, button).menu()
        menu.aboutToShow.emit()
        self._trigger(menu, action)

    def write(self, label: str, text: str) -> None:
        """Write in a field in place of what stands there, and leave it by the keyboard."""
        control = self._control(label)
        control.setFocus()
        if isinstance(control, QLineEdit | QPlainTextEdit):
            control.selectAll()
        self._qtbot.keyClicks(control, text)
        self._qtbot.keyClick(control, Qt.Key.Key_Tab)
        settle()

    def write_line(self, label: str, text: str) -> None:
        """Write in a field and press Enter."""
        hands.type_into(self.page, label, text, enter=True)
        settle()

    def tap(self, question: str, answer: str) -> None:
        """Answer a question with one click."""
        hands.tap(self.page, question, answer)

    def begin_to_write(self, label: str, text: str) -> None:
        """Write in a field in place of what stands there, and stay in it."""
        control = self._control(label)
        control.setFocus()
        if isinstance(control, QLineEdit | QPlainTextEdit):
            control.selectAll()
        self._qtbot.keyClicks(control, text)

    def reads(self, label: str) -> str:
        """What stands in a field."""
        control = self._control(label)
        if isinstance(control, QLineEdit):
            return control.text()
        if isinstance(control, QPlainTextEdit):
            return control.toPlainText()
        assert isinstance(control, QComboBox)
        return control.currentText()

    def select(self, label: str, words: str) -> None:
        """Choose in a field with a list."""
        box = self._the(QComboBox, label)
        at = box.findText(words)
        assert at >= 0, [box.itemText(each) for each in range(box.count())]
        box.setCurrentIndex(at)
        box.activated.emit(at)
        settle()

    def choices(self, label: str) -> list[str]:
        box = self._the(QComboBox, label)
        return [box.itemText(at) for at in range(box.count())]

    def said_below(self, label: str) -> str:
        """What a field says below itself: an echo, or what is wrong."""
        return self._control(label).accessibleDescription()

    def says(self, words: str) -> bool:
        """Whether these words stand somewhere on screen."""
        return any(words in label.text() for label in self._visible(QLabel))

    def dialog(self) -> str:
        """The title of the dialog that is open, or nothing."""
        found = [each for each in self.page.findChildren(QDialog) if each.isVisible()]
        return found[0].windowTitle() if found else ""

    @property
    def table(self) -> QTableView:
        return self._the(QTableView, "Agenda")

    def agenda(self, *columns: str) -> list[str]:
        """The rows of the agenda: number and title, or the columns of these names."""
        model = self.table.model()
        names = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(8)]
        wanted = [names.index(each) for each in columns or ("No.", "Item")]
        return [
            " ".join(filter(None, (model.index(row, at).data() for at in wanted)))
            for row in range(model.rowCount())
        ]

    def stand_on(self, title: str, column: str = "Item") -> None:
        """Press a row."""
        model = self.table.model()
        row = self.agenda("Item").index(title)
        names = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(8)]
        place = self.table.visualRect(model.index(row, names.index(column))).center()
        # Another row first, so that a second press on the same one does not begin to write.
        self.table.setFocus()
        self._qtbot.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        settle()

    def stands_on(self) -> str:
        """The title of the chosen row."""
        return self.agenda("Item")[self.table.currentIndex().row()]

    def strike(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Strike a key where the keyboard is."""
        self._qtbot.keyClick(self._keyboard(), key, held)
        settle()

    def type_in(self, text: str) -> None:
        """Type where the keyboard is."""
        for letter in text:
            self._qtbot.keyClicks(self._keyboard(), letter)
        settle()

    @property
    def is_writing(self) -> bool:
        """Whether a cell of the agenda is being written in."""
        return self.table.state() is QAbstractItemView.State.EditingState

    def drag(self, title: str, *, before: str | None, levels: int = 0) -> None:
        """Drag a row to before another one or below the last, so many levels in (or out)."""
        titles = self.agenda("Item")
        model, viewport = self.table.model(), self.table.viewport()
        source = self.table.visualRect(model.index(titles.index(title), 2)).center()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NONE, source)
        data: QMimeData = model.mimeData([model.index(titles.index(title), 2)])
        at = QPoint(source.x() + 24 * levels, viewport.height() - 4)
        if before is not None:
            at.setY(self.table.visualRect(model.index(titles.index(before), 2)).top() + 2)
        move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        for event in (
            QDragEnterEvent(source, move, data, left, NONE),
            QDragMoveEvent(at, move, data, left, NONE),
            QDropEvent(QPointF(at), move, data, left, NONE),
        ):
            QApplication.sendEvent(viewport, event)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NONE, source)
        settle()

    def choose_type(self, words: str) -> None:
        """Choose in the menu of types that is open."""
        menus = [each for each in self.table.findChildren(QMenu) if each.isVisible()]
        self._trigger(menus[0], words)

    def tick(self, label: str) -> None:
        box = self._the(QCheckBox, label)
        self._qtbot.keyClick(box, Qt.Key.Key_Space)
        settle()

    def undo(self) -> None:
        self.services.journal.undo()
        settle()

    def _trigger(self, menu: QMenu, words: str) -> None:
        for action in menu.actions():
            if action.text() == words:
                action.trigger()
                menu.close()
                settle()
                return
        raise AssertionError(f"The menu does not offer {words}.")

    def _keyboard(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "The keyboard is nowhere."
        return found

    def _control(self, label: str) -> QWidget:
        kinds = (QLineEdit, QPlainTextEdit, QComboBox)
        found = [each for kind in kinds for each in self._visible(kind, label)]
        assert found, f"No field is called {label}."
        return found[-1]

    def _the(self, kind: type[W], name: str) -> W:
        found = self._visible(kind, name)
        assert found, f"Nothing on screen is called {name}."
        return found[-1]

    def _visible(self, kind: type[W], name: str | None = None) -> list[W]:
        every: list[W] = self.page.findChildren(kind)
        return [
            each
            for each in every
            if each.isVisible() and (name is None or each.accessibleName() == name)
        ]


Start = Callable[..., MeetingsDriver]
"""Begins with some records that were there already."""


def settle() -> None:
    """Let everything that is under way come to rest."""
    for _each in range(3):
        QApplication.processEvents()
