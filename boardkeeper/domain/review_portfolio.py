"""All memberships side by side: where the hours go against what comes back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from boardkeeper import formats
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.review_dates import LastDay
from boardkeeper.domain.review_facts import RESULTS, Measure, Tally, an_hour
from boardkeeper.domain.reviews import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioLine:
    """One organisation I sat in during the period, with what it took and gave.

    `held` counts the meetings the organisation held. `review` is the last one, and `is_due` says
    that it is time for the next.
    """

    membership: Membership
    organisation: Organisation
    terms: tuple[Term, ...]
    tally: Tally = field(hash=False)
    held: int = 0
    review: Review | None = None
    last_day: LastDay | None = None
    is_due: bool = False

    @property
    def minutes(self) -> int:
        return self.of(Measure.HOURS)

    @property
    def results(self) -> int:
        """Everything that came back and can be counted."""
        return sum(self.of(each) for each in RESULTS)

    @property
    def net(self) -> int:
        """What was received less what was paid, in øre."""
        return self.of(Measure.RECEIVED) - self.of(Measure.PAID)

    @property
    def an_hour(self) -> int | None:
        """What is left for each hour, in øre; None where there was no money, or no hour."""
        received, paid = self.of(Measure.RECEIVED), self.of(Measure.PAID)
        return an_hour(received, paid, self.minutes) if received or paid else None

    def of(self, measure: Measure) -> int:
        return self.tally.get(measure, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """The lines of a period, the most hours first."""

    first: date
    last: date
    lines: tuple[PortfolioLine, ...]

    @property
    def minutes(self) -> int:
        return sum(each.minutes for each in self.lines)

    @property
    def results(self) -> int:
        return sum(each.results for each in self.lines)

    def of(self, measure: Measure) -> int:
        return sum(each.of(measure) for each in self.lines)


def in_order(lines: Iterable[PortfolioLine]) -> tuple[PortfolioLine, ...]:
    """The most hours first, and by name where they are alike."""
    return tuple(
        sorted(lines, key=lambda each: (-each.minutes, formats.sort_key(each.organisation.name)))
    )
