"""Finds evenings on which one more meeting has room, and says of the others why it has not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from boardkeeper import formats
from boardkeeper.domain.clashes import (
    Limits,
    Naming,
    TravelMinutes,
    days_of,
    evenings_of,
    is_online,
    monday_of,
)
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _, ngettext

Closed = Callable[[date], str | None]
"""Why nobody meets on a day, as the name of a public holiday; None on an ordinary day."""

LONGEST_SEARCH = 366
"""Days one search reaches at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningWish:
    """What is looked for.

    Attributes:
        first: The first day.
        last: The last day, included.
        weekdays: The weekdays that will do, Monday being 0.
        earliest: When the meeting can begin.
        latest: When it has to be over.
        minutes: How long it is.
        travel_minutes: How long the way to it takes, one way.
    """

    first: date
    last: date
    weekdays: frozenset[int] = frozenset(range(4))
    earliest: time = time(19)
    latest: time = time(22)
    minutes: int = 120
    travel_minutes: int = 0

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise InvalidField("last", _("The last day lies before the first day."))
        if not (self.last - self.first).days < LONGEST_SEARCH:
            raise InvalidField("last", _("A search reaches over a year at most."))
        if not bool(self.weekdays):
            raise InvalidField("weekdays", _("Choose at least one weekday."))
        if self.minutes <= 0:
            raise InvalidField("minutes", _("A meeting lasts at least a minute."))
        room = datetime.combine(self.first, self.latest) - datetime.combine(
            self.first, self.earliest
        )
        if timedelta(minutes=self.minutes) > room:
            raise InvalidField(
                "minutes", _("The meeting is longer than the time of day leaves room for.")
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """An evening that was looked at: free from a wall time on, or not, and why not."""

    on: date
    free_from: datetime | None = None
    why_not: str = ""

    @property
    def is_free(self) -> bool:
        return self.free_from is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the search has to respect, besides the meetings there are."""

    limits: Limits
    travel: TravelMinutes
    is_closed: Closed
    name: Naming


def evenings_for(
    wish: EveningWish, meetings: Iterable[Meeting], around: Surroundings
) -> list[Evening]:
    """Every evening of the wish, in order, free or not.

    Give all meetings of the weeks the wish touches. An evening with a meeting is taken, however
    short the meeting is: nobody goes out twice.
    """
    by_day: dict[date, list[Meeting]] = defaultdict(list)
    taken: dict[date, set[date]] = defaultdict(set)
    for meeting in meetings:
        if meeting.state is not MeetingState.CANCELLED:
            for day in days_of(meeting):
                by_day[day].append(meeting)
            for day in evenings_of(meeting):
                taken[monday_of(day)].add(day)
    days = (wish.first + timedelta(days=n) for n in range((wish.last - wish.first).days + 1))
    return [
        _evening(wish, day, by_day.get(day, ()), len(taken.get(monday_of(day), ())), around)
        for day in days
        if day.weekday() in wish.weekdays
    ]


def _evening(
    wish: EveningWish, day: date, there: Sequence[Meeting], taken: int, around: Surroundings
) -> Evening:
    closed = around.is_closed(day)
    if closed:
        return Evening(on=day, why_not=closed)
    for meeting in there:
        if day in evenings_of(meeting):
            return Evening(on=day, why_not=_meeting_in_words(meeting, day, around.name))
    if taken >= around.limits.evenings_a_week:
        return Evening(on=day, why_not=_week_in_words(day, taken))
    busy = sum(each.minutes for each in there)
    if busy + wish.minutes > 60 * around.limits.hours_a_day:
        message = _("{duration} of meetings that day already")
        return Evening(on=day, why_not=message.format(duration=formats.duration(busy)))
    return _after_the_day(wish, day, there, around)


def _after_the_day(
    wish: EveningWish, day: date, there: Sequence[Meeting], around: Surroundings
) -> Evening:
    """Free as soon as one has come from the meetings earlier that day."""
    begins = datetime.combine(day, wish.earliest)
    latest = datetime.combine(day, wish.latest) - timedelta(minutes=wish.minutes)
    for meeting in there:
        arrived = meeting.ends_at + timedelta(minutes=_way(meeting, wish, around.travel))
        if arrived > latest:
            message = _("Too late after {meeting}, the way counted")
            return Evening(on=day, why_not=message.format(meeting=around.name(meeting)))
        begins = max(begins, arrived)
    return Evening(on=day, free_from=begins)


def _way(meeting: Meeting, wish: EveningWish, travel: TravelMinutes) -> int:
    if is_online(meeting):
        return wish.travel_minutes
    return travel(meeting.organisation_id) + wish.travel_minutes


def _meeting_in_words(meeting: Meeting, day: date, name: Naming) -> str:
    if meeting.day != day:
        return name(meeting)
    return _("{meeting}, {time}").format(
        meeting=name(meeting), time=formats.time_range(meeting.starts_at, meeting.ends_at)
    )


def _week_in_words(day: date, taken: int) -> str:
    message = ngettext(
        "{week} has {count} evening with a meeting already",
        "{week} has {count} evenings with meetings already",
        taken,
    )
    week = formats.week(day)
    return message.format(week=week[:1].upper() + week[1:], count=taken)
