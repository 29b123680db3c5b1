"""Keeps the published folder in step: calendar files that phones subscribe to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from boardkeeper.domain.changes import ChangeSet
from boardkeeper.errors import UserError
from boardkeeper.files import reason_in_words
from boardkeeper.i18n import _
from boardkeeper.services.calendar_files import CalendarFileService, shows_in_calendars
from boardkeeper.settings import SettingsFile
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.jobs import Jobs

PAUSE = 2000
"""How long to wait for more changes before the files are written, in milliseconds."""


class Publisher(QObject):
    """Writes the files a little after a change, beside the window.

    Nothing is written before it is started: the sample is not for phones. When the files cannot be
    written `refused` says so once, and again only after it has gone well.
    """

    refused = Signal(str)

    def __init__(
        self,
        files: CalendarFileService,
        settings: SettingsFile,
        changes: ChangeNotifier,
        jobs: Jobs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._files = files
        self._settings = settings
        self._changes = changes
        self._jobs = jobs
        self._is_started = False
        self._is_writing = False
        self._is_refusal_told = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._publish)

    def start(self) -> None:
        """Bring the folder in step with what may have changed elsewhere, and keep it so."""
        if not self._is_started:
            self._is_started = True
            self._changes.changed.connect(self._on_changed)
        self._wait()

    def publish_to(self, folder: str) -> None:
        """Publish in another folder from now on, at once; empty for nowhere."""
        self._settings.change(published_folder=folder)
        self._is_refusal_told = False
        self._publish()

    def finish(self) -> None:
        """Begin now what was waiting: the window is closing."""
        if self._pause.isActive():
            self._jobs.wait()  # what is being written is from before these changes
            self._is_writing = False
            self._publish()

    @Slot(ChangeSet)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if shows_in_calendars(change_set):
            self._wait()

    def _wait(self) -> None:
        if self._settings.current.published_folder:
            self._pause.start()

    @Slot()
    def _publish(self) -> None:
        folder = self._settings.current.published_folder
        self._pause.stop()
        if not folder or not self._is_started:
            return
        if self._is_writing:  # one at a time; these changes come after
            self._pause.start()
            return
        self._is_writing = True
        write = self._files.publication(Path(folder))
        self._jobs.run(lambda: refusal_of(write, Path(folder)), self._on_written)

    @Slot(str)
    def _on_written(self, refusal: str) -> None:
        self._is_writing = False
        if refusal and not self._is_refusal_told:
            self.refused.emit(refusal)
        self._is_refusal_told = bool(refusal)


def refusal_of(write: Callable[[], int], folder: Path) -> str:
    """Write the files; returns why that could not be done, or nothing."""
    reason = ""
    if not folder.is_dir():  # a disk that is away is not to be made anew in its place
        reason = _("there is no such file or folder")
    else:
        try:
            write()
        except UserError as error:
            return str(error)
        except OSError as error:
            reason = reason_in_words(error)
    if not reason:
        return ""
    message = _(
        "The calendars in “{folder}” could not be brought up to date ({reason}). Your meetings are"
        " stored; the calendars follow when the folder is there again. Another folder can be chosen"
        " under Settings."
    )
    return message.format(folder=folder, reason=reason)
