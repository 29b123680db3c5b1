"""Files dropped on a part of the window, to become papers there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

Where = Callable[[QPoint], bool]
"""Whether files may be let go at a place of the widget; it may show where they would land."""


class FileLanding(QObject):
    """Takes files of any kind that are dropped on a widget. The window has its own first.

    `over` is asked for every place the files are dragged across, `left` told when they leave, and
    `then` gets the files and the place where they were let go.
    """

    def __init__(
        self,
        widget: QWidget,
        then: Callable[[list[Path], QPoint], object],
        *,
        over: Where = lambda _place: True,
        left: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(widget)
        self._then = then
        self._over = over
        self._left = left
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's name and form
        if isinstance(event, QDragLeaveEvent):
            self._left()
            return False
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return False
        files = files_in(event.mimeData())
        if not files:
            return False
        place = event.position().toPoint()
        is_taken = self._over(place)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(is_taken)
        if event.type() == QEvent.Type.Drop:
            self._left()
            if is_taken:
                self._then(files, place)
        return True


def files_in(data: QMimeData) -> list[Path]:
    """The files a drag brings; folders are none."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
