"""The section People: everyone with the chosen one in full, the ambassadors, and the referrals."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.aims import Aim
from boardkeeper.domain.ambassadors import Ambassador
from boardkeeper.domain.attendance import Attendance
from boardkeeper.domain.contacts import Contact
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.identity import Id
from boardkeeper.domain.interests import Interest
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.referrals import Referral, ReferralId
from boardkeeper.domain.tasks import Task, TaskOwner
from boardkeeper.domain.thresholds import OwnThreshold
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import (
    Action,
    Button,
    ButtonKind,
    EmptyState,
    IconButton,
    ListDetail,
    MenuButton,
    RecordList,
    RecordListModel,
    SearchField,
    Segments,
    Space,
    Title,
)
from boardkeeper.ui.leading_on import lead_on
from boardkeeper.ui.network.ambassadors_view import AmbassadorsView
from boardkeeper.ui.network.referrals_view import ReferralsView
from boardkeeper.ui.page import Page
from boardkeeper.ui.papers import offices_paper
from boardkeeper.ui.people.detail import PersonDetail
from boardkeeper.ui.people.dialogs import MyNameDialog, NewPerson, PersonDialog
from boardkeeper.ui.people.duplicates_dialog import DuplicatesDialog, Merge
from boardkeeper.ui.people.faces import (
    Acquaintance,
    acquaintances,
    face,
    slipping_away,
    words_of,
)
from boardkeeper.ui.staying import has_keyboard, still_fits

V = TypeVar("V", AmbassadorsView, ReferralsView)


class View(IntEnum):
    """What the page shows, in the order of its segments."""

    PEOPLE = 0
    AMBASSADORS = 1
    REFERRALS = 2


class PeoplePage(Page):
    """Everyone one meets, oneself first; and what a network is for.

    The views of the network are made when they are first looked at.
    """

    KINDS = (
        Person,
        Membership,
        Term,
        Organisation,
        Interest,
        Profile,
        Contact,
        Referral,
        OwnThreshold,
        Meeting,
        Attendance,
        Task,
        TaskOwner,
        Ambassador,
        Aim,
        AgendaItem,
        TimeEntry,
    )

    def __init__(
        self, services: Services, changes: ChangeNotifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, changes, parent)
        self._wanted: PersonId | None = None
        self._guest_id: PersonId | None = None
        self._shown_id: PersonId | None = None
        self._came_from = View.PEOPLE
        self._model = RecordListModel[Acquaintance]((), face=face(), search_by=words_of)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._search = SearchField(_("Search people"))
        self._new = IconButton("user-plus", _("New person"))
        self._more = MenuButton(
            "", kind=ButtonKind.QUIET, icon="ellipsis", name=_("More for people")
        )
        self._who = Segments(
            _("Who is shown"),
            [(_("Everyone"), _("Everyone")), (_("Slipping away"), _("Who is slipping away"))],
        )
        self._who.choose(0)
        self._introduce = Button(_("Enter my own name"), kind=ButtonKind.QUIET, icon="user")
        self._list = RecordList(self._model, _("People"))
        self._list.context_actions = self._actions
        self._detail = PersonDetail(self.services)
        self._nobody_here = EmptyState(
            "users",
            _("Nobody to show here."),
            caption=_("Search for something else, or add someone."),
        )
        self._nobody_slips = EmptyState(
            "heart-handshake",
            _("Nobody is slipping away."),
            caption=_("You have had contact with everyone within the rhythm of your boards."),
        )
        self._right = QStackedWidget()
        self._right.addWidget(self._nobody_here)
        self._right.addWidget(self._nobody_slips)
        self._right.addWidget(self._detail)
        self._list_detail = ListDetail(self._list_pane(), self._right)
        self._empty = EmptyState(
            "users",
            _("Here are the people you meet, and where you meet them."),
            _("Begin with yourself"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._list_detail)
        self._views = Segments(
            _("Show"),
            [(each, "") for each in (_("People"), _("Ambassadors"), _("Referrals"))],
            is_folding=True,
        )
        self._views.choose(View.PEOPLE)
        self._room = QStackedWidget()
        self._room.addWidget(self._stack)
        head = QHBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.L, 0)
        head.addWidget(self._views)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._room, 1)
        self._rename = QShortcut(QKeySequence(Qt.Key.Key_F2), self)
        self._rename.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _list_pane(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(Title(_("People")), 1)
        head.addWidget(self._new)
        head.addWidget(self._more)
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(Space.L, Space.L, Space.S, Space.S)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._search)
        column.addWidget(self._who)
        column.addWidget(self._introduce, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._list, 1)
        pane.setFocusProxy(self._list)
        return pane

    def _connect(self) -> None:
        self._views.chosen.connect(self._on_view_chosen)
        self._search.searched.connect(self._on_searched)
        self._search.moved_down.connect(self._list.setFocus)
        self._who.chosen.connect(self._on_who)
        self._new.clicked.connect(self.make_new)
        self._introduce.clicked.connect(self.ask_my_name)
        self._empty.wanted.connect(self.ask_my_name)
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(self._list_detail.show_detail)
        self._list.clicked.connect(self._list_detail.show_detail)
        self._list.delete_wanted.connect(self._on_delete_wanted)
        self._rename.activated.connect(self._detail.rename)
        self._detail.delete_wanted.connect(self._on_delete_chosen)
        self._detail.organisation_wanted.connect(self.organisation_wanted)
        self._detail.task_wanted.connect(self.task_wanted)
        self._detail.print_wanted.connect(self.print_wanted)

    def refresh(self) -> None:
        match self._view:
            case View.PEOPLE:
                self._show_people()
            case View.AMBASSADORS:
                self._room.setCurrentWidget(self._ambassadors)
                self._ambassadors.show_organisation(self.organisation_id)
            case View.REFERRALS:
                self._room.setCurrentWidget(self._referrals)
                self._referrals.show_organisation(self.organisation_id)

    def _show_people(self) -> None:
        self._room.setCurrentWidget(self._stack)
        people = self.services.people.all()
        organisations = self.services.organisations.all()
        everyone = acquaintances(people, organisations, self.services.memberships.sitting())
        shown = everyone
        if self.organisation_id is not None:
            here = self.organisation_id
            shown = [
                each
                for each in everyone
                if here in each.organisation_ids or each.id == self._guest_id
            ]
        if 1 in self._who.down:
            slipping = self.services.relations.slipping_away()
            shown = slipping_away(everyone, slipping, self.organisation_id)
        self._more.set_actions(self._menu())
        self._stack.setCurrentWidget(self._list_detail if everyone else self._empty)
        self._introduce.setVisible(not (everyone and everyone[0].person.is_me))
        self._keep_in_sight(everyone)
        self._model.set_records(shown)
        self._choose_wanted()

    def show_organisation(self, organisation_id: OrganisationId | None) -> None:
        self._guest_id = None
        super().show_organisation(organisation_id)

    def open_record(self, record_id: str) -> None:
        """Show one person, whatever was searched or filtered for."""
        self._detail.commit()
        self._came_from = self._view
        self._views.choose(View.PEOPLE)
        self._wanted = self._guest_id = PersonId(record_id)
        self._search.clear()
        self._who.choose(0)
        self._list_detail.show_detail()
        self.bring_up_to_date(even_if_fresh=True)

    def open_part(self, record_id: str) -> None:
        """Show one referral, or the view of that name."""
        if record_id.upper() in View.__members__:
            self._choose_view(View[record_id.upper()])
            return
        self._choose_view(View.REFERRALS)
        self._referrals.choose(ReferralId(record_id))

    def close_record(self) -> None:
        """Back from a person one went to from the ambassadors or the referrals."""
        if self._came_from is not View.PEOPLE and self._view is View.PEOPLE:
            self._choose_view(self._came_from)
        self._came_from = View.PEOPLE

    def make_new(self) -> None:
        """A new person, or a new referral where one looks at those."""
        if self._view is View.REFERRALS:
            self._referrals.make_new()
            return
        dialog = PersonDialog(
            self.services.organisations.all(), self.organisation_id, parent=self.window()
        )
        dialog.ask(self._add)

    def ask_my_name(self) -> None:
        """Ask the user who they are."""
        MyNameDialog(parent=self.window()).ask(self._introduce_me)

    def find_duplicates(self) -> None:
        """Show who may stand here twice, to be made one."""
        DuplicatesDialog(self.services.merging.duplicates(), self.window()).ask(self._merge)

    def print_this(self) -> None:
        """The network sheet of the group shown, or my offices where one looks at people."""
        if self._view is View.AMBASSADORS:
            self._ambassadors.print_this()
        elif self._view is View.REFERRALS:
            self._referrals.print_this()
        else:
            self._print_offices()

    def find_here(self) -> None:
        self._choose_view(View.PEOPLE)
        self._list_detail.show_list()
        self._search.setFocus()
        self._search.selectAll()

    def take_focus(self) -> None:
        match self._view:
            case View.PEOPLE:
                self._list.setFocus()
            case View.AMBASSADORS:
                self._ambassadors.take_focus()
            case View.REFERRALS:
                self._referrals.take_focus()

    @property
    def _view(self) -> View:
        return View(next(iter(self._views.down)))

    @cached_property
    def _ambassadors(self) -> AmbassadorsView:
        view = self._placed(AmbassadorsView(self.services))
        view.wanted.connect(self._on_behind_wanted)
        return view

    @cached_property
    def _referrals(self) -> ReferralsView:
        view = self._placed(ReferralsView(self.services))
        view.organisation_wanted.connect(self.organisation_wanted)
        return view

    def _placed(self, view: V) -> V:
        view.person_wanted.connect(self.person_wanted)
        view.meeting_wanted.connect(self.meeting_wanted)
        view.print_wanted.connect(self.print_wanted)
        self._room.addWidget(view)
        return view

    @Slot(object)
    def _on_behind_wanted(self, about: Id) -> None:
        """Go to a record behind a gauge; a referral stands beside it here."""
        if isinstance(about, ReferralId):
            self._choose_view(View.REFERRALS)
            self._referrals.choose(about)
        else:
            lead_on(self, about)

    def _choose_view(self, view: View) -> None:
        if view is not self._view:
            self._views.choose(view)
            self.bring_up_to_date(even_if_fresh=True)

    @Slot(int)
    def _on_view_chosen(self, _index: int) -> None:
        self._detail.commit()
        self._came_from = View.PEOPLE
        self.bring_up_to_date(even_if_fresh=True)

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        self._model.set_filter(text)
        self._choose_wanted()

    @Slot(object)
    def _on_chosen(self, chosen: Acquaintance | None) -> None:
        is_good_news = 1 in self._who.down and not self._search.text()
        nobody = self._nobody_slips if is_good_news else self._nobody_here
        self._right.setCurrentWidget(nobody if chosen is None else self._detail)
        if chosen is None:
            return
        if chosen.id != self._shown_id and has_keyboard(self._detail):
            self._list.setFocus()  # what is typed next is not for this person
        self._shown_id = chosen.id
        self._detail.show_person(chosen.person)

    @Slot(object)
    def _on_delete_wanted(self, chosen: Acquaintance) -> None:
        self.services.people.discard(chosen.id)

    @Slot()
    def _on_delete_chosen(self) -> None:
        chosen = self._list.chosen_record()
        if chosen is not None:
            self.services.people.discard(chosen.id)

    @Slot(int)
    def _on_who(self, _index: int) -> None:
        self.bring_up_to_date(even_if_fresh=True)

    def _menu(self) -> list[Action]:
        return [
            Action(_("Find duplicates…"), self.find_duplicates, "merge"),
            Action(_("My offices…"), self._print_offices, "printer"),
            Action(_("Import contacts…"), self.contacts_import_wanted.emit, "download"),
            Action(
                _("Export contacts…"),
                lambda: self.contacts_export_wanted.emit(self.organisation_id or ""),
                "upload",
            ),
        ]

    def _print_offices(self) -> None:
        self.print_wanted.emit(offices_paper(self.services.relation_papers))

    def _merge(self, merge: Merge) -> None:
        self.services.merging.merge(merge.keep_id, merge.other_id, merge.chosen)
        self.open_record(merge.keep_id)
        if self.services.merging.duplicates():  # the dialog closes first
            QTimer.singleShot(0, self, self.find_duplicates)

    def _actions(self, chosen: Acquaintance) -> list[Action]:
        return [
            Action(
                _("Delete person"),
                lambda: self._on_delete_wanted(chosen),
                "trash-2",
                is_dangerous=True,
                is_enabled=not chosen.person.is_me,
            )
        ]

    def _add(self, new: NewPerson) -> None:
        if new.membership is None:
            self.services.people.add(new.person)
        else:
            self.services.memberships.add(new.membership, newcomer=new.person)
        self.open_record(new.person.id)

    def _introduce_me(self, name: str) -> None:
        self.open_record(self.services.people.introduce_me(name).id)

    def _keep_in_sight(self, everyone: Sequence[Acquaintance]) -> None:
        """Give up a search that who is being renamed fits no longer, rather than leave them."""
        search = self._search.text()
        shown = next((each for each in everyone if each.id == self._shown_id), None)
        if search and shown is not None and not still_fits(search, words_of(shown)):
            self._search.clear()

    def _choose_wanted(self) -> None:
        """Choose who was asked for, or the first, so that there is always someone to see."""
        if self._wanted is not None and self._list.choose(self._wanted):
            self._wanted = None
        elif self._list.chosen_record() is None:
            self._list.choose_row(0)
            self._on_chosen(self._list.chosen_record())
