"""Rates and caps by year: the table the program comes with, and one's own in place of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.reader import Reader
from boardkeeper.domain.driving import KilometreRates, kilometre_rates
from boardkeeper.domain.rates import OwnRate, RateInForce, RateName, rate_in_force
from boardkeeper.i18n import _


class RateService:
    """What one does with rates."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def rates(self, year: int | None = None) -> list[RateInForce]:
        """Every rate in force in a year, in the order rates are told; this year unless asked."""
        year = year or self._clock.today().year
        own = self._journal.reader.every(OwnRate)
        return [rate_in_force(each, year, own) for each in RateName]

    def rate(self, rate: RateName, year: int) -> RateInForce:
        """What the rate is in the year."""
        return rate_in_force(rate, year, self._journal.reader.every(OwnRate))

    def set_rate(self, own: OwnRate) -> None:
        """Have a figure of one's own for the rate in that year, in place of any before it."""
        with self._journal.command(_("Set rate")) as tx:
            before = own_rate(tx, own.rate, own.year)
            tx.put(own if before is None else replace(own, id=before.id))

    def reset(self, rate: RateName, year: int) -> None:
        """Go back to the table's figure for the rate in that year."""
        with self._journal.command(_("Reset rate")) as tx:
            before = own_rate(tx, rate, year)
            if before is not None:
                tx.remove(before)


def own_rate(reader: Reader, rate: RateName, year: int) -> OwnRate | None:
    """One's own figure for the rate in that very year, if there is one."""
    mine = (each for each in reader.every(OwnRate) if (each.rate, each.year) == (rate, year))
    return next(mine, None)


def caps(reader: Reader) -> Callable[[RateName, int], RateInForce]:
    """What a rate is in a year, with one's own rates read once."""
    own = reader.every(OwnRate)
    return lambda rate, year: rate_in_force(rate, year, own)


def kilometres(reader: Reader) -> Callable[[int], KilometreRates]:
    """What a kilometre is in a year, with one's own rates read once."""
    own = reader.every(OwnRate)
    return lambda year: kilometre_rates(year, own)
