"""One model for every list and table: it holds records, and columns say how they read.

Nothing is made per row beyond the records themselves, so 100,000 of them stay quick. The texts for
searching are kept as one list of strings, made when someone first searches.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from boardkeeper import formats
from boardkeeper.ui.kit.tokens import Tone

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()


class Role(IntEnum):
    """What a view can ask about a row besides Qt's own roles."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    TITLE = Qt.ItemDataRole.UserRole + 2
    CAPTION = Qt.ItemDataRole.UserRole + 3
    CHIP = Qt.ItemDataRole.UserRole + 4
    COLOUR = Qt.ItemDataRole.UserRole + 5
    TONE = Qt.ItemDataRole.UserRole + 6
    ICON = Qt.ItemDataRole.UserRole + 7
    IS_MUTED = Qt.ItemDataRole.UserRole + 8
    IS_TICKED = Qt.ItemDataRole.UserRole + 9
    IS_STRUCK = Qt.ItemDataRole.UserRole + 10
    MARKED = Qt.ItemDataRole.UserRole + 11


@dataclass(frozen=True)  # slots would forbid `Column[Meeting](…)` in Python 3.11
class Column(Generic[T]):
    """How one fact about a record reads in a table.

    Attributes:
        title: The head of the column.
        text: The words of a cell.
        sort_by: What to sort by; the words themselves if left out. None sorts last.
        align_right: For figures.
        stretch: The share of the free width it takes; 0 is as wide as `width` or its words.
        width: Pixels at text size 100 %; 0 is as wide as its words.
    """

    title: str
    text: Callable[[T], str]
    sort_by: Callable[[T], Any] | None = None
    align_right: bool = False
    stretch: int = 0
    width: int = 0


@dataclass(frozen=True)  # slots would forbid `RowFace[Meeting](…)` in Python 3.11
class RowFace(Generic[T]):
    """How a record reads as a card row: what is left out is not shown.

    Attributes:
        title: The first line.
        caption: The second line.
        chip: A few words at the end, most often a day.
        colour: The name of an organisation colour, as a stripe before the row.
        tone: The tone of the chip.
        icon: The name of a Lucide icon.
        is_muted: Whether the row stands back, as what is past or cancelled.
        is_ticked: Whether the box before the title is ticked; None for a row without a box, and
            left out there are none at all.
        is_struck: Whether the title is struck through.
        marked: Words searched for, marked where they stand.
        group: What the row stands under with those beside it, as a heading above the first.
    """

    title: Callable[[T], str]
    caption: Callable[[T], str] | None = None
    chip: Callable[[T], str] | None = None
    colour: Callable[[T], str] | None = None
    tone: Callable[[T], Tone] | None = None
    icon: Callable[[T], str] | None = None
    is_muted: Callable[[T], bool] | None = None
    is_ticked: Callable[[T], bool | None] | None = None
    is_struck: Callable[[T], bool] | None = None
    marked: Callable[[T], str] | None = None
    group: Callable[[T], str] | None = None

    def by_role(self) -> dict[int, Callable[[T], object]]:
        asked: dict[int, Callable[[T], object] | None] = {
            Role.TITLE: self.title,
            Role.CAPTION: self.caption,
            Role.CHIP: self.chip,
            Role.COLOUR: self.colour,
            Role.TONE: self.tone,
            Role.ICON: self.icon,
            Role.IS_MUTED: self.is_muted,
            Role.IS_TICKED: self.is_ticked,
            Role.IS_STRUCK: self.is_struck,
            Role.MARKED: self.marked,
        }
        return {role: answer for role, answer in asked.items() if answer is not None}

    def spoken(self, record: T) -> str:
        """The row as a screen reader says it."""
        parts = (self.title, self.caption, self.chip)
        return ", ".join(filter(None, (part(record) for part in parts if part is not None)))


def own_id(record: Any) -> Hashable:
    """What a record is known by: its `id`."""
    found: Hashable = record.id
    return found


class RecordListModel(QAbstractTableModel, Generic[T]):
    """Records as rows: sorted, filtered, and never changed here."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        *,
        face: RowFace[T] | None = None,
        key: Callable[[T], Hashable] = own_id,
        search_by: Callable[[T], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._face = face
        self._answers: dict[int, Callable[[T], object]] = {Role.RECORD: lambda record: record}
        if face is not None:
            self._answers |= face.by_role()
        self._key = key
        self._search_by = search_by or self._all_words
        self._all: tuple[T, ...] = ()
        self._shown: list[T] = []
        self._haystacks: list[str] | None = None
        self._filter = ""
        self._sorting: tuple[int, Qt.SortOrder] | None = None

    @property
    def columns(self) -> tuple[Column[T], ...]:
        return self._columns

    @property
    def has_captions(self) -> bool:
        """Whether its card rows have two lines."""
        return self._face is not None and self._face.caption is not None

    @property
    def has_boxes(self) -> bool:
        """Whether its card rows begin with a box to tick."""
        return Role.IS_TICKED in self._answers

    @property
    def headings(self) -> dict[int, str]:
        """The headings of the groups, by the row each stands above."""
        if self._face is None or self._face.group is None:
            return {}
        headings: dict[int, str] = {}
        before = ""
        for row, record in enumerate(self._shown):
            heading = self._face.group(record)
            if heading != before:
                headings[row] = before = heading
        return headings

    @property
    def records(self) -> Sequence[T]:
        """What is shown, in the order shown."""
        return self._shown

    @property
    def sorting(self) -> tuple[int, Qt.SortOrder] | None:
        """The column sorted by and its direction, or None for the order given."""
        return self._sorting

    def set_records(self, records: Sequence[T]) -> None:
        """Show these; sorting and filter stay."""
        self.beginResetModel()
        self._all = tuple(records)
        self._haystacks = None
        self._arrange()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show only records that hold every word of the text; nothing shows them all."""
        if text == self._filter:
            return
        self.beginResetModel()
        self._filter = text
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a negative column is the order the records were given in."""
        self.beginResetModel()
        self._sorting = (column, order) if 0 <= column < len(self._columns) else None
        self._arrange()
        self.endResetModel()

    def clear_sort(self) -> None:
        self.sort(-1)

    def record(self, row: int) -> T:
        return self._shown[row]

    def key_of(self, row: int) -> Hashable:
        return self._key(self._shown[row])

    def row_of(self, key: Hashable) -> int:
        """The row of the record known by that key, or -1."""
        own_key = self._key
        return next((row for row, record in enumerate(self._shown) if own_key(record) == key), -1)

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else max(1, len(self._columns))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        record = self._shown[index.row()]
        if role in self._answers:
            return self._answers[role](record)
        return self._standard(record, index.column(), role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.has_boxes else flags

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def _standard(self, record: T, column: int, role: int) -> object:
        """What Qt's own roles ask for."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(record, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._face.spoken(record) if self._face else self._all_words(record)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(column)
            case Qt.ItemDataRole.CheckStateRole if self.has_boxes:
                is_ticked = self._answers[Role.IS_TICKED](record)
                if is_ticked is None:
                    return None
                return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
            case _:
                return None

    def _words(self, record: T, column: int) -> str:
        if column < len(self._columns):
            return self._columns[column].text(record)
        return self._face.title(record) if self._face else ""

    def _all_words(self, record: T) -> str:
        words = [column.text(record) for column in self._columns]
        if self._face is not None:
            words.append(self._face.spoken(record))
        return ", ".join(filter(None, words))

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        is_right = column < len(self._columns) and self._columns[column].align_right
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _arrange(self) -> None:
        shown = self._found()
        if self._sorting is not None:
            column, order = self._sorting
            shown = _sorted(shown, self._columns[column], order)
        self._shown = shown

    def _found(self) -> list[T]:
        words = self._filter.casefold().split()
        if not words:
            return list(self._all)
        if self._haystacks is None:
            self._haystacks = [self._search_by(record).casefold() for record in self._all]
        found = zip(self._all, self._haystacks, strict=True)
        if len(words) == 1:
            word = words[0]
            return [record for record, haystack in found if word in haystack]
        return [record for record, haystack in found if all(word in haystack for word in words)]


def _sorted(records: list[T], column: Column[T], order: Qt.SortOrder) -> list[T]:
    """Sorted by a column, the given order kept among equals, and what has no value last."""
    is_descending = order is Qt.SortOrder.DescendingOrder
    if column.sort_by is None:
        text = column.text
        return sorted(
            records, key=lambda record: formats.sort_key(text(record)), reverse=is_descending
        )
    by = column.sort_by
    keys = [by(record) for record in records]
    if None not in keys:
        return sorted(records, key=by, reverse=is_descending)
    known = [record for record, key in zip(records, keys, strict=True) if key is not None]
    unknown = [record for record, key in zip(records, keys, strict=True) if key is None]
    return sorted(known, key=by, reverse=is_descending) + unknown
