"""Payments and trips line by line, as a spreadsheet holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from boardkeeper.domain.driving import Driven
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.money import Payment, PaymentKind, payment_kind_name
from boardkeeper.domain.organisations import Organisation, OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentLine:
    """One payment in words and figures; the amount in øre, below zero where it went out."""

    on: date
    organisation: str
    kind: str
    amount: int
    meeting: str = ""
    meeting_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TripLine:
    """One trip in words and figures; the amount is its allowance in øre."""

    on: date
    organisation: str
    purpose: str
    start: str
    stops: str
    destination: str
    is_return: bool
    metres: int
    amount: int
    paid_on: date | None
    note: str


def payment_lines(
    payments: Iterable[Payment],
    organisations: Mapping[OrganisationId, Organisation],
    meetings: Mapping[Id, Meeting],
) -> tuple[PaymentLine, ...]:
    """The payments in the language being spoken, the earliest first."""
    kinds = {each: payment_kind_name(each) for each in PaymentKind}
    lines = []
    for each in sorted(payments, key=lambda each: (each.on, each.id)):
        meeting = meetings.get(each.meeting_id) if each.meeting_id is not None else None
        lines.append(
            PaymentLine(
                on=each.on,
                organisation=organisations[each.organisation_id].name,
                kind=kinds[each.kind],
                amount=each.signed,
                meeting=title_of(meeting) if meeting else "",
                meeting_on=meeting.day if meeting else None,
                note=each.note,
            )
        )
    return tuple(lines)


def trip_lines(
    trips: Iterable[Driven], organisations: Mapping[OrganisationId, Organisation]
) -> tuple[TripLine, ...]:
    """The trips in the order they come."""
    return tuple(
        TripLine(
            on=each.trip.on,
            organisation=organisations[each.trip.organisation_id].name,
            purpose=each.trip.purpose,
            start=each.trip.start,
            stops=each.trip.stops,
            destination=each.trip.destination,
            is_return=each.trip.is_return,
            metres=each.trip.metres,
            amount=each.amount,
            paid_on=each.trip.paid_on,
            note=each.trip.note,
        )
        for each in trips
    )
