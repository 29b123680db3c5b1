"""A seat one might say yes to: what it would ask for, before one answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from boardkeeper.domain.checks import refuse_unknown_zone
from boardkeeper.domain.identity import Id
from boardkeeper.domain.memberships import MembershipId, Role
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.recurrence import Rule, read_rule
from boardkeeper.domain.series import read_months
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class CandidateSeatId(Id):
    """Names a candidate seat."""

    __slots__ = ()


class CandidateOutcome(StrEnum):
    """What became of it."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateSeat:
    """A seat offered: how often it meets, and what each meeting would take, in minutes.

    `rule` is an RFC 5545 rule that counts from the wall time `starts_at`; `skipped_months` are
    months without meetings as `7,12`. `travel_minutes` is one way. `fee` is what it pays a year,
    `dues` what it costs, in øre. An accepted seat knows the membership it became.
    """

    id: CandidateSeatId = field(default_factory=CandidateSeatId.new)
    name: str
    kind: OrganisationKind = OrganisationKind.ASSOCIATION
    role: Role = Role.MEMBER
    rule: str
    starts_at: datetime
    minutes: int = 120
    zone: str = "Europe/Copenhagen"
    skipped_months: str = ""
    place: str = ""
    travel_minutes: int = 0
    preparation_minutes: int = 0
    follow_up_minutes: int = 0
    other_minutes_a_month: int = 0
    fee: int = 0
    dues: int = 0
    answer_by: date | None = None
    outcome: CandidateOutcome = CandidateOutcome.OPEN
    membership_id: MembershipId | None = None
    notes: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidField("name", _("A seat needs the name of its board."))
        if self.starts_at.tzinfo is not None or not 1900 <= self.starts_at.year <= 2199:
            raise InvalidField("starts_at", _("A meeting lies between the years 1900 and 2200."))
        if not 0 < self.minutes <= 24 * 60:
            raise InvalidField("minutes", _("A meeting lasts between one minute and 24 hours."))
        refuse_unknown_zone("zone", self.zone)
        for name in ("travel_minutes", "preparation_minutes", "follow_up_minutes"):
            if not 0 <= getattr(self, name) <= 100 * 60:
                raise InvalidField(name, _("It takes between 0 and 100 hours."))
        if not 0 <= self.other_minutes_a_month <= 31 * 24 * 60:
            raise InvalidField("other_minutes_a_month", _("A month holds 744 hours at most."))
        if self.fee < 0 or self.dues < 0:
            raise InvalidField("fee", _("Write an amount of 0 kroner or more."))
        read_rule(self.rule, self.zone, self.starts_at)
        read_months(self.skipped_months)

    @property
    def recurrence(self) -> Rule:
        """The rule, understood."""
        return read_rule(self.rule, self.zone, self.starts_at)

    @property
    def months_skipped(self) -> frozenset[int]:
        return read_months(self.skipped_months)


def candidate_outcome_name(outcome: CandidateOutcome) -> str:
    """What became of the seat, in words."""
    return {
        CandidateOutcome.OPEN: _("Not answered yet"),
        CandidateOutcome.ACCEPTED: _("Said yes"),
        CandidateOutcome.DECLINED: _("Said no"),
    }[outcome]
