"""Trips in one's own car for an organisation, as the mileage slip needs them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class TripId(Id):
    """Names a trip."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """A drive on one day: from where, by way of which stops, to where, and how far.

    `metres` are those of the whole trip, both ways where it `is_return`. `paid_on` is the day its
    allowance was paid.
    """

    id: TripId = field(default_factory=TripId.new)
    organisation_id: OrganisationId
    meeting_id: MeetingId | None = None
    on: date
    purpose: str
    start: str = ""
    stops: str = ""
    destination: str
    metres: int
    is_return: bool = True
    paid_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if not self.purpose.strip():
            raise InvalidField("purpose", _("A trip needs the purpose it was driven for."))
        if not self.destination.strip():
            raise InvalidField("destination", _("A trip needs a destination."))
        if not 0 < self.metres <= 10_000_000:
            raise InvalidField(
                "metres", _("A trip is longer than 0 and at most 10,000 kilometres.")
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedTrip:
    """A trip to a meeting that was held. Without `metres` the distance is not known yet."""

    organisation_id: OrganisationId
    meeting_id: MeetingId
    on: date
    purpose: str
    start: str = ""
    stops: str = ""
    destination: str = ""
    metres: int | None = None
    is_return: bool = True

    @property
    def is_complete(self) -> bool:
        """Whether it can be stored as it stands."""
        return self.metres is not None and bool(self.destination)

    def trip(self) -> Trip:
        """The trip as proposed. Raises InvalidField while something is missing."""
        return Trip(
            organisation_id=self.organisation_id,
            meeting_id=self.meeting_id,
            on=self.on,
            purpose=self.purpose,
            start=self.start,
            stops=self.stops,
            destination=self.destination,
            metres=self.metres or 0,
            is_return=self.is_return,
        )
