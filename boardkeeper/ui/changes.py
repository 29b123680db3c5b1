"""Tells the window once what changed; pages look whether it concerns them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from boardkeeper.db.journal import Journal
from boardkeeper.domain.changes import ChangeSet


class ChangeNotifier(QObject):
    """One signal for every stored change, undo and redo included."""

    changed = Signal(ChangeSet)

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        stop = journal.listen(self.changed.emit)
        self.destroyed.connect(stop)  # the journal outlives a window
