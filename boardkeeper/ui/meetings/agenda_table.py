"""The agenda as one sees and handles it: keys, pointer, and dragging with a clear drop line.

Enter writes a new item after the chosen one, F2 edits its title, Del discards it, Alt+↑/↓ moves it,
Alt+Shift+→/← moves it a level in or out (as outlines do in word processors; Ctrl+[ and Ctrl+] need
AltGr on Danish keyboards). Everything has a button twin in the editor's toolbar.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)

from boardkeeper.domain.agenda import AgendaItemId, AgendaLine, ItemType, type_name
from boardkeeper.i18n import _
from boardkeeper.ui.kit import ROW_HEIGHT, Action, Space, colours, fill_menu, scaled
from boardkeeper.ui.meetings.agenda_cells import EDITED, Col, column_name
from boardkeeper.ui.meetings.agenda_delegate import INDENT, AgendaDelegate, is_moving
from boardkeeper.ui.meetings.agenda_model import MIME, AgendaModel, dragged_item
from boardkeeper.ui.meetings.places import levels_at

GIVEN_UP = {
    Col.PRESENTER: 300,
    Col.CONSENT: 300,
    Col.CLOSED: 300,
    Col.TYPE: 300,
    Col.CLOCK: 160,
}
"""The columns left out where there is no room, the first first, and the pixels the title must have
for them to stay; the case panel has what they say."""


@dataclass(frozen=True, slots=True)
class Landing:
    """Where what is dragged would land: before which row, on which level."""

    row: int
    level: int


class AgendaTable(QTableView):
    """Rows to write, move and choose among."""

    chosen = Signal(object)
    add_wanted = Signal()
    discard_wanted = Signal()
    raise_wanted = Signal()
    lower_wanted = Signal()
    indent_wanted = Signal()
    outdent_wanted = Signal()
    refused = Signal(str)
    draft_dropped = Signal()

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context_actions: Callable[[], Sequence[Action]] | None = None
        self._agenda = model
        self._landing: Landing | None = None
        self._pressed_x: int | None = None
        self._pressed_row = -1
        self._is_giving_up = False
        self.setModel(model)
        self._delegate = AgendaDelegate(self)
        self.setItemDelegate(self._delegate)
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.setInterval(0)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAccessibleName(_("Agenda"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(scaled(Space.XL))
        self._set_heights()

    def _connect(self) -> None:
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._delegate.refused.connect(self.refused)
        self._delegate.struck.connect(self._on_struck)
        self._fit.timeout.connect(self.share_width)

    def line(self) -> AgendaLine | None:
        """The chosen line."""
        return self._agenda.line(self.currentIndex().row())

    def choose(self, item_id: AgendaItemId) -> bool:
        """Choose an item; False if it is not there."""
        row = self._agenda.row_of(item_id)
        return row >= 0 and self.choose_row(row)

    def choose_row(self, row: int) -> bool:
        """Choose a row, the column staying; False if there is no such row."""
        if not 0 <= row < self._agenda.rowCount():
            return False
        column = (
            max(self.currentIndex().column(), 0) if self.currentIndex().isValid() else Col.TITLE
        )
        self.setCurrentIndex(self._agenda.index(row, column))
        return True

    def write_after(self, after: AgendaItemId | None) -> None:
        """Make room for a new item and write its title."""
        row = self._agenda.begin_draft(after)
        index = self._agenda.index(row, Col.TITLE)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def edit_title(self) -> None:
        if self.line() is not None:
            index = self._agenda.index(self.currentIndex().row(), Col.TITLE)
            self.setCurrentIndex(index)
            self.edit(index)

    def choose_type(self) -> None:
        """Offer the types of item under the chosen row's own."""
        line = self.line()
        if line is None:
            return
        row = self.currentIndex().row()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(
            menu,
            [
                Action(
                    type_name(each),
                    lambda each=each: self._agenda.set_type(row, each),  # type: ignore[misc] # bound now
                    "check" if each is line.item.type else "",
                )
                for each in ItemType
            ],
        )
        cell = self.visualRect(self._agenda.index(row, Col.TYPE))
        menu.popup(self.viewport().mapToGlobal(cell.bottomLeft()))

    def share_width(self) -> None:
        """Give each column what its words need and the title the rest, leaving out what must be."""
        widths: dict[Col, int] = {each: self._width_of(each) for each in Col}
        del widths[Col.TITLE]
        free = self.viewport().width()
        left_out: set[Col] = set()
        for column, needed in GIVEN_UP.items():
            if free - sum(widths.values()) < scaled(needed):
                left_out.add(column)
                del widths[column]
        for column in Col:
            self.setColumnHidden(column, column in left_out)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(Col.TITLE, max(free - sum(widths.values()), scaled(96)))

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
        elif event.key() == Qt.Key.Key_Space and self._press_cell(self.currentIndex()):
            event.accept()
        elif not self._begin_writing(event):
            super().keyPressEvent(event)

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self._agenda_gives_up_draft()
        if hint is QAbstractItemDelegate.EndEditHint.EditNextItem:
            self._edit_neighbour(+1)
        elif hint is QAbstractItemDelegate.EndEditHint.EditPreviousItem:
            self._edit_neighbour(-1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        restyled = event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if restyled and hasattr(self, "_fit"):
            self._set_heights()
            self._fit.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.share_width()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._pressed_x = round(event.position().x())
        self._pressed_row = self.currentIndex().row()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._hover(-1)
        super().leaveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        super().dragMoveEvent(event)  # scrolls at the edges
        self._show_landing(self._landing_of(event))
        event.setAccepted(self._landing is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self._show_landing(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        landing = self._landing_of(event)
        self._show_landing(None)
        if landing is not None:
            moved = dragged_item(event.mimeData())
            self._agenda.drop_at(moved, landing.row, landing.level)
        # The rows have been moved already: nothing is left for Qt to remove.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self._landing is not None:
            painter = QPainter(self.viewport())
            self._paint_landing(painter, self._landing)
            painter.end()

    def _signal_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key asks for, or None."""
        if is_moving(event):
            return {
                Qt.Key.Key_Up: self.raise_wanted.emit,
                Qt.Key.Key_Down: self.lower_wanted.emit,
                Qt.Key.Key_Right: self.indent_wanted.emit,
                Qt.Key.Key_Left: self.outdent_wanted.emit,
            }[Qt.Key(event.key())]
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return self.add_wanted.emit
            case Qt.Key.Key_F2:
                return self.edit_title
            case Qt.Key.Key_Delete:
                return self.discard_wanted.emit
        return None

    def _begin_writing(self, event: QKeyEvent) -> bool:
        """Begin to write in a cell for minutes or presenter with the letter that was struck."""
        index = self.currentIndex()
        letters = event.text()
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        is_for_cell = index.column() in (Col.MINUTES, Col.PRESENTER) and self.line() is not None
        if not (is_for_cell and letters.isprintable() and letters.strip()):
            return False
        if event.modifiers() & held:
            return False
        self.edit(index)
        for editor in self.viewport().findChildren(QLineEdit)[-1:]:
            editor.setText(letters)  # in place of what stood there
        return True

    def _press_cell(self, index: QModelIndex) -> bool:
        """Press the cell as a button, where it is one."""
        if index.column() == Col.TYPE:
            self.choose_type()
            return True
        if index.column() in (Col.CLOSED, Col.CONSENT):
            self._agenda.toggle(index.row(), index.column())
            return True
        return False

    def _edit_neighbour(self, step: int) -> None:
        """Go on to the next or previous cell that is written in."""
        index = self.currentIndex()
        columns = [column for column in EDITED if not self.isColumnHidden(column)]
        if index.column() not in columns:
            return
        row, place = index.row(), columns.index(Col(index.column())) + step
        if not 0 <= place < len(columns):
            row, place = row + step, place % len(columns)
        target = self._agenda.index(row, columns[place])
        if target.isValid():
            self.setCurrentIndex(target)
            self.edit(target)

    def _agenda_gives_up_draft(self) -> None:
        row = self._agenda.draft_row
        if row >= 0 and not self._is_giving_up:
            self._is_giving_up = True  # taking the row away closes its editor once more
            self._agenda.drop_draft()
            self._is_giving_up = False
            self.choose_row(min(max(row - 1, 0), self._agenda.rowCount() - 1))
            self.draft_dropped.emit()

    def _landing_of(self, event: QDropEvent) -> Landing | None:
        """Between which rows the pointer is, and on which level by how far it went sideways."""
        if not event.mimeData().hasFormat(MIME):
            return None
        moved = dragged_item(event.mimeData())
        source = self._agenda.row_of(moved)
        if source < 0:
            return None
        at = event.position().toPoint()
        row = self._boundary_at(at)
        levels = levels_at(self._agenda.lines, moved, row)
        if not levels:
            return None
        start = at.x() if self._pressed_x is None else self._pressed_x
        steps = round((at.x() - start) / scaled(INDENT))
        wanted = self._agenda.depth(source) + steps
        return Landing(row, min(max(wanted, levels.start), levels.stop - 1))

    def _boundary_at(self, at: QPoint) -> int:
        index = self.indexAt(at)
        if not index.isValid():
            return 0 if at.y() < 0 else self._agenda.rowCount()
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def _show_landing(self, landing: Landing | None) -> None:
        if landing != self._landing:
            self._landing = landing
            self.viewport().update()

    def _paint_landing(self, painter: QPainter, landing: Landing) -> None:
        """A line where the item would come to lie, with a ring at its level's beginning."""
        last = self._agenda.rowCount() - 1
        before = self.visualRect(self._agenda.index(min(landing.row, last), Col.TITLE))
        y = before.top() if landing.row <= last else before.bottom()
        x = self.columnViewportPosition(Col.TITLE) + scaled(Space.M)
        x += scaled(INDENT) * landing.level
        radius = scaled(Space.XS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours().accent), 2))
        painter.drawEllipse(QRect(x, y - radius, 2 * radius, 2 * radius))
        painter.drawLine(x + 2 * radius, y, self.viewport().width(), y)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def _set_heights(self) -> None:
        self.verticalHeader().setMinimumSectionSize(scaled(ROW_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))

    def _width_of(self, column: Col) -> int:
        """As wide as the head and the widest words that belong there."""
        widest = {
            Col.NUMBER: ["4.2.1"],
            Col.CLOCK: ["00.00"],
            Col.TYPE: [type_name(each) for each in ItemType],
            Col.MINUTES: ["Σ 120"],
            Col.PRESENTER: ["Karen Sørensen"],
        }.get(column, [])
        metrics = self.fontMetrics()
        words = max((metrics.horizontalAdvance(each) for each in widest), default=0)
        head = metrics.horizontalAdvance(column_name(column))
        return max(words, head) + scaled(2 * Space.M) + 2

    def _on_struck(self, event: QKeyEvent) -> None:
        signal = self._signal_for(event)
        if signal is not None:
            signal()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == Col.TYPE and index.row() != self._pressed_row:
            return  # the first press only chooses the row
        self._press_cell(index)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() in (Col.NUMBER, Col.CLOCK):
            self.edit_title()

    def _on_menu_wanted(self, at: QPoint) -> None:
        if self.context_actions is None or self.line() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self.context_actions())
        menu.popup(self.viewport().mapToGlobal(at))

    def _on_current_changed(self) -> None:
        self.viewport().update()
        self.chosen.emit(self.line())
