"""Who sits where, as what, and for how long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boardkeeper.domain.identity import Id
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class MembershipId(Id):
    """Names a membership."""

    __slots__ = ()


class TermId(Id):
    """Names a term."""

    __slots__ = ()


class Role(StrEnum):
    """What a member does on the board. In the order a participants' table lists them."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    TREASURER = "treasurer"
    SECRETARY = "secretary"
    MEMBER = "member"
    MANAGER = "manager"


class Seat(StrEnum):
    """The kind of seat, which decides who calls, counts and votes."""

    ORDINARY = "ordinary"
    ALTERNATE = "alternate"
    OBSERVER = "observer"
    STAFF = "staff"
    APPOINTED = "appointed"
    HONORARY = "honorary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """One person's place in one organisation; its terms tell when."""

    id: MembershipId = field(default_factory=MembershipId.new)
    person_id: PersonId
    organisation_id: OrganisationId
    role: Role = Role.MEMBER
    title: str = ""
    seat: Seat = Seat.ORDINARY
    appointed_by: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One period of a membership. `ends_on` is the last day; None while no end is known."""

    id: TermId = field(default_factory=TermId.new)
    membership_id: MembershipId
    starts_on: date
    ends_on: date | None = None
    up_for_election_on: date | None = None
    elected_on: date | None = None
    elected_by: str = ""

    def __post_init__(self) -> None:
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise InvalidField("ends_on", _("A term must end on or after the day it starts."))

    def covers(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


def role_name(role: Role) -> str:
    """The role in words."""
    return {
        Role.CHAIR: _("Chair"),
        Role.VICE_CHAIR: _("Vice-chair"),
        Role.TREASURER: _("Treasurer"),
        Role.SECRETARY: _("Secretary"),
        Role.MEMBER: _("Member"),
        Role.MANAGER: _("Manager"),
    }[role]


def seat_name(seat: Seat) -> str:
    """The kind of seat in words."""
    return {
        Seat.ORDINARY: _("Ordinary seat"),
        Seat.ALTERNATE: _("Alternate"),
        Seat.OBSERVER: _("Observer"),
        Seat.STAFF: _("Staff representative"),
        Seat.APPOINTED: _("Appointed"),
        Seat.HONORARY: _("Honorary member"),
    }[seat]


def title_of(membership: Membership) -> str:
    """What the member is called: their own title, or role and seat in words."""
    if membership.title:
        return membership.title
    if membership.role is Role.MEMBER and membership.seat is not Seat.ORDINARY:
        return seat_name(membership.seat)
    return role_name(membership.role)


def sits_on(terms: Iterable[Term], day: date) -> bool:
    """Whether any of the terms covers the day. Without a single term: yes, until one is known."""
    known = list(terms)
    return not known or any(term.covers(day) for term in known)


def current_term(terms: Iterable[Term], day: date) -> Term | None:
    """The term that covers the day; the latest to start where several do."""
    covering = [term for term in terms if term.covers(day)]
    return max(covering, key=lambda term: term.starts_on, default=None)
