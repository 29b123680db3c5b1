"""The quiet column one writes an item's minutes in: plain text with a little Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QMimeData, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from boardkeeper.domain.pasted_text import cleaned, cleaned_html
from boardkeeper.ui.kit import Space, colours, scaled

DRAFT_PAUSE = 1000
"""Milliseconds from the first key that is not stored yet until all of them are."""
CHARACTERS = 75
"""The longest line, in letters of usual width."""

_LEAST_LINES, _ROOMY_LINES = 3, 7
"""Lines in sight where there is little room, and in an empty text."""

_ITEM = re.compile(r"^(\s*)(?:([-*+])|(\d{1,3})([.)]))\s+")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


class WritingEdit(QPlainTextEdit):
    """A text that tells when it is to be stored: a second after the first new key, while one types.

    A pause restarted by every key would store nothing as long as one types on.
    """

    draft_due = Signal()
    left = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._is_setting = False
        self._is_dirty = False
        self._lines = 1
        self._marks = _Marks(self)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._due = QTimer(self, singleShot=True, interval=DRAFT_PAUSE)
        self._due.timeout.connect(self.draft_due)
        self.textChanged.connect(self._on_text_changed)
        own = Qt.ShortcutContext.WidgetShortcut
        for keys, do in (
            ("Ctrl+B", self.toggle_bold),
            ("Ctrl+Shift+8", self.toggle_bullets),
            ("Ctrl+Shift+7", self.toggle_numbers),
        ):
            QShortcut(QKeySequence(keys), self, do, context=own)

    @property
    def is_dirty(self) -> bool:
        """Whether something is typed that has not been taken to be stored."""
        return self._is_dirty

    def take(self) -> str:
        """What stands there, which is to be stored now."""
        self._due.stop()
        self._is_dirty = False
        return self.toPlainText()

    def keep(self) -> None:
        """What was taken could not be stored: it is still to be."""
        self._is_dirty = True

    def show_text(self, text: str) -> None:
        """Show a stored text; the cursor stays where it was, if it can."""
        self._due.stop()
        self._is_dirty = False
        if text == self.toPlainText():
            return
        place = self.textCursor().position()
        self._is_setting = True
        self.setPlainText(text)
        self._is_setting = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(self.toPlainText())))
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as what is written, with a line to go on in; never lower than a few."""
        return QSize(scaled(240), self._height_of(max(self._lines + 1, _ROOMY_LINES)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(160), self._height_of(_LEAST_LINES))

    def widest(self) -> int:
        """Pixels for a line of the longest length, with what stands around it."""
        letters = self.fontMetrics().horizontalAdvance("n" * CHARACTERS) * 0.86
        return round(letters) + 2 * scaled(Space.L)

    def insert_words(self, words: str) -> None:
        """Put words where the cursor is, and mark the first blank of theirs to be typed over."""
        cursor = self.textCursor()
        at = cursor.selectionStart()
        block = cursor.document().findBlock(at)
        before = block.text()[: at - block.position()]
        if before and not before.endswith((" ", "\u00a0")):
            words = f" {words}"
        cursor.insertText(words)
        blank = words.find("…")
        if blank >= 0:
            cursor.setPosition(at + blank)
            cursor.setPosition(at + blank + 1, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def marked_line(self) -> str:
        """The line that is marked, if something is marked in one line alone; else nothing."""
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart())
        is_one = first == document.findBlock(cursor.selectionEnd())
        return first.text().strip() if cursor.hasSelection() and is_one else ""

    def toggle_bold(self) -> None:
        """Make what is marked bold, or plain again; without a mark, the word under the cursor."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        spans = list(self._spans(first, last)) or [(first, last)]
        text = self.toPlainText()
        is_bold = all(text[a - 2 : a] == "**" == text[b : b + 2] for a, b in spans)
        cursor.beginEditBlock()
        for start, end in reversed(spans):
            words = text[start:end]
            around = 2 if is_bold else 0
            cursor.setPosition(start - around)
            cursor.setPosition(end + around, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words if is_bold else f"**{words}**")
        cursor.endEditBlock()
        shift = -2 if is_bold else 2
        start, end = spans[0][0] + shift, spans[-1][1] + shift * (2 * len(spans) - 1)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def _spans(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The marked words line by line, without the signs around them: bold ends with its line."""
        block = self.document().findBlock(first)
        while block.isValid() and block.position() <= last:
            found = _ITEM.match(block.text())
            start = max(first, block.position() + (found.end() if found else 0))
            end = min(last, block.position() + len(block.text()))
            words = block.text()[start - block.position() : end - block.position()]
            start += 2 * words.startswith("**")
            end -= 2 * words.endswith("**")
            if start < end:
                yield start, end
            block = block.next()

    def toggle_bullets(self) -> None:
        """Make the marked lines bullets, or plain again."""
        self._toggle_lines(lambda _at: "- ")

    def toggle_numbers(self) -> None:
        """Number the marked lines, or make them plain again."""
        self._toggle_lines(lambda at: f"{at + 1}. ")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = event.key()
        is_return = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif key == Qt.Key.Key_Space and self._has_marker_twice():
            self.textCursor().deletePreviousChar()
        elif not ((is_return and plain and self._goes_on_with_list()) or self._shifts_item(key)):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)  # type: ignore[arg-type] # QFocusEvent
        if self._is_dirty:
            self.draft_due.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """What is pasted keeps its bold and its lists and loses every other look."""
        words = cleaned_html(source.html()) if source.hasHtml() else cleaned(source.text())
        self.textCursor().insertText(words)
        self.ensureCursorVisible()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and hasattr(self, "_marks"):
            self._marks.dress()

    def _height_of(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + scaled(Space.L)

    def _on_size_changed(self, size: QSizeF) -> None:
        """The lines as they are broken now; Qt counts the height of plain text in them."""
        lines = round(size.height())
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def _on_text_changed(self) -> None:
        if self._is_setting:
            return
        self._is_dirty = True
        if not self._due.isActive():
            self._due.start()

    def _toggle_lines(self, marker_of: Callable[[int], str]) -> None:
        cursor = self.textCursor()
        document = self.document()
        block = document.findBlock(cursor.selectionStart())
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        wanted = marker_of(0)[-2:]
        is_so = _marker(block.text()).endswith(wanted)
        cursor.beginEditBlock()
        at = 0
        while block.isValid() and block.blockNumber() <= last:
            line = QTextCursor(block)
            found = _ITEM.match(block.text())
            indent = found[1] if found else ""
            if found:
                moved = QTextCursor.MoveOperation.Right
                line.movePosition(moved, QTextCursor.MoveMode.KeepAnchor, found.end())
            line.insertText(indent if is_so else indent + marker_of(at))
            at += 1
            block = block.next()
        cursor.endEditBlock()
        self.setFocus()

    def _goes_on_with_list(self) -> bool:
        """Enter in a list begins its next item; in an empty item it ends the list."""
        cursor = self.textCursor()
        line = cursor.block().text()
        found = _ITEM.match(line)
        if found is None or cursor.positionInBlock() < found.end():
            return False
        if not line[found.end() :].strip():
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.insertText("\n")  # an empty line, or what follows would belong to the list
            return True
        marker = found[2] or f"{int(found[3]) + 1}{found[4]}"
        cursor.insertText(f"\n{found[1]}{marker} ")
        self.ensureCursorVisible()
        return True

    def _has_marker_twice(self) -> bool:
        """Whether the sign of a list is typed where Enter has put one already."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        return re.fullmatch(r"\s*([-*+]) \1", before) is not None

    def _shifts_item(self, key: int) -> bool:
        """Tab moves an item of a list in or out; elsewhere it goes to the next field."""
        if key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        inwards = key == Qt.Key.Key_Tab
        cursor = self.textCursor()
        found = _ITEM.match(cursor.block().text())
        if found is None or (not inwards and not found[1]):
            return False
        start = QTextCursor(cursor.block())
        if inwards:
            start.insertText("  ")
        else:
            keep = QTextCursor.MoveMode.KeepAnchor
            start.movePosition(QTextCursor.MoveOperation.Right, keep, min(2, len(found[1])))
            start.removeSelectedText()
        return True


class _Marks(QSyntaxHighlighter):
    """Shows what stands between two pairs of stars bold, and the signs of Markdown quietly."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit.document())
        self._bold = QTextCharFormat()
        self._sign = QTextCharFormat()
        self.dress()

    def dress(self) -> None:
        """Take the colours now on screen."""
        self._bold.setFontWeight(700)
        self._sign.setForeground(QColor(colours().muted))
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        found = _ITEM.match(text)
        if found:
            self.setFormat(0, found.end(), self._sign)
        for bold in _BOLD.finditer(text):
            self.setFormat(bold.start(1), len(bold[1]), self._bold)
            self.setFormat(bold.start(), 2, self._sign)
            self.setFormat(bold.end() - 2, 2, self._sign)


def _marker(line: str) -> str:
    found = _ITEM.match(line)
    return line[found.start() : found.end()].lstrip() if found else ""
