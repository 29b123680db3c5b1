"""What a membership took and gave, as rows of numbers that open the rows behind them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.review_facts import Fact, fact_in_words, in_words, measure_name
from boardkeeper.domain.sheets.review import (
    activities_in_words,
    period_in_short,
    says_something,
)
from boardkeeper.domain.signals import Signal as Sign
from boardkeeper.domain.signals import signal_name
from boardkeeper.domain.thresholds import ThresholdInForce, ThresholdName, threshold_in_words
from boardkeeper.i18n import _, pgettext
from boardkeeper.services.catalogue import Services
from boardkeeper.services.review_gathering import Facts
from boardkeeper.ui.behind import Behind, rows_of_fact, rows_of_rule, show_behind
from boardkeeper.ui.kit import Action, Caption, Card, Tone
from boardkeeper.ui.rows import RowContent, Rows
from boardkeeper.ui.threshold_dialog import ThresholdDialog


class FactsCard(Card):
    """The facts one under another. `wanted` is a record one wants to see."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What it took, and what it gave"), parent)
        self._rows = Rows()
        self._activities = Caption("")
        self.add(self._rows)
        self.add(self._activities)

    def show_facts(self, facts: Facts, before: str) -> None:
        """Show these; `before` names the period they are held against."""
        rows = [self._row(each, before) for each in facts.facts if says_something(each)]
        self._rows.show_rows(rows)
        words = activities_in_words(facts.activities)
        self._activities.setText(_("Hours: {activities}").format(activities=words))
        self._activities.setVisible(bool(words))

    def _row(self, fact: Fact, before: str) -> RowContent:
        name, number = measure_name(fact.measure), fact_in_words(fact)
        was = in_words(fact.measure, fact.before)
        return RowContent(
            key=fact.measure,
            about=fact,
            title=name,
            caption=_("{period}: {value}").format(period=before, value=was),
            chip=number,
            open=lambda: self._show(name, number, rows_of_fact(fact)),
        )

    def _show(self, name: str, number: str, rows: Sequence[Behind]) -> None:
        show_behind(self, name, number, rows, self.wanted.emit)


class SignsCard(Card):
    """The signs of a coffee club, those that are there first, each with its threshold."""

    wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Signs of a coffee club"), parent)
        self._services = services
        self._of: OrganisationId | None = None
        self._rows = Rows()
        self.add(self._rows)

    def show_signs(self, signs: Sequence[Sign], of: OrganisationId) -> None:
        self._of = of
        self.setVisible(bool(signs))
        in_force = self._services.thresholds.of(of)
        ordered = sorted(signs, key=lambda each: not each.is_on)
        self._rows.show_rows([self._row(each, in_force) for each in ordered])

    def _row(self, sign: Sign, in_force: dict[ThresholdName, ThresholdInForce]) -> RowContent:
        name = signal_name(sign.name)
        held = in_force.get(sign.threshold_name) if sign.threshold_name else None
        return RowContent(
            key=sign.name,
            about=(sign, held),
            title=name,
            caption=sign.text,
            chip=pgettext("sign", "Yes") if sign.is_on else pgettext("sign", "No"),
            tone=Tone.WARNING if sign.is_on else Tone.NEUTRAL,
            open=lambda: show_behind(
                self, name, sign.text, rows_of_rule(sign.rows), self.wanted.emit
            ),
            actions=() if held is None else self._actions(held),
        )

    def _actions(self, held: ThresholdInForce) -> tuple[Action, ...]:
        service, of, name = self._services.thresholds, self._of, held.threshold
        assert of is not None  # noqa: S101 - rows are made when it is known

        def change() -> None:
            dialog = ThresholdDialog(held, parent=self.window())
            dialog.ask(lambda value: service.set(of, name, value))

        usual = threshold_in_words(name, held.default)
        return (
            Action(_("My own threshold…"), change, "sliders-horizontal"),
            Action(
                _("Use the default: {days}").format(days=usual),
                lambda: service.reset(of, name),
                "undo-2",
                is_enabled=held.is_own,
            ),
        )


def before_in_words(facts: Facts) -> str:
    """The period the facts are held against, in short."""
    first, last = facts.before
    return period_in_short(first, last)
