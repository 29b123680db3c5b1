"""The numbers a group's gauges are held against, in place of the usual ones."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.thresholds import (
    ThresholdInForce,
    ThresholdName,
    threshold_in_words,
    threshold_name,
)
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import Dialog, NumberField

GAUGES = (
    ThresholdName.KNOW_PERCENT,
    ThresholdName.CONTRIBUTE_PERCENT,
    ThresholdName.EARN_PERCENT,
    ThresholdName.SERIOUS_PERCENT,
    ThresholdName.SALES_PERCENT,
    ThresholdName.TOUCH_DAYS,
    ThresholdName.ABSENCES_ALLOWED,
    ThresholdName.ABSENCE_MONTHS,
)
"""What a network is held against: the targets of the five rules, touch and absences."""

_MOST = 10_000


class ThresholdsDialog(Dialog[dict[ThresholdName, int]]):
    """Asks for all of them; what is left empty is the usual number again."""

    def __init__(
        self, held: Mapping[ThresholdName, ThresholdInForce], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("My own numbers"), accept=_("Use these"), parent=parent)
        self._held = held
        self._fields: dict[ThresholdName, NumberField] = {}
        for at, name in enumerate(GAUGES):
            usual = threshold_in_words(name, held[name].default)
            field = NumberField(
                threshold_name(name), highest=_MOST, hint=_("Usually {usual}").format(usual=usual)
            )
            field.set_value(held[name].value)
            self._fields[name] = self.form.add(name.value, field, beside=bool(at % 2))

    def read(self) -> dict[ThresholdName, int]:
        values = {}
        for name, field in self._fields.items():
            value = field.value()
            if value is not None and name.value.endswith("percent") and value > 100:
                raise InvalidField(name.value, _("A percentage goes from 0 to 100."))
            values[name] = self._held[name].default if value is None else value
        return values
