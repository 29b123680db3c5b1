"""What a membership took and gave in a period, measure by measure, each with its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import zip_longest

from boardkeeper import formats
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.identity import Id
from boardkeeper.domain.memberships import Term
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.promises import Promise
from boardkeeper.i18n import _

_DAY = timedelta(days=1)


class Measure(StrEnum):
    """One thing that is counted. What goes in stands first, then what comes back."""

    HOURS = "hours"
    PROMISED = "promised"
    EATEN = "eaten"
    PAID = "paid"
    RECEIVED = "received"
    AN_HOUR = "an_hour"
    ATTENDED = "attended"
    DECISIONS = "decisions"
    TASKS = "tasks"
    GIVEN = "given"
    WON = "won"
    WON_VALUE = "won_value"
    LEARNED = "learned"
    MET = "met"
    ONE_TO_ONES = "one_to_ones"


class Unit(StrEnum):
    """What a measure is counted in; money is in øre."""

    MINUTES = "minutes"
    MONEY = "money"
    COUNT = "count"


GOES_IN = (Measure.HOURS, Measure.PROMISED, Measure.EATEN, Measure.PAID)
RESULTS = (
    Measure.DECISIONS,
    Measure.TASKS,
    Measure.WON,
    Measure.LEARNED,
    Measure.MET,
    Measure.ONE_TO_ONES,
)
"""What comes back and can be counted; none of them is a value in money."""

_UNITS = {
    Measure.HOURS: Unit.MINUTES,
    Measure.PROMISED: Unit.MINUTES,
    Measure.EATEN: Unit.MINUTES,
    Measure.PAID: Unit.MONEY,
    Measure.RECEIVED: Unit.MONEY,
    Measure.AN_HOUR: Unit.MONEY,
    Measure.WON_VALUE: Unit.MONEY,
}
_OF_A_BOARD = (Measure.DECISIONS,)
_OF_A_NETWORK = (Measure.GIVEN, Measure.WON, Measure.WON_VALUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """One of the records a fact is counted from; `amount` is in the unit of its measure."""

    title: str
    on: date | None = None
    amount: int = 1
    about: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A measure over a period, the same over the period before, and the rows behind it.

    `out_of` is how many there could have been, where that is known. A fact whose `value` is None
    cannot be told: nothing is known to tell it from.
    """

    measure: Measure
    value: int | None
    before: int | None = None
    out_of: int | None = None
    rows: tuple[FactRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFact:
    """The minutes of one activity, and in the period before."""

    activity: Activity
    minutes: int
    before: int


Tally = Mapping[Measure, int]
"""Sums by measure; what is missing is nothing."""


def unit_of(measure: Measure) -> Unit:
    return _UNITS.get(measure, Unit.COUNT)


def measures_of(kind: OrganisationKind, *tallies: Tally) -> tuple[Measure, ...]:
    """The measures that make sense for the kind, and those there is something of all the same."""
    strange = _OF_A_BOARD if kind is OrganisationKind.NETWORK else _OF_A_NETWORK
    return tuple(
        each
        for each in Measure
        if each not in strange or any(tally.get(each, 0) for tally in tallies)
    )


def promised_between(
    promises: Iterable[Promise], terms: Iterable[Term], first: date, last: date
) -> int:
    """The minutes promised for the days from the first to the last, each its share of a year.

    Days that no term covers promise nothing; without a single term every day counts.
    """
    days = (last - first).days + 1
    year = days if days in (365, 366) else 365
    covered = _covered(terms, first, last)
    promised = sorted(promises, key=lambda each: (each.starts_on, each.id))
    ends = [each.starts_on for each in promised[1:]]
    total = 0
    for promise, end in zip_longest(promised, ends):
        begins = max(first, promise.starts_on)
        ended = min(last + _DAY, end or date.max)
        held = sum(_shared(begins, ended, *each) for each in covered)
        total += promise.minutes_a_year * held
    return (2 * total + year) // (2 * year)


def _covered(terms: Iterable[Term], first: date, last: date) -> list[tuple[date, date]]:
    """The days that terms cover, as spans that do not overlap; the second day is the one after."""
    known = sorted(terms, key=lambda each: each.starts_on)
    if not known:
        return [(first, last + _DAY)]
    spans = []
    free_from = first
    for term in known:
        begins = max(free_from, term.starts_on)
        ended = min(last + _DAY, (term.ends_on or last) + _DAY)
        if begins < ended:
            spans.append((begins, ended))
            free_from = ended
    return spans


def _shared(begins: date, ended: date, other_begins: date, other_ended: date) -> int:
    """How many days two spans share."""
    return max(0, (min(ended, other_ended) - max(begins, other_begins)).days)


def an_hour(received: int, paid: int, minutes: int) -> int | None:
    """What is left of the money for each hour, in øre; None where no hour was spent."""
    return round((received - paid) * 60 / minutes) if minutes else None


def period_before(first: date, last: date) -> tuple[date, date]:
    """The same period a year earlier, or as many days before where it is no whole year."""
    if _later_by_a_year(first) - _DAY == last:
        return _earlier_by_a_year(first), first - _DAY
    return first - (last - first) - _DAY, first - _DAY


def _later_by_a_year(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return date(day.year + 1, 3, 1)


def _earlier_by_a_year(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return date(day.year - 1, 3, 1)


def measure_name(measure: Measure) -> str:
    """The measure in words."""
    return {
        Measure.HOURS: _("Hours spent"),
        Measure.PROMISED: _("Hours promised"),
        Measure.EATEN: _("Customers' hours it took"),
        Measure.PAID: _("Kroner paid"),
        Measure.RECEIVED: _("Kroner received"),
        Measure.AN_HOUR: _("Kroner for each hour"),
        Measure.ATTENDED: _("Meetings attended"),
        Measure.DECISIONS: _("Decisions"),
        Measure.TASKS: _("Tasks I finished"),
        Measure.GIVEN: _("Referrals I gave"),
        Measure.WON: _("Referrals that became orders"),
        Measure.WON_VALUE: _("Value of those orders"),
        Measure.LEARNED: _("What I learned"),
        Measure.MET: _("People met for the first time"),
        Measure.ONE_TO_ONES: _("One-to-ones"),
    }[measure]


def in_words(measure: Measure, value: int | None) -> str:
    """The value as it is read: `41,5 t`, `1.250 kr.`, `3`; a dash for what cannot be told."""
    if value is None:
        return "–"
    unit = unit_of(measure)
    if unit is Unit.MINUTES:
        return formats.hours(round(value / 6) * 6) if abs(value) >= 60 else formats.hours(value)
    if unit is Unit.MONEY:
        return formats.kroner(round(value / 100))
    return formats.number(value)


def fact_in_words(fact: Fact) -> str:
    """The value, and what it is out of: `8 of 10`."""
    words = in_words(fact.measure, fact.value)
    if fact.out_of is None or fact.value is None:
        return words
    return _("{count} of {whole}").format(count=words, whole=formats.number(fact.out_of))
