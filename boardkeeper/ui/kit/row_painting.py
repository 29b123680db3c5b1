"""How one card row is painted: stripe, icon, title, caption and chip. Lists and cards share it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from boardkeeper.ui.kit.icons import paint_icon
from boardkeeper.ui.kit.painting import paint_ground, paint_ring, paint_words
from boardkeeper.ui.kit.theme import colours, font, organisation_colour, scaled
from boardkeeper.ui.kit.tokens import CARD_ROW_HEIGHT, ICON, RADIUS, ROW_HEIGHT, Space, Tone, Type

WIDE = 480
"""From this width on, a chip has the whole end of the row to itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a card row says."""

    title: str
    caption: str = ""
    chip: str = ""
    tone: Tone = Tone.NEUTRAL
    colour: str = ""
    icon: str = ""
    is_muted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RowState:
    """How a card row stands now."""

    is_selected: bool = False
    is_hovered: bool = False
    has_keyboard: bool = False


def row_height(*, has_caption: bool) -> int:
    """44 pixels for one line, 56 for two, grown with the text."""
    return scaled(CARD_ROW_HEIGHT if has_caption else ROW_HEIGHT)


def paint_row(painter: QPainter, rect: QRect, row: Row, state: RowState) -> None:
    now = colours()
    ground = rect.adjusted(0, 1, 0, -1)
    if state.is_selected:
        paint_ground(painter, ground, now.selected)
    elif state.is_hovered:
        paint_ground(painter, ground, now.hover)
    if state.has_keyboard:
        paint_ring(painter, ground, now.accent)
    inner = ground.adjusted(scaled(Space.S), 0, -scaled(Space.M), 0)
    if row.colour:
        inner.setLeft(_paint_stripe(painter, inner, row.colour))
    if row.icon:
        inner.setLeft(_paint_icon(painter, inner, row.icon))
    title, caption = _places(inner, row)
    if row.chip:
        beside = title if caption and rect.width() < scaled(WIDE) else inner
        edge = paint_chip(painter, beside, row.chip, row.tone, is_selected=state.is_selected)
        title.setRight(edge)
        if beside is inner and caption:
            caption.setRight(edge)
    colour = now.muted if row.is_muted else now.text
    paint_words(painter, title, row.title, font(Type.BODY), colour)
    if caption:
        paint_words(painter, caption, row.caption, font(Type.CAPTION), now.muted)


def _places(inner: QRect, row: Row) -> tuple[QRect, QRect | None]:
    """Where the title and, if there is one, the caption stand."""
    if not row.caption:
        return QRect(inner), None
    middle = inner.center().y()
    return (
        QRect(inner.left(), middle - scaled(22), inner.width(), scaled(23)),
        QRect(inner.left(), middle + scaled(1), inner.width(), scaled(20)),
    )


def chip_size(text: str) -> QSize:
    metrics = QFontMetrics(font(Type.CAPTION))
    return QSize(
        metrics.horizontalAdvance(text) + scaled(2 * Space.S), metrics.height() + scaled(4)
    )


def paint_chip(
    painter: QPainter, room: QRect, text: str, tone: Tone, *, is_selected: bool = False
) -> int:
    """Paint a chip at the right end of the room; returns where the room before it ends."""
    now = colours()
    size = chip_size(text)
    width = min(size.width(), room.width() // 2)
    place = QRect(
        room.right() - width + 1, room.center().y() - size.height() // 2 + 1, width, size.height()
    )
    ground = now.surface if is_selected else now.ground_of_tone(tone)
    paint_ground(painter, place, ground, radius=RADIUS - 2)
    words = place.adjusted(scaled(Space.S), 0, -scaled(Space.S) + 2, 0)
    paint_words(painter, words, text, font(Type.CAPTION), now.of_tone(tone))
    return place.left() - scaled(Space.M)


def _paint_stripe(painter: QPainter, room: QRect, colour: str) -> int:
    height = room.height() - scaled(2 * Space.M)
    place = QRect(room.left(), room.center().y() - height // 2, Space.XS, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(organisation_colour(colour))
    painter.drawRoundedRect(place, 2, 2)
    painter.restore()
    return place.right() + 1 + scaled(Space.M)


def _paint_icon(painter: QPainter, room: QRect, icon: str) -> int:
    side = scaled(ICON)
    top = room.center().y() - side // 2 + 1
    paint_icon(painter, QRect(room.left(), top, side, side), icon, colours().muted)
    return room.left() + side + scaled(Space.M)
