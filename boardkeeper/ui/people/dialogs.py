"""Someone new, and oneself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.memberships import Membership
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import ChoiceField, Dialog, LineField


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Someone new, and their seat if they have one."""

    person: Person
    membership: Membership | None


class PersonDialog(Dialog[NewPerson]):
    """Asks for someone new; the name is enough."""

    def __init__(
        self,
        organisations: Sequence[Organisation],
        organisation_id: OrganisationId | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("New person"), accept=_("Add person"), parent=parent)
        self._name = self.form.add("name", LineField(_("Name")))
        self._occupation = self.form.add("occupation", LineField(_("Occupation")))
        self._company = self.form.add("company", LineField(_("Company")), beside=True)
        self._email = self.form.add("email", LineField(_("E-mail")))
        self._phone = self.form.add("phone", LineField(_("Telephone")), beside=True)
        seats: list[tuple[OrganisationId | None, str]] = [(None, _("None of mine"))]
        seats += [(each.id, each.name) for each in organisations]
        self._organisation = ChoiceField[OrganisationId | None](_("Sits in"), seats)
        if organisations:
            self.form.add("organisation_id", self._organisation)
        self._organisation.set_value(organisation_id)

    def read(self) -> NewPerson:
        person = Person(
            name=self._name.value(),
            occupation=self._occupation.value(),
            company=self._company.value(),
            email=self._email.value(),
            phone=self._phone.value(),
        )
        organisation_id = self._organisation.value()
        if organisation_id is None:
            return NewPerson(person=person, membership=None)
        seat = Membership(person_id=person.id, organisation_id=organisation_id)
        return NewPerson(person=person, membership=seat)


class MyNameDialog(Dialog[str]):
    """Asks the user's own name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Who are you?"),
            accept=_("Save"),
            explanation=_("With your name BoardKeeper knows which seats are yours."),
            parent=parent,
        )
        self._name = self.form.add(
            "name", LineField(_("My name"), hint=_("As it should stand in the papers"))
        )

    def read(self) -> str:
        name = self._name.value()
        if not name:
            raise InvalidField("name", _("Write your name."))
        return name
