"""Where the parts of the program are: words beside icons, sections above, the rest at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from boardkeeper.i18n import _
from boardkeeper.ui.kit.icons import paint_icon
from boardkeeper.ui.kit.painting import paint_ground, paint_ring, paint_words
from boardkeeper.ui.kit.row_painting import chip_size, paint_chip
from boardkeeper.ui.kit.theme import colours, font, scaled
from boardkeeper.ui.kit.tokens import ICON, Space, Tone, Type


@dataclass(frozen=True, slots=True)
class Section:
    """One place in the sidebar."""

    key: str
    text: str
    icon: str


class Sidebar(QFrame):
    """The sections; the one on screen is marked. Arrow keys move between them."""

    chosen = Signal(str)

    def __init__(
        self,
        sections: Sequence[Section],
        foot: Sequence[Section] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sidebar")
        self.setAccessibleName(_("Sections"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._places: dict[str, Place] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.M, Space.S, Space.M)
        column.setSpacing(Space.XS // 2)
        for section in sections:
            column.addWidget(self._made_place(section))
        column.addStretch(1)
        for section in foot:
            column.addWidget(self._made_place(section))

    @property
    def current(self) -> str:
        """The key of the section on screen, or nothing."""
        return next((key for key, place in self._places.items() if place.isChecked()), "")

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._places)

    def place(self, key: str) -> Place:
        """The button of a section."""
        return self._places[key]

    def choose(self, key: str) -> None:
        """Mark a section; nothing is emitted."""
        self._places[key].setChecked(True)

    def choose_nth(self, number: int) -> None:
        """Go to the section of that number, from 1, as Ctrl+1 does."""
        if 1 <= number <= len(self._places):
            list(self._places.values())[number - 1].click()

    def set_count(self, key: str, count: int) -> None:
        """Show how many things wait in a section; 0 shows nothing."""
        self._places[key].set_count(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        places = list(self._places.values())
        here = next((at for at, place in enumerate(places) if place.hasFocus()), -1)
        if step and here >= 0:
            places[(here + step) % len(places)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _made_place(self, section: Section) -> Place:
        place = Place(section)
        place.clicked.connect(lambda: self.chosen.emit(section.key))
        self._group.addButton(place)
        self._places[section.key] = place
        return place


class Place(QAbstractButton):
    """One section in the sidebar."""

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section = section
        self._count = 0
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(section.text)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self._section.text}, {count}" if count else self._section.text)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        words = QFontMetrics(font(Type.BODY, is_strong=True)).horizontalAdvance(self._section.text)
        around = scaled(3 * Space.M + ICON) + scaled(44)
        return QSize(max(188, words + around), scaled(40))  # large words need the room themselves

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the sidebar moves
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        now = colours()
        painter = QPainter(self)
        if self.isChecked():
            paint_ground(painter, self.rect(), now.selected)
            bar = QRect(0, scaled(10), 3, self.height() - scaled(20))
            paint_ground(painter, bar, now.accent, radius=1.5)
        elif self.underMouse():
            paint_ground(painter, self.rect(), now.divider)
        if self.hasFocus():
            paint_ring(painter, self.rect(), now.accent)
        side = scaled(ICON)
        inner = self.rect().adjusted(scaled(Space.M), 0, -scaled(Space.S), 0)
        top = inner.center().y() - side // 2 + 1
        colour = now.accent if self.isChecked() else now.muted
        paint_icon(painter, QRect(inner.left(), top, side, side), self._section.icon, colour)
        inner.setLeft(inner.left() + side + scaled(Space.M))
        if self._count:
            room = inner.adjusted(inner.width() - 2 * chip_size(str(self._count)).width(), 0, 0, 0)
            inner.setRight(paint_chip(painter, room, str(self._count), Tone.ACCENT))
        words = font(Type.BODY, is_strong=self.isChecked())
        paint_words(painter, inner, self._section.text, words, now.text)
        painter.end()
