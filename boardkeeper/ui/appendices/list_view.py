"""The list of a meeting's papers: painted heads and papers, keys, and dragging.

Alt+↑/↓ (or Ctrl+↑/↓) moves a paper, F2 edits it, Space takes it in or out of the pack, Enter shows
it, Del discards it. Each has a button twin in the toolbar above.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.papers import PaperId
from boardkeeper.i18n import _
from boardkeeper.ui.appendices.landing import FileLanding
from boardkeeper.ui.appendices.lines import Head, Leaf, Line
from boardkeeper.ui.appendices.words import facts_of, icon_of, mark_of
from boardkeeper.ui.kit import (
    CARD_ROW_HEIGHT,
    ICON,
    Column,
    RecordList,
    RecordListModel,
    Role,
    RowFace,
    Space,
    Type,
    colours,
    font,
    paint_chip,
    paint_ground,
    paint_icon,
    paint_ring,
    paint_words,
    scaled,
)

HEAD_HEIGHT = 36

MIME = "application/x-boardkeeper-paper"
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Landing:
    """Where what is dragged would lie: under an item (None: loose), at a place, above a row."""

    item_id: AgendaItemId | None
    position: int
    row: int


class PapersModel(RecordListModel[Line]):
    """The lines; papers among them can be dragged."""

    def __init__(self) -> None:
        face = RowFace[Line](
            title=_title,
            caption=lambda line: facts_of(line.paper) if isinstance(line, Leaf) else line.extent,
            chip=lambda line: (
                mark_of(line.paper, line.versions)[0]
                if isinstance(line, Leaf)
                else (_("closed") if line.is_closed else "")
            ),
        )
        super().__init__([Column[Line](_("Paper"), _title)], face=face)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled
        if index.isValid() and isinstance(self.record(index.row()), Leaf):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return [MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:  # noqa: N802 - Qt's name
        data = QMimeData()
        line = self.record(indexes[0].row()) if indexes else None
        if isinstance(line, Leaf):
            data.setData(MIME, line.id.encode())
            data.setText(line.paper.title)
        return data


class PapersList(RecordList):
    """`moved` says where a paper was dragged or carried by the keys, `dropped` where files were."""

    moved = Signal(str, object, int)
    dropped = Signal(list, object)
    raise_wanted = Signal()
    lower_wanted = Signal()
    edit_wanted = Signal()
    pack_wanted = Signal()

    def __init__(self, model: PapersModel, parent: QWidget | None = None) -> None:
        self._papers = model
        self._landing: Landing | None = None
        self._lit: Head | None = None
        super().__init__(model, _("Papers"), parent)
        self.setItemDelegate(PapersDelegate(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(False)
        FileLanding(self.viewport(), self._on_files, over=self._show_files, left=self._clear)
        model.modelReset.connect(self._fit_rows)
        self._fit_rows()

    @property
    def lit(self) -> Head | None:
        """The item that files are held over."""
        return self._lit

    def head_at(self, place: QPoint) -> Head | None:
        """Whose papers lie there; below all of them, the loose ones' place."""
        index = self.indexAt(place)
        row = index.row() if index.isValid() else self._papers.rowCount() - 1
        if row < 0:
            return None
        line = self._papers.record(row)
        return line if isinstance(line, Head) else line.head

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def event(self, event: QEvent) -> bool:
        is_ours = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_ours and isinstance(event, QKeyEvent) and self._signal_for(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        signal = self._signal_for(event)
        if signal is not None:
            signal()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # back and forward, and the window's own
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        super().dragEnterEvent(event)
        event.setAccepted(event.mimeData().hasFormat(MIME))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        super().dragMoveEvent(event)  # scrolls at the edges
        self._show_landing(self._landing_of(event))
        event.setAccepted(self._landing is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self._clear()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        landing = self._landing_of(event)
        self._clear()
        if landing is not None:
            moved = bytes(event.mimeData().data(MIME).data()).decode()
            self.moved.emit(moved, landing.item_id, landing.position)
        # The paper has been moved already: nothing is left for Qt to remove.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self._landing is not None:
            last = self._papers.rowCount() - 1
            before = self.visualRect(self._papers.index(min(self._landing.row, last), 0))
            y = before.top() if self._landing.row <= last else before.bottom()
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours().accent), 2))
            x, radius = scaled(Space.L), scaled(Space.XS)
            painter.drawEllipse(QRect(x, y - radius, 2 * radius, 2 * radius))
            painter.drawLine(x + 2 * radius, y, self.viewport().width(), y)
            painter.end()

    def _signal_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key asks for, or None."""
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if pressed in (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier):
            match event.key():
                case Qt.Key.Key_Up:
                    return self.raise_wanted.emit
                case Qt.Key.Key_Down:
                    return self.lower_wanted.emit
        elif not pressed:
            match event.key():
                case Qt.Key.Key_F2:
                    return self.edit_wanted.emit
                case Qt.Key.Key_Space:
                    return self.pack_wanted.emit
        return None

    def _landing_of(self, event: QDropEvent) -> Landing | None:
        """Between which papers the pointer is, or on which item."""
        if not event.mimeData().hasFormat(MIME) or not self._papers.rowCount():
            return None
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = index.row() if index.isValid() else self._papers.rowCount() - 1
        line = self._papers.record(row)
        is_below = place.y() > self.visualRect(self._papers.index(row, 0)).center().y()
        moved = PaperId(bytes(event.mimeData().data(MIME).data()).decode())
        if isinstance(line, Head):
            return Landing(line.item_id, 0, row + 1)
        position = line.position + is_below
        taken_out = self._papers.row_of(moved)
        source = self._papers.record(taken_out) if taken_out >= 0 else None
        if isinstance(source, Leaf) and source.head == line.head and source.position < position:
            position -= 1  # places are counted without the paper itself
        return Landing(line.head.item_id, position, row + is_below)

    def _show_landing(self, landing: Landing | None) -> None:
        if landing != self._landing:
            self._landing = landing
            self.viewport().update()

    def _show_files(self, place: QPoint) -> bool:
        lit = self.head_at(place)
        if lit != self._lit:
            self._lit = lit
            self.viewport().update()
        return lit is not None

    def _on_files(self, files: list[Path], place: QPoint) -> None:
        head = self.head_at(place)
        if head is not None:
            self.dropped.emit(files, head.item_id)

    def _clear(self) -> None:
        self._lit = None
        self._landing = None
        self.viewport().update()

    def _fit_rows(self) -> None:
        """Heads are lower than papers, which have two lines."""
        self.verticalHeader().setMinimumSectionSize(scaled(HEAD_HEIGHT))
        for row in range(self._papers.rowCount()):
            is_head = isinstance(self._papers.record(row), Head)
            self.setRowHeight(row, scaled(HEAD_HEIGHT if is_head else CARD_ROW_HEIGHT))


class PapersDelegate(QStyledItemDelegate):
    """Paints an item as a quiet head and its papers below it, numbers in a column of their own."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(Role.RECORD)
        view = option.widget
        now = colours()
        ground = option.rect.adjusted(0, 1, 0, -1)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if isinstance(view, PapersList) and isinstance(line, Head) and view.lit == line:
            paint_ground(painter, ground, now.selected, border=now.accent)
        elif is_selected:
            paint_ground(painter, ground, now.selected)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint_ground(painter, ground, now.hover)
        if is_selected and option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, ground, now.accent)
        inner = ground.adjusted(scaled(Space.M), 0, -scaled(Space.M), 0)
        if isinstance(line, Head):
            _paint_head(painter, inner, line)
        else:
            _paint_leaf(painter, inner, line, is_selected=is_selected)
        painter.restore()


def _paint_head(painter: QPainter, room: QRect, head: Head) -> None:
    now = colours()
    strong = font(Type.BODY, is_strong=head.depth == 0)
    number = QRect(room.left(), room.top(), _number_width(head.number), room.height())
    paint_words(painter, number, head.number, font(Type.BODY), now.muted)
    left = number.right() + scaled(Space.S)
    words = QRect(left, room.top(), room.right() - left, room.height())
    if head.extent:
        metrics = QFontMetrics(font(Type.CAPTION))
        width = metrics.horizontalAdvance(head.extent) + 2
        at = QRect(room.right() - width + 1, room.top(), width, room.height())
        paint_words(painter, at, head.extent, font(Type.CAPTION), now.muted)
        words.setRight(at.left() - scaled(Space.M))
    if head.is_closed:
        side = scaled(ICON - 4)
        shown = QFontMetrics(strong).horizontalAdvance(head.title) + scaled(Space.S)
        x = min(words.left() + shown, words.right() - side)
        top = room.center().y() - side // 2 + 1
        paint_icon(painter, QRect(x, top, side, side), "lock", now.muted)
        words.setRight(x - scaled(Space.XS))
    colour = now.text if head.count or head.depth == 0 else now.muted
    paint_words(painter, words, head.title, strong, colour)


def _paint_leaf(painter: QPainter, room: QRect, leaf: Leaf, *, is_selected: bool) -> None:
    now = colours()
    left = room.left() + _number_width("") + scaled(Space.S)
    side = scaled(ICON)
    middle = room.center().y()
    paint_icon(
        painter, QRect(left, middle - side // 2 + 1, side, side), icon_of(leaf.paper), now.muted
    )
    left += side + scaled(Space.M)
    words = QRect(left, room.top(), room.right() - left, room.height())
    mark, tone = mark_of(leaf.paper, leaf.versions)
    if mark:
        words.setRight(paint_chip(painter, words, mark, tone, is_selected=is_selected))
    above = QRect(words.left(), middle - scaled(22), words.width(), scaled(23))
    below = QRect(words.left(), middle + scaled(1), words.width(), scaled(20))
    colour = now.text if leaf.paper.is_in_pack else now.muted
    number = leaf.numbered.number
    if number:
        metrics = QFontMetrics(font(Type.BODY))
        width = max(metrics.horizontalAdvance(each) for each in (number, "4.2"))
        paint_words(painter, above, number, font(Type.BODY), now.muted)
        above.setLeft(above.left() + width + scaled(Space.M))
    paint_words(painter, above, leaf.paper.title, font(Type.BODY), colour)
    paint_words(painter, below, facts_of(leaf.paper), font(Type.CAPTION), now.muted)


def _number_width(number: str) -> int:
    """Room for an item's number, and for two digits at least, so that titles stand in line."""
    metrics = QFontMetrics(font(Type.BODY))
    return max(metrics.horizontalAdvance("0.0"), metrics.horizontalAdvance(number)) + 2


def _title(line: Line) -> str:
    if isinstance(line, Head):
        return line.label
    return " ".join(filter(None, (line.numbered.number, line.paper.title)))
