"""Who is invited to a meeting, and as what: the participants of the notice and of the roll."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

from boardkeeper import formats
from boardkeeper.domain.attendance import Attendance, AttendanceId, Capacity, capacity_name
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.memberships import (
    Membership,
    Role,
    Seat,
    Term,
    role_name,
    seat_name,
    sits_on,
)
from boardkeeper.domain.people import Person, PersonId

_SEATS_IN_ORDER = (
    Seat.ORDINARY,
    Seat.STAFF,
    Seat.APPOINTED,
    Seat.ALTERNATE,
    Seat.OBSERVER,
    Seat.HONORARY,
)
_CAPACITIES = {
    Seat.ALTERNATE: Capacity.ALTERNATE,
    Seat.OBSERVER: Capacity.OBSERVER,
    Seat.HONORARY: Capacity.OBSERVER,
}
_CAPACITIES_IN_ORDER = tuple(Capacity)


def sitting(
    memberships: Iterable[Membership],
    terms: Iterable[Term],
    people: Mapping[PersonId, Person],
    day: date,
) -> list[Membership]:
    """Those who sit on the day: the called first, then alternates and observers, chair first."""
    terms_of: dict[str, list[Term]] = {}
    for term in terms:
        terms_of.setdefault(term.membership_id, []).append(term)
    roles = list(Role)
    return sorted(
        (
            each
            for each in memberships
            if each.person_id in people and sits_on(terms_of.get(each.id, ()), day)
        ),
        key=lambda each: (
            _SEATS_IN_ORDER.index(each.seat),
            roles.index(each.role),
            formats.sort_key(people[each.person_id].name),
        ),
    )


def invited(
    meeting_id: MeetingId, seated: Iterable[Membership], people: Mapping[PersonId, Person]
) -> list[Attendance]:
    """A row of the roll for each who sits, in their order; one a person, the foremost seat's.

    Asked twice, the rows have the same ids: what somebody points at before it is stored is still
    there afterwards. Titles are in the language spoken now.
    """
    rows: dict[PersonId, Attendance] = {}
    for membership in seated:
        person = people[membership.person_id]
        if person.id in rows:
            continue
        rows[person.id] = Attendance(
            id=_id(meeting_id, person.id),
            meeting_id=meeting_id,
            person_id=person.id,
            name=person.name,
            title=_own_title(membership),
            role=membership.role,
            capacity=capacity_of(membership),
            has_vote=votes(membership),
            position=len(rows),
        )
    return list(rows.values())


def roll(stored: Iterable[Attendance], expected: Iterable[Attendance]) -> list[Attendance]:
    """What is stored, and those expected of whom nothing is stored yet, as they are to be read."""
    known = list(stored)
    ids = {each.id for each in known}
    people = {each.person_id for each in known} - {None}
    others = [each for each in expected if each.id not in ids and each.person_id not in people]
    return sorted(
        [*known, *others],
        key=lambda each: (_CAPACITIES_IN_ORDER.index(each.capacity), each.position, each.id),
    )


def capacity_of(membership: Membership) -> Capacity:
    """As what a member comes to a meeting."""
    return _CAPACITIES.get(membership.seat, Capacity.MEMBER)


def votes(membership: Membership) -> bool:
    """Whether the seat carries a vote of its own, which a quorum counts too.

    A manager is there to report, unless elected by the staff. An alternate has the vote of the
    member stood in for, and none before.
    """
    if membership.role is Role.MANAGER:
        return membership.seat is Seat.STAFF
    return capacity_of(membership) is Capacity.MEMBER


def title_in_words(attendance: Attendance) -> str:
    """What a participant is called: the title, or role and capacity in words."""
    if attendance.title:
        return attendance.title
    if attendance.role is Role.MEMBER and attendance.capacity is not Capacity.MEMBER:
        return capacity_name(attendance.capacity)
    return role_name(attendance.role)


def _own_title(membership: Membership) -> str:
    """The member's own title, or the seat where neither role nor capacity will tell it."""
    is_told_by_capacity = membership.seat in (Seat.ORDINARY, Seat.ALTERNATE, Seat.OBSERVER)
    if membership.title or membership.role is not Role.MEMBER or is_told_by_capacity:
        return membership.title
    return seat_name(membership.seat)


def _id(meeting_id: MeetingId, person_id: PersonId) -> AttendanceId:
    return AttendanceId(sha256(f"{meeting_id}\n{person_id}".encode()).hexdigest()[:32])
