"""Long work beside the window, its outcome back in the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot


class _Outcome(QObject):
    """Carries a job's result over to the thread that asked for it."""

    done = Signal(object)
    failed = Signal(object)


class _Job(QRunnable):
    """One piece of work in the pool."""

    def __init__(self, work: Callable[[], Any], outcome: _Outcome) -> None:
        super().__init__()
        self._work = work
        self._outcome = outcome

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - raised again in the window's thread
            self._outcome.failed.emit(error)
        else:
            self._outcome.done.emit(result)


class Jobs(QObject):
    """Runs work off the window's thread; the work must not touch the database or widgets."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._under_way: set[_Outcome] = set()

    @property
    def is_busy(self) -> bool:
        return bool(self._under_way)

    def run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Do the work in a thread; `then` gets its result in this one.

        An error is raised again in this thread, where the window's own handling meets it.
        """
        outcome = _Outcome(self)
        self._under_way.add(outcome)
        outcome.done.connect(
            lambda result: self._finish(outcome, then, result), Qt.ConnectionType.QueuedConnection
        )
        outcome.failed.connect(
            lambda error: self._fail(outcome, error), Qt.ConnectionType.QueuedConnection
        )
        self._pool.start(_Job(work, outcome))

    def wait(self) -> None:
        """Let everything under way end: before the program does."""
        self._pool.waitForDone()

    @Slot()
    def _finish(self, outcome: _Outcome, then: Callable[[Any], None], result: Any) -> None:
        self._release(outcome)
        then(result)

    @Slot()
    def _fail(self, outcome: _Outcome, error: Exception) -> None:
        self._release(outcome)
        raise error

    def _release(self, outcome: _Outcome) -> None:
        self._under_way.discard(outcome)
        outcome.deleteLater()
