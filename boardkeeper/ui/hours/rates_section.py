"""The rates and caps of a year, each with where it is from."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.rates import RateInForce
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.hours.low_table import LowTable
from boardkeeper.ui.hours.money_tables import rate_columns
from boardkeeper.ui.hours.rate_dialog import RateDialog
from boardkeeper.ui.kit import Action, Caption, Heading, RecordListModel, Space


class RatesSection(QWidget):
    """Lists them, and asks for figures of one's own."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._title = Heading()
        model = RecordListModel(rate_columns(), key=lambda each: each.rate)
        self._table: LowTable[RateInForce] = LowTable(model, _("Rates and caps"))
        self._table.context_actions = self._actions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addWidget(self._table)
        column.addWidget(
            Caption(
                _(
                    "Rates change by the year. The figures are where to begin, each with its"
                    " source, and you can put your own in their place: press Enter on one. This is"
                    " no tax advice."
                )
            )
        )
        self._table.opened.connect(self._on_opened)

    def show_year(self, year: int) -> None:
        """Show what is in force in a calendar year."""
        self._title.setText(_("Rates and caps {year}").format(year=year))
        self._table.show_lines(self._services.rates.rates(year))

    @Slot(object)
    def _on_opened(self, rate: RateInForce) -> None:
        RateDialog(rate, self._services.clock.today, self).ask(self._services.rates.set_rate)

    def _actions(self, rate: RateInForce) -> list[Action]:
        return [
            Action(_("Change"), lambda: self._on_opened(rate), "pencil"),
            Action(
                _("Back to the table's"),
                lambda: self._services.rates.reset(rate.rate, rate.year),
                "rotate-ccw",
                is_enabled=rate.is_own and rate.is_known,
            ),
        ]
