"""The field one searches in."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from boardkeeper.i18n import _
from boardkeeper.ui.kit.buttons import IconButton
from boardkeeper.ui.kit.icons import paint_icon
from boardkeeper.ui.kit.theme import colours, scaled
from boardkeeper.ui.kit.tokens import ICON, Space

PAUSE = 120
"""The pause in the typing after which the search is made, in milliseconds."""


class SearchField(QLineEdit):
    """Searches as one types; Esc clears, Down goes to what was found."""

    searched = Signal(str)
    moved_down = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self.textChanged.connect(self._on_text_changed)
        self._clear_button = IconButton("x", _("Clear the search"), parent=self)
        self._clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear_button.clicked.connect(self.clear)
        self._clear_button.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Down:
                self.moved_down.emit()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        left = scaled(Space.M)
        self.setTextMargins(left + scaled(ICON) - 2, 0, scaled(Space.XL) if self.text() else 0, 0)
        super().paintEvent(event)
        side = scaled(ICON)
        painter = QPainter(self)
        place = QRect(left, (self.height() - side) // 2, side, side)
        paint_icon(painter, place, "search", colours().muted)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        side = self.height()
        self._clear_button.setGeometry(self.width() - side, 0, side, side)

    def _on_text_changed(self, text: str) -> None:
        self._clear_button.setVisible(bool(text))
        if text:
            self._pause.start()
        else:
            self._pause.stop()
            self.searched.emit("")

    def _on_pause(self) -> None:
        self.searched.emit(self.text().strip())
