"""Questions about meetings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import ColumnElement, Text, func, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import meetings
from boardkeeper.domain.meetings import Meeting, MeetingKind, MeetingState
from boardkeeper.domain.organisations import OrganisationId

_AT_ONCE = 500
"""Names asked for in one statement; SQLite has a limit to its question marks."""


def every_meeting(reader: Reader) -> list[Meeting]:
    """All meetings, the earliest first."""
    return reader.all(Meeting, select(meetings).order_by(meetings.c.starts_at, meetings.c.id))


def meetings_of(reader: Reader, organisation_id: OrganisationId) -> list[Meeting]:
    """The organisation's meetings, the earliest first."""
    mine = select(meetings).where(meetings.c.organisation_id == organisation_id)
    return reader.all(Meeting, mine.order_by(meetings.c.starts_at, meetings.c.id))


def meetings_called(reader: Reader, uids: Iterable[str]) -> list[Meeting]:
    """The meetings that came under one of these names from another calendar."""
    wanted = sorted(set(uids) - {""})
    found = []
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        found += reader.all(Meeting, select(meetings).where(meetings.c.uid.in_(some)))
    return found


def meetings_between(
    reader: Reader,
    earliest: datetime,
    latest: datetime | None = None,
    organisation_id: OrganisationId | None = None,
) -> list[Meeting]:
    """Meetings that end after `earliest` and start before `latest` (wall time), in order."""
    asked = select(meetings).where(meetings.c.ends_at > earliest)
    if latest is not None:
        asked = asked.where(meetings.c.starts_at < latest)
    if organisation_id is not None:
        asked = asked.where(meetings.c.organisation_id == organisation_id)
    return reader.all(Meeting, asked.order_by(meetings.c.starts_at, meetings.c.id))


def meetings_starting(
    reader: Reader,
    earliest: datetime,
    latest: datetime,
    organisation_id: OrganisationId | None = None,
) -> list[Meeting]:
    """Meetings begun from `earliest` up to `latest` (wall time), in order; no cancelled ones."""
    asked = select(meetings).where(
        meetings.c.starts_at >= earliest,
        meetings.c.starts_at < latest,
        meetings.c.state != MeetingState.CANCELLED,
    )
    if organisation_id is not None:
        asked = asked.where(meetings.c.organisation_id == organisation_id)
    return reader.all(Meeting, asked.order_by(meetings.c.starts_at, meetings.c.id))


def meetings_on(reader: Reader, days: Iterable[date]) -> list[Meeting]:
    """The meetings that begin on one of the days, the earliest first."""
    wanted = sorted({each.isoformat() for each in days})
    day = func.substr(meetings.c.starts_at, 1, 10, type_=Text)
    found = []
    for first in range(0, len(wanted), _AT_ONCE):
        asked = select(meetings).where(day.in_(wanted[first : first + _AT_ONCE]))
        found += reader.all(Meeting, asked.order_by(meetings.c.starts_at, meetings.c.id))
    return found


def meetings_without_minutes(reader: Reader, earliest: datetime, latest: datetime) -> list[Meeting]:
    """Held meetings begun from `earliest` up to `latest` (wall time), minutes not yet approved."""
    asked = select(meetings).where(
        meetings.c.starts_at >= earliest,
        meetings.c.starts_at < latest,
        meetings.c.state.in_((MeetingState.HELD, MeetingState.DRAFT_MINUTES)),
    )
    return reader.all(Meeting, asked.order_by(meetings.c.starts_at, meetings.c.id))


def next_meeting(
    reader: Reader, now: datetime, organisation_id: OrganisationId | None = None
) -> Meeting | None:
    """The first meeting that has not ended at `now` (wall time) and is not cancelled."""
    asked = select(meetings).where(
        meetings.c.ends_at > now, meetings.c.state != MeetingState.CANCELLED
    )
    if organisation_id is not None:
        asked = asked.where(meetings.c.organisation_id == organisation_id)
    found = reader.all(Meeting, asked.order_by(meetings.c.starts_at, meetings.c.id).limit(1))
    return found[0] if found else None


def next_of_each(reader: Reader, now: datetime) -> list[Meeting]:
    """Of every organisation that has one, the first meeting as `next_meeting` means it."""
    in_order = func.row_number().over(
        partition_by=meetings.c.organisation_id, order_by=(meetings.c.starts_at, meetings.c.id)
    )
    ahead = (
        select(meetings.c.id, in_order.label("place"))
        .where(meetings.c.ends_at > now, meetings.c.state != MeetingState.CANCELLED)
        .subquery()
    )
    first = select(ahead.c.id).where(ahead.c.place == 1)
    return reader.all(Meeting, select(meetings).where(meetings.c.id.in_(first)))


def last_meeting(
    reader: Reader, now: datetime, organisation_id: OrganisationId | None = None
) -> Meeting | None:
    """The latest meeting that has ended at `now` (wall time) and was not cancelled."""
    asked = select(meetings).where(
        meetings.c.ends_at <= now, meetings.c.state != MeetingState.CANCELLED
    )
    if organisation_id is not None:
        asked = asked.where(meetings.c.organisation_id == organisation_id)
    found = reader.all(Meeting, asked.order_by(meetings.c.starts_at.desc()).limit(1))
    return found[0] if found else None


def meetings_ended(reader: Reader, now: datetime, year: int) -> list[Meeting]:
    """Meetings begun in that year and ended at `now` (wall time), the latest first."""
    asked = select(meetings).where(
        meetings.c.ends_at <= now,
        meetings.c.starts_at >= datetime(year, 1, 1),
        meetings.c.starts_at < datetime(year + 1, 1, 1),
    )
    return reader.all(Meeting, asked.order_by(meetings.c.starts_at.desc(), meetings.c.id))


def count_of_meetings(reader: Reader) -> int:
    """How many meetings there are."""
    return int(reader.value(select(func.count()).select_from(meetings)))


def meetings_begun(reader: Reader, year: int) -> list[Meeting]:
    """Meetings begun in that year, the earliest first."""
    asked = select(meetings).where(
        meetings.c.starts_at >= datetime(year, 1, 1),
        meetings.c.starts_at < datetime(year + 1, 1, 1),
    )
    return reader.all(Meeting, asked.order_by(meetings.c.starts_at, meetings.c.id))


def years_of_meetings(reader: Reader) -> list[int]:
    """The years in which meetings begin, the latest first."""
    year = func.substr(meetings.c.starts_at, 1, 4, type_=Text)
    return [int(found) for found in reader.values(select(year).distinct().order_by(year.desc()))]


def years_of_meetings_ended(reader: Reader, now: datetime) -> list[int]:
    """The years in which meetings ended at `now` (wall time) began, the latest first."""
    year = func.substr(meetings.c.starts_at, 1, 4, type_=Text)
    asked = select(year).where(meetings.c.ends_at <= now).distinct().order_by(year.desc())
    return [int(found) for found in reader.values(asked)]


def highest_number(
    reader: Reader, organisation_id: OrganisationId, kinds: tuple[MeetingKind, ...]
) -> int:
    """The highest number among the organisation's meetings of these kinds; 0 without any."""
    asked = select(func.max(meetings.c.number)).where(
        meetings.c.organisation_id == organisation_id, meetings.c.kind.in_(kinds)
    )
    return int(reader.value(asked) or 0)


def is_over(now: datetime) -> ColumnElement[bool]:
    """A meeting that has been at `now` (wall time): ended, and not cancelled."""
    return (meetings.c.ends_at <= now) & (meetings.c.state != MeetingState.CANCELLED)
