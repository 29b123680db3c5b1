"""The section Boards: every organisation in a list, and the chosen one in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.ceilings import Ceiling
from boardkeeper.domain.effort import Effort
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership, Term, title_of
from boardkeeper.domain.money import Payment
from boardkeeper.domain.organisations import Organisation, OrganisationId, kind_name
from boardkeeper.domain.packs import PackProfile
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.people import Person
from boardkeeper.domain.procedure import Procedure
from boardkeeper.domain.promises import Promise
from boardkeeper.domain.reminders import Reminder, ReminderId
from boardkeeper.domain.rules import OwnRule
from boardkeeper.domain.series import ClosedDays, Series
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.boards.detail import OrganisationDetail
from boardkeeper.ui.boards.organisation_dialog import NewOrganisation, OrganisationDialog
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import (
    Action,
    Button,
    ButtonKind,
    EmptyState,
    IconButton,
    ListDetail,
    RecordList,
    RecordListModel,
    RowFace,
    SearchField,
    Space,
    Title,
)
from boardkeeper.ui.page import Page
from boardkeeper.ui.staying import has_keyboard, still_fits


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """An organisation as the list shows it."""

    organisation: Organisation
    my_title: str
    next_meeting: Meeting | None

    @property
    def id(self) -> OrganisationId:
        return self.organisation.id


def face() -> RowFace[Board]:
    """How an organisation reads in the list."""
    return RowFace(
        title=lambda board: board.organisation.label,
        caption=_caption,
        chip=lambda board: formats.day(board.next_meeting.day) if board.next_meeting else "",
        colour=lambda board: board.organisation.colour,
    )


class BoardsPage(Page):
    """What one sits in, and all that belongs to it."""

    KINDS = (
        Organisation,
        Paper,
        PackProfile,
        OwnRule,
        Person,
        Membership,
        Term,
        Meeting,
        Series,
        ClosedDays,
        Reminder,
        Procedure,
        Promise,
        Effort,
        Ceiling,
        TimeEntry,
        Payment,
    )

    def __init__(
        self, services: Services, changes: ChangeNotifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, changes, parent)
        self._wanted: OrganisationId | None = None
        self._shown_id: OrganisationId | None = None
        self._model = RecordListModel[Board]((), face=face(), search_by=_words)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._search = SearchField(_("Search boards"))
        self._new = IconButton("plus", _("New board"))
        self._list = RecordList(self._model, _("Boards"))
        self._side_by_side = Button(_("All my boards"), kind=ButtonKind.QUIET, icon="layout-list")
        self._list.context_actions = self._actions
        self._detail = OrganisationDetail(self.services)
        self._list_detail = ListDetail(self._list_pane(), self._detail)
        self._empty = EmptyState(
            "landmark",
            _("Which boards, associations and networks do you sit in?"),
            _("Add the first one"),
            caption=_("A name is enough. Rules, agendas and people follow from there."),
        )
        self._nothing_found = EmptyState("search", _("No board fits the search."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._list_detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._rename = QShortcut(QKeySequence(Qt.Key.Key_F2), self)
        self._rename.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _list_pane(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(Title(_("Boards")), 1)
        head.addWidget(self._new)
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(Space.L, Space.XL, Space.S, Space.S)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(self._side_by_side)
        pane.setFocusProxy(self._list)
        return pane

    def _connect(self) -> None:
        self._search.searched.connect(self._model.set_filter)
        self._search.moved_down.connect(self._list.setFocus)
        self._new.clicked.connect(self.make_new)
        self._empty.wanted.connect(self.make_new)
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(self._list_detail.show_detail)
        self._list.clicked.connect(self._list_detail.show_detail)
        self._list.delete_wanted.connect(self._on_delete_wanted)
        self._rename.activated.connect(self._detail.rename)
        self._detail.delete_wanted.connect(self._on_delete_chosen)
        self._detail.meeting_wanted.connect(self.meeting_wanted)
        self._detail.new_meeting_for.connect(self.new_meeting_for)
        self._detail.meetings_wanted.connect(self.meetings_wanted)
        self._detail.person_wanted.connect(self.person_wanted)
        self._detail.calendar_file_wanted.connect(self.calendar_file_wanted)
        self._detail.print_wanted.connect(self.print_wanted)
        self._detail.said.connect(self.said)
        self._detail.review_wanted.connect(self.review_wanted)
        self._detail.leaving_wanted.connect(self.leaving_simulator_wanted)
        self._side_by_side.clicked.connect(lambda: self.review_wanted.emit(""))

    def refresh(self) -> None:
        boards = self._boards()
        self._stack.setCurrentWidget(self._list_detail if boards else self._empty)
        self._keep_in_sight(boards)
        self._model.set_records(boards)
        self._choose_wanted()

    def show_organisation(self, organisation_id: OrganisationId | None) -> None:
        """The list stays whole; the organisation is chosen in it."""
        if organisation_id is not None:
            self._wanted = organisation_id
        super().show_organisation(organisation_id)

    def open_record(self, record_id: str) -> None:
        """Show one organisation, whatever was searched for."""
        self._detail.commit()
        self._wanted = OrganisationId(record_id)
        self._search.clear()
        self._list_detail.show_detail()
        self.bring_up_to_date(even_if_fresh=True)

    def open_part(self, record_id: str) -> None:
        """Bring one reminder of the organisation into sight."""
        self._detail.show_reminder(ReminderId(record_id))

    def make_new(self) -> None:
        is_my_name_wanted = self.services.people.me() is None
        dialog = OrganisationDialog(
            self.services.organisations.unused_colour(),
            is_my_name_wanted=is_my_name_wanted,
            parent=self.window(),
        )
        dialog.ask(self._add)

    def find_here(self) -> None:
        self._list_detail.show_list()
        self._search.setFocus()
        self._search.selectAll()

    def take_focus(self) -> None:
        self._list.setFocus()

    @Slot(object)
    def _on_chosen(self, board: Board | None) -> None:
        if board is None:
            return
        if board.id != self._shown_id and has_keyboard(self._detail):
            self._list.setFocus()  # what is typed next is not for this board
        self._shown_id = board.id
        self._detail.show_organisation(board.organisation)

    @Slot(object)
    def _on_delete_wanted(self, board: Board) -> None:
        self.services.organisations.discard(board.id)

    @Slot()
    def _on_delete_chosen(self) -> None:
        board = self._list.chosen_record()
        if board is not None:
            self.services.organisations.discard(board.id)

    def _add(self, new: NewOrganisation) -> None:
        if new.my_name and new.my_role is not None and self.services.people.me() is None:
            self.services.people.introduce_me(new.my_name)
        self.services.organisations.add(new.organisation, my_role=new.my_role)
        self.open_record(new.organisation.id)

    def _actions(self, board: Board) -> list[Action]:
        return [
            Action(_("Plan meeting"), lambda: self.new_meeting_for.emit(board.id), "calendar-plus"),
            Action(
                _("Delete board"),
                lambda: self._on_delete_wanted(board),
                "trash-2",
                is_dangerous=True,
            ),
        ]

    def _boards(self) -> list[Board]:
        today = self.services.clock.today()
        titles: dict[OrganisationId, str] = {}
        for seated in self.services.memberships.mine():
            is_now = seated.sits_on(today)
            title = title_of(seated.membership) if is_now else _("Former member")
            if is_now or seated.organisation.id not in titles:
                titles[seated.organisation.id] = title
        coming = self.services.meetings.next_of_each()
        boards = [
            Board(
                organisation=each,
                my_title=titles.get(each.id, ""),
                next_meeting=coming.get(each.id),
            )
            for each in self.services.organisations.all()
        ]
        return sorted(boards, key=lambda board: formats.sort_key(board.organisation.label))

    def _keep_in_sight(self, boards: Sequence[Board]) -> None:
        """Give up a search that the board being renamed fits no longer, rather than leave it."""
        search = self._search.text()
        shown = next((board for board in boards if board.id == self._shown_id), None)
        if search and shown is not None and not still_fits(search, _words(shown)):
            self._search.clear()

    def _choose_wanted(self) -> None:
        """Choose what was asked for, or the first, so that there is always something to see."""
        if self._wanted is not None and self._list.choose(self._wanted):
            self._wanted = None
        elif self._list.chosen_record() is None:
            self._list.choose_row(0)


def _caption(board: Board) -> str:
    return " · ".join(filter(None, (board.my_title, kind_name(board.organisation.kind))))


def _words(board: Board) -> str:
    """What the search looks through."""
    organisation = board.organisation
    return " ".join((organisation.name, organisation.short_name, _caption(board)))
