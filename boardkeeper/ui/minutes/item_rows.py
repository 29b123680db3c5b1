"""The agenda at the left while one takes minutes: where one is, what took how long, what came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from boardkeeper import formats
from boardkeeper.domain.minutes import Outcome, outcome_name
from boardkeeper.domain.minutes_book import BookItem
from boardkeeper.domain.tasks import TaskStatus
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.kit import (
    ICON,
    Column,
    RecordList,
    RecordListModel,
    Role,
    RowFace,
    Space,
    Tone,
    Type,
    colours,
    font,
    paint_ground,
    paint_icon,
    paint_ring,
    paint_words,
    scaled,
)

Index = QModelIndex | QPersistentModelIndex

_OUTCOMES = {
    Outcome.NOTED: "check",
    Outcome.POSTPONED: "calendar-clock",
    Outcome.REFERRED: "forward",
}


def made_item_list(parent: QWidget | None = None) -> tuple[RecordListModel[BookItem], RecordList]:
    """The list of items and its model."""
    columns = [Column[BookItem](_("Item"), lambda each: each.item.title)]
    face = RowFace[BookItem](
        title=title_of_item,
        caption=timing,
        chip=lambda each: ", ".join(words for _icon, words in marks(each)),
    )
    model = RecordListModel(columns, face=face, key=lambda each: each.item.id)
    view = RecordList(model, _("Items"), parent)
    view.setItemDelegate(ItemDelegate(view))
    return model, view


def title_of_item(each: BookItem) -> str:
    """Number and title, as "4. Budget"; a break has no number."""
    return f"{each.line.number}. {each.item.title}" if each.line.number else each.item.title


def timing(each: BookItem) -> str:
    """What was planned, and how it really went: "19.32-19.44 · planned 10 min"."""
    planned = formats.duration(each.line.minutes) if each.line.minutes else ""
    noted = each.minutes
    if noted is None or noted.began_at is None:
        return " · ".join(filter(None, (formats.time(each.line.starts_at), planned)))
    really = _actual(noted.began_at, noted.ended_at)
    if not planned:
        return really
    return _("{times} · planned {duration}").format(times=really, duration=planned)


def _actual(began_at: datetime, ended_at: datetime | None) -> str:
    if ended_at is None:
        return _("since {time}").format(time=formats.time(began_at))
    return formats.times(began_at.time(), ended_at.time())


def is_running(each: BookItem) -> bool:
    """Whether the item has begun and not ended."""
    noted = each.minutes
    return noted is not None and noted.began_at is not None and noted.ended_at is None


def marks(each: BookItem) -> Iterator[tuple[str, str]]:
    """The item's marks: an icon, and what it says."""
    if is_running(each):
        yield "play", _("going on")
    if each.is_added:
        yield "list-plus", _("added at the meeting")
    if each.line.is_closed:
        yield "lock", _("closed")
    if each.decisions:
        count = len(each.decisions)
        words = ngettext("{count} decision", "{count} decisions", count)
        yield "gavel", words.format(count=count)
    if each.votes:
        count = len(each.votes)
        words = ngettext("{count} vote taken", "{count} votes taken", count)
        yield "vote", words.format(count=count)
    if each.tasks:
        count = len(each.tasks)
        is_open = any(task.task.status is TaskStatus.OPEN for task in each.tasks)
        words = ngettext("{count} task", "{count} tasks", count)
        yield "square-check-big" if not is_open else "list-checks", words.format(count=count)
    if each.outcome in _OUTCOMES:
        yield _OUTCOMES[each.outcome], outcome_name(each.outcome).lower()


class ItemDelegate(QStyledItemDelegate):
    """Paints an item: its number in a column of its own, title, times, and marks at the end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        each: BookItem = index.data(Role.RECORD)
        now = colours()
        ground = option.rect.adjusted(0, 1, 0, -1)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_selected:
            paint_ground(painter, ground, now.selected)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint_ground(painter, ground, now.hover)
        if is_selected and option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, ground, now.accent)
        inner = ground.adjusted(scaled(Space.S), 0, -scaled(Space.S), 0)
        digits = QFontMetrics(font(Type.BODY)).horizontalAdvance("00")
        inner.setLeft(inner.left() + each.line.depth * digits)
        number = QRect(inner.left(), inner.top(), _width_of(each.line.number), inner.height())
        middle = ground.center().y()
        above = QRect(0, middle - scaled(22), 0, scaled(23))
        below = QRect(0, middle + scaled(1), 0, scaled(20))
        weight = font(Type.BODY, is_strong=is_selected or is_running(each))
        words = now.muted if each.item.is_break else now.text
        paint_words(painter, _across(above, number), each.line.number, font(Type.BODY), now.muted)
        inner.setLeft(number.right() + scaled(Space.S))
        edge = self._paint_marks(painter, _across(below, inner), each)
        paint_words(painter, _across(above, inner), each.item.title, weight, words)
        inner.setRight(edge)
        paint_words(painter, _across(below, inner), timing(each), font(Type.CAPTION), now.muted)
        painter.restore()

    def _paint_marks(self, painter: QPainter, room: QRect, each: BookItem) -> int:
        """Paint the marks at the right end; returns where the room before them ends."""
        side = scaled(ICON - 2)
        left = room.right() + 1
        for icon, _words in reversed(list(marks(each))):
            left -= side
            tone = Tone.ACCENT if icon == "play" else Tone.MUTED
            top = room.center().y() - side // 2 + 1
            paint_icon(painter, QRect(left, top, side, side), icon, colours().of_tone(tone))
            left -= scaled(Space.XS)
        return left


def _width_of(number: str) -> int:
    """Room for the number, and for two digits at least, so that titles stand below one another."""
    metrics = QFontMetrics(font(Type.BODY))
    return max(metrics.horizontalAdvance("00"), metrics.horizontalAdvance(number)) + 2


def _across(height: QRect, width: QRect) -> QRect:
    return QRect(width.left(), height.top(), width.width(), height.height())
