"""The ledger of tax-free allowances: what was paid of each, and how much may still be.

An allowance to an unpaid board member is free of tax up to a yearly rate. Paid above it, all of it
is taxable, not only the rest; and nobody can have both an allowance and a refund for the same kind
of cost, nor these allowances where the work is paid (ligningsloven § 7 M). The program counts, and
gives no tax advice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from boardkeeper import formats
from boardkeeper.domain.money import ALLOWANCES, Payment, PaymentKind
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.rates import RateInForce, RateName
from boardkeeper.i18n import _

SOURCE = "ligningsloven § 7 M, info.skat.dk/data.aspx?oid=79141"

RATE_OF = {
    PaymentKind.TELEPHONE: RateName.TELEPHONE,
    PaymentKind.ADMINISTRATION: RateName.ADMINISTRATION,
    PaymentKind.CLOTHING: RateName.CLOTHING,
}
"""The yearly cap of each allowance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowanceLine:
    """One allowance of one organisation in a calendar year; amounts in øre.

    `refunded` are the refunds of expenses the organisation paid in the same year: whether one of
    them was of the same kind, only a person can tell. `fees` are those it paid in that year.
    """

    organisation_id: OrganisationId
    year: int
    kind: PaymentKind
    paid: int
    cap: RateInForce
    refunded: int = 0
    fees: int = 0

    @property
    def room_left(self) -> int:
        return max(0, self.cap.amount - self.paid)

    @property
    def is_over(self) -> bool:
        return self.paid > self.cap.amount

    @property
    def taxable(self) -> int:
        """All of it, once it is above the cap."""
        return self.paid if self.is_over else 0

    @property
    def has_refund_too(self) -> bool:
        return self.paid > 0 and self.refunded > 0

    @property
    def has_fee_too(self) -> bool:
        return self.paid > 0 and self.fees > 0


def ledger(
    payments: Iterable[Payment], cap: Callable[[RateName, int], RateInForce]
) -> list[AllowanceLine]:
    """A line for each organisation, calendar year and allowance that was paid, in that order."""
    paid: dict[tuple[OrganisationId, int], dict[PaymentKind, int]] = defaultdict(
        lambda: defaultdict(int)
    )
    for each in payments:
        paid[each.organisation_id, each.on.year][each.kind] += each.amount
    return [
        AllowanceLine(
            organisation_id=organisation_id,
            year=year,
            kind=kind,
            paid=sums[kind],
            cap=cap(RATE_OF[kind], year),
            refunded=sums.get(PaymentKind.REFUND, 0),
            fees=sums.get(PaymentKind.FEE, 0),
        )
        for (organisation_id, year), sums in sorted(paid.items())
        for kind in ALLOWANCES
        if kind in sums
    ]


def allowance_name(kind: PaymentKind) -> str:
    """What the allowance is for."""
    return {
        PaymentKind.TELEPHONE: _("Telephone and internet"),
        PaymentKind.ADMINISTRATION: _("Administration"),
        PaymentKind.CLOTHING: _("Clothing"),
    }[kind]


def warnings_of(lines: Iterable[AllowanceLine]) -> list[tuple[OrganisationId, str]]:
    """What must be looked at, in sentences, each with whose it is; none where all is well."""
    lines = list(lines)
    told = [(line.organisation_id, _over(line)) for line in lines if line.is_over]
    told += _once_a_year((line for line in lines if line.has_refund_too), _refunded)
    told += _once_a_year((line for line in lines if line.has_fee_too), _with_fee)
    return told


def _once_a_year(
    lines: Iterable[AllowanceLine], say: Callable[[Sequence[AllowanceLine]], str]
) -> list[tuple[OrganisationId, str]]:
    together: dict[tuple[OrganisationId, int], list[AllowanceLine]] = defaultdict(list)
    for line in lines:
        together[line.organisation_id, line.year].append(line)
    return [(whose, say(found)) for (whose, _year), found in together.items()]


def _over(line: AllowanceLine) -> str:
    return _(
        "{allowance}: {paid} was paid in {year}, above the rate of {cap}, so all of it becomes"
        " taxable, not only what is above ({source})."
    ).format(
        allowance=allowance_name(line.kind),
        paid=formats.amount(line.paid),
        year=line.year,
        cap=formats.amount(line.cap.amount),
        source=SOURCE,
    )


def _refunded(lines: Sequence[AllowanceLine]) -> str:
    return _(
        "In {year} expenses of {refunded} were refunded beside allowances ({allowances}). For the"
        " same kind of cost one can have an allowance or a refund, not both ({source})."
    ).format(
        year=lines[0].year,
        refunded=formats.amount(lines[0].refunded),
        allowances=_names(lines),
        source=SOURCE,
    )


def _with_fee(lines: Sequence[AllowanceLine]) -> str:
    return _(
        "In {year} fees of {fees} were paid beside allowances ({allowances}). Allowances are free"
        " of tax for unpaid board members ({source})."
    ).format(
        year=lines[0].year,
        fees=formats.amount(lines[0].fees),
        allowances=_names(lines),
        source=SOURCE,
    )


def _names(lines: Sequence[AllowanceLine]) -> str:
    return ", ".join(allowance_name(each.kind).lower() for each in lines)


def standing_in_words(line: AllowanceLine) -> str:
    """`1.200 kr. af 2.450 kr.; 1.250 kr. tilbage`, and which year's rate that is."""
    numbers = {
        "paid": formats.amount(line.paid),
        "cap": formats.amount(line.cap.amount),
        "room": formats.amount(line.room_left),
    }
    if line.is_over:
        told = _("{paid} of {cap}: above the rate").format(**numbers)
    else:
        told = _("{paid} of {cap}, {room} left").format(**numbers)
    if line.cap.is_known:
        return told
    return told + " · " + _("rate of {year}, check it").format(year=line.cap.of_year)
