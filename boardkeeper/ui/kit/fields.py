"""Form fields: a label above, a hint or an echo below, and what is wrong by the field's own label.

A field is *committed* when Enter is pressed, when the keyboard leaves it, or after a pause of about
a second in the typing; a page that saves by itself listens to `committed` and reads `value()`.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper.errors import UserError
from boardkeeper.ui.kit.labels import Caption, restyle
from boardkeeper.ui.kit.tokens import Space, Tone

T = TypeVar("T")

PAUSE = 1000
"""The pause in the typing after which a field is committed, in milliseconds."""


class Field(QWidget, Generic[T]):
    """What all fields share. A kind of field adds its control and says what its value is."""

    changed = Signal()
    committed = Signal()
    entered = Signal()

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        is_label_hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control: QWidget
        self._hint = hint
        self._echo = ""
        self._error = ""
        self._kept: T | None = None
        self._label = Caption(label, tone=Tone.MUTED)
        self._label.setWordWrap(False)
        if is_label_hidden:  # to show what has no parent yet would open a window
            self._label.hide()
        self._below = Caption("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._line = QHBoxLayout()
        self._line.setSpacing(Space.XS)
        self._column.addWidget(self._label)
        self._column.addLayout(self._line)
        self._column.addWidget(self._below)
        self._column.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self._show_below()

    def value(self) -> T:
        """What stands in the field.

        Raises:
            NotUnderstood: The text cannot be read as what the field is for.
        """
        raise NotImplementedError

    def set_value(self, value: T) -> None:
        """Show a value; nothing is emitted, and an error goes away."""
        self._pause.stop()
        self._put(value)
        self._kept = value
        self._on_shown()
        self.clear_error()

    @property
    def label(self) -> str:
        return self._label.text()

    def set_label(self, label: str) -> None:
        self._label.setText(label)
        self.control.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        self._hint = hint
        self._show_below()

    @property
    def echo(self) -> str:
        """What the field says it has understood."""
        return self._echo

    @property
    def error(self) -> str:
        return self._error

    def show_error(self, text: str) -> None:
        """Say by the field what is wrong; the typed text stays."""
        self._error = text
        self._show_below()

    def clear_error(self) -> None:
        if self._error:
            self.show_error("")

    def check(self) -> bool:
        """Whether the field can be read; if not, it says so itself."""
        try:
            self.value()
        except UserError as error:
            self.show_error(str(error))
            return False
        return True

    def commit(self) -> None:
        """Commit now what has been typed, if it differs from what was there."""
        self._pause.stop()
        if self.check():
            self._emit_if_new()

    def _adopt(self, control: QWidget) -> None:
        """Take the widget in which one types or chooses."""
        self.control = control
        self._line.addWidget(control, 1)
        self._label.setBuddy(control)
        control.setAccessibleName(self.label)
        self.setFocusProxy(control)
        control.installEventFilter(self)

    def _put(self, value: T) -> None:
        raise NotImplementedError

    def _on_shown(self) -> None:
        """Called when the control shows something new, typed or set."""

    def _set_echo(self, echo: str) -> None:
        self._echo = echo
        self._show_below()

    def _on_edited(self) -> None:
        """The person has changed what stands in the control."""
        self.clear_error()
        self._on_shown()
        self._pause.start()
        self.changed.emit()

    def _on_entered(self) -> None:
        self.commit()
        self.entered.emit()

    def _on_pause(self) -> None:
        try:
            self.value()
        except UserError:
            return  # still being typed; it is said when the keyboard leaves the field
        self._emit_if_new()

    def _emit_if_new(self) -> None:
        value = self.value()
        if value != self._kept:
            self._kept = value
            self.committed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self.control and event.type() == QEvent.Type.FocusOut:
            self._on_left()
        return super().eventFilter(watched, event)

    def _on_left(self) -> None:
        self.commit()

    def _show_below(self) -> None:
        text = self._error or self._echo or self._hint
        self._below.setText(text)
        self._below.setVisible(bool(text))
        self._below.set_tone(Tone.DANGER if self._error else Tone.MUTED)
        if hasattr(self, "control"):
            self.control.setAccessibleDescription(text)
            if self.control.property("wrong") != bool(self._error):
                self.control.setProperty("wrong", bool(self._error))
                restyle(self.control)


def ignore_wheel(control: QWidget) -> None:
    """Let the page scroll under a control that would otherwise change its value by the wheel."""
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
