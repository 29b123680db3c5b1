"""The dialog of one rate in one year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.rates import OwnRate, RateInForce, RateName, rate_name, standing_of
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import DateField, Dialog, Field, LineField, NumberField, TypedField


class RateDialog(Dialog[OwnRate]):
    """Asks for a figure of one's own, where it is from, and when that was looked up."""

    def __init__(
        self, rate: RateInForce, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("{rate}, {year}").format(rate=rate_name(rate.rate), year=rate.year),
            accept=_("Keep"),
            explanation=standing_of(rate),
            parent=parent,
        )
        self._rate = rate
        self._amount = self.form.add("amount", _figure(rate.rate))
        self._source = self.form.add(
            "source", LineField(_("Source"), hint=_("Where the figure is from, for example a page"))
        )
        self._checked_on = self.form.add("checked_on", DateField(_("Looked up on"), today))
        self._amount.set_value(rate.amount)
        self._source.set_value(rate.source if rate.is_known else "")
        self._checked_on.set_value(rate.checked_on or today())

    def read(self) -> OwnRate:
        amount = self._amount.value()
        if amount is None:
            raise InvalidField("amount", _("Write a rate of 0 or more."))
        return OwnRate(
            rate=self._rate.rate,
            year=self._rate.year,
            amount=amount,
            source=self._source.value(),
            checked_on=self._checked_on.value(),
        )


def _figure(rate: RateName) -> Field[int | None]:
    if rate is RateName.KILOMETRE_LIMIT:
        return NumberField(_("Kilometres a year"), highest=1_000_000)
    return TypedField(_("Rate"), formats.read_amount, formats.amount)
