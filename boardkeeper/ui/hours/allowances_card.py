"""The ledger of tax-free allowances: warnings in words, and bars against the caps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.allowances import (
    AllowanceLine,
    allowance_name,
    standing_in_words,
    warnings_of,
)
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.i18n import _
from boardkeeper.ui.hours.cap_bars import CapBar, CapBars
from boardkeeper.ui.kit import Body, Card, Space, Tone, empty


class AllowancesCard(Card):
    """Hidden while no allowance was paid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Tax-free allowances"), parent)
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(Space.S)
        self._bars = CapBars(_("Allowances"))
        self.add_layout(self._warnings)
        self.add(self._bars)

    def show_lines(
        self,
        lines: Sequence[AllowanceLine],
        organisations: Mapping[OrganisationId, Organisation],
    ) -> None:
        empty(self._warnings)
        for whose, warning in warnings_of(lines):
            told = f"{organisations[whose].label}: {warning}"
            self._warnings.addWidget(Body(told, tone=Tone.WARNING))
        self._bars.set_bars([_bar(each, organisations[each.organisation_id]) for each in lines])
        self.setVisible(bool(lines))


def _bar(line: AllowanceLine, organisation: Organisation) -> CapBar:
    whole = line.cap.amount or 1
    return CapBar(
        name=f"{organisation.label} · {allowance_name(line.kind)} · {line.year}",
        standing=standing_in_words(line),
        share=2.0 if line.is_over else line.paid / whole,
        colour=organisation.colour.value,
    )
