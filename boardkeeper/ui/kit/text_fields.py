"""Fields for words: one line, several lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from boardkeeper.ui.kit.fields import Field
from boardkeeper.ui.kit.theme import scaled
from boardkeeper.ui.kit.tokens import Space


class LineField(Field[str]):
    """One line of words. The value has no blanks around it."""

    def __init__(
        self,
        label: str,
        *,
        placeholder: str = "",
        hint: str = "",
        is_label_hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, is_label_hidden=is_label_hidden, parent=parent)
        self._edit = LineEdit()
        self._edit.setPlaceholderText(placeholder)
        self._edit.textEdited.connect(self._on_edited)
        self._edit.returnPressed.connect(self._on_entered)
        self._adopt(self._edit)
        self._kept = ""

    def value(self) -> str:
        return self._edit.text().strip()

    def select_all(self) -> None:
        self._edit.selectAll()

    def _put(self, value: str) -> None:
        if value != self.value():
            self._edit.show_text(value)


class LineEdit(QLineEdit):
    """A line wide enough for what is usually written in it."""

    def __init__(self, characters: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._characters = characters

    def show_text(self, text: str) -> None:
        """Put a text and show it from its beginning."""
        self.setText(text)
        self.setCursorPosition(0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = self._characters * self.fontMetrics().averageCharWidth() + scaled(2 * Space.M)
        return QSize(width, super().minimumSizeHint().height())


class TextField(Field[str]):
    """Several lines of words, growing with them."""

    def __init__(
        self,
        label: str,
        *,
        lines: int = 3,
        max_lines: int = 12,
        placeholder: str = "",
        hint: str = "",
        is_label_hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, is_label_hidden=is_label_hidden, parent=parent)
        self._edit = GrowingEdit(lines, max_lines)
        self._edit.setPlaceholderText(placeholder)
        self._edit.textChanged.connect(self._on_text_changed)
        self._is_setting = False
        self._adopt(self._edit)
        self._kept = ""

    def value(self) -> str:
        return self._edit.toPlainText().strip()

    def _put(self, value: str) -> None:
        if value != self.value():
            self._is_setting = True
            self._edit.setPlainText(value)
            self._is_setting = False

    def _on_text_changed(self) -> None:
        if not self._is_setting:
            self._on_edited()


class GrowingEdit(QPlainTextEdit):
    """A text edit as high as its words, between a least and a greatest number of lines."""

    left = Signal()

    def __init__(self, lines: int, max_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._max_lines = max_lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        wanted = round(self.document().size().height())  # a plain document counts in lines
        lines = min(max(wanted, self._lines), self._max_lines)
        around = 2 * round(self.document().documentMargin()) + 2 * scaled(5) + 4  # the padding
        return QSize(scaled(240), lines * self.fontMetrics().lineSpacing() + around)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(80), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # Ctrl+Enter belongs to the page or the dialog around
            return
        super().keyPressEvent(event)
