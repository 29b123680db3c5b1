"""A year of money: what came in and went out, allowances, payments, trips and rates."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.money import PaymentId
from boardkeeper.domain.money_report import InAndOut
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.hours.allowances_card import AllowancesCard
from boardkeeper.ui.hours.low_table import LowTable
from boardkeeper.ui.hours.money_figures import MoneyFigures
from boardkeeper.ui.hours.money_tables import board_columns
from boardkeeper.ui.hours.payments_section import PaymentsSection
from boardkeeper.ui.hours.rates_section import RatesSection
from boardkeeper.ui.hours.shown_year import ShownYear
from boardkeeper.ui.hours.trips_section import TripsSection
from boardkeeper.ui.hours.view import HoursView
from boardkeeper.ui.hours.year_choice import YearChoice
from boardkeeper.ui.kit import RecordListModel, Space


class MoneyView(HoursView):
    """Chooses a year and shows its money. `print_wanted` carries a `Paper` of `ui.papers`."""

    print_wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._organisations: Mapping[OrganisationId, Organisation] = {}
        self._organisation_id: OrganisationId | None = None
        self._build()
        self._year.changed.connect(self.refresh)
        self._trips.print_wanted.connect(self.print_wanted)

    def _build(self) -> None:
        self._year = YearChoice(self._services.money)
        self._figures = MoneyFigures()
        boards = RecordListModel(
            board_columns(self._label),
            key=lambda each: each.organisation_id,
        )
        self._boards: LowTable[InAndOut] = LowTable(boards, _("Money by board"))
        self._allowances = AllowancesCard()
        self._payments = PaymentsSection(self._services)
        self._trips = TripsSection(self._services)
        self._rates = RatesSection(self._services)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        for each in (
            self._year,
            self._figures,
            self._boards,
            self._allowances,
            self._payments,
            self._trips,
            self._rates,
        ):
            column.addWidget(each)
        column.addStretch(1)

    def show_hours(
        self,
        organisations: Mapping[OrganisationId, Organisation],
        organisation_id: OrganisationId | None,
    ) -> None:
        """Read the year anew, of one organisation or of all."""
        self._organisations = organisations
        self._organisation_id = organisation_id
        self._year.refresh()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        shown = ShownYear(
            year=self._year.year,
            organisations=self._organisations,
            organisation_id=self._organisation_id,
        )
        money = self._services.money
        boards = money.in_and_out_each(*shown.asked)
        total = InAndOut(organisation_id=self._organisation_id)
        for each in boards:
            total = total.plus(each)
        self._figures.show_sums(total)
        boards.sort(key=lambda each: formats.sort_key(self._label(each)))
        self._boards.show_lines(boards if len(boards) > 1 else [])
        self._allowances.show_lines(money.allowances(*shown.asked), self._organisations)
        self._payments.show_year(shown)
        self._trips.show_year(shown)
        self._rates.show_year(shown.year.number)

    @Slot()
    def make_new(self) -> None:
        """Ask for a new payment."""
        self._payments.make_new()

    def choose(self, payment_id: PaymentId) -> None:
        """Show one payment, in its year."""
        self._year.show_day(self._services.money.get(payment_id).on)
        self.refresh()
        self._payments.choose(payment_id)

    def print_this(self) -> None:
        """The mileage slip of the board shown, or of the one driven for last."""
        self._trips.print_this()

    def _label(self, each: InAndOut) -> str:
        whose = each.organisation_id
        return "" if whose is None else self._organisations[whose].label
