"""Fields under one another, found again by the names of the record's own fields."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper.errors import InvalidField
from boardkeeper.ui.kit.fields import Field
from boardkeeper.ui.kit.theme import scaled
from boardkeeper.ui.kit.tokens import Space

F = TypeVar("F", bound=Field[Any])

NARROW = 400
"""Below this width, in pixels at text size 100 %, no two fields stand side by side."""


class Form(QWidget):
    """A column of fields; two that belong together stand side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field[Any]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.L)
        self._line: QHBoxLayout | None = None
        self._lines: list[QHBoxLayout] = []

    def add(self, name: str, field: F, *, beside: bool = False) -> F:
        """Add a field under the last one, or beside it."""
        self.fields[name] = field
        if self._line is None or not beside:
            self._line = QHBoxLayout()
            self._line.setSpacing(Space.L)
            self._lines.append(self._line)
            self._column.addLayout(self._line)
        self._line.addWidget(field, 1)
        return field

    def add_widget(self, widget: QWidget) -> None:
        """Something between the fields, as a heading."""
        self._line = None
        self._column.addWidget(widget)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(220), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fields stand under one another where there is no room beside."""
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        for line in self._lines:
            line.setDirection(way)

    def check(self) -> bool:
        """Whether every field can be read; those that cannot say so, and the first is gone to."""
        wrong = [field for field in self.fields.values() if not field.check()]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def commit(self) -> None:
        for field in self.fields.values():
            field.commit()

    def show_error(self, name: str, text: str) -> bool:
        """Show an error by the field of that name; False if there is no such field."""
        field = self.fields.get(name)
        if field is None:
            return False
        field.show_error(text)
        field.setFocus()
        return True

    def show_refusal(self, error: InvalidField) -> bool:
        """Show what a record refused, by the field it refused; False if there is no such field."""
        return self.show_error(error.field, str(error))

    def clear_errors(self) -> None:
        for field in self.fields.values():
            field.clear_error()
