"""A dialog with a side that unfolds beside its form."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper.ui.kit import Dialog, Scrolling, Space, scaled

T = TypeVar("T")

WIDE = 940
"""Pixels of a dialog that is unfolded, at text size 100 %."""


class UnfoldingDialog(Dialog[T]):
    """Grows to the right when there is more to say, and is small again when there is not."""

    def add_side(self, side: QWidget, below: QWidget) -> None:
        """Put one widget beside the form and one under it; both are folded away."""
        place = self._body.indexOf(self.form)
        self._body.removeWidget(self.form)
        ground = QWidget()
        ground.setProperty("ground", "none")
        left = QVBoxLayout(ground)
        left.setContentsMargins(3, 0, 3, 0)  # room for the ring of the keyboard
        left.setSpacing(Space.L)
        left.addWidget(self.form)
        left.addWidget(below)
        left.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(Space.XL)
        line.addWidget(Scrolling(ground), 1)
        line.addWidget(side, 1)
        self._body.insertLayout(place, line)
        self._side, self._below = side, below
        column = self.layout()
        if isinstance(column, QVBoxLayout):  # what is free belongs to the form, not below it
            column.setStretch(0, 1)
            column.setStretch(1, 0)
        self.unfold(is_open=False)

    def unfold(self, *, is_open: bool) -> None:
        self._side.setVisible(is_open)
        self._below.setVisible(is_open)
        self.fit()

    def fit(self) -> None:
        """Take the size of what is shown, about the same middle, within the screen."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self._width(), layout.totalHeightForWidth(self._width()))
        # Fields stand under one another until there is room beside; the height comes after.
        QTimer.singleShot(0, self._take_height)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.fit()

    def _width(self) -> int:
        wanted = scaled(WIDE) if self._side.isVisibleTo(self) else self.minimumWidth()
        return min(wanted, self.screen().availableGeometry().width())

    def _take_height(self) -> None:
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        layout.invalidate()
        layout.activate()
        middle = self.frameGeometry().center()
        room = self.screen().availableGeometry()
        width = self._width()
        before = self.size()
        self.resize(width, min(layout.totalHeightForWidth(width), room.height()))
        if self.size() != before:  # what is inside arranges itself anew; look once more
            QTimer.singleShot(0, self._take_height)
        frame = self.frameGeometry()
        frame.moveCenter(middle)
        frame.moveLeft(max(room.left(), min(frame.left(), room.right() - frame.width())))
        frame.moveTop(max(room.top(), min(frame.top(), room.bottom() - frame.height())))
        self.move(frame.topLeft())
