"""Allowances as bars against their caps: how much of each was paid, and how much is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boardkeeper.ui.kit import Type, colours, font, organisation_colour, paint_words, scaled

_LINE = 50
_WORDS = 26
_BAR = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class CapBar:
    """One allowance: its name, how it stands in words, and its share of the cap (1 is all)."""

    name: str
    standing: str
    share: float
    colour: str


class CapBars(QWidget):
    """A line of words and a bar for each; a bar that is over its cap is full and of danger."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._bars: tuple[CapBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_bars(self, bars: Sequence[CapBar]) -> None:
        """Show these, in the order given."""
        self._bars = tuple(bars)
        spoken = "; ".join(f"{bar.name}: {bar.standing}" for bar in bars)
        self.setAccessibleName(f"{self._name}: {spoken}" if spoken else self._name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(320), len(self._bars) * self._line)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(160), len(self._bars) * self._line)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, bar in enumerate(self._bars):
            self._paint(painter, bar, at * self._line)
        painter.end()

    def _paint(self, painter: QPainter, bar: CapBar, top: int) -> None:
        words = scaled(_WORDS)
        is_over = bar.share > 1
        ink = colours().danger if is_over else colours().muted
        if self._is_narrow:
            line = QRect(0, top, self.width(), words)
            paint_words(painter, line, bar.name, font(Type.BODY), colours().text)
            line = QRect(0, top + words, self.width(), words)
            paint_words(painter, line, bar.standing, font(Type.BODY), ink)
            top += words
        else:
            half = self.width() // 2
            line = QRect(0, top, half, words)
            paint_words(painter, line, bar.name, font(Type.BODY), colours().text)
            line = QRect(half, top, self.width() - half, words)
            right = Qt.AlignmentFlag.AlignRight
            paint_words(painter, line, bar.standing, font(Type.BODY), ink, right)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().divider))
        place = QRectF(0, top + words + scaled(2), self.width(), scaled(_BAR))
        painter.drawRoundedRect(place, scaled(3), scaled(3))
        painter.setBrush(QColor(colours().danger) if is_over else organisation_colour(bar.colour))
        place.setWidth(self.width() * min(bar.share, 1.0))
        painter.drawRoundedRect(place, scaled(3), scaled(3))

    @property
    def _is_narrow(self) -> bool:
        """Whether the standing stands under the name, where there is no room beside it."""
        return self.width() < scaled(640)

    @property
    def _line(self) -> int:
        return scaled(_LINE) + (scaled(_WORDS) if self._is_narrow else 0)
