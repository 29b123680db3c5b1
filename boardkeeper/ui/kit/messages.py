"""What the page has to say: a bar at its top, or a picture where there is nothing yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boardkeeper.i18n import _
from boardkeeper.ui.kit.buttons import Action, Button, ButtonKind, IconButton
from boardkeeper.ui.kit.cards import empty
from boardkeeper.ui.kit.icons import paint_icon
from boardkeeper.ui.kit.labels import Body, Caption, Heading, restyle
from boardkeeper.ui.kit.theme import colours, scaled
from boardkeeper.ui.kit.tokens import ICON, Space, Tone


class Picture(QWidget):
    """An icon standing by itself; it has no words, so what stands beside it says it too."""

    def __init__(
        self,
        icon: str,
        *,
        side: int = ICON,
        tone: Tone = Tone.MUTED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._side = side
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, tone: Tone) -> None:
        self._icon = icon
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(self._side), scaled(self._side))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        if self._icon:
            painter = QPainter(self)
            paint_icon(painter, self.rect(), self._icon, colours().of_tone(self._tone))
            painter.end()


class MessageBar(QFrame):
    """One message at the top of a page, with what can be done about it. Hidden until needed."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture("")
        self._words = Body("")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(Space.S)
        close = IconButton("x", _("Close the message"))
        close.clicked.connect(self._on_closed)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.L, Space.XS, Space.XS, Space.XS)
        line.setSpacing(Space.M)
        line.addWidget(self._picture)
        line.addWidget(self._words, 1)
        line.addLayout(self._buttons)
        line.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says, or nothing."""
        return "" if self.isHidden() else self._words.text()

    def show_info(self, text: str, actions: Sequence[Action] = ()) -> None:
        self._say(text, actions, "info", "info", Tone.ACCENT)

    def show_warning(self, text: str, actions: Sequence[Action] = ()) -> None:
        self._say(text, actions, "warning", "triangle-alert", Tone.WARNING)

    def show_error(self, text: str, actions: Sequence[Action] = ()) -> None:
        self._say(text, actions, "danger", "circle-alert", Tone.DANGER)

    def clear(self) -> None:
        self.hide()
        empty(self._buttons)

    def _say(
        self, text: str, actions: Sequence[Action], surface: str, icon: str, tone: Tone
    ) -> None:
        empty(self._buttons)
        self._words.setText(text)
        self._picture.set_icon(icon, tone)
        self.setProperty("surface", surface)
        restyle(self)
        for action in actions:
            button = Button(action.text, icon=action.icon)
            button.clicked.connect(lambda _checked=False, do=action.do: do())
            self._buttons.addWidget(button)
        self.setAccessibleName(text)
        self.show()
        announce(self, text)

    def _on_closed(self) -> None:
        self.clear()
        self.closed.emit()


class EmptyState(QWidget):
    """What a page shows before there is anything: a picture, a sentence, the one thing to do."""

    wanted = Signal()

    def __init__(
        self,
        icon: str,
        sentence: str,
        button_text: str = "",
        *,
        caption: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        words = Heading(sentence)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XXL, Space.XL, Space.XXL)
        column.setSpacing(Space.L)
        column.addStretch(2)
        column.addWidget(Picture(icon, side=56), 0, centre)
        column.addWidget(words)
        if caption:
            more = Caption(caption)
            more.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(more)
        if button_text:
            self.button = Button(button_text, kind=ButtonKind.PRIMARY)
            self.button.clicked.connect(self.wanted)
            column.addWidget(self.button, 0, centre)
        column.addStretch(3)


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say what has appeared, without moving the keyboard there."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
