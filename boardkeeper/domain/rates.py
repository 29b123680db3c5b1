"""Rates and caps by year: what a kilometre and an allowance may be, free of tax, and who says so.

Rates change by the year. The table is a starting point with its sources; every rate can be
replaced by one's own, with the source and the day it was looked up. This is no tax advice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

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
