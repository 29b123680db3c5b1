"""How one card row is painted: stripe, box, title, caption and chip. Lists and cards share it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from boardkeeper import formats
from boardkeeper.ui.kit.icons import paint_icon
from boardkeeper.ui.kit.painting import paint_ground, paint_ring, paint_words
from boardkeeper.ui.kit.theme import colours, font, organisation_colour, scaled
from boardkeeper.ui.kit.tokens import CARD_ROW_HEIGHT, ICON, RADIUS, ROW_HEIGHT, Space, Tone, Type

BOX = 20

WIDE = 480
"""From this width on, a chip has the whole end of the row to itself."""

_WORDS_BEFORE = 24
"""Letters left standing before a word searched for, where the beginning of a line is cut away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a card row says.

    `is_ticked` is None where there is no box to tick. `marked` are words searched for, marked where
    they stand. `room` is kept free before the chip, in pixels, for buttons laid over the row.
    """

    title: str
    caption: str = ""
    chip: str = ""
    tone: Tone = Tone.NEUTRAL
    colour: str = ""
    icon: str = ""
    is_muted: bool = False
    is_ticked: bool | None = None
    is_struck: bool = False
    marked: str = ""
    room: int = 0


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
    if row.is_ticked is not None:
        paint_box(painter, box_place(rect, has_stripe=bool(row.colour)), is_ticked=row.is_ticked)
        inner.setLeft(inner.left() + scaled(BOX) + scaled(Space.M))
    if row.icon:
        inner.setLeft(_paint_icon(painter, inner, row.icon))
    title, caption = _places(inner, row)
    if row.chip:
        beside = title if caption and rect.width() < scaled(WIDE) else inner
        edge = paint_chip(painter, beside, row.chip, row.tone, is_selected=state.is_selected)
        title.setRight(edge - row.room)
        if beside is inner and caption:
            caption.setRight(edge - row.room)
    face = font(Type.BODY)
    face.setStrikeOut(row.is_struck)
    colour = now.muted if row.is_muted else now.text
    _paint_marked(painter, title, row.title, face, colour, row.marked)
    if caption:
        _paint_marked(painter, caption, row.caption, font(Type.CAPTION), now.muted, row.marked)


def box_place(rect: QRect, *, has_stripe: bool) -> QRect:
    """Where the box to tick stands in a row."""
    side = scaled(BOX)
    left = rect.left() + scaled(Space.S) + (Space.XS + scaled(Space.M) if has_stripe else 0)
    return QRect(left, rect.center().y() - side // 2 + 1, side, side)


def paint_box(painter: QPainter, place: QRect, *, is_ticked: bool, is_lit: bool = False) -> None:
    """The box of what is done or not."""
    now = colours()
    if is_ticked:
        paint_ground(painter, place, now.accent, radius=4)
        paint_icon(painter, place.adjusted(2, 2, -2, -2), "check", now.on_accent)
    else:
        border = now.text if is_lit else now.border
        paint_ground(painter, place, now.surface, border=border, radius=4)


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


def _paint_marked(
    painter: QPainter, room: QRect, text: str, face: QFont, colour: str, marked: str
) -> None:
    """One line of words, those searched for on a ground of their own and never cut away."""
    spans = formats.found_in(text, marked) if marked else []
    if not spans:
        paint_words(painter, room, text, face, colour)
        return
    metrics = QFontMetrics(face)
    if metrics.horizontalAdvance(text[: spans[0][1]]) > room.width() - scaled(Space.XL):
        start = text.rfind(" ", 0, max(0, spans[0][0] - _WORDS_BEFORE)) + 1
        text = f"… {text[start:]}" if start else text
        spans = formats.found_in(text, marked)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    for start, end in spans:
        last = min(end, len(shown) - (shown != text))
        if start < last:
            left, right = (metrics.horizontalAdvance(shown[:at]) for at in (start, last))
            place = QRect(room.left() + left - 1, 0, right - left + 2, metrics.height())
            place.moveTop(room.center().y() - metrics.height() // 2 + 1)
            paint_ground(painter, place, colours().ground_of_tone(Tone.WARNING), radius=2)
    paint_words(painter, room, text, face, colour)


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
