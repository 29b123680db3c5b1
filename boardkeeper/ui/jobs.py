"""Long work beside the window, its outcome back in the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot


class _Job(QRunnable):
    """One piece of work in the pool; what comes of it is told by its number."""

    def __init__(self, number: int, work: Callable[[], Any], jobs: Jobs) -> None:
        super().__init__()
        self._number = number
        self._work = work
        self._jobs = jobs

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - raised again in the window's thread
            self._jobs.failed.emit(self._number, error)
        else:
            self._jobs.done.emit(self._number, result)


class Jobs(QObject):
    """Runs work off the window's thread; the work must not touch the database or widgets."""

    done = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._given = 0
        self._under_way: dict[int, Callable[[Any], None]] = {}
        # A signal from another thread waits for the slot's own: both run where the jobs were made.
        self.done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)
        self.failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        return bool(self._under_way)

    def run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Do the work in a thread; `then` gets its result in this one.

        An error is raised again in this thread, where the window's own handling meets it.
        """
        self._given += 1
        self._under_way[self._given] = then
        self._pool.start(_Job(self._given, work, self))

    def wait(self) -> None:
        """Let everything under way end: before the program does."""
        self._pool.waitForDone()

    @Slot(int, object)
    def _on_done(self, number: int, result: Any) -> None:
        self._under_way.pop(number)(result)

    @Slot(int, object)
    def _on_failed(self, number: int, error: Exception) -> None:
        del self._under_way[number]
        raise error
