"""Referrals given and received: a list, the chosen one in full, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from boardkeeper.domain.organisations import Organisation, OrganisationId, OrganisationKind
from boardkeeper.domain.people import Person
from boardkeeper.domain.referrals import (
    Referral,
    ReferralId,
    ReferralStatus,
    referral_status_name,
)
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import (
    Action,
    EmptyState,
    IconButton,
    ListDetail,
    RecordList,
    RecordListModel,
    SearchField,
    Segments,
    Space,
    Title,
    fill_menu,
)
from boardkeeper.ui.network.periods import months_back
from boardkeeper.ui.network.referral_detail import ReferralDetail
from boardkeeper.ui.network.referral_dialogs import Choices, ReferralDialog, WonDialog
from boardkeeper.ui.network.referral_faces import (
    Filter,
    Shown,
    face,
    filters,
    passes,
    words_of,
)
from boardkeeper.ui.network_papers import network_paper

_NOBODY_YET = "?"
"""Whom a new referral is about, until the dialog has asked."""

_ICONS = {
    ReferralStatus.GIVEN: "undo-2",
    ReferralStatus.CONTACTED: "phone",
    ReferralStatus.MEETING: "handshake",
    ReferralStatus.LOST: "x",
}


class ReferralsView(QWidget):
    """`print_wanted` carries a paper; Space or Enter in the list asks how far a referral is."""

    person_wanted = Signal(str)
    organisation_wanted = Signal(str)
    meeting_wanted = Signal(str)
    print_wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._organisation_id: OrganisationId | None = None
        self._organisations: dict[OrganisationId, Organisation] = {}
        self._wanted: ReferralId | None = None
        self._model = RecordListModel[Shown]((), face=face(), search_by=words_of)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._new = IconButton("plus", _("New referral"))
        self._print = IconButton("printer", _("Print the network sheet"))
        self._search = SearchField(_("Search referrals"))
        self._filter = Segments(_("Which referrals are shown"), filters(), is_folding=True)
        self._filter.choose(Filter.MINE)
        self._list = RecordList(self._model, _("Referrals"))
        self._list.context_actions = self._every_action
        self._nothing = EmptyState(
            "handshake",
            _("No referral here yet."),
            _("New referral"),
            caption=_("Whom did you recommend to a customer, and who recommended you?"),
        )
        self._nothing.hide()  # or the page would be made room for both
        self._detail = ReferralDetail(self._services)
        self._list_detail = ListDetail(self._pane(), self._detail, list_width=380)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list_detail)
        self._space = QShortcut(QKeySequence(Qt.Key.Key_Space), self._list)
        self._space.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _pane(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(Title(_("Referrals")), 1)
        head.addWidget(self._new)
        head.addWidget(self._print)
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(Space.L, Space.L, Space.S, Space.S)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._search)
        column.addWidget(self._filter)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing, 1)
        pane.setFocusProxy(self._list)
        return pane

    def _connect(self) -> None:
        self._new.clicked.connect(self.make_new)
        self._nothing.wanted.connect(self.make_new)
        self._print.clicked.connect(self.print_this)
        self._search.searched.connect(self._on_searched)
        self._search.moved_down.connect(self._list.setFocus)
        self._filter.chosen.connect(self._refresh)
        self._list.chosen.connect(self._on_chosen)
        self._list.clicked.connect(self._list_detail.show_detail)
        self._list.opened.connect(self._ask_how_far)
        self._list.delete_wanted.connect(self._on_delete)
        self._space.activated.connect(self._on_space)
        self._detail.referral_wanted.connect(self._on_other_wanted)
        self._detail.thank_wanted.connect(self._on_thank)
        self._detail.ledger.person_wanted.connect(self.person_wanted)
        self._detail.ledger.organisation_wanted.connect(self.organisation_wanted)

    def show_organisation(self, organisation_id: OrganisationId | None) -> None:
        """Read the referrals of one organisation, or of all, again."""
        self._organisation_id = organisation_id
        self._refresh()

    def choose(self, referral_id: ReferralId) -> None:
        """Show one referral, whatever was searched or filtered for."""
        self._search.clear()
        self._wanted = referral_id
        self._filter.choose(Filter.ALL)
        self._refresh()
        self._list_detail.show_detail()

    def make_new(self) -> None:
        """Ask for a new referral, from me unless one says otherwise."""
        choices, me = self._choices(), self._services.people.me()
        if not choices.organisations or me is None:
            return
        blank = Referral(
            organisation_id=self._organisation_id or choices.organisations[0].id,
            from_id=me.id,
            on=self._services.clock.today(),
            customer=_NOBODY_YET,
        )
        self._ask(_("New referral"), blank, is_new=True)

    def print_this(self) -> None:
        """The network sheet of the group the chosen referral was given in."""
        chosen: Shown | None = self._list.chosen_record()
        of = self._organisation_id or (chosen.organisation.id if chosen else None)
        if of is not None:
            period = months_back(self._services.clock.today(), 12)
            self.print_wanted.emit(network_paper(self._services.network_papers, of, *period))

    def take_focus(self) -> None:
        self._list.setFocus()

    @Slot()
    def _refresh(self) -> None:
        services = self._services
        self._organisations = {each.id: each for each in services.organisations.all()}
        me = services.people.me()
        found: list[Shown] = []
        if me is not None:
            wanted = passes(Filter(next(iter(self._filter.down))))
            every = services.referrals.between(self._organisation_id, date.min, date.max)
            found = [
                Shown(
                    referral=each, organisation=self._organisations[each.organisation_id], me=me.id
                )
                for each in every
            ]
            found = [each for each in found if wanted(each)]
        self._nothing.setVisible(not found)
        self._list.setVisible(bool(found))
        self._model.set_records(found)
        self._detail.ledger.show_organisation(self._organisation_id)
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self._wanted is not None and self._list.choose(self._wanted):
            self._wanted = None
        elif self._list.chosen_record() is None:
            self._list.choose_row(0)
        self._on_chosen(self._list.chosen_record())

    @Slot(object)
    def _on_chosen(self, shown: Shown | None) -> None:
        chain = () if shown is None else self._services.referrals.chain(shown.id)
        self._detail.show_referral(shown, chain)
        if shown is not None:
            self._detail.set_actions(self._steps(shown), self._more(shown))

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        self._model.set_filter(text)
        self._choose_wanted()

    @Slot()
    def _on_space(self) -> None:
        chosen = self._list.chosen_record()
        if chosen is not None:
            self._ask_how_far(chosen)

    @Slot(object)
    def _ask_how_far(self, shown: Shown) -> None:
        """A menu of the steps, at the line itself: one key, one choice."""
        menu = QMenu(self._list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self._every_action(shown))
        place = self._list.visualRect(self._list.currentIndex())
        menu.popup(self._list.viewport().mapToGlobal(place.bottomLeft()))
        first = menu.actions()
        if first:
            menu.setActiveAction(first[0])

    def _every_action(self, shown: Shown) -> Sequence[Action]:
        return [*self._steps(shown), *self._more(shown)]

    def _steps(self, shown: Shown) -> list[Action]:
        """The steps it has not come to, the next one first."""
        referral, now = shown.referral, shown.referral.status
        actions = []
        for status in (
            ReferralStatus.CONTACTED,
            ReferralStatus.MEETING,
            ReferralStatus.WON,
            ReferralStatus.LOST,
            ReferralStatus.GIVEN,
        ):
            if status is now:
                continue
            if status is ReferralStatus.WON:
                words = _("Won…")
                actions.append(Action(words, lambda: self._ask_won(referral), "trophy"))
            else:
                words = referral_status_name(status)
                do = self._advance_to(referral.id, status)
                actions.append(Action(words, do, _ICONS[status]))
        return actions

    def _more(self, shown: Shown) -> list[Action]:
        referral = shown.referral
        words = _("Take back the thanks") if referral.thanked_on else _("Say thanks")
        return [
            Action(words, lambda: self._on_thank(shown), "heart-handshake"),
            Action(_("Edit…"), lambda: self._edit(referral), "pencil"),
            Action(
                _("New referral out of this one…"), lambda: self._follow(referral), "git-branch"
            ),
            Action(
                _("Delete referral"), lambda: self._on_delete(shown), "trash-2", is_dangerous=True
            ),
        ]

    def _advance_to(self, referral_id: ReferralId, status: ReferralStatus) -> Callable[[], None]:
        def do() -> None:
            self._services.referrals.advance(referral_id, status, self._services.clock.today())

        return do

    def _ask_won(self, referral: Referral) -> None:
        service = self._services.referrals

        def keep(won: tuple[date, int]) -> None:
            service.advance(referral.id, ReferralStatus.WON, won[0], won[1])

        WonDialog(referral, self._services.clock.today, self.window()).ask(keep)

    def _edit(self, referral: Referral) -> None:
        self._ask(_("Referral"), referral, is_new=False)

    def _follow(self, referral: Referral) -> None:
        """A referral that came of this one: of the same group, and about another customer."""
        following = Referral(
            organisation_id=referral.organisation_id,
            from_id=referral.to_id,
            from_name=referral.to_name,
            on=self._services.clock.today(),
            customer=_NOBODY_YET,
            follows_id=referral.id,
        )
        self._ask(_("New referral"), following, is_new=True)

    def _ask(self, title: str, referral: Referral, *, is_new: bool) -> None:
        def keep(read: Referral) -> None:
            self._wanted = read.id
            if is_new:
                self._services.referrals.add(read)
            else:
                self._services.referrals.change(read)

        accept = _("Write down") if is_new else _("Keep")
        dialog = ReferralDialog(
            title, self._choices(), referral, is_new=is_new, accept=accept, parent=self.window()
        )
        dialog.ask(keep)

    def _choices(self) -> Choices:
        networks_first = sorted(
            self._organisations.values(), key=lambda each: each.kind is not OrganisationKind.NETWORK
        )
        return Choices(
            organisations=networks_first, people=self._people, today=self._services.clock.today
        )

    def _people(self, organisation_id: OrganisationId) -> list[Person]:
        """Me, those who sit there, and then everybody else."""
        seated = self._services.memberships.of_organisation(organisation_id)
        here = {each.person.id for each in seated}
        people = self._services.people.all()
        return sorted(people, key=lambda each: (not each.is_me, each.id not in here))

    @Slot(object)
    def _on_thank(self, shown: Shown) -> None:
        today = self._services.clock.today()
        on = None if shown.referral.thanked_on else today
        self._services.referrals.thank(shown.id, on)

    @Slot(object)
    def _on_delete(self, shown: Shown) -> None:
        self._services.referrals.discard(shown.id)

    @Slot(str)
    def _on_other_wanted(self, referral_id: str) -> None:
        self.choose(ReferralId(referral_id))
