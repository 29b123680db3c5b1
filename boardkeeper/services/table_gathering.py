"""The lines a spreadsheet of hours and money is made of, gathered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boardkeeper.db import hours as hour_queries
from boardkeeper.db.mileage import trips_between
from boardkeeper.db.money import payments_between
from boardkeeper.db.reader import Reader
from boardkeeper.domain.driving import Driven, driven
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.money import Payment
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.sheets.hour_lines import HourLine, hour_lines
from boardkeeper.domain.sheets.money_lines import (
    PaymentLine,
    TripLine,
    payment_lines,
    trip_lines,
)
from boardkeeper.i18n import _
from boardkeeper.services.rates import kilometres


class Lines(StrEnum):
    """What the lines of a table are."""

    HOURS = "hours"
    PAYMENTS = "payments"
    TRIPS = "trips"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Records of those days, read; making lines of them needs no database."""

    organisations: dict[OrganisationId, Organisation]
    meetings: dict[Id, Meeting]
    entries: list[TimeEntry]
    payments: list[Payment]
    trips: list[Driven]

    def hour_lines(self) -> tuple[HourLine, ...]:
        return hour_lines(self.entries, self.organisations, self.meetings)

    def payment_lines(self) -> tuple[PaymentLine, ...]:
        return payment_lines(self.payments, self.organisations, self.meetings)

    def trip_lines(self) -> tuple[TripLine, ...]:
        return trip_lines(self.trips, self.organisations)


def gathered(
    reader: Reader, first: date, last: date, organisation_id: OrganisationId | None
) -> Gathered:
    """What there is from the first day to the last, of one organisation or of all."""
    entries = hour_queries.entries_between(reader, first, last, organisation_id)
    payments = payments_between(reader, first, last, organisation_id)
    years = (date(first.year, 1, 1), date(last.year, 12, 31))
    trips = driven(trips_between(reader, *years, organisation_id), kilometres(reader))
    return Gathered(
        organisations={each.id: each for each in reader.every(Organisation)},
        meetings=reader.found(Meeting, sorted(_named(entries) | _named(payments))),
        entries=entries,
        payments=payments,
        trips=[each for each in trips if first <= each.trip.on <= last],
    )


def lines_name(lines: Lines) -> str:
    """What the lines are, as the title of their table."""
    return {
        Lines.HOURS: _("Hours"),
        Lines.PAYMENTS: _("Payments"),
        Lines.TRIPS: _("Trips"),
    }[lines]


def lines_name_of_year(lines: Lines, year: str) -> str:
    """The same, of one year."""
    return {
        Lines.HOURS: _("Hours {year}"),
        Lines.PAYMENTS: _("Payments {year}"),
        Lines.TRIPS: _("Trips {year}"),
    }[lines].format(year=year)


def _named(records: Iterable[TimeEntry | Payment]) -> set[MeetingId]:
    return {each.meeting_id for each in records if each.meeting_id is not None}
