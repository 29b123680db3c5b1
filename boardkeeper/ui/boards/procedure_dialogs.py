"""Changing a rule of procedure: a quorum built from its parts, a number pattern, a choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from boardkeeper.domain.memberships import Role, role_name
from boardkeeper.domain.procedure import Procedure, Share, share_name
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.ui.boards.procedure_rules import quorum_words
from boardkeeper.ui.kit import (
    Body,
    Caption,
    CheckField,
    ChoiceField,
    Dialog,
    LineField,
    NumberField,
    Tone,
)

V = TypeVar("V")

_ROLES = (Role.CHAIR, Role.VICE_CHAIR, Role.TREASURER, Role.SECRETARY, Role.MANAGER)
"""The roles a quorum can ask for; that an ordinary member is there goes without saying."""


class ChoiceRuleDialog(Dialog[V], Generic[V]):
    """Asks for one of a few ways."""

    def __init__(
        self,
        title: str,
        explanation: str,
        choices: Sequence[tuple[V, str]],
        value: V,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, accept=_("Change rule"), explanation=explanation, parent=parent)
        self._value = self.form.add("value", ChoiceField(title, choices, is_label_hidden=True))
        self._value.set_value(value)

    def read(self) -> V:
        return self._value.value()


class QuorumDialog(Dialog[Procedure]):
    """Builds a quorum of a share, a number and roles; says in words what it comes to."""

    def __init__(
        self, procedure: Procedure, explanation: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Quorum"), accept=_("Change rule"), explanation=explanation, parent=parent
        )
        self._procedure = procedure
        self._share = self.form.add(
            "quorum_share",
            ChoiceField(_("Share of the members"), [(each, share_name(each)) for each in Share]),
        )
        self._count = self.form.add(
            "quorum_count",
            NumberField(_("And at least this many"), highest=1000, hint=_("0 asks for no number.")),
        )
        self.form.add_widget(Caption(_("And one of these must be there")))
        self._roles = {
            role: self.form.add(
                f"role_{role.value}", CheckField(role_name(role)), beside=place % 2 == 1
            )
            for place, role in enumerate(_ROLES)
        }
        self._basis = self.form.add(
            "quorum_basis",
            LineField(_("Where it stands"), placeholder=_("e.g. bylaws § 7")),
        )
        self._said = Body(tone=Tone.MUTED)
        self.add(self._said)
        self._show()
        for field in self.form.fields.values():
            field.changed.connect(self._say)
        self._say()

    def read(self) -> Procedure:
        chosen = [role.value for role, check in self._roles.items() if check.value()]
        return replace(
            self._procedure,
            quorum_share=self._share.value(),
            quorum_count=self._count.value() or 0,
            quorum_roles=",".join(chosen),
            quorum_basis=self._basis.value(),
        )

    @Slot()
    def _say(self) -> None:
        try:
            said = quorum_words(self.read())
        except UserError:
            return  # still being typed
        self._said.setText(_("In words: {quorum}.").format(quorum=said))

    def _show(self) -> None:
        self._share.set_value(self._procedure.quorum_share)
        self._count.set_value(self._procedure.quorum_count)
        self._basis.set_value(self._procedure.quorum_basis)
        for role, check in self._roles.items():
            check.set_value(role in self._procedure.required_roles)


class NumberRuleDialog(Dialog[Procedure]):
    """Asks how decisions are numbered; the next numbers are shown as one types."""

    def __init__(
        self, procedure: Procedure, explanation: str, year: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Numbers of decisions"),
            accept=_("Change rule"),
            explanation=explanation,
            parent=parent,
        )
        self._procedure = procedure
        self._year = year
        self._pattern = self.form.add("decision_pattern", LineField(_("Pattern")))
        self.add(
            Caption(
                _(
                    "{year} is the year and {number} counts from 1 in each; {number:03} has three"
                    " figures. Everything else stands as it is written."
                )
            )
        )
        self._pattern.set_value(procedure.decision_pattern)
        self._pattern.changed.connect(self._say)
        self._say()

    def read(self) -> Procedure:
        return replace(self._procedure, decision_pattern=self._pattern.value())

    @Slot()
    def _say(self) -> None:
        try:
            procedure = self.read()
        except UserError:
            self._pattern.set_hint("")
            return
        first, second = (procedure.decision_number(self._year, each) for each in (1, 2))
        words = _("As in {first}, {second} …")
        self._pattern.set_hint(words.format(first=first, second=second))
