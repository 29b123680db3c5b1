"""Time that was spent by all appearances, proposed once; what was declined is not proposed again."""

from __future__ import annotations

from dataclasses import dataclass, field

from boardkeeper.domain.hours import Activity
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId


class NotSpentId(Id):
    """Names a proposal that was declined."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSpent:
    """Says that one activity took no time at one meeting, so that it is not proposed again."""

    id: NotSpentId = field(default_factory=NotSpentId.new)
    meeting_id: MeetingId
    activity: Activity
