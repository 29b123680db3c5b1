"""How a meeting, something due and the number of a day are painted, in every view alike."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from boardkeeper.ui.calendar.marks import Mark
from boardkeeper.ui.kit import (
    Space,
    Type,
    colours,
    font,
    organisation_colour,
    paint_ground,
    paint_icon,
    paint_ring,
    paint_words,
    scaled,
)

LINE = 24
"""The height one can press of a mark of one line, in pixels at text size 100 %."""

_STRIPE = 3
_TINT = 0.13
_SIGN = 14
_SOME = 28
"""The width of the few letters below which a second name says nothing."""
_LEAST = 16
"""The width below which no letter is shown at all."""
_FEW = 40
"""The width below which an ellipsis would take the place of letters one needs."""


def tint(colour: str) -> str:
    """An organisation's colour as a ground that words read well on."""
    hue, under = organisation_colour(colour), QColor(colours().surface)
    mixed = [
        round(part * _TINT + ground * (1 - _TINT))
        for part, ground in zip(
            (hue.red(), hue.green(), hue.blue()),
            (under.red(), under.green(), under.blue()),
            strict=True,
        )
    ]
    return QColor(*mixed).name()


def paint_mark(painter: QPainter, rect: QRect, mark: Mark, *, is_lit: bool) -> None:
    """A mark of one line: a meeting as a calm block, what is due as a small sign with words."""
    inner = rect.adjusted(0, 1, 0, -1)
    if mark.deadline is None:
        _paint_meeting(painter, inner, mark, is_lit=is_lit)
    else:
        _paint_deadline(painter, inner, mark, is_lit=is_lit)


def paint_block(painter: QPainter, rect: QRect, mark: Mark, *, is_lit: bool) -> None:
    """A meeting in the grid of hours: its organisation, then title, time and place if they fit."""
    line = QFontMetrics(font(Type.CAPTION)).height()
    if rect.height() < 2 * line + scaled(5):
        _paint_meeting(painter, rect, mark, is_lit=is_lit)
        return
    _paint_ground(painter, rect, mark, is_lit=is_lit)
    colour = colours().muted if mark.is_off else colours().text
    inner = rect.adjusted(scaled(_STRIPE + 6), scaled(3), -scaled(4), -scaled(2))
    painter.save()
    painter.setClipRect(rect)
    if mark.warnings:
        foot = inner.bottom() - line + 1
        paint_sign(painter, QRect(inner.left(), foot, inner.width(), line))
        inner.setBottom(foot - 1)
    top = inner.top()
    lines = _block_lines(mark, inner.width())
    for at, words in enumerate(lines):
        if at and top + line > inner.bottom() + scaled(2):
            break
        weight = _font(mark, is_strong=True) if at == 0 else font(Type.CAPTION)
        place = QRect(inner.left(), top, inner.width(), line)
        _paint_label(painter, place, words, weight, colour if at == 0 else colours().muted)
        top += line
    painter.restore()


def paint_number(painter: QPainter, place: QRect, number: str, look: NumberLook) -> None:
    """The number of a day; today's stands in a filled circle."""
    now = colours()
    strong = font(Type.BODY, is_strong=look.is_today or look.is_chosen)
    side = place.height()
    width = max(side, QFontMetrics(strong).horizontalAdvance(number) + scaled(Space.M))
    ground = QRect(place.left(), place.top(), width, side)
    colour = now.text if look.is_inside else now.muted
    if look.is_today:
        paint_ground(painter, ground, now.accent, radius=side / 2)
        colour = now.on_accent
    elif look.is_chosen:
        paint_ground(painter, ground, now.selected, radius=side / 2)
    paint_words(painter, ground, number, strong, colour, Qt.AlignmentFlag.AlignHCenter)


class NumberLook:
    """How a day stands: today, the chosen one, inside the month that is shown."""

    __slots__ = ("is_chosen", "is_inside", "is_today")

    def __init__(self, *, is_today: bool, is_chosen: bool, is_inside: bool = True) -> None:
        self.is_today = is_today
        self.is_chosen = is_chosen
        self.is_inside = is_inside


def paint_keyboard(painter: QPainter, rect: QRect) -> None:
    """The ring around the day that has the keyboard."""
    paint_ring(painter, rect.adjusted(1, 1, -1, -1), colours().accent, radius=4)


def paint_sign(painter: QPainter, room: QRect) -> None:
    """The sign of a clash, at the right end of a room."""
    side = scaled(_SIGN)
    place = QRect(room.right() - side + 1, room.center().y() - side // 2 + 1, side, side)
    paint_icon(painter, place, "triangle-alert", colours().warning)


def _paint_meeting(painter: QPainter, rect: QRect, mark: Mark, *, is_lit: bool) -> None:
    _paint_ground(painter, rect, mark, is_lit=is_lit)
    small = QFontMetrics(font(Type.CAPTION))
    inner = rect.adjusted(scaled(_STRIPE + 5), 0, -scaled(4), 0)
    if mark.warnings:
        paint_sign(painter, inner)
        inner.setRight(inner.right() - scaled(_SIGN + 4))
    needed = small.horizontalAdvance(mark.begins) + scaled(6)
    if mark.begins and inner.width() - needed >= scaled(36):
        right = Qt.AlignmentFlag.AlignRight
        paint_words(painter, inner, mark.begins, font(Type.CAPTION), colours().muted, right)
        inner.setRight(inner.right() - needed)
    weight = _font(mark, is_strong=False)
    full = f"{mark.label} · {mark.title}"
    words = full if small.horizontalAdvance(full) <= inner.width() else mark.label
    if inner.width() < scaled(_LEAST):
        return
    _paint_label(painter, inner, words, weight, colours().muted if mark.is_off else colours().text)


def _paint_label(painter: QPainter, room: QRect, words: str, weight: QFont, colour: str) -> None:
    """The words; in a narrow room as many whole letters as fit, which say more than dots do."""
    if room.width() < scaled(_FEW):
        metrics = QFontMetrics(weight)
        while metrics.horizontalAdvance(words) > room.width() - 2:
            words = words[:-1]
    paint_words(painter, room, words.rstrip(), weight, colour)


def _paint_deadline(painter: QPainter, rect: QRect, mark: Mark, *, is_lit: bool) -> None:
    now = colours()
    if is_lit:
        paint_ground(painter, rect, now.hover, radius=4)
    side = scaled(_SIGN)
    inner = rect.adjusted(scaled(2), 0, -scaled(2), 0)
    colour = now.danger if mark.is_late else now.muted
    hue = organisation_colour(mark.colour).name()
    place = QRect(inner.left(), inner.center().y() - side // 2 + 1, side, side)
    paint_icon(painter, place, mark.icon, now.danger if mark.is_late else hue)
    inner.setLeft(place.right() + scaled(6))
    full = f"{mark.title} · {mark.label}"
    small = QFontMetrics(font(Type.CAPTION))
    fits = small.horizontalAdvance(full) <= inner.width()
    words = full if fits else f"{mark.in_short} · {mark.label}"
    if small.horizontalAdvance(f"{mark.in_short} · ") + scaled(_SOME) > inner.width():
        words = mark.in_short
    if inner.width() >= scaled(_SOME):
        paint_words(painter, inner, words, font(Type.CAPTION), colour)


def _paint_ground(painter: QPainter, rect: QRect, mark: Mark, *, is_lit: bool) -> None:
    now = colours()
    if is_lit:
        paint_ground(painter, rect, now.selected, radius=4)
    elif mark.is_off:
        paint_ground(painter, rect, now.surface, border=now.divider, radius=4)
    else:
        paint_ground(painter, rect, tint(mark.colour), radius=4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(organisation_colour(mark.colour))
    stripe = QRectF(rect.left(), rect.top(), scaled(_STRIPE), rect.height())
    painter.drawRoundedRect(stripe, 1.5, 1.5)
    painter.restore()


def _block_lines(mark: Mark, width: int) -> list[str]:
    """What a block of that width says; in a narrow one, whose it is and when it begins."""
    if width < scaled(_LEAST):
        return []
    if width < scaled(_FEW):
        metrics = QFontMetrics(font(Type.CAPTION))
        fits = metrics.horizontalAdvance(mark.begins) <= width - 2  # a time is never cut
        return [mark.label, mark.begins] if fits and mark.begins else [mark.label]
    place = mark.meeting.place if mark.meeting else ""
    return [mark.label, *filter(None, (mark.title, mark.times, place))]


def _font(mark: Mark, *, is_strong: bool) -> QFont:
    made = font(Type.CAPTION, is_strong=is_strong)
    made.setStrikeOut(mark.is_off)
    return made
