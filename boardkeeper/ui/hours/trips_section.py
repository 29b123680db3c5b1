"""The trips of a year, a line each: written down, printed as a mileage slip, and paid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.driving import Driven
from boardkeeper.domain.mileage import ProposedTrip, Trip
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.hours.low_table import LowTable, head
from boardkeeper.ui.hours.money_tables import trip_columns
from boardkeeper.ui.hours.paid_dialog import PaidDialog
from boardkeeper.ui.hours.shown_year import ShownYear, choices_of
from boardkeeper.ui.hours.trip_dialog import TripDialog
from boardkeeper.ui.hours.trips_from_meetings import TripsFromMeetings
from boardkeeper.ui.kit import (
    Action,
    Button,
    Caption,
    Heading,
    MenuButton,
    RecordListModel,
    Space,
)
from boardkeeper.ui.papers import mileage_paper


class TripsSection(QWidget):
    """Lists them. `print_wanted` carries a `Paper` of `ui.papers`."""

    print_wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._shown: ShownYear | None = None
        self._trips: list[Driven] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        self._new = Button(_("New trip"), icon="plus")
        self._from_meetings = Button(_("From the meetings…"), icon="calendar-days")
        self._mark_paid = Button(_("Mark as paid…"), icon="check")
        self._slips = MenuButton(_("Mileage slip"), [], icon="printer")
        self._nothing = Caption(_("No trip in one's own car in this year."))
        model = RecordListModel(trip_columns(self._label), key=lambda each: each.trip.id)
        self._table: LowTable[Driven] = LowTable(model, _("Trips"))
        self._table.context_actions = self._actions
        buttons = (self._new, self._from_meetings, self._mark_paid, self._slips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(head(Heading(_("Trips in one's own car")), *buttons))
        column.addWidget(self._nothing)
        column.addWidget(self._table)

    def _connect(self) -> None:
        self._new.clicked.connect(self._on_new)
        self._from_meetings.clicked.connect(self._on_from_meetings)
        self._mark_paid.clicked.connect(self._on_mark_paid)
        self._table.opened.connect(self._on_opened)
        self._table.delete_wanted.connect(self._on_unwanted)

    def show_year(self, shown: ShownYear) -> None:
        self._shown = shown
        self._trips = self._services.mileage.driven(*shown.asked)
        self._table.show_lines(self._trips[::-1])
        self._nothing.setVisible(not self._trips)
        self._from_meetings.setVisible(any(each.is_complete for each in self._proposals()))
        self._mark_paid.setVisible(any(each.trip.paid_on is None for each in self._trips))
        self._slips.set_actions(self._slip_actions())
        self._slips.setVisible(bool(self._trips))

    def print_this(self) -> None:
        """The slip of the board shown, or of the one driven for last."""
        for organisation_id in self._driven_for()[:1]:
            self._slip(organisation_id, only_unpaid=False)()

    @Slot()
    def _on_new(self) -> None:
        self._ask(_("New trip"), None, _("Write down"), self._services.mileage.add)

    @Slot(object)
    def _on_opened(self, driven: Driven) -> None:
        self._ask(_("Trip"), driven.trip, _("Keep"), self._services.mileage.change)

    @Slot(object)
    def _on_unwanted(self, driven: Driven) -> None:
        self._services.mileage.discard(driven.trip.id)

    @Slot()
    def _on_from_meetings(self) -> None:
        TripsFromMeetings(self._proposals()[::-1], self).ask(self._services.mileage.add_all)

    @Slot()
    def _on_mark_paid(self) -> None:
        """All that is unpaid of what is shown."""
        self._ask_paid([each for each in self._trips if each.trip.paid_on is None])

    def _ask_paid(self, trips: Sequence[Driven]) -> None:
        ids = [each.trip.id for each in trips]

        def pay(on: date) -> None:
            self._services.mileage.mark_paid(ids, on)

        PaidDialog(trips, self._services.clock.today, self).ask(pay)

    def _ask(
        self, title: str, trip: Trip | None, accept: str, then: Callable[[Trip], None]
    ) -> None:
        if self._shown is None:
            return
        TripDialog(
            title,
            choices_of(self._services, self._shown),
            trip,
            self._services.mileage.proposal,
            accept=accept,
            organisation_id=self._shown.organisation_id,
            parent=self,
        ).ask(then)

    def _actions(self, driven: Driven) -> list[Action]:
        actions = [Action(_("Change"), lambda: self._on_opened(driven), "pencil")]
        if driven.trip.paid_on is None:
            actions.append(Action(_("Mark as paid…"), lambda: self._ask_paid([driven]), "check"))
        unwanted = Action(_("Delete"), lambda: self._on_unwanted(driven), "trash-2", True)
        return [*actions, unwanted]

    def _slip_actions(self) -> list[Action]:
        """A slip of what is unpaid, and one of the whole year, for each board driven for."""
        if self._shown is None:
            return []
        actions = []
        for each in self._driven_for(only_unpaid=True):
            words = _("{board}: what is unpaid").format(board=self._label(each))
            actions.append(Action(words, self._slip(each, only_unpaid=True), "printer"))
        for each in self._driven_for():
            words = _("{board}: all of {year}").format(
                board=self._label(each), year=self._shown.year.label
            )
            actions.append(Action(words, self._slip(each, only_unpaid=False), "printer"))
        return actions

    def _slip(self, organisation_id: OrganisationId, *, only_unpaid: bool) -> Callable[[], None]:
        def show() -> None:
            if self._shown is not None:
                first, last, _whose = self._shown.asked
                paper = mileage_paper(
                    self._services.mileage, organisation_id, first, last, only_unpaid=only_unpaid
                )
                self.print_wanted.emit(paper)

        return show

    def _driven_for(self, *, only_unpaid: bool = False) -> list[OrganisationId]:
        """The boards of the trips shown, the one driven for last at the front."""
        trips = [each.trip for each in self._trips[::-1]]
        wanted = [each for each in trips if not only_unpaid or each.paid_on is None]
        return list(dict.fromkeys(each.organisation_id for each in wanted))

    def _proposals(self) -> list[ProposedTrip]:
        """For the meetings of the year that have been held by now."""
        if self._shown is None:
            return []
        first, last, whose = self._shown.asked
        last = min(last, self._services.clock.today())
        return self._services.mileage.proposals(first, last, whose)

    def _label(self, organisation_id: OrganisationId) -> str:
        return "" if self._shown is None else self._shown.label(organisation_id)
