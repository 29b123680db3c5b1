"""Questions about votes, ballots and candidates."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import agenda_items
from boardkeeper.db.schema_minutes import attendances, ballots, candidates, votes
from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.votes import Ballot, Candidate, Vote, VoteId


def votes_on(reader: Reader, item_id: AgendaItemId) -> list[Vote]:
    """The votes on an item, in the order they were taken."""
    taken = select(votes).where(votes.c.item_id == item_id)
    return reader.all(Vote, taken.order_by(votes.c.position, votes.c.id))


def votes_at(reader: Reader, meeting_id: MeetingId) -> list[Vote]:
    """The votes at a meeting, in the order of each item, items in none."""
    of_meeting = select(agenda_items.c.id).where(agenda_items.c.meeting_id == meeting_id)
    taken = select(votes).where(votes.c.item_id.in_(of_meeting))
    return reader.all(Vote, taken.order_by(votes.c.position, votes.c.id))


def ballots_in(reader: Reader, vote_ids: Collection[VoteId]) -> list[Ballot]:
    """Who voted what, in the order of the participants' table."""
    asked = (
        select(ballots)
        .join(attendances, attendances.c.id == ballots.c.attendance_id)
        .where(ballots.c.vote_id.in_(vote_ids))
        .order_by(attendances.c.position, attendances.c.id, ballots.c.id)
    )
    return reader.all(Ballot, asked)


def candidates_in(reader: Reader, vote_ids: Collection[VoteId]) -> list[Candidate]:
    """Who stood, in the order they were named."""
    asked = select(candidates).where(candidates.c.vote_id.in_(vote_ids))
    return reader.all(Candidate, asked.order_by(candidates.c.position, candidates.c.id))
