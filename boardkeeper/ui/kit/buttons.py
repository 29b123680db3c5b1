"""Buttons that paint themselves: four kinds, one height, and a ring with a gap for the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from boardkeeper.ui.kit.icons import icon as icon_picture
from boardkeeper.ui.kit.icons import paint_icon
from boardkeeper.ui.kit.labels import set_tooltip
from boardkeeper.ui.kit.painting import paint_ground, paint_ring, paint_words
from boardkeeper.ui.kit.theme import colours, font, scaled
from boardkeeper.ui.kit.tokens import CONTROL_HEIGHT, ICON, RADIUS, Colours, Space, Type


@dataclass(frozen=True, slots=True)
class Action:
    """Something to offer in a menu, a message or a toast."""

    text: str
    do: Callable[[], object]
    icon: str = ""
    is_dangerous: bool = False
    is_enabled: bool = True


class ButtonKind(Enum):
    """How loud a button is. One primary button a page."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a button as it stands; an empty colour is not painted."""

    ground: str
    words: str
    border: str = ""


class Button(QPushButton):
    """A button with words, and an icon before them if it has one."""

    def __init__(
        self,
        text: str,
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._icon = icon
        self._words = ""
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        self._words = text
        self.setText(text.replace("&", "&&"))  # an ampersand is a letter, not a shortcut
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = QFontMetrics(font(Type.BODY)).horizontalAdvance(self._words)
        width += 2 * scaled(Space.M if self._kind is ButtonKind.QUIET else Space.L)
        if self._icon:
            width += scaled(ICON) + (scaled(Space.S) if self._words else 0)
        return QSize(width + self._room_after(), scaled(CONTROL_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        painter = QPainter(self)
        self._paint(painter, self.look(colours()))
        painter.end()

    def look(self, colours: Colours) -> Look:
        """The colours for the button as it stands now."""
        if not self.isEnabled():
            is_filled = self._kind is not ButtonKind.QUIET
            return Look(colours.divider if is_filled else "", colours.border)
        is_lit = self.underMouse() or self.isDown()
        match self._kind:
            case ButtonKind.PRIMARY:
                return Look(colours.accent_hover if is_lit else colours.accent, colours.on_accent)
            case ButtonKind.DANGER:
                return Look(colours.danger_hover if is_lit else colours.danger, colours.on_danger)
            case ButtonKind.SECONDARY:
                ground = colours.hover if is_lit else colours.surface
                return Look(ground, colours.text, colours.border)
            case ButtonKind.QUIET:
                return Look(colours.selected if is_lit else "", colours.accent)

    def _paint(self, painter: QPainter, look: Look) -> None:
        ground = self.rect()
        if self.hasFocus():
            paint_ring(painter, ground, colours().accent, radius=RADIUS)
            ground = ground.adjusted(3, 3, -3, -3)
        if look.ground or look.border:
            radius = RADIUS - 2 if self.hasFocus() else RADIUS
            paint_ground(painter, ground, look.ground, border=look.border, radius=radius)
        self._paint_words(painter, look)

    def _paint_words(self, painter: QPainter, look: Look) -> None:
        side = scaled(ICON)
        gap = scaled(Space.S) if self._icon and self._words else 0
        width = (
            QFontMetrics(font(Type.BODY)).horizontalAdvance(self._words)
            + gap
            + (side if self._icon else 0)
        )
        room = self.rect().adjusted(0, 0, -self._room_after(), 0)
        left = max(room.left() + scaled(Space.S), room.center().x() - width // 2 + 1)
        if self._icon:
            top = room.center().y() - side // 2 + 1
            paint_icon(painter, QRect(left, top, side, side), self._icon, look.words)
            left += side + gap
        if self._words:
            place = QRect(left, room.top(), room.right() - left + 1, room.height())
            paint_words(painter, place, self._words, font(Type.BODY), look.words)

    def _room_after(self) -> int:
        """Pixels kept free behind the words."""
        return 0


class IconButton(Button):
    """A square button with an icon alone; its name is spoken and shown as tooltip."""

    def __init__(
        self, icon: str, name: str, *, shortcut: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", kind=ButtonKind.QUIET, icon=icon, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._shortcut = shortcut
        if shortcut:  # Qt's own way would show the press for a tenth of a second first
            QShortcut(QKeySequence(shortcut), self, self.click)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        keys = QKeySequence(self._shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        set_tooltip(self, f"{name} ({keys})" if keys else name)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(CONTROL_HEIGHT), scaled(CONTROL_HEIGHT))

    def look(self, colours: Colours) -> Look:
        if not self.isEnabled():
            return Look("", colours.border)
        is_lit = self.underMouse() or self.isDown()
        return Look(colours.hover if is_lit else "", colours.text if is_lit else colours.muted)


class MenuButton(Button):
    """A button that offers several things; the icons of its menu follow the theme."""

    def __init__(
        self,
        text: str,
        actions: Sequence[Action] = (),
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, kind=kind, icon=icon, parent=parent)
        if name:
            self.setAccessibleName(name)
            set_tooltip(self, name)
        self._actions: tuple[Action, ...] = tuple(actions)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    @property
    def offered(self) -> tuple[Action, ...]:
        return self._actions

    def set_actions(self, actions: Sequence[Action]) -> None:
        self._actions = tuple(actions)

    def _fill(self) -> None:
        fill_menu(self._menu, self._actions)

    def _room_after(self) -> int:
        return scaled(ICON) if self._words else 0

    def _paint_words(self, painter: QPainter, look: Look) -> None:
        super()._paint_words(painter, look)
        if self._words:
            side = scaled(ICON) - 2
            left = self.rect().right() - side - scaled(Space.S)
            top = self.rect().center().y() - side // 2 + 1
            paint_icon(painter, QRect(left, top, side, side), "chevron-down", look.words)


def fill_menu(menu: QMenu, actions: Sequence[Action]) -> None:
    """Put the actions into an emptied menu, with icons in the colours on screen."""
    menu.clear()
    for action in actions:
        item = QAction(action.text.replace("&", "&&"), menu)
        if action.icon:
            colour = colours().danger if action.is_dangerous else colours().text
            item.setIcon(icon_picture(action.icon, colour))
        item.setEnabled(action.is_enabled)
        item.triggered.connect(lambda _checked=False, do=action.do: do())
        menu.addAction(item)
