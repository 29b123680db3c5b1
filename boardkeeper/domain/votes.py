"""Votes: what was asked, who was for and against, and which majority it took."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.attendance import AttendanceId
from boardkeeper.domain.decisions import DecisionId
from boardkeeper.domain.identity import Id
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.procedure import TieRule
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class VoteId(Id):
    """Names a vote."""

    __slots__ = ()


class BallotId(Id):
    """Names how one person voted."""

    __slots__ = ()


class CandidateId(Id):
    """Names a candidate at an election."""

    __slots__ = ()


class VoteMethod(StrEnum):
    """How the votes were found."""

    COUNT = "count"
    NAMES = "names"
    WRITTEN = "written"
    ELECTION = "election"


class Majority(StrEnum):
    """How many must be for, of the votes cast for and against."""

    SIMPLE = "simple"
    TWO_THIRDS = "two_thirds"
    THREE_QUARTERS = "three_quarters"
    UNANIMOUS = "unanimous"


class Choice(StrEnum):
    """What one voted."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One vote on an item, for a decision if one came of it.

    The counts are those of a vote by count or in writing; by name they are the ballots', at an
    election the candidates'. `casting` is the chair's vote at a tie, where `tie_rule` lets it
    decide. `seats` are those to be filled at an election.
    """

    id: VoteId = field(default_factory=VoteId.new)
    item_id: AgendaItemId
    decision_id: DecisionId | None = None
    position: int = 0
    question: str = ""
    moved_by: str = ""
    method: VoteMethod = VoteMethod.COUNT
    majority: Majority = Majority.SIMPLE
    tie_rule: TieRule = TieRule.FALLS
    votes_for: int = 0
    votes_against: int = 0
    abstained: int = 0
    blank: int = 0
    casting: Choice | None = None
    seats: int = 1

    def __post_init__(self) -> None:
        for name in ("votes_for", "votes_against", "abstained", "blank"):
            if getattr(self, name) < 0:
                raise InvalidField(name, _("A number of votes starts at 0."))
        if self.seats < 1:
            raise InvalidField("seats", _("An election fills at least one seat."))
        if self.casting not in (None, Choice.FOR, Choice.AGAINST):
            raise InvalidField("casting", _("The chair's vote at a tie is for or against."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """How one person voted, with as many votes as were theirs to give: their own and proxies."""

    id: BallotId = field(default_factory=BallotId.new)
    vote_id: VoteId
    attendance_id: AttendanceId
    choice: Choice
    weight: int = 1

    def __post_init__(self) -> None:
        if self.weight < 1:
            raise InvalidField("weight", _("A ballot holds at least one vote."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One who stood for election, the votes for them, and whether a lot decided for them."""

    id: CandidateId = field(default_factory=CandidateId.new)
    vote_id: VoteId
    person_id: PersonId | None = None
    name: str
    position: int = 0
    votes: int = 0
    won_by_lot: bool = False

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidField("name", _("A candidate needs a name."))
        if self.votes < 0:
            raise InvalidField("votes", _("A number of votes starts at 0."))


def method_name(method: VoteMethod) -> str:
    """How the votes were found, in words."""
    return {
        VoteMethod.COUNT: _("By count"),
        VoteMethod.NAMES: _("By name"),
        VoteMethod.WRITTEN: _("Secret ballot"),
        VoteMethod.ELECTION: _("Election"),
    }[method]


def majority_name(majority: Majority) -> str:
    """How many must be for, in words."""
    return {
        Majority.SIMPLE: _("Simple majority"),
        Majority.TWO_THIRDS: _("Two thirds of the votes cast"),
        Majority.THREE_QUARTERS: _("Three quarters of the votes cast"),
        Majority.UNANIMOUS: _("Unanimous"),
    }[majority]


def choice_name(choice: Choice) -> str:
    """What one voted, in words."""
    return {
        Choice.FOR: _("For"),
        Choice.AGAINST: _("Against"),
        Choice.ABSTAINED: _("Abstained"),
        Choice.BLANK: _("Blank"),
    }[choice]
