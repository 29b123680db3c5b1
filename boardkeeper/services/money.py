"""Money: what boards paid and cost, the allowances free of tax, and what an hour brought."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db import money as queries
from boardkeeper.db.hours import days_with_entries, spent_between
from boardkeeper.db.journal import Journal
from boardkeeper.db.mileage import days_with_trips
from boardkeeper.domain.allowances import AllowanceLine, ledger
from boardkeeper.domain.ceilings import Ceiling
from boardkeeper.domain.hours_report import ReportYear, year_of, years_between
from boardkeeper.domain.money import Payment, PaymentId, payment_kind_name
from boardkeeper.domain.money_report import InAndOut, MoneyReport
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.rates import caps
from boardkeeper.services.trash import discard

_DAY = timedelta(days=1)


class MoneyService:
    """What one does with payments. Amounts are in øre."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def all(self) -> list[Payment]:
        """Every payment, the newest first."""
        return self.between(date.min, date.max)

    def between(
        self, first: date, last: date, organisation_id: OrganisationId | None = None
    ) -> list[Payment]:
        """Payments from the first day to the last, both included, the newest first."""
        return queries.payments_between(self._journal.reader, first, last, organisation_id)

    def of(self, organisation_id: OrganisationId) -> list[Payment]:
        """The organisation's payments, the newest first."""
        return self.between(date.min, date.max, organisation_id)

    def get(self, payment_id: PaymentId) -> Payment:
        return self._journal.reader.get(Payment, payment_id)

    def add(self, payment: Payment) -> None:
        with self._journal.command(_("Add payment")) as tx:
            tx.put(payment)

    def change(self, payment: Payment) -> None:
        store_edit(self._journal, _("Edit payment"), payment)

    def discard(self, payment_id: PaymentId) -> None:
        """Move the payment to the trash."""
        with self._journal.command(_("Delete payment")) as tx:
            payment = tx.get(Payment, payment_id)
            organisation = tx.get(Organisation, payment.organisation_id)
            title = " · ".join(
                (
                    payment_kind_name(payment.kind),
                    formats.amount(payment.amount),
                    organisation.label,
                )
            )
            discard(tx, payment, title, self._clock.today())

    def years(self, first_month: int = 1) -> list[ReportYear]:
        """This year and every year with time, payments or trips, the newest first."""
        reader, today = self._journal.reader, self._clock.today()
        days = [today]
        for asked in (queries.days_with_payments, days_with_trips, days_with_entries):
            days += asked(reader) or ()
        return years_between(min(days), max(days), first_month)[::-1]

    def this_year(self, first_month: int = 1) -> ReportYear:
        """The year of today, of those that begin in that month."""
        return year_of(self._clock.today(), first_month)

    def report(
        self, year: ReportYear | None = None, organisation_id: OrganisationId | None = None
    ) -> MoneyReport:
        """A year of one organisation, or of all; this calendar year unless told otherwise."""
        year = year or self.this_year()
        reader = self._journal.reader
        parts = queries.paid_by_month(reader, year.first, year.last, organisation_id)
        return MoneyReport(year=year, parts=tuple(parts))

    def allowances(
        self, first: date, last: date, organisation_id: OrganisationId | None = None
    ) -> list[AllowanceLine]:
        """The ledger of the calendar years the days lie in: caps are by the calendar year."""
        reader = self._journal.reader
        whole_years = (date(first.year, 1, 1), date(last.year, 12, 31))
        return ledger(queries.payments_between(reader, *whole_years, organisation_id), caps(reader))

    def in_and_out(
        self, organisation_id: OrganisationId | None, first: date, last: date
    ) -> InAndOut:
        """What the organisation, or all of them, brought and cost from the first day to the last.

        Time is worth what an hour was worth by the ceiling in force on the day it was spent.
        """
        total = InAndOut(organisation_id=organisation_id)
        for each in self.in_and_out_each(first, last, organisation_id):
            total = total.plus(each)
        return total

    def in_and_out_each(
        self, first: date, last: date, organisation_id: OrganisationId | None = None
    ) -> list[InAndOut]:
        """The same for each organisation that has payments or time in those days."""
        reader = self._journal.reader
        found: dict[OrganisationId, InAndOut] = {}

        def count(part: InAndOut) -> None:
            whose = part.organisation_id
            if whose is not None:
                found[whose] = found.get(whose, InAndOut(organisation_id=whose)).plus(part)

        for payment in queries.payments_between(reader, first, last, organisation_id):
            count(
                InAndOut(
                    organisation_id=payment.organisation_id,
                    received=payment.amount if payment.is_in else 0,
                    paid=0 if payment.is_in else payment.amount,
                )
            )
        for start, end, hour_value in self._values(first, last):
            for spent in spent_between(reader, start, end, organisation_id):
                count(
                    InAndOut(
                        organisation_id=spent.organisation_id,
                        minutes=spent.minutes,
                        worth=spent.minutes * hour_value,
                    )
                )
        return list(found.values())

    def _values(self, first: date, last: date) -> Iterator[tuple[date, date, int]]:
        """The stretches of days with what an hour was worth in each, in øre."""
        changes = {
            each.starts_on: each.hour_value
            for each in sorted(
                self._journal.reader.every(Ceiling), key=lambda each: (each.starts_on, each.id)
            )
        }
        begun = [each for each in changes if each <= first]
        start, value = first, changes[begun[-1]] if begun else 0
        for day, hour_value in changes.items():
            if first < day <= last:
                yield start, day - _DAY, value
                start, value = day, hour_value
        yield start, last, value
