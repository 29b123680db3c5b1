"""What the clock says of a meeting that is being minuted, and of one that is written up later.

Minutes are often typed the day after. Then the clock says nothing about the meeting, and its
planned times are the best there are.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from boardkeeper.domain.checks import zone
from boardkeeper.domain.meetings import Meeting

_EARLY = timedelta(hours=3)
_LATE = timedelta(hours=3)


def at_its_place(moment: datetime, meeting: Meeting) -> datetime:
    """A moment in UTC as the clock on the meeting's wall shows it, to the minute."""
    there = moment.replace(tzinfo=UTC).astimezone(zone(meeting.zone))
    return there.replace(tzinfo=None, second=0, microsecond=0, fold=0)


def opening(meeting: Meeting, now: datetime) -> datetime:
    """When a meeting began whose minutes are opened now; both in the wall time of its place."""
    is_live = meeting.starts_at - _EARLY <= now <= meeting.ends_at
    return now if is_live else meeting.starts_at


def closing(meeting: Meeting, began_at: datetime | None, now: datetime) -> datetime:
    """When a meeting ended whose minutes are closed now; never before it began."""
    if is_going_on(meeting, began_at, now):
        return now
    return max(meeting.ends_at, began_at or meeting.ends_at)


def is_going_on(meeting: Meeting, began_at: datetime | None, now: datetime) -> bool:
    """Whether the clock tells of the meeting: it has begun, and is not long over."""
    return began_at is not None and began_at <= now <= meeting.ends_at + _LATE
