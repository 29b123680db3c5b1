"""Where meetings get in each other's way, whichever organisations they belong to.

Four things are looked for: meetings at the same time, too little time for the way from one to the
next, too many evenings in a week and too many hours in a day. Cancelled meetings disturb nobody.
Times are compared in UTC; what a day or an evening is, the clock at the meeting's place says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from operator import attrgetter

from boardkeeper import formats
from boardkeeper.domain.checks import zone
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.i18n import _, ngettext

EVENING = time(17)
"""When the evening begins, by the clock at the meeting's place. It ends at midnight."""

TravelMinutes = Callable[[OrganisationId], int]
"""Minutes one way between home and where the organisation meets; 0 where it asks for none."""

Naming = Callable[[Meeting], str]
"""What a meeting is called in a sentence among those of other organisations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a person takes on.

    Attributes:
        evenings_a_week: Evenings with meetings in one ISO week. Two, as the founding essay has it.
        hours_a_day: Hours in meetings on one day, travel apart. Eight, an ordinary working day.
    """

    evenings_a_week: int = 2
    hours_a_day: int = 8


class FindingKind(StrEnum):
    """What is wrong, the most pressing first."""

    OVERLAP = "overlap"
    TRAVEL = "travel"
    HOURS = "hours"
    EVENINGS = "evenings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that does not go together, and the meetings behind it, the earliest first.

    Attributes:
        kind: What is wrong.
        on: The day; the Monday of the week for too many evenings.
        meetings: The rows behind the finding.
        amount: Minutes that overlap, minutes between two meetings, evenings in the week, or
            minutes in meetings that day.
        limit: Minutes the way takes, evenings or minutes that are enough; 0 for an overlap.
    """

    kind: FindingKind
    on: date
    meetings: tuple[Meeting, ...]
    amount: int
    limit: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Timed:
    """A meeting between two moments in seconds of UTC."""

    start: float
    end: float
    meeting: Meeting


def findings_of(
    meetings: Iterable[Meeting], travel: TravelMinutes, limits: Limits | None = None
) -> list[Finding]:
    """Everything that does not go together, by day.

    Give all meetings of the weeks that are looked at: a week of which only a part is given is
    counted by that part. Takes time in proportion to n log n.
    """
    kept = limits or Limits()
    timed = sorted(
        (_timed(each) for each in meetings if each.state is not MeetingState.CANCELLED),
        key=attrgetter("start", "end"),
    )
    found = [
        *_at_the_same_time(timed, travel),
        *_too_many_hours(timed, kept.hours_a_day),
        *_too_many_evenings(timed, kept.evenings_a_week),
    ]
    order = list(FindingKind)
    return sorted(found, key=lambda each: (each.on, order.index(each.kind)))


def way_between(earlier: Meeting, later: Meeting, travel: TravelMinutes) -> int:
    """Minutes the way takes from one meeting to the next, by way of home.

    None where one of them is online, or where both are in the same place.
    """
    if is_online(earlier) or is_online(later) or is_same_place(earlier, later):
        return 0
    return travel(earlier.organisation_id) + travel(later.organisation_id)


def is_same_place(one: Meeting, other: Meeting) -> bool:
    """Whether the place is written the same, or is left out by the same organisation."""
    return _place(one) == _place(other)


def is_online(meeting: Meeting) -> bool:
    """Held by link alone, or in a place that is called online, so that nobody travels."""
    place = meeting.place.strip().casefold()
    return place == "online" or (bool(meeting.link.strip()) and not place)


def evenings_of(meeting: Meeting) -> list[date]:
    """The days on whose evening the meeting lies."""
    return [day for day in days_of(meeting) if meeting.ends_at > datetime.combine(day, EVENING)]


def days_of(meeting: Meeting) -> list[date]:
    """The days on which the meeting lies; one that ends at midnight does not reach the next."""
    first = meeting.starts_at.date()
    last = (meeting.ends_at - timedelta(microseconds=1)).date()
    if last <= first:
        return [first]
    return [first + timedelta(days=after) for after in range((last - first).days + 1)]


def monday_of(day: date) -> date:
    """The first day of the day's ISO week."""
    return day - timedelta(days=day.weekday())


def sentence_of(finding: Finding, name: Naming) -> str:
    """The finding as one reads it."""
    match finding.kind:
        case FindingKind.OVERLAP:
            return _overlap_in_words(finding, name)
        case FindingKind.TRAVEL:
            return _travel_in_words(finding, name)
        case FindingKind.HOURS:
            message = _("{duration} of meetings on {day}. Your limit is {limit}.")
            return message.format(
                duration=formats.duration(finding.amount),
                day=formats.day(finding.on),
                limit=formats.duration(finding.limit),
            )
        case FindingKind.EVENINGS:
            message = ngettext(
                "{count} evening with a meeting in {week}. Your limit is {limit}.",
                "{count} evenings with meetings in {week}. Your limit is {limit}.",
                finding.amount,
            )
            return message.format(
                count=finding.amount, week=formats.week(finding.on), limit=finding.limit
            )


def _overlap_in_words(finding: Finding, name: Naming) -> str:
    if len(finding.meetings) == 2:
        earlier, later = finding.meetings
        message = _("{earlier} and {later} overlap by {duration} on {day}.")
        return message.format(
            earlier=name(earlier),
            later=name(later),
            duration=formats.duration(finding.amount),
            day=formats.day(finding.on),
        )
    message = _("{count} meetings overlap on {day}: {names}.")
    names = _listed([name(each) for each in finding.meetings])
    return message.format(count=len(finding.meetings), day=formats.day(finding.on), names=names)


def _travel_in_words(finding: Finding, name: Naming) -> str:
    earlier, later = finding.meetings
    message = _("There are {gap} between {earlier} and {later} on {day}, and the way takes {way}.")
    return message.format(
        gap=formats.duration(finding.amount),
        earlier=name(earlier),
        later=name(later),
        day=formats.day(finding.on),
        way=formats.duration(finding.limit),
    )


def _place(meeting: Meeting) -> str:
    return meeting.place.strip().casefold() or meeting.organisation_id


def _listed(names: Sequence[str]) -> str:
    """A few names in a sentence; many are counted instead."""
    if len(names) > 5:
        message = _("{names} and {count} more")
        return message.format(names=", ".join(names[:4]), count=len(names) - 4)
    message = _("{names} and {last}")
    return message.format(names=", ".join(names[:-1]), last=names[-1])


def _timed(meeting: Meeting) -> _Timed:
    place = zone(meeting.zone)
    return _Timed(
        start=meeting.starts_at.replace(tzinfo=place).timestamp(),
        end=meeting.ends_at.replace(tzinfo=place).timestamp(),
        meeting=meeting,
    )


def _runs(timed: Iterable[_Timed]) -> Iterator[list[_Timed]]:
    """Meetings that overlap, directly or through one another, in one run; most runs are of one."""
    run: list[_Timed] = []
    until = float("-inf")
    for each in timed:
        if run and each.start >= until:
            yield run
            run = []
        run.append(each)
        until = max(until, each.end) if len(run) > 1 else each.end
    if run:
        yield run


def _at_the_same_time(timed: Sequence[_Timed], travel: TravelMinutes) -> Iterator[Finding]:
    """Overlaps, and ways too short between one run of meetings and the next."""
    before: _Timed | None = None
    for run in _runs(timed):
        first = run[0]
        if before is not None:
            between = round((first.start - before.end) / 60)
            way = way_between(before.meeting, first.meeting, travel)
            if between < way:
                yield Finding(
                    kind=FindingKind.TRAVEL,
                    on=first.meeting.day,
                    meetings=(before.meeting, first.meeting),
                    amount=between,
                    limit=way,
                )
        if len(run) > 1:
            yield Finding(
                kind=FindingKind.OVERLAP,
                on=first.meeting.day,
                meetings=tuple(each.meeting for each in run),
                amount=_overlapping_minutes(run),
            )
        before = max(run, key=attrgetter("end"))


def _overlapping_minutes(run: Sequence[_Timed]) -> int:
    """Minutes of the run in which there is more than one meeting."""
    seconds = 0.0
    once = twice = float("-inf")  # how far the meetings so far reach once, and twice
    for each in run:
        doubled = min(each.end, once)
        seconds += max(0.0, doubled - max(each.start, twice))
        twice = max(twice, doubled)
        once = max(once, each.end)
    return round(seconds / 60)


def _too_many_hours(timed: Iterable[_Timed], limit: int) -> Iterator[Finding]:
    """Hours that pass in meetings; what two of them share counts once."""
    meetings: dict[date, list[Meeting]] = defaultdict(list)
    seconds: dict[date, float] = defaultdict(float)
    until: dict[date, float] = {}
    for each in timed:
        for day, start, end in _by_day(each):
            meetings[day].append(each.meeting)
            covered = until.get(day, start)
            seconds[day] += max(0.0, end - max(start, covered))
            until[day] = max(end, covered)
    for day, passed in seconds.items():
        if passed > limit * 3600:
            yield Finding(
                kind=FindingKind.HOURS,
                on=day,
                meetings=tuple(meetings[day]),
                amount=round(passed / 60),
                limit=limit * 60,
            )


def _by_day(timed: _Timed) -> Iterator[tuple[date, float, float]]:
    """The parts of a meeting by day, between moments in seconds of UTC."""
    days = days_of(timed.meeting)
    if len(days) == 1:
        yield days[0], timed.start, timed.end
        return
    place = zone(timed.meeting.zone)
    midnights = [datetime.combine(day, time(), place).timestamp() for day in days[1:]]
    edges = [timed.start, *midnights, timed.end]
    yield from zip(days, edges[:-1], edges[1:], strict=True)


def _too_many_evenings(timed: Iterable[_Timed], limit: int) -> Iterator[Finding]:
    weeks: dict[date, dict[date, list[Meeting]]] = defaultdict(lambda: defaultdict(list))
    for each in timed:
        for day in evenings_of(each.meeting):
            weeks[monday_of(day)][day].append(each.meeting)
    for monday, evenings in weeks.items():
        if len(evenings) > limit:
            behind = dict.fromkeys(each for day in sorted(evenings) for each in evenings[day])
            yield Finding(
                kind=FindingKind.EVENINGS,
                on=monday,
                meetings=tuple(behind),
                amount=len(evenings),
                limit=limit,
            )
