"""A year of money: what came in and went out, allowances, payments, trips and rates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.allowances import (
    AllowanceLine,
    allowance_name,
    standing_in_words,
    warnings_of,
)
from boardkeeper.domain.ceilings import Ceiling
from boardkeeper.domain.driving import Driven
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.mileage import Trip
from boardkeeper.domain.money import Payment
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.rates import OwnRate, RateInForce
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.hours.cap_bars import CapBar, CapBars
from boardkeeper.ui.hours.money_figures import MoneyFigures
from boardkeeper.ui.hours.money_tables import (
    board_columns,
    payment_columns,
    rate_columns,
    trip_columns,
)
from boardkeeper.ui.hours.near_meetings import Choices
from boardkeeper.ui.hours.paid_dialog import PaidDialog
from boardkeeper.ui.hours.payment_dialog import PaymentDialog
from boardkeeper.ui.hours.rate_dialog import RateDialog
from boardkeeper.ui.hours.trip_dialog import TripDialog
from boardkeeper.ui.hours.trips_from_meetings import TripsFromMeetings
from boardkeeper.ui.kit import (
    ROW_HEIGHT,
    Action,
    Body,
    Button,
    Caption,
    Card,
    ChoiceField,
    Heading,
    MenuButton,
    RecordListModel,
    RecordTable,
    Space,
    Tone,
    Turning,
    empty,
    scaled,
)
from boardkeeper.ui.papers import mileage_paper
from boardkeeper.ui.wrapping import Wrapping

_MOST_LINES = 10
"""Lines a table is high at most; it scrolls beyond."""


class MoneyView(QWidget):
    """Chooses a year and shows its money. `print_wanted` carries a `Paper` of `ui.papers`."""

    print_wanted = Signal(object)

    KINDS = (Payment, Trip, OwnRate, TimeEntry, Ceiling, Organisation, Meeting)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._organisations: Mapping[OrganisationId, Organisation] = {}
        self._organisation_id: OrganisationId | None = None
        self._trips: list[Driven] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        self._year: ChoiceField[int] = ChoiceField(_("Year"), [])
        self._first_month: ChoiceField[int] = ChoiceField(
            _("The year begins in"),
            [(month, formats.month_name(date(2000, month, 1))) for month in range(1, 13)],
        )
        self._offer_years()
        self._year.set_value(self._services.money.this_year().number)
        choices = Turning(440, Space.M)
        choices.add(self._year, 1)
        choices.add(self._first_month, 1)
        self._figures = MoneyFigures()
        self._boards = RecordListModel(
            board_columns(lambda each: self._label(each.organisation_id)),
            key=lambda each: each.organisation_id,
        )
        self._board_table = RecordTable(self._boards, _("Money by board"))
        self._allowances = Card(_("Tax-free allowances"))
        self._bars = CapBars(_("Allowances"))
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(Space.S)
        self._allowances.add_layout(self._warnings)
        self._allowances.add(self._bars)
        self._payments = RecordListModel(payment_columns(self._label))
        self._payment_table = RecordTable(self._payments, _("Payments"))
        self._payment_table.context_actions = self._payment_actions
        self._new_payment = Button(_("New payment"), icon="plus")
        self._no_payments = Caption(_("No payment in this year."))
        self._driven = RecordListModel(trip_columns(self._label), key=lambda each: each.trip.id)
        self._trip_table = RecordTable(self._driven, _("Trips"))
        self._trip_table.context_actions = self._trip_actions
        self._new_trip = Button(_("New trip"), icon="plus")
        self._from_meetings = Button(_("From the meetings…"), icon="calendar-days")
        self._mark_paid = Button(_("Mark as paid…"), icon="check")
        self._slips = MenuButton(_("Mileage slip"), [], icon="printer")
        self._no_trips = Caption(_("No trip in one's own car in this year."))
        self._rates = RecordListModel(rate_columns(), key=lambda each: each.rate)
        self._rate_table = RecordTable(self._rates, _("Rates and caps"))
        self._rate_table.context_actions = self._rate_actions
        self._rates_of = Heading()
        self._lay_out(choices)

    def _lay_out(self, choices: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        trips = (self._new_trip, self._from_meetings, self._mark_paid, self._slips)
        for each in (
            choices,
            self._figures,
            self._board_table,
            self._allowances,
            _head(Heading(_("Payments")), self._new_payment),
            self._no_payments,
            self._payment_table,
            _head(Heading(_("Trips in one's own car")), *trips),
            self._no_trips,
            self._trip_table,
            self._rates_of,
            self._rate_table,
            Caption(
                _(
                    "Rates change by the year. The figures are where to begin, each with its"
                    " source, and you can put your own in their place: press Enter on one. This is"
                    " no tax advice."
                )
            ),
        ):
            column.addWidget(each)
        column.addStretch(1)

    def _connect(self) -> None:
        self._year.changed.connect(self.refresh)
        self._first_month.changed.connect(self._on_first_month_chosen)
        self._new_payment.clicked.connect(self.make_new)
        self._payment_table.opened.connect(self._on_payment_opened)
        self._payment_table.delete_wanted.connect(self._on_payment_unwanted)
        self._new_trip.clicked.connect(self._on_new_trip)
        self._from_meetings.clicked.connect(self._on_from_meetings)
        self._mark_paid.clicked.connect(self._on_mark_paid)
        self._trip_table.opened.connect(self._on_trip_opened)
        self._trip_table.delete_wanted.connect(self._on_trip_unwanted)
        self._rate_table.opened.connect(self._on_rate_opened)

    @property
    def year(self) -> ReportYear:
        """The year that is chosen."""
        return ReportYear(number=self._year.value(), first_month=self._first_month.value())

    def show_money(
        self,
        organisations: Mapping[OrganisationId, Organisation],
        organisation_id: OrganisationId | None,
    ) -> None:
        """Read the year anew, of one organisation or of all."""
        self._organisations = organisations
        self._organisation_id = organisation_id
        self._offer_years()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        first, last = self.year.first, self.year.last
        asked = (first, last, self._organisation_id)
        money, mileage = self._services.money, self._services.mileage
        boards = money.in_and_out_each(*asked)
        boards.sort(key=lambda each: formats.sort_key(self._label(each.organisation_id)))
        self._figures.show_sums(money.in_and_out(self._organisation_id, first, last))
        self._boards.set_records(boards)
        self._show_table(self._board_table, len(boards) if len(boards) > 1 else 0)
        self._show_allowances(money.allowances(*asked))
        payments = money.between(*asked)
        self._payments.set_records(payments)
        self._show_table(self._payment_table, len(payments))
        self._no_payments.setVisible(not payments)
        self._trips = mileage.driven(*asked)
        self._driven.set_records(self._trips[::-1])
        self._show_table(self._trip_table, len(self._trips))
        self._show_errands()
        rates = self._services.rates.rates(self.year.number)
        self._rates.set_records(rates)
        self._show_table(self._rate_table, len(rates))
        self._rates_of.setText(_("Rates and caps {year}").format(year=self.year.number))

    @Slot()
    def make_new(self) -> None:
        """Ask for a new payment."""
        self._ask_payment(_("New payment"), None, _("Write down"), self._services.money.add)

    def print_this(self) -> None:
        """The mileage slip of the board shown, or of the first that was driven for."""
        driven_for = self._driven_for()
        if driven_for:
            self._print_slip(driven_for[0], only_unpaid=False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_rates_of"):
            for table in (
                self._board_table,
                self._payment_table,
                self._trip_table,
                self._rate_table,
            ):
                self._set_height(table, table.model().rowCount())

    # Choosing the year

    @Slot()
    def _on_first_month_chosen(self) -> None:
        """The year of today is a good place to begin."""
        self._offer_years()
        self._year.set_value(self._services.money.this_year(self._first_month.value()).number)
        self.refresh()

    def _offer_years(self) -> None:
        years = self._services.money.years(self._first_month.value())
        self._year.set_choices([(each.number, each.label) for each in years])

    # Payments

    @Slot(object)
    def _on_payment_opened(self, payment: Payment) -> None:
        self._ask_payment(_("Payment"), payment, _("Keep"), self._services.money.change)

    @Slot(object)
    def _on_payment_unwanted(self, payment: Payment) -> None:
        self._services.money.discard(payment.id)

    def _ask_payment(
        self, title: str, payment: Payment | None, accept: str, then: Callable[[Payment], None]
    ) -> None:
        PaymentDialog(
            title,
            self._choices(),
            payment,
            accept=accept,
            organisation_id=self._organisation_id,
            parent=self,
        ).ask(then)

    def _payment_actions(self, payment: Payment) -> list[Action]:
        return [
            Action(_("Change"), lambda: self._on_payment_opened(payment), "pencil"),
            Action(_("Delete"), lambda: self._on_payment_unwanted(payment), "trash-2", True),
        ]

    # Trips

    @Slot()
    def _on_new_trip(self) -> None:
        self._ask_trip(_("New trip"), None, _("Write down"), self._services.mileage.add)

    @Slot(object)
    def _on_trip_opened(self, driven: Driven) -> None:
        self._ask_trip(_("Trip"), driven.trip, _("Keep"), self._services.mileage.change)

    @Slot(object)
    def _on_trip_unwanted(self, driven: Driven) -> None:
        self._services.mileage.discard(driven.trip.id)

    @Slot()
    def _on_from_meetings(self) -> None:
        year = self.year
        last = min(year.last, self._services.clock.today())
        proposals = self._services.mileage.proposals(year.first, last, self._organisation_id)
        TripsFromMeetings(proposals[::-1], self).ask(self._services.mileage.add_all)

    @Slot()
    def _on_mark_paid(self) -> None:
        """All that is unpaid of what is shown."""
        self._ask_paid([each for each in self._trips if each.trip.paid_on is None])

    def _ask_paid(self, trips: Sequence[Driven]) -> None:
        ids = [each.trip.id for each in trips]
        PaidDialog(trips, self._services.clock.today, self).ask(
            lambda on: self._services.mileage.mark_paid(ids, on)
        )

    def _ask_trip(
        self, title: str, trip: Trip | None, accept: str, then: Callable[[Trip], None]
    ) -> None:
        TripDialog(
            title,
            self._choices(),
            trip,
            self._services.mileage.proposal,
            accept=accept,
            organisation_id=self._organisation_id,
            parent=self,
        ).ask(then)

    def _trip_actions(self, driven: Driven) -> list[Action]:
        actions = [Action(_("Change"), lambda: self._on_trip_opened(driven), "pencil")]
        if driven.trip.paid_on is None:
            actions.append(Action(_("Mark as paid…"), lambda: self._ask_paid([driven]), "check"))
        unwanted = Action(_("Delete"), lambda: self._on_trip_unwanted(driven), "trash-2", True)
        return [*actions, unwanted]

    def _print_slip(self, organisation_id: OrganisationId, *, only_unpaid: bool) -> None:
        year = self.year
        paper = mileage_paper(
            self._services.mileage, organisation_id, year.first, year.last, only_unpaid=only_unpaid
        )
        self.print_wanted.emit(paper)

    def _driven_for(self, *, only_unpaid: bool = False) -> list[OrganisationId]:
        """The boards of the trips shown, the one driven for last at the front."""
        trips = [each.trip for each in self._trips[::-1]]
        return list(
            dict.fromkeys(
                each.organisation_id for each in trips if not only_unpaid or each.paid_on is None
            )
        )

    # Rates

    @Slot(object)
    def _on_rate_opened(self, rate: RateInForce) -> None:
        RateDialog(rate, self._services.clock.today, self).ask(self._services.rates.set_rate)

    def _rate_actions(self, rate: RateInForce) -> list[Action]:
        is_own = rate.is_own and rate.is_known
        return [
            Action(_("Change"), lambda: self._on_rate_opened(rate), "pencil"),
            Action(
                _("Back to the table's"),
                lambda: self._services.rates.reset(rate.rate, rate.year),
                "rotate-ccw",
                is_enabled=is_own,
            ),
        ]

    # Showing

    def _show_allowances(self, lines: Sequence[AllowanceLine]) -> None:
        empty(self._warnings)
        for whose, warning in warnings_of(lines):
            told = f"{self._label(whose)}: {warning}"
            self._warnings.addWidget(Body(told, tone=Tone.WARNING))
        self._bars.set_bars([self._bar(line) for line in lines])
        self._allowances.setVisible(bool(lines))

    def _bar(self, line: AllowanceLine) -> CapBar:
        organisation = self._organisations[line.organisation_id]
        parts = [organisation.label, allowance_name(line.kind), str(line.year)]
        whole = line.cap.amount or 1
        return CapBar(
            name=" · ".join(parts),
            standing=standing_in_words(line),
            share=2.0 if line.is_over else line.paid / whole,
            colour=organisation.colour.value,
        )

    def _show_errands(self) -> None:
        """What one can do with the trips of the year."""
        year, today = self.year, self._services.clock.today()
        proposals = self._services.mileage.proposals(
            year.first, min(year.last, today), self._organisation_id
        )
        self._from_meetings.setVisible(any(each.is_complete for each in proposals))
        self._mark_paid.setVisible(any(each.trip.paid_on is None for each in self._trips))
        self._slips.set_actions(self._slip_actions())
        self._slips.setVisible(bool(self._trips))
        self._no_trips.setVisible(not self._trips)

    def _slip_actions(self) -> list[Action]:
        actions = []
        for each in self._driven_for(only_unpaid=True):
            words = _("{board}: what is unpaid").format(board=self._label(each))
            actions.append(Action(words, self._slip(each, only_unpaid=True), "printer"))
        for each in self._driven_for():
            words = _("{board}: all of {year}").format(
                board=self._label(each), year=self.year.label
            )
            actions.append(Action(words, self._slip(each, only_unpaid=False), "printer"))
        return actions

    def _slip(self, organisation_id: OrganisationId, *, only_unpaid: bool) -> Callable[[], None]:
        return lambda: self._print_slip(organisation_id, only_unpaid=only_unpaid)

    def _show_table(self, table: RecordTable, lines: int) -> None:
        table.setVisible(lines > 0)
        self._set_height(table, lines)

    def _set_height(self, table: RecordTable, lines: int) -> None:
        """As high as its lines, up to some: the page scrolls, and the table beyond that."""
        height = min(lines, _MOST_LINES) * scaled(ROW_HEIGHT) + scaled(ROW_HEIGHT + Space.XS)
        table.setFixedHeight(height)

    def _choices(self) -> Choices:
        return Choices(
            organisations=list(self._organisations.values()),
            meetings_of=self._services.meetings.of_organisation,
            today=self._services.clock.today,
        )

    def _label(self, organisation_id: OrganisationId | None) -> str:
        return "" if organisation_id is None else self._organisations[organisation_id].label


def _head(title: Heading, *buttons: QWidget) -> QWidget:
    """A heading with its buttons, which go on in the next line where there is no room."""
    title.setWordWrap(False)
    made = QWidget()
    line = Wrapping(Space.S, made)
    line.add(title)
    for each in buttons:
        line.add(each, at_end=True)
    return made
