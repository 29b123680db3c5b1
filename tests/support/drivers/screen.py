"""What a person sees and does at the screen; everything is found by the name it is spoken with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from boardkeeper.ui.kit import Dialog, MenuButton

W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Screen:
    """A page, and the dialog that may lie over it."""

    qtbot: QtBot
    page: QWidget

    @property
    def place(self) -> QWidget:
        """The dialog on top, or the page."""
        dialogs = [each for each in self.page.findChildren(Dialog) if each.isVisible()]
        return dialogs[-1] if dialogs else self.page

    def visible(self, kind: type[W]) -> list[W]:
        """Every visible widget of the kind; what has just been laid out is shown first."""
        QApplication.processEvents()
        return [each for each in self.place.findChildren(kind) if each.isVisible()]

    def words(self) -> str:
        """Every label one can read now, a line each."""
        return "\n".join(each.text() for each in self.visible(QLabel))

    def find(self, kind: type[W], name: str) -> W:
        """The visible control of that name, or of a name that begins so."""
        visible = self.visible(kind)
        named = [each for each in visible if each.accessibleName() == name]
        named = named or [each for each in visible if each.accessibleName().startswith(name)]
        assert named, (name, sorted({each.accessibleName() for each in visible}))
        return named[0]

    def is_offered(self, name: str) -> bool:
        return any(each.accessibleName() == name for each in self.visible(QAbstractButton))

    def is_enabled(self, name: str) -> bool:
        return self.find(QAbstractButton, name).isEnabled()

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def pick(self, menu: str, action: str) -> None:
        """Choose from the menu of a button."""
        offered = self.find(MenuButton, menu).menu()
        offered.aboutToShow.emit()
        chosen = next(each for each in offered.actions() if each.text() == action)
        assert chosen.isEnabled()
        chosen.trigger()

    def write(self, label: str, text: str) -> None:
        """Write over what stands in a field, and go on to the next one."""
        self.type_into(label, text)
        self.qtbot.keyClick(self._text_field(label), Qt.Key.Key_Tab)

    def type_into(self, label: str, text: str) -> None:
        """Write over what stands in a field, and stay there."""
        field = self._text_field(label)
        self.place.activateWindow()
        self.qtbot.waitUntil(self.place.isActiveWindow)
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClick(field, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(field, text)

    def text_in(self, label: str) -> str:
        field = self._text_field(label)
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def choose(self, label: str, words: str) -> None:
        """Choose from a list of choices with the arrow keys."""
        box = self.find(QComboBox, label)
        box.setFocus()
        self.qtbot.keyClick(box, Qt.Key.Key_Home)
        while box.currentText() != words:
            before = box.currentIndex()
            self.qtbot.keyClick(box, Qt.Key.Key_Down)
            assert box.currentIndex() != before, words

    def chosen(self, label: str) -> str:
        return self.find(QComboBox, label).currentText()

    def rows(self, list_name: str) -> list[str]:
        """What a list says, row by row, as it is spoken."""
        model = self.find(QAbstractItemView, list_name).model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def click_row(self, list_name: str, words: str) -> None:
        """Click the first row that begins with the words."""
        view = self.find(QAbstractItemView, list_name)
        row = next(at for at, each in enumerate(self.rows(list_name)) if each.startswith(words))
        index = view.model().index(row, 0)
        view.scrollTo(index)
        place: QPoint = view.visualRect(index).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def key_in(self, list_name: str, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.find(QAbstractItemView, list_name), key)

    def focused(self) -> str:
        """The name of what has the keyboard."""
        widget = QApplication.focusWidget()
        return "" if widget is None else widget.accessibleName()

    def _text_field(self, label: str) -> QLineEdit | QPlainTextEdit:
        fields: list[QLineEdit | QPlainTextEdit] = []
        fields += self.visible(QLineEdit)
        fields += self.visible(QPlainTextEdit)
        named = [each for each in fields if each.accessibleName() == label]
        assert named, (label, sorted({each.accessibleName() for each in fields}))
        return named[0]
