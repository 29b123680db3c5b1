"""How the cells of an agenda look, and how they are written in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaLine
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    ICON,
    Space,
    Type,
    colours,
    font,
    paint_icon,
    paint_ring,
    paint_words,
    scaled,
)
from boardkeeper.ui.kit.labels import restyle
from boardkeeper.ui.meetings.agenda_cells import Col, column_name
from boardkeeper.ui.meetings.agenda_model import LINE

Index = QModelIndex | QPersistentModelIndex

INDENT = 24
"""Pixels a level is set in."""


class AgendaDelegate(QStyledItemDelegate):
    """Paints the rows and opens a line to write in.

    `refused` tells what could not be read; `struck` passes on a key that is not for the writing.
    """

    refused = Signal(str)
    struck = Signal(object)

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.hovered_row = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        now = colours()
        painter.save()
        is_chosen = self._table.currentIndex().row() == index.row()
        if is_chosen:
            painter.fillRect(rect, QColor(now.selected))
        elif self.hovered_row == index.row():
            painter.fillRect(rect, QColor(now.hover))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(now.divider))
        line = index.data(LINE)
        if isinstance(line, AgendaLine):
            self._paint_cell(painter, rect, index, line)
        if self._table.hasFocus() and self._table.currentIndex() == index:
            paint_ring(painter, rect.adjusted(1, 1, -1, -2), now.accent)
        painter.restore()

    def createEditor(  # noqa: N802 - Qt's name
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's form
        index: Index,
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(column_name(index.column()))
        if index.column() == Col.TITLE:
            editor.setPlaceholderText(_("What is it about?"))
        editor.setProperty("column", index.column())
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        if not isinstance(editor, QLineEdit):
            return
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, model: Any, index: Index
    ) -> None:
        if not isinstance(editor, QLineEdit):
            return
        try:
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)
        except UserError as error:
            self.refused.emit(str(error))

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect: QRect = option.rect
        if index.column() == Col.TITLE:
            depth = self._table.model().depth(index.row())  # type: ignore[attr-defined] # our model
            rect = rect.adjusted(scaled(INDENT) * depth, 0, 0, 0)
        height = min(editor.sizeHint().height(), rect.height() - 2)
        top = rect.top() + (rect.height() - height) // 2
        editor.setGeometry(rect.left() + 2, top, rect.width() - 4, height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(editor, QLineEdit) and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and self._handle_key(editor, event):
                return True
            if event.type() == QEvent.Type.ShortcutOverride and is_moving(event):
                event.accept()
                return True
        return super().eventFilter(editor, event)

    def _handle_key(self, editor: QLineEdit, event: QKeyEvent) -> bool:
        """Keep an unreadable editor open; let the keys that move an item through to the table."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if not (is_enter or is_tab or is_moving(event)):
            return False
        if not self._can_be_read(editor):
            return True
        if is_tab:
            return False  # Qt commits and goes on to the next cell
        # Qt would let Enter on to the table, where it writes a new item.
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        if not is_enter:
            self.struck.emit(event)
        return True

    def _can_be_read(self, editor: QLineEdit) -> bool:
        if editor.property("column") != Col.MINUTES or not editor.text().strip():
            return True
        try:
            formats.read_duration(editor.text())
        except UserError as error:
            editor.setProperty("wrong", True)
            restyle(editor)
            self.refused.emit(str(error))
            return False
        return True

    def _paint_cell(self, painter: QPainter, rect: QRect, index: Index, line: AgendaLine) -> None:
        column = Col(index.column())
        inner = rect.adjusted(scaled(Space.M), 0, -scaled(Space.M), 0)
        if column is Col.TITLE:
            self._paint_title(painter, inner, line)
        elif column in (Col.CLOSED, Col.CONSENT):
            self._paint_mark(painter, rect, column, line)
        else:
            now = colours()
            is_sum = column is Col.MINUTES and line.is_section
            is_loud = column in (Col.NUMBER, Col.MINUTES) and not line.item.is_break and not is_sum
            alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
            paint_words(
                painter,
                inner,
                index.data() or "",
                font(Type.BODY, is_strong=column is Col.NUMBER and line.depth == 0),
                now.text if is_loud else now.muted,
                alignment & Qt.AlignmentFlag.AlignHorizontal_Mask,
            )

    def _paint_title(self, painter: QPainter, room: QRect, line: AgendaLine) -> None:
        now = colours()
        side = scaled(ICON) - 2
        top = room.center().y() - side // 2 + 1
        room = room.adjusted(scaled(INDENT) * line.depth, 0, 0, 0)
        if line.item.is_break:
            paint_icon(painter, QRect(room.left(), top, side, side), "coffee", now.muted)
            room.setLeft(room.left() + side + scaled(Space.S))
        for name in self._marks_of(line):
            room.setRight(room.right() - side)
            paint_icon(painter, QRect(room.right() + 1, top, side, side), name, now.muted)
            room.setRight(room.right() - scaled(Space.XS))
        is_strong = line.is_section or line.depth == 0
        colour = now.muted if line.item.is_break else now.text
        weight = font(Type.BODY, is_strong=is_strong and not line.item.is_break)
        paint_words(painter, room, line.item.title, weight, colour)

    def _marks_of(self, line: AgendaLine) -> list[str]:
        """The icons after a title: what hidden columns would say, and that there is a case."""
        marks = []
        if line.is_closed and self._table.isColumnHidden(Col.CLOSED):
            marks.append("lock")
        if line.item.is_consent and self._table.isColumnHidden(Col.CONSENT):
            marks.append("asterisk")
        if line.item.has_case:
            marks.append("file-text")
        return marks

    def _paint_mark(self, painter: QPainter, rect: QRect, column: Col, line: AgendaLine) -> None:
        """A padlock or an asterisk where it is set; a faint one to press where the pointer is."""
        now = colours()
        if line.item.is_break:
            return
        is_closed = column is Col.CLOSED
        is_set = line.item.is_closed if is_closed else line.item.is_consent
        is_inherited = is_closed and line.is_closed and not is_set
        row = self._table.model().row_of(line.item.id)  # type: ignore[attr-defined] # our model
        is_near = row in (self.hovered_row, self._table.currentIndex().row())
        if not (is_set or is_inherited or is_near):
            return
        name = "lock" if is_set or is_inherited else "lock-open"
        colour = now.text if is_set else now.muted if is_inherited else now.border
        side = scaled(ICON) - 2
        place = QRect(0, 0, side, side)
        place.moveCenter(rect.center())
        paint_icon(painter, place, name if is_closed else "asterisk", colour)


def is_moving(event: QKeyEvent) -> bool:
    """Whether the key moves an item: Alt with the arrows, but not Alt+←/→ (back and forward)."""
    alt = Qt.KeyboardModifier.AltModifier
    shift = Qt.KeyboardModifier.ShiftModifier
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    up_or_down = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
    left_or_right = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
    return (up_or_down and pressed in (alt, alt | shift)) or (
        left_or_right and pressed == alt | shift
    )
