"""Referrals given and received: from whom, to whom, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from boardkeeper import formats
from boardkeeper.domain.identity import Id
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class ReferralId(Id):
    """Names a referral."""

    __slots__ = ()


class ReferralStatus(StrEnum):
    """How far a referral has come."""

    GIVEN = "given"
    CONTACTED = "contacted"
    MEETING = "meeting"
    WON = "won"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """One person recommends another one to a customer, through a network.

    `from_id` gives it and `to_id` receives it; a member who is no longer among the people leaves
    their name. `customer` is whom it is about. The dates tell the chain from introduction to
    order; `value` is the order's, in øre. `follows_id` is the referral this one came out of.
    """

    id: ReferralId = field(default_factory=ReferralId.new)
    organisation_id: OrganisationId
    from_id: PersonId | None = None
    from_name: str = ""
    to_id: PersonId | None = None
    to_name: str = ""
    on: date
    customer: str
    note: str = ""
    contacted_on: date | None = None
    met_on: date | None = None
    won_on: date | None = None
    lost_on: date | None = None
    value: int = 0
    thanked_on: date | None = None
    follows_id: ReferralId | None = None

    def __post_init__(self) -> None:
        if not self.customer.strip():
            raise InvalidField("customer", _("A referral needs the customer it is about."))
        if self.from_id is not None and self.from_id == self.to_id:
            raise InvalidField("to_id", _("Nobody gives a referral to themselves."))
        if not 0 <= self.value <= 10**14:
            raise InvalidField("value", _("Write a value of 0 kroner or more."))
        if self.won_on is not None and self.lost_on is not None:
            raise InvalidField("lost_on", _("A referral is won or lost, not both."))
        if self.follows_id == self.id:
            raise InvalidField("follows_id", _("A referral does not follow from itself."))

    @property
    def status(self) -> ReferralStatus:
        """How far it has come: the last step that has a date."""
        if self.lost_on is not None:
            return ReferralStatus.LOST
        if self.won_on is not None:
            return ReferralStatus.WON
        if self.met_on is not None:
            return ReferralStatus.MEETING
        return ReferralStatus.CONTACTED if self.contacted_on is not None else ReferralStatus.GIVEN


def advanced(referral: Referral, status: ReferralStatus, on: date) -> Referral:
    """The referral having come so far on the day, and no further.

    Steps it had passed keep their days, later ones lose them. Raises InvalidField for a day before
    it was given.
    """
    if on < referral.on:
        message = _("The referral was given on {day}. Choose that day or a later one.")
        raise InvalidField("on", message.format(day=formats.short_date(referral.on)))
    contacted_on, met_on = referral.contacted_on, referral.met_on
    if status is ReferralStatus.GIVEN:
        contacted_on = met_on = None
    elif status is ReferralStatus.CONTACTED:
        contacted_on, met_on = on, None
    elif status is ReferralStatus.MEETING:
        met_on = on
    return replace(
        referral,
        contacted_on=contacted_on,
        met_on=met_on,
        won_on=on if status is ReferralStatus.WON else None,
        lost_on=on if status is ReferralStatus.LOST else None,
    )


def referral_status_name(status: ReferralStatus) -> str:
    """How far a referral has come, in words."""
    return {
        ReferralStatus.GIVEN: _("Given"),
        ReferralStatus.CONTACTED: _("Contacted"),
        ReferralStatus.MEETING: _("Meeting held"),
        ReferralStatus.WON: _("Won"),
        ReferralStatus.LOST: _("Lost"),
    }[status]
