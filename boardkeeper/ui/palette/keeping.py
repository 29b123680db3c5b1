"""Keeps the search ready while the window stands idle: looks at changes, reads new papers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from boardkeeper.domain.changes import ChangeSet
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.jobs import Jobs

_IDLE = 2_000
"""Milliseconds without a change after which the index looks at what was changed."""
_BETWEEN = 50
_PAPERS_AT_ONCE = 8
_AT_ONCE = 40
"""Records looked at in one go: some hundredths of a second."""


class SearchKeeper(QObject):
    """Nothing waits for it: a search looks at what is left itself."""

    def __init__(
        self, services: Services, changes: ChangeNotifier, jobs: Jobs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._is_reading = False
        self._is_stopped = False
        self._read: list[tuple[str, str]] = []
        self._tick = QTimer(self, interval=_IDLE, singleShot=True)
        self._tick.timeout.connect(self._go_on)
        changes.changed.connect(self._on_changed)

    def start(self) -> None:
        """Begin, once the window stands; it may have been closed again by then."""
        if not self._is_stopped:
            self._tick.start(_BETWEEN)

    def stop(self) -> None:
        """Touch the database no more: it is about to be closed."""
        self._is_stopped = True
        self._tick.stop()

    @Slot(ChangeSet)
    def _on_changed(self, _change_set: ChangeSet) -> None:
        if not self._is_stopped:
            self._tick.start(_IDLE)

    @Slot()
    def _go_on(self) -> None:
        """One small step: each is a transaction of its own, and nobody notices it."""
        search = self._services.search
        if self._read:
            search.keep_text(*self._read.pop())
            self._tick.start(_BETWEEN)
        elif search.catch_up(_AT_ONCE):
            self._tick.start(_BETWEEN)
        elif not self._is_reading:
            self._read_some(search.unread()[:_PAPERS_AT_ONCE])

    def _read_some(self, unread: list[str]) -> None:
        if unread:
            self._is_reading = True
            self._jobs.run(partial(self._services.papers.texts_of, unread), self._on_read)

    def _on_read(self, texts: dict[str, str]) -> None:
        self._is_reading = False
        if not self._is_stopped:
            self._read += texts.items()
            self._tick.start(_BETWEEN)
