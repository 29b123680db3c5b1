"""What of each record a search looks at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from boardkeeper.db import search_of_boards as of_boards
from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_minutes import dissents, item_minutes, replies, task_owners
from boardkeeper.db.schema_network import aims
from boardkeeper.db.search_reading import Ids, under, wanted
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.aims import Aim
from boardkeeper.domain.candidate_seats import CandidateSeat
from boardkeeper.domain.decisions import Decision, Dissent
from boardkeeper.domain.ideas import Idea
from boardkeeper.domain.identity import Id, Record
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.minutes import ItemMinutes
from boardkeeper.domain.money import Payment
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.people import Person
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.reminders import Reminder
from boardkeeper.domain.reviews import Review
from boardkeeper.domain.search import Document, Kind
from boardkeeper.domain.search_words import joined
from boardkeeper.domain.tasks import Task, TaskOwner
from boardkeeper.domain.written_procedure import Reply, WrittenProcedure
from boardkeeper.domain.yearwheel import WheelTask

RECORDS: dict[Kind, type[Record]] = {
    Kind.ORGANISATION: Organisation,
    Kind.PERSON: Person,
    Kind.MEETING: Meeting,
    Kind.ITEM: AgendaItem,
    Kind.DECISION: Decision,
    Kind.WRITTEN: WrittenProcedure,
    Kind.TASK: Task,
    Kind.IDEA: Idea,
    Kind.REMINDER: Reminder,
    Kind.WHEEL_TASK: WheelTask,
    Kind.REFERRAL: Referral,
    Kind.REVIEW: Review,
    Kind.SEAT: CandidateSeat,
    Kind.PAYMENT: Payment,
    Kind.PAPER: Paper,
}
"""The record each thing that can be found is.

Time entries and trips are not among them: there are a hundred thousand of the ones, which their own
section looks through, and the others say no more than the meetings they led to.
"""


def documents(reader: Reader, kind: Kind, ids: Ids | None = None) -> list[Document]:
    """What is looked at of those records of a kind that are there; of all of them for None.

    The text of a paper's file is not among it.
    """
    return _MAKERS[kind](reader, None if ids is None else list(ids))


def _meetings(reader: Reader, ids: list[Id] | None) -> list[Document]:
    aimed: dict[Id, Aim] = {
        each.meeting_id: each for each in under(reader, Aim, aims.c.meeting_id, ids)
    }
    return [
        Document(
            kind=Kind.MEETING,
            record_id=each.id,
            organisation_id=each.organisation_id,
            meeting_id=each.id,
            day=each.day,
            title=each.title,
            body=joined(
                (
                    each.purpose,
                    each.place,
                    each.refreshments,
                    each.notes,
                    *_aimed_at(aimed.get(each.id)),
                )
            ),
        )
        for each in wanted(reader, Meeting, ids)
    ]


def _aimed_at(aim: Aim | None) -> tuple[str, ...]:
    """What one wanted of the meeting, and learned there."""
    return () if aim is None else (aim.goal, aim.ask, aim.meets, aim.gives, aim.learned)


def _items(reader: Reader, ids: list[Id] | None) -> list[Document]:
    found = wanted(reader, AgendaItem, ids)
    sittings = reader.found(Meeting, (each.meeting_id for each in found))
    noted = {each.item_id: each for each in _minutes_of(reader, ids)}
    stated: defaultdict[Id, list[str]] = defaultdict(list)
    dissent: Dissent
    for dissent in under(reader, Dissent, dissents.c.item_id, ids):
        stated[dissent.item_id] += (dissent.name, dissent.text)
    made = []
    for each in found:
        sitting = sittings.get(each.meeting_id)
        if sitting is None:  # a pointer into nothing, which the commit is about to refuse
            continue
        said = noted.get(each.id)
        minutes = (said.text, said.outcome_note, said.private_notes) if said else ()
        case = (each.purpose, each.background, each.economy, each.recommendation, each.notes)
        made.append(
            Document(
                kind=Kind.ITEM,
                record_id=each.id,
                organisation_id=sitting.organisation_id,
                meeting_id=sitting.id,
                day=sitting.day,
                title=each.title,
                body=joined((*minutes, *stated[each.id], *case, each.presenter)),
            )
        )
    return made


def _minutes_of(reader: Reader, ids: list[Id] | None) -> list[ItemMinutes]:
    return under(reader, ItemMinutes, item_minutes.c.item_id, ids)


def _decisions(reader: Reader, ids: list[Id] | None) -> list[Document]:
    found = wanted(reader, Decision, ids)
    under = reader.found(AgendaItem, (each.item_id for each in found if each.item_id))
    titles = {each.id: each.title for each in under.values()}
    return [
        Document(
            kind=Kind.DECISION,
            record_id=each.id,
            organisation_id=each.organisation_id,
            meeting_id=each.meeting_id,
            day=each.decided_on,
            title=joined((each.number, each.text)),
            body=joined((titles.get(each.item_id, "") if each.item_id else "", each.basis)),
        )
        for each in found
    ]


def _written(reader: Reader, ids: list[Id] | None) -> list[Document]:
    """Decisions between meetings, with what each member answered."""
    answers: defaultdict[Id, list[str]] = defaultdict(list)
    reply: Reply
    for reply in under(reader, Reply, replies.c.procedure_id, ids):
        answers[reply.procedure_id] += (reply.name, reply.note)
    return [
        Document(
            kind=Kind.WRITTEN,
            record_id=each.id,
            organisation_id=each.organisation_id,
            day=each.sent_on,
            title=each.title,
            body=joined((each.proposal, *answers[each.id])),
        )
        for each in wanted(reader, WrittenProcedure, ids)
    ]


def _ideas(reader: Reader, ids: list[Id] | None) -> list[Document]:
    """Ideas for later; each is shown where it came up."""
    found: list[Idea] = wanted(reader, Idea, ids)
    came_up = reader.found(AgendaItem, (each.item_id for each in found if each.item_id))
    meetings = {each.id: each.meeting_id for each in came_up.values()}
    return [
        Document(
            kind=Kind.IDEA,
            record_id=each.id,
            organisation_id=each.organisation_id,
            meeting_id=meetings.get(each.item_id) if each.item_id else None,
            day=each.noted_on,
            title=each.text,
            within_id=each.item_id,
        )
        for each in found
    ]


def _tasks(reader: Reader, ids: list[Id] | None) -> list[Document]:
    owners: defaultdict[Id, list[str]] = defaultdict(list)
    for owner in under(reader, TaskOwner, task_owners.c.task_id, ids):
        owners[owner.task_id].append(owner.name)
    return [
        Document(
            kind=Kind.TASK,
            record_id=each.id,
            organisation_id=each.organisation_id,
            meeting_id=each.meeting_id,
            day=each.due_on or each.created_on,
            title=each.text,
            body=joined((*owners[each.id], each.notes)),
        )
        for each in wanted(reader, Task, ids)
    ]


def _papers(reader: Reader, ids: list[Id] | None) -> list[Document]:
    return [
        Document(
            kind=Kind.PAPER,
            record_id=each.id,
            organisation_id=each.organisation_id,
            meeting_id=each.meeting_id,
            day=each.added_on,
            title=joined((each.title, each.file_name)),
            body=each.notes,
            within_id=each.item_id,
        )
        for each in wanted(reader, Paper, ids)
    ]


_MAKERS: dict[Kind, Callable[[Reader, list[Id] | None], list[Document]]] = {
    Kind.ORGANISATION: of_boards.organisations,
    Kind.PERSON: of_boards.people,
    Kind.MEETING: _meetings,
    Kind.ITEM: _items,
    Kind.DECISION: _decisions,
    Kind.WRITTEN: _written,
    Kind.TASK: _tasks,
    Kind.IDEA: _ideas,
    Kind.REMINDER: of_boards.reminders,
    Kind.WHEEL_TASK: of_boards.wheel_tasks,
    Kind.REFERRAL: of_boards.referrals,
    Kind.REVIEW: of_boards.reviews,
    Kind.SEAT: of_boards.seats_offered,
    Kind.PAYMENT: of_boards.payments,
    Kind.PAPER: _papers,
}
