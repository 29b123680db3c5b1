"""Hours as bars: one line a name, the longest bar the most hours, the figure beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boardkeeper import formats
from boardkeeper.ui.kit import Space, Type, colours, font, organisation_colour, paint_words, scaled

_LINE = 28
_BAR = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: a name, its minutes, and an organisation's colour where it has one."""

    name: str
    minutes: int
    colour: str = ""


class HourBars(QWidget):
    """Bars that all begin at nothing and share one scale, so that lengths can be compared."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show these, in the order given."""
        self._bars = tuple(bars)
        spoken = ", ".join(f"{bar.name} {formats.duration(bar.minutes)}" for bar in bars)
        self.setAccessibleName(f"{self._name}: {spoken}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(240), len(self._bars) * scaled(_LINE))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(160), len(self._bars) * scaled(_LINE))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(font(Type.BODY))
        gap = scaled(Space.M)
        names = max((metrics.horizontalAdvance(bar.name) for bar in self._bars), default=0) + 2
        names = min(names, self.width() * 2 // 5)
        figures = [formats.duration(bar.minutes) for bar in self._bars]
        widest = max((metrics.horizontalAdvance(figure) for figure in figures), default=0) + 2
        room = self.width() - names - widest - 2 * gap
        most = max((bar.minutes for bar in self._bars), default=1)
        for at, (bar, figure) in enumerate(zip(self._bars, figures, strict=True)):
            line = QRect(0, at * scaled(_LINE), self.width(), scaled(_LINE))
            place = QRect(line.left(), line.top(), names, line.height())
            paint_words(painter, place, bar.name, font(Type.BODY), colours().text)
            width = room * bar.minutes / most
            top = line.center().y() - scaled(_BAR) / 2 + 1
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(organisation_colour(bar.colour) if bar.colour else _plain())
            painter.drawRoundedRect(QRectF(names + gap, top, width, scaled(_BAR)), 3, 3)
            place = QRect(self.width() - widest, line.top(), widest, line.height())
            right = Qt.AlignmentFlag.AlignRight
            paint_words(painter, place, figure, font(Type.BODY), colours().text, right)
        painter.end()


def _plain() -> QColor:
    return QColor(colours().accent)
