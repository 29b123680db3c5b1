"""Questions about trips."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_minutes import attendances
from boardkeeper.db.schema_time import trips
from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.mileage import Trip
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId


def trips_between(
    reader: Reader, first: date, last: date, organisation_id: OrganisationId | None = None
) -> list[Trip]:
    """Trips from the first day to the last, both included, the earliest first."""
    asked = select(trips)
    if first > date.min:
        asked = asked.where(trips.c.on >= first)
    if last < date.max:
        asked = asked.where(trips.c.on <= last)
    if organisation_id is not None:
        asked = asked.where(trips.c.organisation_id == organisation_id)
    return reader.all(Trip, asked.order_by(trips.c.on, trips.c.id))


def meetings_driven_to(reader: Reader) -> set[MeetingId]:
    """The meetings there is a trip of already."""
    asked = select(trips.c.meeting_id).where(trips.c.meeting_id.is_not(None)).distinct()
    return set(reader.values(asked))


def days_with_trips(reader: Reader) -> tuple[date, date] | None:
    """The first day and the last somebody drove on; None while there is no trip."""
    first = reader.value(select(func.min(trips.c.on)))
    last = reader.value(select(func.max(trips.c.on)))
    return None if first is None else (first, last)


def meetings_not_driven_to(reader: Reader, person_id: PersonId) -> set[MeetingId]:
    """The meetings the person was not at, or took part in from somewhere else."""
    away = (Presence.APOLOGIES, Presence.ABSENT, Presence.DIGITAL)
    asked = select(attendances.c.meeting_id).where(
        attendances.c.person_id == person_id, attendances.c.presence.in_(away)
    )
    return set(reader.values(asked))
