"""Where calendar files come in and go out: it asks what is needed and tells the services."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.exchange.ics_events import CalendarFile
from boardkeeper.i18n import _, ngettext, pgettext
from boardkeeper.services.calendar_files import Preview
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.calendar_files import SUFFIXES
from boardkeeper.ui.calendar_files.import_dialog import ImportDialog, Placing
from boardkeeper.ui.calendar_files.reading import Reading, Source, name_of
from boardkeeper.ui.filing import ask_what_to_open, ask_where_to_save
from boardkeeper.ui.jobs import Jobs


class CalendarDesk(QObject):
    """Takes calendar files in, with a preview, and saves calendars.

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

    def ask_what_to_take_in(self, filtered: OrganisationId | None = None) -> None:
        """Ask for a calendar file and take it in."""
        ask_what_to_open(
            self._window,
            _("Import calendar"),
            SUFFIXES,
            lambda path: self.take_in([path], filtered),
        )

    def take_in(self, sources: Sequence[Source], filtered: OrganisationId | None = None) -> None:
        """Read files beside the window, show what they would do, and store what is wanted.

        `filtered` is the one organisation the window shows, whose the meetings are likely to be.
        """
        dialog = ImportDialog(name_of(sources), self._window)
        reading = Reading(self._services.calendar_files, sources, self)
        reading.progressed.connect(dialog.show_progress)
        reading.done.connect(lambda file: self._show(dialog, file, filtered))
        reading.refused.connect(dialog.reject)
        reading.refused.connect(self.refused)
        dialog.rejected.connect(reading.stop)
        dialog.ask(self._store)
        reading.start(self._jobs)

    def save_calendar(self, organisation_id: OrganisationId | None = None) -> None:
        """Ask where to save the meetings of an organisation, or all there are."""
        today = self._services.clock.today()
        whose = pgettext("file name", "Meetings")
        if organisation_id is not None:
            whose = self._services.organisations.get(organisation_id).label
        ask_where_to_save(
            self._window,
            _("Save as calendar file"),
            file_name(today, whose, suffix=".ics"),
            lambda path: self._save(path, organisation_id),
        )

    def _save(self, path: Path, organisation_id: OrganisationId | None) -> None:
        count = self._services.calendar_files.export_to(path, organisation_id)
        words = ngettext(
            "{count} meeting saved in {file}.", "{count} meetings saved in {file}.", count
        )
        self.saved.emit(words.format(count=count, file=path.name))

    def _show(
        self, dialog: ImportDialog, file: CalendarFile, filtered: OrganisationId | None
    ) -> None:
        organisations = self._services.organisations.all()
        otherwise = likely_home(file, organisations, filtered)
        dialog.placing_wanted.connect(lambda placing: self._compare(dialog, file, placing))
        self._compare(dialog, file, Placing(otherwise=otherwise))

    def _compare(self, dialog: ImportDialog, file: CalendarFile, placing: Placing) -> None:
        """Hold the file against what is here, beside the window, and show what comes of it."""
        organisations = self._services.organisations.all()
        comparison = self._services.calendar_files.comparison(
            file, placing.otherwise, chosen=placing.chosen
        )

        def show(preview: Preview) -> None:
            if not dialog.is_closed:
                dialog.show_preview(preview, organisations, placing)

        self._jobs.run(comparison, show)

    def _store(self, preview: Preview) -> None:
        counts = self._services.calendar_files.store(preview)
        count = counts.new + counts.changed
        words = ngettext("{count} meeting stored.", "{count} meetings stored.", count)
        self.stored.emit(words.format(count=count))


def likely_home(
    file: CalendarFile, organisations: Sequence[Organisation], filtered: OrganisationId | None
) -> OrganisationId | None:
    """Whose meetings are that name no board, as far as one may guess.

    Those of the board the window shows alone; or of the only board there is, when the file is an
    invitation or a single event and not a whole calendar, which may hold the dentist as well.
    """
    if filtered is not None:
        return filtered
    is_single = file.method == "REQUEST" or len(file.events) == 1
    return organisations[0].id if is_single and len(organisations) == 1 else None
