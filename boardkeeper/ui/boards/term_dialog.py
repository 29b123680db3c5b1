"""One term of a membership: from when to when, and how it came about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.memberships import Term
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import DateField, Dialog, LineField


class TermDialog(Dialog[Term]):
    """Asks for a term; takes one and returns one."""

    def __init__(
        self,
        term: Term,
        today: Callable[[], date],
        *,
        is_new: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("New term") if is_new else _("Term"),
            accept=_("Add term") if is_new else _("Save"),
            parent=parent,
        )
        self._term = term
        self._starts = self.form.add("starts_on", DateField(_("First day"), today))
        self._ends = self.form.add(
            "ends_on",
            DateField(_("Last day"), today, hint=_("Empty while no end is known")),
            beside=True,
        )
        self._election = self.form.add("up_for_election_on", DateField(_("Up for election"), today))
        self._elected_on = self.form.add("elected_on", DateField(_("Elected on"), today))
        self._elected_by = self.form.add(
            "elected_by",
            LineField(_("Elected by"), placeholder=_("The general meeting")),
            beside=True,
        )
        self._starts.set_value(term.starts_on)
        self._ends.set_value(term.ends_on)
        self._election.set_value(term.up_for_election_on)
        self._elected_on.set_value(term.elected_on)
        self._elected_by.set_value(term.elected_by)

    def read(self) -> Term:
        starts_on = self._starts.value()
        if starts_on is None:
            raise InvalidField("starts_on", _("A term needs its first day."))
        return replace(
            self._term,
            starts_on=starts_on,
            ends_on=self._ends.value(),
            up_for_election_on=self._election.value(),
            elected_on=self._elected_on.value(),
            elected_by=self._elected_by.value(),
        )
