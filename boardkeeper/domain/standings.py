"""Promised, spent and still to come, membership by membership, for a year.

A promise counts for the days of the year on which it is in force and a term covers: so many of the
year's 365 or 366 days of its minutes a year, the year being the one asked about, whichever month it
begins in. A promise in force all year is thus promised to the minute; parts are added up exactly
and rounded once a membership and year, half a minute up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from boardkeeper.domain.hours_report import ReportYear, year_of
from boardkeeper.domain.memberships import Membership, MembershipId, Term
from boardkeeper.domain.my_seats import MySeats
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.promises import Promise
from boardkeeper.formats import sort_key

DayMinutes = tuple[OrganisationId, date, int]
"""Minutes of an organisation on a day; or from it on, up to the next of the `stretches`."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a membership stands in a year, in minutes.

    Attributes:
        membership: Whose it is.
        organisation: Where it is.
        year: The year.
        promised: What the promises come to, by day.
        is_promised: Whether any promise counts in the year; a promise of 0 hours is one.
        spent: What was written down.
        to_come: What is forecast from today to the year's end, less what is already spent on it.
        carried_over: What was spent beyond the promises of the years before, from the day of the
            first promise on; below zero where less was. Days before the year that are still ahead
            count with what is forecast for them.
    """

    membership: Membership
    organisation: Organisation
    year: ReportYear
    promised: int = 0
    is_promised: bool = False
    spent: int = 0
    to_come: int = 0
    carried_over: int = 0

    @property
    def expected(self) -> int:
        """What the year comes to: spent, and still to come."""
        return self.spent + self.to_come

    @property
    def balance(self) -> int:
        """What the year is expected to hand on to the next: minutes beyond the promises."""
        return self.carried_over + self.expected - self.promised


@dataclass(slots=True)
class _Sums:
    """What adds up for a membership, in minutes."""

    spent: int = 0
    to_come: int = 0
    before: int = 0
    """Spent and to come from the first promise to the eve of the year."""


def stretches(
    year: ReportYear, seats: MySeats, promises: Iterable[Promise]
) -> list[tuple[date, date]]:
    """Stretches of days within which it does not matter on which of them time was spent.

    From the first promise, or the year's first day if that is earlier, to the year's last day.
    """
    first: dict[MembershipId, date] = {}
    for promise in promises:
        known = first.get(promise.membership_id, promise.starts_on)
        first[promise.membership_id] = min(known, promise.starts_on)
    earliest = min([year.first, *first.values()])
    days = {year.first, *first.values(), *seats.handovers()}
    begin = sorted({earliest, *(each for each in days if earliest <= each <= year.last)})
    end = [*(each - _DAY for each in begin[1:]), year.last]
    return list(zip(begin, end, strict=True))


def standings_of(
    year: ReportYear,
    seats: MySeats,
    organisations: Mapping[OrganisationId, Organisation],
    promises: Iterable[Promise],
    *,
    spent: Iterable[DayMinutes],
    to_come: Iterable[DayMinutes],
) -> list[Standing]:
    """The memberships held in the year, or with minutes in it or carried into it.

    By organisation, those of one in the order they began. Time on a day belongs to the membership
    that holds on it, so that no minute counts twice and none is lost. `spent` and `to_come` reach
    from the first promise, or the year's first day if that is earlier, to the year's last day.
    """
    made: dict[MembershipId, list[Promise]] = defaultdict(list)
    for promise in promises:
        made[promise.membership_id].append(promise)
    since = {each: min(some.starts_on for some in mine) for each, mine in made.items()}
    sums: dict[MembershipId, _Sums] = defaultdict(_Sums)
    for rows, is_ahead in ((spent, False), (to_come, True)):
        for organisation_id, on, minutes in rows:
            holder = seats.holder(organisation_id, on)
            if holder is None:
                continue
            if on < year.first:
                sums[holder].before += minutes if on >= since.get(holder, year.first) else 0
            elif is_ahead:
                sums[holder].to_come += minutes
            else:
                sums[holder].spent += minutes
    standings = []
    for membership in seats.memberships:
        terms, mine, own = seats.terms_of(membership), made[membership.id], sums[membership.id]
        standing = Standing(
            membership=membership,
            organisation=organisations[membership.organisation_id],
            year=year,
            promised=promised_in(year, mine, terms),
            is_promised=is_promised_in(year, mine, terms),
            spent=own.spent,
            to_come=own.to_come,
            carried_over=own.before - promised_before(year, mine, terms),
        )
        is_held = _days_covered(terms, year.first, year.last) > 0
        if is_held or standing.expected or standing.carried_over:
            standings.append(standing)
    return sorted(standings, key=lambda each: sort_key(each.organisation.name))


def promised_in(year: ReportYear, promises: Iterable[Promise], terms: Sequence[Term]) -> int:
    """Minutes promised in the year, by the days promises are in force and terms cover."""
    days = (year.last - year.first).days + 1
    exact = sum(
        promise.minutes_a_year * _days_covered(terms, first, last)
        for promise, first, last in _in_force(promises, year.first, year.last)
    )
    return (2 * exact + days) // (2 * days)


def is_promised_in(year: ReportYear, promises: Iterable[Promise], terms: Sequence[Term]) -> bool:
    """Whether a promise counts on any day of the year."""
    return any(
        _days_covered(terms, first, last)
        for _promise, first, last in _in_force(promises, year.first, year.last)
    )


def promised_before(year: ReportYear, promises: Sequence[Promise], terms: Sequence[Term]) -> int:
    """Minutes promised in all the years before, each rounded by itself."""
    begun = [each.starts_on for each in promises if each.starts_on < year.first]
    if not begun:
        return 0
    earliest = year_of(min(begun), year.first_month).number
    return sum(
        promised_in(ReportYear(number=number, first_month=year.first_month), promises, terms)
        for number in range(earliest, year.number)
    )


def _in_force(
    promises: Iterable[Promise], first: date, last: date
) -> list[tuple[Promise, date, date]]:
    """The promises with the days each is in force, both included, as far as the span reaches."""
    # Of two that begin on one day the last by its id counts, as `promise_on` has it.
    in_time = sorted(promises, key=lambda each: (each.starts_on, each.id))
    ends = [each.starts_on - _DAY for each in in_time[1:]] + [last]
    return [
        (each, max(first, each.starts_on), min(last, end))
        for each, end in zip(in_time, ends, strict=False)
    ]


def _days_covered(terms: Sequence[Term], first: date, last: date) -> int:
    """How many days of the span a term covers; all of them where no term is known."""
    if not terms:
        return max(0, (last - first).days + 1)
    covered = 0
    for term in sorted(terms, key=lambda each: each.starts_on):
        start, end = max(first, term.starts_on), min(last, term.ends_on or last)
        if start <= end:
            covered += (end - start).days + 1
            first = end + _DAY
    return covered
