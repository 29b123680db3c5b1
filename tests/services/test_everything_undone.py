"""Whatever a person does, undoing all of it is as before and redoing all of it as after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from boardkeeper.clock import Clock
from boardkeeper.db.journal import STEPS, Journal
from boardkeeper.db.store import Store
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.attendance import Attendance, Presence
from boardkeeper.domain.ceilings import Ceiling
from boardkeeper.domain.changes import ChangeSet
from boardkeeper.domain.contacts import Contact
from boardkeeper.domain.decisions import Decision
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.ideas import Idea
from boardkeeper.domain.identity import Id, Record
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.minutes import Outcome
from boardkeeper.domain.organisations import Organisation, OrganisationKind
from boardkeeper.domain.papers import MediaType, Paper
from boardkeeper.domain.people import Person
from boardkeeper.domain.promises import Promise
from boardkeeper.domain.recurrence import read_rule
from boardkeeper.domain.reminders import Reminder, TermDay
from boardkeeper.domain.rules import RuleName
from boardkeeper.domain.series import HolidayRule, Series
from boardkeeper.domain.tasks import Task, TaskId
from boardkeeper.domain.trash import TrashEntry
from boardkeeper.domain.votes import Choice, Vote, VoteMethod
from boardkeeper.domain.written_procedure import Reply, WrittenProcedure
from boardkeeper.domain.yearwheel import WheelTask
from boardkeeper.errors import UserError
from boardkeeper.services.merging import FIELDS
from boardkeeper.services.papers import TakenIn
from tests.support.builders import (
    TODAY,
    House,
    closed_days,
    membership,
    organisation,
    person,
    reminder,
    term,
    time_entry,
    wheel_task,
)
from tests.support.laws import examples
from tests.support.minutes_builders import ballot, candidate, interest, written_procedure
from tests.support.network_builders import contact, profile
from tests.support.time_builders import away, ceiling, effort, promise

R = TypeVar("R", bound=Record)

WORDS = st.sampled_from(["Anna", "Budget", "Skoven", "Ærø", "x < y", "🎉"])
STARTS = datetime(2026, 3, 5, 19)
RULES = st.sampled_from(
    ["FREQ=WEEKLY;INTERVAL=6", "FREQ=MONTHLY;BYDAY=2TU;COUNT=5", "FREQ=MONTHLY;BYMONTHDAY=31"]
)


def having(*kinds: type[Record]) -> Callable[[Doings], bool]:
    """Whether there is a record of each kind to do something with."""
    return lambda doings: all(doings.house.journal.reader.every(kind) for kind in kinds)


def _taken_in(content: bytes) -> TakenIn:
    """A file as it comes out of the long part of adding, which touches no database."""
    return TakenIn(
        file_name="Bilag.txt",
        media_type=MediaType.TEXT,
        digest=sha256(content).hexdigest(),
        size=len(content),
    )


class Doings(RuleBasedStateMachine):
    """A person at work; what is stored is looked at after each step."""

    def __init__(self) -> None:
        super().__init__()
        store = Store.in_memory()
        self.house = House(store, Journal(store), Clock(TODAY))
        self.house.journal.listen(self._remember)
        self.known: dict[Id, None] = {}

    def _remember(self, change_set: ChangeSet) -> None:
        self.known |= dict.fromkeys(change.subject.id for change in change_set.changes)

    def one(self, data: st.DataObject, kind: type[R]) -> R:
        """A record drawn by when it was first seen: ids differ from run to run."""
        found = {record.id: record for record in self.house.journal.reader.every(kind)}
        return found[data.draw(st.sampled_from([each for each in self.known if each in found]))]

    def teardown(self) -> None:
        self.house.store.close()

    @rule(name=WORDS, kind=st.sampled_from(OrganisationKind))
    def add_organisation(self, name: str, kind: OrganisationKind) -> None:
        self.house.organisations.add(organisation(name, kind=kind))

    @rule(name=WORDS)
    def add_person(self, name: str) -> None:
        self.house.people.add(person(name))

    @rule(name=WORDS)
    def introduce_me(self, name: str) -> None:
        self.house.people.introduce_me(name)

    @precondition(having(Person))
    @rule(data=st.data(), note=WORDS)
    def note_contact(self, data: st.DataObject, note: str) -> None:
        self.house.relations.add_contact(contact(self.one(data, Person), note=note))

    @precondition(having(Contact))
    @rule(data=st.data())
    def discard_contact(self, data: st.DataObject) -> None:
        self.house.relations.discard_contact(self.one(data, Contact).id)

    @precondition(having(Person))
    @rule(data=st.data(), sells=WORDS)
    def write_profile(self, data: st.DataObject, sells: str) -> None:
        self.house.relations.set_profile(profile(self.one(data, Person), sells=sells))

    @precondition(having(Person))
    @rule(data=st.data(), fields=st.sets(st.sampled_from(FIELDS)))
    def merge_people(self, data: st.DataObject, fields: set[str]) -> None:
        keep, other = self.one(data, Person), self.one(data, Person)
        self.or_refused(lambda: self.house.merging.merge(keep.id, other.id, fields))

    @rule(name=WORDS)
    def begin(self, name: str) -> None:
        self.house.meetings.begin(name, OrganisationKind.ASSOCIATION, STARTS)

    @precondition(having(Person, Organisation))
    @rule(data=st.data(), with_term=st.booleans())
    def add_membership(self, data: st.DataObject, *, with_term: bool) -> None:
        seat = membership(self.one(data, Person), self.one(data, Organisation))
        self.house.memberships.add(seat, term(seat) if with_term else None)

    @precondition(having(Organisation))
    @rule(data=st.data(), title=WORDS, months=st.sampled_from([0, 1, 12]))
    def add_reminder(self, data: st.DataObject, title: str, months: int) -> None:
        board = self.one(data, Organisation)
        seats = self.house.journal.reader.every(Membership)
        seat = data.draw(st.sampled_from([None, *seats]))
        self.house.reminders.add(reminder(board, title, seat=seat, repeats_months=months))

    @precondition(having(Reminder))
    @rule(data=st.data(), days=st.integers(1, 40))
    def put_off_reminder(self, data: st.DataObject, days: int) -> None:
        until = TODAY + timedelta(days=days)
        self.house.reminders.snooze(self.one(data, Reminder).id, until)

    @precondition(having(Reminder))
    @rule(data=st.data())
    def finish_reminder(self, data: st.DataObject) -> None:
        self.house.reminders.done(self.one(data, Reminder).id)

    @precondition(having(Reminder))
    @rule(data=st.data())
    def discard_reminder(self, data: st.DataObject) -> None:
        self.house.reminders.discard(self.one(data, Reminder).id)

    @precondition(having(Term))
    @rule(data=st.data(), day=st.sampled_from(TermDay), days=st.integers(1, 40))
    def put_off_term(self, data: st.DataObject, day: TermDay, days: int) -> None:
        until = TODAY + timedelta(days=days)
        self.house.reminders.snooze_term(self.one(data, Term).id, day, until)

    @precondition(having(Organisation))
    @rule(data=st.data(), days=st.integers(0, 400), with_agenda=st.booleans())
    def plan_meeting(self, data: st.DataObject, days: int, *, with_agenda: bool) -> None:
        board = self.one(data, Organisation)
        day = STARTS.date() + timedelta(days=days)
        planned = self.house.meetings.proposed(board.id, day)
        if having(Person)(self):
            planned = replace(planned, chair_id=self.one(data, Person).id)
        self.house.meetings.plan(planned, with_agenda=with_agenda)

    @precondition(having(Organisation))
    @rule(data=st.data(), text=RULES, holidays=st.sampled_from(HolidayRule))
    def plan_series(self, data: st.DataObject, text: str, holidays: HolidayRule) -> None:
        board = self.one(data, Organisation)
        proposed = self.house.series.proposed(board.id, STARTS.date(), read_rule(text))
        self.house.series.plan(replace(proposed, holiday_rule=holidays))

    @precondition(having(Series))
    @rule(data=st.data(), text=RULES, days=st.none() | st.integers(0, 200))
    def change_series(self, data: st.DataObject, text: str, days: int | None) -> None:
        known = self.one(data, Series)
        changed = replace(known, rule=text)
        if days is None:
            self.or_refused(lambda: self.house.series.change_all(changed))
        else:
            day = STARTS.date() + timedelta(days=days)
            self.or_refused(lambda: self.house.series.change_from(known.id, day, changed))

    @precondition(having(Series))
    @rule(data=st.data(), days=st.integers(0, 200))
    def end_series(self, data: st.DataObject, days: int) -> None:
        self.house.series.end(self.one(data, Series).id, STARTS.date() + timedelta(days=days))

    @precondition(having(Series))
    @rule(data=st.data())
    def discard_series(self, data: st.DataObject) -> None:
        self.house.series.discard(self.one(data, Series).id)

    @precondition(having(Organisation))
    @rule(data=st.data(), first=st.dates(STARTS.date(), date(2026, 9, 1)), days=st.integers(0, 30))
    def close_days(self, data: st.DataObject, first: date, days: int) -> None:
        board, last = self.one(data, Organisation), first + timedelta(days=days)
        self.house.series.close(closed_days(board, first.isoformat(), last.isoformat()))

    @precondition(having(Meeting))
    @rule(data=st.data(), title=WORDS)
    def add_item(self, data: st.DataObject, title: str) -> None:
        sitting = self.one(data, Meeting)
        mine = [line.item.id for line in self.house.agenda.of(sitting.id).lines]
        after = data.draw(st.none() | st.sampled_from(mine)) if mine else None
        self.house.agenda.add(sitting.id, title, after=after)

    @precondition(having(Organisation))
    @rule(data=st.data(), minutes=st.integers(1, 600), is_for_meeting=st.booleans())
    def log_time(self, data: st.DataObject, minutes: int, *, is_for_meeting: bool) -> None:
        sitting = self.one(data, Meeting) if is_for_meeting and having(Meeting)(self) else None
        entry = time_entry(self.one(data, Organisation), minutes=minutes, for_meeting=sitting)
        self.house.hours.log(entry)

    @precondition(having(Organisation))
    @rule(data=st.data(), text=WORDS)
    def edit_organisation(self, data: st.DataObject, text: str) -> None:
        self.house.organisations.change(replace(self.one(data, Organisation), purpose=text))

    @precondition(having(Person))
    @rule(data=st.data(), text=WORDS)
    def edit_person(self, data: st.DataObject, text: str) -> None:
        self.house.people.change(replace(self.one(data, Person), notes=text))

    @precondition(having(Meeting))
    @rule(data=st.data(), text=WORDS)
    def edit_meeting(self, data: st.DataObject, text: str) -> None:
        self.house.meetings.change(replace(self.one(data, Meeting), title=text))

    @precondition(having(AgendaItem))
    @rule(data=st.data(), text=WORDS)
    def edit_item(self, data: st.DataObject, text: str) -> None:
        self.house.agenda.change(replace(self.one(data, AgendaItem), background=text))

    @precondition(having(TimeEntry))
    @rule(data=st.data(), minutes=st.integers(1, 600))
    def edit_hours(self, data: st.DataObject, minutes: int) -> None:
        self.house.hours.change(replace(self.one(data, TimeEntry), minutes=minutes))

    @precondition(having(Organisation))
    @rule(data=st.data(), days=st.integers(0, 30), name=st.sampled_from(RuleName))
    def set_rule(self, data: st.DataObject, days: int, name: RuleName) -> None:
        self.house.organisations.set_rule(self.one(data, Organisation).id, name, days, "§ 7")

    @precondition(having(Organisation))
    @rule(data=st.data(), month=st.integers(1, 12))
    def add_wheel_task(self, data: st.DataObject, month: int) -> None:
        self.house.yearwheel.add(wheel_task(self.one(data, Organisation), month=month))

    @precondition(having(Organisation))
    @rule(data=st.data(), year=st.integers(2026, 2027))
    def fetch_what_waits(self, data: st.DataObject, year: int) -> None:
        board = self.one(data, Organisation)
        count = self.house.yearwheel.waiting(board.id, year)
        assert self.house.yearwheel.land_waiting(board.id, year) == count
        assert self.house.yearwheel.waiting(board.id, year) == 0

    @precondition(having(WheelTask, Meeting))
    @rule(data=st.data())
    def fetch_for_one_meeting(self, data: st.DataObject) -> None:
        self.or_refused(lambda: self.house.yearwheel.land(self.one(data, Meeting).id) and None)

    @precondition(having(AgendaItem))
    @rule(data=st.data(), way=st.sampled_from(["raise_up", "lower", "indent", "outdent"]))
    def move_item(self, data: st.DataObject, way: str) -> None:
        agenda = self.house.agenda
        moves = {
            "raise_up": agenda.raise_up,
            "lower": agenda.lower,
            "indent": agenda.indent,
            "outdent": agenda.outdent,
        }
        self.or_refused(lambda: moves[way](self.one(data, AgendaItem).id))

    @precondition(having(Meeting))
    @rule(data=st.data(), way=st.sampled_from(["notice", "cancel", "reschedule", "template"]))
    def run_meeting(self, data: st.DataObject, way: str) -> None:
        sitting = self.one(data, Meeting)
        ways: dict[str, Callable[[], None]] = {
            "notice": lambda: self.house.meetings.send_notice(sitting.id),
            "cancel": lambda: self.house.meetings.cancel(sitting.id),
            "reschedule": lambda: self.house.meetings.reschedule(
                sitting.id, sitting.starts_at + timedelta(days=7)
            ),
            "template": lambda: self.house.agenda.use_template(sitting.id),
        }
        self.or_refused(ways[way])

    @precondition(having(Meeting))
    @rule(data=st.data(), presence=st.sampled_from(Presence))
    def mark_attendance(self, data: st.DataObject, presence: Presence) -> None:
        sitting = self.one(data, Meeting)
        roll = self.house.attendance.roll(sitting.id)
        if not roll:
            self.house.attendance.add_guest(sitting.id, "Revisor Lund")
            return
        self.house.attendance.all_present(sitting.id)
        place = data.draw(st.integers(0, len(roll) - 1))
        self.house.attendance.mark(sitting.id, roll[place], presence)

    @precondition(having(AgendaItem, Attendance))
    @rule(data=st.data(), text=WORDS)
    def note_conflict(self, data: st.DataObject, text: str) -> None:
        point, who = self.one(data, AgendaItem), self.one(data, Attendance)
        self.or_refused(lambda: self.house.attendance.conflict(point.id, who.id, text))

    @precondition(having(Organisation))
    @rule(data=st.data(), text=WORDS, is_own=st.booleans())
    def set_procedure(self, data: st.DataObject, text: str, *, is_own: bool) -> None:
        board = self.one(data, Organisation)
        if is_own:
            rules = self.house.procedures.of(board.id)
            self.house.procedures.change(replace(rules, quorum_basis=text))
        else:
            self.house.procedures.reset(board.id)

    @precondition(having(AgendaItem))
    @rule(data=st.data(), text=WORDS, outcome=st.sampled_from(Outcome), is_private=st.booleans())
    def write_minutes(
        self, data: st.DataObject, text: str, outcome: Outcome, *, is_private: bool
    ) -> None:
        point, minutes = self.one(data, AgendaItem), self.house.minutes
        (minutes.write_private if is_private else minutes.write)(point.id, text)
        minutes.settle(point.id, outcome, text)

    @precondition(having(AgendaItem))
    @rule(data=st.data(), text=WORDS, minute=st.integers(0, 59))
    def run_item(self, data: st.DataObject, text: str, minute: int) -> None:
        point, minutes = self.one(data, AgendaItem), self.house.minutes
        minutes.start_item(point.id, STARTS.replace(minute=minute))
        minutes.note_idea(point.id, text)
        minutes.add_item(point.meeting_id, text, after=point.id)

    @precondition(having(Meeting))
    @rule(data=st.data(), way=st.sampled_from(["begin", "close", "reopen", "carry_over"]))
    def minute_meeting(self, data: st.DataObject, way: str) -> None:
        sitting, minutes = self.one(data, Meeting), self.house.minutes
        ways: dict[str, Callable[[MeetingId], object]] = {
            "begin": minutes.begin,
            "close": minutes.close,
            "reopen": minutes.reopen,
            "carry_over": minutes.carry_over,
        }
        self.or_refused(lambda: ways[way](sitting.id))

    @precondition(having(AgendaItem))
    @rule(data=st.data(), text=WORDS, is_note=st.booleans())
    def give_task(self, data: st.DataObject, text: str, *, is_note: bool) -> None:
        point, tasks = self.one(data, AgendaItem), self.house.tasks
        given = tasks.add_line(point.id, f"{text}: ring 1/6")
        if is_note:
            tasks.to_note(given.id)
            tasks.from_note(point.id, self.house.minutes.of_item(point.id).text.splitlines()[-1])

    @precondition(having(Task))
    @rule(data=st.data(), way=st.sampled_from(["finish", "drop", "reopen", "discard"]))
    def settle_task(self, data: st.DataObject, way: str) -> None:
        tasks = self.house.tasks
        ways: dict[str, Callable[[TaskId], None]] = {
            "finish": tasks.finish,
            "drop": tasks.drop,
            "reopen": tasks.reopen,
            "discard": tasks.discard,
        }
        ways[way](self.one(data, Task).id)

    @precondition(having(Idea, Meeting))
    @rule(data=st.data())
    def take_idea_up(self, data: st.DataObject) -> None:
        thought, sitting = self.one(data, Idea), self.one(data, Meeting)
        self.or_refused(lambda: self.house.ideas.take_up(thought.id, sitting.id))

    @precondition(having(Organisation))
    @rule(data=st.data())
    def discard_organisation(self, data: st.DataObject) -> None:
        self.house.organisations.discard(self.one(data, Organisation).id)

    @precondition(having(Person))
    @rule(data=st.data())
    def discard_person(self, data: st.DataObject) -> None:
        self.or_refused(lambda: self.house.people.discard(self.one(data, Person).id))

    @precondition(having(Membership))
    @rule(data=st.data())
    def discard_membership(self, data: st.DataObject) -> None:
        self.house.memberships.discard(self.one(data, Membership).id)

    @precondition(having(Meeting))
    @rule(data=st.data())
    def discard_meeting(self, data: st.DataObject) -> None:
        self.house.meetings.discard(self.one(data, Meeting).id)

    @precondition(having(AgendaItem))
    @rule(data=st.data())
    def discard_item(self, data: st.DataObject) -> None:
        self.house.agenda.discard(self.one(data, AgendaItem).id)

    @precondition(having(AgendaItem))
    @rule(data=st.data(), content=st.binary(max_size=2))
    def add_paper(self, data: st.DataObject, content: bytes) -> None:
        self.house.papers.store([_taken_in(content)], item_id=self.one(data, AgendaItem).id)

    @precondition(having(Paper))
    @rule(data=st.data(), content=st.binary(max_size=2))
    def replace_paper(self, data: st.DataObject, content: bytes) -> None:
        self.house.papers.store_in_place(self.one(data, Paper).id, _taken_in(content))

    @precondition(having(Paper))
    @rule(data=st.data(), position=st.integers(0, 3), is_loose=st.booleans())
    def move_paper(self, data: st.DataObject, position: int, *, is_loose: bool) -> None:
        paper = self.one(data, Paper)
        self.house.papers.move(paper.id, None if is_loose else paper.item_id, position)

    @precondition(having(Paper))
    @rule(data=st.data())
    def discard_paper(self, data: st.DataObject) -> None:
        self.house.papers.discard(self.one(data, Paper).id)

    @precondition(having(WheelTask))
    @rule(data=st.data())
    def discard_wheel_task(self, data: st.DataObject) -> None:
        self.house.yearwheel.discard(self.one(data, WheelTask).id)

    @precondition(having(AgendaItem))
    @rule(data=st.data(), text=WORDS)
    def record_decision(self, data: st.DataObject, text: str) -> None:
        self.house.decisions.record(self.one(data, AgendaItem).id, text)

    @precondition(having(Decision))
    @rule(data=st.data(), text=WORDS)
    def replace_decision(self, data: st.DataObject, text: str) -> None:
        old, new = self.one(data, Decision), self.one(data, Decision)
        self.house.decisions.change(replace(new, text=text))
        self.or_refused(lambda: self.house.decisions.replace(old.id, new.id))

    @precondition(having(Decision))
    @rule(data=st.data(), is_discarded=st.booleans())
    def end_decision(self, data: st.DataObject, *, is_discarded: bool) -> None:
        decision = self.one(data, Decision)
        if is_discarded:
            self.house.decisions.discard(decision.id)
        else:
            self.or_refused(lambda: self.house.decisions.repeal(decision.id))

    @precondition(having(AgendaItem))
    @rule(data=st.data(), name=WORDS)
    def enter_statement(self, data: st.DataObject, name: str) -> None:
        self.house.decisions.dissent(self.one(data, AgendaItem).id, name, "Nej")

    @precondition(having(AgendaItem))
    @rule(data=st.data(), method=st.sampled_from(VoteMethod), votes=st.integers(0, 9))
    def take_vote(self, data: st.DataObject, method: VoteMethod, votes: int) -> None:
        item_id = self.one(data, AgendaItem).id
        taken = replace(self.house.votes.proposed(item_id, method=method), votes_for=votes)
        ballots = [
            ballot(taken, self.house.journal.reader.get(Attendance, voter))
            for voter in self.house.votes.rights(item_id)
        ]
        self.house.votes.take(
            taken,
            ballots if method is VoteMethod.NAMES else (),
            [candidate(taken, "Bo", votes)] if method is VoteMethod.ELECTION else (),
        )

    @precondition(having(Vote))
    @rule(data=st.data())
    def discard_vote(self, data: st.DataObject) -> None:
        self.house.votes.discard(self.one(data, Vote).id)

    @precondition(having(Membership))
    @rule(data=st.data(), title=WORDS)
    def begin_written_procedure(self, data: st.DataObject, title: str) -> None:
        board = self.one(data, Organisation)
        sent = written_procedure(board, title, sent_on=TODAY, reply_by=TODAY)
        self.or_refused(lambda: self.house.written_procedures.begin(sent))

    @precondition(having(Reply))
    @rule(data=st.data(), choice=st.none() | st.sampled_from(Choice))
    def reply(self, data: st.DataObject, choice: Choice | None) -> None:
        given = self.one(data, Reply)
        self.or_refused(lambda: self.house.written_procedures.reply(given.id, choice))

    @precondition(having(WrittenProcedure))
    @rule(data=st.data(), is_discarded=st.booleans())
    def end_written_procedure(self, data: st.DataObject, *, is_discarded: bool) -> None:
        sent = self.one(data, WrittenProcedure)
        if is_discarded:
            self.house.written_procedures.discard(sent.id)
        else:
            self.or_refused(lambda: self.house.written_procedures.close(sent.id))

    @precondition(having(Person))
    @rule(data=st.data(), name=WORDS)
    def declare_interest(self, data: st.DataObject, name: str) -> None:
        self.house.interests.add(interest(self.one(data, Person), name))

    @precondition(having(Membership))
    @rule(data=st.data(), hours=st.integers(0, 80))
    def promise_hours(self, data: st.DataObject, hours: int) -> None:
        self.house.promises.promise(promise(self.one(data, Membership), hours))

    @precondition(having(Promise))
    @rule(data=st.data())
    def discard_promise(self, data: st.DataObject) -> None:
        self.house.promises.discard(self.one(data, Promise).id)

    @rule(evenings=st.none() | st.integers(0, 7), is_away=st.booleans())
    def set_ceiling(self, evenings: int | None, *, is_away: bool) -> None:
        self.house.ceilings.set(ceiling(evenings_a_week=evenings))
        if is_away:
            self.house.ceilings.add_away(away("2026-07-06", "2026-07-24"))

    @precondition(having(Ceiling))
    @rule(data=st.data())
    def discard_ceiling(self, data: st.DataObject) -> None:
        self.house.ceilings.discard(self.one(data, Ceiling).id)

    @precondition(having(Organisation))
    @rule(data=st.data(), minutes=st.integers(0, 90))
    def set_effort(self, data: st.DataObject, minutes: int) -> None:
        self.house.ceilings.set_effort(effort(self.one(data, Organisation), minutes))

    @precondition(having(TimeEntry))
    @rule(data=st.data())
    def discard_hours(self, data: st.DataObject) -> None:
        self.house.hours.discard(self.one(data, TimeEntry).id)

    @precondition(having(TrashEntry))
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        self.or_refused(lambda: self.house.trash.restore(self.one(data, TrashEntry).id))

    @rule(count=st.integers(1, 4))
    def undo_some(self, count: int) -> None:
        for _step in range(count):
            self.house.journal.undo()

    @rule()
    def redo_one(self) -> None:
        self.house.journal.redo()

    @rule()
    def undo_all_and_redo_all(self) -> None:
        after = self.everything()
        steps = 0
        while self.house.journal.undo():
            steps += 1
        assert steps <= STEPS
        assert self.everything() == set()
        for _step in range(steps):
            assert self.house.journal.redo()
        assert self.everything() == after

    @invariant()
    def the_database_is_whole(self) -> None:
        assert self.house.store.problems() == []

    @invariant()
    def no_item_is_given_the_number_of_another(self) -> None:
        for sitting in self.house.meetings.all():
            lines = self.house.agenda.of(sitting.id).lines
            own = {line.item.number for line in lines}
            assert not [
                each for each in lines if not each.item.number and each.number in own - {""}
            ]

    def everything(self) -> set[Record]:
        return set(self.house.everything())

    def or_refused(self, act: Callable[[], object]) -> None:
        """Do it; where it is refused in words, nothing has changed."""
        before = self.everything()
        try:
            act()
        except UserError:
            assert self.everything() == before


TestEverythingUndone = Doings.TestCase
TestEverythingUndone.settings = settings(
    max_examples=examples(20), stateful_step_count=40, deadline=None
)
