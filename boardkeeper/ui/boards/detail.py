"""One organisation in full, every part of it to be changed where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from boardkeeper.domain.meetings import SeriesId
from boardkeeper.domain.memberships import MembershipId
from boardkeeper.domain.organisations import Organisation, kind_name
from boardkeeper.domain.reminders import ReminderId
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.memberships import Seated
from boardkeeper.ui.boards.about_section import AboutSection, IdentitySection
from boardkeeper.ui.boards.closed_section import ClosedSection
from boardkeeper.ui.boards.meetings_section import NEXT, MeetingsSection
from boardkeeper.ui.boards.papers_section import PapersSection
from boardkeeper.ui.boards.people_section import PeopleSection
from boardkeeper.ui.boards.procedure_section import ProcedureSection
from boardkeeper.ui.boards.reminders_section import RemindersSection
from boardkeeper.ui.boards.rules_section import RulesSection
from boardkeeper.ui.boards.seat_section import SeatSection
from boardkeeper.ui.boards.time_section import TimeSection
from boardkeeper.ui.kit import Action, Button, ButtonKind, MenuButton, ScrollPage
from boardkeeper.ui.papers import plan_paper
from boardkeeper.ui.series.desk import SeriesDesk


class OrganisationDetail(ScrollPage):
    """Header, my seat, people, meetings, reminders, rules and the rest."""

    meeting_wanted = Signal(str)
    new_meeting_for = Signal(str)
    meetings_wanted = Signal(str)
    person_wanted = Signal(str)
    print_wanted = Signal(object)
    said = Signal(str)
    calendar_file_wanted = Signal(str)
    delete_wanted = Signal()
    review_wanted = Signal(str)
    leaving_wanted = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._services = services
        self._organisation: Organisation | None = None
        self._my_membership: MembershipId | None = None
        self._identity = IdentitySection(services)
        self._seat = SeatSection(services)
        self._time = TimeSection(services)
        self._people = PeopleSection(services)
        self._meetings = MeetingsSection()
        self._desk = SeriesDesk(services, self)
        self._papers = PapersSection(services)
        self._reminders = RemindersSection(services)
        self._rules = RulesSection(services)
        self._procedure = ProcedureSection(services)
        self._closed = ClosedSection(services)
        self._about = AboutSection(services)
        self._fill()
        self._connect()

    def _fill(self) -> None:
        self._menu = MenuButton(
            "",
            [
                Action(_("Rename"), self.rename, "pencil"),
                Action(_("Calendar file…"), self._on_file_wanted, "calendar-arrow-down"),
                Action(_("What if I leave…"), self._on_leaving_wanted, "split"),
                Action(_("Delete board"), self.delete_wanted.emit, "trash-2", is_dangerous=True),
            ],
            kind=ButtonKind.QUIET,
            icon="ellipsis",
            name=_("More for this board"),
        )
        self._review = Button(_("Stay or leave?"), icon="scale")
        self._review.hide()
        self.add_action(self._review)
        self.add_action(self._menu)
        for section in (
            self._identity,
            self._seat,
            self._time,
            self._people,
            self._meetings,
            self._papers,
            self._reminders,
            self._rules,
            self._procedure,
            self._closed,
            self._about,
        ):
            self.add(section)
        self.add_stretch()

    def _connect(self) -> None:
        self._people.person_wanted.connect(self.person_wanted)
        self._meetings.meeting_wanted.connect(self.meeting_wanted)
        self._meetings.new_meeting_for.connect(self.new_meeting_for)
        self._meetings.meetings_wanted.connect(self.meetings_wanted)
        self._meetings.series_wanted.connect(self._on_series_wanted)
        self._meetings.plan_wanted.connect(self._on_plan_wanted)
        self._desk.meeting_wanted.connect(self.meeting_wanted)
        self._papers.said.connect(self.said)
        self._review.clicked.connect(self._on_review_wanted)

    def show_organisation(self, organisation: Organisation) -> None:
        """Show an organisation as it is stored; of another one, from the top."""
        if self._organisation is None or self._organisation.id != organisation.id:
            self.verticalScrollBar().setValue(0)
            self.messages.clear()
        self._organisation = organisation
        self.set_title(organisation.name)
        self.set_caption(kind_name(organisation.kind))
        seated = self._services.memberships.of_organisation(organisation.id)
        today = self._services.clock.today()
        ahead = self._services.meetings.ahead(organisation.id, NEXT)
        self._identity.show_organisation(organisation)
        mine = self._my_seat(seated)
        self._seat.show_seat(organisation, mine)
        self._time.show_time(organisation, mine)
        self._people.show_people(organisation, seated)
        self._meetings.show_meetings(organisation, ahead, today)
        self._meetings.show_series(self._services.series.of_organisation(organisation.id))
        reminders = self._services.reminders.of(organisation.id)
        self._reminders.show_reminders(organisation, reminders, seated)
        self._papers.show_papers(organisation)
        self._rules.show_rules(organisation)
        self._procedure.show_procedure(organisation)
        self._closed.show_closed(organisation)
        self._about.show_organisation(organisation)
        self._offer_review(self._my_seat(seated))

    def commit(self) -> None:
        """Store now what is being typed."""
        if self._organisation is not None:
            self._identity.commit()
            self._seat.commit()
            self._time.commit()
            self._about.commit()

    def rename(self) -> None:
        """Put the keyboard into the name."""
        self.verticalScrollBar().setValue(0)
        self._identity.focus_name()

    def show_reminder(self, reminder_id: ReminderId) -> None:
        """Put the keyboard on a reminder and scroll to it; of one that is not here, nothing."""
        if self._reminders.choose(reminder_id):
            # Once the page has its size: it may be shown for the first time.
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self._reminders))

    def _offer_review(self, seated: Seated | None) -> None:
        """The yearly question is asked where I sit or sat."""
        self._my_membership = seated.membership.id if seated else None
        self._review.setVisible(seated is not None)

    def _on_review_wanted(self) -> None:
        if self._my_membership is not None:
            self.review_wanted.emit(self._my_membership)

    def _on_leaving_wanted(self) -> None:
        if self._my_membership is None:
            self.messages.show_info(_("You have no seat here to leave."))
        else:
            self.leaving_wanted.emit(self._my_membership)

    def _on_plan_wanted(self, year: int) -> None:
        if self._organisation is not None:
            paper = plan_paper(self._services.documents, self._organisation.id, year)
            self.print_wanted.emit(paper)

    def _on_file_wanted(self) -> None:
        if self._organisation is not None:
            self.calendar_file_wanted.emit(self._organisation.id)

    def _on_series_wanted(self, series_id: str) -> None:
        self._desk.show_days(SeriesId(series_id))

    def _my_seat(self, seated: Sequence[Seated]) -> Seated | None:
        """The seat the user has there now, or else the one they had."""
        today = self._services.clock.today()
        mine = [each for each in seated if each.person.is_me]
        return next((each for each in mine if each.sits_on(today)), mine[0] if mine else None)
