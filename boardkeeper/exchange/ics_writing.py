"""Meetings as an iCalendar file (RFC 5545), for other calendars to read.

Same records, same bytes: DTSTAMP is no clock but counts with SEQUENCE from a fixed day, so that a
program that compares only the stamps also sees which is the later version. A meeting that came
from another calendar keeps the name it had there, with the day of its series as RECURRENCE-ID. Of
the agenda, and of private notes, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum, StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from boardkeeper.domain.checks import zone
from boardkeeper.domain.meetings import Meeting, MeetingState, title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.exchange import ics_names as names
from boardkeeper.i18n import speaking

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_FIRST_STAMP = datetime(2020, 1, 1, tzinfo=UTC)
_LONGEST_STAMP = 60 * 365 * 24 * 3600
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:[!-~]+", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_IN_MEMORY = 25_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Someone who calls a meeting or is called to it."""

    name: str
    email: str


class _Method(StrEnum):
    """What a file that is mailed asks of those who get it."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


class _Audience(Enum):
    """Whose calendar it is: one's own, or anybody's who is called."""

    OWN = "own"
    GUESTS = "guests"


def calendar_of(
    meetings: Iterable[Meeting],
    organisations: Iterable[Organisation],
    *,
    name: str = "BoardKeeper",
    alarms: Sequence[int] = names.DAY_AND_HOUR_BEFORE,
    is_published: bool = False,
) -> bytes:
    """The meetings as a calendar file; `alarms` in minutes before each.

    A published one asks those who subscribe to look again every hour. The file also says what the
    organisations of these meetings are called, so that an empty BoardKeeper can take it in. It
    never holds closed items, for it holds no items.
    """
    known = {each.id: each for each in organisations}
    ordered = sorted(meetings, key=lambda each: (each.starts_at, each.id))
    events = [
        _event_bytes(each, known[each.organisation_id], tuple(alarms), _Audience.OWN)
        for each in ordered
    ]
    calendar = _calendar(name)
    if is_published:
        calendar.add("X-PUBLISHED-TTL", "PT1H")
        _add_text(calendar, names.PUBLISHED, "1")
    for organisation_id in sorted({each.organisation_id for each in ordered}):
        _add_text(calendar, names.ORGANISATION, names.written_organisation(known[organisation_id]))
    return _assembled(calendar, ordered, events)


def invitation_of(
    meeting: Meeting, organisation: Organisation, caller: Guest, called: Sequence[Guest]
) -> bytes:
    """A file that asks those who are called to come; sent again, it tells them of a change."""
    return _mailed(_Method.REQUEST, meeting, organisation, caller, called)


def cancellation_of(
    meeting: Meeting, organisation: Organisation, caller: Guest, called: Sequence[Guest]
) -> bytes:
    """A file that takes the meeting out of the calendars of those who were called."""
    off = replace(meeting, state=MeetingState.CANCELLED)
    return _mailed(_Method.CANCEL, off, organisation, caller, called)


def _mailed(
    method: _Method,
    meeting: Meeting,
    organisation: Organisation,
    caller: Guest,
    called: Sequence[Guest],
) -> bytes:
    from icalendar import vCalAddress  # noqa: PLC0415 - see _calendar

    calendar = _calendar(organisation.label)
    calendar.add("METHOD", method.value)
    event = _event(meeting, organisation, (), _Audience.GUESTS)
    if method is _Method.REQUEST:
        event["STATUS"] = "CONFIRMED"
    organizer = vCalAddress(f"mailto:{_plain(caller.email)}")
    organizer.params["CN"] = _quotable(caller.name)
    event.add("ORGANIZER", organizer)
    for guest in called:
        attendee = vCalAddress(f"mailto:{_plain(guest.email)}")
        attendee.params["CN"] = _quotable(guest.name)
        attendee.params["ROLE"] = "REQ-PARTICIPANT"
        if method is _Method.REQUEST:
            attendee.params["PARTSTAT"] = "NEEDS-ACTION"
            attendee.params["RSVP"] = "TRUE"
        event.add("ATTENDEE", attendee)
    return _assembled(calendar, [meeting], [event.to_ical()])


def _calendar(name: str) -> Calendar:
    # The library costs a start a tenth of a second, and is needed when one exports.
    from icalendar import Calendar  # noqa: PLC0415

    calendar = Calendar()
    calendar.add("PRODID", "-//BoardKeeper//BoardKeeper//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("X-WR-CALNAME", _text(name))
    return calendar


def _assembled(calendar: Calendar, meetings: Collection[Meeting], events: list[bytes]) -> bytes:
    """The whole file: its head, the zones its times are in, and the events."""
    ending = b"END:VCALENDAR\r\n"
    head = calendar.to_ical().removesuffix(ending)
    years: dict[str, list[int]] = {}
    for meeting in meetings:
        if not _is_utc(meeting.zone):
            years.setdefault(meeting.zone, []).append(meeting.starts_at.year)
    zones = [_zone_bytes(each, min(years[each]), max(years[each])) for each in sorted(years)]
    return b"".join([head, *zones, *events, ending])


@cache
def _zone_bytes(name: str, first_year: int, last_year: int) -> bytes:
    """The zone's changes of clocks from the year before the first meeting to that after the last.

    Some programs know no zones but those a file describes.
    """
    from icalendar import Timezone  # noqa: PLC0415

    described = Timezone.from_tzid(
        name, first_date=date(first_year - 1, 1, 1), last_date=date(last_year + 2, 1, 1)
    )
    content: bytes = described.to_ical()
    return content


@lru_cache(maxsize=_IN_MEMORY)
def _event_bytes(
    meeting: Meeting, organisation: Organisation, alarms: tuple[int, ...], audience: _Audience
) -> bytes:
    """Kept for a while: a published folder is written anew after every change of one meeting."""
    content: bytes = _event(meeting, organisation, alarms, audience).to_ical()
    return content


def _event(
    meeting: Meeting, organisation: Organisation, alarms: tuple[int, ...], audience: _Audience
) -> Event:
    from icalendar import Event  # noqa: PLC0415

    is_off = meeting.state is MeetingState.CANCELLED
    with speaking(organisation.language):
        summary = f"{organisation.label}: {title_of(meeting)}"
    event = Event()
    event.add("UID", _text(names.uid_of(meeting)))
    event.add("SEQUENCE", meeting.sequence)
    event.add("DTSTAMP", _FIRST_STAMP + timedelta(seconds=meeting.sequence % _LONGEST_STAMP))
    place = zone(meeting.zone)
    event.add("DTSTART", meeting.starts_at.replace(tzinfo=place))
    event.add("DTEND", meeting.ends_at.replace(tzinfo=place))
    if meeting.uid and meeting.series_day is not None:
        # A whole day's name would be another value than its time: the day, at the time it has now.
        given = datetime.combine(meeting.series_day, meeting.starts_at.time())
        event.add("RECURRENCE-ID", given.replace(tzinfo=place))
    event.add("SUMMARY", _text(summary))
    event.add("STATUS", _status(meeting))
    event.add("TRANSP", "TRANSPARENT" if is_off else "OPAQUE")
    event.add("CATEGORIES", [_text(organisation.name)])
    if meeting.place:
        event.add("LOCATION", _text(meeting.place))
    if is_address(meeting.link):
        event.add("URL", meeting.link)
    description = described(meeting.purpose, meeting.link)
    if description:
        event.add("DESCRIPTION", _text(description))
    for name, said in _own_properties(meeting, audience).items():
        if said:
            _add_text(event, name, said)
    if not is_off:
        _add_alarms(event, summary, alarms)
    return event


def described(purpose: str, link: str) -> str:
    """What a DESCRIPTION says: why we meet, and the link, since several programs show no URL."""
    return "\n\n".join(each for each in (purpose, link) if each)


def is_address(link: str) -> bool:
    """Whether a link may stand as a URL, which has no blanks and nothing to escape."""
    return _ADDRESS.fullmatch(link) is not None


def _status(meeting: Meeting) -> str:
    return {MeetingState.CANCELLED: "CANCELLED", MeetingState.PLANNED: "TENTATIVE"}.get(
        meeting.state, "CONFIRMED"
    )


def _own_properties(meeting: Meeting, audience: _Audience) -> dict[str, str]:
    """What iCalendar has no place for: everywhere, and in one's own calendar only."""
    told = {
        names.KIND: meeting.kind.value,
        names.NUMBER: "" if meeting.number is None else str(meeting.number),
        names.TITLE: meeting.title,
        names.LINK: "" if is_address(meeting.link) else meeting.link,
        names.ZONE: meeting.zone if _is_utc(meeting.zone) else "",
    }
    if audience is _Audience.GUESTS:
        return told
    sent = meeting.notice_sent_on
    return told | {
        names.ID: str(meeting.id) if meeting.uid else "",
        names.ORGANISATION: str(meeting.organisation_id),
        names.STATE: meeting.state.value,
        names.NOTICE_SENT: "" if sent is None else sent.isoformat(),
        names.REFRESHMENTS: meeting.refreshments,
        names.TRAVEL_NOTE: meeting.travel_note,
    }


def _add_alarms(event: Event, summary: str, alarms: tuple[int, ...]) -> None:
    from icalendar import Alarm  # noqa: PLC0415

    for minutes in alarms:
        alarm = Alarm()
        alarm.add("ACTION", "DISPLAY")
        alarm.add("DESCRIPTION", _text(summary))
        alarm.add("TRIGGER", -timedelta(minutes=minutes))
        event.add_component(alarm)


def _add_text(component: Calendar | Event, name: str, said: str) -> None:
    from icalendar import vText  # noqa: PLC0415

    # The library escapes only what it knows to be text.
    component.add(f"{names.PREFIX}{name}", vText(_text(said)))


def _is_utc(name: str) -> bool:
    return name.upper() in ("UTC", "ETC/UTC", "ZULU", "UCT", "GMT")


def _text(said: str) -> str:
    """Text with line ends as iCalendar has them, and no character that would break a line."""
    return _CONTROLS.sub("", said.replace("\r\n", "\n").replace("\r", "\n"))


def _plain(said: str) -> str:
    """Text of one word and one line: an address of mail."""
    return "".join(_text(said).split())


def _quotable(said: str) -> str:
    """A name as a parameter may hold it, which knows no quotes and no lines."""
    return " ".join(_text(said).replace('"', "'").split())
