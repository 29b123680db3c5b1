"""Votes: taken on an item by count, by name or in writing; elections; and what they came to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.attendance import absences_of, attendances_of
from boardkeeper.db.journal import Journal, Transaction
from boardkeeper.db.procedures import procedure_in_force
from boardkeeper.db.reader import Reader
from boardkeeper.db.votes import (
    ballots_in,
    candidates_in,
    votes_at,
    votes_on,
)
from boardkeeper.domain.agenda import AgendaItem, AgendaItemId, laid_out
from boardkeeper.domain.attendance import Attendance, AttendanceId
from boardkeeper.domain.decisions import DecisionId
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.quorum import MeetingQuorum, meeting_quorum
from boardkeeper.domain.votes import (
    Ballot,
    Candidate,
    CandidateId,
    Majority,
    Vote,
    VoteId,
    VoteMethod,
)
from boardkeeper.domain.voting import VoteResult, result_of, voting_rights, with_lots
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard


class VoteService:
    """What one does with votes."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def of_item(self, item_id: AgendaItemId) -> list[Vote]:
        """The votes on an item, in the order they were taken."""
        return votes_on(self._journal.reader, item_id)

    def of_meeting(self, meeting_id: MeetingId) -> list[Vote]:
        """The votes at a meeting; those of one item stand in the order they were taken."""
        return votes_at(self._journal.reader, meeting_id)

    def get(self, vote_id: VoteId) -> Vote:
        return self._journal.reader.get(Vote, vote_id)

    def ballots(self, vote_id: VoteId) -> list[Ballot]:
        """Who voted what, as it was stored: also of those who may not vote."""
        return ballots_in(self._journal.reader, [vote_id])

    def candidates(self, vote_id: VoteId) -> list[Candidate]:
        """Who stands at an election, in the order they were named."""
        return candidates_in(self._journal.reader, [vote_id])

    def proposed(
        self,
        item_id: AgendaItemId,
        *,
        method: VoteMethod | None = None,
        majority: Majority = Majority.SIMPLE,
        decision_id: DecisionId | None = None,
    ) -> Vote:
        """A vote on the item under the organisation's tie rule; not stored.

        Unless told otherwise it is taken as the meeting voted last: on this item or one before it.
        """
        reader = self._journal.reader
        meeting = reader.get(Meeting, reader.get(AgendaItem, item_id).meeting_id)
        return Vote(
            item_id=item_id,
            decision_id=decision_id,
            position=_next_position(reader, item_id),
            method=method or _last_method(reader, meeting, item_id),
            majority=majority,
            tie_rule=procedure_in_force(reader, meeting.organisation_id).tie_rule,
        )

    def rights(self, item_id: AgendaItemId) -> dict[AttendanceId, int]:
        """Who may vote on the item, and with how many votes: their own and proxies."""
        return _rights(self._journal.reader, item_id)

    def take(
        self, vote: Vote, ballots: Iterable[Ballot] = (), candidates: Iterable[Candidate] = ()
    ) -> VoteResult:
        """Store a vote with its ballots or candidates; returns what it came to.

        A ballot gets as many votes as are its person's to give. Raises InvalidField when somebody
        votes twice, or has no vote on the item: conflicts of interest, guests, who is away.
        """
        with self._journal.command(_("Take vote")) as tx:
            tx.put(replace(vote, position=_next_position(tx, vote.item_id)))
            tx.put_all(_weighed(tx, vote, list(ballots)))
            tx.put_all(_in_order(vote, candidates))
        return self.result(vote.id)

    def change(
        self,
        vote: Vote,
        ballots: Iterable[Ballot] | None = None,
        candidates: Iterable[Candidate] | None = None,
    ) -> None:
        """Correct a vote. Ballots and candidates left out stay; given, they replace those stored.

        Raises InvalidField as `take` does.
        """
        if ballots is None and candidates is None:
            store_edit(self._journal, _("Edit vote"), vote)
            return
        with self._journal.command(_("Edit vote")) as tx:
            tx.put(vote)
            if ballots is not None:
                weighed = _weighed(tx, vote, list(ballots))
                _put_in_place_of(tx, ballots_in(tx, [vote.id]), weighed)
            if candidates is not None:
                ordered = _in_order(vote, candidates)
                _put_in_place_of(tx, candidates_in(tx, [vote.id]), ordered)

    def settle_by_lot(self, vote_id: VoteId, winners: Collection[CandidateId]) -> None:
        """Note whom the lot fell on among equals.

        Raises UserError unless the winners are among those tied, as many as there are seats left.
        """
        with self._journal.command(_("Draw lots")) as tx:
            vote = tx.get(Vote, vote_id)
            standing = with_lots(candidates_in(tx, [vote_id]), ())
            election = result_of(vote, candidates=standing).election
            tied = set() if election is None else {each.id for each in election.tied}
            seats = 0 if election is None else election.open_seats
            if not set(winners) <= tied or len(set(winners)) != seats:
                raise UserError(
                    _("A lot parts those with equally many votes, one a seat. Nothing was changed.")
                )
            tx.put_all(with_lots(standing, winners))

    def discard(self, vote_id: VoteId) -> None:
        """Move the vote, its ballots and candidates to the trash."""
        with self._journal.command(_("Delete vote")) as tx:
            vote = tx.get(Vote, vote_id)
            title = vote.question.strip() or tx.get(AgendaItem, vote.item_id).title
            discard(tx, vote, _("Vote: {question}").format(question=title), self._clock.today())

    def result(self, vote_id: VoteId) -> VoteResult:
        """What the vote came to, counting only those who may vote."""
        reader = self._journal.reader
        return _results(reader, [reader.get(Vote, vote_id)])[vote_id]

    def results(self, meeting_id: MeetingId) -> dict[VoteId, VoteResult]:
        """What every vote of the meeting came to."""
        reader = self._journal.reader
        return _results(reader, votes_at(reader, meeting_id))


def _results(reader: Reader, votes: Sequence[Vote]) -> dict[VoteId, VoteResult]:
    """The results of votes at one meeting, read in a handful of statements."""
    if not votes:
        return {}
    meeting_id = reader.get(AgendaItem, votes[0].item_id).meeting_id
    attendances = attendances_of(reader, meeting_id)
    quorum = _quorum(reader, meeting_id, attendances)
    ids = [each.id for each in votes]
    ballots, candidates = ballots_in(reader, ids), candidates_in(reader, ids)
    return {
        vote.id: result_of(
            vote,
            [each for each in ballots if each.vote_id == vote.id],
            [each for each in candidates if each.vote_id == vote.id],
            voting_rights(quorum.of_item(vote.item_id)),
            attendances,
        )
        for vote in votes
    }


def _rights(reader: Reader, item_id: AgendaItemId) -> dict[AttendanceId, int]:
    meeting_id = reader.get(AgendaItem, item_id).meeting_id
    quorum = _quorum(reader, meeting_id, attendances_of(reader, meeting_id))
    return voting_rights(quorum.of_item(item_id))


def _quorum(
    reader: Reader, meeting_id: MeetingId, attendances: Sequence[Attendance]
) -> MeetingQuorum:
    """Who fills which seat at which item, whenever they came and left.

    A ballot tells that somebody was there when the vote was taken. When an item began is most
    often only planned, and must not take a vote from one who came while it lasted.
    """
    meeting = reader.get(Meeting, meeting_id)
    return meeting_quorum(
        meeting,
        laid_out(meeting, items_of(reader, meeting_id)),
        [replace(each, arrived_at=None, left_at=None) for each in attendances],
        absences_of(reader, meeting_id),
        procedure_in_force(reader, meeting.organisation_id),
    )


def _weighed(tx: Transaction, vote: Vote, ballots: list[Ballot]) -> list[Ballot]:
    """The ballots of this vote, each with the votes that are its person's to give."""
    if not ballots:
        return []
    rights = _rights(tx, vote.item_id)
    voters = [each.attendance_id for each in ballots]
    if len(set(voters)) < len(voters):
        raise InvalidField("attendance_id", _("Everybody votes once; proxies add to that vote."))
    if not set(voters) <= set(rights):
        raise InvalidField(
            "attendance_id",
            _("Somebody among them has no vote on this item. The vote was not stored."),
        )
    return [replace(each, vote_id=vote.id, weight=rights[each.attendance_id]) for each in ballots]


def _in_order(vote: Vote, candidates: Iterable[Candidate]) -> list[Candidate]:
    return [replace(each, vote_id=vote.id, position=place) for place, each in enumerate(candidates)]


def _put_in_place_of(tx: Transaction, stored: Sequence[Record], wanted: Sequence[Record]) -> None:
    kept = {each.id for each in wanted}
    for each in stored:
        if each.id not in kept:
            tx.remove(each)
    tx.put_all(wanted)


def _last_method(reader: Reader, meeting: Meeting, item_id: AgendaItemId) -> VoteMethod:
    """How the meeting voted last, as far as the agenda has come; by count before the first vote."""
    agenda = [each.item.id for each in laid_out(meeting, items_of(reader, meeting.id)).lines]
    taken = [
        (agenda.index(each.item_id), each.position, each.method)
        for each in votes_at(reader, meeting.id)
        if each.item_id in agenda
    ]
    so_far = [each for each in taken if each[0] <= agenda.index(item_id)]
    return max(so_far)[2] if so_far else VoteMethod.COUNT


def _next_position(reader: Reader, item_id: AgendaItemId) -> int:
    return max((each.position for each in votes_on(reader, item_id)), default=-1) + 1
