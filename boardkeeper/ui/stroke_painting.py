"""The strokes of charts on screen, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from boardkeeper.domain.sheets.strokes import Align, Box, Ink, Line, Shape, Stroke, Words
from boardkeeper.ui.kit import Type, colours, font, organisation_colour

_TINT = 0.3


def paint_stroke(painter: QPainter, stroke: Stroke) -> None:
    """Lay one stroke down, in the colours of the theme."""
    if isinstance(stroke, Box):
        place = QRectF(stroke.x, stroke.y, stroke.width, stroke.height)
        painter.fillRect(place, _colour(stroke.fill, stroke.colour))
    elif isinstance(stroke, Line):
        painter.setPen(QPen(_colour(stroke.ink, stroke.colour), stroke.thickness))
        painter.drawLine(QPointF(*stroke.start), QPointF(*stroke.end))
    elif isinstance(stroke, Shape):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_colour(stroke.fill, None))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in stroke.corners]))
    else:
        _paint_words(painter, stroke)


def _paint_words(painter: QPainter, words: Words) -> None:
    shown = font(Type.CAPTION, is_strong=words.is_strong)
    shown.setPixelSize(round(words.size))
    metrics = QFontMetricsF(shown)
    text = metrics.elidedText(words.text, Qt.TextElideMode.ElideRight, words.room + 1)
    wide = metrics.horizontalAdvance(text)
    x = words.x - {Align.LEFT: 0.0, Align.CENTRE: wide / 2, Align.RIGHT: wide}[words.align]
    painter.setFont(shown)
    painter.setPen(_colour(words.ink, None))
    painter.drawText(QPointF(x, words.y + metrics.capHeight() / 2), text)


def _colour(ink: Ink, colour: str | None) -> QColor:
    now = colours()
    plain = {
        Ink.TEXT: now.text,
        Ink.QUIET: now.muted,
        Ink.RULE: now.divider,
        Ink.PAPER: now.surface,
        Ink.ALERT: now.danger,
        Ink.MARK: now.accent,
    }
    if ink in plain:
        return QColor(plain[ink])
    full = organisation_colour(colour or "")
    if ink is Ink.FULL:
        return full
    ground = QColor(now.surface)
    return QColor.fromRgbF(
        _TINT * full.redF() + (1 - _TINT) * ground.redF(),
        _TINT * full.greenF() + (1 - _TINT) * ground.greenF(),
        _TINT * full.blueF() + (1 - _TINT) * ground.blueF(),
    )
