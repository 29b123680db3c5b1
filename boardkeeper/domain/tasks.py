"""Tasks: what somebody has promised to do, by when, and where they promised it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class TaskId(Id):
    """Names a task."""

    __slots__ = ()


class TaskOwnerId(Id):
    """Names somebody's share in a task."""

    __slots__ = ()


class TaskStatus(StrEnum):
    """How far a task is."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to be done for an organisation, by its owners. It outlives its meeting.

    `minutes` is the estimate, 0 where nobody has made one. `closed_on` is the day it was done or
    dropped.
    """

    id: TaskId = field(default_factory=TaskId.new)
    organisation_id: OrganisationId
    meeting_id: MeetingId | None = None
    item_id: AgendaItemId | None = None
    position: int = 0
    text: str
    due_on: date | None = None
    minutes: int = 0
    status: TaskStatus = TaskStatus.OPEN
    created_on: date
    closed_on: date | None = None
    notes: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvalidField("text", _("A task needs to say what is to be done."))
        if not 0 <= self.minutes <= 100_000:
            raise InvalidField("minutes", _("An estimate lies between 0 and 1,600 hours."))

    @property
    def is_open(self) -> bool:
        return self.status is TaskStatus.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskOwner:
    """Somebody who does a task; a name alone where they are not among the people."""

    id: TaskOwnerId = field(default_factory=TaskOwnerId.new)
    task_id: TaskId
    person_id: PersonId | None = None
    name: str
    position: int = 0

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidField("name", _("An owner needs a name."))


def status_name(status: TaskStatus) -> str:
    """How far a task is, in words."""
    return {
        TaskStatus.OPEN: _("Open"),
        TaskStatus.DONE: _("Done"),
        TaskStatus.DROPPED: _("Dropped"),
    }[status]
