"""Dialogs: a title, a form, and two buttons. They never save; they hand over what was asked for.

A dialog does not stop the program while it is open: `ask` returns at once, and what to do with the
answer is called when there is one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _
from boardkeeper.ui.kit.buttons import Button, ButtonKind
from boardkeeper.ui.kit.form import Form
from boardkeeper.ui.kit.labels import Body, Heading
from boardkeeper.ui.kit.messages import MessageBar, Picture
from boardkeeper.ui.kit.scrolling import Scrolling
from boardkeeper.ui.kit.theme import scaled
from boardkeeper.ui.kit.tokens import Space, Tone

T = TypeVar("T")


class Dialog(QDialog, Generic[T]):
    """Asks for one thing. A kind of dialog fills the form and says in `read` what was meant."""

    def __init__(
        self,
        title: str,
        *,
        accept: str,
        explanation: str = "",
        icon: str = "",
        is_dangerous: bool = False,
        width: int = 480,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._then: Callable[[T], object] | None = None
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.setMinimumWidth(scaled(width))
        self.messages = MessageBar()
        self.form = Form()
        kind = ButtonKind.DANGER if is_dangerous else ButtonKind.PRIMARY
        self.accept_button = Button(accept, kind=kind)
        self.accept_button.setDefault(not is_dangerous)
        self.cancel_button = Button(_("Cancel"))
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._body = QVBoxLayout()
        self._body.setSpacing(Space.L)
        self._build(title, explanation, icon, is_dangerous=is_dangerous)

    def read(self) -> T:
        """What the form says.

        Raises:
            InvalidField: What a record refused; it is shown by the field of that name.
            UserError: Anything else a person can mend; it is shown at the top.
        """
        raise NotImplementedError

    def ask(self, then: Callable[[T], object]) -> None:
        """Open, and call `then` with the answer if there is one. Returns at once."""
        self._then = then
        self._order_keyboard()
        self.open()

    def add(self, widget: QWidget) -> None:
        """Put something under the form."""
        self._body.addWidget(widget)

    def accept(self) -> None:
        """Hand over the answer and close; where it cannot be read, say so and stay open."""
        self.messages.clear()
        self.form.clear_errors()
        if not self.form.check():
            return
        try:
            answer = self.read()
            if self._then is not None:
                self._then(answer)
        except InvalidField as error:
            if not self.form.show_refusal(error):
                self.messages.show_error(str(error))
        except UserError as error:
            self.messages.show_error(str(error))
        else:
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()  # from a text of several lines
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._keep_within_screen()

    def _keep_within_screen(self) -> None:
        """Let the form scroll where it is higher than the screen, so that the buttons stay."""
        column = self.layout()
        place = self._body.indexOf(self.form)
        room = self.screen().availableGeometry().height()
        if not isinstance(column, QVBoxLayout) or place < 0:
            return
        wanted = max(column.totalHeightForWidth(self.width()), column.totalSizeHint().height())
        if wanted <= room:
            return
        keyboard = self.focusWidget()  # lost when the form moves into another place
        self._body.removeWidget(self.form)
        ground = QWidget()
        ground.setProperty("ground", "none")
        within = QVBoxLayout(ground)
        within.setContentsMargins(3, 0, 3, 0)  # room for the ring of the keyboard
        within.addWidget(self.form)
        within.addStretch(1)
        self._body.insertWidget(place, Scrolling(ground), 1)
        column.setStretch(0, 1)
        column.setStretch(1, 0)
        if keyboard is not None:
            keyboard.setFocus()
        # The screen has given the window its size by now, and is asked for another one after.
        QTimer.singleShot(0, self, lambda: self.resize(self.width(), room))

    def _order_keyboard(self) -> None:
        """Begin in the first field; the buttons come after all that a kind of dialog has added."""
        for button in (self.cancel_button, self.accept_button):
            QWidget.setTabOrder(self.previousInFocusChain() or self, button)
        first = next(iter(self.form.fields.values()), None)
        if first is not None and self.focusWidget() is None:
            first.setFocus()

    def _build(self, title: str, explanation: str, icon: str, *, is_dangerous: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        if icon:
            tone = Tone.DANGER if is_dangerous else Tone.ACCENT
            head.addWidget(Picture(icon, side=24, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Heading(title), 1)
        self._body.addLayout(head)
        self._body.addWidget(self.messages)
        if explanation:
            self._body.addWidget(Body(explanation))
        self._body.addWidget(self.form)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.XL)
        column.addLayout(self._body)
        column.addStretch(1)
        column.addLayout(buttons)


class ConfirmDialog(Dialog[None]):
    """Asks before what cannot be undone. The keyboard starts at Cancel."""

    def __init__(
        self,
        title: str,
        text: str,
        do: str,
        *,
        is_dangerous: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            title,
            accept=do,
            explanation=text,
            icon="triangle-alert" if is_dangerous else "circle-question-mark",
            is_dangerous=is_dangerous,
            width=420,
            parent=parent,
        )
        self.form.hide()
        self.cancel_button.setFocus()

    def read(self) -> None:
        return None
