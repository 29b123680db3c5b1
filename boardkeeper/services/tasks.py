"""Tasks: promised at a meeting or elsewhere, followed up until they are done or dropped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from boardkeeper.clock import Clock
from boardkeeper.db.attendance import attendances_of
from boardkeeper.db.journal import Journal, Transaction
from boardkeeper.db.meetings import meetings_of
from boardkeeper.db.memberships import memberships_in
from boardkeeper.db.minutes import minutes_of_item
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reader import Reader, row_of
from boardkeeper.db.tasks import (
    FoundTask,
    TasksAsked,
    count_due,
    count_of_tasks,
    next_position,
    open_before,
    owners_of,
    tasks_listed,
    tasks_of_meeting,
    tasks_where,
)
from boardkeeper.domain.agenda import AgendaItem, AgendaItemId
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingState
from boardkeeper.domain.minutes import ItemMinutes
from boardkeeper.domain.minutes_book import BookTask
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.task_lines import Named, TaskLine, read_task_line, written_task_line
from boardkeeper.domain.tasks import Task, TaskId, TaskOwner, TaskStatus
from boardkeeper.errors import UserError
from boardkeeper.formats.searching import search_key
from boardkeeper.formats.sorting import sort_key
from boardkeeper.i18n import _
from boardkeeper.services.trash import discard


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Tasks as a list shows them, and how many there are where not all of them are brought."""

    tasks: list[BookTask]
    count: int


class TaskService:
    """What one does with tasks."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def get(self, task_id: TaskId) -> BookTask:
        """The task with its owners. Raises UserError when it is not there."""
        reader = self._journal.reader
        task = reader.get(Task, task_id)
        return BookTask(task=task, owners=tuple(owners_of(reader, task_id)))

    def known(self, task_ids: Iterable[TaskId]) -> list[BookTask]:
        """Those of the tasks that are there, with their owners."""
        reader = self._journal.reader
        found = reader.found(Task, task_ids)
        return [
            BookTask(task=each, owners=tuple(owners_of(reader, each.id))) for each in found.values()
        ]

    def of_meeting(self, meeting_id: MeetingId) -> list[BookTask]:
        """The tasks the meeting gave, in the order they were noted."""
        return tasks_of_meeting(self._journal.reader, meeting_id)

    def open_of(self, organisation_id: OrganisationId) -> list[BookTask]:
        """The organisation's open tasks, the first due first, those without a day last."""
        return self.find(organisation_id, TaskStatus.OPEN)

    def to_follow_up(self, meeting_id: MeetingId) -> list[BookTask]:
        """What the meeting follows up: tasks of earlier ones, open when it began or still."""
        reader = self._journal.reader
        return open_before(reader, reader.get(Meeting, meeting_id))

    def mine(
        self, until: date | None = None, organisation_id: OrganisationId | None = None
    ) -> list[BookTask]:
        """My open tasks in every organisation or one, the first due first.

        Until a day: those due by then, and none without a day.
        """
        me = person_who_is_me(self._journal.reader)
        if me is None:
            return []
        return tasks_where(
            self._journal.reader,
            organisation_id=organisation_id,
            status=TaskStatus.OPEN,
            person_id=me.id,
            due_by=until,
        )

    def find(
        self,
        organisation_id: OrganisationId | None = None,
        status: TaskStatus | None = None,
        owner: PersonId | None = None,
    ) -> list[BookTask]:
        """The tasks asked for, the first due first, those without a day last."""
        return tasks_where(
            self._journal.reader,
            organisation_id=organisation_id,
            status=status,
            person_id=owner,
        )

    def listed(
        self,
        *,
        is_open: bool,
        organisation_id: OrganisationId | None = None,
        owner: PersonId | None = None,
        words: str = "",
        limit: int | None = None,
    ) -> Listed:
        """Open tasks, the first due first; those that are done with, the last closed first.

        `words` are looked for in the text and among owners and organisations; all must be there.
        """
        reader = self._journal.reader
        asked = TasksAsked(
            is_open=is_open,
            organisation_id=organisation_id,
            person_id=owner,
            found=_found(reader.every(Organisation), words) if words else (),
        )
        found = tasks_listed(reader, asked, limit)
        is_cut = limit is not None and len(found) == limit
        return Listed(tasks=found, count=count_of_tasks(reader, asked) if is_cut else len(found))

    def count_of_mine_due(self) -> int:
        """How many of my open tasks are late, or due today."""
        reader = self._journal.reader
        me = person_who_is_me(reader)
        return 0 if me is None else count_due(reader, me.id, self._clock.today())

    def add(self, task: Task, owners: Sequence[TaskOwner] = ()) -> Task:
        """Store a new task; one of a meeting comes after those it has."""
        with self._journal.command(_("Add task")) as tx:
            return _added(tx, task, owners)

    def read_line(self, item_id: AgendaItemId, line: str) -> TaskLine:
        """What a line typed under the item says; nothing is stored."""
        reader = self._journal.reader
        meeting = reader.get(Meeting, reader.get(AgendaItem, item_id).meeting_id)
        return read_task_line(line, self.people(meeting.id), meeting.day)

    def add_line(self, item_id: AgendaItemId, line: str) -> Task:
        """Store the task a line says: "Anna order the auditor 1/6".

        Days are counted from the meeting's. Raises UserError for an empty line.
        """
        read = self.read_line(item_id, line)
        with self._journal.command(_("Add task")) as tx:
            item = tx.get(AgendaItem, item_id)
            task = self._task_of(tx, item, read)
            return _added(tx, task, _owners(task.id, read.owners))

    def read(self, organisation_id: OrganisationId, line: str) -> TaskLine:
        """What a line typed outside a meeting says; days are counted from today."""
        return read_task_line(line, self.people_of(organisation_id), self._clock.today())

    def add_read(self, organisation_id: OrganisationId, line: str) -> Task:
        """Store the task such a line says. Raises InvalidField for an empty line."""
        read = self.read(organisation_id, line)
        task = Task(
            organisation_id=organisation_id,
            text=read.text,
            due_on=read.due_on,
            minutes=read.minutes,
            created_on=self._clock.today(),
        )
        return self.add(task, _owners(task.id, read.owners))

    def people_of(self, organisation_id: OrganisationId) -> list[Named]:
        """Who a task of the organisation can be given to: whoever sits there, and oneself."""
        reader = self._journal.reader
        me = person_who_is_me(reader)
        ids = [each.person_id for each in memberships_in(reader, organisation_id)]
        found = reader.found(Person, ids if me is None else [*ids, me.id])
        named = [
            Named(name=each.name, person_id=each.id, is_me=each.is_me) for each in found.values()
        ]
        return sorted(named, key=lambda each: sort_key(each.name))

    def people(self, meeting_id: MeetingId) -> list[Named]:
        """Who a task can be given to at the meeting: those invited, and whoever sits there."""
        reader = self._journal.reader
        meeting = reader.get(Meeting, meeting_id)
        me = person_who_is_me(reader)
        mine = None if me is None else me.id
        invited = [(each.person_id, each.name) for each in attendances_of(reader, meeting_id)]
        known = {person_id for person_id, _name in invited}
        sitting = [each.person_id for each in memberships_in(reader, meeting.organisation_id)]
        people = reader.found(Person, [each for each in sitting if each not in known])
        others = [(each.id, each.name) for each in people.values()]
        return [
            Named(name=name, person_id=person_id, is_me=person_id is not None and person_id == mine)
            for person_id, name in [*invited, *others]
        ]

    def change(self, task: Task, owners: Sequence[Named] | None = None) -> None:
        """Store a changed task, and who is to do it if that is told.

        Typing in one field is one undo step.
        """
        if owners is not None:
            with self._journal.command(_("Edit task")) as tx:
                tx.put(task)
                _put_owners(tx, task.id, _owners(task.id, owners))
            return
        before = self._journal.reader.get(Task, task.id)
        was, now = row_of(before), row_of(task)
        edited = frozenset(name for name in now if now[name] != was[name])
        with self._journal.command(_("Edit task"), merge=(task.id, edited)) as tx:
            tx.put(task)

    def set_owners(self, task_id: TaskId, owners: Sequence[TaskOwner]) -> None:
        """Say who does the task; who is not named any more does not."""
        with self._journal.command(_("Change owners of task")) as tx:
            tx.get(Task, task_id)
            _put_owners(tx, task_id, owners)

    def finish(self, task_id: TaskId) -> None:
        """Note that the task is done, today."""
        self._close(task_id, TaskStatus.DONE, _("Finish task"))

    def drop(self, task_id: TaskId) -> None:
        """Note that the task is let go, today."""
        self._close(task_id, TaskStatus.DROPPED, _("Drop task"))

    def reopen(self, task_id: TaskId) -> None:
        """Let a task that was done or dropped be open again."""
        with self._journal.command(_("Reopen task")) as tx:
            task = tx.get(Task, task_id)
            tx.put(replace(task, status=TaskStatus.OPEN, closed_on=None))

    def discard(self, task_id: TaskId) -> None:
        """Move the task to the trash."""
        with self._journal.command(_("Delete task")) as tx:
            task = tx.get(Task, task_id)
            discard(tx, task, task.text, self._clock.today())

    def history(self, task_id: TaskId) -> list[Meeting]:
        """The meetings the task was carried through, from the one that gave it; the earliest first.

        Meetings that were held until it was closed, or until today.
        """
        reader = self._journal.reader
        task = reader.get(Task, task_id)
        last = task.closed_on or self._clock.today()
        over = (MeetingState.HELD, MeetingState.DRAFT_MINUTES, MeetingState.APPROVED)
        return [
            each
            for each in meetings_of(reader, task.organisation_id)
            if each.id == task.meeting_id
            or (each.state in over and task.created_on < each.day <= last)
        ]

    def to_note(self, task_id: TaskId) -> None:
        """Turn the task into a line of its item's text; it is a task no longer.

        Raises UserError for one that stands under no item, or whose minutes are approved.
        """
        with self._journal.command(_("Turn task into a note")) as tx:
            task = tx.get(Task, task_id)
            if task.item_id is None:
                raise UserError(
                    _("The task stands under no agenda item, so there is no text to put it in.")
                )
            _refuse_approved(tx, tx.get(AgendaItem, task.item_id))
            names = [each.name for each in owners_of(tx, task_id)]
            line = f"- {written_task_line(task.text, names, task.due_on)}"
            noted = minutes_of_item(tx, task.item_id) or ItemMinutes(item_id=task.item_id)
            text = "\n".join(part for part in (noted.text.rstrip("\n"), line) if part)
            tx.put(replace(noted, text=text))
            tx.remove(task)

    def from_note(self, item_id: AgendaItemId, line: str) -> Task:
        """Turn a line of the item's text into a task; the line leaves the text.

        Raises UserError when the text has no such line, or its minutes are approved.
        """
        read = self.read_line(item_id, line)
        with self._journal.command(_("Turn note into a task")) as tx:
            item = tx.get(AgendaItem, item_id)
            _refuse_approved(tx, item)
            noted = minutes_of_item(tx, item_id)
            lines = [] if noted is None else noted.text.split("\n")
            bare = [each.strip() for each in lines]
            if noted is None or line.strip() not in bare:
                raise UserError(_("The text has no such line any more. Nothing was changed."))
            del lines[bare.index(line.strip())]
            tx.put(replace(noted, text="\n".join(lines)))
            task = self._task_of(tx, item, read)
            return _added(tx, task, _owners(task.id, read.owners))

    def _task_of(self, reader: Reader, item: AgendaItem, read: TaskLine) -> Task:
        meeting = reader.get(Meeting, item.meeting_id)
        return Task(
            organisation_id=meeting.organisation_id,
            meeting_id=meeting.id,
            item_id=item.id,
            text=read.text,
            due_on=read.due_on,
            minutes=read.minutes,
            created_on=min(meeting.day, self._clock.today()),
        )

    def _close(self, task_id: TaskId, status: TaskStatus, label: str) -> None:
        with self._journal.command(label) as tx:
            task = tx.get(Task, task_id)
            tx.put(replace(task, status=status, closed_on=self._clock.today()))


def _added(tx: Transaction, task: Task, owners: Sequence[TaskOwner]) -> Task:
    if task.meeting_id is not None:
        task = replace(task, position=next_position(tx, task.meeting_id))
    tx.put(task)
    tx.put_all(_in_place(task.id, owners))
    return task


def _put_owners(tx: Transaction, task_id: TaskId, owners: Sequence[TaskOwner]) -> None:
    """Let these do the task; one who did it before keeps their record."""
    before = {(each.person_id, each.name): each for each in owners_of(tx, task_id)}
    kept = [before.pop((each.person_id, each.name), each) for each in owners]
    for gone in before.values():
        tx.remove(gone)
    tx.put_all(_in_place(task_id, kept))


def _found(organisations: Iterable[Organisation], words: str) -> list[FoundTask]:
    """Each word, with the organisations it names."""
    named = [(each.id, search_key(f"{each.name} {each.short_name}")) for each in organisations]
    return [
        FoundTask(
            word=word, organisation_ids=[of for of, name in named if search_key(word) in name]
        )
        for word in words.split()
    ]


def _in_place(task_id: TaskId, owners: Sequence[TaskOwner]) -> list[TaskOwner]:
    return [replace(each, task_id=task_id, position=at) for at, each in enumerate(owners)]


def _owners(task_id: TaskId, named: Sequence[Named]) -> list[TaskOwner]:
    return [TaskOwner(task_id=task_id, name=each.name, person_id=each.person_id) for each in named]


def _refuse_approved(reader: Reader, item: AgendaItem) -> None:
    meeting = reader.get(Meeting, item.meeting_id)
    if meeting.state is MeetingState.APPROVED:
        raise UserError(
            _("The minutes are approved, and what they say stands. Nothing was changed.")
        )
