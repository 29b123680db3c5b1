"""The payments of a year, a line each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.money import Payment, PaymentId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.hours.low_table import LowTable, head
from boardkeeper.ui.hours.money_tables import payment_columns
from boardkeeper.ui.hours.payment_dialog import PaymentDialog
from boardkeeper.ui.hours.shown_year import ShownYear, choices_of
from boardkeeper.ui.kit import Action, Button, Caption, Heading, RecordListModel, Space


class PaymentsSection(QWidget):
    """Lists them, and asks for new ones."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._shown: ShownYear | None = None
        self._new = Button(_("New payment"), icon="plus")
        self._nothing = Caption(_("No payment in this year."))
        model = RecordListModel(payment_columns(self._label))
        self._table: LowTable[Payment] = LowTable(model, _("Payments"))
        self._table.context_actions = self._actions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(head(Heading(_("Payments")), self._new))
        column.addWidget(self._nothing)
        column.addWidget(self._table)
        self._new.clicked.connect(self.make_new)
        self._table.opened.connect(self._on_opened)
        self._table.delete_wanted.connect(self._on_unwanted)

    def show_year(self, shown: ShownYear) -> None:
        self._shown = shown
        payments = self._services.money.between(*shown.asked)
        self._table.show_lines(payments)
        self._nothing.setVisible(not payments)

    def choose(self, payment_id: PaymentId) -> None:
        """Choose one of those shown, with the keyboard on it."""
        if self._table.choose(payment_id):
            self._table.setFocus()

    @Slot()
    def make_new(self) -> None:
        """Ask for a new payment."""
        self._ask(_("New payment"), None, _("Write down"), self._services.money.add)

    @Slot(object)
    def _on_opened(self, payment: Payment) -> None:
        self._ask(_("Payment"), payment, _("Keep"), self._services.money.change)

    @Slot(object)
    def _on_unwanted(self, payment: Payment) -> None:
        self._services.money.discard(payment.id)

    def _ask(
        self, title: str, payment: Payment | None, accept: str, then: Callable[[Payment], None]
    ) -> None:
        if self._shown is None:
            return
        PaymentDialog(
            title,
            choices_of(self._services, self._shown),
            payment,
            accept=accept,
            organisation_id=self._shown.organisation_id,
            parent=self,
        ).ask(then)

    def _actions(self, payment: Payment) -> list[Action]:
        return [
            Action(_("Change"), lambda: self._on_opened(payment), "pencil"),
            Action(_("Delete"), lambda: self._on_unwanted(payment), "trash-2", True),
        ]

    def _label(self, organisation_id: OrganisationId) -> str:
        return "" if self._shown is None else self._shown.label(organisation_id)
