"""Hours: what was spent, written down."""

from __future__ import annotations

from datetime import date, timedelta

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.hours import entries_between, minutes_between
from boardkeeper.db.journal import Journal
from boardkeeper.domain.hours import TimeEntry, TimeEntryId, activity_name
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard


class HoursService:
    """What one does with time entries."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def between(
        self, first: date, last: date, organisation_id: OrganisationId | None = None
    ) -> list[TimeEntry]:
        """Entries from the first day to the last, both included, the newest first."""
        return entries_between(self._journal.reader, first, last, organisation_id)

    def all(self) -> list[TimeEntry]:
        """Every entry, the newest first."""
        return self.between(date.min, date.max)

    def get(self, entry_id: TimeEntryId) -> TimeEntry:
        return self._journal.reader.get(TimeEntry, entry_id)

    def minutes(
        self, first: date, last: date, organisation_id: OrganisationId | None = None
    ) -> int:
        """Minutes spent from the first day to the last, both included."""
        return minutes_between(self._journal.reader, first, last, organisation_id)

    def minutes_this_month(self) -> int:
        """Minutes spent in the calendar month of today."""
        first = self._clock.today().replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return self.minutes(first, last)

    def log(self, entry: TimeEntry) -> None:
        with self._journal.command(_("Log time")) as tx:
            tx.put(entry)

    def change(self, entry: TimeEntry) -> None:
        store_edit(self._journal, _("Edit time entry"), entry)

    def discard(self, entry_id: TimeEntryId) -> None:
        with self._journal.command(_("Delete time entry")) as tx:
            entry = tx.get(TimeEntry, entry_id)
            organisation = tx.get(Organisation, entry.organisation_id)
            title = " · ".join(
                (activity_name(entry.activity), formats.duration(entry.minutes), organisation.label)
            )
            discard(tx, entry, title, self._clock.today())
