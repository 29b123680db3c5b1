"""The yearly question of a membership: why do we meet, what do we want out of it, stay or leave?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boardkeeper.domain.aims import Answer
from boardkeeper.domain.identity import Id
from boardkeeper.domain.memberships import MembershipId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class ReviewId(Id):
    """Names a review."""

    __slots__ = ()


class Outcome(StrEnum):
    """What one has decided."""

    UNDECIDED = "undecided"
    STAY = "stay"
    CHANGE_ROLE = "change_role"
    STEP_DOWN = "step_down"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One membership looked at over a period, both days included; the facts are counted anew.

    The two questions are `why_we_meet` and `what_we_want`. `goal` with its `measure` is the new
    one, to be reached by `goal_by`. `last_day_to_act` is when saying stop is still in time.
    `letter` is the text of a resignation in one's own words, `handover` what the next one must
    know: where things are, never a password.
    """

    id: ReviewId = field(default_factory=ReviewId.new)
    membership_id: MembershipId
    starts_on: date
    ends_on: date
    reviewed_on: date
    why_we_meet: str = ""
    what_we_want: str = ""
    would_join_today: Answer | None = None
    instead: str = ""
    outcome: Outcome = Outcome.UNDECIDED
    goal: str = ""
    measure: str = ""
    goal_by: date | None = None
    last_day_to_act: date | None = None
    next_review_on: date | None = None
    leaves_on: date | None = None
    letter: str = ""
    handover: str = ""
    notes: str = ""

    def __post_init__(self) -> None:
        if self.ends_on < self.starts_on:
            raise InvalidField("ends_on", _("A period ends on or after the day it starts."))


def outcome_name(outcome: Outcome) -> str:
    """What one has decided, in words."""
    return {
        Outcome.UNDECIDED: _("Not decided yet"),
        Outcome.STAY: _("Stay, with a new goal"),
        Outcome.CHANGE_ROLE: _("Change role"),
        Outcome.STEP_DOWN: _("Step down at the end of the term"),
        Outcome.STOP: _("Stop"),
    }[outcome]
