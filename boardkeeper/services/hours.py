"""Hours: what was spent, written down."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db import hours as queries
from boardkeeper.db.journal import Journal
from boardkeeper.db.meetings import last_meeting, meetings_between, next_meeting
from boardkeeper.db.reader import Reader
from boardkeeper.domain.entries import EntryLine, read_entry_line
from boardkeeper.domain.hours import Activity, Spent, TimeEntry, TimeEntryId, activity_name
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard


class HoursService:
    """What one does with time entries."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def between(
        self,
        first: date,
        last: date,
        organisation_id: OrganisationId | None = None,
        *,
        words: str = "",
        limit: int | None = None,
    ) -> list[TimeEntry]:
        """Entries from the first day to the last, both included, the newest first.

        `words` are looked for in notes, organisations' names and activities; `limit` is the
        greatest number of entries returned.
        """
        return queries.entries_between(
            self._journal.reader,
            first,
            last,
            organisation_id,
            found=self._found(words),
            limit=limit,
        )

    def all(self) -> list[TimeEntry]:
        """Every entry, the newest first."""
        return self.between(date.min, date.max)

    def get(self, entry_id: TimeEntryId) -> TimeEntry:
        return self._journal.reader.get(TimeEntry, entry_id)

    def minutes(
        self, first: date, last: date, organisation_id: OrganisationId | None = None
    ) -> int:
        """Minutes spent from the first day to the last, both included."""
        return queries.minutes_between(self._journal.reader, first, last, organisation_id)

    def minutes_this_month(self) -> int:
        """Minutes spent in the calendar month of today."""
        first = self._clock.today().replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return self.minutes(first, last)

    def spent(
        self,
        first: date,
        last: date,
        organisation_id: OrganisationId | None = None,
        *,
        words: str = "",
    ) -> list[Spent]:
        """The sums of what `between` gives without a limit, by organisation and activity."""
        return queries.spent_between(
            self._journal.reader, first, last, organisation_id, found=self._found(words)
        )

    def read(self, line: str) -> TimeEntry:
        """The entry a line like `2t forb børnehaven` means; not stored.

        A line without an organisation means the one whose meeting is nearest: the next one for
        preparation, else the last one. Raises UserError when the line cannot be understood.
        """
        every = self._journal.reader.every(Organisation)
        said = read_entry_line(line, every, self._clock.today())
        organisation = said.organisation or self._nearest(said, every)
        meeting = meeting_meant(self._journal.reader, organisation.id, said.activity, said.on)
        return TimeEntry(
            organisation_id=organisation.id,
            meeting_id=meeting.id if meeting else None,
            on=said.on,
            minutes=said.minutes,
            activity=said.activity,
            note=said.note,
        )

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

    def _nearest(self, said: EntryLine, every: list[Organisation]) -> Organisation:
        if len(every) == 1:
            return every[0]
        reader = self._journal.reader
        ahead = next_meeting(reader, datetime.combine(said.on, time.min))
        past = last_meeting(reader, datetime.combine(said.on + timedelta(days=1), time.min))
        wanted = (ahead or past) if said.activity is Activity.PREPARATION else (past or ahead)
        if wanted is None:
            raise UserError(_("Add the name of the board the time was for."))
        return reader.get(Organisation, wanted.organisation_id)

    def _found(self, words: str) -> queries.Found | None:
        asked = " ".join(words.split())
        if not asked:
            return None
        folded = asked.casefold()
        return queries.Found(
            words=asked,
            organisation_ids=[
                each.id
                for each in self._journal.reader.every(Organisation)
                if folded in f"{each.name} {each.short_name}".casefold()
            ],
            activities=[each for each in Activity if folded in activity_name(each).casefold()],
        )


def meeting_meant(
    reader: Reader, organisation_id: OrganisationId, activity: Activity, on: date
) -> Meeting | None:
    """The organisation's meeting that day; for preparation also one in the 30 days ahead."""
    days = 30 if activity is Activity.PREPARATION else 1
    start = datetime.combine(on, time.min)
    nearby = meetings_between(reader, start, start + timedelta(days=days), organisation_id)
    held = [each for each in nearby if each.state is not MeetingState.CANCELLED]
    return held[0] if held else None
