"""The time spent in a year, by organisation, activity and month; the year begins where one likes.

A calendar year begins in January. An election year or an accounting year begins in another month,
and is written with both years it touches: 2026/27.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from boardkeeper.domain.hours import Activity
from boardkeeper.domain.organisations import OrganisationId

K = TypeVar("K")

MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportYear:
    """The twelve months from the first of a month, 1 to 12, of a calendar year."""

    number: int
    first_month: int = 1

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.number, self.first_month, 1)

    @property
    def last(self) -> date:
        """The last day, included."""
        return _months_after(self.first, MONTHS) - timedelta(days=1)

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month, in order."""
        return tuple(_months_after(self.first, count) for count in range(MONTHS))

    @property
    def label(self) -> str:
        """`2026`, or `2026/27` where it begins in another month than January."""
        if self.first_month == 1:
            return str(self.number)
        return f"{self.number}/{(self.number + 1) % 100:02}"

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


def year_of(day: date, first_month: int = 1) -> ReportYear:
    """The year the day lies in, of those that begin in that month."""
    number = day.year if day.month >= first_month else day.year - 1
    return ReportYear(number=number, first_month=first_month)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSpent:
    """What adds up: one organisation's entries of one activity in a month, from its first day."""

    organisation_id: OrganisationId
    activity: Activity
    month: date
    entries: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursReport:
    """A year of time spent; every sum is of the same parts, so all of them agree."""

    year: ReportYear
    parts: tuple[MonthSpent, ...] = field(default=())

    @property
    def minutes(self) -> int:
        return sum(part.minutes for part in self.parts)

    @property
    def entries(self) -> int:
        return sum(part.entries for part in self.parts)

    def by_organisation(self) -> dict[OrganisationId, int]:
        """Minutes of each organisation, the most first."""
        sums = self._by(lambda part: part.organisation_id)
        return dict(sorted(sums.items(), key=lambda item: (-item[1], item[0])))

    def by_activity(self) -> dict[Activity, int]:
        """Minutes of each activity there are any of, in the order activities are told."""
        sums = self._by(lambda part: part.activity)
        return {each: sums[each] for each in Activity if each in sums}

    def by_month(self) -> dict[date, int]:
        """Minutes of each of the twelve months."""
        sums = self._by(lambda part: part.month)
        return {month: sums.get(month, 0) for month in self.year.months}

    def months_of_organisation(self, organisation_id: OrganisationId) -> tuple[int, ...]:
        """The organisation's minutes, month by month."""
        return self._months(part for part in self.parts if part.organisation_id == organisation_id)

    def months_of_activity(self, activity: Activity) -> tuple[int, ...]:
        """The activity's minutes, month by month."""
        return self._months(part for part in self.parts if part.activity is activity)

    def _by(self, key: Callable[[MonthSpent], K]) -> dict[K, int]:
        sums: dict[K, int] = defaultdict(int)
        for part in self.parts:
            sums[key(part)] += part.minutes
        return dict(sums)

    def _months(self, parts: Iterable[MonthSpent]) -> tuple[int, ...]:
        sums: dict[date, int] = defaultdict(int)
        for part in parts:
            sums[part.month] += part.minutes
        return tuple(sums[month] for month in self.year.months)


def report_of(year: ReportYear, parts: Iterable[MonthSpent]) -> HoursReport:
    """The report of those parts that lie in the year."""
    return HoursReport(year=year, parts=tuple(part for part in parts if year.covers(part.month)))


def years_between(first: date, last: date, first_month: int = 1) -> list[ReportYear]:
    """The years that begin in that month and hold the days from the first to the last."""
    start, end = year_of(first, first_month).number, year_of(last, first_month).number
    return [ReportYear(number=each, first_month=first_month) for each in range(start, end + 1)]


def _months_after(first: date, count: int) -> date:
    years, month = divmod(first.month - 1 + count, 12)
    return date(first.year + years, month + 1, 1)
