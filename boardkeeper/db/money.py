"""Questions about payments."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Select, func, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_time import payments
from boardkeeper.domain.money import Payment
from boardkeeper.domain.money_report import MonthPaid
from boardkeeper.domain.organisations import OrganisationId

_MONTH = len("2026-03")
"""How much of a stored day is its month."""


def payments_between(
    reader: Reader, first: date, last: date, organisation_id: OrganisationId | None = None
) -> list[Payment]:
    """Payments from the first day to the last, both included, the newest first."""
    asked = _within(select(payments), first, last, organisation_id)
    return reader.all(Payment, asked.order_by(payments.c.on.desc(), payments.c.id))


def paid_by_month(
    reader: Reader, first: date, last: date, organisation_id: OrganisationId | None = None
) -> list[MonthPaid]:
    """The sums by organisation, kind and month, from the first day to the last."""
    columns = payments.c
    by = (columns.organisation_id, columns.kind, func.substr(columns.on, 1, _MONTH))
    summed = select(*by, func.count(), func.sum(columns.amount)).group_by(*by)
    return [
        MonthPaid(
            organisation_id=row[0],
            kind=row[1],
            month=date.fromisoformat(f"{row[2]}-01"),
            payments=row[3],
            amount=row[4],
        )
        for row in reader.rows(_within(summed, first, last, organisation_id))
    ]


def days_with_payments(reader: Reader) -> tuple[date, date] | None:
    """The first day and the last there is a payment on; None while there is none."""
    first = reader.value(select(func.min(payments.c.on)))
    last = reader.value(select(func.max(payments.c.on)))
    return None if first is None else (first, last)


def _within(
    asked: Select[Any], first: date, last: date, organisation_id: OrganisationId | None
) -> Select[Any]:
    if first > date.min:
        asked = asked.where(payments.c.on >= first)
    if last < date.max:
        asked = asked.where(payments.c.on <= last)
    if organisation_id is not None:
        asked = asked.where(payments.c.organisation_id == organisation_id)
    return asked
