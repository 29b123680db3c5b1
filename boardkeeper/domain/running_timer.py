"""The timer that runs while one works for a board; it outlives the program that shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from boardkeeper.domain.hours import Activity
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class RunningTimerId(Id):
    """Names a running timer."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningTimer:
    """Time being spent since `started_at`, in UTC. At most one of them runs."""

    id: RunningTimerId = field(default_factory=RunningTimerId.new)
    organisation_id: OrganisationId
    meeting_id: MeetingId | None = None
    activity: Activity = Activity.PREPARATION
    started_at: datetime
    note: str = ""

    def __post_init__(self) -> None:
        if self.started_at.tzinfo is not None:
            raise InvalidField(
                "started_at", _("A timer starts at a moment in UTC, without a zone.")
            )

    def minutes_at(self, now: datetime) -> int:
        """Whole minutes since the start, at least one; `now` in UTC."""
        return max(1, round((now - self.started_at).total_seconds() / 60))
