"""The dialog that says trips were paid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.driving import Driven
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.kit import DateField, Dialog


class PaidDialog(Dialog[date]):
    """Asks for the day the allowances of these trips were paid."""

    def __init__(
        self, trips: Sequence[Driven], today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        told = ngettext(
            "{count} trip of {length} for {amount} is written down as a payment as well.",
            "{count} trips of {length} for {amount} are written down as a payment as well.",
            len(trips),
        )
        super().__init__(
            ngettext("Mark trip as paid", "Mark trips as paid", len(trips)),
            accept=_("Mark as paid"),
            explanation=told.format(
                count=len(trips),
                length=formats.kilometres(sum(each.trip.metres for each in trips)),
                amount=formats.amount(sum(each.amount for each in trips)),
            ),
            parent=parent,
        )
        self._on = self.form.add("on", DateField(_("Paid on"), today))
        self._on.set_value(today())

    def read(self) -> date:
        on = self._on.value()
        if on is None:
            raise InvalidField("on", _("Write which day it was."))
        return on
