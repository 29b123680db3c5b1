"""Everything that comes into the window and leaves it as a file, and what is said of it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.settings import SettingsFile
from boardkeeper.ui.calendar_files import SUFFIXES as CALENDARS
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.contact_files import SUFFIXES as CONTACTS
from boardkeeper.ui.dropping import FileDrops
from boardkeeper.ui.filing import (
    ask_for_folder,
    ask_what_to_open,
    ask_where_to_save,
    save_document,
)
from boardkeeper.ui.jobs import Jobs

if TYPE_CHECKING:
    from boardkeeper.services.prepared import Prepared
    from boardkeeper.ui.archive.desk import ArchiveDesk
    from boardkeeper.ui.calendar_files.desk import CalendarDesk
    from boardkeeper.ui.calendar_files.publisher import Publisher
    from boardkeeper.ui.contact_files.desk import ContactDesk
    from boardkeeper.ui.preferences.page import PreferencesPage

_EVERYTHING, _RECORDS_ALONE = ".boardkeeper", ".json"
"""The interchange file with the papers, and without."""


class Transfers(QObject):
    """The interchange file, old minutes, calendars, contacts, and the published folder.

    `saved` says what left, `taken_in` what came (it can be undone), `refused` what could not.
    `dropped` tells of files of calendars, or of contacts, dropped on the window.
    """

    saved = Signal(str)
    taken_in = Signal(str)
    refused = Signal(str)
    dropped = Signal(list)

    def __init__(
        self,
        services: Services,
        settings: SettingsFile,
        changes: ChangeNotifier,
        jobs: Jobs,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._settings = settings
        self._changes = changes
        self._is_publishing = False
        self._jobs = jobs
        self._window = window
        FileDrops(window, CALENDARS, self.dropped.emit)
        FileDrops(window, CONTACTS, self.dropped.emit)

    @cached_property
    def _calendars(self) -> CalendarDesk:
        # Imported when the first calendar file comes or goes; a start does not wait for it.
        from boardkeeper.ui.calendar_files.desk import CalendarDesk  # noqa: PLC0415

        desk = CalendarDesk(self._services, self._jobs, self._window)
        desk.stored.connect(self.taken_in)
        desk.saved.connect(self.saved)
        desk.refused.connect(self.refused)
        return desk

    @cached_property
    def _contacts(self) -> ContactDesk:
        # As above.
        from boardkeeper.ui.contact_files.desk import ContactDesk  # noqa: PLC0415

        desk = ContactDesk(self._services, self._jobs, self._window)
        desk.stored.connect(self.taken_in)
        desk.saved.connect(self.saved)
        desk.refused.connect(self.refused)
        return desk

    @cached_property
    def _archive(self) -> ArchiveDesk:
        # As above: old minutes come once, if ever.
        from boardkeeper.ui.archive.desk import ArchiveDesk  # noqa: PLC0415

        desk = ArchiveDesk(self._services, self._jobs, self._window)
        desk.stored.connect(self.taken_in)
        desk.refused.connect(self.refused)
        return desk

    @cached_property
    def _publisher(self) -> Publisher:
        # As above: few people publish a folder.
        from boardkeeper.ui.calendar_files.publisher import Publisher  # noqa: PLC0415

        files = self._services.calendar_files
        publisher = Publisher(files, self._settings, self._changes, self._jobs, self)
        publisher.refused.connect(self.refused)
        return publisher

    def serve(self, page: PreferencesPage) -> None:
        """Carry out what the settings page wishes about files."""
        page.export_wanted.connect(self.ask_export)
        page.import_wanted.connect(self.ask_import)
        page.archive_wanted.connect(self.ask_archive)
        page.calendar_export_wanted.connect(self.save_calendar)
        page.calendar_import_wanted.connect(self.ask_calendar)
        page.publishing_wanted.connect(lambda: self._ask_where_to_publish(page))
        page.publishing_unwanted.connect(lambda: self._publish_to("", page))

    def start_publishing(self) -> None:
        """Keep the published folder in step from now on."""
        self._is_publishing = True
        if self._settings.current.published_folder:
            self._publisher.start()

    def finish(self) -> None:
        """Write what is waiting to be written."""
        if self._settings.current.published_folder:
            self._publisher.finish()

    def take_in(self, files: list[Path], filtered: OrganisationId | None) -> None:
        """Show what files would do; `filtered` is the one board the window shows.

        They are calendars, all of them, or contacts.
        """
        if all(each.suffix.casefold() in CONTACTS for each in files):
            self._contacts.take_in(files)
        else:
            self._calendars.take_in(files, filtered)

    def ask_contacts(self) -> None:
        self._contacts.ask_what_to_take_in()

    def save_contacts(self, organisation_id: str = "") -> None:
        """Ask where to save who sits in an organisation; everyone when none is named."""
        self._contacts.save_contacts(OrganisationId(organisation_id) if organisation_id else None)

    def ask_calendar(self, filtered: OrganisationId | None = None) -> None:
        self._calendars.ask_what_to_take_in(filtered)

    def save_calendar(self, organisation_id: str = "") -> None:
        """Ask where to save the meetings of an organisation; of all when none is named."""
        self._calendars.save_calendar(OrganisationId(organisation_id) if organisation_id else None)

    def save_paper(self, prepared: Prepared) -> None:
        """Draw a paper beside the window, and ask where to save it."""
        self._jobs.run(prepared.printed, lambda drawn: save_document(drawn, self._window))

    def ask_export(self) -> None:
        today = self._services.clock.today()
        name = f"BoardKeeper-{today.isoformat()}{_EVERYTHING}"
        title = _("Export everything")
        ask_where_to_save(self._window, title, name, self._export, also=[_RECORDS_ALONE])

    def ask_import(self) -> None:
        title = _("Import an interchange file")
        ask_what_to_open(self._window, title, [_EVERYTHING, _RECORDS_ALONE], self._import)

    def ask_archive(self) -> None:
        """Ask for a folder of old minutes and take it in."""
        self._archive.ask_what_to_take_in()

    def _export(self, path: Path) -> None:
        count = self._services.interchange.export_to(path)
        words = ngettext("{count} record exported.", "{count} records exported.", count)
        self.saved.emit(words.format(count=count))

    def _import(self, path: Path) -> None:
        self.taken_in.emit(self._services.interchange.import_from(path).in_words())

    def _ask_where_to_publish(self, page: PreferencesPage) -> None:
        ask_for_folder(
            self._window,
            _("Published calendar folder"),
            lambda folder: self._publish_to(str(folder), page),
        )

    def _publish_to(self, folder: str, page: PreferencesPage) -> None:
        was_published = bool(self._settings.current.published_folder)
        if self._is_publishing and not was_published:
            self._publisher.start()
        self._publisher.publish_to(folder)
        page.bring_up_to_date(even_if_fresh=True)
