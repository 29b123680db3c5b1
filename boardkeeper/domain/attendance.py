"""Who was invited to a meeting, who took part, and who had no part in which item."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.people import PersonId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class AttendanceId(Id):
    """Names a person's attendance at a meeting."""

    __slots__ = ()


class AbsenceId(Id):
    """Names a person's absence from one item."""

    __slots__ = ()


class Capacity(StrEnum):
    """As what a person is at the meeting; who calls, counts and votes follows from it."""

    MEMBER = "member"
    ALTERNATE = "alternate"
    OBSERVER = "observer"
    GUEST = "guest"


class Presence(StrEnum):
    """Whether and how a person took part. Unknown until somebody has said so."""

    UNKNOWN = "unknown"
    PRESENT = "present"
    DIGITAL = "digital"
    APOLOGIES = "apologies"
    ABSENT = "absent"


class AbsenceReason(StrEnum):
    """Why a person who was at the meeting had no part in an item."""

    CONFLICT = "conflict"
    AWAY = "away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One person at one meeting, with name and title as they were that day.

    An alternate `stands_for_id` an absent member. A member who is away may have given a proxy to
    another one, `proxy_to_id`. `arrived_at` and `left_at` are wall times of the meeting's place;
    None means from its beginning, and to its end.
    """

    id: AttendanceId = field(default_factory=AttendanceId.new)
    meeting_id: MeetingId
    person_id: PersonId | None = None
    name: str
    title: str = ""
    role: Role = Role.MEMBER
    capacity: Capacity = Capacity.MEMBER
    has_vote: bool = True
    presence: Presence = Presence.UNKNOWN
    stands_for_id: AttendanceId | None = None
    proxy_to_id: AttendanceId | None = None
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    note: str = ""
    position: int = 0

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidField("name", _("A participant needs a name."))
        first, last = self.arrived_at, self.left_at
        if first is not None and last is not None and last < first:
            raise InvalidField("left_at", _("Nobody leaves before arriving."))
        if self.id in (self.stands_for_id, self.proxy_to_id):
            raise InvalidField("stands_for_id", _("Nobody stands in for themselves."))

    @property
    def took_part(self) -> bool:
        """Whether the person was there, in the room or on a line, if only for a while."""
        return self.presence in (Presence.PRESENT, Presence.DIGITAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A person who was at the meeting and had no part in one item, and why.

    `explanation` is the interest behind a conflict, or where the person was.
    """

    id: AbsenceId = field(default_factory=AbsenceId.new)
    item_id: AgendaItemId
    attendance_id: AttendanceId
    reason: AbsenceReason = AbsenceReason.CONFLICT
    explanation: str = ""
    left_the_room: bool = True


def capacity_name(capacity: Capacity) -> str:
    """As what a person is at the meeting, in words."""
    return {
        Capacity.MEMBER: _("Member"),
        Capacity.ALTERNATE: _("Alternate"),
        Capacity.OBSERVER: _("Observer"),
        Capacity.GUEST: _("Guest"),
    }[capacity]


def presence_name(presence: Presence) -> str:
    """Whether and how somebody took part, in words."""
    return {
        Presence.UNKNOWN: _("Not yet known"),
        Presence.PRESENT: _("Present"),
        Presence.DIGITAL: _("Present online"),
        Presence.APOLOGIES: _("Apologies"),
        Presence.ABSENT: _("Absent"),
    }[presence]
