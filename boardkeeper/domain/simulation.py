"""What the coming year would be like with one seat more, or with one seat less.

A week breaks when it is red with the seat and would not be without it. Everything is reckoned from
the lines of the forecast and takes time in proportion to them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from boardkeeper.domain.clashes import Finding, FindingKind, TravelMinutes, days_of, findings_of
from boardkeeper.domain.forecast import Forecast, Line
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.red_weeks import Room, weeks_of
from boardkeeper.domain.weeks import RedKind, RedReason, Week

_CLASHES = (FindingKind.OVERLAP, FindingKind.TRAVEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekChange:
    """A week as it is, and as it would be."""

    before: Week
    after: Week

    @property
    def monday(self) -> date:
        return self.before.monday

    @property
    def minutes(self) -> int:
        """Minutes it would take more; below zero where it would take less."""
        return self.after.minutes - self.before.minutes

    @property
    def is_broken(self) -> bool:
        """Red only because of the seat."""
        return self.after.is_red and not self.before.is_red

    @property
    def is_mended(self) -> bool:
        """Red only because of the seat that is left."""
        return self.before.is_red and not self.after.is_red

    @property
    def is_worse(self) -> bool:
        """Red already, and with more in it."""
        return self.before.is_red and self.after.is_red and self.minutes > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBoard:
    """A board one sits in: what could be given up instead of saying no."""

    membership: Membership
    organisation: Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """A board given up for the seat: its minutes in those twelve months, and what that mends.

    `mends` are the Mondays of the weeks that would not break then.
    """

    board: HeldBoard
    minutes: int
    mends: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """Twelve months with a seat more, or less. Both days are included.

    Attributes:
        name: The board the seat is on.
        first: The first day looked at.
        last: The last.
        is_leaving: Whether the seat is one that is left.
        lines: The work the seat brings, or that leaving it takes away, by day.
        weeks: Every week of the twelve months, as it is and as it would be.
        clashes: Where its meetings get in the way of those known already.
        instead: My boards, the most hours first; none for a seat that is left.
        fee: What the seat pays a year, in øre.
        dues: What it costs a year, in øre.
        promised: Minutes a year promised to the seat that is left.
    """

    name: str
    first: date
    last: date
    is_leaving: bool = False
    lines: tuple[Line, ...]
    weeks: tuple[WeekChange, ...]
    clashes: tuple[Finding, ...] = ()
    instead: tuple[Instead, ...] = ()
    fee: int = 0
    dues: int = 0
    promised: int | None = None

    @property
    def broken(self) -> tuple[WeekChange, ...]:
        """The weeks that are red only because of the seat."""
        return tuple(each for each in self.weeks if each.is_broken)

    @property
    def mended(self) -> tuple[WeekChange, ...]:
        return tuple(each for each in self.weeks if each.is_mended)

    @property
    def worse(self) -> tuple[WeekChange, ...]:
        return tuple(each for each in self.weeks if each.is_worse)

    @property
    def has_ceiling(self) -> bool:
        """Whether any week has a ceiling; without one nothing can break."""
        return any(each.after.ceiling is not None for each in self.weeks)

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The seat's meetings, the earliest first."""
        return _meetings(self.lines)

    @property
    def evenings(self) -> int:
        """Evenings on which it meets."""
        return len({day for line in self.lines for day in line.evenings})

    @property
    def minutes(self) -> int:
        """Minutes a year."""
        return sum(line.minutes for line in self.lines)

    @property
    def by_activity(self) -> dict[Activity, int]:
        """Minutes a year, in the order activities are told."""
        return Forecast(first=self.first, last=self.last, lines=self.lines).by_activity()

    @property
    def money(self) -> int:
        """What it pays a year when its dues are paid, in øre."""
        return self.fee - self.dues

    @property
    def money_an_hour(self) -> int | None:
        """The same for each hour, in whole øre; None where there is neither money nor time."""
        if not self.minutes or not (self.fee or self.dues):
            return None
        return round(self.money * 60 / self.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The twelve months as they are: what every question about them begins with.

    Attributes:
        first: The first day looked at.
        last: The last, included.
        lines: What is forecast for their weeks, and for the week before: its last meeting may reach
            into the first.
        room: How much time there is.
        weeks: The weeks as they are.
    """

    first: date
    last: date
    lines: tuple[Line, ...]
    room: Room
    weeks: tuple[Week, ...]

    @classmethod
    def of(cls, first: date, last: date, lines: Iterable[Line], room: Room) -> Known:
        """The months with their weeks held against the ceiling."""
        known = tuple(lines)
        weeks = tuple(weeks_of(known, first, last, room))
        return cls(first=first, last=last, lines=known, room=room, weeks=weeks)

    @property
    def forecast(self) -> Forecast:
        """The twelve months alone."""
        within = Forecast(first=self.first, last=self.last, lines=self.lines)
        return within.within(self.first, self.last)

    def with_lines(self, brought: Iterable[Line]) -> list[WeekChange]:
        """The weeks with the lines a seat brings."""
        return self._changes((*self.lines, *brought))

    def without(self, organisation_id: OrganisationId) -> list[WeekChange]:
        """The weeks without the lines of one board."""
        return self._changes(line for line in self.lines if line.organisation_id != organisation_id)

    def _changes(self, lines: Iterable[Line]) -> list[WeekChange]:
        would_be = weeks_of(lines, self.first, self.last, self.room)
        return [
            WeekChange(before=before, after=after)
            for before, after in zip(self.weeks, would_be, strict=True)
        ]


def clashes_of(
    known: Iterable[Line], brought: Iterable[Line], travel: TravelMinutes
) -> list[Finding]:
    """Where a seat's meetings overlap those known, or leave too little time for the way."""
    new = _meetings(brought)
    wanted = {each.id for each in new}
    days = {
        day + timedelta(days=away)
        for meeting in new
        for day in days_of(meeting)
        for away in (-1, 0, 1)
    }
    near = [each for each in _meetings(known) if each.day in days]
    found = findings_of([*near, *new], travel)
    return [
        each
        for each in found
        if each.kind in _CLASHES and any(meeting.id in wanted for meeting in each.meetings)
    ]


def given_up_instead(
    known: Known, broken: Iterable[WeekChange], boards: Iterable[HeldBoard]
) -> list[Instead]:
    """My boards, the most hours first, each with the broken weeks that giving it up would mend."""
    minutes = known.forecast.by_organisation()
    mends: dict[OrganisationId, list[date]] = defaultdict(list)
    for change in broken:
        for organisation_id in _mending(change.after, known.room):
            mends[organisation_id].append(change.monday)
    found = {
        each.organisation.id: Instead(
            board=each,
            minutes=minutes.get(each.organisation.id, 0),
            mends=tuple(mends.get(each.organisation.id, ())),
        )
        for each in boards
    }
    return sorted(found.values(), key=lambda each: (-each.minutes, each.board.organisation.id))


def _mending(week: Week, room: Room) -> list[OrganisationId]:
    """The boards without which the week would not be red."""
    theirs = week.by_organisation
    return [
        each
        for each in theirs
        if all(_goes_without(reason, week, each, theirs, room) for reason in week.reasons)
    ]


def _goes_without(
    reason: RedReason,
    week: Week,
    organisation_id: OrganisationId,
    minutes: Mapping[OrganisationId, int],
    room: Room,
) -> bool:
    """Whether the reason would be none without the board's lines."""
    if reason.kind is RedKind.HOURS:
        return reason.amount - minutes[organisation_id] <= reason.limit
    others = [line for line in reason.lines if line.organisation_id != organisation_id]
    if reason.kind is RedKind.EVENINGS:
        days = Counter(day for line in others for day in line.evenings)
        return sum(week.monday <= day <= week.sunday for day in days) <= reason.limit
    if len(others) == len(reason.lines):
        return False
    (alone,) = weeks_of(others, week.monday, week.sunday, room)
    return not alone.customer_minutes_eaten


def _meetings(lines: Iterable[Line]) -> tuple[Meeting, ...]:
    found = {line.meeting.id: line.meeting for line in lines if line.meeting and line.is_meeting}
    return tuple(sorted(found.values(), key=attrgetter("starts_at", "id")))
