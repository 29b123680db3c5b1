"""Facts in two columns: what it is, quietly, and beside it what there is to say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from boardkeeper.ui.kit import Body, Space, Tone

Fact = tuple[str, str, Tone]
"""What it is, what there is to say, and how."""


class Facts(QWidget):
    """A short list of facts; each line breaks where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Fact, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 5)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these and no others."""
        shown = tuple(facts)
        if shown == self._shown:
            return
        self._shown = shown
        while (gone := self._grid.takeAt(0)) is not None:
            widget = gone.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, words, tone) in enumerate(shown):
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(Body(name, tone=Tone.MUTED), row, 0, top)
            self._grid.addWidget(Body(words, tone=tone), row, 1, top)
        self.setVisible(bool(shown))
