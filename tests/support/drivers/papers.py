"""A meeting's papers as a person handles them: files let go over things, keys, and buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from boardkeeper.ui.appendices.preview import PaperPreview
from tests.support.drivers.meetings import NONE, MeetingsDriver, settle

LEFT = Qt.MouseButton.LeftButton


class PapersDriver(MeetingsDriver):
    """One person before the papers of a meeting."""

    def __init__(self, qtbot: QtBot, services: Services) -> None:
        super().__init__(qtbot, services)
        self.said: list[str] = []
        self.page.said.connect(self.said.append)

    @property
    def papers(self) -> QTableView:
        return self._the(QTableView, "Papers")

    def lies(self) -> list[str]:
        """The items and their papers, as a screen reader says them."""
        return self.rows("Papers")

    def drop_on(self, row: str, files: Sequence[Path]) -> None:
        """Let files go over a row of the list, and wait until they are papers."""
        at = next(place for place, each in enumerate(self.lies()) if each.startswith(row))
        place = self.papers.visualRect(self.papers.model().index(at, 0)).center()
        self._wait_for(len(self.said), lambda: let_go(self.papers.viewport(), files, place))

    def drop_on_agenda(self, title: str, files: Sequence[Path]) -> None:
        """Let files go over an item of the agenda."""
        at = self.agenda("Item").index(title)
        place = self.table.visualRect(self.table.model().index(at, 2)).center()
        self._wait_for(len(self.said), lambda: let_go(self.table.viewport(), files, place))

    def drag_paper(self, row: str, onto: str) -> None:
        """Drag a paper onto another row."""
        names, model, viewport = self.lies(), self.papers.model(), self.papers.viewport()
        source = next(at for at, each in enumerate(names) if each.startswith(row))
        target = next(at for at, each in enumerate(names) if each.startswith(onto))
        data = model.mimeData([model.index(source, 0)])
        place = self.papers.visualRect(model.index(target, 0)).center()
        _let_go(viewport, data, place, Qt.DropAction.MoveAction)

    def choose_paper(self, row: str) -> None:
        """Press a row."""
        at = next(place for place, each in enumerate(self.lies()) if each.startswith(row))
        index = self.papers.model().index(at, 0)
        self.papers.scrollTo(index)
        place = self.papers.visualRect(index).center()
        self._qtbot.mouseClick(self.papers.viewport(), LEFT, pos=place)
        self.papers.setFocus()
        settle()

    def preview(self) -> PaperPreview:
        """The paper that is being looked at."""
        found = [each for each in self.page.findChildren(PaperPreview) if each.isVisible()]
        assert found, "No paper is being looked at."
        return found[-1]

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(is_so, timeout=30_000)

    def _wait_for(self, before: int, do: Callable[[], object]) -> None:
        do()
        self._qtbot.waitUntil(lambda: len(self.said) > before, timeout=30_000)
        settle()


def let_go(over: QWidget, files: Sequence[Path], place: QPoint | None = None) -> bool:
    """Drag files over a widget and let go there; whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    at = place or over.rect().center()
    return _let_go(over, data, at, Qt.DropAction.CopyAction)


def _let_go(over: QWidget, data: QMimeData, place: QPoint, action: Qt.DropAction) -> bool:
    entered = QDragEnterEvent(place, action, data, LEFT, NONE)
    QApplication.sendEvent(over, entered)
    QApplication.sendEvent(over, QDragMoveEvent(place, action, data, LEFT, NONE))
    dropped = QDropEvent(QPointF(place), action, data, LEFT, NONE)
    QApplication.sendEvent(over, dropped)
    settle()
    return dropped.isAccepted()
