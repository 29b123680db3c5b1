"""Records with sensible defaults, and a whole house of services in memory.

A test names only what it is about: `meeting(board, starts="2026-03-05 19:00")`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.schema import TABLES
from boardkeeper.db.store import Store
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.organisations import Organisation, OrganisationKind
from boardkeeper.domain.packs import PackProfile, PackVersion
from boardkeeper.domain.papers import MediaType, Paper
from boardkeeper.domain.people import Person
from boardkeeper.domain.reminders import Reminder, TermDay, TermSnooze
from boardkeeper.domain.rules import OwnRule, RuleName
from boardkeeper.domain.series import ClosedDays, Series
from boardkeeper.domain.trash import TrashEntry
from boardkeeper.domain.yearwheel import WheelTask
from boardkeeper.services.agenda import AgendaService
from boardkeeper.services.aims import AimService
from boardkeeper.services.attendance import AttendanceService
from boardkeeper.services.calendar_files import CalendarFileService
from boardkeeper.services.ceilings import CeilingService
from boardkeeper.services.decisions import DecisionService
from boardkeeper.services.forecast import ForecastService
from boardkeeper.services.gauges import GaugeService, SignalService
from boardkeeper.services.hours import HoursService
from boardkeeper.services.ideas import IdeaService
from boardkeeper.services.interchange import InterchangeService
from boardkeeper.services.interests import InterestService
from boardkeeper.services.meetings import MeetingService
from boardkeeper.services.memberships import MembershipService
from boardkeeper.services.merging import MergingService
from boardkeeper.services.mileage import MileageService
from boardkeeper.services.minutes import MinutesService
from boardkeeper.services.money import MoneyService
from boardkeeper.services.network import NetworkService
from boardkeeper.services.organisations import OrganisationService
from boardkeeper.services.overviews import OverviewService
from boardkeeper.services.papers import PaperService
from boardkeeper.services.people import PeopleService
from boardkeeper.services.phrases import PhraseService
from boardkeeper.services.procedures import ProcedureService
from boardkeeper.services.promises import PromiseService
from boardkeeper.services.rates import RateService
from boardkeeper.services.referrals import ReferralService
from boardkeeper.services.relations import RelationService
from boardkeeper.services.reminders import ReminderService
from boardkeeper.services.reviews import ReviewService
from boardkeeper.services.series import SeriesService
from boardkeeper.services.simulator import SimulatorService
from boardkeeper.services.tasks import TaskService
from boardkeeper.services.thresholds import ThresholdService
from boardkeeper.services.time_proposals import TimeProposalService
from boardkeeper.services.timer import TimerService
from boardkeeper.services.trash import TrashService
from boardkeeper.services.votes import VoteService
from boardkeeper.services.written_procedures import WrittenProcedureService
from boardkeeper.services.yearwheel import YearWheelService
from tests.support.minutes_builders import minutes_of_every_kind
from tests.support.network_builders import network_of_every_kind
from tests.support.time_builders import time_of_every_kind

TODAY = date(2026, 3, 2)
"""The day it is in a house: a Monday, four weeks before the clocks change."""

PAPER_FILE = b"%PDF-1.4 that nobody opens"
"""The bytes every built paper points at; a house that keeps the paper has them."""


def organisation(name: str = "Skovbørnehaven", **fields: Any) -> Organisation:
    """A board; an association unless told otherwise."""
    return Organisation(name=name, **{"kind": OrganisationKind.ASSOCIATION, **fields})


def own_rule(of: Organisation, rule: RuleName = RuleName.NOTICE, days: int = 10) -> OwnRule:
    return OwnRule(organisation_id=of.id, rule=rule, days=days, basis="§ 7")


def person(name: str = "Anna Holm", **fields: Any) -> Person:
    return Person(name=name, **fields)


def membership(who: Person, where: Organisation, **fields: Any) -> Membership:
    return Membership(person_id=who.id, organisation_id=where.id, **fields)


def term(of: Membership, starts: str = "2025-03-20", ends: str | None = None, **rest: Any) -> Term:
    """A period; `starts` and `ends` as 2026-03-05."""
    return Term(
        membership_id=of.id,
        starts_on=date.fromisoformat(starts),
        ends_on=date.fromisoformat(ends) if ends else None,
        **rest,
    )


def reminder(
    of: Organisation, title: str = "Forny forsikringen", due: str = "2026-03-20", **rest: Any
) -> Reminder:
    """Something to remember; `due` as 2026-03-05, `seat` is the membership it is about."""
    seat: Membership | None = rest.pop("seat", None)
    return Reminder(
        organisation_id=of.id,
        membership_id=seat.id if seat else None,
        title=title,
        due_on=date.fromisoformat(due),
        **rest,
    )


def term_snooze(
    of: Term, until: str = "2026-03-09", term_day: TermDay = TermDay.ELECTION
) -> TermSnooze:
    """A term's reminder put off; `until` as 2026-03-05."""
    return TermSnooze(term_id=of.id, term_day=term_day, until=date.fromisoformat(until))


def meeting(
    of: Organisation, starts: str = "2026-03-05 19:00", ends: str | None = None, **rest: Any
) -> Meeting:
    """A meeting of two hours; `starts` and `ends` as 2026-03-05 19:00."""
    starts_at = datetime.fromisoformat(starts)
    ends_at = datetime.fromisoformat(ends) if ends else starts_at + timedelta(hours=2)
    return Meeting(organisation_id=of.id, starts_at=starts_at, ends_at=ends_at, **rest)


def series(
    of: Organisation,
    rule: str = "FREQ=WEEKLY;INTERVAL=3",
    starts: str = "2026-01-08 07:15",
    **rest: Any,
) -> Series:
    """Meetings by a rule, every third week and two hours unless told otherwise."""
    return Series(
        organisation_id=of.id, rule=rule, starts_at=datetime.fromisoformat(starts), **rest
    )


def closed_days(of: Organisation, starts: str, ends: str | None = None, **rest: Any) -> ClosedDays:
    """Closed days; a single one without an end."""
    first = date.fromisoformat(starts)
    last = date.fromisoformat(ends) if ends else first
    return ClosedDays(organisation_id=of.id, starts_on=first, ends_on=last, **rest)


def item(of: Meeting, title: str = "Budget", **fields: Any) -> AgendaItem:
    """An agenda item; `parent` is the item it lies under."""
    parent: AgendaItem | None = fields.pop("parent", None)
    parent_id = parent.id if parent else None
    return AgendaItem(meeting_id=of.id, title=title, parent_id=parent_id, **fields)


def items(of: Meeting, *titles: str, minutes: int = 10) -> list[AgendaItem]:
    """Agenda items at the top level, one after another."""
    return [item(of, title, position=place, minutes=minutes) for place, title in enumerate(titles)]


def paper(of: AgendaItem | None, board: Organisation, **fields: Any) -> Paper:
    """A PDF under an item, or the organisation's own."""
    placed = {} if of is None else {"meeting_id": of.meeting_id, "item_id": of.id}
    told = {
        "title": "Kvartalsregnskab",
        "file_name": "regnskab.pdf",
        "media_type": MediaType.PDF,
        "digest": sha256(PAPER_FILE).hexdigest(),
        "size": len(PAPER_FILE),
        "added_on": date(2026, 2, 20),
    }
    return Paper(organisation_id=board.id, **{**told, **placed, **fields})


def wheel_task(of: Organisation, title: str = "Budget", month: int = 3, **fields: Any) -> WheelTask:
    """A task of the year wheel; of the whole month unless there is a `day`."""
    return WheelTask(organisation_id=of.id, title=title, month=month, **fields)


def time_entry(
    of: Organisation, on: str = "2026-03-02", minutes: int = 90, **rest: Any
) -> TimeEntry:
    """Time spent; `on` as 2026-03-05, `for_meeting` is the meeting it was for."""
    meant: Meeting | None = rest.pop("for_meeting", None)
    return TimeEntry(
        organisation_id=of.id,
        meeting_id=meant.id if meant else None,
        on=date.fromisoformat(on),
        minutes=minutes,
        **rest,
    )


def trash_entry(title: str = "Budget", discarded: str = "2026-03-02") -> TrashEntry:
    return TrashEntry(title=title, discarded_on=date.fromisoformat(discarded), content="[]")


def one_of_every_kind() -> list[Record]:
    """One record of each kind, each pointing at the others."""
    board, anna = organisation(), person(is_me=True)
    seat = membership(anna, board)
    rhythm = series(board, planned_until=date(2026, 12, 31))
    sitting = meeting(
        board,
        chair_id=anna.id,
        minute_taker_id=anna.id,
        number=14,
        series_id=rhythm.id,
        series_day=date(2026, 3, 5),
    )
    yearly = wheel_task(board, first_year=2025)
    point = item(sitting, wheel_task_id=yearly.id)
    elected = term(seat, ends="2027-03-20", up_for_election_on=date(2027, 3, 20))
    return [
        board,
        own_rule(board),
        anna,
        seat,
        elected,
        reminder(board, seat=seat, snoozed_until=date(2026, 3, 9), repeats_months=12),
        term_snooze(elected),
        rhythm,
        closed_days(board, "2026-07-13", "2026-07-31", reason="Ferie"),
        sitting,
        yearly,
        point,
        time_entry(board, for_meeting=sitting),
        *minutes_of_every_kind(board, anna, sitting, point),
        paper(point, board, pages=3, words=420),
        PackProfile(organisation_id=board.id),
        PackVersion(
            meeting_id=sitting.id,
            version=1,
            released_at=datetime(2026, 2, 26, 9, 0),
            pages=112,
            contents="[]",
        ),
        *time_of_every_kind(board, seat, sitting),
        *network_of_every_kind(board, anna, seat, sitting),
    ]


@dataclass(frozen=True, slots=True)
class House:
    """A store, its journal, and every service over them."""

    store: Store
    journal: Journal
    clock: Clock

    @property
    def organisations(self) -> OrganisationService:
        return OrganisationService(self.journal, self.clock)

    @property
    def people(self) -> PeopleService:
        return PeopleService(self.journal, self.clock)

    @property
    def relations(self) -> RelationService:
        return RelationService(self.journal, self.clock)

    @property
    def merging(self) -> MergingService:
        return MergingService(self.journal, self.clock)

    @property
    def memberships(self) -> MembershipService:
        return MembershipService(self.journal, self.clock)

    @property
    def meetings(self) -> MeetingService:
        return MeetingService(self.journal, self.clock)

    @property
    def agenda(self) -> AgendaService:
        return AgendaService(self.journal, self.clock)

    @property
    def attendance(self) -> AttendanceService:
        return AttendanceService(self.journal, self.clock)

    @property
    def procedures(self) -> ProcedureService:
        return ProcedureService(self.journal, self.clock)

    @property
    def hours(self) -> HoursService:
        return HoursService(self.journal, self.clock)

    @property
    def money(self) -> MoneyService:
        return MoneyService(self.journal, self.clock)

    @property
    def mileage(self) -> MileageService:
        return MileageService(self.journal, self.clock)

    @property
    def rates(self) -> RateService:
        return RateService(self.journal, self.clock)

    @property
    def time_proposals(self) -> TimeProposalService:
        return TimeProposalService(self.journal, self.clock)

    @property
    def timer(self) -> TimerService:
        return TimerService(self.journal, self.clock)

    @property
    def yearwheel(self) -> YearWheelService:
        return YearWheelService(self.journal, self.clock)

    @property
    def forecast(self) -> ForecastService:
        return ForecastService(self.journal, self.clock)

    @property
    def overviews(self) -> OverviewService:
        return OverviewService(self.journal, self.clock)

    @property
    def promises(self) -> PromiseService:
        return PromiseService(self.journal, self.clock)

    @property
    def ceilings(self) -> CeilingService:
        return CeilingService(self.journal, self.clock)

    @property
    def reminders(self) -> ReminderService:
        return ReminderService(self.journal, self.clock)

    @property
    def interchange(self) -> InterchangeService:
        return InterchangeService(self.store, self.journal)

    @property
    def series(self) -> SeriesService:
        return SeriesService(self.journal, self.clock)

    @property
    def simulator(self) -> SimulatorService:
        return SimulatorService(self.journal, self.clock)

    @property
    def calendar_files(self) -> CalendarFileService:
        return CalendarFileService(self.journal, self.clock)

    @property
    def trash(self) -> TrashService:
        return TrashService(self.journal, self.clock)

    @property
    def decisions(self) -> DecisionService:
        return DecisionService(self.journal, self.clock)

    @property
    def votes(self) -> VoteService:
        return VoteService(self.journal, self.clock)

    @property
    def interests(self) -> InterestService:
        return InterestService(self.journal, self.clock)

    @property
    def written_procedures(self) -> WrittenProcedureService:
        return WrittenProcedureService(self.journal, self.clock)

    @property
    def minutes(self) -> MinutesService:
        return MinutesService(self.journal, self.clock)

    @property
    def tasks(self) -> TaskService:
        return TaskService(self.journal, self.clock)

    @property
    def ideas(self) -> IdeaService:
        return IdeaService(self.journal, self.clock)

    @property
    def reviews(self) -> ReviewService:
        return ReviewService(self.journal, self.clock)

    @property
    def papers(self) -> PaperService:
        return PaperService(self.journal, self.clock, self.store.paper_files)

    @property
    def phrases(self) -> PhraseService:
        return PhraseService(self.journal, self.clock)

    @property
    def aims(self) -> AimService:
        return AimService(self.journal, self.clock)

    @property
    def gauges(self) -> GaugeService:
        return GaugeService(self.journal, self.clock)

    @property
    def network(self) -> NetworkService:
        return NetworkService(self.journal, self.clock)

    @property
    def referrals(self) -> ReferralService:
        return ReferralService(self.journal, self.clock)

    @property
    def signals(self) -> SignalService:
        return SignalService(self.journal, self.clock)

    @property
    def thresholds(self) -> ThresholdService:
        return ThresholdService(self.journal, self.clock)

    def keep(self, *records: Record) -> None:
        """Store records in one command that nobody can undo: how things stood when it began."""
        with self.journal.command("How things stood") as tx:
            tx.put_all(records)
        self.journal.forget()
        if any(isinstance(each, Paper) for each in records):
            self.store.paper_files.keep(PAPER_FILE)

    def everything(self) -> list[Record]:
        """Every record there is, trash included."""
        return [record for kind in TABLES for record in self.journal.reader.every(kind)]


@contextmanager
def house(*records: Record, path: Path | None = None, today: date = TODAY) -> Iterator[House]:
    """A house that holds the records: in memory, or in a file if there is a path."""
    store = Store.in_memory() if path is None else Store.open(path)
    built = House(store, Journal(store), Clock(today))
    built.keep(*records)
    try:
        yield built
    finally:
        store.close()
