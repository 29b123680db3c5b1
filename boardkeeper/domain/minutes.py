"""What was said and settled at a meeting, item by item, and how its minutes became approved."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.procedure import MinutesStyle
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class MinutesId(Id):
    """Names the minutes of a meeting."""

    __slots__ = ()


class ItemMinutesId(Id):
    """Names the minutes of one item."""

    __slots__ = ()


class Outcome(StrEnum):
    """What became of an item, apart from decisions."""

    NONE = "none"
    NOTED = "noted"
    POSTPONED = "postponed"
    REFERRED = "referred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The minutes of one meeting as a whole; at most one a meeting.

    `began_at` and `ended_at` are when it was opened and closed, wall times of its place. A style
    of None is the organisation's. `objections` tells who objected to what. For a general meeting,
    `notice_statement` is what its chair stated of notice and quorum, `voters` how many had a vote
    and `proxies` how many of those votes were given by proxy.
    """

    id: MinutesId = field(default_factory=MinutesId.new)
    meeting_id: MeetingId
    began_at: datetime | None = None
    ended_at: datetime | None = None
    style: MinutesStyle | None = None
    notice_statement: str = ""
    voters: int | None = None
    proxies: int | None = None
    draft_sent_on: date | None = None
    objections_by: date | None = None
    objections: str = ""
    approved_on: date | None = None
    approved_at_id: MeetingId | None = None
    corrections: str = ""

    def __post_init__(self) -> None:
        first, last = self.began_at, self.ended_at
        if first is not None and last is not None and last < first:
            raise InvalidField("ended_at", _("A meeting must end after it starts."))
        if self.voters is not None and self.voters < 0:
            raise InvalidField("voters", _("A number of votes starts at 0."))
        if self.proxies is not None and self.proxies < 0:
            raise InvalidField("proxies", _("A number of votes starts at 0."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemMinutes:
    """What the minutes say of one agenda item; at most one an item.

    `text` is Markdown in so far as `domain/markdown.py` reads it. `private_notes` are the
    minute-taker's own and stand on no shared paper. `is_added` marks an item that came up at the
    meeting itself. `outcome_note` says which meeting or committee.
    """

    id: ItemMinutesId = field(default_factory=ItemMinutesId.new)
    item_id: AgendaItemId
    text: str = ""
    private_notes: str = ""
    began_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: Outcome = Outcome.NONE
    outcome_note: str = ""
    is_added: bool = False

    def __post_init__(self) -> None:
        first, last = self.began_at, self.ended_at
        if first is not None and last is not None and last < first:
            raise InvalidField("ended_at", _("An item must end after it begins."))


def outcome_name(outcome: Outcome) -> str:
    """What became of an item, in words."""
    return {
        Outcome.NONE: _("Nothing more"),
        Outcome.NOTED: _("Noted"),
        Outcome.POSTPONED: _("Postponed"),
        Outcome.REFERRED: _("Referred"),
    }[outcome]
