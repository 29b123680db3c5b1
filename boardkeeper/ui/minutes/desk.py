"""Where one notes what comes of an item: it opens the forms and tells the services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.attendance import Absence, AbsenceReason, AttendanceId
from boardkeeper.domain.decisions import Decision, DecisionId, Dissent
from boardkeeper.domain.ideas import Idea
from boardkeeper.domain.identity import Record
from boardkeeper.domain.minutes import ItemMinutes, Outcome
from boardkeeper.domain.minutes_book import BookItem
from boardkeeper.domain.minutes_times import at_its_place
from boardkeeper.domain.task_lines import read_task_line, written_task_line
from boardkeeper.domain.tasks import Task, TaskId, TaskOwner
from boardkeeper.domain.votes import Vote
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.minutes.inline_form import InlineForm
from boardkeeper.ui.minutes.item_forms import (
    ConflictForm,
    DecisionForm,
    DissentForm,
    KeptOut,
    LineForm,
    OutcomeForm,
    TaskForm,
)
from boardkeeper.ui.minutes.person_form import PersonForm
from boardkeeper.ui.minutes.sitting import Sitting
from boardkeeper.ui.minutes.vote_form import TakenVote, VoteForm


class MinutesDesk(QObject):
    """Every form of the page: for something new, or for what was noted before.

    `form_wanted` carries a form and what is to be done with its answer.
    """

    form_wanted = Signal(object, object)
    item_added = Signal(str)

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._sitting: Sitting | None = None
        self._item: BookItem | None = None

    def show_sitting(self, sitting: Sitting, item: BookItem | None) -> None:
        """Work on this meeting and item from now on."""
        self._sitting = sitting
        self._item = item

    def decide(self) -> None:
        """A decision; its words start from the recommendation."""
        if self._item is not None:
            item_id = self._item.item.id
            form = DecisionForm(_("Decision"), self._item.item.recommendation)
            self._open(form, lambda said: self._record(item_id, *said))

    def give_task(self) -> None:
        """Tasks, a line each."""
        if self._item is None or self._sitting is None:
            return
        item_id = self._item.item.id
        self._open(self._task_form(), lambda line: self._services.tasks.add_line(item_id, line))

    def vote(self) -> None:
        if self._item is None or self._sitting is None:
            return
        item = self._item
        voted = {each.vote.decision_id for each in item.votes}
        open_decisions = [each.id for each in item.decisions if each.id not in voted]
        about = open_decisions[-1] if open_decisions else None
        proposed = self._services.votes.proposed(item.item.id, decision_id=about)
        self._open(
            self._vote_form(TakenVote(vote=proposed)),
            lambda taken: self._services.votes.take(taken.vote, taken.ballots, taken.candidates),
        )

    def keep_idea(self) -> None:
        if self._item is not None:
            item_id = self._item.item.id
            form = _idea_form()
            self._open(form, lambda text: self._services.minutes.note_idea(item_id, text))

    def settle(self) -> None:
        """What became of the item; most often it was noted."""
        if self._item is None:
            return
        noted = self._item.minutes
        before = self._item.outcome
        form = OutcomeForm(
            Outcome.NOTED if before is Outcome.NONE else before,
            "" if noted is None else noted.outcome_note,
        )
        item_id = self._item.item.id
        self._open(form, lambda said: self._services.minutes.settle(item_id, *said))

    def keep_out(self, who: AttendanceId | None = None, why: str = "") -> None:
        """Somebody has a conflict of interest, or was out of the room."""
        if self._item is None or self._sitting is None:
            return
        item_id = self._item.item.id
        form = ConflictForm(self._sitting.those_present(), who, why)
        self._open(form, lambda kept: self._keep_out(item_id, kept))

    def dissent(self) -> None:
        if self._item is None or self._sitting is None:
            return
        item = self._item
        about = item.decisions[-1].id if item.decisions else None
        names = [each.name for each in self._sitting.those_present()]
        form = DissentForm(names)
        self._open(form, lambda said: self._enter(item.item.id, *said, about=about))

    def add_item(self) -> None:
        """An item that came up at the meeting, after the one that is open."""
        if self._sitting is None:
            return
        meeting_id = self._sitting.meeting.id
        after = None if self._item is None else self._item.item.id
        form = LineForm(
            _("New item at the meeting"),
            _("Title"),
            _("Add"),
            icon="list-plus",
            missing=_("An agenda item needs a title."),
        )

        def add(title: str) -> None:
            added = self._services.minutes.add_item(meeting_id, title, after)
            self.item_added.emit(added.id)

        self._open(form, add)

    def add_guest(self) -> None:
        if self._sitting is None:
            return
        meeting_id = self._sitting.meeting.id
        form = LineForm(
            _("Guest"),
            _("Name"),
            _("Add"),
            icon="user-plus",
            missing=_("A participant needs a name."),
        )
        form.stays = True
        self._open(form, lambda name: self._services.attendance.add_guest(meeting_id, name))

    def tell_of(self, attendance_id: str) -> None:
        """When somebody came and left, for whom they stand, who votes for them."""
        if self._sitting is None:
            return
        sitting = self._sitting
        attendance = sitting.participant(AttendanceId(attendance_id))
        if attendance is None:
            return
        form = PersonForm(
            attendance,
            sitting.meeting,
            sitting.roll,
            self._moment_of,
            at_its_place(self._services.clock.moment(), sitting.meeting),
            allows_proxies=sitting.book.procedure.allows_proxies,
        )
        tell = self._services.attendance.tell
        self._open(
            form,
            lambda said: tell(
                said.attendance, stands_for_id=said.stands_for_id, proxy_to_id=said.proxy_to_id
            ),
        )

    def edit(self, record: Record) -> None:
        """Change what was noted."""
        if self._item is None or self._sitting is None:
            return
        match record:
            case Decision():
                form = DecisionForm(record.number, record.text, record.basis)
                self._open(form, lambda said: self._change_decision(record, *said))
            case Vote():
                self._edit_vote(record)
            case Dissent():
                self._edit_dissent(record)
            case Task():
                self._edit_task(record)
            case Absence():
                self._edit_absence(record)
            case Idea():
                change = self._services.ideas.change
                self._open(_idea_form(record.text), lambda text: change(replace(record, text=text)))
            case ItemMinutes():
                self.settle()
            case _:
                pass

    def discard(self, record: Record) -> None:
        """Take away what was noted; undo brings it back."""
        services = self._services
        match record:
            case Decision():
                services.decisions.discard(record.id)
            case Vote():
                services.votes.discard(record.id)
            case Dissent():
                services.decisions.discard_dissent(record.id)
            case Task():
                services.tasks.discard(record.id)
            case Absence():
                services.attendance.take_part(record.id)
            case Idea():
                services.ideas.discard(record.id)
            case ItemMinutes():
                services.minutes.settle(record.item_id, Outcome.NONE)
            case _:
                pass

    def _open(self, form: InlineForm[Any], then: Callable[[Any], object]) -> None:
        self.form_wanted.emit(form, then)

    def _task_form(self) -> TaskForm:
        sitting = self._sitting
        assert sitting is not None  # noqa: S101 - asked of an open meeting only
        people = self._services.tasks.people(sitting.meeting.id)
        day = sitting.meeting.day
        return TaskForm(lambda line: read_task_line(line, people, day))

    def _vote_form(self, taken: TakenVote) -> VoteForm:
        sitting, item = self._sitting, self._item
        assert sitting is not None and item is not None  # noqa: S101, PT018 - as above
        return VoteForm(
            taken,
            people=sitting.roll,
            rights=self._services.votes.rights(item.item.id),
            decisions=item.decisions,
            has_mover=sitting.book.procedure.records_movers or bool(taken.vote.moved_by),
            is_general=sitting.is_general,
        )

    def _record(self, item_id: AgendaItemId, text: str, basis: str) -> None:
        self._services.decisions.record(item_id, text, basis)

    def _change_decision(self, decision: Decision, text: str, basis: str) -> None:
        self._services.decisions.change(replace(decision, text=text, basis=basis))

    def _keep_out(self, item_id: AgendaItemId, kept: KeptOut) -> None:
        service = self._services.attendance
        if kept.reason is AbsenceReason.AWAY:
            service.away(item_id, kept.attendance_id, kept.explanation)
        else:
            service.conflict(item_id, kept.attendance_id, kept.explanation, kept.left_the_room)

    def _enter(
        self, item_id: AgendaItemId, name: str, text: str, *, about: DecisionId | None
    ) -> None:
        sitting = self._sitting
        roll = () if sitting is None else sitting.roll
        person_id = next((each.person_id for each in roll if each.name == name), None)
        who = name if person_id is None else self._services.people.get(person_id)
        self._services.decisions.dissent(item_id, who, text, about)

    def _moment_of(self, number: str) -> datetime | None:
        lines = () if self._sitting is None else self._sitting.items
        found = next((each for each in lines if each.line.number == number), None)
        return None if found is None else self._services.attendance.moment_of(found.item.id)

    def _edit_vote(self, vote: Vote) -> None:
        votes = () if self._item is None else self._item.votes
        found = next((each for each in votes if each.vote.id == vote.id), None)
        if found is None:
            return
        taken = TakenVote(vote=vote, ballots=found.ballots, candidates=found.candidates)
        self._open(
            self._vote_form(taken),
            lambda said: self._services.votes.change(said.vote, said.ballots, said.candidates),
        )

    def _edit_dissent(self, dissent: Dissent) -> None:
        sitting = self._sitting
        names = [] if sitting is None else [each.name for each in sitting.those_present()]
        form = DissentForm(names, dissent.name, dissent.text)

        def change(said: tuple[str, str]) -> None:
            name, text = said
            person_id = dissent.person_id if name == dissent.name else None
            changed = replace(dissent, name=name, text=text, person_id=person_id)
            self._services.decisions.change_dissent(changed)

        self._open(form, change)

    def _edit_absence(self, absence: Absence) -> None:
        sitting = self._sitting
        people = [] if sitting is None else sitting.those_present()
        form = ConflictForm(people, absence.attendance_id, absence.explanation)
        form.show_reason(absence.reason, left_the_room=absence.left_the_room)

        def change(kept: KeptOut) -> None:
            self._services.attendance.change_absence(
                replace(
                    absence,
                    attendance_id=kept.attendance_id,
                    reason=kept.reason,
                    explanation=kept.explanation,
                    left_the_room=kept.left_the_room,
                )
            )

        self._open(form, change)

    def _edit_task(self, task: Task) -> None:
        """A task as the line that would say it; owners and day are read again."""
        found = self._services.tasks.get(task.id)
        form = self._task_form()
        form.stays = False
        form.set_line(written_task_line(task.text, found.owner_names, task.due_on))

        def change(line: str) -> None:
            read = form.understood(line)
            changed = replace(
                task, text=read.text, due_on=read.due_on, minutes=read.minutes or task.minutes
            )
            if changed != task:
                self._services.tasks.change(changed)
            if tuple(each.name for each in read.owners) != found.owner_names:
                self._services.tasks.set_owners(task.id, _owners(task.id, read.owners))

        self._open(form, change)


def _owners(task_id: TaskId, named: Any) -> list[TaskOwner]:
    return [TaskOwner(task_id=task_id, name=each.name, person_id=each.person_id) for each in named]


def _idea_form(text: str = "") -> LineForm:
    return LineForm(
        _("Idea for later"),
        _("What is not to be forgotten"),
        _("Keep"),
        icon="lightbulb",
        line=text,
        missing=_("An idea needs its words."),
    )
