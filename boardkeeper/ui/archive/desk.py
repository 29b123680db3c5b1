"""Where a folder of old papers comes in: it asks which one, shows it, and tells the service."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from boardkeeper.i18n import _, ngettext
from boardkeeper.services.archive import ArchiveRow
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.archive.dialog import ArchiveDialog
from boardkeeper.ui.archive.work import Work
from boardkeeper.ui.filing import ask_for_folder
from boardkeeper.ui.jobs import Jobs


class ArchiveDesk(QObject):
    """Takes folders of old papers in, with a preview.

    `stored` says what was done, `refused` why a folder could not be read.
    """

    stored = Signal(str)
    refused = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window

    def ask_what_to_take_in(self) -> None:
        """Ask for a folder and take it in."""
        ask_for_folder(self._window, _("Import old minutes"), self.take_in)

    def take_in(self, folder: Path) -> None:
        """Read a folder beside the window, show what is in it, and store what is wanted."""
        archive = self._services.archive
        dialog = ArchiveDialog(
            folder.name,
            self._services.organisations.all(),
            archive.placed,
            self._services.clock.today,
            self._window,
        )
        reading = Work(archive.reading(folder), self)
        reading.progressed.connect(dialog.show_progress)
        reading.done.connect(lambda read: dialog.show_rows(archive.rows(read)))
        reading.refused.connect(dialog.reject)
        reading.refused.connect(self.refused)
        dialog.rejected.connect(reading.stop)
        dialog.store_wanted.connect(lambda rows: self._keep(dialog, rows))
        dialog.ask(self._store)
        reading.start(self._jobs)

    def _keep(self, dialog: ArchiveDialog, rows: list[ArchiveRow]) -> None:
        """Copy the files beside the window; then the papers can be stored."""
        archive = self._services.archive
        keeping = Work(
            lambda progress, is_cancelled: archive.keep(
                rows, progress=progress, is_cancelled=is_cancelled
            ),
            self,
        )
        keeping.progressed.connect(dialog.show_progress)
        keeping.done.connect(lambda _nothing: dialog.finish())
        keeping.refused.connect(dialog.refuse)
        dialog.rejected.connect(keeping.stop)
        keeping.start(self._jobs)

    def _store(self, rows: list[ArchiveRow]) -> None:
        count = len(self._services.archive.store(rows))
        words = ngettext("{count} old paper stored.", "{count} old papers stored.", count)
        self.stored.emit(words.format(count=count))
