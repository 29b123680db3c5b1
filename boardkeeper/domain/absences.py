"""How often a member may be away: so many times in so many months, looked back from today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.reminders import months_later


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A meeting somebody was away from without a substitute. It counts until `counts_until`."""

    meeting_id: MeetingId
    day: date
    title: str
    counts_until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceCount:
    """The meetings missed that still count, the earliest first, and when one may miss the next.

    `next_possible_on` is today while there is one left, and None where none is ever allowed.
    """

    missed: tuple[Missed, ...]
    allowed: int
    months: int
    next_possible_on: date | None

    @property
    def left(self) -> int:
        """How many more one may miss today."""
        return max(0, self.allowed - len(self.missed))

    @property
    def is_over(self) -> bool:
        """Whether more were missed than is allowed."""
        return len(self.missed) > self.allowed


def absence_count(
    missed: Iterable[tuple[MeetingId, date, str]], allowed: int, months: int, today: date
) -> AbsenceCount:
    """The count as it stands today, of meetings missed: each with its day and its title."""
    counting = sorted(
        (
            Missed(
                meeting_id=meeting_id,
                day=day,
                title=title,
                counts_until=months_later(day, months),
            )
            for meeting_id, day, title in missed
            if day <= today < months_later(day, months)
        ),
        key=lambda each: (each.counts_until, each.meeting_id),
    )
    too_many = len(counting) - allowed
    possible: date | None = today
    if allowed <= 0:
        possible = None
    elif too_many >= 0:
        possible = counting[too_many].counts_until
    return AbsenceCount(
        missed=tuple(counting), allowed=allowed, months=months, next_possible_on=possible
    )
