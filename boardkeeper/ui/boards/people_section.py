"""Everyone who sits in an organisation, and those who once did."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boardkeeper.domain.memberships import Seat, seat_name, title_of
from boardkeeper.domain.organisations import Organisation
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.services.memberships import Seated
from boardkeeper.ui.boards.seat_dialogs import NewMemberDialog, NewSeat, SeatDialog
from boardkeeper.ui.boards.terms import ending
from boardkeeper.ui.kit import Action, Body, Button, ButtonKind, Card, Tone
from boardkeeper.ui.rows import RowContent, Rows, add_left

MANY = 40
"""How many rows are made before one asks for the rest."""


class PeopleSection(Card):
    """Role, name and end of term of everyone who sits there now."""

    person_wanted = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("People"), parent)
        self._services = services
        self._organisation: Organisation | None = None
        self._seated: Sequence[Seated] = ()
        self._shows_former = False
        self._shows_all = False
        self._build()

    def _build(self) -> None:
        self._empty = Body(_("Nobody sits here yet."), tone=Tone.MUTED)
        self._rows = Rows()
        self._former = Rows()
        self._all_button = Button("", kind=ButtonKind.QUIET, icon="chevron-down")
        self._all_button.clicked.connect(self._show_all)
        self._former_button = Button("", kind=ButtonKind.QUIET, icon="history")
        self._former_button.clicked.connect(self._toggle_former)
        self._add_button = Button(_("Add member"), icon="user-plus")
        self._add_button.clicked.connect(self.ask_for_member)
        self.add_action(self._add_button)
        self.add(self._empty)
        self.add(self._rows)
        add_left(self, self._all_button)
        add_left(self, self._former_button)
        self.add(self._former)

    def show_people(self, organisation: Organisation, seated: Sequence[Seated]) -> None:
        """Show who sits there; `seated` are all who sit or sat, in the order of their roles."""
        if self._organisation is None or self._organisation.id != organisation.id:
            self._shows_former = False
            self._shows_all = False
        self._organisation = organisation
        self._seated = seated
        self._show()

    def ask_for_member(self) -> None:
        """Ask who begins to sit there, among those who do not already."""
        if self._organisation is None:
            return
        today = self._services.clock.today
        sitting = {each.person.id for each in self._seated if each.sits_on(today())}
        others = [each for each in self._services.people.all() if each.id not in sitting]
        dialog = NewMemberDialog(self._organisation, others, today, parent=self.window())
        dialog.ask(self._add)

    def _show(self) -> None:
        today = self._services.clock.today()
        sitting = [each for each in self._seated if each.sits_on(today)]
        former = [each for each in self._seated if not each.sits_on(today)]
        shown = sitting if self._shows_all else sitting[:MANY]
        self._rows.show_rows([self._row(each) for each in shown])
        self._rows.setVisible(bool(shown))
        self._empty.setVisible(not sitting)
        self._all_button.set_text(_("Show all {count}").format(count=len(sitting)))
        self._all_button.setVisible(len(shown) < len(sitting))
        self._former_button.setVisible(bool(former))
        self._former_button.set_text(self._former_words(len(former)))
        self._former.show_rows([self._row(each) for each in former] if self._shows_former else [])
        self._former.setVisible(self._shows_former and bool(former))

    def _row(self, seated: Seated) -> RowContent:
        today = self._services.clock.today()
        person = seated.person

        def change() -> None:
            dialog = SeatDialog(seated.membership, person.name, parent=self.window())
            dialog.ask(self._services.memberships.change)

        def show_person() -> None:
            self.person_wanted.emit(person.id)

        def remove() -> None:
            self._services.memberships.discard(seated.membership.id)

        return RowContent(
            key=seated.membership.id,
            about=seated,
            title=_("{name} (me)").format(name=person.name) if person.is_me else person.name,
            caption=_role_and_seat(seated),
            chip=ending(seated.term_on(today)),
            open=change,
            actions=(
                Action(_("Change role and seat"), change, "pencil"),
                Action(_("Show person"), show_person, "user"),
                Action(_("Remove"), remove, "trash-2", is_dangerous=True),
            ),
        )

    def _former_words(self, count: int) -> str:
        if self._shows_former:
            return _("Hide former members")
        words = ngettext("Show {count} former member", "Show {count} former members", count)
        return words.format(count=count)

    def _add(self, seat: NewSeat) -> None:
        self._services.memberships.add(seat.membership, seat.term, newcomer=seat.newcomer)

    def _toggle_former(self) -> None:
        self._shows_former = not self._shows_former
        self._show()

    def _show_all(self) -> None:
        self._shows_all = True
        self._show()


def _role_and_seat(seated: Seated) -> str:
    """What the member is called, and the kind of seat where the title does not say it."""
    title = title_of(seated.membership)
    seat = seated.membership.seat
    if seat is Seat.ORDINARY or seat_name(seat) == title:
        return title
    return f"{title} · {seat_name(seat)}"
