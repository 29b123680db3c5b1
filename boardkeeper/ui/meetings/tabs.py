"""A row of tabs in the kit's look: words, the chosen ones underlined."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from boardkeeper.ui.kit import (
    CONTROL_HEIGHT,
    Space,
    Type,
    colours,
    font,
    paint_ring,
    paint_words,
    scaled,
)


class Tabs(QTabBar):
    """Qt's own tab bar, with its keys and its words for screen readers, painted by the tokens."""

    def __init__(self, name: str, titles: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._hovered = -1
        for title in titles:
            self.addTab(title)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        metrics = self.fontMetrics()
        # Measured in the heavier weight of the chosen one, so that choosing moves nothing.
        width = round(metrics.horizontalAdvance(self.tabText(index)) * 1.08)
        return QSize(width + scaled(2 * Space.M), scaled(CONTROL_HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """The words with a little air: where there is little room, the tabs move together."""
        return self.tabSizeHint(index) - QSize(scaled(2 * Space.M) - Space.XS, 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        self.updateGeometry()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._hover(self.tabAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        self._hover(self.tabAt(event.position().toPoint()))
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._hover(-1)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        painter = QPainter(self)
        for index in range(self.count()):
            self._paint_tab(painter, index, self.tabRect(index))
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int, rect: QRect) -> None:
        now = colours()
        is_chosen = index == self.currentIndex()
        words = now.text if is_chosen or index == self._hovered else now.muted
        weight = font(Type.BODY, is_strong=is_chosen)
        centre = Qt.AlignmentFlag.AlignHCenter
        paint_words(painter, rect, self.tabText(index), weight, words, centre)
        if is_chosen:
            words_wide = self.tabSizeHint(index).width() - scaled(2 * Space.M)
            inset = max((rect.width() - words_wide) // 2, 0)
            line = QRect(rect.left() + inset, rect.bottom() - 2, rect.width() - 2 * inset, 3)
            painter.fillRect(line, QColor(now.accent))
            if self.hasFocus():
                paint_ring(painter, rect, now.accent)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()
