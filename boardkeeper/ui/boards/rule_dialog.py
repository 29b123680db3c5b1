"""An organisation's own number of days for one rule."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.rules import RuleInForce, days_in_words, default_source, rule_name
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import Dialog, LineField, NumberField


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDays:
    """The days that count, and the clause they stand in."""

    days: int
    basis: str


class RuleDialog(Dialog[OwnDays]):
    """Asks how many days count here, and where that stands."""

    def __init__(self, rule: RuleInForce, default_days: int, parent: QWidget | None = None) -> None:
        super().__init__(
            rule_name(rule.rule),
            accept=_("Change rule"),
            explanation=_(
                "The default for this kind of organisation is {days}, as seen at {source}."
            ).format(days=days_in_words(default_days), source=default_source(rule.rule)),
            parent=parent,
        )
        self._days = self.form.add("days", NumberField(_("Days"), highest=366))
        self._basis = self.form.add(
            "basis",
            LineField(_("Where it stands"), placeholder=_("e.g. bylaws § 7")),
        )
        self._days.set_value(rule.days)
        self._basis.set_value(rule.basis if rule.is_own else "")

    def read(self) -> OwnDays:
        days = self._days.value()
        if days is None:
            raise InvalidField("days", _("Write how many days."))
        return OwnDays(days=days, basis=self._basis.value())
