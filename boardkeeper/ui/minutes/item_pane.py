"""The item that is open: what one writes, what came of it, and the form one notes it in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from boardkeeper.domain.minutes_book import BookItem
from boardkeeper.domain.people import PersonId
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Button,
    ButtonKind,
    Caption,
    Heading,
    IconButton,
    Space,
    ToggleButton,
    scaled,
    set_tooltip,
)
from boardkeeper.ui.minutes.came_of import CameOf, entries_of
from boardkeeper.ui.minutes.inline_form import InlineForm
from boardkeeper.ui.minutes.item_rows import timing, title_of_item
from boardkeeper.ui.minutes.notices import Notices, notices_of
from boardkeeper.ui.minutes.sitting import Sitting
from boardkeeper.ui.minutes.writing import WritingEdit
from boardkeeper.ui.staying import has_keyboard as has_keyboard_in
from boardkeeper.ui.wrapping import Wrapping

_ROOMY = 520
"""From this height on, in pixels at text size 100 %, a form leaves room for what came before."""


class ItemPane(QWidget):
    """Shows one item and hands over what is typed; storing it is for the view around."""

    text_due = Signal()
    private_due = Signal()
    left = Signal()
    conflict_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: InlineForm[Any] | None = None
        self._actions: list[QWidget] = []
        self._has_entries = False
        self.edit = WritingEdit(_("Minutes of the item"), _("Write what is to be remembered."))
        self.private = WritingEdit(_("Private notes"), _("Your own; they are never printed."))
        self.came_of = CameOf()
        self._notices = Notices(self._on_conflict)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._title = Heading("")
        self._timing = Caption("")
        self._timing.setWordWrap(False)
        self._signs = QWidget()
        self._sign_line = QHBoxLayout(self._signs)
        self._sign_line.setContentsMargins(0, 0, 0, 0)
        self._sign_line.setSpacing(0)
        for icon, name, keys, do in (
            ("bold", _("Bold"), "Ctrl+B", self.edit.toggle_bold),
            ("list", _("Bullets"), "Ctrl+Shift+8", self.edit.toggle_bullets),
            ("list-ordered", _("Numbers"), "Ctrl+Shift+7", self.edit.toggle_numbers),
        ):
            self.add_sign(icon, name, keys, do)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._timing)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addLayout(words, 1)
        head.addWidget(self._signs, 0, Qt.AlignmentFlag.AlignBottom)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._scroll.setWidget(self.came_of)
        self._slot = QVBoxLayout()
        self._slot.setContentsMargins(0, 0, 0, 0)
        self._fold = ToggleButton(_("Private notes"), icon="eye-off")
        set_tooltip(self._fold, _("Show or hide your own notes on the item; they are not printed"))
        self.private.hide()
        self._tools = QWidget()
        self._bar = Wrapping(Space.XS, self._tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._notices)
        column.addWidget(self.edit, 1)
        column.addWidget(self._scroll)
        column.addWidget(self.private)
        column.addLayout(self._slot)
        column.addWidget(self._tools)

    def _connect(self) -> None:
        self.edit.draft_due.connect(self.text_due)
        self.edit.left.connect(self.left)
        self.private.draft_due.connect(self.private_due)
        self.private.left.connect(self.take_focus)
        self.came_of.left.connect(self.take_focus)
        self._fold.toggled.connect(self._on_folded)

    def add_sign(self, icon: str, name: str, keys: str, do: Callable[[], object]) -> None:
        """Add a button for what one does with the text."""
        button = IconButton(icon, name)
        set_tooltip(button, _with_keys(name, keys))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is marked stays so; there are keys
        button.clicked.connect(lambda _checked=False: do())
        self._sign_line.addWidget(button)

    def add_action(
        self,
        icon: str,
        name: str,
        keys: str,
        do: Callable[[], object],
        *,
        has_words: bool = False,
        is_first: bool = False,
        at_end: bool = False,
    ) -> None:
        """Add a button for what one notes under the item, or for going on."""
        button: Button
        if has_words:
            kind = ButtonKind.PRIMARY if is_first else ButtonKind.SECONDARY
            button = Button(name, icon=icon, kind=kind)
        else:
            button = IconButton(icon, name)
        set_tooltip(button, _with_keys(name, keys))
        button.clicked.connect(lambda _checked=False: do())
        self._bar.add(button, at_end=at_end)
        if not at_end:
            self._actions.append(button)

    def end_actions(self) -> None:
        """The fold of the private notes comes after all others."""
        self._bar.add(self._fold)

    def show_item(self, sitting: Sitting, each: BookItem, *, is_other: bool) -> None:
        """Show an item; words typed and not stored stay, unless it is another item."""
        is_open = not sitting.is_approved
        self._title.setText(title_of_item(each))
        self._timing.setText(timing(each))
        noted = each.minutes
        texts = ((self.edit, each.text), (self.private, noted.private_notes if noted else ""))
        for edit, text in texts:
            if is_other or not edit.is_dirty:
                edit.show_text(text)
            edit.setReadOnly(not is_open)
        self._signs.setVisible(is_open)
        for button in self._actions:
            button.setVisible(is_open)
        self._notices.show_notices(list(notices_of(sitting, each)), is_open=is_open)
        entries = list(entries_of(sitting, each))
        self.came_of.show_entries(entries, is_open=is_open)
        self.came_of.follow(self.edit)
        self._has_entries = bool(entries)
        is_roomy = self._form is None or self.height() > scaled(_ROOMY)
        self._scroll.setVisible(self._has_entries and is_roomy)
        if is_other:
            self._fold.setChecked(bool(noted and noted.private_notes))
        self._fit()

    def open_form(self, form: InlineForm[Any], then: Callable[[Any], object]) -> None:
        """Put a form below the text, and the keyboard into it."""
        self._form = form
        form.closed.connect(self.close_form)
        self._slot.addWidget(form)
        self._tools.hide()
        self._scroll.setVisible(self._has_entries and self.height() > scaled(_ROOMY))
        form.show()
        form.ask(then)

    def send_back_to(self, go_back: Callable[[], object]) -> None:
        """Where the keyboard goes when the open form is closed."""
        if self._form is not None:
            self._form.go_back = go_back

    def settle_form(self) -> bool:
        """Store what stands in the open form; False where that was refused."""
        return self._form is None or self._form.settle()

    def close_form(self) -> None:
        """Take the form away, and go on writing."""
        if self._form is None:
            return
        form, self._form = self._form, None
        has_keyboard = has_keyboard_in(form)
        form.hide()
        form.deleteLater()
        self._tools.show()
        self._scroll.setVisible(self._has_entries)
        self._fit()
        if has_keyboard:
            (form.go_back or self.take_focus)()

    def take_focus(self) -> None:
        """Put the keyboard into the text."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """No line longer than one reads with ease; what came of it takes less than the text."""
        self.setMaximumWidth(self.edit.widest())
        if self._has_entries:
            wanted = self.came_of.heightForWidth(self.width())
            most = max(scaled(110), self.height() * 9 // 20)
            self._scroll.setFixedHeight(min(max(wanted, 0), most))

    def _on_folded(self, is_open: bool) -> None:
        self.private.setVisible(is_open)
        self.private.setFixedHeight(scaled(84))

    def _on_conflict(self, person_id: PersonId, named: str) -> None:
        self.conflict_wanted.emit(person_id, named)


def _with_keys(name: str, keys: str) -> str:
    return _("{name} ({keys})").format(name=name, keys=keys) if keys else name
