"""Questions about tasks and those who are to do them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_minutes import task_owners, tasks
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.tasks import Task, TaskId, TaskOwner, TaskStatus


def owners_of(reader: Reader, task_id: TaskId) -> list[TaskOwner]:
    """Those who are to do the task, the first named first."""
    asked = select(task_owners).where(task_owners.c.task_id == task_id)
    return reader.all(TaskOwner, asked.order_by(task_owners.c.position, task_owners.c.id))


def tasks_of_meeting(reader: Reader, meeting_id: MeetingId) -> list[BookTask]:
    """The tasks the meeting gave, in the order they were noted."""
    asked = select(tasks).where(tasks.c.meeting_id == meeting_id)
    return _with_owners(reader, asked.order_by(tasks.c.position, tasks.c.id))


def tasks_where(
    reader: Reader,
    *,
    organisation_id: OrganisationId | None = None,
    status: TaskStatus | None = None,
    person_id: PersonId | None = None,
    due_by: date | None = None,
) -> list[BookTask]:
    """The tasks that are asked for, the first due first, those without a day last."""
    asked = select(tasks)
    if organisation_id is not None:
        asked = asked.where(tasks.c.organisation_id == organisation_id)
    if status is not None:
        asked = asked.where(tasks.c.status == status)
    if person_id is not None:
        asked = asked.where(_is_owned_by(person_id))
    if due_by is not None:
        asked = asked.where(tasks.c.due_on <= due_by)
    return _with_owners(reader, _in_time(asked))


_FEW = 2_000
"""Tasks up to which their owners are asked for by the tasks' ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTask:
    """A word searched for among tasks, or what that word means elsewhere."""

    word: str
    organisation_ids: Collection[OrganisationId] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksAsked:
    """Which tasks are to be listed: open ones or those that are done with, whose, and with what."""

    is_open: bool
    organisation_id: OrganisationId | None = None
    person_id: PersonId | None = None
    found: Sequence[FoundTask] = ()


def tasks_listed(reader: Reader, asked: TasksAsked, limit: int | None = None) -> list[BookTask]:
    """Open tasks, the first due first; those that are done with, the last closed first."""
    found = select(tasks).where(*_asked(asked))
    newest = found.order_by(tasks.c.closed_on.desc(), tasks.c.id)
    in_order = _in_time(found) if asked.is_open else newest
    return _with_owners(reader, in_order.limit(limit))


def count_of_tasks(reader: Reader, asked: TasksAsked) -> int:
    counted = select(func.count()).select_from(tasks).where(*_asked(asked))
    return int(reader.value(counted))


def count_due(reader: Reader, person_id: PersonId, last: date) -> int:
    """How many open tasks of the person are due by the day."""
    counted = select(func.count()).select_from(tasks)
    counted = counted.where(
        tasks.c.status == TaskStatus.OPEN, tasks.c.due_on <= last, _is_owned_by(person_id)
    )
    return int(reader.value(counted))


def open_before(reader: Reader, meeting: Meeting) -> list[BookTask]:
    """The organisation's tasks of other meetings that were open when this meeting began."""
    asked = select(tasks).where(
        tasks.c.organisation_id == meeting.organisation_id,
        tasks.c.created_on < meeting.day,
        or_(tasks.c.closed_on.is_(None), tasks.c.closed_on >= meeting.day),
        or_(tasks.c.meeting_id.is_(None), tasks.c.meeting_id != meeting.id),
    )
    return _with_owners(reader, _in_time(asked))


def count_of_open_tasks(reader: Reader, organisation_id: OrganisationId) -> int:
    asked = select(func.count()).where(
        tasks.c.organisation_id == organisation_id, tasks.c.status == TaskStatus.OPEN
    )
    return int(reader.value(asked))


def next_position(reader: Reader, meeting_id: MeetingId) -> int:
    """The place of one more task among the meeting's."""
    asked = select(func.max(tasks.c.position)).where(tasks.c.meeting_id == meeting_id)
    highest = reader.value(asked)
    return 0 if highest is None else int(highest) + 1


def _asked(asked: TasksAsked) -> list[ColumnElement[bool]]:
    is_open = tasks.c.status == TaskStatus.OPEN
    wanted = [is_open if asked.is_open else ~is_open]
    if asked.organisation_id is not None:
        wanted.append(tasks.c.organisation_id == asked.organisation_id)
    if asked.person_id is not None:
        wanted.append(_is_owned_by(asked.person_id))
    return [*wanted, *(_is_found(each) for each in asked.found)]


def _is_owned_by(person_id: PersonId) -> ColumnElement[bool]:
    """Asked for once, and not of every task: SQLite may look a hundred thousand owners up each."""
    theirs = select(task_owners.c.task_id).where(task_owners.c.person_id == person_id)
    return tasks.c.id.in_(theirs)


def _is_found(found: FoundTask) -> ColumnElement[bool]:
    """SQLite is blind to case in a to z alone, so æ ø å are asked for in both."""
    words = {found.word}
    if not found.word.isascii():
        words |= {found.word.lower(), found.word.upper(), found.word.capitalize()}
    names = (task_owners.c.name.contains(each, autoescape=True) for each in sorted(words))
    return or_(
        *(tasks.c.text.contains(each, autoescape=True) for each in sorted(words)),
        tasks.c.id.in_(select(task_owners.c.task_id).where(or_(*names))),
        tasks.c.organisation_id.in_(found.organisation_ids),
    )


def _in_time(asked: Select[Any]) -> Select[Any]:
    return asked.order_by(
        tasks.c.due_on.is_(None), tasks.c.due_on, tasks.c.created_on, tasks.c.position, tasks.c.id
    )


def _with_owners(reader: Reader, asked: Select[Any]) -> list[BookTask]:
    """The tasks asked for with their owners, who are named one by one where the tasks are few."""
    found = reader.all(Task, asked)
    if not found:
        return []
    few = [each.id for each in found] if len(found) <= _FEW else None
    wanted = few or asked.with_only_columns(tasks.c.id).order_by(None)
    owners = _by_task(
        reader.all(TaskOwner, select(task_owners).where(task_owners.c.task_id.in_(wanted)))
    )
    return [BookTask(task=each, owners=tuple(owners.get(each.id, ()))) for each in found]


def _by_task(owners: Iterable[TaskOwner]) -> dict[Id, list[TaskOwner]]:
    by_task: dict[Id, list[TaskOwner]] = defaultdict(list)
    for owner in _in_place(owners):
        by_task[owner.task_id].append(owner)
    return by_task


def _in_place(owners: Iterable[TaskOwner]) -> list[TaskOwner]:
    return sorted(owners, key=lambda each: (each.position, each.id))
