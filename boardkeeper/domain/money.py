"""What a membership pays and costs: fees, allowances, refunds, dues, expenses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class PaymentId(Id):
    """Names a payment."""

    __slots__ = ()


class PaymentKind(StrEnum):
    """What was paid. The first group comes in to the person, the second goes out."""

    FEE = "fee"
    TELEPHONE = "telephone"
    ADMINISTRATION = "administration"
    CLOTHING = "clothing"
    MILEAGE = "mileage"
    REFUND = "refund"
    OTHER_IN = "other_in"
    DUES = "dues"
    EXPENSE = "expense"
    OTHER_OUT = "other_out"


PAID_OUT = (PaymentKind.DUES, PaymentKind.EXPENSE, PaymentKind.OTHER_OUT)
ALLOWANCES = (PaymentKind.TELEPHONE, PaymentKind.ADMINISTRATION, PaymentKind.CLOTHING)
"""Tax-free up to a yearly rate each (ligningsloven § 7 M); above it, all of it is taxable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """An `amount` in øre, always above zero; the kind tells whether it came in or went out."""

    id: PaymentId = field(default_factory=PaymentId.new)
    organisation_id: OrganisationId
    meeting_id: MeetingId | None = None
    on: date
    kind: PaymentKind = PaymentKind.FEE
    amount: int
    note: str = ""

    def __post_init__(self) -> None:
        if not 0 < self.amount <= 10**12:
            raise InvalidField("amount", _("Write an amount above 0 kroner."))

    @property
    def is_in(self) -> bool:
        """Whether the person received it."""
        return self.kind not in PAID_OUT

    @property
    def signed(self) -> int:
        """The amount in øre, below zero where it went out."""
        return self.amount if self.is_in else -self.amount


def payment_kind_name(kind: PaymentKind) -> str:
    """What was paid, in words."""
    return {
        PaymentKind.FEE: _("Board fee"),
        PaymentKind.TELEPHONE: _("Allowance: telephone and internet"),
        PaymentKind.ADMINISTRATION: _("Allowance: administration"),
        PaymentKind.CLOTHING: _("Allowance: clothing"),
        PaymentKind.MILEAGE: _("Mileage allowance"),
        PaymentKind.REFUND: _("Refund of expenses"),
        PaymentKind.OTHER_IN: _("Other, received"),
        PaymentKind.DUES: _("Membership dues"),
        PaymentKind.EXPENSE: _("Out-of-pocket expense"),
        PaymentKind.OTHER_OUT: _("Other, paid"),
    }[kind]
