"""The mileage slip: what one drove for an association, handed in to have it paid.

It has what an association must keep to pay free of tax: who drove, for whom and why, which day,
from where to where, how far, at which rate, and what it comes to. The CPR number is never stored;
the slip has a line to write it on by hand. Every text made here is in the sheet's own language.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from boardkeeper import formats
from boardkeeper.domain.driving import Driven, KilometreRates
from boardkeeper.domain.mileage import Trip
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from boardkeeper.domain.rates import RateInForce, standing_of
from boardkeeper.domain.sheets.letterhead import Letterhead, letterhead_of
from boardkeeper.i18n import Language, _, ngettext, speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The days a slip is of, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MileageLine:
    """One trip. `parts` are metres and the øre of a kilometre: two where it crossed the limit."""

    on: date
    purpose: str
    route: str
    remark: str
    parts: tuple[tuple[int, int], ...]
    amount: int
    is_paid: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MileageSheet:
    """The slip of one organisation. `so_far` and `rates` are sentences, one a year."""

    letterhead: Letterhead
    stretch: Stretch
    recipient: str
    address: str
    lines: tuple[MileageLine, ...]
    so_far: tuple[str, ...]
    rates: tuple[str, ...]

    @property
    def metres(self) -> int:
        return sum(metres for line in self.lines for metres, _rate in line.parts)

    @property
    def amount(self) -> int:
        """The sum of the lines, in øre."""
        return sum(line.amount for line in self.lines)

    @property
    def paid(self) -> int:
        """What of the sum was paid already."""
        return sum(line.amount for line in self.lines if line.is_paid)


def mileage_sheet(
    organisation: Organisation,
    me: Person | None,
    trips: Sequence[Driven],
    *,
    stretch: Stretch,
    language: Language | None = None,
    printed_at: datetime,
) -> MileageSheet:
    """The slip of these trips, all of the organisation's. `printed_at` is wall time."""
    spoken = language or organisation.language
    with speaking(spoken):
        head = letterhead_of(
            organisation,
            _("Mileage slip"),
            language=spoken,
            subtitle=stretch_in_words(stretch),
            confidentiality="",
            printed_at=printed_at,
        )
        return MileageSheet(
            letterhead=head,
            stretch=stretch,
            recipient=me.name if me else "",
            address=me.address if me else "",
            lines=tuple(map(_line, trips)),
            so_far=tuple(_so_far(trips)),
            rates=tuple(_rates(trips)),
        )


def stretch_in_words(stretch: Stretch) -> str:
    """`2026`, `marts 2026`, or the first day and the last."""
    first, last = stretch.first, stretch.last
    if last < date.max:
        after = last + timedelta(days=1)
        if first.day == after.day == 1:
            if first.month == after.month == 1 and after.year == first.year + 1:
                return str(first.year)
            if last.month == first.month and last.year == first.year:
                return formats.month(first)
    return formats.date_range(first, last)


def route_of(trip: Trip) -> str:
    """`Fra Skovvej 3 via Rådhuset til Klubhuset, tur-retur`."""
    words = {"start": trip.start, "stops": trip.stops, "destination": trip.destination}
    if trip.start and trip.stops:
        route = _("From {start} via {stops} to {destination}")
    elif trip.start:
        route = _("From {start} to {destination}")
    elif trip.stops:
        route = _("Via {stops} to {destination}")
    else:
        route = _("To {destination}")
    told = route.format(**{name: " ".join(text.split()) for name, text in words.items()})
    return _("{route}, there and back").format(route=told) if trip.is_return else told


def _line(each: Driven) -> MileageLine:
    trip, rates = each.trip, each.rates
    both = ((each.metres_full, rates.full), (each.metres_above, rates.above))
    paid = trip.paid_on
    return MileageLine(
        on=trip.on,
        purpose=" ".join(trip.purpose.split()),
        route=route_of(trip),
        remark=_("Paid {day}").format(day=formats.short_date(paid)) if paid else "",
        parts=tuple((metres, rate.amount) for metres, rate in both if metres),
        amount=each.amount,
        is_paid=paid is not None,
    )


def _so_far(trips: Iterable[Driven]) -> list[str]:
    last_of_year = {each.trip.on.year: each for each in trips}
    message = _("Driven for the association in {year} up to and including {day}: {length}.")
    return [
        message.format(
            year=year, day=formats.date(each.trip.on), length=formats.kilometres(each.until)
        )
        for year, each in last_of_year.items()
    ]


def _rates(trips: Iterable[Driven]) -> list[str]:
    of_year: dict[int, KilometreRates] = {each.trip.on.year: each.rates for each in trips}
    return [_rate(year, rates) for year, rates in of_year.items()]


def _rate(year: int, rates: KilometreRates) -> str:
    told = _(
        "Rate {year}: {full} a kilometre up to {limit} in the calendar year, {above} above."
    ).format(
        year=year,
        full=formats.amount(rates.full.amount),
        limit=formats.kilometres(rates.limit_metres),
        above=formats.amount(rates.above.amount),
    )
    parts = [told]
    sources = list(dict.fromkeys(each.source for each in _of(rates) if each.source))
    if sources:
        label = ngettext("Source: {sources}.", "Sources: {sources}.", len(sources))
        parts.append(label.format(sources=", ".join(sources)))
    parts += dict.fromkeys(standing_of(each) for each in _of(rates) if not each.is_known)
    return " ".join(parts)


def _of(rates: KilometreRates) -> tuple[RateInForce, ...]:
    return (rates.full, rates.above, rates.limit)
