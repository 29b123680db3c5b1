"""The item that is open: what one writes, what came of it, and the form one notes it in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from boardkeeper.domain.minutes_book import BookItem
from boardkeeper.domain.people import PersonId
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Caption,
    Heading,
    IconButton,
    Space,
    scaled,
    set_tooltip,
)
from boardkeeper.ui.minutes.came_of import CameOf, entries_of
from boardkeeper.ui.minutes.inline_form import InlineForm
from boardkeeper.ui.minutes.item_rows import timing, title_of_item
from boardkeeper.ui.minutes.notices import Notices, notices_of
from boardkeeper.ui.minutes.sitting import Sitting
from boardkeeper.ui.minutes.tool_row import Tool, ToolRow
from boardkeeper.ui.minutes.writing import WritingEdit
from boardkeeper.ui.staying import has_keyboard as has_keyboard_in

_ROOMY = 520
"""From this height on, in pixels at text size 100 %, a form leaves room for what came before."""
_PRIVATE = 84
"""The height of the private notes, in pixels at text size 100 %."""
_LEAST = 110
"""What came of an item is seen so high at least, where there is so much of it."""


class ItemPane(QWidget):
    """Shows one item and hands over what is typed; storing it is for the view around."""

    text_due = Signal()
    private_due = Signal()
    left = Signal()
    conflict_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: InlineForm[Any] | None = None
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
        self._scroll = _Entries(self.came_of)
        self._slot = QVBoxLayout()
        self._slot.setContentsMargins(0, 0, 0, 0)
        self.private.hide()
        self._tools: ToolRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addLayout(head)
        self._column.addWidget(self._notices)
        self._column.addWidget(self.edit)
        self._column.addWidget(self._scroll)
        self._column.addWidget(self.private)
        self._column.addLayout(self._slot)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.edit.draft_due.connect(self.text_due)
        self.edit.left.connect(self.left)
        self.private.draft_due.connect(self.private_due)
        self.private.left.connect(self.take_focus)
        self.came_of.left.connect(self.take_focus)

    def add_sign(self, icon: str, name: str, keys: str, do: Callable[[], object]) -> None:
        """Add a button for what one does with the text."""
        button = IconButton(icon, name)
        set_tooltip(button, _with_keys(name, keys))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is marked stays so; there are keys
        button.clicked.connect(lambda _checked=False: do())
        self._sign_line.addWidget(button)

    def set_tools(self, often: list[Tool], seldom: list[Tool], *, back: Tool, on: Tool) -> None:
        """What one notes under the item, and the way to the item before and after."""
        fold = Tool(icon="eye-off", name=_("Private notes"), do=self._toggle_private)
        self._tools = ToolRow(often, seldom, [fold], back=back, on=on)
        self._column.addWidget(self._tools)

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
        if self._tools is not None:
            self._tools.set_open(is_open=is_open)
        self._notices.show_notices(list(notices_of(sitting, each)), is_open=is_open)
        entries = list(entries_of(sitting, each))
        self.came_of.show_entries(entries, is_open=is_open)
        self.came_of.follow(self.edit)
        self._has_entries = bool(entries)
        is_roomy = self._form is None or self.height() > scaled(_ROOMY)
        self._scroll.setVisible(self._has_entries and is_roomy)
        if is_other:
            self.private.setVisible(bool(noted and noted.private_notes))
        self._scroll.updateGeometry()

    def open_form(self, form: InlineForm[Any], then: Callable[[Any], object]) -> None:
        """Put a form below the text, and the keyboard into it."""
        form.closed.connect(self.close_form)
        self._place(form)
        form.ask(then)

    def send_back_to(self, go_back: Callable[[], object]) -> None:
        """Where the keyboard goes when the open form is closed."""
        if self._form is not None:
            self._form.go_back = go_back

    @property
    def open_title(self) -> str:
        """What the open form asks for; empty where none is open or nothing has been typed."""
        return self._form.title if self._form is not None and self._form.is_touched else ""

    def settle_form(self) -> bool:
        """Store what stands in the open form; False where that was refused."""
        return self._form is None or self._form.settle()

    def store_form(self) -> bool:
        """Store what was typed in the open form; one nobody typed in stays as it is."""
        return not self.open_title or self.settle_form()

    def lay_form_aside(self) -> InlineForm[Any] | None:
        """Take the open form off the page with all that stands in it, to be opened again."""
        form = self._form
        if form is not None:
            self._slot.removeWidget(form)
            self._take_off(form)
        return form

    def take_up(self, form: InlineForm[Any]) -> None:
        """Open a form again that was laid aside."""
        self._place(form)
        form.begin()

    def close_form(self) -> None:
        """Take the form away, and go on writing."""
        if self._form is None:
            return
        form = self._form
        has_keyboard = has_keyboard_in(form)
        self._take_off(form)
        form.deleteLater()
        if has_keyboard:
            (form.go_back or self.take_focus)()

    def take_focus(self) -> None:
        """Put the keyboard into the text, or into the form that is half written."""
        if self._form is not None and self._form.is_touched:
            self._form.begin()
            return
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """No line longer than one reads with ease."""
        self.setMaximumWidth(self.edit.widest())

    def _place(self, form: InlineForm[Any]) -> None:
        """Put a form below the text, in place of the tools."""
        self._form = form
        self._slot.addWidget(form)
        if self._tools is not None:
            self._tools.hide()
        self._scroll.setVisible(self._has_entries and self.height() > scaled(_ROOMY))
        form.show()

    def _take_off(self, form: InlineForm[Any]) -> None:
        self._form = None
        form.hide()
        if self._tools is not None:
            self._tools.show()
        self._scroll.setVisible(self._has_entries)

    def _toggle_private(self) -> None:
        """Show or hide the private notes; who asks for them writes in them."""
        is_open = self.private.isHidden()
        self.private.setVisible(is_open)
        if is_open:
            self.private.setFixedHeight(scaled(_PRIVATE))
            self.private.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_conflict(self, person_id: PersonId, named: str) -> None:
        self.conflict_wanted.emit(person_id, named)


class _Entries(QScrollArea):
    """As high as what came of the item; it scrolls where that and the text find no room."""

    def __init__(self, came_of: CameOf) -> None:
        super().__init__()
        self._came_of = came_of
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(came_of)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        wanted = self._came_of.heightForWidth(self.width())
        return QSize(super().sizeHint().width(), max(wanted, 0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = super().minimumSizeHint()
        return QSize(hint.width(), min(self.sizeHint().height(), scaled(_LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def _with_keys(name: str, keys: str) -> str:
    return _("{name} ({keys})").format(name=name, keys=keys) if keys else name
