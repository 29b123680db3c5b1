"""The two views of a RecordListModel: card rows in a list, lines in a table."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from boardkeeper.i18n import _
from boardkeeper.ui.kit.buttons import Action, fill_menu
from boardkeeper.ui.kit.icons import paint_icon
from boardkeeper.ui.kit.painting import paint_words
from boardkeeper.ui.kit.records import Index, RecordListModel, Role
from boardkeeper.ui.kit.row_painting import Row, RowState, box_place, paint_row, row_height
from boardkeeper.ui.kit.theme import colours, font, scaled
from boardkeeper.ui.kit.tokens import ROW_HEIGHT, Space, Tone, Type

HEAD_HEIGHT = 36
ARROW = 14
HEADING_HEIGHT = 40
"""Of what a group of card rows stands under."""

ContextActions = Callable[[Any], Sequence[Action]]


class Choosing(QObject):
    """What lists and tables share: the chosen record, kept by its key when the records change."""

    def __init__(
        self,
        view: QAbstractItemView,
        model: RecordListModel[Any],
        tell: Callable[[object], None],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._tell = tell
        self._key: Hashable = None
        self._row = -1
        self._scrolled = 0
        self._is_resetting = False
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.modelReset.connect(self._on_reset)
        view.selectionModel().currentRowChanged.connect(self._on_current_changed)

    @property
    def record(self) -> Any | None:
        row = self._view.currentIndex().row()
        return self._model.record(row) if 0 <= row < self._model.rowCount() else None

    def choose(self, key: Hashable) -> bool:
        """Choose the record known by that key; False if it is not shown."""
        return self.choose_row(self._model.row_of(key))

    def choose_row(self, row: int) -> bool:
        if not 0 <= row < self._model.rowCount():
            return False
        self._view.setCurrentIndex(self._model.index(row, 0))
        return True

    def goes_to_end(self, event: QKeyEvent) -> bool:
        """Home and End go to the first and last record; whether the key was one of them."""
        if event.key() == Qt.Key.Key_Home:
            return self.choose_row(0)
        return event.key() == Qt.Key.Key_End and self.choose_row(self._model.rowCount() - 1)

    def _on_about_to_be_reset(self) -> None:
        self._is_resetting = True
        self._row = self._view.currentIndex().row()
        self._key = self._model.key_of(self._row) if self._row >= 0 else None
        self._scrolled = self._view.verticalScrollBar().value()

    def _on_reset(self) -> None:
        before = self._key
        row = self._model.row_of(before) if before is not None else -1
        if row < 0 and before is not None:  # it has gone: the one that took its place
            row = min(self._row, self._model.rowCount() - 1)
        if row >= 0:
            self._view.setCurrentIndex(self._model.index(row, 0))
        self._view.verticalScrollBar().setValue(self._scrolled)
        self._is_resetting = False
        if before is not None:
            self._tell(self.record)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if self._is_resetting:
            return
        selection = self._view.selectionModel()
        if current.isValid() and not selection.isSelected(current):  # Qt only goes there by Tab
            flags = QItemSelectionModel.SelectionFlag
            selection.select(current, flags.ClearAndSelect | flags.Rows)
        self._tell(self.record)


class RecordList(QTableView):
    """Card rows: title, caption, chip and the organisation's stripe.

    Where the rows have boxes, `ticked` tells whose was pressed, also by Space. A table of one
    column, since Qt's list view measures every row and a table does not.
    """

    chosen = Signal(object)
    opened = Signal(object)
    delete_wanted = Signal(object)
    ticked = Signal(object)

    def __init__(
        self, model: RecordListModel[Any], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context_actions: ContextActions | None = None
        self._records = model
        self._headings: dict[int, str] = {}
        self._is_press_taken = False
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in range(1, model.columnCount()):
            self.setColumnHidden(column, True)
        self._has_captions = model.has_captions
        self._set_heights()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        self.doubleClicked.connect(self._on_opened)
        model.modelReset.connect(self._place_headings)  # before what was seen is scrolled to again
        self._choosing = Choosing(self, model, self.chosen.emit)

    def heading_of(self, row: int) -> str:
        """The heading above a row; most rows have none."""
        return self._headings.get(row, "")

    def place_of(self, row: int, rect: QRect) -> QRect:
        """Where the row itself stands in its place, below its heading if it has one."""
        return rect.adjusted(0, scaled(HEADING_HEIGHT) if row in self._headings else 0, 0, 0)

    def chosen_record(self) -> Any | None:
        return self._choosing.record

    def choose(self, key: Hashable) -> bool:
        return self._choosing.choose(key)

    def choose_row(self, row: int) -> bool:
        return self._choosing.choose_row(row)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        is_other = event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if is_other and hasattr(self, "_choosing"):  # Qt changes fonts before we are made
            self._set_heights()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        record = self.chosen_record()
        is_space = event.key() == Qt.Key.Key_Space and not event.modifiers()
        if is_space and record is not None and self._records.has_boxes:
            self.ticked.emit(record)
        elif not self._choosing.goes_to_end(event) and not _handle_key(
            event, record, self.opened, self.delete_wanted
        ):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._is_press_taken = self._takes_press(event)
        if not self._is_press_taken:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._is_press_taken = self._takes_press(event)
        if not self._is_press_taken:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if not self._is_press_taken:
            super().mouseReleaseEvent(event)

    def _takes_press(self, event: QMouseEvent) -> bool:
        """Whether a press was for the box of a row, which it ticks, or for a heading."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return False
        row = self.place_of(index.row(), self.visualRect(index))
        if not row.contains(place):
            return True
        box = box_place(row, has_stripe=bool(index.data(Role.COLOUR)))
        around = scaled(Space.S)
        is_on_box = box.adjusted(-around, -around, around, around).contains(place)
        if not self._records.has_boxes or not is_on_box:
            return False
        self.setFocus()
        self.setCurrentIndex(index)
        self.ticked.emit(self._records.record(index.row()))
        return True

    def _set_heights(self) -> None:
        height = row_height(has_caption=self._has_captions)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self._place_headings()

    def _place_headings(self) -> None:
        height = row_height(has_caption=self._has_captions)
        for row in self._headings:
            if row < self._records.rowCount():
                self.setRowHeight(row, height)
        self._headings = self._records.headings
        for row in self._headings:
            self.setRowHeight(row, height + scaled(HEADING_HEIGHT))

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(Role.RECORD))

    def _on_menu_wanted(self, place: QPoint) -> None:
        _show_menu(self, self.context_actions, self.chosen_record(), place)


class RowDelegate(QStyledItemDelegate):
    """Paints the card rows of a list."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        is_current = isinstance(view, QAbstractItemView) and view.currentIndex() == index
        place = option.rect
        painter.save()
        if isinstance(view, RecordList) and view.heading_of(index.row()):
            place = view.place_of(index.row(), option.rect)
            head = QRect(option.rect.topLeft(), place.topRight())
            head.adjust(scaled(Space.S), 0, 0, -scaled(Space.XS))
            words, weight = view.heading_of(index.row()), font(Type.CAPTION, is_strong=True)
            bottom = Qt.AlignmentFlag.AlignLeft
            head.setTop(head.bottom() - scaled(24))
            paint_words(painter, head, words, weight, colours().muted, bottom)
        paint_row(
            painter,
            place,
            row_at(index),
            RowState(
                is_selected=is_selected,
                is_hovered=bool(state & QStyle.StateFlag.State_MouseOver),
                has_keyboard=is_current and view.hasFocus(),
            ),
        )
        painter.restore()

    def editorEvent(  # noqa: N802 - Qt's name
        self,
        event: QEvent,  # noqa: ARG002 - Qt's form
        model: QAbstractItemModel,  # noqa: ARG002 - Qt's form
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's form
        index: Index,  # noqa: ARG002 - Qt's form
    ) -> bool:
        """Nothing: Qt would tick a box of its own, where it does not stand."""
        return False


def row_at(index: Index) -> Row:
    """What the row at an index says."""
    return Row(
        title=index.data(Role.TITLE) or index.data() or "",
        caption=index.data(Role.CAPTION) or "",
        chip=index.data(Role.CHIP) or "",
        tone=index.data(Role.TONE) or Tone.NEUTRAL,
        colour=index.data(Role.COLOUR) or "",
        icon=index.data(Role.ICON) or "",
        is_muted=bool(index.data(Role.IS_MUTED)),
        is_ticked=index.data(Role.IS_TICKED),
        is_struck=bool(index.data(Role.IS_STRUCK)),
        marked=index.data(Role.MARKED) or "",
    )


class RecordTable(QTableView):
    """A register: one line a record, sorted by its heads, without a vertical grid."""

    chosen = Signal(object)
    opened = Signal(object)
    delete_wanted = Signal(object)

    def __init__(
        self, model: RecordListModel[Any], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._records = model
        self.context_actions: ContextActions | None = None
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._head = Head(self, model)
        self.setHorizontalHeader(self._head)
        self._head.sectionClicked.connect(self._on_head_clicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        self.doubleClicked.connect(self._on_opened)
        self._choosing = Choosing(self, model, self.chosen.emit)
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.setInterval(0)
        self._fit.timeout.connect(self._share_width)
        model.modelReset.connect(self._fit.start)
        self._set_heights()

    def chosen_record(self) -> Any | None:
        return self._choosing.record

    def choose(self, key: Hashable) -> bool:
        return self._choosing.choose(key)

    def choose_row(self, row: int) -> bool:
        return self._choosing.choose_row(row)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(
            self, "_fit"
        ):
            self._set_heights()
            self._fit.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self._choosing.goes_to_end(event) and not _handle_key(
            event, self.chosen_record(), self.opened, self.delete_wanted
        ):
            super().keyPressEvent(event)

    def _set_heights(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self.verticalHeader().setMinimumSectionSize(scaled(ROW_HEIGHT))

    def _share_width(self) -> None:
        """Give each column what it asks for, and those that stretch the rest."""
        columns = self._records.columns
        widths = [
            scaled(column.width) if column.width else self._width_of_words(at)
            for at, column in enumerate(columns)
        ]
        free = self.viewport().width() - sum(widths)
        shares = sum(column.stretch for column in columns)
        for at, column in enumerate(columns):
            extra = free * column.stretch // shares if shares and free > 0 else 0
            self.setColumnWidth(at, widths[at] + extra)

    def _width_of_words(self, column: int) -> int:
        """As wide as its head and the first rows, within reason."""
        head = self._head.fontMetrics().horizontalAdvance(self._records.columns[column].title)
        widest = head + scaled(Space.XL)
        for row in range(min(60, self._records.rowCount())):
            text = self._records.columns[column].text(self._records.record(row))
            widest = max(widest, self.fontMetrics().horizontalAdvance(text))
        return min(widest, scaled(280)) + scaled(2 * Space.M) + 2

    def _on_head_clicked(self, column: int) -> None:
        sorting = self._records.sorting
        is_again = sorting == (column, Qt.SortOrder.AscendingOrder)
        order = Qt.SortOrder.DescendingOrder if is_again else Qt.SortOrder.AscendingOrder
        self._records.sort(column, order)
        self._head.viewport().update()

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(Role.RECORD))

    def _on_menu_wanted(self, place: QPoint) -> None:
        sorting = [
            self._sort_action(at, column.title)
            for at, column in enumerate(self._records.columns)
            if column.title
        ]
        record = self.chosen_record()
        own = list(self.context_actions(record)) if self.context_actions and record else []
        _show_menu(self, lambda _record: own + sorting, record or sorting, place)

    def _sort_action(self, column: int, title: str) -> Action:
        words = _("Sort by {column}").format(column=title)
        return Action(words, lambda: self._on_head_clicked(column), "arrow-up-down")


class Head(QHeaderView):
    """The heads of a table, with an arrow at the one sorted by."""

    def __init__(self, table: RecordTable, model: RecordListModel[Any]) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._records = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(scaled(48))
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().sizeHint().width(), scaled(HEAD_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        now = colours()
        columns = self._records.columns
        sorting = self._records.sorting
        inner = rect.adjusted(scaled(Space.M), 0, -scaled(Space.M), 0)
        is_right = columns[logicalIndex].align_right
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        words = font(Type.CAPTION, is_strong=True)
        title = columns[logicalIndex].title
        painter.save()
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(now.border))
        if sorting is not None and sorting[0] == logicalIndex:
            arrow = "arrow-up" if sorting[1] is Qt.SortOrder.AscendingOrder else "arrow-down"
            width = QFontMetrics(words).horizontalAdvance(title)
            edge = scaled(ARROW)
            if is_right:
                left = max(inner.left(), inner.right() - edge)
                inner.setRight(left - Space.XS)
            else:
                left = min(inner.left() + width + Space.XS, inner.right() - edge)

            top = rect.center().y() - edge // 2 + 1
            paint_icon(painter, QRect(left, top, edge, edge), arrow, now.text)
        colour = now.text if sorting and sorting[0] == logicalIndex else now.muted
        paint_words(painter, inner, title, words, colour, side)
        painter.restore()


class LineDelegate(QStyledItemDelegate):
    """Paints the cells of a table: words, and a hairline under each row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        state = option.state
        rect = option.rect
        now = colours()
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(now.selected))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(now.divider))
        is_current = isinstance(view, QTableView) and view.currentIndex().row() == index.row()
        if is_current and view.hasFocus():
            painter.fillRect(rect.left(), rect.top(), rect.width(), 2, QColor(now.accent))
            painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, QColor(now.accent))
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        inner = rect.adjusted(scaled(Space.M), 0, -scaled(Space.M), 0)
        is_muted = bool(index.data(Role.IS_MUTED))
        paint_words(
            painter,
            inner,
            index.data() or "",
            font(Type.BODY),
            now.muted if is_muted else now.text,
            alignment & Qt.AlignmentFlag.AlignHorizontal_Mask,
        )
        painter.restore()


def _handle_key(event: QKeyEvent, record: object, opened: Any, delete_wanted: Any) -> bool:
    """Enter opens, Del asks to delete; whether the key was one of them."""
    if record is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        opened.emit(record)
        return True
    if event.key() == Qt.Key.Key_Delete:
        delete_wanted.emit(record)
        return True
    return False


def _show_menu(
    view: QAbstractItemView, actions: ContextActions | None, record: object, place: QPoint
) -> None:
    if actions is None or record is None:
        return
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill_menu(menu, actions(record))
    menu.popup(view.viewport().mapToGlobal(place))
