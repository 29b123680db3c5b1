"""A file of contacts read beside the window, with word of how far it is and a way to stop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from boardkeeper.errors import UserError
from boardkeeper.exchange.vcard_cards import CardFile
from boardkeeper.services.contact_files import ContactFileService
from boardkeeper.ui.jobs import Jobs


class Reading(QObject):
    """Reads one or more files as one; ends with `done` or `refused`, or silently when stopped."""

    progressed = Signal(int, int)
    done = Signal(CardFile)
    refused = Signal(str)

    def __init__(self, files: ContactFileService, paths: Sequence[Path], parent: QObject) -> None:
        super().__init__(parent)
        self._files = files
        self._paths = tuple(paths)
        self._is_stopped = False

    def start(self, jobs: Jobs) -> None:
        jobs.run(self._read, self._on_read)

    def stop(self) -> None:
        """Read no further, and tell nobody."""
        self._is_stopped = True

    def _read(self) -> CardFile | UserError:
        """In another thread: what the files hold, or why they cannot be read."""
        try:
            read = [
                self._files.read(
                    each, progress=self.progressed.emit, is_cancelled=lambda: self._is_stopped
                )
                for each in self._paths
            ]
        except UserError as error:
            return error
        return CardFile(
            cards=tuple(card for file in read for card in file.cards),
            unreadable=tuple(each for file in read for each in file.unreadable),
        )

    @Slot(object)
    def _on_read(self, found: CardFile | UserError) -> None:
        if not self._is_stopped:
            if isinstance(found, UserError):
                self.refused.emit(str(found))
            else:
                self.done.emit(found)
        self.deleteLater()
