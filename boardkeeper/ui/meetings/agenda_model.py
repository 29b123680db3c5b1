"""The agenda as rows: numbered, timed, edited in place, and moved without losing one's place.

The rows are flat and each knows its depth; the tree lives in the records. New versions of the
agenda are taken in by the least change, so that the chosen row, an open editor and the scroll
position stay where they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from boardkeeper.domain.agenda import (
    Agenda,
    AgendaItemId,
    AgendaLine,
    ItemType,
)
from boardkeeper.ui.meetings.agenda_cells import (
    EDITED,
    Col,
    alignment,
    changed,
    column_name,
    shown,
    typed,
)
from boardkeeper.ui.meetings.agenda_words import spoken_line
from boardkeeper.ui.meetings.places import Place, block_end, place_at, place_under

Index = QModelIndex | QPersistentModelIndex

MIME = "application/x-boardkeeper-agenda-item"
LINE = Qt.ItemDataRole.UserRole + 1
"""The role under which a row gives its whole line, or None for one being written."""

_TOP = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A row being written: it becomes an item when it has a title."""

    after: AgendaItemId | None
    depth: int


class AgendaModel(QAbstractTableModel):
    """Rows of one agenda. It stores nothing: it tells what the person wants stored."""

    edited = Signal(object)
    written = Signal(object, str)
    placed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[AgendaLine | Draft] = []
        self._is_being_stored = False

    @property
    def lines(self) -> list[AgendaLine]:
        """The agenda's own lines, without a row being written."""
        return [row for row in self._rows if isinstance(row, AgendaLine)]

    def line(self, row: int) -> AgendaLine | None:
        """The line at a row; None for a row being written or none at all."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, AgendaLine) else None

    def depth(self, row: int) -> int:
        return self._rows[row].depth

    def row_of(self, item_id: AgendaItemId) -> int:
        """The row of an item, or -1."""
        for at, row in enumerate(self._rows):
            if isinstance(row, AgendaLine) and row.item.id == item_id:
                return at
        return -1

    @property
    def draft_row(self) -> int:
        """The row being written, or -1."""
        for at, row in enumerate(self._rows):
            if isinstance(row, Draft):
                return at
        return -1

    def clear(self) -> None:
        """Show nothing: another meeting is coming."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def set_agenda(self, agenda: Agenda) -> None:
        """Take in a new version of the agenda by the least change."""
        wanted: list[AgendaLine | Draft] = list(agenda.lines)
        draft_at = self.draft_row
        if draft_at >= 0:
            draft = self._rows[draft_at]
            if self._is_being_stored and self._has_become_an_item(agenda.lines, draft_at):
                self._rows[draft_at] = agenda.lines[draft_at]
            elif isinstance(draft, Draft):
                wanted.insert(_row_after(agenda.lines, draft.after), draft)
        self._arrange([_key(row) for row in wanted], wanted)
        self._fill(wanted)

    def begin_draft(self, after: AgendaItemId | None) -> int:
        """Make room for a new item after another, or at the end; returns its row."""
        self.drop_draft()
        at = _row_after(self.lines, after)
        depth = 0 if after is None else self._rows[self.row_of(after)].depth
        self.beginInsertRows(_TOP, at, at)
        self._rows.insert(at, Draft(after=after, depth=depth))
        self.endInsertRows()
        return at

    def drop_draft(self) -> None:
        """Give up the row being written, if there is one."""
        at = self.draft_row
        if at >= 0:
            self.beginRemoveRows(_TOP, at, at)
            del self._rows[at]
            self.endRemoveRows()

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(Col)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(Col):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column_name(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(index.column())
        line = self.line(index.row())
        return _draft_says(role) if line is None else _says(line, Col(index.column()), role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        line = self.line(index.row())
        if line is None:
            is_title = index.column() == Col.TITLE
            return flags | Qt.ItemFlag.ItemIsEditable if is_title else flags
        flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        if index.column() in EDITED:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(  # noqa: N802 - Qt's name
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Ask for the change to be stored; the row shows it when it has been."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row = self._rows[index.row()]
        if isinstance(row, Draft):
            return self._write(row, str(value).strip())
        edited = changed(row.item, Col(index.column()), value)
        if edited == row.item:
            return False
        self.edited.emit(edited)
        return True

    def toggle(self, row: int, column: int) -> None:
        """Turn closed or consent on or off."""
        line = self.line(row)
        if line is None:
            return
        item = line.item
        if column == Col.CLOSED:
            self.edited.emit(replace(item, is_closed=not item.is_closed))
        elif column == Col.CONSENT:
            self.edited.emit(replace(item, is_consent=not item.is_consent))

    def set_type(self, row: int, item_type: ItemType) -> None:
        """Ask for another type; nothing is asked where it has that type already."""
        line = self.line(row)
        if line is not None and line.item.type is not item_type:
            self.edited.emit(replace(line.item, type=item_type))

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return [MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:  # noqa: N802 - Qt's name
        data = QMimeData()
        line = self.line(indexes[0].row()) if indexes else None
        if line is not None:
            data.setData(MIME, line.item.id.encode())
            data.setText(line.item.title)
        return data

    def dropMimeData(  # noqa: N802 - Qt's name
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,  # noqa: ARG002 - Qt's form
        parent: Index,
    ) -> bool:
        """Between two rows: before the lower one, on its level. On a row: as its last sub-item."""
        if action == Qt.DropAction.IgnoreAction or not data.hasFormat(MIME):
            return action == Qt.DropAction.IgnoreAction
        moved = dragged_item(data)
        lines = self.lines
        if parent.isValid() and parent.row() < len(lines):
            return self._place(moved, place_under(lines, moved, parent.row()))
        at = row if 0 <= row <= len(lines) else len(lines)
        level = lines[at].depth if at < len(lines) else 0
        return self.drop_at(moved, at, level)

    def drop_at(self, moved: AgendaItemId, row: int, level: int) -> bool:
        """Move an item before a row, on a level; False where it cannot lie."""
        return self._place(moved, place_at(self.lines, moved, row, level))

    def _place(self, moved: AgendaItemId, place: Place | None) -> bool:
        if place is None:
            return False
        self.placed.emit(moved, place)
        return True

    def _write(self, draft: Draft, title: str) -> bool:
        if not title:
            return False
        self._is_being_stored = True
        self.written.emit(draft.after, title)
        self._is_being_stored = False
        return True

    def _has_become_an_item(self, lines: Sequence[AgendaLine], draft_at: int) -> bool:
        known = {line.item.id for line in self.lines}
        return draft_at < len(lines) and lines[draft_at].item.id not in known

    def _arrange(self, keys: list[AgendaItemId | None], wanted: list[AgendaLine | Draft]) -> None:
        """Remove, move and insert rows until they stand in the order of the keys."""
        kept = set(keys)
        for at in reversed(range(len(self._rows))):
            if _key(self._rows[at]) not in kept:
                self.beginRemoveRows(_TOP, at, at)
                del self._rows[at]
                self.endRemoveRows()
        for at, key in enumerate(keys):
            now = [_key(row) for row in self._rows]
            if at < len(now) and now[at] == key:
                continue
            if key in now:
                self._move(now.index(key), at, now, keys)
            else:
                self.beginInsertRows(_TOP, at, at)
                self._rows.insert(at, wanted[at])
                self.endInsertRows()

    def _move(
        self,
        source: int,
        target: int,
        now: list[AgendaItemId | None],
        keys: list[AgendaItemId | None],
    ) -> None:
        """Move a row up to `target`, with the rows that follow it in both orders."""
        count = 1
        while now[source + count : source + count + 1] == keys[target + count : target + count + 1]:
            if source + count >= len(now):
                break
            count += 1
        self.beginMoveRows(_TOP, source, source + count - 1, _TOP, target)
        block = self._rows[source : source + count]
        del self._rows[source : source + count]
        self._rows[target:target] = block
        self.endMoveRows()

    def _fill(self, wanted: list[AgendaLine | Draft]) -> None:
        """Tell of the rows whose words have changed, in stretches."""
        differing = [at for at, row in enumerate(wanted) if row != self._rows[at]]
        self._rows = wanted
        while differing:
            first = last = differing.pop(0)
            while differing and differing[0] == last + 1:
                last = differing.pop(0)
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Col) - 1))


def dragged_item(data: QMimeData) -> AgendaItemId:
    """Which item is being dragged."""
    return AgendaItemId(bytes(data.data(MIME).data()).decode())


def _key(row: AgendaLine | Draft) -> AgendaItemId | None:
    return row.item.id if isinstance(row, AgendaLine) else None


def _row_after(lines: Sequence[AgendaLine], after: AgendaItemId | None) -> int:
    """The row after an item and its sub-items; the end without one."""
    for at, line in enumerate(lines):
        if line.item.id == after:
            return block_end(lines, at)
    return len(lines)


def _draft_says(role: int) -> str | None:
    return "" if role == Qt.ItemDataRole.EditRole else None


def _says(line: AgendaLine, column: Col, role: int) -> Any:
    """What a cell answers in a role."""
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return shown(line, column)
        case Qt.ItemDataRole.EditRole:
            return typed(line.item, column)
        case Qt.ItemDataRole.AccessibleTextRole:
            return spoken_line(line) if column is Col.TITLE else shown(line, column)
        case _:
            return line if role == LINE else None
