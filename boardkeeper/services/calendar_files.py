"""Meetings to and from other calendar programs: exported, mailed, published, taken in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.meetings import every_meeting, meetings_between, meetings_called, meetings_of
from boardkeeper.db.memberships import every_term, memberships_in
from boardkeeper.db.reader import Reader
from boardkeeper.domain.changes import ChangeSet
from boardkeeper.domain.meetings import Meeting, MeetingId, title_of
from boardkeeper.domain.memberships import sits_on
from boardkeeper.domain.occurrences import years_later
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person
from boardkeeper.domain.sheets.naming import ascii_part, file_name
from boardkeeper.errors import UserError
from boardkeeper.exchange.ics_events import CalendarFile
from boardkeeper.exchange.ics_names import DAY_AND_HOUR_BEFORE, ID, PREFIX, PUBLISHED, id_in
from boardkeeper.exchange.ics_writing import (
    Guest,
    calendar_of,
    cancellation_of,
    invitation_of,
)
from boardkeeper.exchange.limited import (
    USUAL_LIMITS,
    Report,
    never,
    no_report,
    refuse_too_large,
)
from boardkeeper.files import read_whole, reason_in_words, write_whole
from boardkeeper.i18n import _, ngettext, pgettext, speaking
from boardkeeper.services.calendar_matching import EventKey, PreviewRow, Standing, compared
from boardkeeper.services.interchange import Imported
from boardkeeper.services.prepared import Document

_EVERYTHING = "BoardKeeper"
_YEARS_PUBLISHED = 1
_MARK = f"{PREFIX}{PUBLISHED}:1".encode()
_HEAD = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would do, event by event; nothing is stored yet.

    `new_organisations` are those a file of our own brings along.
    """

    rows: tuple[PreviewRow, ...]
    new_organisations: tuple[Organisation, ...] = ()

    def of(self, standing: Standing) -> list[PreviewRow]:
        """The events of one standing, in the order of the file."""
        return [row for row in self.rows if row.standing is standing]

    @property
    def counts(self) -> Counter[Standing]:
        return Counter(row.standing for row in self.rows)

    def taking(self, keys: Collection[EventKey]) -> Preview:
        """The preview without the events that are not wanted, and what they alone brought."""
        rows = tuple(row for row in self.rows if row.key in keys)
        homes = {row.organisation.id for row in rows if row.organisation is not None}
        brought = tuple(each for each in self.new_organisations if each.id in homes)
        return Preview(rows=rows, new_organisations=brought)

    @property
    def changes_something(self) -> bool:
        return bool(self.counts[Standing.NEW] or self.counts[Standing.CHANGED])

    def in_words(self) -> str:
        """The counts as a sentence."""
        counts = self.counts
        words = _("{new} new, {changed} changed, {same} the same as before.").format(
            new=counts[Standing.NEW],
            changed=counts[Standing.CHANGED],
            same=counts[Standing.SAME],
        )
        unplaced, unreadable = counts[Standing.UNPLACED], counts[Standing.UNREADABLE]
        if unplaced:
            told = ngettext(
                "{count} names none of your organisations.",
                "{count} name none of your organisations.",
                unplaced,
            )
            words += " " + told.format(count=unplaced)
        if unreadable:
            told = ngettext(
                "{count} could not be read as a meeting.",
                "{count} could not be read as meetings.",
                unreadable,
            )
            words += " " + told.format(count=unreadable)
        return words


class CalendarFileService:
    """The iCalendar files (.ics) that Outlook, Google, Apple and the others read and write."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def export_to(
        self,
        path: Path,
        organisation_id: OrganisationId | None = None,
        *,
        alarms: Sequence[int] = DAY_AND_HOUR_BEFORE,
    ) -> int:
        """Write an organisation's meetings, or all, to a file; returns how many.

        `alarms` in minutes before each meeting.
        """
        reader = self._journal.reader
        organisations = reader.every(Organisation)
        if organisation_id is None:
            meetings, name = every_meeting(reader), _EVERYTHING
        else:
            meetings = meetings_of(reader, organisation_id)
            name = reader.get(Organisation, organisation_id).label
        write_whole(path, calendar_of(meetings, organisations, name=name, alarms=alarms))
        return len(meetings)

    def of_meeting(self, meeting_id: MeetingId) -> Document:
        """One meeting as a calendar file, to be saved or handed on."""
        meeting, organisation = self._meeting(meeting_id)
        content = calendar_of([meeting], [organisation], name=organisation.label)
        return self._document(meeting, organisation, content)

    def invitation(self, meeting_id: MeetingId) -> Document:
        """A calendar file that calls everyone who sits there; opened, it asks them to answer."""
        meeting, organisation = self._meeting(meeting_id)
        caller, called = self._guests(meeting)
        content = invitation_of(meeting, organisation, caller, called)
        with speaking(organisation.language):
            kind = pgettext("file name", "Invitation")
        return self._document(meeting, organisation, content, kind)

    def cancellation(self, meeting_id: MeetingId) -> Document:
        """A calendar file that takes the meeting out of the calendars of those who were called."""
        meeting, organisation = self._meeting(meeting_id)
        caller, called = self._guests(meeting)
        content = cancellation_of(meeting, organisation, caller, called)
        with speaking(organisation.language):
            kind = pgettext("file name", "Cancellation")
        return self._document(meeting, organisation, content, kind)

    def read(
        self,
        source: Path | bytes,
        *,
        progress: Report = no_report,
        is_cancelled: Callable[[], bool] = never,
    ) -> CalendarFile:
        """What a file holds. Touches no database, and may run in any thread.

        Raises UserError when it cannot be read, is no calendar, or takes too long or too much.
        """
        # A start can do without all that taking files apart needs.
        from boardkeeper.exchange.ics_reading import calendar_in  # noqa: PLC0415

        if isinstance(source, Path):
            try:
                refuse_too_large(source.stat().st_size, USUAL_LIMITS)
            except OSError as error:
                message = _("“{name}” could not be read ({reason}). Nothing was changed.")
                reason = reason_in_words(error)
                raise UserError(message.format(name=source.name, reason=reason)) from error
            source = read_whole(source)
        return calendar_in(
            source, self._clock.today(), progress=progress, is_cancelled=is_cancelled
        )

    def compare(self, file: CalendarFile, organisation_id: OrganisationId | None = None) -> Preview:
        """What taking a file in would do; events nothing places go to the organisation given."""
        return self.comparison(file, organisation_id)()

    def comparison(
        self,
        file: CalendarFile,
        organisation_id: OrganisationId | None = None,
        *,
        chosen: Mapping[EventKey, OrganisationId] = MappingProxyType({}),
    ) -> Callable[[], Preview]:
        """`compare`, its facts gathered: what is returned needs no database, only time.

        `chosen` says of single events whose they are, whatever their words tell.
        """
        here = self._journal.reader.every(Organisation)
        meetings = _known_meetings(self._journal.reader, file)
        return lambda: _preview(
            compared(file, here, meetings, organisation_id, chosen), {each.id for each in here}
        )

    def preview(
        self,
        source: Path | bytes,
        organisation_id: OrganisationId | None = None,
        *,
        progress: Report = no_report,
        is_cancelled: Callable[[], bool] = never,
    ) -> Preview:
        """What importing a file would do; stores nothing. Raises UserError as `read` does."""
        file = self.read(source, progress=progress, is_cancelled=is_cancelled)
        return self.compare(file, organisation_id)

    def store(self, preview: Preview) -> Imported:
        """Take in what the preview showed, in one step that can be undone.

        Raises UserError, with nothing changed, when a meeting is no longer as the preview saw it.
        """
        rows = [*preview.of(Standing.NEW), *preview.of(Standing.CHANGED)]
        meetings = [row.meeting for row in rows if row.meeting is not None]
        with self._journal.command(_("Import calendar")) as tx:
            here = tx.found(Meeting, (each.id for each in meetings))
            if any(row.meeting and here.get(row.meeting.id) != row.before for row in rows):
                message = _(
                    "Some of the meetings have changed since the preview. Nothing was changed;"
                    " look at the file again."
                )
                raise UserError(message)
            tx.put_all([*preview.new_organisations, *meetings])
        counts = preview.counts
        return Imported(counts[Standing.NEW], counts[Standing.CHANGED], counts[Standing.SAME])

    def publish(self, folder: Path) -> int:
        """Bring the folder's calendar files in step; returns how many had to be written.

        One for each organisation and one for all, each with the last year and everything ahead.
        A file whose bytes would be the same is left alone, so that nothing is synchronised twice.
        """
        return self.publication(folder)()

    def publication(self, folder: Path) -> Callable[[], int]:
        """`publish`, its facts gathered: what is returned needs no database, only time."""
        reader = self._journal.reader
        since = years_later(self._clock.today(), -_YEARS_PUBLISHED)
        organisations = reader.every(Organisation)
        meetings = meetings_between(reader, datetime(since.year, since.month, since.day))
        return lambda: _published(folder, organisations, meetings)

    def published_after(self, change_set: ChangeSet, folder: str) -> int:
        """Publish anew if the change is one calendars show and a folder is chosen."""
        if not folder or not shows_in_calendars(change_set):
            return 0
        return self.publish(Path(folder))

    def _meeting(self, meeting_id: MeetingId) -> tuple[Meeting, Organisation]:
        meeting = self._journal.reader.get(Meeting, meeting_id)
        return meeting, self._journal.reader.get(Organisation, meeting.organisation_id)

    @staticmethod
    def _document(
        meeting: Meeting, organisation: Organisation, content: bytes, kind: str = ""
    ) -> Document:
        with speaking(organisation.language):
            title = title_of(meeting)
        name = file_name(meeting.day, organisation.label, title, kind, suffix=".ics")
        return Document(f"{organisation.label} · {title}", name, content)

    def _guests(self, meeting: Meeting) -> tuple[Guest, list[Guest]]:
        """Who calls (the user), and everyone else with an address who sits there that day."""
        reader = self._journal.reader
        people = {each.id: each for each in reader.every(Person)}
        me = next((each for each in people.values() if each.is_me and each.email), None)
        if me is None:
            message = _(
                "An invitation names who calls the meeting. Write your own mail address under"
                " People first."
            )
            raise UserError(message)
        terms = every_term(reader)
        called = []
        for membership in memberships_in(reader, meeting.organisation_id):
            own = [term for term in terms if term.membership_id == membership.id]
            person = people[membership.person_id]
            if person.email and not person.is_me and sits_on(own, meeting.day):
                called.append(Guest(name=person.name, email=person.email))
        return Guest(name=me.name, email=me.email), called


def _known_meetings(reader: Reader, file: CalendarFile) -> list[Meeting]:
    """The meetings a file may speak of: by the id they have here, or the name they came under."""
    ids = {id_in(event.uid) for event in file.events}
    ids |= {MeetingId(event.own.get(ID, "")) for event in file.events}
    known = reader.found(Meeting, (each for each in ids if each))
    called = meetings_called(reader, (event.uid for event in file.events))
    return list({each.id: each for each in (*known.values(), *called)}.values())


def _preview(rows: Sequence[PreviewRow], known: Collection[OrganisationId]) -> Preview:
    """The rows, and those of their organisations that are not known here."""
    homes = [row.organisation for row in rows if row.standing is Standing.NEW and row.organisation]
    brought = {each.id: each for each in homes if each.id not in known}
    return Preview(rows=tuple(rows), new_organisations=tuple(brought.values()))


def shows_in_calendars(change_set: ChangeSet) -> bool:
    """Whether a published calendar would look different after the change."""
    return change_set.touches(Meeting, Organisation)


def _published(
    folder: Path, organisations: Sequence[Organisation], meetings: Sequence[Meeting]
) -> int:
    wanted = {f"{_EVERYTHING}.ics": calendar_of(meetings, organisations, is_published=True)}
    for organisation in organisations:
        own = [each for each in meetings if each.organisation_id == organisation.id]
        name = ascii_part(organisation.label) or pgettext("file name", "Calendar")
        if f"{name}.ics".casefold() in {each.casefold() for each in wanted}:
            name = f"{name}-{ascii_part(organisation.id)[:8]}"
        content = calendar_of(own, [organisation], name=organisation.label, is_published=True)
        wanted[f"{name}.ics"] = content
    written = 0
    for name, content in wanted.items():
        path = folder / name
        if not path.is_file() or read_whole(path) != content:
            write_whole(path, content)
            written += 1
    for path in folder.glob("*.ics"):
        if path.name not in wanted and _is_ours(path):
            path.unlink(missing_ok=True)
    return written


def _is_ours(path: Path) -> bool:
    """Whether the file was published from here: of an organisation that is gone or renamed."""
    with path.open("rb") as file:
        return _MARK in file.read(_HEAD)
