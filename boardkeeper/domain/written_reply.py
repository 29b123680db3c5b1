"""What a written procedure came to: who must be asked, how many must answer, what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from boardkeeper.domain.attendance import Attendance, Capacity
from boardkeeper.domain.procedure import Procedure, TieRule
from boardkeeper.domain.quorum import Requirement
from boardkeeper.domain.votes import Choice
from boardkeeper.domain.voting import Tally, carries, tallied
from boardkeeper.domain.written_procedure import Reply, WrittenProcedure
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenResult:
    """A written procedure with its replies, and what they come to as they stand.

    `required` is how many must have answered: as many as a meeting must have present.
    """

    procedure: WrittenProcedure
    replies: tuple[Reply, ...]
    tally: Tally
    required: int
    is_carried: bool
    is_tie: bool

    @property
    def answered(self) -> int:
        """How many have answered, whatever they said."""
        return sum(each.choice is not None for each in self.replies)

    @property
    def is_quorate(self) -> bool:
        return self.answered >= self.required

    @property
    def is_complete(self) -> bool:
        """Whether everyone asked has answered."""
        return self.answered == len(self.replies)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of those who have not answered yet."""
        return tuple(each.name for each in self.replies if each.choice is None)


def is_asked(attendance: Attendance) -> bool:
    """Whether somebody on the roll is asked in writing: members with a vote are."""
    return attendance.capacity is Capacity.MEMBER and attendance.has_vote


def those_asked(procedure: WrittenProcedure, roll: Iterable[Attendance]) -> list[Reply]:
    """A reply still to come from every member with a vote, in the roll's order."""
    return [
        Reply(procedure_id=procedure.id, person_id=each.person_id, name=each.name)
        for each in roll
        if is_asked(each)
    ]


def written_result(
    procedure: WrittenProcedure,
    replies: Sequence[Reply],
    rules: Procedure,
    chairs: Choice | None = None,
) -> WrittenResult:
    """What the replies come to by the organisation's rules of procedure.

    Abstaining is an answer, as it is at a meeting. `chairs` is what the chair answered, which
    decides at a tie where the rules let it.
    """
    tally = tallied((each.choice, 1) for each in replies if each.choice is not None)
    required = Requirement(count=rules.quorum_count, share=rules.quorum_share).members(len(replies))
    casting = chairs if chairs in (Choice.FOR, Choice.AGAINST) else None
    reached, _by_chair = carries(tally, procedure.majority, rules.tie_rule, casting)
    answered = sum(each.choice is not None for each in replies)
    return WrittenResult(
        procedure=procedure,
        replies=tuple(replies),
        tally=tally,
        required=required,
        is_carried=reached and answered >= required,
        is_tie=tally.is_tie and rules.tie_rule is TieRule.FALLS,
    )


def answered(reply: Reply, choice: Choice | None, on: date, sent_on: date) -> Reply:
    """The reply with an answer, or with none again. Raises InvalidField on a day before it went."""
    if choice is None:
        return replace(reply, choice=None, replied_on=None)
    if on < sent_on:
        raise InvalidField("replied_on", _("Nobody answers before the day it is sent."))
    return replace(reply, choice=choice, replied_on=on)
