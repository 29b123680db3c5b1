"""What has just been done, with Undo, at the foot of the window for a while.

The Undo is one press of Tab away from where the keyboard is, and time stands still while the
keyboard or the mouse is there.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget

from boardkeeper.i18n import _
from boardkeeper.ui.kit.buttons import Button, ButtonKind, IconButton, Look
from boardkeeper.ui.kit.labels import Body
from boardkeeper.ui.kit.messages import announce
from boardkeeper.ui.kit.painting import paint_ring
from boardkeeper.ui.kit.theme import colours, scaled
from boardkeeper.ui.kit.tokens import DARK, LIGHT, Colours, Space

SHORTEST = 8
"""How long a toast with Undo stays at least, in seconds."""


class Toast(QFrame):
    """One message at the foot of the window."""

    def __init__(
        self, text: str, undo: Callable[[], object] | None, seconds: float, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._undo = undo
        self.setProperty("surface", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = Body(text)
        words.setProperty("tone", None)
        words.setMaximumWidth(scaled(480))
        words.setWordWrap(words.sizeHint().width() > scaled(480) or len(text) > 60)
        self._words = words
        self.close_button = ToastIconButton("x", _("Close the message"))
        self.close_button.clicked.connect(self.finish)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.L, Space.XS, Space.XS, Space.XS)
        line.setSpacing(Space.M)
        line.addWidget(words, 1)
        self.undo_button: Button | None = None
        if undo is not None:
            self.undo_button = ToastButton(_("Undo"))
            self.undo_button.clicked.connect(self._on_undo)
            line.addWidget(self.undo_button)
        line.addWidget(self.close_button)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(round(max(seconds, SHORTEST) * 1000))
        self._clock.timeout.connect(self.finish)
        self._clock.start()
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        return self._words.text()

    @property
    def seconds(self) -> float:
        """How long it stays."""
        return self._clock.interval() / 1000

    def finish(self) -> None:
        self._clock.stop()
        self.hide()
        self.deleteLater()

    def wait(self) -> None:
        """Let time stand still."""
        self._clock.stop()

    def go_on(self) -> None:
        """Let time run again, from the beginning."""
        if self.isVisible():
            self._clock.start()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        self.wait()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self.go_on()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)

    def _on_undo(self) -> None:
        undo = self._undo
        self.finish()
        if undo is not None:
            undo()


class ToastButton(Button):
    """A quiet button on the toast's ground, which is the other theme's."""

    def __init__(self, text: str) -> None:
        super().__init__(text, kind=ButtonKind.QUIET)

    def look(self, colours: Colours) -> Look:
        other = other_theme(colours)
        return Look(other.hover if self.underMouse() or self.isDown() else "", other.accent)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        _paint_other_ring(self)


class ToastIconButton(IconButton):
    """An icon button on the toast's ground."""

    def look(self, colours: Colours) -> Look:
        other = other_theme(colours)
        return Look(other.hover if self.underMouse() or self.isDown() else "", other.muted)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        _paint_other_ring(self)


class ToastHost(QObject):
    """Shows toasts in a window, one at a time."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.toast: Toast | None = None
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def show_toast(
        self, text: str, undo: Callable[[], object] | None = None, seconds: float = 10
    ) -> Toast:
        """Say what was done.

        Args:
            text: What was done.
            undo: What the Undo button does; without it there is no such button.
            seconds: How long it stays, at least eight.
        """
        self.clear()
        toast = Toast(text, undo, seconds, self._window)
        toast.destroyed.connect(lambda: self._forget(toast))
        self.toast = toast
        self._place()
        toast.show()
        toast.raise_()
        first = toast.undo_button or toast.close_button
        here = self._window.focusWidget()
        if here is not None and here is not first:  # type: ignore[redundant-expr] # stubs miss None
            QWidget.setTabOrder(here, first)
            QWidget.setTabOrder(first, toast.close_button)
        announce(toast, text)
        return toast

    def clear(self) -> None:
        if self.toast is not None:
            self.toast.finish()
            self.toast = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self.toast is None:
            return
        self.toast.adjustSize()
        room = self._window.rect()
        left = (room.width() - self.toast.width()) // 2
        self.toast.move(left, room.height() - self.toast.height() - Space.XL)

    def _forget(self, toast: Toast) -> None:
        if self.toast is toast:
            self.toast = None

    def _on_focus_changed(self, old: object, new: object) -> None:
        if self.toast is None:
            return
        if isinstance(new, QWidget) and self.toast.isAncestorOf(new):
            self.toast.wait()
        elif isinstance(old, QWidget) and self.toast.isAncestorOf(old):
            self.toast.go_on()


def other_theme(now: Colours) -> Colours:
    """A toast stands out by wearing the other theme."""
    return LIGHT if now is DARK else DARK


def _paint_other_ring(button: QPushButton) -> None:
    if button.hasFocus():
        painter = QPainter(button)
        paint_ring(painter, button.rect(), other_theme(colours()).accent)
        painter.end()
