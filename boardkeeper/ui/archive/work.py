"""Reading a folder and keeping its files beside the window, with word of how far, and a stop."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from boardkeeper.errors import UserError
from boardkeeper.exchange.limited import Cancelled, Report
from boardkeeper.ui.jobs import Jobs

Long = Callable[[Report, Callable[[], bool]], Any]
"""Work that tells how far it is and asks whether to stop."""


class Work(QObject):
    """Does one long thing; ends with `done` or `refused`, or silently when stopped."""

    progressed = Signal(int, int)
    done = Signal(object)
    refused = Signal(str)

    def __init__(self, work: Long, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._is_stopped = False

    def start(self, jobs: Jobs) -> None:
        jobs.run(self._try, self._on_ended)

    def stop(self) -> None:
        """Go no further, and tell nobody."""
        self._is_stopped = True

    def _try(self) -> object:
        """In another thread: what came of it, or why nothing did."""
        try:
            return self._work(self.progressed.emit, lambda: self._is_stopped)
        except UserError as error:
            return error

    @Slot(object)
    def _on_ended(self, outcome: object) -> None:
        if not self._is_stopped and not isinstance(outcome, Cancelled):
            if isinstance(outcome, UserError):
                self.refused.emit(str(outcome))
            else:
                self.done.emit(outcome)
        self.deleteLater()
