"""Who leads a new meeting, and which number it has: the same for one meeting and for a series."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boardkeeper.db.meetings import highest_number
from boardkeeper.db.memberships import memberships_in, terms_of
from boardkeeper.db.reader import Reader
from boardkeeper.domain.meetings import Meeting, MeetingKind
from boardkeeper.domain.memberships import Role, sits_on
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId

_NUMBERED_TOGETHER = (
    MeetingKind.REGULAR,
    MeetingKind.EXTRAORDINARY,
    MeetingKind.CONSTITUTION,
    MeetingKind.NETWORK,
)


class Seating:
    """One organisation's seats and numbers, read once and asked for many meetings."""

    def __init__(self, reader: Reader, organisation_id: OrganisationId) -> None:
        self._reader = reader
        self._organisation_id = organisation_id
        self._memberships = memberships_in(reader, organisation_id)
        self._terms = terms_of(reader, [each.id for each in self._memberships])

    def next_number(self, kind: MeetingKind) -> int | None:
        """The number after the highest; None where meetings of the kind have none."""
        if kind not in _NUMBERED_TOGETHER:
            return None
        return highest_number(self._reader, self._organisation_id, _NUMBERED_TOGETHER) + 1

    def seated(self, meeting: Meeting) -> Meeting:
        """The meeting with those as chair and minute-taker who sit as chair and secretary then."""
        return replace(
            meeting,
            chair_id=self._sitting(Role.CHAIR, meeting.day),
            minute_taker_id=self._sitting(Role.SECRETARY, meeting.day),
        )

    def _sitting(self, role: Role, day: date) -> PersonId | None:
        for membership in self._memberships:
            own = [term for term in self._terms if term.membership_id == membership.id]
            if membership.role is role and sits_on(own, day):
                return membership.person_id
        return None
