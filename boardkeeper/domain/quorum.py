"""Whether a board can decide: item by item, as people come and go.

The rule, as the foundations act § 53 (1)-(2) puts it and company practice follows (elov.dk,
holst-law.com): so many of all members must be *represented*. An alternate takes the seat of a
member who is away, for as long as that lasts. A proxy represents where the rules of procedure allow
proxies. A member with a conflict of interest counts neither among those present nor among all.
Those without a vote, guests and observers are never counted. The words are in `quorum_words.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from boardkeeper.domain.agenda import Agenda, AgendaItemId, AgendaLine
from boardkeeper.domain.attendance import (
    Absence,
    AbsenceReason,
    Attendance,
    AttendanceId,
    Capacity,
    Presence,
)
from boardkeeper.domain.meetings import Meeting, MeetingKind
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.procedure import Procedure, Share
from boardkeeper.domain.rules import is_general


class Assembly(StrEnum):
    """What it is that is quorate or not, as the sentence calls it."""

    BOARD = "board"
    MEETING = "meeting"
    GENERAL_MEETING = "general_meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What a quorum asks for; of no count, no share and no roles it asks for nothing."""

    assembly: Assembly = Assembly.BOARD
    count: int = 0
    share: Share = Share.NONE
    roles: tuple[Role, ...] = ()
    basis: str = ""

    @property
    def asks_for_nothing(self) -> bool:
        return not self.count and self.share is Share.NONE and not self.roles

    def members(self, of: int) -> int:
        """How many of so many members it takes; at least one wherever anything is asked for."""
        asked = {
            Share.NONE: 0,
            Share.HALF: -(-of // 2),
            Share.MORE_THAN_HALF: of // 2 + 1,
            Share.TWO_THIRDS: -(-2 * of // 3),
            Share.THREE_QUARTERS: -(-3 * of // 4),
            Share.ALL: of,
        }[self.share]
        return max(asked, self.count, 0 if self.asks_for_nothing else 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSeat:
    """The seat of a member who counts, and who fills it: the member, an alternate or a proxy.

    `held_by` is None while the seat is empty.
    """

    member: AttendanceId
    held_by: AttendanceId | None = None
    is_by_proxy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemQuorum:
    """The quorum at one moment: when an item begins, or of the meeting where `item_id` is None.

    `seats` are all that count; a conflicted member's is not among them. `missing_roles` are the
    roles one of which was asked for where nobody of them was there.
    """

    item_id: AgendaItemId | None = None
    number: str = ""
    at: datetime
    requirement: Requirement
    seats: tuple[HeldSeat, ...]
    conflicted: tuple[AttendanceId, ...] = ()
    away: tuple[AttendanceId, ...] = ()
    missing_roles: tuple[Role, ...] = ()

    @property
    def present(self) -> int:
        """How many seats are represented, those by proxy included."""
        return sum(seat.held_by is not None for seat in self.seats)

    @property
    def by_proxy(self) -> int:
        """How many of those represented are so by proxy."""
        return sum(seat.is_by_proxy for seat in self.seats)

    @property
    def counted_of(self) -> int:
        """How many members there are, those with a conflict of interest apart."""
        return len(self.seats)

    @property
    def required(self) -> int:
        """How many it takes."""
        return self.requirement.members(self.counted_of)

    @property
    def is_quorate(self) -> bool:
        return self.present >= self.required and not self.missing_roles

    def votes_of(self, attendance_id: AttendanceId) -> int:
        """How many votes somebody has here: their own seat's, and one for each proxy."""
        return sum(seat.held_by == attendance_id for seat in self.seats)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumChange:
    """From which item on others fill the seats than before, and who they are, by name.

    Who `returned` had no part in the item before; who `came` was not there at all.
    """

    before: ItemQuorum
    after: ItemQuorum
    came: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    conflicted: tuple[str, ...] = ()

    @property
    def is_lost(self) -> bool:
        return self.before.is_quorate and not self.after.is_quorate

    @property
    def is_regained(self) -> bool:
        return self.after.is_quorate and not self.before.is_quorate


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingQuorum:
    """The quorum of a meeting: at its opening, at each item, and where it changed.

    `latest` is how it stood after the last arrival or departure on record. Until somebody has been
    marked as present nothing is known, `is_known`, and nothing is to be said about a quorum.
    """

    is_known: bool
    overall: ItemQuorum
    latest: ItemQuorum
    items: tuple[ItemQuorum, ...]
    changes: tuple[QuorumChange, ...]

    def of_item(self, item_id: AgendaItemId) -> ItemQuorum:
        """The quorum at an item; the opening's for a break, which has none of its own."""
        return next((each for each in self.items if each.item_id == item_id), self.overall)

    @property
    def is_quorate_throughout(self) -> bool:
        return all(each.is_quorate for each in (self.overall, *self.items))


def requirement_of(procedure: Procedure, kind: MeetingKind) -> Requirement:
    """What the rules of procedure ask for at a meeting of that kind.

    The board's quorum is not the general meeting's, which decides however many come.
    """
    if is_general(kind):
        return Requirement(assembly=Assembly.GENERAL_MEETING)
    is_network = kind is MeetingKind.NETWORK
    return Requirement(
        assembly=Assembly.MEETING if is_network else Assembly.BOARD,
        count=procedure.quorum_count,
        share=procedure.quorum_share,
        roles=procedure.required_roles,
        basis=procedure.quorum_basis,
    )


def meeting_quorum(
    meeting: Meeting,
    agenda: Agenda,
    roll: Sequence[Attendance],
    absences: Iterable[Absence],
    procedure: Procedure,
    *,
    began_at: datetime | None = None,
    begun: Mapping[AgendaItemId, datetime] | None = None,
) -> MeetingQuorum:
    """The quorum at the opening and at every item, breaks apart.

    `began_at` is when the meeting was opened and `begun` when each item really was; what has no
    time of its own is taken to begin as planned, or when one before it did if that was later.
    """
    opened_at = began_at or meeting.starts_at
    requirement = requirement_of(procedure, meeting.kind)
    attended = _Attended(roll, requirement, allows_proxies=procedure.allows_proxies)
    overall = attended.at(opened_at)
    moments = item_moments(agenda, opened_at, begun or {})
    out_of = _absences_below(agenda, absences)
    items = tuple(
        attended.at(moments[line.item.id], line, out_of[line.item.id])
        for line in agenda.lines
        if not line.item.is_break
    )
    in_time = sorted(items, key=lambda each: each.at)
    return MeetingQuorum(
        is_known=_is_known(roll),
        overall=overall,
        latest=attended.at(max([opened_at, *(begun or {}).values(), *_events(roll)])),
        items=items,
        changes=tuple(_changes(overall, in_time, roll)),
    )


def item_moments(
    agenda: Agenda, opened_at: datetime, begun: Mapping[AgendaItemId, datetime]
) -> dict[AgendaItemId, datetime]:
    """When each item begins, in wall time: as noted, else as planned, but not before those above.

    A meeting that runs late so takes the planned items after it along.
    """
    moments: dict[AgendaItemId, datetime] = {}
    reached = opened_at
    for line in agenda.lines:
        noted = begun.get(line.item.id)
        moments[line.item.id] = noted or max(line.starts_at, reached)
        reached = max(reached, noted or reached)
    return moments


class _Attended:
    """Who of the roll fills which seat at a moment."""

    def __init__(
        self, roll: Sequence[Attendance], requirement: Requirement, *, allows_proxies: bool
    ) -> None:
        self._roll = roll
        self._members = [
            each for each in roll if each.capacity is Capacity.MEMBER and each.has_vote
        ]
        self._requirement = requirement
        self._allows_proxies = allows_proxies

    def at(
        self, moment: datetime, line: AgendaLine | None = None, absences: Sequence[Absence] = ()
    ) -> ItemQuorum:
        """Of an item, or of the meeting; who has no part in the item is named in `absences`."""
        conflicted = {
            each.attendance_id for each in absences if each.reason is AbsenceReason.CONFLICT
        }
        away = {each.attendance_id for each in absences} - conflicted
        there = {
            each.id: each
            for each in self._roll
            if is_there(each, moment) and each.id not in conflicted | away
        }
        seats = (self._seat(member, there, conflicted) for member in self._members)
        return ItemQuorum(
            item_id=line.item.id if line else None,
            number=line.number if line else "",
            at=moment,
            requirement=self._requirement,
            seats=tuple(seat for seat in seats if seat is not None),
            conflicted=tuple(each.id for each in self._roll if each.id in conflicted),
            away=tuple(each.id for each in self._roll if each.id in away),
            missing_roles=self._missing_roles(there),
        )

    def _seat(
        self,
        member: Attendance,
        there: Mapping[AttendanceId, Attendance],
        conflicted: Collection[AttendanceId],
    ) -> HeldSeat | None:
        """Filled by the member, else an alternate, else through a proxy; None: not counted."""
        if member.id in there:
            return HeldSeat(member=member.id, held_by=member.id)
        for each in there.values():
            if each.stands_for_id == member.id and each.capacity is Capacity.ALTERNATE:
                return HeldSeat(member=member.id, held_by=each.id)
        if member.id in conflicted:
            return None
        holder = there.get(member.proxy_to_id) if member.proxy_to_id else None
        if self._allows_proxies and holder in self._members:
            return HeldSeat(member=member.id, held_by=member.proxy_to_id, is_by_proxy=True)
        return HeldSeat(member=member.id)

    def _missing_roles(self, there: Mapping[AttendanceId, Attendance]) -> tuple[Role, ...]:
        """A role is filled in person: neither an alternate nor a proxy is the chair."""
        roles = self._requirement.roles
        filled = {each.role for each in there.values() if each.capacity is Capacity.MEMBER}
        return () if filled & set(roles) else roles


def is_there(attendance: Attendance, moment: datetime) -> bool:
    """Whether somebody is in the room, or on the line, at a moment (wall time of the meeting).

    Who leaves at the very moment has left; who arrives at it has arrived.
    """
    has_arrived = attendance.arrived_at is None or attendance.arrived_at <= moment
    has_left = attendance.left_at is not None and attendance.left_at <= moment
    return attendance.took_part and has_arrived and not has_left


def _is_known(roll: Iterable[Attendance]) -> bool:
    every = list(roll)
    is_someone_there = any(each.took_part for each in every)
    return is_someone_there or all(each.presence is not Presence.UNKNOWN for each in every)


def _events(roll: Iterable[Attendance]) -> list[datetime]:
    moments = [at for each in roll if each.took_part for at in (each.arrived_at, each.left_at)]
    return [at for at in moments if at is not None]


def _absences_below(
    agenda: Agenda, absences: Iterable[Absence]
) -> dict[AgendaItemId, tuple[Absence, ...]]:
    """The absences from each item: its own, and those from the items it lies under."""
    own: dict[AgendaItemId, list[Absence]] = {}
    for absence in absences:
        own.setdefault(absence.item_id, []).append(absence)
    found: dict[AgendaItemId, tuple[Absence, ...]] = {}
    for line in agenda.lines:
        above = found.get(line.item.parent_id, ()) if line.item.parent_id else ()
        found[line.item.id] = (*above, *own.get(line.item.id, ()))
    return found


def _changes(
    opening: ItemQuorum, items: Iterable[ItemQuorum], roll: Iterable[Attendance]
) -> Iterator[QuorumChange]:
    names = {each.id: each.name for each in roll}
    before = opening
    for after in items:
        if after.seats != before.seats or after.missing_roles != before.missing_roles:
            yield _change(before, after, names)
        before = after


def _change(
    before: ItemQuorum, after: ItemQuorum, names: Mapping[AttendanceId, str]
) -> QuorumChange:
    were, are = _holders(before), _holders(after)
    kept_out = {*before.conflicted, *before.away}
    came = [each for each in are if each not in were]
    newly_conflicted = [each for each in after.conflicted if each not in before.conflicted]
    return QuorumChange(
        before=before,
        after=after,
        came=tuple(names[each] for each in came if each not in kept_out),
        returned=tuple(names[each] for each in came if each in kept_out),
        left=tuple(
            names[each] for each in were if each not in are and each not in newly_conflicted
        ),
        conflicted=tuple(names[each] for each in newly_conflicted if each in were),
    )


def _holders(quorum: ItemQuorum) -> list[AttendanceId]:
    """Those who fill a seat in person, in the order of the seats."""
    return [seat.held_by for seat in quorum.seats if seat.held_by and not seat.is_by_proxy]
