"""What of each record a search looks at, and which records a change makes look different."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import agenda_items
from boardkeeper.db.schema_minutes import decisions, item_minutes, task_owners
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.changes import Change
from boardkeeper.domain.decisions import Decision
from boardkeeper.domain.identity import Id, Record
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.minutes import ItemMinutes
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.people import Person
from boardkeeper.domain.search import Document, Kind
from boardkeeper.domain.search_words import joined
from boardkeeper.domain.tasks import Task, TaskOwner

RECORDS: dict[Kind, type[Record]] = {
    Kind.ORGANISATION: Organisation,
    Kind.PERSON: Person,
    Kind.MEETING: Meeting,
    Kind.ITEM: AgendaItem,
    Kind.DECISION: Decision,
    Kind.TASK: Task,
    Kind.PAPER: Paper,
}
"""The record each thing that can be found is."""

Ids = Iterable[Any]


def documents(reader: Reader, kind: Kind, ids: Ids | None = None) -> list[Document]:
    """What is looked at of those records of a kind that are there; of all of them for None.

    The text of a paper's file is not among it.
    """
    return _MAKERS[kind](reader, None if ids is None else list(ids))


def _all(reader: Reader, kind: type[Any], ids: list[Id] | None) -> list[Any]:
    return reader.every(kind) if ids is None else list(reader.found(kind, ids).values())


def _organisations(reader: Reader, ids: list[Id] | None) -> list[Document]:
    return [
        Document(
            kind=Kind.ORGANISATION,
            record_id=each.id,
            organisation_id=each.id,
            title=joined((each.name, each.short_name)),
            body=joined(
                (
                    each.purpose,
                    each.notes,
                    each.usual_place,
                    each.address,
                    each.registration_number,
                    each.confidentiality,
                )
            ),
        )
        for each in _all(reader, Organisation, ids)
    ]


def _people(reader: Reader, ids: list[Id] | None) -> list[Document]:
    return [
        Document(
            kind=Kind.PERSON,
            record_id=each.id,
            title=each.name,
            body=joined(
                (
                    each.occupation,
                    each.company,
                    each.email,
                    each.phone,
                    each.address,
                    each.how_we_met,
                    each.notes,
                )
            ),
        )
        for each in _all(reader, Person, ids)
    ]


def _meetings(reader: Reader, ids: list[Id] | None) -> list[Document]:
    return [
        Document(
            kind=Kind.MEETING,
            record_id=each.id,
            organisation_id=each.organisation_id,
            meeting_id=each.id,
            day=each.day,
            title=each.title,
            body=joined((each.purpose, each.place, each.refreshments, each.notes)),
        )
        for each in _all(reader, Meeting, ids)
    ]


def _items(reader: Reader, ids: list[Id] | None) -> list[Document]:
    found = _all(reader, AgendaItem, ids)
    sittings = reader.found(Meeting, (each.meeting_id for each in found))
    noted = {each.item_id: each for each in _minutes_of(reader, ids)}
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
                body=joined((*minutes, *case, each.presenter)),
            )
        )
    return made


def _minutes_of(reader: Reader, ids: list[Id] | None) -> list[ItemMinutes]:
    return _under(reader, ItemMinutes, item_minutes.c.item_id, ids)


def _decisions(reader: Reader, ids: list[Id] | None) -> list[Document]:
    found = _all(reader, Decision, ids)
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


def _tasks(reader: Reader, ids: list[Id] | None) -> list[Document]:
    owners: defaultdict[Id, list[str]] = defaultdict(list)
    for owner in _under(reader, TaskOwner, task_owners.c.task_id, ids):
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
        for each in _all(reader, Task, ids)
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
        )
        for each in _all(reader, Paper, ids)
    ]


_MAKERS: dict[Kind, Callable[[Reader, list[Id] | None], list[Document]]] = {
    Kind.ORGANISATION: _organisations,
    Kind.PERSON: _people,
    Kind.MEETING: _meetings,
    Kind.ITEM: _items,
    Kind.DECISION: _decisions,
    Kind.TASK: _tasks,
    Kind.PAPER: _papers,
}


def _under(reader: Reader, kind: type[Any], column: Any, ids: list[Id] | None) -> list[Any]:
    """The records that point at one of the ids, or every record."""
    if ids is None:
        return reader.every(kind)
    asked = select(column.table)
    at_once = 500
    return [
        record
        for first in range(0, len(ids), at_once)
        for record in reader.all(kind, asked.where(column.in_(ids[first : first + at_once])))
    ]


def touched(reader: Reader, changes: Iterable[Change]) -> dict[Kind, set[Id]]:
    """What has to be looked at anew after the changes, removed records among it."""
    found: defaultdict[Kind, set[Id]] = defaultdict(set)
    for change in changes:
        for kind, ids in _touched(reader, change):
            found[kind].update(ids)
    return found


def _touched(reader: Reader, change: Change) -> list[tuple[Kind, Iterable[Id]]]:
    """A change that alters none of the words looked at touches nothing."""
    subject = change.subject
    looks = _LOOKS.get(type(subject))
    if looks is None or (change.before and change.after and _same(looks, change)):
        return []
    if isinstance(subject, ItemMinutes):
        return [(Kind.ITEM, [subject.item_id])]
    if isinstance(subject, TaskOwner):
        return [(Kind.TASK, [subject.task_id])]
    return [(_KINDS[type(subject)], [subject.id]), *_below(reader, change)]


def _below(reader: Reader, change: Change) -> list[tuple[Kind, Iterable[Id]]]:
    """What bears the words of a changed record, too.

    Of one that is new or gone, what lies below it is made and removed by changes of its own.
    """
    before, after = change.before, change.after
    if isinstance(before, AgendaItem) and isinstance(after, AgendaItem):
        asked = select(decisions.c.id).where(decisions.c.item_id == after.id)
        return [(Kind.DECISION, reader.values(asked))]
    if isinstance(before, Meeting) and isinstance(after, Meeting) and _is_moved(before, after):
        asked = select(agenda_items.c.id).where(agenda_items.c.meeting_id == after.id)
        return [(Kind.ITEM, reader.values(asked))]
    return []


def _is_moved(before: Meeting, after: Meeting) -> bool:
    return (before.day, before.organisation_id) != (after.day, after.organisation_id)


_KINDS = {record: kind for kind, record in RECORDS.items()}

_LOOKS: dict[type[Any], tuple[str, ...]] = {
    Organisation: (
        "name",
        "short_name",
        "purpose",
        "notes",
        "usual_place",
        "address",
        "registration_number",
        "confidentiality",
    ),
    Person: (
        "name",
        "occupation",
        "company",
        "email",
        "phone",
        "address",
        "how_we_met",
        "notes",
    ),
    Meeting: (
        "organisation_id",
        "starts_at",
        "title",
        "purpose",
        "place",
        "refreshments",
        "notes",
    ),
    AgendaItem: (
        "meeting_id",
        "title",
        "presenter",
        "purpose",
        "background",
        "economy",
        "recommendation",
        "notes",
    ),
    ItemMinutes: ("item_id", "text", "private_notes", "outcome_note"),
    Decision: (
        "organisation_id",
        "meeting_id",
        "item_id",
        "number",
        "text",
        "basis",
        "decided_on",
    ),
    Task: ("organisation_id", "meeting_id", "text", "due_on", "created_on", "notes"),
    TaskOwner: ("task_id", "name"),
    Paper: (
        "organisation_id",
        "meeting_id",
        "title",
        "file_name",
        "digest",
        "added_on",
        "notes",
    ),
}
"""The fields that reach the index."""


def _same(looks: tuple[str, ...], change: Change) -> bool:
    return all(getattr(change.before, name) == getattr(change.after, name) for name in looks)
