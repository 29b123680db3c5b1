"""Words on the page: five sizes, two weights, and always plain text."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from boardkeeper.ui.kit.tokens import Tone


class Label(QLabel):
    """Words that wrap and never guess at HTML (a QLabel left alone loads `<img src>`)."""

    def __init__(
        self, text: str = "", *, type_: str, tone: Tone | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("type", type_)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if tone is not None:
            self.setProperty("tone", tone.value)
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        self.setProperty("tone", tone.value)
        restyle(self)


class Display(Label):
    """The one largest thing on a page, as a figure."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, type_="display", parent=parent)


class Title(Label):
    """What the page is about."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, type_="title", parent=parent)


class Heading(Label):
    """The head of a part of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, type_="heading", parent=parent)


class Body(Label):
    """Ordinary words."""

    def __init__(
        self,
        text: str = "",
        *,
        tone: Tone = Tone.PLAIN,
        is_strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        type_ = "strong" if is_strong else "body"
        super().__init__(text, type_=type_, tone=tone, parent=parent)


class Caption(Label):
    """Small words that explain."""

    def __init__(
        self, text: str = "", *, tone: Tone = Tone.MUTED, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, type_="caption", tone=tone, parent=parent)


def set_tooltip(widget: QWidget, text: str) -> None:
    """Show plain words as tooltip; long ones wrap."""
    widget.setToolTip(f"<span>{escape(text)}</span>" if text else "")


def restyle(widget: QWidget) -> None:
    """Dress a widget again after a property that the stylesheet looks at has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
