"""White areas on the page, and the rows that stand in them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from boardkeeper.ui.kit.labels import Body, Caption, Heading
from boardkeeper.ui.kit.row_painting import (
    Row,
    RowState,
    chip_size,
    paint_row,
    row_height,
)
from boardkeeper.ui.kit.theme import scaled
from boardkeeper.ui.kit.tokens import Space, Tone


class Card(QFrame):
    """What belongs together, on one white ground, under a heading."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_width = False
        self.setProperty("surface", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        outer.setSpacing(Space.M)
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.S)
        self._title = Heading(title)
        if not title:  # to show what has no parent yet would open a window
            self._title.hide()
        self._head.addWidget(self._title, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.S)
        outer.addLayout(self._head)
        outer.addLayout(self.body)
        if not title:
            self._head.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its words need at the width it has, and no higher."""
        hint = super().sizeHint()
        if self.hasHeightForWidth() and self._has_width:
            hint.setHeight(self.heightForWidth(self.width()))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._has_width = True
            self.updateGeometry()

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout) -> None:
        self.body.addLayout(layout)

    def add_action(self, button: QWidget) -> None:
        """Put a button at the end of the heading."""
        self._head.addWidget(button)

    def clear(self) -> None:
        """Take everything out of the body."""
        empty(self.body)


class CardRow(QAbstractButton):
    """A row in a card that can be pressed."""

    def __init__(
        self,
        title: str,
        *,
        caption: str = "",
        chip: str = "",
        tone: Tone | None = None,
        colour: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row = Row(
            title=title,
            caption=caption,
            chip=chip,
            tone=tone or Tone.NEUTRAL,
            colour=colour,
            icon=icon,
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    @property
    def row(self) -> Row:
        """What the row says."""
        return self._row

    def leave_room(self, pixels: int) -> None:
        """Keep so much free before the chip, for buttons laid over the row."""
        if pixels != self._row.room:
            self._row = replace(self._row, room=pixels)
            self.update()

    @property
    def chip_width(self) -> int:
        """How much of a wide row's end the chip takes with its margins, in pixels."""
        chip = chip_size(self._row.chip).width() if self._row.chip else 0
        return chip + scaled(2 * Space.M)

    def set_words(self, title: str, caption: str = "", chip: str = "") -> None:
        self._row = replace(self._row, title=title, caption=caption, chip=chip)
        self._name()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(200), row_height(has_caption=bool(self._row.caption)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        painter = QPainter(self)
        state = RowState(is_hovered=self.underMouse(), has_keyboard=self.hasFocus())
        paint_row(painter, self.rect(), self._row, state)
        painter.end()

    def _name(self) -> None:
        parts = (self._row.title, self._row.caption, self._row.chip)
        self.setAccessibleName(", ".join(filter(None, parts)))


class SettingRow(QWidget):
    """A setting: its words first, what changes it at the end of the line."""

    def __init__(
        self, title: str, control: QWidget, *, caption: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Body(title))
        if caption:
            words.addWidget(Caption(caption))
        words.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, Space.S, 0, Space.S)
        line.setSpacing(Space.XL)
        line.addLayout(words, 3)
        line.addWidget(control, 2 if _wants_width(control) else 0)
        if not control.accessibleName():
            control.setAccessibleName(title)


def divider(parent: QWidget | None = None) -> QFrame:
    """A hairline between two parts."""
    made = QFrame(parent)
    made.setProperty("surface", "divider")
    made.setFixedHeight(1)
    return made


def empty(layout: QBoxLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        inner = item.layout() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QBoxLayout):
            empty(inner)


def _wants_width(control: QWidget) -> bool:
    """Whether a control uses what width it gets; buttons do not."""
    return control.sizePolicy().horizontalPolicy() not in (
        QSizePolicy.Policy.Fixed,
        QSizePolicy.Policy.Minimum,
    )
