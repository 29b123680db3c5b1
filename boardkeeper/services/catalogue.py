"""All services of one open database, as the window and the command line receive them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.store import Store
from boardkeeper.services.agenda import AgendaService
from boardkeeper.services.approval import ApprovalService
from boardkeeper.services.attendance import AttendanceService
from boardkeeper.services.board_papers import BoardPapers
from boardkeeper.services.calendar import CalendarService
from boardkeeper.services.calendar_files import CalendarFileService
from boardkeeper.services.decisions import DecisionService
from boardkeeper.services.documents import DocumentService
from boardkeeper.services.freezing import refuse_changes_to_approved
from boardkeeper.services.hours import HoursService
from boardkeeper.services.ideas import IdeaService
from boardkeeper.services.interchange import InterchangeService
from boardkeeper.services.interests import InterestService
from boardkeeper.services.meetings import MeetingService
from boardkeeper.services.memberships import MembershipService
from boardkeeper.services.minutes import MinutesService
from boardkeeper.services.minutes_papers import MinutesPapers
from boardkeeper.services.organisations import OrganisationService
from boardkeeper.services.papers import PaperService
from boardkeeper.services.people import PeopleService
from boardkeeper.services.phrases import PhraseService
from boardkeeper.services.procedures import ProcedureService
from boardkeeper.services.reminders import ReminderService
from boardkeeper.services.sample import SampleService
from boardkeeper.services.search import SearchService
from boardkeeper.services.series import SeriesService
from boardkeeper.services.tasks import TaskService
from boardkeeper.services.trash import TrashService
from boardkeeper.services.votes import VoteService
from boardkeeper.services.written_procedures import WrittenProcedureService
from boardkeeper.services.yearwheel import YearWheelService


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything a person can do, feature by feature, and the journal that undoes it."""

    clock: Clock
    journal: Journal
    organisations: OrganisationService
    people: PeopleService
    memberships: MembershipService
    meetings: MeetingService
    series: SeriesService
    agenda: AgendaService
    attendance: AttendanceService
    calendar: CalendarService
    calendar_files: CalendarFileService
    hours: HoursService
    procedures: ProcedureService
    reminders: ReminderService
    decisions: DecisionService
    votes: VoteService
    interests: InterestService
    written_procedures: WrittenProcedureService
    documents: DocumentService
    minutes_papers: MinutesPapers
    board_papers: BoardPapers
    interchange: InterchangeService
    approval: ApprovalService
    minutes: MinutesService
    tasks: TaskService
    ideas: IdeaService
    papers: PaperService
    phrases: PhraseService
    sample: SampleService
    search: SearchService
    trash: TrashService
    yearwheel: YearWheelService

    @classmethod
    def over(cls, store: Store, clock: Clock) -> Self:
        """The services over one store, sharing one journal."""
        journal = Journal(store)
        journal.guard(refuse_changes_to_approved)
        minutes_papers = MinutesPapers(journal, clock)
        return cls(
            clock=clock,
            journal=journal,
            organisations=OrganisationService(journal, clock),
            people=PeopleService(journal, clock),
            memberships=MembershipService(journal, clock),
            meetings=MeetingService(journal, clock),
            series=SeriesService(journal, clock),
            agenda=AgendaService(journal, clock),
            attendance=AttendanceService(journal, clock),
            calendar=CalendarService(journal, clock),
            calendar_files=CalendarFileService(journal, clock),
            hours=HoursService(journal, clock),
            procedures=ProcedureService(journal, clock),
            reminders=ReminderService(journal, clock),
            decisions=DecisionService(journal, clock),
            votes=VoteService(journal, clock),
            interests=InterestService(journal, clock),
            written_procedures=WrittenProcedureService(journal, clock),
            documents=DocumentService(journal, clock),
            minutes_papers=minutes_papers,
            approval=ApprovalService(journal, clock, minutes_papers.final),
            board_papers=BoardPapers(journal, clock),
            interchange=InterchangeService(store, journal),
            minutes=MinutesService(journal, clock),
            tasks=TaskService(journal, clock),
            ideas=IdeaService(journal, clock),
            papers=PaperService(journal, clock, store.paper_files),
            phrases=PhraseService(journal, clock),
            sample=SampleService(journal, clock, store.paper_files),
            search=SearchService(store, journal, clock),
            trash=TrashService(journal, clock),
            yearwheel=YearWheelService(journal, clock),
        )
