"""A line of widgets that goes on in the next line where there is no room, as words do."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Wrapping(QLayout):
    """Widgets from the left; those added with `at_end` stand at the right end of their line."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._at_end: list[QLayoutItem] = []
        self._is_adding_at_end = False
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def add(self, widget: QWidget, *, at_end: bool = False) -> None:
        self._is_adding_at_end = at_end
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)
        if self._is_adding_at_end:
            self._at_end.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        lines = self._lines(width)
        return sum(map(_height, lines)) + self.spacing() * max(len(lines) - 1, 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        shown = self._shown()
        width = sum(item.sizeHint().width() + self.spacing() for item in shown)
        return QSize(width, _height(shown))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        shown = self._shown()
        return QSize(max((each.minimumSize().width() for each in shown), default=0), _height(shown))

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            height = _height(line)
            left = rect.left()
            for item in (each for each in line if each not in self._at_end):
                left = self._place(item, left, top, height)
            last = [each for each in line if each in self._at_end]
            width = sum(each.sizeHint().width() + self.spacing() for each in last)
            left = max(left, rect.left() + rect.width() - width + self.spacing())
            for item in last:
                left = self._place(item, left, top, height)
            top += height + self.spacing()

    def _place(self, item: QLayoutItem, left: int, top: int, height: int) -> int:
        """Put an item in its line; returns where the next one begins."""
        size = item.sizeHint()
        item.setGeometry(
            QRect(left, top + (height - size.height()) // 2, size.width(), size.height())
        )
        return left + size.width() + self.spacing()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items shown, line by line."""
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if lines and used + needed <= width:
                lines[-1].append(item)
                used += needed + self.spacing()
            else:
                lines.append([item])
                used = needed + self.spacing()
        return lines

    def _shown(self) -> list[QLayoutItem]:
        return [each for each in self._items if not each.isEmpty()]


def _height(line: list[QLayoutItem]) -> int:
    return max((each.sizeHint().height() for each in line), default=0)
