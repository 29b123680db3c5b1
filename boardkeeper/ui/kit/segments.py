"""Buttons that stand in one frame: one of them is down, or any number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from boardkeeper.ui.kit.buttons import Button, Look
from boardkeeper.ui.kit.labels import set_tooltip
from boardkeeper.ui.kit.painting import paint_ground, paint_ring, paint_words
from boardkeeper.ui.kit.theme import colours, font, scaled
from boardkeeper.ui.kit.tokens import CONTROL_HEIGHT, RADIUS, Colours, Space, Type


class Segment(QAbstractButton):
    """One word in the frame."""

    def __init__(self, text: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        # Measured in the heavier weight of the one that is down, so that choosing moves nothing.
        words = QFontMetrics(font(Type.BODY, is_strong=True)).horizontalAdvance(self.text())
        return QSize(words + scaled(2 * Space.M), scaled(CONTROL_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        now = colours()
        painter = QPainter(self)
        inner = self.rect().adjusted(3, 3, -3, -3)
        if self.isChecked():
            paint_ground(painter, inner, now.selected, radius=RADIUS - 2)
        elif self.underMouse():
            paint_ground(painter, inner, now.hover, radius=RADIUS - 2)
        if self.hasFocus():
            paint_ring(painter, inner, now.accent, radius=RADIUS - 2)
        colour = now.accent if self.isChecked() else now.text
        weight = font(Type.BODY, is_strong=self.isChecked())
        paint_words(painter, inner, self.text(), weight, colour, Qt.AlignmentFlag.AlignHCenter)
        painter.end()


class ToggleButton(Button):
    """A button that stays down until it is pressed again."""

    def __init__(self, text: str, *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, icon=icon, parent=parent)
        self.setCheckable(True)

    def look(self, colours: Colours) -> Look:
        if self.isChecked():
            return Look(colours.selected, colours.accent, colours.accent)
        return super().look(colours)


class Segments(QWidget):
    """A frame of segments. `chosen` tells the one a person pressed, `changed` that any changed.

    With `is_folding` they stand in two lines where there is no room for one.
    """

    chosen = Signal(int)
    changed = Signal()

    def __init__(
        self,
        name: str,
        words: Sequence[tuple[str, str]],
        *,
        is_one_of: bool = True,
        is_folding: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`words` are the text and the full name of each segment."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._is_folding = is_folding
        self._columns = len(words)
        across = QSizePolicy.Policy.Maximum if is_folding else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(is_one_of)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        for index, (text, full) in enumerate(words):
            segment = Segment(text, full)
            self._group.addButton(segment, index)
            self._grid.addWidget(segment, 0, index)
        self._group.idClicked.connect(self._on_clicked)
        first = self._group.button(0)
        if first is not None:
            self.setFocusProxy(first)

    def choose(self, index: int) -> None:
        """Put one down without telling."""
        self._group.button(index).setChecked(True)

    def set_tooltips(self, texts: Sequence[str]) -> None:
        for index, text in enumerate(texts):
            set_tooltip(self._group.button(index), text)

    @property
    def down(self) -> frozenset[int]:
        """The segments that are down."""
        return frozenset(self._group.id(each) for each in self._group.buttons() if each.isChecked())

    def put_down(self, indexes: frozenset[int]) -> None:
        """Put these down and the others up, without telling."""
        for each in self._group.buttons():
            each.setChecked(self._group.id(each) in indexes)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as one line, also while folded: or it would never unfold."""
        hint = super().sizeHint()
        return QSize(self._width_in(len(self._group.buttons())), hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = super().minimumSizeHint()
        return QSize(self._width_in(self._half), hint.height()) if self._is_folding else hint

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        count = len(self._group.buttons())
        is_folded = self._is_folding and self.width() < self._width_in(count)
        columns = self._half if is_folded else count
        if columns != self._columns:
            self._columns = columns
            for index in range(count):
                self._grid.addWidget(self._group.button(index), *divmod(index, columns))
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        painter = QPainter(self)
        paint_ground(painter, self.rect(), colours().surface, border=colours().border)
        painter.end()

    @property
    def _half(self) -> int:
        return -(-len(self._group.buttons()) // 2)

    def _width_in(self, columns: int) -> int:
        """The width of the segments in so many columns."""
        wide = [each.sizeHint().width() for each in self._group.buttons()]
        return sum(max(wide[at::columns]) for at in range(columns))

    def _on_clicked(self, index: int) -> None:
        self.chosen.emit(index)
        self.changed.emit()
