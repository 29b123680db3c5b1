"""One of the five rules as a bar that can be pressed: number, target and trend."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from boardkeeper import formats
from boardkeeper.domain.sheets.review import GaugeLine
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Space,
    Type,
    colours,
    font,
    paint_ground,
    paint_icon,
    paint_ring,
    paint_words,
    scaled,
)

_BAR = 6
_ROW = 54
_TILE = (176, 96)
_ARROW = 16
_ARROWS = {1: "trending-up", 0: "move-right", -1: "trending-down"}
_RIGHT = Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignLeft


class GaugeRow(QAbstractButton):
    """Shows a gauge; pressed, it asks for the rows behind."""

    def __init__(self, gauge: GaugeLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gauge = gauge
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken(gauge))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(240), scaled(_ROW))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        now = colours()
        painter = QPainter(self)
        if self.underMouse():
            paint_ground(painter, self.rect(), now.hover)
        if self.hasFocus():
            paint_ring(painter, self.rect(), now.accent)
        inner = self.rect().adjusted(scaled(Space.S), scaled(6), -scaled(Space.S), -scaled(8))
        bar = QRect(inner.left(), inner.bottom() - scaled(_BAR), inner.width(), scaled(_BAR))
        words = QRect(inner.left(), inner.top(), inner.width(), bar.top() - inner.top())
        self._paint_words(painter, words)
        self._paint_bar(painter, bar)
        painter.end()

    def _paint_words(self, painter: QPainter, place: QRect) -> None:
        now, gauge = colours(), self._gauge
        strong, quiet = font(Type.BODY, is_strong=True), font(Type.CAPTION)
        number = percent(gauge.percent)
        wide = QFontMetrics(strong).horizontalAdvance(number)
        paint_words(painter, place, number, strong, now.text, _RIGHT)
        left = place.adjusted(0, 0, -wide - scaled(Space.S), 0)
        if gauge.trend:
            paint_words(painter, left, gauge.trend, quiet, now.muted, _RIGHT)
            wide = QFontMetrics(quiet).horizontalAdvance(gauge.trend)
            left = left.adjusted(0, 0, -wide - scaled(Space.S), 0)
        name = f"{gauge.number}  {gauge.name}"
        paint_words(painter, left, name, font(Type.BODY), now.text, _LEFT)

    def _paint_bar(self, painter: QPainter, bar: QRect) -> None:
        now, gauge = colours(), self._gauge
        radius = bar.height() / 2
        paint_ground(painter, bar, now.divider, radius=radius)
        done = QRect(bar)
        done.setWidth(round(bar.width() * (gauge.percent or 0) / 100))
        is_reached = gauge.percent is not None and gauge.percent >= gauge.target
        if gauge.percent:
            paint_ground(painter, done, now.success if is_reached else now.accent, radius=radius)
        x = bar.left() + round(bar.width() * min(gauge.target, 100) / 100)
        mark = QRect(x - 1, bar.top() - scaled(3), 2, bar.height() + 2 * scaled(3))
        painter.fillRect(mark, QColor(now.text))


class GaugeTile(GaugeRow):
    """The same gauge with its number large, to stand beside the others of the five."""

    def __init__(
        self, gauge: GaugeLine, points: int | None = None, parent: QWidget | None = None
    ) -> None:
        """`points` is how much it has grown, in percentage points; None where that is not known."""
        super().__init__(gauge, parent)
        self._points = points
        self._width = 0

    def set_width(self, pixels: int) -> None:
        """Be as wide as that, or as wide as the words need."""
        self._width = pixels
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        least = self.minimumSizeHint()
        return QSize(max(self._width, least.width()), least.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(_TILE[0]), scaled(_TILE[1]))

    def _paint_words(self, painter: QPainter, place: QRect) -> None:
        now, gauge = colours(), self._gauge
        large, quiet = font(Type.HEADING, is_strong=True), font(Type.CAPTION)
        number = percent(gauge.percent)
        high = QFontMetrics(large).height()
        top = QRect(place.left(), place.top(), place.width(), high)
        paint_words(painter, top, number, large, now.text)
        wide = QFontMetrics(large).horizontalAdvance(number) + scaled(Space.S)
        target = _("target {percent}").format(percent=percent(gauge.target))
        paint_words(painter, top.adjusted(wide, 0, 0, 0), target, quiet, now.muted)
        self._paint_trend(painter, top)
        rest = place.adjusted(0, high, 0, -scaled(Space.XS))
        name = f"{gauge.number}  {gauge.name}"
        painter.setFont(quiet)
        painter.setPen(QColor(now.text))
        flags = int(_LEFT | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.drawText(rest, flags, name)

    def _paint_trend(self, painter: QPainter, place: QRect) -> None:
        """An arrow, and how many points, at the right end."""
        if self._points is None:
            return
        now, quiet = colours(), font(Type.CAPTION)
        words = self._gauge.trend
        paint_words(painter, place, words, quiet, now.muted, _RIGHT)
        wide = QFontMetrics(quiet).horizontalAdvance(words)
        side = scaled(_ARROW)
        left = place.right() - wide - side - scaled(Space.XS)
        square = QRect(left, place.center().y() - side // 2 + 1, side, side)
        sign = (self._points > 0) - (self._points < 0)
        paint_icon(painter, square, _ARROWS[sign], now.muted)


def percent(value: int | None) -> str:
    """`67 %`, or a dash where nothing can be counted."""
    return "–" if value is None else formats.percent(value / 100)


def spoken(gauge: GaugeLine) -> str:
    """The gauge as a screen reader says it."""
    target = _("target {percent}").format(percent=percent(gauge.target))
    words = (f"{gauge.number} {gauge.name}", percent(gauge.percent), target, gauge.trend)
    return ", ".join(filter(None, words))
