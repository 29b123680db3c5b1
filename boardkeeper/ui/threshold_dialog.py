"""One's own threshold in place of the usual one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.thresholds import ThresholdInForce, threshold_in_words, threshold_name
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import Dialog, NumberField

_MOST = 10_000


class ThresholdDialog(Dialog[int]):
    """Asks for a number, in the unit the threshold has."""

    def __init__(self, held: ThresholdInForce, parent: QWidget | None = None) -> None:
        usual = threshold_in_words(held.threshold, held.default)
        super().__init__(
            threshold_name(held.threshold),
            accept=_("Use this"),
            explanation=_("The default is {usual}.").format(usual=usual),
            parent=parent,
        )
        self._value = self.form.add("value", NumberField(_("My own number"), highest=_MOST))
        self._value.set_value(held.value)

    def read(self) -> int:
        value = self._value.value()
        if value is None:
            raise InvalidField("value", _("Write a number."))
        return value
