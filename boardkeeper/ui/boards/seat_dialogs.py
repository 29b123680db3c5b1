"""A seat in an organisation: someone new in one, one's own first, and what an old one says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.memberships import Membership, Role, Seat, Term
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.boards.choices import roles, seats
from boardkeeper.ui.boards.person_field import PersonField
from boardkeeper.ui.kit import ChoiceField, DateField, Dialog, Form, LineField


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSeat:
    """A membership to add, its first term if one is known, and its person if they are new."""

    membership: Membership
    term: Term | None
    newcomer: Person | None


class SeatFields:
    """The fields that describe a seat, put into a form."""

    def __init__(self, form: Form) -> None:
        self._role = form.add("role", ChoiceField[Role](_("Role"), roles()))
        self._seat = form.add("seat", ChoiceField[Seat](_("Seat"), seats()), beside=True)
        self._role.set_value(Role.MEMBER)
        self._seat.set_value(Seat.ORDINARY)
        self._title = form.add(
            "title", LineField(_("Own title"), placeholder=_("e.g. youth officer"))
        )
        self._appointed_by = form.add("appointed_by", LineField(_("Appointed by")), beside=True)

    def show_membership(self, membership: Membership) -> None:
        self._role.set_value(membership.role)
        self._seat.set_value(membership.seat)
        self._title.set_value(membership.title)
        self._appointed_by.set_value(membership.appointed_by)

    def put_into(self, membership: Membership) -> Membership:
        return replace(
            membership,
            role=self._role.value(),
            seat=self._seat.value(),
            title=self._title.value(),
            appointed_by=self._appointed_by.value(),
        )


class SeatDialog(Dialog[Membership]):
    """What a member does there; takes a membership and returns one."""

    def __init__(self, membership: Membership, who: str, parent: QWidget | None = None) -> None:
        super().__init__(who, accept=_("Save"), parent=parent)
        self._membership = membership
        self._fields = SeatFields(self.form)
        self._fields.show_membership(membership)

    def read(self) -> Membership:
        return self._fields.put_into(self._membership)


class NewMemberDialog(Dialog[NewSeat]):
    """Someone who begins to sit there: a person one knows already, or a new name."""

    def __init__(
        self,
        organisation: Organisation,
        people: Sequence[Person],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("New member of {organisation}").format(organisation=organisation.label),
            accept=_("Add member"),
            parent=parent,
        )
        self._organisation = organisation
        self._person = self.form.add("person", PersonField(_("Name"), people))
        self._fields = SeatFields(self.form)
        self._starts = self.form.add(
            "starts_on", DateField(_("Since"), today, hint=_("Empty if you do not know"))
        )

    def read(self) -> NewSeat:
        chosen = self._person.value()
        if not chosen:
            raise InvalidField("person", _("Write the name of the new member."))
        person = chosen if isinstance(chosen, Person) else Person(name=chosen)
        membership = self._fields.put_into(
            Membership(person_id=person.id, organisation_id=self._organisation.id)
        )
        return NewSeat(
            membership=membership,
            term=_term(membership, self._starts.value()),
            newcomer=None if person is chosen else person,
        )


class MySeatDialog(Dialog[NewSeat]):
    """One's own seat; asks for one's name where nobody has said it yet."""

    def __init__(
        self,
        organisation: Organisation,
        me: Person | None,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("My seat in {organisation}").format(organisation=organisation.label),
            accept=_("Add my seat"),
            parent=parent,
        )
        self._organisation = organisation
        self._me = me
        self._my_name = LineField(
            _("My name"), hint=_("As it should stand in the papers. It is asked for only once.")
        )
        if me is None:
            self.form.add("name", self._my_name)
        self._fields = SeatFields(self.form)
        self._starts = self.form.add(
            "starts_on", DateField(_("Since"), today, hint=_("Empty if you do not know"))
        )

    def read(self) -> NewSeat:
        me = self._me or Person(name=self._my_name.value(), is_me=True)
        membership = self._fields.put_into(
            Membership(person_id=me.id, organisation_id=self._organisation.id)
        )
        return NewSeat(
            membership=membership,
            term=_term(membership, self._starts.value()),
            newcomer=me if self._me is None else None,
        )


def _term(membership: Membership, starts_on: date | None) -> Term | None:
    if starts_on is None:
        return None
    return Term(membership_id=membership.id, starts_on=starts_on)
