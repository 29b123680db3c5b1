"""Where files of contacts come in and go out: it asks what is needed and tells the services."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.exchange.vcard_cards import CardFile
from boardkeeper.i18n import _, ngettext, pgettext
from boardkeeper.services.catalogue import Services
from boardkeeper.services.contact_files import CardPreview
from boardkeeper.ui.contact_files import SUFFIXES
from boardkeeper.ui.contact_files.import_dialog import ImportDialog
from boardkeeper.ui.contact_files.reading import Reading
from boardkeeper.ui.filing import ask_what_to_open, ask_where_to_save
from boardkeeper.ui.jobs import Jobs


class ContactDesk(QObject):
    """Takes files of contacts in, with a preview, and saves contacts.

    `stored` and `saved` say what was done, `refused` why a file could not be read.
    """

    stored = Signal(str)
    saved = Signal(str)
    refused = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window

    def ask_what_to_take_in(self) -> None:
        """Ask for a file of contacts and take it in."""
        ask_what_to_open(
            self._window, _("Import contacts"), SUFFIXES, lambda path: self.take_in([path])
        )

    def take_in(self, paths: Sequence[Path]) -> None:
        """Read files beside the window, show what they would do, and store what is wanted."""
        dialog = ImportDialog(", ".join(each.name for each in paths), self._window)
        reading = Reading(self._services.contact_files, paths, self)
        reading.progressed.connect(dialog.show_progress)
        reading.done.connect(lambda file: self._show(dialog, file))
        reading.refused.connect(dialog.reject)
        reading.refused.connect(self.refused)
        dialog.rejected.connect(reading.stop)
        dialog.ask(self._store)
        reading.start(self._jobs)

    def save_contacts(self, organisation_id: OrganisationId | None = None) -> None:
        """Ask where to save who sits in an organisation, or everyone there is."""
        whose = pgettext("file name", "Contacts")
        if organisation_id is not None:
            whose = self._services.organisations.get(organisation_id).label
        ask_where_to_save(
            self._window,
            _("Save as a file of contacts"),
            file_name(self._services.clock.today(), whose, suffix=".vcf"),
            lambda path: self._save(path, organisation_id),
        )

    def _save(self, path: Path, organisation_id: OrganisationId | None) -> None:
        count = self._services.contact_files.export_to(path, organisation_id)
        words = ngettext(
            "{count} person saved in {file}.", "{count} people saved in {file}.", count
        )
        self.saved.emit(words.format(count=count, file=path.name))

    def _show(self, dialog: ImportDialog, file: CardFile) -> None:
        dialog.show_preview(self._services.contact_files.compare(file))

    def _store(self, preview: CardPreview) -> None:
        counts = self._services.contact_files.store(preview)
        count = counts.new + counts.changed
        words = ngettext("{count} person stored.", "{count} people stored.", count)
        self.stored.emit(words.format(count=count))
