"""The card of what is due: rows to open, and for what is remembered, to be done with or put off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    Card,
    CardRow,
    DateField,
    Dialog,
    MenuButton,
    Tone,
    scaled,
    set_tooltip,
)
from boardkeeper.ui.staying import has_keyboard
from boardkeeper.ui.today.due import Due

MOST_ROWS = 8
"""How many rows are shown before one asks for the rest."""

_NARROW = 480
"""Pixels, at text size 100 %, below which the buttons of a row stand under it."""


class DueCard(Card):
    """What is due, the earliest first; eight rows until one asks for all of them.

    The signals carry the `Due` that is meant; `put_off_wanted` also the new day.
    """

    open_wanted = Signal(object)
    done_wanted = Signal(object)
    put_off_wanted = Signal(object, object)

    def __init__(self, title: str, today: Callable[[], date]) -> None:
        super().__init__(title)
        self._today = today
        self._due: tuple[Due, ...] = ()
        self._rows: list[DueRow] = []
        self._shows_all = False
        self._nothing = Body(_("Nothing is due."), tone=Tone.MUTED)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._more = Button("", kind=ButtonKind.QUIET, icon="chevron-down")
        self._more.clicked.connect(self._on_more)
        line = QHBoxLayout()
        line.addWidget(self._more)
        line.addStretch(1)
        self.add(self._nothing)
        self.add_layout(self._column)
        self.add_layout(line)

    def show_due(self, due: Sequence[Due]) -> None:
        """Show these. A row that says the same keeps its widget, and with it the keyboard."""
        self._due = tuple(due)
        self._show()

    def _show(self) -> None:
        shown = self._due if self._shows_all else self._due[:MOST_ROWS]
        held = next((at for at, each in enumerate(self._rows) if has_keyboard(each)), None)
        part = "" if held is None else self._rows[held].part_with_keyboard
        is_held_gone = held is not None and self._rows[held].due not in shown
        before = {row.due: row for row in self._rows}
        self._rows = [
            before.pop(each) if each in before else self._made_row(each) for each in shown
        ]
        for gone in before.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        widest = max((row.chip_width for row in self._rows if row.has_buttons), default=0)
        for place, row in enumerate(self._rows):
            row.leave_for_chip(widest)
            self._column.insertWidget(place, row)
        if held is not None and is_held_gone and self._rows:
            self._rows[min(held, len(self._rows) - 1)].take_keyboard(part)
        self._nothing.setVisible(not shown)
        self._say_how_many_more(len(self._due) - len(shown))

    def _say_how_many_more(self, hidden: int) -> None:
        words = ngettext("Show {count} more", "Show {count} more", hidden)
        self._more.set_text(words.format(count=hidden))
        self._more.setVisible(hidden > 0)

    def _made_row(self, due: Due) -> DueRow:
        row = DueRow(due)
        row.open_wanted.connect(lambda: self.open_wanted.emit(due))
        row.done_wanted.connect(lambda: self.done_wanted.emit(due))
        row.days_wanted.connect(lambda days: self._put_off(due, days))
        row.day_wanted.connect(lambda: self._ask_for_day(due))
        return row

    def _put_off(self, due: Due, days: int) -> None:
        self.put_off_wanted.emit(due, self._today() + timedelta(days=days))

    def _ask_for_day(self, due: Due) -> None:
        dialog = PutOffDialog(due.title, self._today, self.window())
        dialog.ask(lambda until: self.put_off_wanted.emit(due, until))

    @Slot()
    def _on_more(self) -> None:
        self._shows_all = True
        self._show()
        self._rows[MOST_ROWS].take_keyboard()


class DueRow(QWidget):
    """A row to press. Before its chip, Done where that is said here, and a menu to put it off."""

    open_wanted = Signal()
    done_wanted = Signal()
    days_wanted = Signal(int)
    day_wanted = Signal()

    def __init__(self, due: Due) -> None:
        super().__init__()
        self.due = due
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._row = CardRow(
            due.title, caption=due.caption, chip=due.chip, tone=due.tone, colour=due.colour
        )
        self._row.clicked.connect(self.open_wanted)
        self._column.addWidget(self._row)
        self._parts: dict[str, QWidget] = {"row": self._row}
        self._for_chip = 0
        self._buttons = QWidget(self)
        self._line = QHBoxLayout(self._buttons)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addStretch(1)
        if due.can_be_put_off:
            self._add("later", self._later_button())
        if due.can_be_done:  # the last, so that the ticks of all rows stand below one another
            self._add("done", self._done_button())
        self._buttons.setVisible(self.has_buttons)

    @property
    def has_buttons(self) -> bool:
        return len(self._parts) > 1

    @property
    def chip_width(self) -> int:
        """What the row's own chip takes of its end, in pixels."""
        return self._row.chip_width

    def leave_for_chip(self, pixels: int) -> None:
        """End the buttons so far from the edge, so that those of all rows stand in a column."""
        self._for_chip = pixels
        self._arrange()

    @property
    def part_with_keyboard(self) -> str:
        """Which of row, done and later has it."""
        return next((name for name, part in self._parts.items() if part.hasFocus()), "row")

    def take_keyboard(self, part: str = "row") -> None:
        self._parts.get(part, self._row).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The buttons lie on the row before its chip, or stand below it where there is no room."""
        if not self.has_buttons:
            return
        is_narrow = self.width() < scaled(_NARROW)
        is_below = self._column.indexOf(self._buttons) >= 0
        if is_narrow:
            self._row.leave_room(0)
            if not is_below:
                self._column.addWidget(self._buttons)
            return
        if is_below:
            self._column.removeWidget(self._buttons)
        size = self._buttons.sizeHint()
        self._row.leave_room(size.width() + self._for_chip - self.chip_width)
        left = self.width() - self._for_chip - size.width()
        top = (self._row.sizeHint().height() - size.height()) // 2
        self._buttons.setGeometry(left, top, size.width(), size.height())
        self._buttons.raise_()

    def _add(self, part: str, button: QWidget) -> None:
        self._parts[part] = button
        self._line.addWidget(button)

    def _done_button(self) -> Button:
        name = _("Done: {what}").format(what=self.due.title)
        button = Button("", kind=ButtonKind.QUIET, icon="check")
        button.setAccessibleName(name)
        set_tooltip(button, name)
        button.clicked.connect(self.done_wanted)
        return button

    def _later_button(self) -> MenuButton:
        return MenuButton(
            "",
            [
                Action(_("Until tomorrow"), lambda: self.days_wanted.emit(1), "sun"),
                Action(_("For a week"), lambda: self.days_wanted.emit(7), "calendar-days"),
                Action(_("Until a day…"), self.day_wanted.emit, "calendar-clock"),
            ],
            kind=ButtonKind.QUIET,
            icon="alarm-clock",
            name=_("Put off: {what}").format(what=self.due.title),
        )


class PutOffDialog(Dialog[date]):
    """Asks for the day something is brought up again."""

    def __init__(self, what: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(_("Put off"), accept=_("Put off"), explanation=what, parent=parent)
        self._today = today
        self._until = self.form.add("until", DateField(_("Remind me again on"), today))

    def read(self) -> date:
        until = self._until.value()
        if until is None:
            raise InvalidField("until", _("Write the day, for example 5/3 or Thursday."))
        if until <= self._today():
            raise InvalidField("until", _("Put it off to a day after today."))
        return until
