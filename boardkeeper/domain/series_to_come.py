"""The meetings a series is still to plan, beyond those that are in the calendar already."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.series import ClosedDays, Series
from boardkeeper.domain.series_change import meeting_of
from boardkeeper.domain.series_plan import MOST_WEEKS_ON, planned_days

_DAY = timedelta(days=1)
_AT_ONCE = timedelta(days=365)
"""Days of a rule looked at together: a rule that gives every day keeps below what one may give."""
_MOVED = timedelta(weeks=MOST_WEEKS_ON)
"""How far before a day the day of the rule may lie whose meeting was moved to it."""


def unplanned_from(series: Series, today: date) -> date:
    """The first day that is not planned yet.

    Days up to there have their meetings, or were taken away by a person.
    """
    if series.planned_until is None:
        return today
    return max(today, series.planned_until + _DAY)


def meetings_to_come(
    series: Series,
    closed: Iterable[ClosedDays],
    met: Collection[date],
    first: date,
    last: date,
) -> Iterator[Meeting]:
    """The meetings the series would have on the days from `first` to `last`, both included.

    `first` is not before `unplanned_from`. `met` are the days of its rule that have a meeting
    already. Days somebody is to decide about give none. The meetings are not stored, and have ids
    nobody knows.
    """
    closed = list(closed)
    planned_until = series.planned_until or date.min
    while first <= last:
        until = min(last, first + _AT_ONCE)
        for planned in planned_days(series, closed, first - _MOVED, until):
            is_new = planned.rule_day > planned_until and planned.rule_day not in met
            if is_new and planned.day is not None and first <= planned.day <= until:
                yield meeting_of(series, planned, planned.day)
        first = until + _DAY
