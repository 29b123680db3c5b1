"""Everything the minutes of one meeting are made of, at one moment: what page and paper read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from boardkeeper.domain.agenda import Agenda, AgendaItem, AgendaItemId, AgendaLine
from boardkeeper.domain.attendance import Absence, Attendance, AttendanceId
from boardkeeper.domain.decisions import Decision, DecisionId, Dissent
from boardkeeper.domain.ideas import Idea
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.minutes import ItemMinutes, Minutes, Outcome
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.procedure import MinutesStyle, Procedure
from boardkeeper.domain.tasks import Task, TaskOwner
from boardkeeper.domain.votes import Ballot, Candidate, Vote
from boardkeeper.domain.written_procedure import WrittenProcedure


@dataclass(frozen=True, slots=True, kw_only=True)
class BookVote:
    """A vote with what was cast: ballots of a vote by name, candidates of an election."""

    vote: Vote
    ballots: tuple[Ballot, ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BookTask:
    """A task with those who are to do it, the first named first."""

    task: Task
    owners: tuple[TaskOwner, ...] = ()

    @property
    def owner_names(self) -> tuple[str, ...]:
        return tuple(owner.name for owner in self.owners)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookItem:
    """One agenda item with all that came of it, each kind in the order it was noted.

    `minutes` is None until something has been written under the item.
    """

    line: AgendaLine
    minutes: ItemMinutes | None = None
    absences: tuple[Absence, ...] = ()
    decisions: tuple[Decision, ...] = ()
    votes: tuple[BookVote, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    tasks: tuple[BookTask, ...] = ()
    ideas: tuple[Idea, ...] = ()

    @property
    def item(self) -> AgendaItem:
        return self.line.item

    @property
    def text(self) -> str:
        """What was written, in Markdown; empty where nothing was."""
        return "" if self.minutes is None else self.minutes.text

    @property
    def outcome(self) -> Outcome:
        return Outcome.NONE if self.minutes is None else self.minutes.outcome

    @property
    def is_added(self) -> bool:
        """Whether the item came up at the meeting itself."""
        return self.minutes is not None and self.minutes.is_added

    @property
    def is_empty(self) -> bool:
        """Whether the item has left nothing in the minutes; private notes do not count."""
        left = (self.absences, self.decisions, self.votes, self.dissents, self.tasks)
        return not (self.text.strip() or self.outcome is not Outcome.NONE or any(left))


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesBook:
    """The minutes of a meeting and everything they point at, read in one go.

    `minutes` is None until the meeting was opened or something was noted of it as a whole.
    `attendances` are those on record, in the order of the participants' table. `items` stand in
    the agenda's order. `decisions` and `tasks` are all of the meeting's, also those whose item is
    gone. `followed_up` are the tasks of earlier meetings that were still open when this one began.
    `reported` are the written procedures this meeting was told of. `chair` and `minute_taker` are
    names, empty where nobody is named.
    """

    meeting: Meeting
    organisation: Organisation
    procedure: Procedure
    agenda: Agenda
    minutes: Minutes | None = None
    chair: str = ""
    minute_taker: str = ""
    attendances: tuple[Attendance, ...] = ()
    items: tuple[BookItem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    tasks: tuple[BookTask, ...] = ()
    followed_up: tuple[BookTask, ...] = ()
    reported: tuple[WrittenProcedure, ...] = ()

    @property
    def style(self) -> MinutesStyle:
        """How much these minutes tell: their own style, or the organisation's."""
        own = None if self.minutes is None else self.minutes.style
        return own or self.procedure.style

    @property
    def began_at(self) -> datetime | None:
        """When the meeting was opened, in the wall time of its place; None before that."""
        return None if self.minutes is None else self.minutes.began_at

    @property
    def ended_at(self) -> datetime | None:
        """When the meeting was closed, in the wall time of its place; None before that."""
        return None if self.minutes is None else self.minutes.ended_at

    @property
    def is_running(self) -> bool:
        """Whether the meeting has been opened and not yet closed."""
        return self.began_at is not None and self.ended_at is None

    def item(self, item_id: AgendaItemId) -> BookItem | None:
        """The item of that id, or None."""
        return next((each for each in self.items if each.item.id == item_id), None)

    def attendance(self, attendance_id: AttendanceId) -> Attendance | None:
        """The participant of that id, or None."""
        return next((each for each in self.attendances if each.id == attendance_id), None)

    def decision(self, decision_id: DecisionId) -> Decision | None:
        """The decision of that id, or None where it was not made at this meeting."""
        return next((each for each in self.decisions if each.id == decision_id), None)
