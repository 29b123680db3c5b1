"""Rows one under another in a card, each with a menu of what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper.i18n import _
from boardkeeper.ui.kit import Action, ButtonKind, Card, CardRow, MenuButton, Space, Tone
from boardkeeper.ui.staying import has_keyboard


@dataclass(frozen=True, slots=True, kw_only=True)
class RowContent:
    """What one row says and offers.

    Rows are alike when they say the same `about` the same thing: what they do follows from that.
    """

    key: str
    about: Hashable
    title: str
    caption: str = ""
    chip: str = ""
    tone: Tone = Tone.NEUTRAL
    colour: str = ""
    open: Callable[[], object] = field(compare=False)
    actions: tuple[Action, ...] = field(default=(), compare=False)


class Rows(QWidget):
    """A short list in a card; for what may be long there is the kit's RecordList."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[RowContent, ...] = ()
        self._rows: list[MenuRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, contents: Sequence[RowContent]) -> None:
        """Show these. A row that says the same keeps its widget, and with it the keyboard."""
        shown = tuple(contents)
        if shown == self._shown:
            return
        focused = next((row.content.key for row in self._rows if row.has_keyboard), None)
        before = {row.content: row for row in self._rows}
        self._rows = [before.pop(each) if each in before else MenuRow(each) for each in shown]
        for gone in before.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
            if row.content.key == focused and not row.has_keyboard:
                row.take_keyboard()
        self._shown = shown

    def choose(self, key: str) -> bool:
        """Put the keyboard on the row of that key; False if there is none."""
        row = next((each for each in self._rows if each.content.key == key), None)
        if row is not None:
            row.take_keyboard()
        return row is not None


class MenuRow(QWidget):
    """A row to click, and beside it the menu of what else can be done."""

    def __init__(self, content: RowContent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self._row = CardRow(
            content.title,
            caption=content.caption,
            chip=content.chip,
            tone=content.tone,
            colour=content.colour,
        )
        self._row.clicked.connect(content.open)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS)
        line.addWidget(self._row, 1)
        if content.actions:
            name = _("More for {title}").format(title=content.title)
            menu = MenuButton(
                "", content.actions, kind=ButtonKind.QUIET, icon="ellipsis", name=name
            )
            line.addWidget(menu)

    @property
    def has_keyboard(self) -> bool:
        return has_keyboard(self)

    def take_keyboard(self) -> None:
        self._row.setFocus()


def add_left(card: Card, *buttons: QWidget) -> None:
    """Put buttons at the left of a card, no wider than their words."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    card.add_layout(line)
