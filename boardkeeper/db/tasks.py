"""Questions about tasks and those who are to do them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, exists, func, or_, select

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
) -> list[BookTask]:
    """The tasks that are asked for, the first due first, those without a day last."""
    asked = select(tasks)
    if organisation_id is not None:
        asked = asked.where(tasks.c.organisation_id == organisation_id)
    if status is not None:
        asked = asked.where(tasks.c.status == status)
    if person_id is not None:
        theirs = exists().where(
            task_owners.c.task_id == tasks.c.id, task_owners.c.person_id == person_id
        )
        asked = asked.where(theirs)
    return _with_owners(reader, _in_time(asked))


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


def _in_time(asked: Select[Any]) -> Select[Any]:
    return asked.order_by(
        tasks.c.due_on.is_(None), tasks.c.due_on, tasks.c.created_on, tasks.c.position, tasks.c.id
    )


def _with_owners(reader: Reader, asked: Select[Any]) -> list[BookTask]:
    found = reader.all(Task, asked)
    owners = _owners(reader, asked.with_only_columns(tasks.c.id).order_by(None)) if found else {}
    return [BookTask(task=each, owners=tuple(owners.get(each.id, ()))) for each in found]


def _owners(reader: Reader, task_ids: Select[Any]) -> dict[Id, list[TaskOwner]]:
    asked = select(task_owners).where(task_owners.c.task_id.in_(task_ids))
    by_task: dict[Id, list[TaskOwner]] = defaultdict(list)
    for owner in _in_place(reader.all(TaskOwner, asked)):
        by_task[owner.task_id].append(owner)
    return by_task


def _in_place(owners: Iterable[TaskOwner]) -> list[TaskOwner]:
    return sorted(owners, key=lambda each: (each.position, each.id))
