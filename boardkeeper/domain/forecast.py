"""What the meetings known and the series to come will take: a line for each piece of work.

A line is a meeting, or the preparation, travel or follow-up it brings, or a task. Whatever a
meeting brings counts on the day it begins, so that a meeting is never split between two weeks or
two years. Times are wall times at the meeting's place; minutes are those that really pass.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeVar

from boardkeeper.domain.clashes import evenings_of, monday_of
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import Meeting, MeetingId, title_of
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.tasks import Task

K = TypeVar("K")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """So many minutes of one activity on a day, and what they are for.

    Attributes:
        on: The day the meeting begins, or the task is due.
        organisation_id: Whose work it is.
        activity: What the time goes to; a task is follow-up.
        minutes: At least one.
        meeting: The meeting behind it; one that a series is still to plan is there too, but is
            not stored.
        task: The task behind it, where it is no meeting.
        is_stored: Whether the meeting is in the calendar already.
        minutes_before: Of travel, the minutes before the meeting begins; the rest come after it.
    """

    on: date
    organisation_id: OrganisationId
    activity: Activity
    minutes: int
    meeting: Meeting | None = None
    task: Task | None = None
    is_stored: bool = True
    minutes_before: int = 0

    @property
    def meeting_id(self) -> MeetingId | None:
        """The meeting that can be opened; None where there is none yet, or none at all."""
        return self.meeting.id if self.meeting is not None and self.is_stored else None

    @property
    def is_meeting(self) -> bool:
        """Whether the line is the meeting itself, not what one does around it."""
        return self.activity is Activity.MEETING and self.meeting is not None

    @property
    def starts_at(self) -> datetime | None:
        """When the meeting begins, in wall time."""
        return self.meeting.starts_at if self.meeting is not None else None

    @property
    def ends_at(self) -> datetime | None:
        """When the meeting ends, in wall time."""
        return self.meeting.ends_at if self.meeting is not None else None

    @property
    def evenings(self) -> list[date]:
        """The days on whose evening the meeting itself lies; none for what surrounds it."""
        return evenings_of(self.meeting) if self.meeting is not None and self.is_meeting else []

    @property
    def is_evening(self) -> bool:
        return bool(self.evenings)

    @property
    def title(self) -> str:
        """The meeting's title, or the task's text, as one reads it."""
        if self.meeting is not None:
            return title_of(self.meeting)
        return " ".join(self.task.text.split()) if self.task is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The lines from the first day to the last, both included, by day.

    Every sum is of the same lines, so that all of them agree.
    """

    first: date
    last: date
    lines: tuple[Line, ...] = field(default=())

    @property
    def minutes(self) -> int:
        return sum(line.minutes for line in self.lines)

    def by_week(self) -> dict[date, int]:
        """Minutes of each week there are any in, by its Monday."""
        return dict(sorted(_sums(self.lines, lambda line: monday_of(line.on)).items()))

    def by_organisation(self) -> dict[OrganisationId, int]:
        """Minutes of each organisation, the most first."""
        sums = _sums(self.lines, lambda line: line.organisation_id)
        return dict(sorted(sums.items(), key=lambda item: (-item[1], item[0])))

    def by_activity(self) -> dict[Activity, int]:
        """Minutes of each activity there are any of, in the order activities are told."""
        sums = _sums(self.lines, lambda line: line.activity)
        return {each: sums[each] for each in Activity if each in sums}

    def of_organisation(self, organisation_id: OrganisationId) -> Forecast:
        """The lines of one organisation alone."""
        mine = tuple(each for each in self.lines if each.organisation_id == organisation_id)
        return Forecast(first=self.first, last=self.last, lines=mine)

    def within(self, first: date, last: date) -> Forecast:
        """The lines of some of its days, both included."""
        some = tuple(each for each in self.lines if first <= each.on <= last)
        return Forecast(first=first, last=last, lines=some)


def in_order(lines: Iterable[Line]) -> list[Line]:
    """The lines by day and time of day; tasks, which have none, last on their day."""
    return sorted(lines, key=_moment)


def once(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Each of the lines once, where the first of it stands.

    A line is told by being the same one: to compare every field of its meeting takes far longer.
    """
    return tuple({id(line): line for line in lines}.values())


def _moment(line: Line) -> datetime:
    return line.meeting.starts_at if line.meeting else datetime.combine(line.on, time.max)


def _sums(lines: Iterable[Line], key: Callable[[Line], K]) -> dict[K, int]:
    sums: dict[K, int] = defaultdict(int)
    for line in lines:
        sums[key(line)] += line.minutes
    return dict(sums)
