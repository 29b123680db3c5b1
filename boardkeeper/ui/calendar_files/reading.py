"""A calendar file read beside the window, with word of how far it is and a way to stop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from boardkeeper.errors import UserError
from boardkeeper.exchange.ics_events import CalendarFile
from boardkeeper.services.calendar_files import CalendarFileService
from boardkeeper.ui.jobs import Jobs

Source = Path | bytes


class Reading(QObject):
    """Reads one or more files as one; ends with `done` or `refused`, or silently when stopped."""

    progressed = Signal(int, int)
    done = Signal(CalendarFile)
    refused = Signal(str)

    def __init__(
        self, files: CalendarFileService, sources: Sequence[Source], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._files = files
        self._sources = tuple(sources)
        self._is_stopped = False

    def start(self, jobs: Jobs) -> None:
        jobs.run(self._read, self._on_read)

    def stop(self) -> None:
        """Read no further, and tell nobody."""
        self._is_stopped = True

    def _read(self) -> CalendarFile | UserError:
        """In another thread: what the files hold, or why they cannot be read."""
        try:
            return together([self._read_one(each) for each in self._sources])
        except UserError as error:
            return error

    def _read_one(self, source: Source) -> CalendarFile:
        return self._files.read(
            source, progress=self.progressed.emit, is_cancelled=lambda: self._is_stopped
        )

    @Slot(object)
    def _on_read(self, found: CalendarFile | UserError) -> None:
        if not self._is_stopped:
            if isinstance(found, UserError):
                self.refused.emit(str(found))
            else:
                self.done.emit(found)
        self.deleteLater()


def together(files: Sequence[CalendarFile]) -> CalendarFile:
    """Several files as one: what one event is called stays, what the calendars are called goes."""
    if len(files) == 1:
        return files[0]
    brought = {each.id: each for file in files for each in file.organisations}
    return CalendarFile(
        events=tuple(event for file in files for event in file.events),
        unreadable=tuple(each for file in files for each in file.unreadable),
        organisations=tuple(brought.values()),
    )


def name_of(sources: Sequence[Source]) -> str:
    """What the files are called; nothing for what has no name."""
    return ", ".join(each.name for each in sources if isinstance(each, Path))
