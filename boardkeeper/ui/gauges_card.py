"""The five rules of a network as five bars, each opening the rows behind it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.gauges import Gauge, rule_name
from boardkeeper.domain.sheets.review import gauge_line
from boardkeeper.i18n import _
from boardkeeper.ui.behind import rows_of_rule, show_behind
from boardkeeper.ui.gauge_row import GaugeRow, percent
from boardkeeper.ui.kit import Caption, Card
from boardkeeper.ui.kit.cards import empty


class GaugesCard(Card):
    """The five rules. `wanted` is a record one wants to see."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("The five rules"), parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._shown: tuple[Gauge, ...] = ()
        self.add_layout(self._rows)
        self.add(Caption(_("The mark across a bar is the target.")))

    def show_gauges(self, gauges: tuple[Gauge, ...]) -> None:
        self.setVisible(bool(gauges))
        if gauges == self._shown:
            return
        self._shown = gauges
        empty(self._rows)
        for each in gauges:
            row = GaugeRow(gauge_line(each))
            row.clicked.connect(lambda _on=False, gauge=each: self._show(gauge))
            self._rows.addWidget(row)

    def _show(self, gauge: Gauge) -> None:
        number = " · ".join(filter(None, (percent(gauge.percent), gauge.why)))
        rows = rows_of_rule(gauge.rows)
        show_behind(self, rule_name(gauge.rule), number, rows, self.wanted.emit)
