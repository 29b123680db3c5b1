"""What came in and went out in a year, by organisation, kind and month; and what an hour brought.

Amounts are in øre. Every sum is of the same parts, so that all of them agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.money import PAID_OUT, PaymentKind
from boardkeeper.domain.organisations import OrganisationId

K = TypeVar("K")


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPaid:
    """What adds up: one organisation's payments of a kind in a month, from its first day."""

    organisation_id: OrganisationId
    kind: PaymentKind
    month: date
    payments: int
    amount: int

    @property
    def is_in(self) -> bool:
        return self.kind not in PAID_OUT


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What was received and what was paid."""

    received: int = 0
    paid: int = 0

    @property
    def net(self) -> int:
        return self.received - self.paid


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyReport:
    """A year of payments."""

    year: ReportYear
    parts: tuple[MonthPaid, ...] = field(default=())

    @property
    def sums(self) -> Sums:
        return _sums(self.parts)

    @property
    def payments(self) -> int:
        """How many there are."""
        return sum(part.payments for part in self.parts)

    def by_organisation(self) -> dict[OrganisationId, Sums]:
        """The sums of each organisation there are payments of."""
        return self._by(lambda part: part.organisation_id)

    def by_kind(self) -> dict[PaymentKind, Sums]:
        """The sums of each kind there are payments of, in the order kinds are told."""
        found = self._by(lambda part: part.kind)
        return {each: found[each] for each in PaymentKind if each in found}

    def by_month(self) -> dict[date, Sums]:
        """The sums of each of the twelve months."""
        found = self._by(lambda part: part.month)
        return {month: found.get(month, Sums()) for month in self.year.months}

    def _by(self, key: Callable[[MonthPaid], K]) -> dict[K, Sums]:
        grouped: dict[K, list[MonthPaid]] = defaultdict(list)
        for part in self.parts:
            grouped[key(part)].append(part)
        return {each: _sums(parts) for each, parts in grouped.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class InAndOut:
    """What an organisation, or all of them where it is None, cost and brought in a stretch of time.

    `worth` is the value of the time in øre times minutes, so that sums of it are exact:
    each minute at the value of an hour in force that day.
    """

    organisation_id: OrganisationId | None
    received: int = 0
    paid: int = 0
    minutes: int = 0
    worth: int = 0

    @property
    def net(self) -> int:
        return self.received - self.paid

    @property
    def an_hour(self) -> int | None:
        """The net in øre for each hour spent, rounded; None where no time was written down."""
        return _rounded(Decimal(60 * self.net) / self.minutes) if self.minutes else None

    @property
    def value_of_time(self) -> int:
        """What the time was worth, in øre, rounded."""
        return _rounded(Decimal(self.worth) / 60)

    def plus(self, other: InAndOut) -> InAndOut:
        """Both together; of the same organisation, or else of all."""
        is_same = self.organisation_id == other.organisation_id
        return InAndOut(
            organisation_id=self.organisation_id if is_same else None,
            received=self.received + other.received,
            paid=self.paid + other.paid,
            minutes=self.minutes + other.minutes,
            worth=self.worth + other.worth,
        )


def _sums(parts: Iterable[MonthPaid]) -> Sums:
    received = paid = 0
    for part in parts:
        if part.is_in:
            received += part.amount
        else:
            paid += part.amount
    return Sums(received=received, paid=paid)


def _rounded(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))
