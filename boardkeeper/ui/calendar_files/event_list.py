"""A list with a box before each row, to be ticked with the mouse or the space bar."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from boardkeeper.i18n import _
from boardkeeper.ui.calendar_files.rows import EventModel, Index
from boardkeeper.ui.kit import (
    RecordList,
    Space,
    colours,
    paint_ground,
    paint_icon,
    scaled,
)
from boardkeeper.ui.kit.record_views import RowDelegate

_BOX = 20


class EventList(RecordList):
    """The events of a calendar file."""

    def __init__(self, model: EventModel) -> None:
        super().__init__(model, _("Meetings in the file"))
        self.setItemDelegate(TickedRowDelegate(self))


class TickedRowDelegate(RowDelegate):
    """Paints the box before the row, and sets it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            _paint_box(painter, _box(option.rect), is_ticked=_is_ticked(state))
        row = QStyleOptionViewItem(option)
        row.rect = option.rect.adjusted(_gutter(), 0, 0, 0)
        super().paint(painter, row, index)

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the box, or a press of the space bar, turns it; true when it did."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None or not _turns(event, option.rect):
            return False
        turned = Qt.CheckState.Unchecked if _is_ticked(state) else Qt.CheckState.Checked
        return model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)


def _turns(event: QEvent, rect: QRect) -> bool:
    if isinstance(event, QKeyEvent):
        return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
    if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
        is_left = event.button() is Qt.MouseButton.LeftButton
        return is_left and event.position().x() < rect.left() + _gutter()
    return False


def _is_ticked(state: object) -> bool:
    return state in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)  # Qt hands on either


def _gutter() -> int:
    """The room before the rows, in which the boxes stand."""
    return scaled(_BOX + 2 * Space.S)


def _box(row: QRect) -> QRect:
    side = scaled(_BOX)
    return QRect(row.left() + scaled(Space.S), row.center().y() - side // 2, side, side)


def _paint_box(painter: QPainter, place: QRect, *, is_ticked: bool) -> None:
    now = colours()
    if is_ticked:
        paint_ground(painter, place, now.accent, radius=4)
        paint_icon(painter, place.adjusted(2, 2, -2, -2), "check", now.on_accent)
    else:
        paint_ground(painter, place, now.surface, border=now.border, radius=4)
