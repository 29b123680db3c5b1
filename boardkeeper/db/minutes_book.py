"""Reading all of a meeting's minutes in one go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from sqlalchemy import Select, Table, select

from boardkeeper.db.agenda import items_of
from boardkeeper.db.attendance import absences_of, roll_of
from boardkeeper.db.decisions import decisions_at
from boardkeeper.db.minutes import item_minutes_of, minutes_of
from boardkeeper.db.procedures import procedure_in_force
from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import agenda_items
from boardkeeper.db.schema_minutes import (
    ballots,
    candidates,
    dissents,
    ideas,
    votes,
    written_procedures,
)
from boardkeeper.db.tasks import open_before, tasks_of_meeting
from boardkeeper.domain.agenda import AgendaLine, laid_out
from boardkeeper.domain.decisions import Decision, Dissent
from boardkeeper.domain.ideas import Idea
from boardkeeper.domain.identity import Id, Record
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.minutes_book import BookItem, BookTask, BookVote, MinutesBook
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.votes import Ballot, Candidate, Vote
from boardkeeper.domain.written_procedure import WrittenProcedure

R = TypeVar("R")


def book_of(reader: Reader, meeting_id: MeetingId) -> MinutesBook:
    """The minutes of the meeting as they stand. Raises UserError when there is no such meeting."""
    meeting = reader.get(Meeting, meeting_id)
    organisation = reader.get(Organisation, meeting.organisation_id)
    agenda = laid_out(meeting, items_of(reader, meeting_id))
    places = {line.item.id: place for place, line in enumerate(agenda.lines)}
    decided = sorted(
        decisions_at(reader, meeting_id),
        key=lambda each: places.get(each.item_id, len(places)) if each.item_id else len(places),
    )
    tasks = tasks_of_meeting(reader, meeting_id)
    return MinutesBook(
        meeting=meeting,
        organisation=organisation,
        procedure=procedure_in_force(reader, organisation.id),
        agenda=agenda,
        minutes=minutes_of(reader, meeting_id),
        chair=_name(reader, meeting.chair_id),
        minute_taker=_name(reader, meeting.minute_taker_id),
        attendances=tuple(roll_of(reader, meeting)),
        items=_items(reader, meeting_id, agenda.lines, decided, tasks),
        decisions=tuple(decided),
        tasks=tuple(tasks),
        followed_up=tuple(open_before(reader, meeting)),
        reported=tuple(_reported(reader, meeting_id)),
    )


def _items(
    reader: Reader,
    meeting_id: MeetingId,
    lines: Iterable[AgendaLine],
    decided: list[Decision],
    tasks: list[BookTask],
) -> tuple[BookItem, ...]:
    noted = item_minutes_of(reader, meeting_id)
    away = _by(absences_of(reader, meeting_id), lambda each: each.item_id)
    ruled = _by(decided, lambda each: each.item_id)
    voted = _by(_votes(reader, meeting_id), lambda each: each.vote.item_id)
    stated = _by(_under(reader, Dissent, dissents, meeting_id), lambda each: each.item_id)
    promised = _by(tasks, lambda each: each.task.item_id)
    thought = _by(_under(reader, Idea, ideas, meeting_id), lambda each: each.item_id)
    return tuple(
        BookItem(
            line=line,
            minutes=noted.get(line.item.id),
            absences=tuple(away[line.item.id]),
            decisions=tuple(ruled[line.item.id]),
            votes=tuple(voted[line.item.id]),
            dissents=tuple(stated[line.item.id]),
            tasks=tuple(promised[line.item.id]),
            ideas=tuple(thought[line.item.id]),
        )
        for line in lines
    )


def _name(reader: Reader, person_id: PersonId | None) -> str:
    person = None if person_id is None else reader.find(Person, person_id)
    return "" if person is None else person.name


def _votes(reader: Reader, meeting_id: MeetingId) -> list[BookVote]:
    found = _under(reader, Vote, votes, meeting_id)
    if not found:
        return []
    these = _lying_under(votes, meeting_id).with_only_columns(votes.c.id).order_by(None)
    cast = _by(
        reader.all(Ballot, select(ballots).where(ballots.c.vote_id.in_(these))),
        lambda each: each.vote_id,
    )
    standing = select(candidates).where(candidates.c.vote_id.in_(these))
    standing = standing.order_by(candidates.c.position, candidates.c.id)
    stood = _by(reader.all(Candidate, standing), lambda each: each.vote_id)
    return [
        BookVote(vote=each, ballots=tuple(cast[each.id]), candidates=tuple(stood[each.id]))
        for each in found
    ]


def _reported(reader: Reader, meeting_id: MeetingId) -> list[WrittenProcedure]:
    asked = select(written_procedures).where(written_procedures.c.reported_at_id == meeting_id)
    asked = asked.order_by(written_procedures.c.closed_on, written_procedures.c.id)
    return reader.all(WrittenProcedure, asked)


_K = TypeVar("_K", bound=Record)


def _under(reader: Reader, kind: type[_K], table: Table, meeting_id: MeetingId) -> list[_K]:
    """The records of a kind that lie under the meeting's items, in the order they were noted."""
    return reader.all(kind, _lying_under(table, meeting_id))


def _lying_under(table: Table, meeting_id: MeetingId) -> Select[Any]:
    theirs = select(agenda_items.c.id).where(agenda_items.c.meeting_id == meeting_id)
    asked = select(table).where(table.c.item_id.in_(theirs))
    order = [table.c.position, table.c.id] if "position" in table.c else [table.c.id]
    return asked.order_by(*order)


def _by(records: Iterable[R], key: Callable[[R], Id | None]) -> defaultdict[Id | None, list[R]]:
    groups: defaultdict[Id | None, list[R]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return groups
