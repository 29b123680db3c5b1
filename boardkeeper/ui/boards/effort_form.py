"""What each meeting of a board takes besides itself: preparation and follow-up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.effort import Effort, Preparation, preparation_name
from boardkeeper.i18n import _
from boardkeeper.ui.amount_fields import hours_field
from boardkeeper.ui.autosave import RecordForm
from boardkeeper.ui.kit import ChoiceField, NumberField


class EffortForm(RecordForm[Effort]):
    """Stores each field by itself; only those that count for the chosen rule are shown."""

    def __init__(self, save: Callable[[Effort], None], parent: QWidget | None = None) -> None:
        super().__init__(save, parent)
        rules = [(each, preparation_name(each)) for each in Preparation]
        self._rule = self.keep("preparation", ChoiceField[Preparation](_("Preparation"), rules))
        self._minutes = self.keep(
            "minutes",
            hours_field(_("For each meeting"), example=60),
            beside=True,
            kept_as=lambda minutes: minutes or 0,
        )
        self._percent = self.keep(
            "percent",
            NumberField(_("Percent of its length"), highest=1000),
            beside=True,
            kept_as=lambda percent: percent or 0,
        )
        self.keep(
            "follow_up_minutes",
            hours_field(_("Follow-up for each meeting"), example=30),
            kept_as=lambda minutes: minutes or 0,
        )
        self._rule.changed.connect(self._show_what_counts)

    def show_record(self, record: Effort) -> None:
        super().show_record(record)
        self._show_what_counts()

    def _show_what_counts(self) -> None:
        rule = self._rule.value()
        is_reading = rule is Preparation.READING
        self._percent.setVisible(rule is Preparation.SHARE)
        self._minutes.setVisible(rule is not Preparation.SHARE)
        self._minutes.set_label(
            _("While there are no papers") if is_reading else _("For each meeting")
        )
