"""Files kept and read beside the window, with word of how far it is and a way to stop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from boardkeeper.errors import UserError
from boardkeeper.exchange.limited import Cancelled
from boardkeeper.services.papers import PaperService, TakenIn
from boardkeeper.ui.jobs import Jobs


class TakingIn(QObject):
    """Takes files in; ends with `done` or `refused`, or with `stopped`."""

    progressed = Signal(int, int)
    done = Signal(list)
    refused = Signal(str)
    stopped = Signal()

    def __init__(self, papers: PaperService, files: Sequence[Path], parent: QObject) -> None:
        super().__init__(parent)
        self._papers = papers
        self._files = tuple(files)
        self._is_stopped = False

    def start(self, jobs: Jobs) -> None:
        jobs.run(self._take_in, self._on_taken_in)

    def stop(self) -> None:
        """Take no more in."""
        self._is_stopped = True

    def _take_in(self) -> list[TakenIn] | UserError:
        """In another thread: what the files are, or why they cannot be taken in."""
        try:
            return self._papers.take_in(
                self._files,
                progress=self.progressed.emit,
                is_cancelled=lambda: self._is_stopped,
            )
        except UserError as error:
            return error

    @Slot(object)
    def _on_taken_in(self, found: list[TakenIn] | UserError) -> None:
        if self._is_stopped or isinstance(found, Cancelled):
            self.stopped.emit()
        elif isinstance(found, UserError):
            self.refused.emit(str(found))
        else:
            self.done.emit(found)
        self.deleteLater()
