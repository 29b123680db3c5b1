"""The rules an organisation meets by: what counts there, and what is usual for its kind."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.rules import (
    RuleInForce,
    RuleName,
    days_in_words,
    default_days,
    rule_name,
)
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.boards.rows import RowContent, Rows
from boardkeeper.ui.boards.rule_dialog import OwnDays, RuleDialog
from boardkeeper.ui.kit import Action, Caption, Card, Tone


class RulesSection(Card):
    """One row a rule: its days, where they stand, and the default of the kind."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Rules"), parent)
        self._services = services
        self._rows = Rows()
        self.add(self._rows)
        self.add(
            Caption(
                _(
                    "The defaults are what Danish boards often write in their rules of procedure."
                    " They are no legal advice: your own bylaws decide."
                )
            )
        )

    def show_rules(self, organisation: Organisation) -> None:
        self._rows.show_rows([self._row(organisation, rule) for rule in RuleName])

    def _row(self, organisation: Organisation, name: RuleName) -> RowContent:
        service = self._services.organisations
        rule = service.rule(organisation.id, name)
        usual = default_days(organisation.kind, name)

        def change() -> None:
            def store(own: OwnDays) -> None:
                service.set_rule(organisation.id, name, own.days, own.basis)

            RuleDialog(rule, usual, parent=self.window()).ask(store)

        def use_default() -> None:
            service.use_default(organisation.id, name)

        return RowContent(
            key=name,
            about=(organisation.id, rule),
            title=rule_name(name),
            caption=_basis(rule, usual),
            chip=days_in_words(rule.days),
            tone=Tone.ACCENT if rule.is_own else Tone.NEUTRAL,
            open=change,
            actions=(
                Action(_("Change"), change, "pencil"),
                Action(
                    _("Use the default: {days}").format(days=days_in_words(usual)),
                    use_default,
                    "undo-2",
                    is_enabled=rule.is_own,
                ),
            ),
        )


def _basis(rule: RuleInForce, usual: int) -> str:
    """Where the days stand, beside what is usual."""
    if not rule.is_own:
        return _("The default · seen at {source}").format(source=rule.basis)
    default = _("the default is {days}").format(days=days_in_words(usual))
    own = rule.basis or _("Our own rule")
    return f"{own} · {default}"
