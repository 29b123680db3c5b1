"""What a person does with a page: find something by its name, type into it, press it."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from boardkeeper.ui.kit import Chip, ChoiceField, Dialog, Field, Segments

W = TypeVar("W", bound=QWidget)


def shown(root: QWidget, kind: type[W]) -> list[W]:
    """Everything of a kind that is on screen."""
    return [each for each in root.findChildren(kind) if each.isVisible()]


def named(root: QWidget, kind: type[W], name: str) -> W:
    """The one on screen that a screen reader calls by that name."""
    found = [each for each in shown(root, kind) if each.accessibleName() == name]
    there = sorted({each.accessibleName() for each in shown(root, kind)})
    assert len(found) == 1, f"{len(found)} called {name!r}; there are {there}"
    return found[0]


def field(root: QWidget, label: str) -> Field[Any]:
    """The field on screen with that label."""
    found = [each for each in shown(root, Field) if each.label == label]
    assert len(found) == 1, f"{len(found)} fields labelled {label!r}"
    return found[0]


def type_into(root: QWidget, label: str, text: str, *, enter: bool = False) -> None:
    """Type in place of what stands in a field."""
    edit = named(root, QLineEdit, label)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)
    if enter:
        QTest.keyClick(edit, Qt.Key.Key_Return)
    else:
        settle()


def press(root: QWidget, name: str) -> None:
    """Click a button or a row by its name."""
    QTest.mouseClick(named(root, QAbstractButton, name), Qt.MouseButton.LeftButton)
    settle()


def tap(root: QWidget, question: str, answer: str) -> None:
    """Click one of the segments that answer a question."""
    press(named(root, Segments, question), answer)


def choose(root: QWidget, label: str, words: str) -> None:
    """Choose in a list, as the keyboard does: to the top, and down to the words."""
    chooser = field(root, label)
    assert isinstance(chooser, ChoiceField)
    box: Any = chooser.control
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _step in range(box.count()):
        if box.currentText() == words:
            break
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == words


def dialog(root: QWidget) -> Dialog[Any]:
    """The dialog that is open."""
    (found,) = shown(root, Dialog)
    return found


def words_on(root: QWidget) -> list[str]:
    """All words in labels and chips on screen."""
    labels = [each.text() for each in shown(root, QLabel) if each.text()]
    return labels + [each.text for each in shown(root, Chip)]


def settle() -> None:
    """Let everything happen that is about to."""
    QApplication.processEvents()
