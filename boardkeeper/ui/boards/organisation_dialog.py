"""A new organisation: its name and kind are enough."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.memberships import Role
from boardkeeper.domain.organisations import Colour, Organisation, OrganisationKind
from boardkeeper.i18n import _, language
from boardkeeper.ui.boards.choices import kinds, roles
from boardkeeper.ui.kit import ChoiceField, ColourField, Dialog, LineField


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrganisation:
    """What the dialog was told. Without a role the user does not sit there."""

    organisation: Organisation
    my_role: Role | None
    my_name: str


class OrganisationDialog(Dialog[NewOrganisation]):
    """Asks what one needs to know of a new organisation."""

    def __init__(
        self, colour: Colour, *, is_my_name_wanted: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("New board"), accept=_("Add board"), parent=parent)
        self._name = self.form.add(
            "name", LineField(_("Name"), placeholder=_("e.g. the kindergarten's parent board"))
        )
        self._kind = self.form.add(
            "kind",
            ChoiceField[OrganisationKind](
                _("Kind"), kinds(), hint=_("It brings the rules and agendas that are usual there.")
            ),
        )
        self._kind.set_value(OrganisationKind.ASSOCIATION)
        self._role = self.form.add(
            "role",
            ChoiceField[Role | None](
                _("My role"), [*roles(), (None, _("I do not sit there myself"))]
            ),
        )
        self._role.set_value(Role.MEMBER)
        self._my_name = LineField(
            _("My name"), hint=_("As it should stand in the papers. It is asked for only once.")
        )
        if is_my_name_wanted:
            self.form.add("my_name", self._my_name)
        self._colour = self.form.add("colour", ColourField(_("Colour")))
        self._colour.set_value(colour)

    def read(self) -> NewOrganisation:
        organisation = Organisation(
            name=self._name.value(),
            kind=self._kind.value(),
            colour=Colour(self._colour.value()),
            language=language(),
        )
        return NewOrganisation(
            organisation=organisation,
            my_role=self._role.value(),
            my_name=self._my_name.value(),
        )
