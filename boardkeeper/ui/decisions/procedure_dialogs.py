"""Sending a proposal round, and changing one that is under way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person
from boardkeeper.domain.votes import Majority, majority_name
from boardkeeper.domain.written_procedure import WrittenProcedure
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    Caption,
    CheckField,
    ChoiceField,
    DateField,
    Dialog,
    LineField,
    TextField,
    Tone,
    empty,
)

DAYS = 7
"""How long one is given to answer, unless another day is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A written procedure, and who is asked; None is everyone with a vote."""

    procedure: WrittenProcedure
    to: tuple[Person, ...] | None


class BeginDialog(Dialog[Begun]):
    """Asks for a proposal, the last day to answer, and whom to ask."""

    def __init__(
        self,
        organisations: Sequence[Organisation],
        chosen: OrganisationId | None,
        members: Callable[[OrganisationId], Sequence[Person]],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("New written procedure"),
            accept=_("Begin"),
            explanation=_(
                "A proposal decided between meetings. You send it round yourself, and note the"
                " replies here."
            ),
            width=560,
            parent=parent,
        )
        self._members = members
        self._today = today
        self._people: list[tuple[Person, CheckField]] = []
        self._organisation = ChoiceField(
            _("Board"), [(each.id, each.name) for each in organisations]
        )
        self._title = self.form.add("title", LineField(_("Title")))
        self._proposal = self.form.add("proposal", TextField(_("Proposal"), lines=3))
        self.form.add("organisation_id", self._organisation)
        self._reply_by = self.form.add("reply_by", DateField(_("Replies by"), today))
        self._majority = self.form.add("majority", _majority_field(), beside=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        asked = QWidget()
        asked.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.form.add_widget(Caption(_("Who is asked")))
        self.form.add_widget(asked)
        self._reply_by.set_value(today() + timedelta(days=DAYS))
        if chosen is not None:
            self._organisation.set_value(chosen)
        self._organisation.changed.connect(self._show_members)
        self._show_members()
        self._title.setFocus()

    def read(self) -> Begun:
        reply_by = self._reply_by.value()
        if reply_by is None:
            raise InvalidField("reply_by", _("Write the last day for replies."))
        to = tuple(person for person, check in self._people if check.value())
        if self._people and not to:
            raise UserError(_("Choose at least one who is asked."))
        procedure = WrittenProcedure(
            organisation_id=self._organisation.value(),
            title=self._title.value(),
            proposal=self._proposal.value(),
            majority=self._majority.value(),
            sent_on=self._today(),
            reply_by=reply_by,
        )
        return Begun(procedure=procedure, to=None if len(to) == len(self._people) else to)

    def _show_members(self) -> None:
        empty(self._column)
        people = self._members(self._organisation.value())
        self._people = [(each, CheckField(each.name)) for each in people]
        for _person, check in self._people:
            check.set_value(True)
            self._column.addWidget(check)
        if not people:
            words = _("Nobody with a vote sits there today.")
            self._column.addWidget(Caption(words, tone=Tone.WARNING))


class ProcedureDialog(Dialog[WrittenProcedure]):
    """Asks for other words, another day or another majority of a procedure under way."""

    def __init__(
        self,
        procedure: WrittenProcedure,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Written procedure"), accept=_("Keep"), width=560, parent=parent)
        self._procedure = procedure
        self._title = self.form.add("title", LineField(_("Title")))
        self._proposal = self.form.add("proposal", TextField(_("Proposal"), lines=3))
        self._reply_by = self.form.add("reply_by", DateField(_("Replies by"), today))
        self._majority = self.form.add("majority", _majority_field(), beside=True)
        self._title.set_value(procedure.title)
        self._proposal.set_value(procedure.proposal)
        self._reply_by.set_value(procedure.reply_by)
        self._majority.set_value(procedure.majority)

    def read(self) -> WrittenProcedure:
        reply_by = self._reply_by.value()
        if reply_by is None:
            raise InvalidField("reply_by", _("Write the last day for replies."))
        return replace(
            self._procedure,
            title=self._title.value(),
            proposal=self._proposal.value(),
            reply_by=reply_by,
            majority=self._majority.value(),
        )


def _majority_field() -> ChoiceField[Majority]:
    return ChoiceField(_("Majority"), [(each, majority_name(each)) for each in Majority])
