"""A week of a forecast: what it takes, what it may take, and why it is red, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from boardkeeper import formats
from boardkeeper.domain.ceilings import Away, Ceiling
from boardkeeper.domain.forecast import Line
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.i18n import _, ngettext


class RedKind(StrEnum):
    """What makes a week red."""

    HOURS = "hours"
    EVENINGS = "evenings"
    CUSTOMERS = "customers"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedReason:
    """One limit a week goes beyond, and the lines behind it.

    Attributes:
        kind: Which limit.
        amount: Minutes of the week, evenings, or minutes taken from the customers.
        limit: Minutes or evenings the ceiling allows, or minutes a week promised to customers.
        lines: The lines behind it, the earliest first.
    """

    kind: RedKind
    amount: int
    limit: int
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The reason as one reads it: `3 aftener, loftet er 2`."""
        if self.kind is RedKind.HOURS:
            message = _("{hours}, the ceiling is {ceiling}")
            return message.format(
                hours=formats.hours(self.amount), ceiling=formats.hours(self.limit)
            )
        if self.kind is RedKind.EVENINGS:
            message = ngettext(
                "{count} evening, the ceiling is {ceiling}",
                "{count} evenings, the ceiling is {ceiling}",
                self.amount,
            )
            return message.format(count=self.amount, ceiling=self.limit)
        message = _("{hours} taken from the customers, who are promised {promised}")
        return message.format(hours=formats.hours(self.amount), promised=formats.hours(self.limit))


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week from Monday to Sunday: what it takes, and what it may take.

    Attributes:
        monday: Its first day.
        lines: What is forecast for it, the earliest first.
        ceiling: The ceiling in force; None where none was set.
        evenings: The days on whose evening a meeting lies.
        reasons: Why it is red; none where it is not.
        customer_minutes_eaten: Minutes the boards take of what the customers were promised.
        customer_lines: The lines inside the working hours, where any minutes were eaten.
        away: The times away that touch it; its meetings count all the same.
        spent: Minutes written down, by organisation.
    """

    monday: date
    lines: tuple[Line, ...] = ()
    ceiling: Ceiling | None = None
    evenings: tuple[date, ...] = ()
    reasons: tuple[RedReason, ...] = ()
    customer_minutes_eaten: int = 0
    customer_lines: tuple[Line, ...] = ()
    away: tuple[Away, ...] = ()
    spent: Mapping[OrganisationId, int] = field(default_factory=dict)

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)

    @property
    def minutes(self) -> int:
        return sum(line.minutes for line in self.lines)

    @property
    def minutes_spent(self) -> int:
        return sum(self.spent.values())

    @property
    def is_red(self) -> bool:
        return bool(self.reasons)

    @property
    def is_away(self) -> bool:
        return bool(self.away)

    @property
    def by_organisation(self) -> dict[OrganisationId, int]:
        """Minutes forecast of each organisation, the most first."""
        sums: dict[OrganisationId, int] = defaultdict(int)
        for line in self.lines:
            sums[line.organisation_id] += line.minutes
        return dict(sorted(sums.items(), key=lambda item: (-item[1], item[0])))
