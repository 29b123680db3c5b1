"""Uses the page of tasks as a person does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import RecordList, Role, SearchField
from boardkeeper.ui.tasks.page import TasksPage
from tests.support.drivers.screen import Screen
from tests.support.papers import title_of

LIST = "Tasks"
LINE = "New task"
_BOX = QPoint(30, 0)
"""Where the box stands, from the left edge of a row with a stripe."""


class TasksDriver:
    """The page on screen, and what one does with it; its wishes lie in `wishes`."""

    def __init__(self, services: Services, qtbot: QtBot) -> None:
        self.services = services
        self._changes = ChangeNotifier(services.journal)
        self.page = TasksPage(services, self._changes)
        self.wishes: list[tuple[str, str]] = []
        self.page.meeting_wanted.connect(lambda each: self.wishes.append(("meeting", each)))
        self.page.print_wanted.connect(lambda each: self.wishes.append(("print", title_of(each))))
        self.page.said.connect(lambda each: self.wishes.append(("said", each)))
        self.screen = Screen(qtbot, self.page)
        self.page.resize(1000, 900)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.activateWindow()

    @property
    def rows(self) -> list[str]:
        """The tasks as they are spoken; none where a sentence stands in their place."""
        return self.screen.rows(LIST) if self.screen.visible(RecordList) else []

    @property
    def titles(self) -> list[str]:
        return [each.split(",")[0] for each in self.rows]

    @property
    def headings(self) -> list[str]:
        """What the tasks stand under, in order."""
        found = (self.list.heading_of(row) for row in range(len(self.rows)))
        return [each for each in found if each]

    @property
    def list(self) -> RecordList:
        return self.screen.find(RecordList, LIST)

    @property
    def chosen(self) -> str:
        """What is to be done, of the task chosen in the list."""
        chosen = self.list.chosen_record()
        return "" if chosen is None else chosen.task.text

    def is_ticked(self, title: str) -> bool:
        role = Qt.ItemDataRole.CheckStateRole
        index = self.list.model().index(self.titles.index(title), 0)
        return bool(index.data(role) == Qt.CheckState.Checked)

    def note(self, line: str) -> None:
        """Type a task and press Enter."""
        self.screen.type_into(LINE, line)
        self.screen.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    def press(self, name: str) -> None:
        self.screen.press(name)

    def key(self, title: str, key: Qt.Key) -> None:
        """Press a key on a task in the list."""
        self.list.choose_row(self.titles.index(title))
        self.list.setFocus()
        self.screen.key_in(LIST, key)

    def tick_with_mouse(self, title: str) -> None:
        view = self.list
        index = view.model().index(self.titles.index(title), 0)
        place = view.place_of(index.row(), view.visualRect(index))
        point = QPoint(place.left(), place.center().y()) + _BOX
        self.screen.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def search(self, text: str) -> None:
        self.page.find_here()
        with self.screen.qtbot.waitSignal(self.screen.find(SearchField, "Search").searched):
            self.screen.type_into("Search the tasks", text)

    def offered(self, title: str) -> dict[str, bool]:
        """What the menu of a task offers, and whether it can be chosen now."""
        chosen = self.list.context_actions
        assert chosen is not None
        record = self.list.model().index(self.titles.index(title), 0).data(Role.RECORD)
        return {each.text: each.is_enabled for each in chosen(record)}

    def undo(self) -> None:
        self.services.journal.undo()
