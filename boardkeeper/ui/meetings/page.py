"""The section of meetings: the list, and the meeting that is open."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boardkeeper.domain.agenda import AgendaItem, AgendaItemId
from boardkeeper.domain.aims import Aim
from boardkeeper.domain.changes import ChangeSet
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.people import Person
from boardkeeper.domain.rules import OwnRule
from boardkeeper.domain.series import ClosedDays, Series
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.meetings.dialog import (
    FirstMeeting,
    FirstMeetingDialog,
    MeetingDialog,
    NewMeeting,
    Proposals,
)
from boardkeeper.ui.meetings.list_view import MeetingList
from boardkeeper.ui.meetings.meeting_view import MeetingView
from boardkeeper.ui.minutes.view import MinutesView
from boardkeeper.ui.page import Page
from boardkeeper.ui.papers import agenda_paper, approved_paper, brief_paper, minutes_paper


class MeetingsPage(Page):
    """Lists the meetings and shows one of them, full width.

    Which one is the window's to say, so that its back and forward go there too: pressing a meeting
    emits `meeting_wanted`, and the window calls `open_record`.
    """

    KINDS = (
        Meeting,
        AgendaItem,
        Organisation,
        OwnRule,
        Membership,
        Term,
        Person,
        Paper,
        Series,
        ClosedDays,
        Aim,
    )

    def __init__(
        self, services: Services, changes: ChangeNotifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, changes, parent)
        self._open_id: MeetingId | None = None
        self._is_list_stale = True
        self._list = MeetingList(services)
        self._meeting = MeetingView(services)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._meeting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self._list.opened.connect(self._on_opened)
        self._list.delete_wanted.connect(self._on_delete_wanted)
        self._list.print_wanted.connect(self._on_print_wanted)
        self._list.new_wanted.connect(self.make_new)
        self._meeting.list_wanted.connect(self._on_list_wanted)
        self._meeting.print_wanted.connect(self._print)
        self._meeting.minutes_print_wanted.connect(self._print_minutes)
        self._meeting.brief_wanted.connect(self._print_brief)
        self._meeting.save_wanted.connect(self.save_wanted)
        self._meeting.approved_paper_wanted.connect(self._show_approved)
        self._meeting.meeting_wanted.connect(self.meeting_wanted)
        self._meeting.said.connect(self.said)
        self._meeting.pack_wanted.connect(self.pack_wanted)
        self._meeting.task_wanted.connect(self.task_wanted)
        self._meeting.paper_wanted.connect(self.print_wanted)

    def refresh(self) -> None:
        meeting = None if self._open_id is None else self.services.meetings.find(self._open_id)
        if meeting is not None:
            self._meeting.show_meeting(meeting)
            self._stack.setCurrentWidget(self._meeting)
            return
        if self._open_id is not None:
            self._open_id = None
            self._meeting.forget()
        if self._is_list_stale:
            self._is_list_stale = False
            self._list.show_organisation(self.organisation_id)
            self._list.refresh()
        self._stack.setCurrentWidget(self._list)

    def bring_up_to_date(self, *, even_if_fresh: bool = False) -> None:
        self._is_list_stale = self._is_list_stale or even_if_fresh
        super().bring_up_to_date(even_if_fresh=even_if_fresh)

    def open_record(self, record_id: str) -> None:
        """Open a meeting, its agenda first."""
        if self._open_id != record_id:
            self._meeting.leave()
            self._open_id = MeetingId(record_id)
        self._show_again()

    def open_part(self, record_id: str) -> None:
        """Choose an item of the meeting that is open."""
        if self._open_id is not None:
            self._meeting.choose_item(AgendaItemId(record_id))

    def close_record(self) -> None:
        """From an open meeting to the list, which marks it."""
        if self._open_id is None:
            return
        self._meeting.leave()
        left, self._open_id = self._open_id, None
        self._show_again()
        self._list.choose(left)

    def finish(self) -> list[str]:
        self._meeting.leave()
        return self._meeting.unfinished

    def make_new(self) -> None:
        """Ask for a new meeting; for the first board and meeting while there is none."""
        self._ask_for_any()

    def make_new_on(self, day: date) -> None:
        """Ask for a new meeting on that day."""
        self._ask_for_any(day)

    def make_new_for(self, organisation_id: str) -> None:
        """Ask for a new meeting of that organisation."""
        self._ask_for_meeting(OrganisationId(organisation_id))

    def find_here(self) -> None:
        self.close_record()
        self._list.find_here()

    def print_this(self) -> None:
        chosen = self._list.chosen
        if self._open_id is not None:
            self._meeting.print_this()
        elif chosen is not None:
            self._print(chosen.id)

    def take_minutes(self) -> bool:
        """Turn to the minutes of the meeting that is open or chosen; False: there is none."""
        if self._open_id is None:
            chosen = self._list.chosen
            if chosen is None:
                return False
            self.meeting_wanted.emit(chosen.id)
        self._meeting.take_minutes()
        return True

    def take_focus(self) -> None:
        if self._open_id is not None:
            self._meeting.take_focus()
        else:
            self._list.take_focus()

    @Slot(ChangeSet)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.touches(Meeting, Organisation):
            self._is_list_stale = True
        if self._meeting.is_storing:
            return
        if change_set.touches(*self.KINDS, *MinutesView.KINDS):
            self._show_again()

    def _show_again(self) -> None:
        """Read again what is shown, but not the list where nothing in it has changed."""
        self._is_stale = True
        super().bring_up_to_date()

    def _ask_for_any(self, day: date | None = None) -> None:
        organisations = self.services.organisations.all()
        if not organisations:
            first = FirstMeetingDialog(self.services.clock.today, self)
            first.ask(self._begin)
            return
        self._ask_for_meeting(self._likely_organisation(organisations), day)

    def _ask_for_meeting(self, organisation_id: OrganisationId, day: date | None = None) -> None:
        dialog = MeetingDialog(
            self.services.organisations.all(),
            organisation_id,
            Proposals(
                meeting=self.services.meetings.proposed,
                series=self.services.series.proposed,
                days=self.services.series.days,
            ),
            self.services.clock.today,
            self,
            day=day,
        )
        dialog.ask(self._plan)

    def _likely_organisation(self, organisations: list[Organisation]) -> OrganisationId:
        """The one whose meeting is open or that is shown alone, else the one that met last."""
        if self._open_id is not None:
            return self.services.meetings.get(self._open_id).organisation_id
        if self.organisation_id is not None:
            return self.organisation_id
        chosen = self._list.chosen
        if chosen is not None:
            return chosen.organisation_id
        return organisations[0].id

    def _plan(self, new: NewMeeting) -> None:
        if new.series is not None:
            self._open_next(self.services.series.plan(new.series))
            return
        self.services.meetings.plan(new.meeting, with_agenda=new.with_agenda)
        self.meeting_wanted.emit(new.meeting.id)

    def _open_next(self, planned: list[Meeting]) -> None:
        """Open the first of these that lies ahead; the last one where none does."""
        today = self.services.clock.today()
        ahead = [each for each in planned if each.day >= today]
        if planned:
            self.meeting_wanted.emit((ahead[0] if ahead else planned[-1]).id)

    def _begin(self, first: FirstMeeting) -> None:
        meeting = self.services.meetings.begin(first.name, first.kind, first.starts_at)
        self.meeting_wanted.emit(meeting.id)

    def _on_opened(self, meeting: Meeting) -> None:
        self.meeting_wanted.emit(meeting.id)

    def _on_list_wanted(self) -> None:
        self.close_record()
        self._list.take_focus()

    def _on_delete_wanted(self, meeting: Meeting) -> None:
        self.services.meetings.discard(meeting.id)

    def _on_print_wanted(self, meeting: Meeting) -> None:
        self._print(meeting.id)

    def _print_minutes(self, meeting_id: str) -> None:
        self.print_wanted.emit(minutes_paper(self.services, MeetingId(meeting_id)))

    def _print_brief(self, meeting_id: str) -> None:
        papers = self.services.relation_papers
        self.print_wanted.emit(brief_paper(papers, MeetingId(meeting_id)))

    def _show_approved(self, meeting_id: str) -> None:
        self.print_wanted.emit(approved_paper(self.services, MeetingId(meeting_id)))

    def _print(self, meeting_id: str) -> None:
        self.print_wanted.emit(agenda_paper(self.services, MeetingId(meeting_id)))
