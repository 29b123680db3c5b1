"""Time spent: the entries a person writes down."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class TimeEntryId(Id):
    """Names a time entry."""

    __slots__ = ()


class Activity(StrEnum):
    """What the time went to."""

    MEETING = "meeting"
    PREPARATION = "preparation"
    TRAVEL = "travel"
    FOLLOW_UP = "follow_up"
    NETWORKING = "networking"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeEntry:
    """So many minutes on a day, for an organisation; it outlives the meeting it was for."""

    id: TimeEntryId = field(default_factory=TimeEntryId.new)
    organisation_id: OrganisationId
    meeting_id: MeetingId | None = None
    on: date
    minutes: int
    activity: Activity = Activity.MEETING
    note: str = ""

    def __post_init__(self) -> None:
        if not 0 < self.minutes <= 24 * 60:
            raise InvalidField("minutes", _("A time entry is between one minute and 24 hours."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What adds up: the entries of one activity for one organisation, and their minutes."""

    organisation_id: OrganisationId
    activity: Activity
    entries: int
    minutes: int


def activity_name(activity: Activity) -> str:
    """The activity in words."""
    return {
        Activity.MEETING: _("Meeting"),
        Activity.PREPARATION: _("Preparation"),
        Activity.TRAVEL: _("Travel"),
        Activity.FOLLOW_UP: _("Follow-up"),
        Activity.NETWORKING: _("Networking"),
    }[activity]
