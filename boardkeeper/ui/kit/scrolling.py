"""A part of a dialog that scrolls where large text leaves no room for all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from boardkeeper.ui.kit.theme import scaled
from boardkeeper.ui.kit.tokens import Space

_LOWEST = 160
"""Pixels it can be pressed down to, at text size 100 %."""


class Scrolling(QScrollArea):
    """As high as what it holds where the screen allows; else one scrolls, and the buttons stay."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__()
        self._ground = ground
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(ground)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        layout = self._ground.layout()
        if layout is None:
            return self.sizeHint().height()
        # A line that only now says something below a field is in none of the layout's sums yet.
        spare = scaled(Space.XL)
        return max(layout.totalHeightForWidth(width), layout.totalSizeHint().height()) + spare

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._ground.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._ground.minimumSizeHint().width(), scaled(_LOWEST))
