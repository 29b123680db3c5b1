"""One meeting, full width: its head, and agenda, papers, minutes, my own side and details."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.meetings import Meeting, MeetingId, MeetingState
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.prepared import Document
from boardkeeper.ui.aims.tab import AimsTab
from boardkeeper.ui.appendices.tab import PapersTab
from boardkeeper.ui.filing import save_document
from boardkeeper.ui.kit import Space, divider
from boardkeeper.ui.meetings.agenda_editor import AgendaEditor
from boardkeeper.ui.meetings.details import MeetingDetails
from boardkeeper.ui.meetings.header import MeetingHeader
from boardkeeper.ui.meetings.tabs import Tabs
from boardkeeper.ui.minutes.view import MinutesView
from boardkeeper.ui.network_papers import pocket_paper
from boardkeeper.ui.series.band import SeriesBand
from boardkeeper.ui.series.desk import SeriesDesk

AGENDA, PAPERS, MINUTES, AFTER, DETAILS = range(5)
_HELD = (MeetingState.HELD, MeetingState.DRAFT_MINUTES, MeetingState.APPROVED)
_SOON = 400
"""Milliseconds from a meeting's picture until its minutes are made ready."""


class MeetingView(QWidget):
    """Everything about the meeting that is open."""

    list_wanted = Signal()
    print_wanted = Signal(str)
    minutes_print_wanted = Signal(str)
    brief_wanted = Signal(str)
    approved_paper_wanted = Signal(str)
    save_wanted = Signal(object)
    meeting_wanted = Signal(str)
    said = Signal(str)
    pack_wanted = Signal(str)
    task_wanted = Signal(str)
    paper_wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._meeting: Meeting | None = None
        self._header = MeetingHeader()
        self._series = SeriesBand()
        self._desk = SeriesDesk(services, self)
        parts = [
            _("Agenda"),
            _("Papers"),
            _("Minutes"),
            _("Before/after"),
            _("Details"),
        ]
        self._tabs = Tabs(_("Parts of the meeting"), parts)
        self._agenda = AgendaEditor(services)
        self._papers = PapersTab(services)
        self._details = MeetingDetails(services)
        self._aims: AimsTab | None = None
        self._minutes: MinutesView | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._minutes_place = QWidget()
        room = QVBoxLayout(self._minutes_place)
        room.setContentsMargins(0, 0, 0, 0)
        self._aims_place = QWidget()
        aims_room = QVBoxLayout(self._aims_place)
        aims_room.setContentsMargins(0, 0, 0, 0)
        for part in (
            self._agenda,
            self._papers,
            self._minutes_place,
            self._aims_place,
            self._details,
        ):
            self._stack.addWidget(part)
        ground = QWidget()
        ground.setProperty("ground", "none")
        column = QVBoxLayout(ground)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._series)
        column.addSpacing(Space.S)
        column.addWidget(self._tabs)
        column.addWidget(divider())
        column.addSpacing(Space.M)
        column.addWidget(self._stack, 1)
        scroll = QScrollArea()  # moves only where large text leaves the rows no room
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._papers.said.connect(self.said)
        self._agenda.said.connect(self.said)
        self._papers.pack_wanted.connect(self._on_pack_wanted)
        self._header.pack_wanted.connect(self._on_pack_wanted)
        header = self._header
        header.list_wanted.connect(self.list_wanted)
        header.print_wanted.connect(self._on_print_wanted)
        header.brief_wanted.connect(self._on_brief_wanted)
        header.pocket_wanted.connect(self._on_pocket_wanted)
        header.step_wanted.connect(self._on_step_wanted)
        header.take_back_wanted.connect(self._on_take_back_wanted)
        header.correct_wanted.connect(self._on_correct_wanted)
        header.move_wanted.connect(self._on_move_wanted)
        header.file_wanted.connect(self._on_file_wanted)
        header.invitation_wanted.connect(self._on_invitation_wanted)
        header.cancellation_wanted.connect(self._on_cancellation_wanted)
        header.agenda_in_word_wanted.connect(self._on_agenda_in_word_wanted)
        header.minutes_in_word_wanted.connect(self._on_minutes_in_word_wanted)
        header.discard_wanted.connect(self._on_discard_wanted)
        self._series.change_following_wanted.connect(self._on_change_following)
        self._series.change_all_wanted.connect(self._on_change_all)
        self._series.end_wanted.connect(self._on_end_series)
        self._series.days_wanted.connect(self._on_series_days)
        self._desk.meeting_wanted.connect(self.meeting_wanted)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show a meeting, its agenda first, or what has changed in the one that is shown."""
        if self._meeting is None or self._meeting.id != meeting.id:
            self._tabs.setCurrentIndex(AGENDA)
        self._meeting = meeting
        organisation = self._services.organisations.get(meeting.organisation_id)
        standing = self._services.meetings.standing(meeting)
        today = self._services.clock.today()
        self._header.show_meeting(meeting, organisation, standing, today)
        of_series = meeting.series_id
        self._series.show_series(
            None if of_series is None else self._services.series.get(of_series)
        )
        self._show_part()
        if self._minutes is None:
            QTimer.singleShot(_SOON, self, self._make_minutes)

    @property
    def shows_minutes(self) -> bool:
        """Whether the minutes are on screen."""
        return self._stack.currentIndex() == MINUTES

    @property
    def is_storing(self) -> bool:
        """Whether what changes just now is the minutes' own text: it stands on screen already."""
        return self._minutes is not None and self._minutes.is_storing

    def take_minutes(self) -> None:
        """Turn to the minutes, with the keyboard in the text."""
        self._tabs.setCurrentIndex(MINUTES)
        self.minutes.take_focus()

    @property
    def minutes(self) -> MinutesView:
        """The minutes, made when they are first wanted, or a moment after the agenda is seen."""
        return self._minutes or self._make_minutes()

    def _make_minutes(self) -> MinutesView:
        if self._minutes is None:
            self._minutes = MinutesView(self._services)
            self._minutes.send_wanted.connect(self.minutes_print_wanted)
            self._minutes.paper_wanted.connect(self.approved_paper_wanted)
            self._minutes.agenda_wanted.connect(self.take_focus)
            self._minutes.said.connect(self.said)
            layout = self._minutes_place.layout()
            if layout is not None:
                layout.addWidget(self._minutes)
        return self._minutes

    @property
    def unfinished(self) -> list[str]:
        """What is half written in the minutes and could not be stored, by the forms' titles."""
        return [] if self._minutes is None else self._minutes.unfinished

    def leave(self) -> None:
        """Save what has been typed: another page is coming."""
        if self._minutes is not None:
            self._minutes.finish()
        if self._aims is not None:
            self._aims.finish()
        self._agenda.finish()
        self._details.finish()

    def forget(self) -> None:
        """The meeting is gone: save nothing more."""
        self._meeting = None
        if self._minutes is not None:
            self._minutes.forget()
        if self._aims is not None:
            self._aims.forget()
        self._agenda.forget()
        self._details.forget()

    def show_after(self) -> None:
        """Turn to my own side of the meeting."""
        self._tabs.setCurrentIndex(AFTER)
        self._made_aims().take_focus()

    def _made_aims(self) -> AimsTab:
        """My own side of it, made when it is first looked at."""
        if self._aims is None:
            self._aims = AimsTab(self._services)
            self._aims.task_wanted.connect(self.task_wanted)
            self._aims.print_wanted.connect(self.paper_wanted)
            layout = self._aims_place.layout()
            if layout is not None:
                layout.addWidget(self._aims)
        return self._aims

    def take_focus(self) -> None:
        """Put the keyboard on the agenda."""
        self._tabs.setCurrentIndex(AGENDA)
        self._agenda.take_focus()

    def choose_item(self, item_id: AgendaItemId) -> None:
        """Choose an item: in the minutes of a meeting that was held, else on the agenda."""
        if self._meeting is None:
            return
        if self._meeting.state in _HELD:
            self._tabs.setCurrentIndex(MINUTES)
            self.minutes.choose(item_id)
        else:
            self._tabs.setCurrentIndex(AGENDA)
            self._agenda.choose(item_id)

    def _show_part(self) -> None:
        """Bring the part on screen up to date; the other one is when it is turned to."""
        if self._meeting is None:
            return
        part = self._stack.currentIndex()
        self._header.set_brief(is_brief=part == MINUTES)
        if part == AFTER:
            self._made_aims().show_meeting(self._meeting)
        elif part == DETAILS:
            self._details.show_meeting(self._meeting)
        elif part == PAPERS:
            self._papers.show_meeting(self._meeting)
        elif part == MINUTES:
            self.minutes.show_meeting(self._meeting)
        else:
            self._agenda.show_meeting(self._meeting)

    def _on_tab_changed(self, part: int) -> None:
        if self._minutes is not None:
            self._minutes.finish()
        if self._aims is not None:
            self._aims.finish()
        self._stack.setCurrentIndex(part)
        self._show_part()

    def print_this(self) -> None:
        """Wish the paper of the part on screen."""
        if self._meeting is None:
            return
        self.leave()
        if self._stack.currentIndex() == AFTER:
            self._made_aims().print_this()
            return
        wish = self.minutes_print_wanted if self.shows_minutes else self.print_wanted
        wish.emit(self._meeting.id)

    def _on_print_wanted(self) -> None:
        if self._meeting is not None:
            self.print_this()

    def _on_brief_wanted(self) -> None:
        if self._meeting is not None:
            self.brief_wanted.emit(self._meeting.id)

    def _on_pocket_wanted(self) -> None:
        if self._meeting is not None:
            self.leave()
            papers = self._services.network_papers
            self.paper_wanted.emit(pocket_paper(papers, self._meeting.id))

    def _on_step_wanted(self, state: MeetingState) -> None:
        if self._meeting is None:
            return
        service = self._services.meetings
        steps = {
            MeetingState.NOTICE_SENT: service.send_notice,
            MeetingState.HELD: service.mark_held,
            MeetingState.DRAFT_MINUTES: self._services.approval.send_draft,
            MeetingState.APPROVED: self._approve,
            MeetingState.CANCELLED: service.cancel,
        }
        steps[state](self._meeting.id)

    def _approve(self, _meeting_id: MeetingId) -> None:
        """What cannot be undone is asked for where one sees it."""
        self._tabs.setCurrentIndex(MINUTES)
        self.minutes.approve()

    def _on_correct_wanted(self) -> None:
        self._tabs.setCurrentIndex(MINUTES)
        self.minutes.correct()

    def _on_take_back_wanted(self) -> None:
        if self._meeting is not None:
            self._services.meetings.take_back(self._meeting.id)

    def _on_move_wanted(self) -> None:
        self._tabs.setCurrentIndex(DETAILS)
        self._details.move_meeting()

    def _on_change_following(self) -> None:
        if self._meeting is not None:
            self.leave()
            self._desk.change_following(self._meeting)

    def _on_change_all(self) -> None:
        if self._meeting is not None and self._meeting.series_id is not None:
            self.leave()
            self._desk.change_all(self._meeting.series_id)

    def _on_end_series(self) -> None:
        if self._meeting is not None:
            self.leave()
            self._desk.end_with(self._meeting)

    def _on_series_days(self) -> None:
        if self._meeting is not None and self._meeting.series_id is not None:
            self.leave()
            self._desk.show_days(self._meeting.series_id)

    def _on_file_wanted(self) -> None:
        self._save(self._services.calendar_files.of_meeting)

    def _on_invitation_wanted(self) -> None:
        self._save(self._services.calendar_files.invitation)

    def _on_cancellation_wanted(self) -> None:
        self._save(self._services.calendar_files.cancellation)

    def _save(self, made: Callable[[MeetingId], Document]) -> None:
        """Save a file made of the meeting as it is typed by now."""
        if self._meeting is not None:
            self.leave()
            save_document(made(self._meeting.id), self)

    def _on_agenda_in_word_wanted(self) -> None:
        if self._meeting is not None:
            self.leave()
            self.save_wanted.emit(self._services.documents.agenda_in_word(self._meeting.id))

    def _on_minutes_in_word_wanted(self) -> None:
        if self._meeting is not None:
            self.leave()
            self.save_wanted.emit(self._services.minutes_papers.minutes_in_word(self._meeting.id))

    def _on_pack_wanted(self) -> None:
        if self._meeting is not None:
            self.leave()
            self.pack_wanted.emit(self._meeting.id)

    def _on_discard_wanted(self) -> None:
        if self._meeting is not None:
            self.leave()
            self._services.meetings.discard(self._meeting.id)
