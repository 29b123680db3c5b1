"""The dialogs of referrals: one referral, and the order it became."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.referrals import Referral
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.amount_fields import kroner_field
from boardkeeper.ui.kit import ChoiceField, DateField, Dialog, LineField, TextField


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What one may choose among: groups, and the people of each, me first."""

    organisations: Sequence[Organisation]
    people: Callable[[OrganisationId], Sequence[Person]]
    today: Callable[[], date]


class ReferralDialog(Dialog[Referral]):
    """Asks who recommends whom to which customer; the record comes back changed."""

    def __init__(
        self,
        title: str,
        choices: Choices,
        referral: Referral,
        *,
        is_new: bool,
        accept: str,
        parent: QWidget,
    ) -> None:
        """Of a new one the customer is still to be written."""
        super().__init__(title, accept=accept, parent=parent)
        self._choices = choices
        self._referral = referral
        offered = [(each.id, each.name) for each in choices.organisations]
        self._group: ChoiceField[OrganisationId] = self.form.add(
            "organisation_id", ChoiceField(_("Group"), offered)
        )
        self._on = self.form.add("on", DateField(_("Day"), choices.today), beside=True)
        nobody: list[tuple[PersonId | None, str]] = [(None, _("Somebody else"))]
        self._from = self.form.add("from_id", ChoiceField(_("From"), nobody))
        self._to = self.form.add("to_id", ChoiceField(_("To"), nobody), beside=True)
        self._customer = self.form.add(
            "customer", LineField(_("Customer"), placeholder=_("Whom it is about"))
        )
        self._note = self.form.add("note", TextField(_("Note"), lines=2))
        self._group.set_value(referral.organisation_id)
        self._offer_people()
        self._on.set_value(referral.on)
        self._from.set_value(referral.from_id)
        self._to.set_value(referral.to_id)
        self._customer.set_value("" if is_new else referral.customer)
        self._note.set_value(referral.note)
        self._group.changed.connect(self._offer_people)
        (self._to if referral.to_id is None else self._from).setFocus()

    def read(self) -> Referral:
        on = self._on.value()
        if on is None:
            raise InvalidField("on", _("Write which day it was given."))
        before = self._referral
        from_id, to_id = self._from.value(), self._to.value()
        return replace(
            before,
            organisation_id=self._group.value(),
            on=on,
            from_id=from_id,
            from_name=before.from_name if from_id == before.from_id else "",
            to_id=to_id,
            to_name=before.to_name if to_id == before.to_id else "",
            customer=self._customer.value(),
            note=self._note.value(),
        )

    @Slot()
    def _offer_people(self) -> None:
        people = self._choices.people(self._group.value())
        offered: list[tuple[PersonId | None, str]] = [(None, _("Somebody else"))]
        offered += [(each.id, each.name) for each in people]
        for field in (self._from, self._to):
            field.set_choices(offered)


class WonDialog(Dialog[tuple[date, int]]):
    """Asks when it was won, and what the order is worth in øre."""

    def __init__(self, referral: Referral, today: Callable[[], date], parent: QWidget) -> None:
        title = _("“{customer}” became an order").format(customer=referral.customer)
        super().__init__(title, accept=_("Won"), parent=parent)
        self._on = self.form.add("on", DateField(_("Won on"), today))
        self._value = self.form.add(
            "value", kroner_field(_("What the order is worth"), hint=_("Empty: not known."))
        )
        self._on.set_value(referral.won_on or today())
        self._value.set_value(referral.value or None)

    def read(self) -> tuple[date, int]:
        on = self._on.value()
        if on is None:
            raise InvalidField("on", _("Write which day it was won."))
        return on, self._value.value() or 0
