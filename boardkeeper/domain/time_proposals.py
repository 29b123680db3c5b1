"""Time spent by all appearances: proposed once, and not again when it was declined."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from boardkeeper.domain.attendance import Attendance
from boardkeeper.domain.checks import minutes_between
from boardkeeper.domain.hours import Activity, TimeEntry
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingState

LONGEST = 24 * 60
"""Minutes of one entry at most."""


class NotSpentId(Id):
    """Names a proposal that was declined."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSpent:
    """Says that one activity took no time at one meeting, so that it is not proposed again."""

    id: NotSpentId = field(default_factory=NotSpentId.new)
    meeting_id: MeetingId
    activity: Activity


@dataclass(frozen=True, slots=True)
class Part:
    """So many minutes of one activity."""

    activity: Activity
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedHours:
    """What a meeting took by all appearances and is not written down: each activity once."""

    meeting: Meeting
    parts: tuple[Part, ...]

    @property
    def minutes(self) -> int:
        """All of it together."""
        return sum(part.minutes for part in self.parts)

    @property
    def activities(self) -> frozenset[Activity]:
        return frozenset(part.activity for part in self.parts)

    def only(self, activities: Collection[Activity]) -> ProposedHours:
        """The same without the other activities."""
        kept = tuple(part for part in self.parts if part.activity in activities)
        return replace(self, parts=kept)

    def entries(self) -> list[TimeEntry]:
        """The entries it makes, all on the day of the meeting."""
        return [
            TimeEntry(
                organisation_id=self.meeting.organisation_id,
                meeting_id=self.meeting.id,
                on=self.meeting.day,
                minutes=min(part.minutes, LONGEST),
                activity=part.activity,
            )
            for part in self.parts
            if part.minutes > 0
        ]

    def refusals(self, activities: Iterable[Activity]) -> list[NotSpent]:
        """What says of the activities that they took no time."""
        return [NotSpent(meeting_id=self.meeting.id, activity=each) for each in activities]


def was_held(meeting: Meeting, now: datetime) -> bool:
    """Whether the meeting is over by all appearances; `now` in wall time."""
    if meeting.state is MeetingState.CANCELLED or meeting.starts_at > now:
        return False
    return not meeting.is_open or meeting.ends_at <= now


def minutes_there(
    meeting: Meeting,
    mine: Attendance | None,
    began_at: datetime | None = None,
    ended_at: datetime | None = None,
) -> int:
    """Minutes one was at the meeting: from arriving, or its opening, to leaving, or its end.

    Wall times of the meeting's place, where they were noted; otherwise as the meeting was planned.
    """
    start = (mine and mine.arrived_at) or began_at or meeting.starts_at
    end = (mine and mine.left_at) or ended_at or meeting.ends_at
    there = minutes_between(start, end, meeting.zone)
    return min(there if there > 0 else meeting.minutes, LONGEST)
