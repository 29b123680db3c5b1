"""A file dragged from the system and let go over a window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def drop(window: QWidget, files: Sequence[Path], over: QWidget | None = None) -> bool:
    """Drag files over a widget of the window and let go; whether the window took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    target = over or window
    place = target.mapTo(window, target.rect().center())
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(place), copy, data, left, none)
    entered.ignore()
    QCoreApplication.sendEvent(window.windowHandle(), entered)
    if not entered.isAccepted():
        return False
    let_go = QDropEvent(QPointF(place), copy, data, left, none)
    QCoreApplication.sendEvent(window.windowHandle(), let_go)
    QApplication.processEvents()
    return let_go.isAccepted()
