"""My own seat in an organisation, and its terms."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.memberships import Membership, Role, Seat, Term
from boardkeeper.domain.organisations import Organisation
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.memberships import Seated
from boardkeeper.ui.autosave import RecordForm
from boardkeeper.ui.boards.choices import roles, seats
from boardkeeper.ui.boards.seat_dialogs import MySeatDialog, NewSeat
from boardkeeper.ui.boards.term_dialog import TermDialog
from boardkeeper.ui.boards.terms import how_elected, span, standing
from boardkeeper.ui.kit import (
    Action,
    Body,
    Button,
    ButtonKind,
    Caption,
    Card,
    ChoiceField,
    LineField,
    MenuButton,
    Space,
    Tone,
)
from boardkeeper.ui.rows import RowContent, Rows, add_left


class SeatSection(Card):
    """My role, my kind of seat and my terms; or the offer to add them."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("My seat"), parent)
        self._services = services
        self._organisation: Organisation | None = None
        self._seated: Seated | None = None
        self._build()

    def _build(self) -> None:
        self._absent = Body(_("You have no seat here yet."), tone=Tone.MUTED)
        self._join = Button(_("Add my seat"), icon="plus")
        self._join.clicked.connect(self.ask_for_my_seat)
        self._menu = MenuButton(
            "",
            [Action(_("Remove my seat"), self._remove_seat, "trash-2", is_dangerous=True)],
            kind=ButtonKind.QUIET,
            icon="ellipsis",
            name=_("More for my seat"),
        )
        self._form = RecordForm[Membership](self._services.memberships.change)
        self._form.keep("role", ChoiceField[Role](_("Role"), roles()))
        self._form.keep("seat", ChoiceField[Seat](_("Seat"), seats()), beside=True)
        self._form.keep("title", LineField(_("Own title"), placeholder=_("e.g. youth officer")))
        self._form.keep("appointed_by", LineField(_("Appointed by")), beside=True)
        self._terms_label = Caption(_("Terms"))
        self._terms = Rows()
        self._no_terms = Body(_("No term written down yet."), tone=Tone.MUTED)
        self._add_term = Button(_("Add term"), kind=ButtonKind.QUIET, icon="plus")
        self._add_term.clicked.connect(self.ask_for_term)
        self.add_action(self._menu)
        self.add(self._absent)
        self.add(self._form)
        self.body.addSpacing(Space.S)
        for widget in (self._terms_label, self._no_terms, self._terms):
            self.add(widget)
        add_left(self, self._join)
        add_left(self, self._add_term)

    def show_seat(self, organisation: Organisation, seated: Seated | None) -> None:
        """Show the seat the user has there, or that there is none."""
        self._organisation = organisation
        self._seated = seated
        has_seat = seated is not None
        has_terms = seated is not None and bool(seated.terms)
        self._absent.setVisible(not has_seat)
        self._join.setVisible(not has_seat)
        for widget in (self._menu, self._form, self._terms_label, self._add_term):
            widget.setVisible(has_seat)
        self._terms.setVisible(has_terms)
        self._no_terms.setVisible(has_seat and not has_terms)
        if seated is not None:
            self._form.show_record(seated.membership)
            self._terms.show_rows([self._row(term) for term in reversed(seated.terms)])

    def commit(self) -> None:
        """Store now what is being typed."""
        if self._seated is not None:
            self._form.commit()

    def ask_for_my_seat(self) -> None:
        if self._organisation is None:
            return
        me = self._services.people.me()
        today = self._services.clock.today
        MySeatDialog(self._organisation, me, today, parent=self.window()).ask(self._add_seat)

    def ask_for_term(self) -> None:
        """Ask for a new term, which begins the day after the last one ends."""
        if self._seated is None:
            return
        today = self._services.clock.today
        proposed = Term(membership_id=self._seated.membership.id, starts_on=today())
        dialog = TermDialog(proposed, today, is_new=True, parent=self.window())
        dialog.ask(self._services.memberships.add_term)

    def _row(self, term: Term) -> RowContent:
        today = self._services.clock.today()
        chip, tone = standing(term, today)
        title = span(term)

        def change() -> None:
            dialog = TermDialog(
                term, self._services.clock.today, is_new=False, parent=self.window()
            )
            dialog.ask(self._services.memberships.change_term)

        def remove() -> None:
            self._services.memberships.remove_term(term.id)

        return RowContent(
            key=term.id,
            about=term,
            title=title,
            caption=how_elected(term),
            chip=chip,
            tone=tone,
            open=change,
            actions=(
                Action(_("Change"), change, "pencil"),
                Action(_("Remove"), remove, "trash-2", is_dangerous=True),
            ),
        )

    def _add_seat(self, seat: NewSeat) -> None:
        self._services.memberships.add(seat.membership, seat.term, newcomer=seat.newcomer)

    def _remove_seat(self) -> None:
        if self._seated is not None:
            self._services.memberships.discard(self._seated.membership.id)
