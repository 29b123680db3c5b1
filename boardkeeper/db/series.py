"""Questions about series of meetings and closed days."""

from __future__ import annotations

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import closed_days, meetings, series
from boardkeeper.domain.meetings import Meeting, SeriesId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.series import ClosedDays, Series


def every_series(reader: Reader) -> list[Series]:
    """All series, the earliest to begin first."""
    return reader.all(Series, select(series).order_by(series.c.starts_at, series.c.id))


def series_of(reader: Reader, organisation_id: OrganisationId) -> list[Series]:
    """The organisation's series, the earliest to begin first."""
    mine = select(series).where(series.c.organisation_id == organisation_id)
    return reader.all(Series, mine.order_by(series.c.starts_at, series.c.id))


def meetings_in_series(reader: Reader, series_id: SeriesId) -> list[Meeting]:
    """The meetings of a series, in the order of the days its rule gave them."""
    mine = select(meetings).where(meetings.c.series_id == series_id)
    return reader.all(Meeting, mine.order_by(meetings.c.series_day, meetings.c.id))


def closed_days_of(reader: Reader, organisation_id: OrganisationId) -> list[ClosedDays]:
    """The organisation's closed days, the earliest first."""
    mine = select(closed_days).where(closed_days.c.organisation_id == organisation_id)
    return reader.all(ClosedDays, mine.order_by(closed_days.c.starts_on, closed_days.c.id))
