"""A pack made beside the window, with word of how far it is and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from boardkeeper.errors import UserError
from boardkeeper.exchange.limited import Cancelled
from boardkeeper.services.pack_building import Pack, PreparedPack
from boardkeeper.ui.jobs import Jobs


class Making(QObject):
    """Makes one pack; ends with `done`, `refused` or `stopped`."""

    progressed = Signal(int, int)
    done = Signal(object)
    refused = Signal(str)
    stopped = Signal()

    def __init__(self, prepared: PreparedPack, password: str, parent: QObject) -> None:
        super().__init__(parent)
        self._prepared = prepared
        self._password = password
        self._is_stopped = False

    def start(self, jobs: Jobs) -> None:
        jobs.run(self._make, self._on_made)

    def stop(self) -> None:
        self._is_stopped = True

    def _make(self) -> Pack | UserError:
        """In another thread: the pack, or why there is none."""
        try:
            return self._prepared.build(
                self.progressed.emit, lambda: self._is_stopped, password=self._password
            )
        except UserError as error:
            return error

    @Slot(object)
    def _on_made(self, found: Pack | UserError) -> None:
        if isinstance(found, Pack) and not self._is_stopped:
            self.done.emit(found)
        elif isinstance(found, UserError) and not isinstance(found, Cancelled):
            self.refused.emit(str(found))
        else:
            if isinstance(found, Pack):
                found.discard()
            self.stopped.emit()
        self.deleteLater()
