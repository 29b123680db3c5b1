"""What trips come to: kilometres added up through a calendar year, each at the rate it has.

The higher rate holds for the first kilometres driven for one organisation in a calendar year, the
lower one for those above the limit; a trip that crosses it has both. Each trip is rounded to the
øre, a half upwards, and a sum is that of its trips.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from boardkeeper.domain.mileage import Trip
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.rates import OwnRate, RateInForce, RateName, rate_in_force

METRES = 1000
"""In a kilometre."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KilometreRates:
    """What a kilometre is in one year: up to the limit, above it, and where that lies."""

    full: RateInForce
    above: RateInForce
    limit: RateInForce

    @property
    def limit_metres(self) -> int:
        return METRES * self.limit.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Driven:
    """A trip with its allowance. `before` are the year's metres for the organisation until it."""

    trip: Trip
    rates: KilometreRates
    before: int

    @property
    def metres_full(self) -> int:
        """Those at the higher rate."""
        return min(self.trip.metres, max(0, self.rates.limit_metres - self.before))

    @property
    def metres_above(self) -> int:
        """Those above the limit, at the lower rate."""
        return self.trip.metres - self.metres_full

    @property
    def until(self) -> int:
        """The year's metres for the organisation, this trip included."""
        return self.before + self.trip.metres

    @property
    def amount(self) -> int:
        """The allowance in øre, rounded, a half upwards."""
        exact = (
            self.metres_full * self.rates.full.amount + self.metres_above * self.rates.above.amount
        )
        return (exact + METRES // 2) // METRES


def kilometre_rates(year: int, own: Iterable[OwnRate] = ()) -> KilometreRates:
    """What a kilometre is in the year."""
    own = tuple(own)
    return KilometreRates(
        full=rate_in_force(RateName.KILOMETRE, year, own),
        above=rate_in_force(RateName.KILOMETRE_ABOVE, year, own),
        limit=rate_in_force(RateName.KILOMETRE_LIMIT, year, own),
    )


def driven(trips: Iterable[Trip], rates: Callable[[int], KilometreRates]) -> list[Driven]:
    """The trips in the order they were driven, each with its allowance.

    Give all trips of the years that are looked at: what lies before a trip decides its rate.
    """
    so_far: dict[tuple[OrganisationId, int], int] = defaultdict(int)
    of_year: dict[int, KilometreRates] = {}
    found = []
    for trip in sorted(trips, key=lambda each: (each.on, each.id)):
        year = trip.on.year
        if year not in of_year:
            of_year[year] = rates(year)
        whose = (trip.organisation_id, year)
        found.append(Driven(trip=trip, rates=of_year[year], before=so_far[whose]))
        so_far[whose] += trip.metres
    return found
