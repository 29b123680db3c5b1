"""The rules of procedure the program acts on: quorum, ties, numbers, signatures, approval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.procedure import (
    ApprovalRule,
    MinutesStyle,
    Procedure,
    SignatureRule,
    TieRule,
    approval_rule_name,
    signature_rule_name,
    style_name,
    tie_rule_name,
)
from boardkeeper.domain.procedure_defaults import usual_source
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.boards.procedure_dialogs import (
    ChoiceRuleDialog,
    NumberRuleDialog,
    QuorumDialog,
)
from boardkeeper.ui.boards.procedure_rules import ProcedureRule, procedure_rules
from boardkeeper.ui.boards.rules_section import no_legal_advice
from boardkeeper.ui.kit import Action, Button, ButtonKind, Caption, Card, Tone
from boardkeeper.ui.rows import RowContent, Rows, add_left


class ProcedureSection(Card):
    """One row a rule: what counts here, where it stands, and what is usual for the kind."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Rules of procedure"), parent)
        self._services = services
        self._organisation: Organisation | None = None
        self._rows = Rows()
        self._reset = Button(_("Use the usual rules"), kind=ButtonKind.QUIET, icon="undo-2")
        self._reset.clicked.connect(self._on_reset)
        self.add(
            Caption(
                _(
                    "How the board decides and keeps its minutes. The program follows these rules"
                    " when it counts a quorum, a vote and the days for objections."
                )
            )
        )
        self.add(self._rows)
        add_left(self, self._reset)
        self.add(Caption(no_legal_advice()))

    def show_procedure(self, organisation: Organisation) -> None:
        """Show the rules that count for an organisation."""
        self._organisation = organisation
        procedure = self._services.procedures.of(organisation.id)
        usual = self._services.procedures.usual(organisation.id)
        rules = procedure_rules(self._services.clock.today().year)
        self._rows.show_rows([self._row(organisation, each, procedure, usual) for each in rules])
        self._reset.setVisible(any(each.is_own(procedure, usual) for each in rules))

    def _row(
        self,
        organisation: Organisation,
        rule: ProcedureRule,
        procedure: Procedure,
        usual: Procedure,
    ) -> RowContent:
        is_own = rule.is_own(procedure, usual)
        source = usual_source(organisation.kind, rule.fields[0])

        def change() -> None:
            self._ask(rule, procedure, _explanation(rule.words(usual), source))

        def use_default() -> None:
            back = {each: getattr(usual, each) for each in rule.fields}
            self._services.procedures.change(replace(procedure, **back))

        return RowContent(
            key=rule.fields[0],
            about=(organisation.id, procedure, usual),
            title=rule.title,
            caption=_caption(rule, procedure, usual, source),
            chip=rule.words(procedure),
            tone=Tone.ACCENT if is_own else Tone.NEUTRAL,
            open=change,
            actions=(
                Action(_("Change"), change, "pencil"),
                Action(
                    _("Use the default: {days}").format(days=rule.words(usual)),
                    use_default,
                    "undo-2",
                    is_enabled=is_own,
                ),
            ),
        )

    def _ask(self, rule: ProcedureRule, procedure: Procedure, explanation: str) -> None:
        """The dialog of a rule; what it says counts from then on."""
        store = self._services.procedures.change
        name = rule.fields[0]
        if name == "quorum_share":
            QuorumDialog(procedure, explanation, parent=self.window()).ask(store)
            return
        if name == "decision_pattern":
            year = self._services.clock.today().year
            NumberRuleDialog(procedure, explanation, year, parent=self.window()).ask(store)
            return
        dialog = ChoiceRuleDialog[Any](
            rule.title,
            explanation,
            _CHOICES[name](),
            getattr(procedure, name),
            parent=self.window(),
        )
        dialog.ask(lambda value: store(replace(procedure, **{name: value})))

    def _on_reset(self) -> None:
        if self._organisation is not None:
            self._services.procedures.reset(self._organisation.id)


def _yes_and_no() -> list[tuple[Any, str]]:
    return [(True, _("Yes")), (False, _("No"))]


_CHOICES: dict[str, Callable[[], list[tuple[Any, str]]]] = {
    "tie_rule": lambda: [(each, tie_rule_name(each)) for each in TieRule],
    "signatures": lambda: [(each, signature_rule_name(each)) for each in SignatureRule],
    "approval": lambda: [(each, approval_rule_name(each)) for each in ApprovalRule],
    "style": lambda: [(each, style_name(each)) for each in MinutesStyle],
    "allows_proxies": _yes_and_no,
    "records_movers": _yes_and_no,
    "initials_each_page": _yes_and_no,
}


def _caption(rule: ProcedureRule, procedure: Procedure, usual: Procedure, source: str) -> str:
    """Where the rule stands, beside what is usual."""
    if rule.is_own(procedure, usual):
        basis = procedure.quorum_basis if "quorum_basis" in rule.fields else ""
        default = _("the default is “{rule}”").format(rule=rule.words(usual))
        return " · ".join((basis or _("Our own rule"), default))
    if not source:
        return _("The default · no published source")
    return _("The default · seen at {source}").format(source=source)


def _explanation(usual: str, source: str) -> str:
    """What is usual, and where that was seen."""
    if not source:
        return _(
            "The default for this kind of organisation is “{rule}”; no published source was found."
        ).format(rule=usual)
    return _("The default for this kind of organisation is “{rule}”, as seen at {source}.").format(
        rule=usual, source=source
    )
