"""Questions about time entries."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import time_entries
from boardkeeper.domain.hours import Activity, Spent, TimeEntry
from boardkeeper.domain.hours_report import MonthSpent
from boardkeeper.domain.organisations import OrganisationId

_MONTH = len("2026-03")
"""How much of a stored day is its month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A search among entries: words of the note, or what those words mean elsewhere."""

    words: str
    organisation_ids: Collection[OrganisationId]
    activities: Collection[Activity]


def entries_between(
    reader: Reader,
    first: date,
    last: date,
    organisation_id: OrganisationId | None = None,
    *,
    found: Found | None = None,
    limit: int | None = None,
) -> list[TimeEntry]:
    """Time entries from the first day to the last, both included, the newest first."""
    asked = _within(select(time_entries), first, last, organisation_id, found)
    ordered = asked.order_by(time_entries.c.on.desc(), time_entries.c.id)
    return reader.all(TimeEntry, ordered.limit(limit))


def minutes_between(
    reader: Reader, first: date, last: date, organisation_id: OrganisationId | None = None
) -> int:
    """The sum of the minutes from the first day to the last, both included."""
    asked = _within(select(func.sum(time_entries.c.minutes)), first, last, organisation_id)
    return int(reader.value(asked) or 0)


def spent_between(
    reader: Reader,
    first: date,
    last: date,
    organisation_id: OrganisationId | None = None,
    *,
    found: Found | None = None,
) -> list[Spent]:
    """The sums of the same entries, one for each organisation and activity."""
    entries = time_entries.c
    summed = select(entries.organisation_id, entries.activity, entries.minutes)
    asked = _within(summed, first, last, organisation_id, found)
    if found is not None:
        # Searched first and added up afterwards: grouping on the way, SQLite goes through an index
        # by organisation and fetches every note from its own place, which takes ten times as long.
        asked = asked.limit(-1)
    each = asked.subquery().c
    by = (each.organisation_id, each.activity)
    sums = select(*by, func.count(), func.sum(each.minutes)).group_by(*by)
    return [
        Spent(organisation_id=row[0], activity=row[1], entries=row[2], minutes=row[3])
        for row in reader.rows(sums)
    ]


def months_between(
    reader: Reader, first: date, last: date, organisation_id: OrganisationId | None = None
) -> list[MonthSpent]:
    """The sums by organisation, activity and month, from the first day to the last."""
    entries = time_entries.c
    month = func.substr(entries.on, 1, _MONTH)
    by = (entries.organisation_id, entries.activity, month)
    summed = select(*by, func.count(), func.sum(entries.minutes)).group_by(*by)
    return [
        MonthSpent(
            organisation_id=row[0],
            activity=row[1],
            month=date.fromisoformat(f"{row[2]}-01"),
            entries=row[3],
            minutes=row[4],
        )
        for row in reader.rows(_within(summed, first, last, organisation_id))
    ]


def days_with_entries(reader: Reader) -> tuple[date, date] | None:
    """The first day and the last that time is written down on; None while there is none."""
    # Asked one at a time: SQLite then takes each from its end of the index.
    first = reader.value(select(func.min(time_entries.c.on)))
    last = reader.value(select(func.max(time_entries.c.on)))
    return None if first is None else (first, last)


def _within(
    asked: Select[Any],
    first: date,
    last: date,
    organisation_id: OrganisationId | None,
    found: Found | None = None,
) -> Select[Any]:
    if first > date.min:
        asked = asked.where(time_entries.c.on >= first)
    if last < date.max:
        asked = asked.where(time_entries.c.on <= last)
    if organisation_id is not None:
        asked = asked.where(time_entries.c.organisation_id == organisation_id)
    if found is not None:
        asked = asked.where(_is_found(found))
    return asked


def _is_found(found: Found) -> ColumnElement[bool]:
    """SQLite is blind to case in a to z alone, so æ ø å are asked for in both."""
    words = {found.words}
    if not found.words.isascii():
        words |= {found.words.lower(), found.words.upper(), found.words.capitalize()}
    return or_(
        *(time_entries.c.note.contains(each, autoescape=True) for each in sorted(words)),
        time_entries.c.organisation_id.in_(found.organisation_ids),
        time_entries.c.activity.in_(found.activities),
    )
