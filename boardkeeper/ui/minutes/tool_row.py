"""One row below the text: what one notes under an item, and the way on to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Action,
    Button,
    ButtonKind,
    IconButton,
    MenuButton,
    Space,
    set_tooltip,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """Something to do, with its picture and its keys."""

    icon: str
    name: str
    keys: str = ""
    do: Callable[[], object]

    @property
    def tip(self) -> str:
        """The name with the keys behind it."""
        if not self.keys:
            return self.name
        return _("{name} ({keys})").format(name=self.name, keys=self.keys)

    @property
    def action(self) -> Action:
        """The same as a line of a menu; a menu sets what follows the tab at its edge, as keys."""
        return Action(f"{self.name}\t{self.keys}" if self.keys else self.name, self.do, self.icon)


@dataclass(frozen=True, slots=True)
class _Room:
    """What there is room for: words on the buttons, and the seldom used ones beside them."""

    has_words: bool
    has_seldom: bool
    has_back: bool
    has_words_on: bool


_ROOMS = (
    _Room(has_words=True, has_seldom=True, has_back=True, has_words_on=True),
    _Room(has_words=True, has_seldom=False, has_back=True, has_words_on=True),
    _Room(has_words=True, has_seldom=False, has_back=False, has_words_on=True),
    _Room(has_words=False, has_seldom=False, has_back=False, has_words_on=True),
    _Room(has_words=False, has_seldom=False, has_back=False, has_words_on=False),
)
"""From the widest to the narrowest."""


class ToolRow(QWidget):
    """Never more than one row: what finds no room loses its words or goes into a menu.

    The way on to the next item is always in sight. `lasting` tools are there in approved minutes
    too.
    """

    def __init__(
        self,
        often: list[Tool],
        seldom: list[Tool],
        lasting: list[Tool],
        *,
        back: Tool,
        on: Tool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_open = True
        self._back_tool = back
        self._seldom_tools, self._lasting_tools = seldom, lasting
        self._often = {_loud(tool): tool for tool in often}
        self._seldom = [_quiet(tool) for tool in seldom]
        self._lasting = [_quiet(tool) for tool in lasting]
        self._more = MenuButton(
            "", icon="ellipsis", name=_("More under the item"), kind=ButtonKind.QUIET
        )
        self._back = _quiet(back)
        self._on_tool = on
        self._on = _loud(on)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(Space.XS)
        for button in (*self._often, *self._seldom, *self._lasting, self._more):
            self._line.addWidget(button)
        self._line.addStretch(1)
        self._line.addWidget(self._back)
        self._line.addWidget(self._on)
        self._lay_out(_ROOMS[0])

    def set_open(self, *, is_open: bool) -> None:
        """Offer what changes the minutes, or only what does not."""
        if is_open != self._is_open:
            self._is_open = is_open
            self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the narrowest row needs: a picture each."""
        one = Button("", icon=self._on_tool.icon).sizeHint()
        count = len(self._often) + 2  # the menu, and the way on
        return QSize(count * (one.width() + Space.XS), one.height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Take the widest row there is room for."""
        for room in _ROOMS:
            self._lay_out(room)
            self._line.invalidate()
            if self._line.sizeHint().width() <= self.width():
                break

    def _lay_out(self, room: _Room) -> None:
        for button, tool in self._often.items():
            _write(button, tool, has_words=room.has_words)
            button.setVisible(self._is_open)
        for button in self._seldom:
            button.setVisible(room.has_seldom and self._is_open)
        for button in self._lasting:
            button.setVisible(room.has_seldom)
        in_menu = [*self._seldom_tools] if self._is_open else []
        in_menu += self._lasting_tools
        if not room.has_back:
            in_menu.append(self._back_tool)
        self._more.set_actions([tool.action for tool in in_menu])
        self._more.setVisible(not room.has_seldom)
        self._back.setVisible(room.has_back)
        _write(self._on, self._on_tool, has_words=room.has_words_on)


def _loud(tool: Tool) -> Button:
    button = Button(tool.name, icon=tool.icon)
    set_tooltip(button, tool.tip)
    button.clicked.connect(lambda _checked=False: tool.do())
    return button


def _quiet(tool: Tool) -> Button:
    button = IconButton(tool.icon, tool.name)
    set_tooltip(button, tool.tip)
    button.clicked.connect(lambda _checked=False: tool.do())
    return button


def _write(button: Button, tool: Tool, *, has_words: bool) -> None:
    """The words, or the picture alone; a screen reader says the words either way."""
    words = tool.name if has_words else ""
    if button.words != words:
        button.set_text(words)
        button.setAccessibleName(tool.name)
