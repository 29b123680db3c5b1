"""A table as high as its lines, for a page that holds several of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from boardkeeper.ui.kit import ROW_HEIGHT, Heading, RecordListModel, RecordTable, Space, scaled
from boardkeeper.ui.wrapping import Wrapping

T = TypeVar("T")

_MOST_LINES = 10
"""Lines it is high at most; it scrolls beyond."""


class LowTable(RecordTable, Generic[T]):
    """Hidden while it has no line."""

    def __init__(self, model: RecordListModel[T], name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self._records: RecordListModel[T] = model
        self._set_height()

    def show_lines(self, records: Sequence[T]) -> None:
        self._records.set_records(records)
        self.setVisible(bool(records))
        self._set_height()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_records"):
            self._set_height()

    def _set_height(self) -> None:
        lines = min(len(self._records.records), _MOST_LINES)
        self.setFixedHeight((lines + 1) * scaled(ROW_HEIGHT) + scaled(Space.XS))


def head(title: Heading, *buttons: QWidget) -> QWidget:
    """A heading with its buttons, which go on in the next line where there is no room."""
    title.setWordWrap(False)
    made = QWidget()
    line = Wrapping(Space.S, made)
    line.add(title)
    for each in buttons:
        line.add(each, at_end=True)
    return made
