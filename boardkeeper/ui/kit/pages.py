"""How a page is laid out: one column that scrolls, or a list beside its detail."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from boardkeeper.i18n import _
from boardkeeper.ui.kit.buttons import Button, ButtonKind
from boardkeeper.ui.kit.cards import empty
from boardkeeper.ui.kit.labels import Caption, Title
from boardkeeper.ui.kit.messages import MessageBar
from boardkeeper.ui.kit.theme import scaled
from boardkeeper.ui.kit.tokens import Space

NARROW = 520
"""Below this width, in pixels at text size 100 %, title and buttons take a line each."""


class ScrollPage(QScrollArea):
    """A page: its title and buttons, its messages, and a column no wider than reads well."""

    def __init__(
        self, title: str = "", *, max_width: int = 880, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._max_width = max_width
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.messages = MessageBar()
        self._title = Title(title)
        self._caption = Caption("")
        self._head = QHBoxLayout()
        self._actions = QHBoxLayout()
        self._actions.setSpacing(Space.S)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.L)
        self._build()
        self.set_title(title)
        self.set_caption("")

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def set_caption(self, caption: str) -> None:
        """A quiet line under the title."""
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout) -> None:
        self.body.addLayout(layout)

    def add_space(self, pixels: int) -> None:
        self.body.addSpacing(pixels)

    def add_stretch(self) -> None:
        self.body.addStretch(1)

    def add_action(self, button: QWidget) -> None:
        """Put a button beside the title."""
        self._actions.addWidget(button)

    def clear(self) -> None:
        """Take everything out of the body; title and buttons stay."""
        empty(self.body)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The buttons stand under the title where there is no room beside it."""
        super().resizeEvent(event)
        is_wide = 4 * self._actions.sizeHint().width() > self.width()  # one small menu is not
        is_narrow = self.width() < scaled(NARROW) and is_wide
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(way)
        self._head.setAlignment(self._actions, Qt.AlignmentFlag.AlignLeft)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_column"):
            self._column.setMaximumWidth(scaled(self._max_width))

    def _build(self) -> None:
        head = self._head
        head.setSpacing(Space.M)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._caption)
        head.addLayout(words, 1)
        head.addLayout(self._actions)
        self._column = QWidget()
        self._column.setMaximumWidth(scaled(self._max_width))
        self._column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addLayout(head)
        column.addWidget(self.messages)
        column.addLayout(self.body, 1)
        ground = _Ground()
        ground.setProperty("ground", "none")
        line = QHBoxLayout(ground)
        line.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        line.addWidget(self._column, 100)
        line.addStretch(1)
        self.setWidget(ground)


class _Ground(QWidget):
    """What a page scrolls: just as high as its words are at the width it has."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Where words wrap, no height: Qt would take that of the narrowest they can be set."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), 0 if self.hasHeightForWidth() else hint.height())


class ListDetail(QWidget):
    """A list and what is chosen in it; one at a time where there is no room for both."""

    def __init__(
        self,
        list_widget: QWidget,
        detail_widget: QWidget,
        *,
        list_width: int = 320,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._list = list_widget
        self._detail = QWidget()
        self._list_width = list_width
        self._is_narrow = False
        self._shows_detail = False
        self._back = Button(_("Back to the list"), kind=ButtonKind.QUIET, icon="arrow-left")
        self._back.clicked.connect(self.show_list)
        self._back.hide()
        inner = QVBoxLayout(self._detail)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(detail_widget, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(list_widget)
        self._splitter.addWidget(self._detail)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([scaled(list_width), scaled(list_width * 2)])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for only one of the two."""
        return self._is_narrow

    def show_detail(self) -> None:
        """Bring the detail forward where only one is shown."""
        self._shows_detail = True
        self._arrange()

    def show_list(self) -> None:
        self._shows_detail = False
        self._arrange()
        if self._is_narrow:
            self._list.setFocus()

    def sizes(self) -> list[int]:
        return self._splitter.sizes()

    def set_sizes(self, sizes: list[int]) -> None:
        self._splitter.setSizes(sizes)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(self._list_width * 2)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._arrange()

    def _arrange(self) -> None:
        self._list.setVisible(not self._is_narrow or not self._shows_detail)
        self._detail.setVisible(not self._is_narrow or self._shows_detail)
        self._back.setVisible(self._is_narrow)
