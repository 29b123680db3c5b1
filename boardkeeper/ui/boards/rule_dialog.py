"""An organisation's own number of days for one rule."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.rules import (
    CountedFrom,
    RuleInForce,
    RuleName,
    counted_from,
    days_in_words,
    rule_name,
)
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

    def __init__(
        self, rule: RuleInForce, usual: RuleInForce, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            rule_name(rule.rule),
            accept=_("Change rule"),
            explanation=_explanation(usual),
            parent=parent,
        )
        self._days = self.form.add(
            "days", NumberField(_("Days"), highest=366, hint=_hint(rule.rule))
        )
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


def _explanation(usual: RuleInForce) -> str:
    """What is usual, and where that was seen."""
    if usual.rule is RuleName.PAPERS and usual.days:
        return _("By default papers are sent with the notice: {days} before the meeting.").format(
            days=days_in_words(usual.days)
        )
    if not usual.days:
        return _("There is no default for this kind of organisation: your own bylaws decide.")
    if not usual.basis:
        return _(
            "The default for this kind of organisation is {days}; no published source was found."
        ).format(days=days_in_words(usual.days))
    return _("The default for this kind of organisation is {days}, as seen at {source}.").format(
        days=days_in_words(usual.days), source=usual.basis
    )


def _hint(rule: RuleName) -> str:
    """Where the days are counted from, and what none of them mean."""
    return {
        CountedFrom.BEFORE_MEETING: _("Days before the meeting. 0 means no deadline."),
        CountedFrom.AFTER_MEETING: _("Days after the meeting. 0 means no deadline."),
        CountedFrom.AFTER_DRAFT: _("Days after the draft was sent. 0 means no deadline."),
    }[counted_from(rule)]
