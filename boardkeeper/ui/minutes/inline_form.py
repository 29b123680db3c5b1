"""A form in the page itself, for what is noted while one writes: Enter stores, Esc closes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Body,
    Button,
    ButtonKind,
    Field,
    Form,
    IconButton,
    MessageBar,
    Picture,
    Space,
    Tone,
    set_tooltip,
)

T = TypeVar("T")
F = TypeVar("F", bound=Field[Any])


class InlineForm(QFrame, Generic[T]):
    """Asks for one thing without leaving the page. It never saves: it hands over what was meant.

    What stands in it is stored with Enter, when one goes on to something else, and when the window
    is closed; where it is not complete, the page keeps it and the window asks. Until then it is
    in no database: a program that is killed loses what stands in an open form, and of the text
    around it two seconds at most.

    A form that `stays` is empty again after it was stored, ready for the next one. `go_back` puts
    the keyboard where it belongs afterwards; without it that is the text.
    """

    stored = Signal()
    closed = Signal()

    stays = False

    def __init__(
        self, title: str, accept: str, *, icon: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._then: Callable[[T], object] | None = None
        self.go_back: Callable[[], object] | None = None
        self._is_touched = False
        self.title = title
        self.setProperty("surface", "card")
        self.setAccessibleName(title)
        self.messages = MessageBar()
        self.form = Form()
        self._build(title, accept, icon)

    def read(self) -> T:
        """What the form says.

        Raises:
            InvalidField: What a record refused; it is shown by the field of that name.
            UserError: Anything else a person can mend; it is shown at the top.
        """
        raise NotImplementedError

    def ask(self, then: Callable[[T], object]) -> None:
        """Let the person fill it in; `then` gets the answer."""
        self._then = then
        self._is_touched = False
        self.begin()

    def begin(self) -> None:
        """Put the keyboard where one writes first."""
        first = next(iter(self.form.fields.values()), None)
        if first is not None:
            first.setFocus()

    def keep(self, name: str, field: F, *, beside: bool = False) -> F:
        """Add a field."""
        self.form.add(name, field, beside=beside)
        field.changed.connect(self.touch)
        if isinstance(field.control, QPlainTextEdit):
            field.control.installEventFilter(self)
        return field

    def touch(self) -> None:
        """Something has been typed or chosen that would be lost."""
        self._is_touched = True

    @property
    def is_touched(self) -> bool:
        """Whether something stands here that would be lost."""
        return self._is_touched

    def settle(self) -> bool:
        """Store what has been typed, or close where nothing was; False: it cannot be stored."""
        return self.accept() if self._is_touched else self.close_form()

    def accept(self) -> bool:
        """Hand over the answer; where it cannot be read, say so and stay."""
        self.messages.clear()
        self.form.clear_errors()
        if not self.form.check():
            return False
        try:
            answer = self.read()
            if self._then is not None:
                self._then(answer)
        except InvalidField as error:
            if not self.form.show_refusal(error):
                self.messages.show_error(str(error))
            return False
        except UserError as error:
            self.messages.show_error(str(error))
            return False
        self._is_touched = False
        self.stored.emit()
        if self.stays:
            self.clear()
        else:
            self.closed.emit()
        return True

    def clear(self) -> None:
        """Empty the fields for the next one."""
        for field in self.form.fields.values():
            field.set_value("")
        self.begin()

    def close_form(self) -> bool:
        self.closed.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        elif is_return and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            focused = QApplication.focusWidget()
            if isinstance(focused, QPushButton) and self.isAncestorOf(focused):
                focused.click()
            else:
                self.accept()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter in a text of several lines stores it as in any other; Shift+Enter breaks a line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_return and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.accept()
                return True
        return super().eventFilter(watched, event)

    def _build(self, title: str, accept: str, icon: str) -> None:
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.S)
        self._head.addWidget(Picture(icon, tone=Tone.ACCENT))
        self._head.addWidget(Body(title, is_strong=True), 1)
        store = Button(accept, kind=ButtonKind.PRIMARY)
        set_tooltip(store, _("{name} ({keys})").format(name=accept, keys="Enter"))
        store.clicked.connect(self.accept)
        close = IconButton("x", _("Close without storing"))
        set_tooltip(close, _("{name} ({keys})").format(name=close.accessibleName(), keys="Esc"))
        close.clicked.connect(self.close_form)
        fields = self.form.layout()
        if fields is not None:
            fields.setSpacing(Space.S)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.S)
        self.body.addWidget(self.messages)
        self.body.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.S, Space.M)
        column.setSpacing(Space.XS)
        column.addLayout(self._head)
        column.addLayout(self.body)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(store)
        self._head.addLayout(foot)
        self._head.addWidget(close)
        for button in (store, close):  # one types first, and reaches these last
            QWidget.setTabOrder(self.form, button)
