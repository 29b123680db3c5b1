"""What a vote came to: who counts, which majority it took, and who was elected.

Where the rules come from: of a company, an association or a foundation alike, what is decided takes
more votes for than against, of the votes cast (erhvervsfondsloven § 53, 3; selskabsloven § 105):
who abstains or votes blank has cast none. At a tie the proposal falls, unless the articles let the
chair's vote decide. An election takes relative majority, and a lot decides at a tie. Whoever has a
conflict of interest takes no part, and nobody votes for them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from boardkeeper.domain.attendance import Attendance, AttendanceId
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.procedure import TieRule
from boardkeeper.domain.quorum import ItemQuorum
from boardkeeper.domain.votes import (
    Ballot,
    Candidate,
    CandidateId,
    Choice,
    Majority,
    Vote,
    VoteMethod,
)

_SHARES = {Majority.TWO_THIRDS: (2, 3), Majority.THREE_QUARTERS: (3, 4)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Votes counted. Those cast are for or against; abstained and blank are known, not counted."""

    votes_for: int = 0
    votes_against: int = 0
    abstained: int = 0
    blank: int = 0

    @property
    def cast(self) -> int:
        return self.votes_for + self.votes_against

    @property
    def is_tie(self) -> bool:
        """As many for as against, and somebody voted."""
        return self.votes_for == self.votes_against > 0

    @property
    def is_unanimous(self) -> bool:
        """Somebody for, and nobody against."""
        return self.votes_for > 0 and self.votes_against == 0

    def reaches(self, majority: Majority) -> bool:
        """Whether so many are for; nothing is reached where nobody voted."""
        if self.cast == 0:
            return False
        if majority is Majority.SIMPLE:
            return self.votes_for > self.votes_against
        if majority is Majority.UNANIMOUS:
            return self.is_unanimous
        part, whole = _SHARES[majority]
        return self.votes_for * whole >= self.cast * part


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """Who got a seat. `tied` are those whom only a lot can part, for the `open_seats` left."""

    elected: tuple[Candidate, ...] = ()
    tied: tuple[Candidate, ...] = ()
    open_seats: int = 0
    is_contested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteResult:
    """A vote with all that belongs to it, and what it came to.

    `election` is None unless it was one; then the tally is empty. `is_carried` says of an election
    that every seat that can be filled is.
    """

    vote: Vote
    ballots: tuple[Ballot, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    tally: Tally
    election: Election | None = None
    is_carried: bool
    by_casting_vote: bool = False

    @property
    def is_tie(self) -> bool:
        """As many for as against where that matters, or candidates only a lot can part."""
        if self.election is not None:
            return bool(self.election.tied)
        return self.vote.majority is Majority.SIMPLE and self.tally.is_tie

    @property
    def awaits_casting_vote(self) -> bool:
        """A tie the chair may decide and has not."""
        chair_decides = self.vote.tie_rule is TieRule.CHAIR_DECIDES
        return chair_decides and self.election is None and self.is_tie and not self.by_casting_vote


def tallied(weighed: Iterable[tuple[Choice, int]]) -> Tally:
    """Choices with their weights, added up."""
    sums = dict.fromkeys(Choice, 0)
    for choice, weight in weighed:
        sums[choice] += weight
    return Tally(
        votes_for=sums[Choice.FOR],
        votes_against=sums[Choice.AGAINST],
        abstained=sums[Choice.ABSTAINED],
        blank=sums[Choice.BLANK],
    )


def carries(
    tally: Tally, majority: Majority, tie_rule: TieRule, casting: Choice | None = None
) -> tuple[bool, bool]:
    """Whether the proposal is carried, and whether it took the chair's vote at a tie to tell.

    Only a simple majority can be tied: where two thirds are asked for, half is too few.
    """
    may_cast = tie_rule is TieRule.CHAIR_DECIDES and majority is Majority.SIMPLE
    if tally.is_tie and may_cast and casting is not None:
        return casting is Choice.FOR, True
    return tally.reaches(majority), False


def voting_rights(quorum: ItemQuorum) -> dict[AttendanceId, int]:
    """Who may vote on an item, and with how many votes: a seat's own, and one for each proxy.

    Those who fill the seats that count towards its quorum; so a conflicted member has none, and
    nobody votes for them but the alternate in their seat.
    """
    return dict(Counter(seat.held_by for seat in quorum.seats if seat.held_by is not None))


def counted(ballots: Iterable[Ballot], rights: Mapping[AttendanceId, int]) -> list[Ballot]:
    """The ballots of those who may vote, with no more votes than are theirs to give."""
    return [
        replace(each, weight=min(each.weight, rights[each.attendance_id]))
        for each in ballots
        if each.attendance_id in rights
    ]


def chairs_choice(ballots: Iterable[Ballot], attendances: Iterable[Attendance]) -> Choice | None:
    """What the chair voted by name, for or against; the vice-chair's where the chair has no ballot.

    It is that vote which decides at a tie, not another one.
    """
    roles = {each.id: each.role for each in attendances}
    chosen = {roles.get(each.attendance_id): each.choice for each in ballots}
    found = chosen.get(Role.CHAIR, chosen.get(Role.VICE_CHAIR))
    return found if found in (Choice.FOR, Choice.AGAINST) else None


def elected_among(candidates: Iterable[Candidate], seats: int) -> Election:
    """Who is elected by relative majority: the most votes first, a lot between equals.

    No more candidates than seats: all are elected without a vote. Before any vote is counted,
    nobody is.
    """
    standing = sorted(candidates, key=lambda each: (-each.votes, each.position, each.id))
    if len(standing) <= seats:
        return Election(elected=tuple(standing))
    if not any(each.votes for each in standing):
        return Election(open_seats=seats, is_contested=True)
    last = standing[seats - 1].votes
    above = [each for each in standing if each.votes > last]
    level = [each for each in standing if each.votes == last]
    left = seats - len(above)
    if len(level) > left:
        drawn = [each for each in level if each.won_by_lot]
        if len(drawn) != left:
            return Election(
                elected=tuple(above), tied=tuple(level), open_seats=left, is_contested=True
            )
        level = drawn
    return Election(elected=(*above, *level), is_contested=True)


def result_of(
    vote: Vote,
    ballots: Iterable[Ballot] = (),
    candidates: Iterable[Candidate] = (),
    rights: Mapping[AttendanceId, int] | None = None,
    attendances: Collection[Attendance] = (),
) -> VoteResult:
    """What the vote came to.

    Of ballots by name, those of people with `rights` count; None: all. The `attendances` tell
    whose of them is the chair's, which decides at a tie.
    """
    of_names = tuple(ballots)
    standing = tuple(sorted(candidates, key=lambda each: (each.position, each.id)))
    if vote.method is VoteMethod.ELECTION:
        election = elected_among(standing, vote.seats)
        is_filled = bool(election.elected) and election.open_seats == 0
        return VoteResult(
            vote=vote, candidates=standing, tally=Tally(), election=election, is_carried=is_filled
        )
    if vote.method is VoteMethod.NAMES:
        counting = of_names if rights is None else tuple(counted(of_names, rights))
        tally = tallied((each.choice, each.weight) for each in counting)
        casting = chairs_choice(counting, attendances) or vote.casting
    else:
        counting = of_names
        casting = vote.casting
        tally = Tally(
            votes_for=vote.votes_for,
            votes_against=vote.votes_against,
            abstained=vote.abstained,
            blank=vote.blank,
        )
    is_carried, by_casting_vote = carries(tally, vote.majority, vote.tie_rule, casting)
    return VoteResult(
        vote=vote,
        ballots=counting,
        tally=tally,
        is_carried=is_carried,
        by_casting_vote=by_casting_vote,
    )


def with_lots(candidates: Sequence[Candidate], winners: Collection[CandidateId]) -> list[Candidate]:
    """The candidates, those the lot fell on marked and nobody else."""
    return [replace(each, won_by_lot=each.id in winners) for each in candidates]
