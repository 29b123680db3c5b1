"""Customers' time: how much of a week's working hours the boards take, beyond what is free.

A week keeps some of its working hours for customers. What is left is free for boards; board time
inside the working hours beyond that is taken from the customers. The way to a meeting is the
minutes just before it begins and just after it ends; preparation has no time of day, and is thought
to be done outside the working hours. What two meetings share counts once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from operator import attrgetter

from boardkeeper.domain.ceilings import Ceiling
from boardkeeper.domain.clashes import monday_of
from boardkeeper.domain.forecast import Line, once
from boardkeeper.domain.hours import Activity

_DAY = timedelta(days=1)
_SATURDAY = 5
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of board time on one day, in wall time, and the line it is of."""

    starts_at: datetime
    ends_at: datetime
    line: Line

    @property
    def monday(self) -> date:
        """The week it lies in."""
        return monday_of(self.starts_at.date())


@dataclass(frozen=True, slots=True, kw_only=True)
class Eaten:
    """Minutes taken from a week's customers, and the lines inside its working hours."""

    minutes: int = 0
    lines: tuple[Line, ...] = ()


def stretches_of(
    lines: Iterable[Line], opens: time = time.min, closes: time = time.max
) -> Iterator[Stretch]:
    """The time of day of meetings and of the way to them, each weekday's part by itself.

    Those that lie wholly before or after the hours asked about may be left out.
    """
    for line in lines:
        for starts_at, ends_at in _moments(line):
            if starts_at.date() != ends_at.date():
                yield from _by_day(starts_at, ends_at, line)
            elif (
                starts_at.weekday() < _SATURDAY
                and starts_at.time() < closes
                and ends_at.time() > opens
            ):
                yield Stretch(starts_at=starts_at, ends_at=ends_at, line=line)


def eaten(stretches: Iterable[Stretch], ceiling: Ceiling, working_days: Collection[date]) -> Eaten:
    """What the board time of a week takes from its customers."""
    promised = ceiling.customer_minutes_a_week
    inside = [
        clipped
        for each in stretches
        if each.starts_at.date() in working_days and (clipped := _clipped(each, ceiling))
    ]
    free = max(0, len(working_days) * ceiling.working_minutes_a_day - promised)
    taken = max(0, _minutes(inside) - free)
    if not promised or not taken:
        return Eaten()
    return Eaten(minutes=taken, lines=once(each.line for each in inside))


def _moments(line: Line) -> Iterator[tuple[datetime, datetime]]:
    """When the line begins and ends, twice for a way out and home."""
    if line.meeting is None:
        return
    starts_at, ends_at = line.meeting.starts_at, line.meeting.ends_at
    if line.activity is Activity.MEETING:
        yield starts_at, ends_at
    elif line.activity is Activity.TRAVEL:
        if line.minutes_before:
            yield starts_at - line.minutes_before * _MINUTE, starts_at
        if line.minutes > line.minutes_before:
            yield ends_at, ends_at + (line.minutes - line.minutes_before) * _MINUTE


def _by_day(starts_at: datetime, ends_at: datetime, line: Line) -> Iterator[Stretch]:
    while starts_at < ends_at:
        midnight = datetime.combine(starts_at.date() + _DAY, datetime.min.time())
        if starts_at.weekday() < _SATURDAY:
            yield Stretch(starts_at=starts_at, ends_at=min(ends_at, midnight), line=line)
        starts_at = midnight


def _clipped(stretch: Stretch, ceiling: Ceiling) -> Stretch | None:
    """The part inside the working hours; None where there is none."""
    day = stretch.starts_at.date()
    starts_at = max(stretch.starts_at, datetime.combine(day, ceiling.work_starts))
    ends_at = min(stretch.ends_at, datetime.combine(day, ceiling.work_ends))
    if starts_at >= ends_at:
        return None
    return Stretch(starts_at=starts_at, ends_at=ends_at, line=stretch.line)


def _minutes(stretches: list[Stretch]) -> int:
    """Minutes in which there is at least one of them."""
    passed = timedelta()
    until: datetime | None = None
    for each in sorted(stretches, key=attrgetter("starts_at", "ends_at")):
        start = each.starts_at if until is None else max(each.starts_at, until)
        passed += max(timedelta(), each.ends_at - start)
        until = each.ends_at if until is None else max(until, each.ends_at)
    return passed // _MINUTE
