"""Files dropped anywhere on a window, whatever lies under the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


class FileDrops(QObject):
    """Hands over dropped files of certain suffixes; every other drop is left to the widgets.

    Text fields take any file for a text, so the window hears of a drop before they do.
    """

    def __init__(
        self, window: QWidget, suffixes: Sequence[str], then: Callable[[list[Path]], object]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._suffixes = tuple(suffixes)
        self._then = then
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._window:
            handle = self._window.windowHandle()
            if event.type() == QEvent.Type.Show and handle is not None:
                handle.removeEventFilter(self)
                handle.installEventFilter(self)
            return False
        return isinstance(event, QDropEvent) and self._takes(event)

    def _takes(self, event: QDropEvent) -> bool:
        """Take a drag or drop that brings our files; true when it did."""
        files = _files_in(event.mimeData(), self._suffixes)
        if not files or QApplication.activeModalWidget() is not None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._then(files)
        return True


def _files_in(data: QMimeData, suffixes: tuple[str, ...]) -> list[Path]:
    """The files a drag brings, if all of them are of these suffixes."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    is_all = len(paths) == len(data.urls())
    return paths if is_all and all(p.suffix.casefold() in suffixes for p in paths) else []
