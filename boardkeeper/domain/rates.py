"""Rates and caps by year: what a kilometre and an allowance may be, free of tax, and who says so.

Rates change by the year. The table is a starting point with its sources; every rate can be
replaced by one's own, with the source and the day it was looked up. This is no tax advice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from boardkeeper import formats
from boardkeeper.domain.identity import Id
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class OwnRateId(Id):
    """Names a rate of one's own."""

    __slots__ = ()


class RateName(StrEnum):
    """A rate; the limit is in kilometres, all others in øre."""

    KILOMETRE = "kilometre"
    KILOMETRE_ABOVE = "kilometre_above"
    KILOMETRE_LIMIT = "kilometre_limit"
    TELEPHONE = "telephone"
    ADMINISTRATION = "administration"
    CLOTHING = "clothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRate:
    """A rate for one year in place of the table's: øre, or kilometres for the limit."""

    id: OwnRateId = field(default_factory=OwnRateId.new)
    rate: RateName
    year: int
    amount: int
    source: str = ""
    checked_on: date | None = None

    def __post_init__(self) -> None:
        if not 1900 <= self.year <= 2199:
            raise InvalidField("year", _("A rate is for a year between 1900 and 2199."))
        if not 0 <= self.amount <= 10**9:
            raise InvalidField("amount", _("Write a rate of 0 or more."))


@dataclass(frozen=True, slots=True, kw_only=True)
class RateInForce:
    """What a rate is in a year: øre, or kilometres for the limit.

    A year without a figure of its own has that of another year, `of_year`. `checked_on` is the day
    one looked up a rate of one's own.
    """

    rate: RateName
    year: int
    amount: int
    source: str
    of_year: int
    is_own: bool = False
    checked_on: date | None = None

    @property
    def is_known(self) -> bool:
        """Whether the figure is of the year itself."""
        return self.of_year == self.year


_KILOMETRES = "tekniq.dk/nyheder/se-satserne-for-skattefrie-koerepenge-og-diaeter-i-2026"
_VOLUNTEERS = "fcmf.dk/foreningshaandbog/item/skat-godtgorelse-til-frivillige"

TABLE: tuple[RateInForce, ...] = tuple(
    RateInForce(rate=rate, year=year, amount=amount, source=source, of_year=year)
    for rate, year, amount, source in (
        (RateName.KILOMETRE, 2025, 381, _KILOMETRES),
        (RateName.KILOMETRE, 2026, 394, _KILOMETRES),
        (RateName.KILOMETRE_ABOVE, 2025, 223, _KILOMETRES),
        (RateName.KILOMETRE_ABOVE, 2026, 228, _KILOMETRES),
        (RateName.KILOMETRE_LIMIT, 2025, 20_000, _KILOMETRES),
        (RateName.KILOMETRE_LIMIT, 2026, 20_000, _KILOMETRES),
        (RateName.TELEPHONE, 2023, 245_000, _VOLUNTEERS),
        (RateName.ADMINISTRATION, 2023, 150_000, _VOLUNTEERS),
        (RateName.CLOTHING, 2023, 205_000, _VOLUNTEERS),
    )
)
"""The figures the program comes with: only those a source was seen for."""


def rate_in_force(rate: RateName, year: int, own: Iterable[OwnRate] = ()) -> RateInForce:
    """What the rate is in the year: one's own figure, or else the table's.

    A year without either has the latest figure before it; one before them all has the earliest.
    """
    figures = {each.year: each for each in TABLE if each.rate is rate}
    figures |= {each.year: _of_own(each) for each in own if each.rate is rate}
    before = [each for each in figures if each <= year]
    found = figures[max(before) if before else min(figures)]
    return replace(found, year=year)


def rate_in_words(rate: RateName, amount: int) -> str:
    """`3,94 kr.`, or `20.000 km` for the limit."""
    if rate is RateName.KILOMETRE_LIMIT:
        return formats.kilometres(1000 * amount)
    return formats.amount(amount)


def standing_of(rate: RateInForce) -> str:
    """Where the figure comes from, in words: whose it is, of which year, and whether to check."""
    if not rate.is_known:
        return _("The rate of {year}; check it.").format(year=rate.of_year)
    if not rate.is_own:
        return _("The table's; check the rate.")
    if rate.checked_on is None:
        return _("Your own")
    return _("Your own, checked {day}").format(day=formats.short_date(rate.checked_on))


def _of_own(own: OwnRate) -> RateInForce:
    return RateInForce(
        rate=own.rate,
        year=own.year,
        amount=own.amount,
        source=own.source,
        of_year=own.year,
        is_own=True,
        checked_on=own.checked_on,
    )


def rate_name(rate: RateName) -> str:
    """The rate in words."""
    return {
        RateName.KILOMETRE: _("Own car, a kilometre"),
        RateName.KILOMETRE_ABOVE: _("Own car, a kilometre above the limit"),
        RateName.KILOMETRE_LIMIT: _("Kilometres a year at the higher rate"),
        RateName.TELEPHONE: _("Telephone and internet, a year"),
        RateName.ADMINISTRATION: _("Administration, a year"),
        RateName.CLOTHING: _("Clothing, a year"),
    }[rate]
