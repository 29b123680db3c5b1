"""The rules an organisation meets by: what counts there, and what is usual for its kind."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.rules import (
    BOARD_RULES,
    RuleInForce,
    RuleName,
    days_in_words,
    period_in_words,
    rule_name,
)
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.boards.rule_dialog import OwnDays, RuleDialog
from boardkeeper.ui.kit import Action, Caption, Card, Space, Tone
from boardkeeper.ui.rows import RowContent, Rows


class RulesSection(Card):
    """One row a rule: its days, where they stand, and the default of the kind."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Rules"), parent)
        self._services = services
        self._board = Rows()
        self._general_heading = Caption(_("General meetings"))
        self._general_heading.setContentsMargins(0, Space.S, 0, 0)
        self._general = Rows()
        self.add(Caption(_("Board meetings")))
        self.add(self._board)
        self.add(self._general_heading)
        self.add(self._general)
        self.add(Caption(no_legal_advice()))

    def show_rules(self, organisation: Organisation) -> None:
        shown = self._services.organisations.rules(organisation.id)
        rows = {name: self._row(organisation, *found) for name, found in shown.items()}
        board = [row for name, row in rows.items() if name in BOARD_RULES]
        general = [row for name, row in rows.items() if name not in BOARD_RULES]
        self._board.show_rows(board)
        self._general.show_rows(general)
        self._general_heading.setVisible(bool(general))
        self._general.setVisible(bool(general))

    def _row(self, organisation: Organisation, rule: RuleInForce, usual: RuleInForce) -> RowContent:
        service = self._services.organisations
        name = rule.rule

        def change() -> None:
            def store(own: OwnDays) -> None:
                service.set_rule(organisation.id, name, own.days, own.basis)

            RuleDialog(rule, usual, parent=self.window()).ask(store)

        def use_default() -> None:
            service.use_default(organisation.id, name)

        return RowContent(
            key=name,
            about=(organisation.id, rule, usual),
            title=rule_name(name),
            caption=_basis(rule, usual),
            chip=period_in_words(name, rule.days),
            tone=Tone.ACCENT if rule.is_own else Tone.NEUTRAL,
            open=change,
            actions=(
                Action(_("Change"), change, "pencil"),
                Action(
                    _("Use the default: {days}").format(days=_in_short(usual)),
                    use_default,
                    "undo-2",
                    is_enabled=rule.is_own,
                ),
            ),
        )


def no_legal_advice() -> str:
    """What the defaults are, and what they are not; to be said wherever they are shown."""
    return _(
        "The defaults are what Danish boards often write in their rules of procedure"
        " and bylaws. They are no legal advice: your own bylaws decide."
    )


def _basis(rule: RuleInForce, usual: RuleInForce) -> str:
    """Where the days stand, beside what is usual."""
    if rule.is_own:
        default = _("the default is {days}").format(days=_in_short(usual))
        own = rule.basis or _("Our own rule")
        return f"{own} · {default}"
    if rule.rule is RuleName.PAPERS and rule.days:
        return _("The default · with the notice")
    if not rule.days:
        return _("No default · your own bylaws decide")
    if not rule.basis:
        return _("The default · no published source")
    return _("The default · seen at {source}").format(source=rule.basis)


def _in_short(rule: RuleInForce) -> str:
    return days_in_words(rule.days) if rule.days else _("no deadline")
