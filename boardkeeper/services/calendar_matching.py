"""A calendar file held against the meetings that are here: what is new, changed, or the same.

An event is known by its UID and the day its rule gave it. What a file says of a known meeting
replaces what an invitation tells (times, place, link, title, called off or not); what only
BoardKeeper keeps of it stays: the state of its papers, its agenda, its notes. An event of a lower
SEQUENCE than the meeting's is an older word and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from boardkeeper.domain.checks import zone
from boardkeeper.domain.meetings import (
    Meeting,
    MeetingId,
    MeetingKind,
    MeetingState,
    ending,
    title_of,
)
from boardkeeper.domain.organisations import Organisation, OrganisationId, OrganisationKind
from boardkeeper.errors import InvalidField
from boardkeeper.exchange import ics_names as names
from boardkeeper.exchange.ics_events import CalendarEvent, CalendarFile
from boardkeeper.exchange.ics_zones import UTC_NAME
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.services.calendar_naming import OrganisationGuess, without_name

E = TypeVar("E", bound=StrEnum)

EventKey = tuple[str, date | None]
"""What an event is known by: its UID and the day its rule gave it."""


class Standing(StrEnum):
    """How an event of a file stands to the meetings that are here."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    UNPLACED = "unplaced"
    UNREADABLE = "unreadable"


def standing_name(standing: Standing) -> str:
    """The standing in a word."""
    return {
        Standing.NEW: pgettext("event of a calendar file", "New"),
        Standing.CHANGED: pgettext("event of a calendar file", "Changed"),
        Standing.SAME: pgettext("event of a calendar file", "Same"),
        Standing.UNPLACED: pgettext("event of a calendar file", "Whose?"),
        Standing.UNREADABLE: pgettext("event of a calendar file", "Unreadable"),
    }[standing]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One event and what would become of it.

    `meeting` is what would be stored, `before` what is there; `reason` says why it is not taken in.
    `key` is None where there is nothing to take in whatever one chooses. `day` is the day the file
    says, where there is no meeting that would say it.
    """

    standing: Standing
    title: str
    key: EventKey | None = None
    organisation: Organisation | None = None
    meeting: Meeting | None = None
    before: Meeting | None = None
    day: date | None = None
    reason: str = ""


def compared(
    file: CalendarFile,
    organisations: Iterable[Organisation],
    meetings: Iterable[Meeting],
    otherwise: OrganisationId | None = None,
    chosen: Mapping[EventKey, OrganisationId] = MappingProxyType({}),
) -> list[PreviewRow]:
    """Every event of the file beside what is here.

    New events go to the organisation `chosen` for them, or to the one their words name, or to
    `otherwise`.
    """
    return _Comparison(file, organisations, meetings, otherwise, chosen).rows()


class _Comparison:
    """The meetings that are here, by what calendars know them by."""

    def __init__(
        self,
        file: CalendarFile,
        organisations: Iterable[Organisation],
        meetings: Iterable[Meeting],
        otherwise: OrganisationId | None,
        chosen: Mapping[EventKey, OrganisationId],
    ) -> None:
        here = list(organisations)
        self._file = file
        self._guess = OrganisationGuess(here, file)
        self._organisations = {each.id: each for each in (*file.organisations, *here)}
        self._otherwise = self._organisations.get(otherwise) if otherwise else None
        self._chosen = chosen
        self._known: dict[EventKey, Meeting] = {}
        self._instances: dict[str, list[Meeting]] = {}
        self._ids: set[MeetingId] = set()
        for meeting in meetings:
            day = meeting.series_day if meeting.uid else None
            self._known[names.uid_of(meeting), day] = meeting
            self._instances.setdefault(names.uid_of(meeting), []).append(meeting)
            self._ids.add(meeting.id)

    def rows(self) -> list[PreviewRow]:
        found = []
        seen: set[EventKey] = set()
        for event in self._file.events:
            for single in self._singly(event):
                key = (single.uid, single.day)
                if key in seen:
                    reason = _("The file holds it twice.")
                    found.append(_unreadable(single.summary or single.uid, reason))
                    continue
                seen.add(key)
                found.append(self._row(single))
        found += [_unreadable(each.title, each.reason) for each in self._file.unreadable]
        return found

    def _singly(self, event: CalendarEvent) -> list[CalendarEvent]:
        """The event; or, when a whole series is called off at once, each meeting of it."""
        whole = self._instances.get(event.uid, ())
        if not event.is_cancelled or event.day is not None or (event.uid, None) in self._known:
            return [event]
        return [
            replace(
                event,
                day=each.series_day,
                starts_at=each.starts_at,
                ends_at=each.ends_at,
                zone=each.zone,
            )
            for each in whole
        ] or [event]

    def _row(self, event: CalendarEvent) -> PreviewRow:
        before = self._known.get((event.uid, event.day))
        if before is not None:
            organisation = self._organisations.get(before.organisation_id)
        else:
            organisation = self._new_home(event)
        title = event.summary or event.uid
        key = (event.uid, event.day)
        if organisation is None:
            reason = _("It names none of your organisations.")
            return PreviewRow(
                standing=Standing.UNPLACED,
                title=title,
                key=key,
                day=event.starts_at.date(),
                reason=reason,
            )
        if before is None and event.is_cancelled and names.STATE not in event.own:
            reason = _("It was cancelled before it came here.")
            return PreviewRow(
                standing=Standing.SAME, title=title, organisation=organisation, reason=reason
            )
        try:
            after = self._meeting(event, before, organisation)
        except (InvalidField, OverflowError) as error:
            return _unreadable(title, str(error))
        standing = Standing.SAME if after == before else Standing.CHANGED
        return PreviewRow(
            standing=Standing.NEW if before is None else standing,
            title=title,
            key=key,
            organisation=organisation,
            meeting=after,
            before=before,
        )

    def _new_home(self, event: CalendarEvent) -> Organisation | None:
        """Whose meeting an event becomes that is not known here."""
        chosen = self._chosen.get((event.uid, event.day))
        if chosen in self._organisations:
            return self._organisations[chosen]
        return self._guess.organisation_of(event) or self._otherwise

    def _meeting(
        self, event: CalendarEvent, before: Meeting | None, organisation: Organisation
    ) -> Meeting:
        if before is None:
            return self._new(event, organisation)
        if event.sequence < before.sequence:
            return before
        return replace(
            before,
            **_told(event, organisation, before),
            title=_title(event, organisation, before),
            state=_state(event, before),
            sequence=event.sequence,
        )

    def _new(self, event: CalendarEvent, organisation: Organisation) -> Meeting:
        is_ours = names.KIND in event.own
        is_network = organisation.kind is OrganisationKind.NETWORK
        own_id = names.id_in(event.uid) if event.day is None else None
        is_free = own_id is not None and own_id not in self._ids
        meeting = Meeting(
            id=own_id if own_id is not None and is_free else self._fresh_id(event),
            organisation_id=organisation.id,
            uid="" if is_free else event.uid,
            series_day=event.day,
            sequence=event.sequence,
            title=_title(event, organisation, None),
            state=_state(event, None),
            notice_sent_on=_day(event.own.get(names.NOTICE_SENT, "")),
            notes="" if is_ours else event.description,
            **{
                "kind": MeetingKind.NETWORK if is_network else MeetingKind.REGULAR,
                **_told(event, organisation, None),
            },
        )
        self._ids.add(meeting.id)
        return meeting

    def _fresh_id(self, event: CalendarEvent) -> MeetingId:
        """The id the meeting had where the file was written, if nothing here has it."""
        written = MeetingId(event.own.get(names.ID, ""))
        return written if written and written not in self._ids else MeetingId.new()


def _told(
    event: CalendarEvent, organisation: Organisation, before: Meeting | None
) -> dict[str, Any]:
    """The fields a calendar file speaks of, with what our own files say beside."""
    starts_at, ends_at, zone_name = _times(event, organisation, before)
    link = event.own.get(names.LINK) or event.link
    told: dict[str, Any] = {
        "starts_at": starts_at,
        "ends_at": ends_at,
        "zone": zone_name,
        "place": event.place,
        "link": link,
    }
    if names.KIND not in event.own:
        return told
    number = event.own.get(names.NUMBER, "")
    kind = _choice(MeetingKind, event.own[names.KIND])
    told |= {
        "number": int(number)
        if number.isascii() and number.isdecimal() and len(number) < 9
        else None,
        "purpose": _purpose(event.description, link),
    }
    if kind is not None:
        told["kind"] = kind
    if names.STATE in event.own:  # a file of one's own, not one sent to guests
        told["refreshments"] = event.own.get(names.REFRESHMENTS, "")
        told["travel_note"] = event.own.get(names.TRAVEL_NOTE, "")
    return told


def _times(
    event: CalendarEvent, organisation: Organisation, before: Meeting | None
) -> tuple[datetime, datetime, str]:
    """Start, end and zone: a time in UTC or of no zone becomes one of the organisation's place."""
    starts_at, ends_at = event.starts_at, event.ends_at
    zone_name = event.zone
    here = before.zone if before is not None else organisation.zone
    if event.zone == UTC_NAME and names.ZONE not in event.own:
        starts_at = _from_utc(starts_at, here)
        ends_at = None if ends_at is None else _from_utc(ends_at, here)
        zone_name = here
    elif event.zone == UTC_NAME:
        zone_name = event.own[names.ZONE]
    elif not event.zone:
        zone_name = here
    if ends_at is None:
        ends_at = ending(starts_at, organisation.usual_minutes)
    return starts_at, ends_at, zone_name


def _from_utc(moment: datetime, zone_name: str) -> datetime:
    there = moment.replace(tzinfo=UTC).astimezone(zone(zone_name))
    return there.replace(tzinfo=None, fold=0)


def _title(event: CalendarEvent, organisation: Organisation, before: Meeting | None) -> str:
    """The meeting's own title; none where the words are only what a meeting is called anyway."""
    if names.KIND in event.own:
        return event.own.get(names.TITLE, "")
    said = without_name(event.summary, organisation)
    if before is not None and not before.title:
        with speaking(organisation.language):
            if said == title_of(before):
                return ""
    return said


def _state(event: CalendarEvent, before: Meeting | None) -> MeetingState:
    if event.is_cancelled:
        return MeetingState.CANCELLED
    if before is not None and before.state is not MeetingState.CANCELLED:
        return before.state
    return _choice(MeetingState, event.own.get(names.STATE, "")) or MeetingState.PLANNED


def _purpose(description: str, link: str) -> str:
    """A DESCRIPTION of ours without the link that stands below the purpose."""
    if not link:
        return description
    return description.removesuffix(link).removesuffix("\n\n")


def _choice(choices: type[E], said: str) -> E | None:
    try:
        return choices(said)
    except ValueError:
        return None


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _unreadable(title: str, reason: str) -> PreviewRow:
    return PreviewRow(standing=Standing.UNREADABLE, title=title, reason=reason)
