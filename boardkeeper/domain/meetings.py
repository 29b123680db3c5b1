"""A sitting of an organisation: when, where, why, and how far its papers are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from boardkeeper.domain.checks import minutes_between, refuse_unknown_zone, zone
from boardkeeper.domain.identity import Id
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class MeetingId(Id):
    """Names a meeting."""

    __slots__ = ()


class SeriesId(Id):
    """Names a series of meetings."""

    __slots__ = ()


class MeetingKind(StrEnum):
    """What sort of meeting it is; the notice's heading says it."""

    REGULAR = "regular"
    EXTRAORDINARY = "extraordinary"
    CONSTITUTION = "constitution"
    GENERAL = "general"
    EXTRAORDINARY_GENERAL = "extraordinary_general"
    NETWORK = "network"


class MeetingState(StrEnum):
    """The life of a meeting, in order; a cancelled one keeps its place in the calendar."""

    PLANNED = "planned"
    NOTICE_SENT = "notice_sent"
    HELD = "held"
    DRAFT_MINUTES = "draft_minutes"
    APPROVED = "approved"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One sitting of one organisation, in the wall time of its place.

    A meeting of a series knows the day the series' rule gave it, `series_day`, also when it was
    moved. `sequence` grows when other calendars must hear of a change (RFC 5545), and `uid` is the
    name another calendar gave the meeting; empty when it was planned here.
    """

    id: MeetingId = field(default_factory=MeetingId.new)
    organisation_id: OrganisationId
    kind: MeetingKind = MeetingKind.REGULAR
    number: int | None = None
    title: str = ""
    starts_at: datetime
    ends_at: datetime
    zone: str = "Europe/Copenhagen"
    place: str = ""
    link: str = ""
    purpose: str = ""
    refreshments: str = ""
    travel_note: str = ""
    chair_id: PersonId | None = None
    minute_taker_id: PersonId | None = None
    state: MeetingState = MeetingState.PLANNED
    notice_sent_on: date | None = None
    notes: str = ""
    series_id: SeriesId | None = None
    series_day: date | None = None
    sequence: int = 0
    uid: str = ""

    def __post_init__(self) -> None:
        if self.starts_at.tzinfo is not None or self.ends_at.tzinfo is not None:
            raise InvalidField(
                "starts_at",
                _("A meeting is in the wall time of its place; the zone stands beside it."),
            )
        if self.starts_at.year < 1900 or self.ends_at.year > 2200:
            raise InvalidField("starts_at", _("A meeting lies between the years 1900 and 2200."))
        refuse_unknown_zone("zone", self.zone)
        if self.ends_at <= self.starts_at:
            raise InvalidField("ends_at", _("A meeting must end after it starts."))
        if self.number is not None and self.number <= 0:
            raise InvalidField("number", _("A meeting's number starts at 1."))
        if self.sequence < 0:
            raise InvalidField("sequence", _("A count of changes starts at 0."))

    @property
    def minutes(self) -> int:
        """Minutes from start to end as they really pass, across a change of clocks."""
        return minutes_between(self.starts_at, self.ends_at, self.zone)

    @property
    def day(self) -> date:
        return self.starts_at.date()

    @property
    def is_open(self) -> bool:
        """Still ahead: planned or called, and not cancelled."""
        return self.state in (MeetingState.PLANNED, MeetingState.NOTICE_SENT)

    def moved_to(self, starts_at: datetime) -> Meeting:
        """The same meeting at another time, as long as before on the clock.

        Across a change of clocks the times a person sees are kept, not the minutes that pass: in
        the hour that comes twice an end by the minutes could stand before the start.
        """
        length = self.ends_at - self.starts_at
        return replace(self, starts_at=starts_at, ends_at=starts_at + length)


def revised(before: Meeting, after: Meeting) -> Meeting:
    """The changed meeting, its count of changes grown if other calendars must hear of it."""
    is_called_off = MeetingState.CANCELLED in (before.state, after.state)
    is_told = _told(before) != _told(after) or (is_called_off and before.state != after.state)
    return replace(after, sequence=before.sequence + is_told)


def _told(meeting: Meeting) -> tuple[object, ...]:
    """What an invitation says of a meeting."""
    return (
        meeting.starts_at,
        meeting.ends_at,
        meeting.zone,
        meeting.place,
        meeting.link,
        meeting.title,
        meeting.kind,
    )


def wall_after(start: datetime, minutes: int, zone_name: str) -> datetime:
    """The wall time so many real minutes after a wall time of the zone."""
    place = zone(zone_name)
    later = datetime.fromtimestamp(start.replace(tzinfo=place).timestamp() + 60 * minutes, place)
    return later.replace(tzinfo=None, fold=0)


def ending(start: datetime, minutes: int) -> datetime:
    """The wall time a meeting of so many wall minutes ends, as a person reads a clock."""
    return start + timedelta(minutes=minutes)


def kind_name(kind: MeetingKind) -> str:
    """The kind of meeting in words."""
    return {
        MeetingKind.REGULAR: _("Board meeting"),
        MeetingKind.EXTRAORDINARY: _("Extraordinary board meeting"),
        MeetingKind.CONSTITUTION: _("Constituent board meeting"),
        MeetingKind.GENERAL: _("Annual general meeting"),
        MeetingKind.EXTRAORDINARY_GENERAL: _("Extraordinary general meeting"),
        MeetingKind.NETWORK: _("Network meeting"),
    }[kind]


def state_name(state: MeetingState) -> str:
    """How far the meeting is, in words."""
    return {
        MeetingState.PLANNED: _("Planned"),
        MeetingState.NOTICE_SENT: _("Notice sent"),
        MeetingState.HELD: _("Held"),
        MeetingState.DRAFT_MINUTES: _("Draft minutes"),
        MeetingState.APPROVED: _("Minutes approved"),
        MeetingState.CANCELLED: _("Cancelled"),
    }[state]


def title_of(meeting: Meeting) -> str:
    """The meeting's own title, or its kind and number: "Board meeting no. 14"."""
    return title_from(meeting.title, meeting.kind, meeting.number)


def title_from(title: str, kind: MeetingKind, number: int | None) -> str:
    """The same, of these columns of a meeting alone."""
    if title:
        return title
    if number is None:
        return kind_name(kind)
    return _("{kind} no. {number}").format(kind=kind_name(kind), number=number)
