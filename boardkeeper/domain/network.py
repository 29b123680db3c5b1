"""Me against the others of a group: who knows what I do, whom I have met, who gave what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardkeeper.domain.absences import AbsenceCount
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.memberships import Membership
from boardkeeper.domain.people import Person, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbassadorRow:
    """Another member, and what there is between us.

    `met` is at how many meetings of the period both were, `met_on` the last of them. `given` are
    my referrals to them in the period, `received` theirs to me. `one_to_one_on` is the last one.
    """

    membership: Membership
    person: Person
    met: int
    met_on: date | None
    one_to_one_on: date | None
    can_explain_since: date | None
    note: str
    given: int
    received: int
    has_profile: bool
    absences: AbsenceCount

    @property
    def can_explain(self) -> bool:
        return self.can_explain_since is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Somebody at a meeting who is no member: a guest, or a substitute who `stands_for` one."""

    person_id: PersonId | None
    name: str
    meeting_id: MeetingId
    meeting_title: str
    day: date
    is_substitute: bool
    stands_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A group on the last day of a period: a row for each other member, by name.

    `meetings` is how many there were in the period, `my_absences` my own count. `me` is None while
    the user has not said who they are; there are no rows then.
    """

    me: Person | None
    meetings: int
    rows: tuple[AmbassadorRow, ...]
    visitors: tuple[Visitor, ...]
    my_absences: AbsenceCount | None
