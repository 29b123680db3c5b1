"""Questions about time entries."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import time_entries
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.organisations import OrganisationId


def entries_between(
    reader: Reader, first: date, last: date, organisation_id: OrganisationId | None = None
) -> list[TimeEntry]:
    """Time entries from the first day to the last, both included, the newest first."""
    asked = select(time_entries).where(time_entries.c.on >= first, time_entries.c.on <= last)
    if organisation_id is not None:
        asked = asked.where(time_entries.c.organisation_id == organisation_id)
    return reader.all(TimeEntry, asked.order_by(time_entries.c.on.desc(), time_entries.c.id))


def minutes_between(
    reader: Reader, first: date, last: date, organisation_id: OrganisationId | None = None
) -> int:
    """The sum of the minutes from the first day to the last, both included."""
    asked = select(func.sum(time_entries.c.minutes)).where(
        time_entries.c.on >= first, time_entries.c.on <= last
    )
    if organisation_id is not None:
        asked = asked.where(time_entries.c.organisation_id == organisation_id)
    return int(reader.value(asked) or 0)
