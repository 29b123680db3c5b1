"""A dialog with a side that unfolds beside its form."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper.ui.kit import Dialog, Space, scaled

T = TypeVar("T")

WIDE = 900
"""Pixels of a dialog that is unfolded, at text size 100 %."""


class UnfoldingDialog(Dialog[T]):
    """Grows to the right when there is more to say, and is small again when there is not."""

    def add_side(self, side: QWidget, below: QWidget) -> None:
        """Put one widget beside the form and one under it; both are folded away."""
        place = self._body.indexOf(self.form)
        self._body.removeWidget(self.form)
        left = QVBoxLayout()
        left.setSpacing(Space.L)
        left.addWidget(self.form)
        left.addWidget(below)
        left.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(Space.XL)
        line.addLayout(left, 1)
        line.addWidget(side, 1)
        self._body.insertLayout(place, line)
        self._side, self._below = side, below
        self.unfold(is_open=False)

    def unfold(self, *, is_open: bool) -> None:
        self._side.setVisible(is_open)
        self._below.setVisible(is_open)
        self.fit()

    def fit(self) -> None:
        """Take the size of what is shown, about the same middle, within the screen."""
        self.resize(self._width(), self.height())
        # Fields stand under one another until there is room beside; the height comes after.
        QTimer.singleShot(0, self._take_height)

    def _width(self) -> int:
        wanted = scaled(WIDE) if self._side.isVisibleTo(self) else self.minimumWidth()
        return min(wanted, self.screen().availableGeometry().width())

    def _take_height(self) -> None:
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        middle = self.frameGeometry().center()
        room = self.screen().availableGeometry()
        width = self._width()
        self.resize(width, min(layout.totalHeightForWidth(width), room.height()))
        frame = self.frameGeometry()
        frame.moveCenter(middle)
        frame.moveLeft(max(room.left(), min(frame.left(), room.right() - frame.width())))
        frame.moveTop(max(room.top(), min(frame.top(), room.bottom() - frame.height())))
        self.move(frame.topLeft())
