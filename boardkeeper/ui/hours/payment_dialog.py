"""The dialog of one payment."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.money import PAID_OUT, Payment, PaymentKind, payment_kind_name
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _, pgettext
from boardkeeper.ui.cpr_warning import warn_of_cpr
from boardkeeper.ui.hours.near_meetings import Choices, NearMeetings
from boardkeeper.ui.kit import ChoiceField, DateField, Dialog, LineField, TypedField


class PaymentDialog(Dialog[Payment]):
    """Asks for everything a payment holds; the record comes back changed."""

    def __init__(
        self,
        title: str,
        choices: Choices,
        payment: Payment | None,
        *,
        accept: str,
        organisation_id: OrganisationId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, accept=accept, parent=parent)
        self._payment = payment
        self._fill(choices)
        self._show(choices, organisation_id)

    def read(self) -> Payment:
        amount, on = self._amount.value(), self._on.value()
        if amount is None:
            raise InvalidField("amount", _("Write an amount above 0 kroner."))
        if on is None:
            raise InvalidField("on", _("Write which day it was."))
        made = Payment(
            organisation_id=self._organisation.value(),
            meeting_id=self._meetings.field.value(),
            on=on,
            kind=self._kind.value(),
            amount=amount,
            note=self._note.value(),
        )
        return made if self._payment is None else replace(made, id=self._payment.id)

    def _fill(self, choices: Choices) -> None:
        self._amount: TypedField[int] = self.form.add(
            "amount",
            TypedField(
                _("Amount"),
                formats.read_amount,
                formats.amount,
                placeholder=formats.amount(125_000),
            ),
        )
        self._kind: ChoiceField[PaymentKind] = self.form.add(
            "kind",
            ChoiceField(_("What was paid"), [(each, _told(each)) for each in PaymentKind]),
            beside=True,
        )
        self._organisation: ChoiceField[OrganisationId] = self.form.add(
            "organisation_id",
            ChoiceField(_("Board"), [(each.id, each.name) for each in choices.organisations]),
        )
        self._on = self.form.add("on", DateField(_("Day"), choices.today))
        kept = self._payment.meeting_id if self._payment else None
        self._meetings = NearMeetings(choices, self._organisation, self._on, kept)
        self.form.add("meeting_id", self._meetings.field)
        self._note = self.form.add("note", LineField(_("Note")))
        warn_of_cpr(self._note)

    def _show(self, choices: Choices, organisation_id: OrganisationId | None) -> None:
        payment = self._payment
        self._on.set_value(choices.today() if payment is None else payment.on)
        if organisation_id is not None:
            self._organisation.set_value(organisation_id)
        if payment is not None:
            self._amount.set_value(payment.amount)
            self._kind.set_value(payment.kind)
            self._organisation.set_value(payment.organisation_id)
            self._note.set_value(payment.note)
        self._meetings.offer()
        self._meetings.field.set_value(None if payment is None else payment.meeting_id)


def _told(kind: PaymentKind) -> str:
    """What it is, and which way it goes."""
    way = pgettext("money", "out") if kind in PAID_OUT else pgettext("money", "in")
    return f"{payment_kind_name(kind)} ({way})"
