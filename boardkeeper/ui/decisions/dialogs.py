"""Changing a decision's words, repealing it, and letting another take its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.decisions import Decision, DecisionId
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _
from boardkeeper.ui.decisions.rows import on_one_line
from boardkeeper.ui.kit import (
    CARD_ROW_HEIGHT,
    DateField,
    Dialog,
    LineField,
    RecordList,
    RecordListModel,
    RowFace,
    SearchField,
    TextField,
    scaled,
)

_ROWS = 5
"""How many decisions are seen at once where one chooses among them."""


class DecisionDialog(Dialog[Decision]):
    """Asks for the words of a decision, its number and what it rests on."""

    def __init__(self, decision: Decision, parent: QWidget | None = None) -> None:
        super().__init__(_("Decision"), accept=_("Keep"), width=560, parent=parent)
        self._decision = decision
        self._text = self.form.add("text", TextField(_("What was decided"), lines=4))
        self._number = self.form.add("number", LineField(_("Number")))
        self._basis = self.form.add(
            "basis",
            LineField(_("What it rests on"), placeholder=_("an appendix, a recommendation")),
        )
        self._text.set_value(decision.text)
        self._number.set_value(decision.number)
        self._basis.set_value(decision.basis)

    def read(self) -> Decision:
        return replace(
            self._decision,
            text=self._text.value(),
            number=self._number.value(),
            basis=self._basis.value(),
        )


class RepealDialog(Dialog[date]):
    """Asks from which day a decision counts no longer."""

    def __init__(
        self, decision: Decision, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Repeal decision {number}").format(number=decision.number),
            accept=_("Repeal it"),
            explanation=_("It stays in the register, and counts no longer from the day on."),
            parent=parent,
        )
        self._on = self.form.add("ended_on", DateField(_("From"), today))
        self._on.set_value(today())

    def read(self) -> date:
        on = self._on.value()
        if on is None:
            raise InvalidField("ended_on", _("Write the day, for example 5/3 or Thursday."))
        return on


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """The decision that takes another's place, and from which day."""

    by_id: DecisionId
    on: date


class ReplaceDialog(Dialog[Replacement]):
    """Asks which decision takes the place of this one: searched by a word, chosen in a list."""

    def __init__(
        self,
        decision: Decision,
        offered: Sequence[Decision],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Replace decision {number}").format(number=decision.number),
            accept=_("Replace it"),
            explanation=_("Which decision takes its place?"),
            width=560,
            parent=parent,
        )
        self._today = today
        self._search = SearchField(_("Search the decisions"))
        self._model = RecordListModel[Decision](
            (), face=_face(self._search.text), search_by=_words, parent=self
        )
        self._list = RecordList(self._model, _("Decisions in force"))
        self._list.setFixedHeight(scaled(CARD_ROW_HEIGHT) * max(1, min(_ROWS, len(offered))))
        self.form.add_widget(self._search)
        self.form.add_widget(self._list)
        self._on = self.form.add("ended_on", DateField(_("From"), today))
        self._search.textChanged.connect(self._model.set_filter)
        self._search.moved_down.connect(self._on_moved_down)
        self._list.opened.connect(self.accept)
        self._list.chosen.connect(self._on_chosen)
        self._model.set_records(offered)
        self._search.setFocus()

    def read(self) -> Replacement:
        chosen = self._list.chosen_record()
        if chosen is None:
            raise UserError(_("Choose the decision that takes its place."))
        return Replacement(by_id=chosen.id, on=self._on.value() or chosen.decided_on)

    def _on_moved_down(self) -> None:
        if self._list.chosen_record() is None:
            self._list.choose_row(0)
        self._list.setFocus()

    def _on_chosen(self, chosen: Decision | None) -> None:
        """By default one decision ends the day the other was made."""
        if chosen is not None:
            self._on.set_value(chosen.decided_on)


def _face(words: Callable[[], str]) -> RowFace[Decision]:
    return RowFace(
        title=lambda each: on_one_line(each.text),
        caption=lambda each: " · ".join(
            filter(None, (each.number, formats.short_date(each.decided_on)))
        ),
        marked=lambda _each: words(),
    )


def _words(decision: Decision) -> str:
    return f"{decision.number} {decision.text} {decision.basis}"
