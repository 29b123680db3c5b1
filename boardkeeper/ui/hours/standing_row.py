"""A membership's year in a row: promised, spent, still to come, and what is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from boardkeeper.domain.reference_hours import ReferenceHours
from boardkeeper.domain.standing_words import (
    balance_in_words,
    figures,
    is_beyond,
    others_in_words,
)
from boardkeeper.domain.standings import Standing
from boardkeeper.ui.kit import (
    Space,
    Type,
    colours,
    font,
    organisation_colour,
    paint_ground,
    paint_ring,
    paint_words,
    scaled,
)

_LINE = 22
_BAR = 10
_STRIPE = 5
_MARK = 3


class StandingRow(QAbstractButton):
    """A bar that is filled as far as time was spent and striped as far as it is to come.

    A mark on it is what was promised; all rows share the scale they are told, in minutes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: Standing | None = None
        self._most = 1
        self._reference: ReferenceHours | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def standing(self) -> Standing | None:
        """What the row shows."""
        return self._standing

    def show_standing(
        self, standing: Standing, most: int, reference: ReferenceHours | None = None
    ) -> None:
        """Show it on a scale that ends at `most` minutes, beside what others say if asked for."""
        if (standing, most, reference) == (self._standing, self._most, self._reference):
            return
        self._standing, self._most, self._reference = standing, most, reference
        label = standing.organisation.label
        self.setAccessibleName(f"{label}: {self._figures(standing)}. {balance_in_words(standing)}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        height = 2 * scaled(_LINE) + scaled(_BAR) + 4 * scaled(Space.XS)
        return QSize(scaled(240), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(160), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        standing = self._standing
        if standing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            paint_ground(painter, self.rect(), colours().hover)
        inner = self.rect().adjusted(scaled(Space.S), scaled(Space.XS), -scaled(Space.S), 0)
        self._paint_heads(painter, inner, standing)
        bar = QRectF(
            inner.left(),
            inner.top() + scaled(_LINE) + scaled(Space.XS),
            inner.width(),
            scaled(_BAR),
        )
        self._paint_bar(painter, bar, standing)
        below = QRect(
            inner.left(), round(bar.bottom()) + scaled(Space.XS), inner.width(), scaled(_LINE)
        )
        paint_words(painter, below, self._figures(standing), font(Type.CAPTION), colours().muted)
        if self.hasFocus():
            paint_ring(painter, self.rect(), colours().accent)
        painter.end()

    def _figures(self, standing: Standing) -> str:
        others = others_in_words(self._reference) if self._reference is not None else ""
        return " · ".join(filter(None, (figures(standing), others)))

    def _paint_heads(self, painter: QPainter, inner: QRect, standing: Standing) -> None:
        """The board at the left and the balance at the right."""
        head = QRect(inner.left(), inner.top(), inner.width(), scaled(_LINE))
        told = balance_in_words(standing)
        wide = min(QFontMetrics(font(Type.BODY)).horizontalAdvance(told) + 2, head.width() * 2 // 3)
        tone = colours().danger if is_beyond(standing) else colours().text
        right = QRect(head.right() - wide, head.top(), wide, head.height())
        paint_words(painter, right, told, font(Type.BODY), tone, Qt.AlignmentFlag.AlignRight)
        left = head.adjusted(0, 0, -wide - scaled(Space.M), 0)
        label = standing.organisation.label
        paint_words(painter, left, label, font(Type.BODY, is_strong=True), colours().text)

    def _paint_bar(self, painter: QPainter, bar: QRectF, standing: Standing) -> None:
        full = organisation_colour(standing.organisation.colour.value)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().divider))
        painter.drawRoundedRect(bar, 3, 3)
        spent = QRectF(bar)
        spent.setWidth(bar.width() * standing.spent / self._most)
        coming = QRectF(bar)
        coming.setLeft(spent.right())
        coming.setWidth(bar.width() * standing.to_come / self._most)
        painter.setBrush(full)
        painter.drawRect(spent)
        _paint_stripes(painter, coming, full)
        if self._reference is not None:
            self._paint_reference(painter, bar, self._reference)
        if standing.is_promised:
            x = bar.left() + bar.width() * standing.promised / self._most
            x = min(max(x, bar.left() + _MARK / 2), bar.right() - _MARK / 2)
            painter.fillRect(
                QRectF(x - _MARK / 2, bar.top() - 4, _MARK, bar.height() + 8),
                QColor(colours().text),
            )

    def _paint_reference(self, painter: QPainter, bar: QRectF, reference: ReferenceHours) -> None:
        """A dotted line under the bar from the least to the most others say, within the bar."""
        if reference.least * 60 > self._most:
            return  # beyond the scale; the words say it
        start, end = (
            bar.left() + bar.width() * min(1.0, hours * 60 / self._most)
            for hours in (reference.least, reference.most)
        )
        y = bar.bottom() + 3
        painter.setPen(QPen(QColor(colours().muted), 2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(start - 2, y), QPointF(max(end, start + 2), y))
        painter.setPen(Qt.PenStyle.NoPen)


def _paint_stripes(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """Slanting stripes in an outline: what is still to come is not solid."""
    if place.width() <= 0:
        return
    painter.save()
    painter.setClipRect(place)
    painter.setPen(QPen(colour, 1.6))
    x = place.left() - place.height()
    while x < place.right():
        rising = QPointF(x, place.bottom()), QPointF(x + place.height(), place.top())
        painter.drawLine(*rising)
        x += _STRIPE
    painter.restore()
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(0, 0.5, -0.5, -0.5))
    painter.setPen(Qt.PenStyle.NoPen)
