"""`boardkeeper list payments`, `list trips` and `list rates`: money, and what a kilometre is."""

from __future__ import annotations

from datetime import date
from typing import Any

from boardkeeper import formats
from boardkeeper.domain.driving import Driven
from boardkeeper.domain.money import Payment, payment_kind_name
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.plain import plain
from boardkeeper.domain.rates import RateInForce, rate_in_words, rate_name, standing_of
from boardkeeper.domain.sheets.mileage import route_of
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services

Rows = list[tuple[str, ...]]

KINDS = ("payments", "trips", "rates")


def money_listed(
    services: Services, kind: str, organisation: str | None, year: int | None
) -> tuple[list[dict[str, Any]], Rows]:
    """What there is of the kind: every field as plain data, and a row of words for each.

    Of all organisations and years unless told otherwise, of rates of this year.
    """
    if kind == "rates":
        rates = services.rates.rates(year)
        return [_plain_rate(each) for each in rates], [_rate(each) for each in rates]
    whose = None if organisation is None else services.organisations.named(organisation).id
    first, last = (date.min, date.max) if year is None else (date(year, 1, 1), date(year, 12, 31))
    labels = {each.id: each.label for each in services.organisations.all()}
    if kind == "payments":
        payments = services.money.between(first, last, whose)
        return [plain(each) for each in payments], [_payment(each, labels) for each in payments]
    trips = services.mileage.driven(first, last, whose)[::-1]
    return [_plain_trip(each) for each in trips], [_trip(each, labels) for each in trips]


def _payment(payment: Payment, labels: dict[OrganisationId, str]) -> tuple[str, ...]:
    return (
        formats.short_date(payment.on),
        formats.amount(payment.signed),
        labels[payment.organisation_id],
        payment_kind_name(payment.kind),
        " ".join(payment.note.split()),
    )


def _trip(driven: Driven, labels: dict[OrganisationId, str]) -> tuple[str, ...]:
    trip = driven.trip
    paid = _("Paid {day}").format(day=formats.short_date(trip.paid_on)) if trip.paid_on else ""
    return (
        formats.short_date(trip.on),
        formats.kilometres(trip.metres),
        formats.amount(driven.amount),
        labels[trip.organisation_id],
        " ".join(trip.purpose.split()),
        route_of(trip),
        paid,
    )


def _rate(rate: RateInForce) -> tuple[str, ...]:
    return (
        rate_name(rate.rate),
        rate_in_words(rate.rate, rate.amount),
        standing_of(rate),
        rate.source,
    )


def _plain_trip(driven: Driven) -> dict[str, Any]:
    """The trip with its allowance in øre, and the year's metres up to and including it."""
    return {**plain(driven.trip), "allowance": driven.amount, "metres_so_far": driven.until}


def _plain_rate(rate: RateInForce) -> dict[str, Any]:
    return {
        "rate": rate.rate.value,
        "year": rate.year,
        "amount": rate.amount,
        "of_year": rate.of_year,
        "is_own": rate.is_own,
        "source": rate.source,
        "checked_on": rate.checked_on.isoformat() if rate.checked_on else None,
    }
