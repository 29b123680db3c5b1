"""All services of one open database, as the window and the command line receive them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.store import Store
from boardkeeper.services.freezing import ApprovedMinutesGuard

if TYPE_CHECKING:
    from boardkeeper.services.agenda import AgendaService
    from boardkeeper.services.aims import AimService
    from boardkeeper.services.approval import ApprovalService
    from boardkeeper.services.archive import ArchiveService
    from boardkeeper.services.attendance import AttendanceService
    from boardkeeper.services.board_papers import BoardPapers
    from boardkeeper.services.calendar import CalendarService
    from boardkeeper.services.calendar_files import CalendarFileService
    from boardkeeper.services.ceilings import CeilingService
    from boardkeeper.services.contact_files import ContactFileService
    from boardkeeper.services.decisions import DecisionService
    from boardkeeper.services.documents import DocumentService
    from boardkeeper.services.forecast import ForecastService
    from boardkeeper.services.gauges import GaugeService, SignalService
    from boardkeeper.services.hours import HoursService
    from boardkeeper.services.hours_reports import HoursReports
    from boardkeeper.services.ideas import IdeaService
    from boardkeeper.services.interchange import InterchangeService
    from boardkeeper.services.interests import InterestService
    from boardkeeper.services.meetings import MeetingService
    from boardkeeper.services.memberships import MembershipService
    from boardkeeper.services.merging import MergingService
    from boardkeeper.services.mileage import MileageService
    from boardkeeper.services.minutes import MinutesService
    from boardkeeper.services.minutes_papers import MinutesPapers
    from boardkeeper.services.money import MoneyService
    from boardkeeper.services.network import NetworkService
    from boardkeeper.services.network_papers import NetworkPapers
    from boardkeeper.services.organisations import OrganisationService
    from boardkeeper.services.overviews import OverviewService
    from boardkeeper.services.packs import PackService
    from boardkeeper.services.papers import PaperService
    from boardkeeper.services.people import PeopleService
    from boardkeeper.services.phrases import PhraseService
    from boardkeeper.services.privacy import PrivacyService
    from boardkeeper.services.procedures import ProcedureService
    from boardkeeper.services.promises import PromiseService
    from boardkeeper.services.rates import RateService
    from boardkeeper.services.referrals import ReferralService
    from boardkeeper.services.relation_papers import RelationPapers
    from boardkeeper.services.relations import RelationService
    from boardkeeper.services.reminders import ReminderService
    from boardkeeper.services.review_papers import ReviewPapers
    from boardkeeper.services.reviews import ReviewService
    from boardkeeper.services.sample import SampleService
    from boardkeeper.services.search import SearchService
    from boardkeeper.services.series import SeriesService
    from boardkeeper.services.simulator import SimulatorService
    from boardkeeper.services.simulator_papers import SimulatorPapers
    from boardkeeper.services.tasks import TaskService
    from boardkeeper.services.thresholds import ThresholdService
    from boardkeeper.services.time_proposals import TimeProposalService
    from boardkeeper.services.timer import TimerService
    from boardkeeper.services.trash import TrashService
    from boardkeeper.services.votes import VoteService
    from boardkeeper.services.written_procedures import WrittenProcedureService
    from boardkeeper.services.yearwheel import YearWheelService


class Services:
    """Everything a person can do, feature by feature, and the journal that undoes it.

    A service is imported and made when it is first asked for: a start pays for what it shows.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self.clock = clock
        self.journal = Journal(store)
        self.journal.guard(ApprovedMinutesGuard())
        self._store = store

    @classmethod
    def over(cls, store: Store, clock: Clock) -> Self:
        """The services over one store, sharing one journal."""
        return cls(store, clock)

    @cached_property
    def organisations(self) -> OrganisationService:
        from boardkeeper.services.organisations import OrganisationService

        return OrganisationService(self.journal, self.clock)

    @cached_property
    def people(self) -> PeopleService:
        from boardkeeper.services.people import PeopleService

        return PeopleService(self.journal, self.clock)

    @cached_property
    def relations(self) -> RelationService:
        from boardkeeper.services.relations import RelationService

        return RelationService(self.journal, self.clock)

    @cached_property
    def memberships(self) -> MembershipService:
        from boardkeeper.services.memberships import MembershipService

        return MembershipService(self.journal, self.clock)

    @cached_property
    def relation_papers(self) -> RelationPapers:
        from boardkeeper.services.relation_papers import RelationPapers

        return RelationPapers(self.journal, self.clock)

    @cached_property
    def contact_files(self) -> ContactFileService:
        from boardkeeper.services.contact_files import ContactFileService

        return ContactFileService(self.journal, self.clock)

    @cached_property
    def merging(self) -> MergingService:
        from boardkeeper.services.merging import MergingService

        return MergingService(self.journal, self.clock)

    @cached_property
    def meetings(self) -> MeetingService:
        from boardkeeper.services.meetings import MeetingService

        return MeetingService(self.journal, self.clock)

    @cached_property
    def series(self) -> SeriesService:
        from boardkeeper.services.series import SeriesService

        return SeriesService(self.journal, self.clock)

    @cached_property
    def agenda(self) -> AgendaService:
        from boardkeeper.services.agenda import AgendaService

        return AgendaService(self.journal, self.clock)

    @cached_property
    def attendance(self) -> AttendanceService:
        from boardkeeper.services.attendance import AttendanceService

        return AttendanceService(self.journal, self.clock)

    @cached_property
    def calendar(self) -> CalendarService:
        from boardkeeper.services.calendar import CalendarService

        return CalendarService(self.journal, self.clock)

    @cached_property
    def calendar_files(self) -> CalendarFileService:
        from boardkeeper.services.calendar_files import CalendarFileService

        return CalendarFileService(self.journal, self.clock)

    @cached_property
    def hours(self) -> HoursService:
        from boardkeeper.services.hours import HoursService

        return HoursService(self.journal, self.clock)

    @cached_property
    def hours_reports(self) -> HoursReports:
        from boardkeeper.services.hours_reports import HoursReports

        return HoursReports(self.journal, self.clock)

    @cached_property
    def ceilings(self) -> CeilingService:
        from boardkeeper.services.ceilings import CeilingService

        return CeilingService(self.journal, self.clock)

    @cached_property
    def overviews(self) -> OverviewService:
        from boardkeeper.services.overviews import OverviewService

        return OverviewService(self.journal, self.clock)

    @cached_property
    def forecast(self) -> ForecastService:
        from boardkeeper.services.forecast import ForecastService

        return ForecastService(self.journal, self.clock)

    @cached_property
    def promises(self) -> PromiseService:
        from boardkeeper.services.promises import PromiseService

        return PromiseService(self.journal, self.clock)

    @cached_property
    def money(self) -> MoneyService:
        from boardkeeper.services.money import MoneyService

        return MoneyService(self.journal, self.clock)

    @cached_property
    def mileage(self) -> MileageService:
        from boardkeeper.services.mileage import MileageService

        return MileageService(self.journal, self.clock)

    @cached_property
    def rates(self) -> RateService:
        from boardkeeper.services.rates import RateService

        return RateService(self.journal, self.clock)

    @cached_property
    def time_proposals(self) -> TimeProposalService:
        from boardkeeper.services.time_proposals import TimeProposalService

        return TimeProposalService(self.journal, self.clock)

    @cached_property
    def timer(self) -> TimerService:
        from boardkeeper.services.timer import TimerService

        return TimerService(self.journal, self.clock)

    @cached_property
    def privacy(self) -> PrivacyService:
        from boardkeeper.services.privacy import PrivacyService

        return PrivacyService(self._store, self.journal, self.clock)

    @cached_property
    def procedures(self) -> ProcedureService:
        from boardkeeper.services.procedures import ProcedureService

        return ProcedureService(self.journal, self.clock)

    @cached_property
    def reminders(self) -> ReminderService:
        from boardkeeper.services.reminders import ReminderService

        return ReminderService(self.journal, self.clock)

    @cached_property
    def decisions(self) -> DecisionService:
        from boardkeeper.services.decisions import DecisionService

        return DecisionService(self.journal, self.clock)

    @cached_property
    def votes(self) -> VoteService:
        from boardkeeper.services.votes import VoteService

        return VoteService(self.journal, self.clock)

    @cached_property
    def interests(self) -> InterestService:
        from boardkeeper.services.interests import InterestService

        return InterestService(self.journal, self.clock)

    @cached_property
    def written_procedures(self) -> WrittenProcedureService:
        from boardkeeper.services.written_procedures import WrittenProcedureService

        return WrittenProcedureService(self.journal, self.clock)

    @cached_property
    def documents(self) -> DocumentService:
        from boardkeeper.services.documents import DocumentService

        return DocumentService(self.journal, self.clock)

    @cached_property
    def minutes_papers(self) -> MinutesPapers:
        from boardkeeper.services.minutes_papers import MinutesPapers

        return MinutesPapers(self.journal, self.clock)

    @cached_property
    def board_papers(self) -> BoardPapers:
        from boardkeeper.services.board_papers import BoardPapers

        return BoardPapers(self.journal, self.clock)

    @cached_property
    def interchange(self) -> InterchangeService:
        from boardkeeper.services.interchange import InterchangeService

        return InterchangeService(self._store, self.journal)

    @cached_property
    def approval(self) -> ApprovalService:
        from boardkeeper.services.approval import ApprovalService

        return ApprovalService(self.journal, self.clock, self.minutes_papers.final)

    @cached_property
    def minutes(self) -> MinutesService:
        from boardkeeper.services.minutes import MinutesService

        return MinutesService(self.journal, self.clock)

    @cached_property
    def tasks(self) -> TaskService:
        from boardkeeper.services.tasks import TaskService

        return TaskService(self.journal, self.clock)

    @cached_property
    def ideas(self) -> IdeaService:
        from boardkeeper.services.ideas import IdeaService

        return IdeaService(self.journal, self.clock)

    @cached_property
    def packs(self) -> PackService:
        from boardkeeper.services.pack_documents import PackSources
        from boardkeeper.services.packs import PackService

        sources = PackSources(
            files=self._store.paper_files,
            documents=self.documents,
            minutes=self.minutes_papers,
            board=self.board_papers,
        )
        return PackService(self.journal, self.clock, sources, self.interests)

    @cached_property
    def papers(self) -> PaperService:
        from boardkeeper.services.papers import PaperService

        return PaperService(self.journal, self.clock, self._store.paper_files)

    @cached_property
    def archive(self) -> ArchiveService:
        from boardkeeper.services.archive import ArchiveService

        return ArchiveService(self.journal, self.clock, self._store.paper_files)

    @cached_property
    def phrases(self) -> PhraseService:
        from boardkeeper.services.phrases import PhraseService

        return PhraseService(self.journal, self.clock)

    @cached_property
    def reviews(self) -> ReviewService:
        from boardkeeper.services.reviews import ReviewService

        return ReviewService(self.journal, self.clock)

    @cached_property
    def review_papers(self) -> ReviewPapers:
        from boardkeeper.services.review_papers import ReviewPapers

        return ReviewPapers(self.journal, self.clock)

    @cached_property
    def sample(self) -> SampleService:
        from boardkeeper.services.sample import SampleService

        return SampleService(self.journal, self.clock, self._store.paper_files)

    @cached_property
    def simulator(self) -> SimulatorService:
        from boardkeeper.services.simulator import SimulatorService

        return SimulatorService(self.journal, self.clock)

    @cached_property
    def simulator_papers(self) -> SimulatorPapers:
        from boardkeeper.services.simulator_papers import SimulatorPapers

        return SimulatorPapers(self.journal, self.clock, self.simulator)

    @cached_property
    def search(self) -> SearchService:
        from boardkeeper.services.search import SearchService

        return SearchService(self._store, self.journal, self.clock)

    @cached_property
    def trash(self) -> TrashService:
        from boardkeeper.services.trash import TrashService

        _ = self.papers  # hears of what leaves the trash, and lets the files go
        return TrashService(self.journal, self.clock)

    @cached_property
    def yearwheel(self) -> YearWheelService:
        from boardkeeper.services.yearwheel import YearWheelService

        return YearWheelService(self.journal, self.clock)

    @cached_property
    def aims(self) -> AimService:
        from boardkeeper.services.aims import AimService

        return AimService(self.journal, self.clock)

    @cached_property
    def gauges(self) -> GaugeService:
        from boardkeeper.services.gauges import GaugeService

        return GaugeService(self.journal, self.clock)

    @cached_property
    def network(self) -> NetworkService:
        from boardkeeper.services.network import NetworkService

        return NetworkService(self.journal, self.clock)

    @cached_property
    def network_papers(self) -> NetworkPapers:
        from boardkeeper.services.network_papers import NetworkPapers

        return NetworkPapers(self.journal, self.clock)

    @cached_property
    def referrals(self) -> ReferralService:
        from boardkeeper.services.referrals import ReferralService

        return ReferralService(self.journal, self.clock)

    @cached_property
    def signals(self) -> SignalService:
        from boardkeeper.services.gauges import SignalService

        return SignalService(self.journal, self.clock)

    @cached_property
    def thresholds(self) -> ThresholdService:
        from boardkeeper.services.thresholds import ThresholdService

        return ThresholdService(self.journal, self.clock)
