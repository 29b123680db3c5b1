"""How far long work is, with a way to stop it: shown once it has lasted a moment."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from boardkeeper.i18n import _
from boardkeeper.ui.kit import Body, Button, Space

_A_MOMENT = 400
"""Milliseconds that need no word about them."""


class Progress(QWidget):
    """Words, a bar, and Cancel."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Body("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How far it is"))
        self._cancel = Button(_("Cancel"))
        self._cancel.clicked.connect(self._on_cancel)
        self._soon = QTimer(self, singleShot=True, interval=_A_MOMENT)
        self._soon.timeout.connect(self.show)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(self._words)
        words.addWidget(self._bar)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, Space.XS, 0, Space.XS)
        line.setSpacing(Space.L)
        line.addLayout(words, 1)
        line.addWidget(self._cancel)
        self.hide()

    def begin(self, words: str) -> None:
        """Work has begun; say so if it lasts."""
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._soon.start()

    def tell(self, done: int, of: int, words: str = "") -> None:
        """So much is done."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        if words:
            self._words.setText(words)

    def end(self) -> None:
        self._soon.stop()
        self.hide()

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._words.setText(_("Stopping …"))
        self.cancel_wanted.emit()
