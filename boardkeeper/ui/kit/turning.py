"""Things side by side that stand under one another where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from boardkeeper.ui.kit.theme import scaled


class Turning(QWidget):
    """A line of widgets that turns into a column where it is too narrow.

    `narrow` is in pixels at text size 100 %; None is narrower than the widgets side by side.
    """

    def __init__(self, narrow: int | None, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._widgets: list[QWidget] = []
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self._widgets.append(widget)
        self._layout.addWidget(widget, stretch)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as a line, also as a column: or it would never turn back."""
        return super().sizeHint().expandedTo(QSize(self._side_by_side(), 0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow enough to be given the width at which it turns."""
        return QSize(scaled(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        is_narrow = self.width() < self._turns_below()
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if is_narrow else direction.LeftToRight
        if self._layout.direction() != wanted:
            self._layout.setDirection(wanted)
            self.updateGeometry()

    def _turns_below(self) -> int:
        return self._side_by_side() if self._narrow is None else scaled(self._narrow)

    def _side_by_side(self) -> int:
        """The width of all the widgets in a line."""
        gaps = self._layout.spacing() * max(0, len(self._widgets) - 1)
        return sum(each.sizeHint().width() for each in self._widgets) + gaps
