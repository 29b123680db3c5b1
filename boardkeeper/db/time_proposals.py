"""Questions about meetings whose time is not written down: who was there, what was said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import time_entries
from boardkeeper.db.schema_minutes import attendances, minutes
from boardkeeper.db.schema_papers import papers
from boardkeeper.db.schema_time import not_spent
from boardkeeper.domain.attendance import Attendance, Presence
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.people import PersonId

_THERE = (Presence.PRESENT, Presence.DIGITAL)
_AT_ONCE = 500
"""Meetings asked about in one statement; SQLite has a limit to its question marks."""


def attendances_of_person(
    reader: Reader, person_id: PersonId, meetings: Sequence[MeetingId]
) -> dict[MeetingId, Attendance]:
    """The person's rows on the rolls of the meetings."""
    theirs = select(attendances).where(attendances.c.person_id == person_id)
    return {
        each.meeting_id: each
        for asked in _of_meetings(theirs, attendances.c.meeting_id, meetings)
        for each in reader.all(Attendance, asked)
    }


def meetings_with_presence(reader: Reader, meetings: Sequence[MeetingId]) -> set[MeetingId]:
    """Those of the meetings of which it was written down who was there."""
    named = select(attendances.c.meeting_id).where(attendances.c.presence.in_(_THERE))
    return {
        each
        for asked in _of_meetings(named.distinct(), attendances.c.meeting_id, meetings)
        for each in reader.values(asked)
    }


def sitting_times(
    reader: Reader, meetings: Sequence[MeetingId]
) -> dict[MeetingId, tuple[datetime | None, datetime | None]]:
    """When the meetings were opened and closed, in wall time, where that was noted."""
    times = select(minutes.c.meeting_id, minutes.c.began_at, minutes.c.ended_at)
    rows = _rows(reader, times, minutes.c.meeting_id, meetings)
    return {row[0]: (row[1], row[2]) for row in rows}


def activities_written_down(
    reader: Reader, meetings: Sequence[MeetingId]
) -> set[tuple[MeetingId, Activity]]:
    """What time is written down for, meeting by meeting."""
    spent = select(time_entries.c.meeting_id, time_entries.c.activity)
    rows = _rows(reader, spent, time_entries.c.meeting_id, meetings)
    return {(row[0], row[1]) for row in rows}


def loose_activities(
    reader: Reader, first: date, last: date
) -> set[tuple[OrganisationId, date, Activity]]:
    """What time is written down for without a meeting, by organisation and day."""
    asked = select(time_entries.c.organisation_id, time_entries.c.on, time_entries.c.activity)
    within = (time_entries.c.on >= first, time_entries.c.on <= last)
    # Said so that SQLite goes by the days, and not through every entry there is without a meeting.
    is_loose = func.coalesce(time_entries.c.meeting_id, "") == ""
    return {
        (row[0], row[1], row[2]) for row in reader.rows(asked.where(*within, is_loose).distinct())
    }


def activities_declined(
    reader: Reader, meetings: Sequence[MeetingId]
) -> set[tuple[MeetingId, Activity]]:
    """What took no time, as somebody has said."""
    declined = select(not_spent.c.meeting_id, not_spent.c.activity)
    return {(row[0], row[1]) for row in _rows(reader, declined, not_spent.c.meeting_id, meetings)}


def papers_of_meetings(reader: Reader, meetings: Sequence[MeetingId]) -> list[Paper]:
    """The papers of the meetings and their items that hold, not those that were replaced."""
    holding = select(papers).where(papers.c.replaced_by_id.is_(None))
    return [
        each
        for asked in _of_meetings(holding, papers.c.meeting_id, meetings)
        for each in reader.all(Paper, asked)
    ]


def _rows(
    reader: Reader, asked: Select[Any], column: ColumnElement[Any], meetings: Sequence[MeetingId]
) -> Iterator[tuple[Any, ...]]:
    for some in _of_meetings(asked, column, meetings):
        yield from reader.rows(some)


def _of_meetings(
    asked: Select[Any], column: ColumnElement[Any], meetings: Sequence[MeetingId]
) -> Iterator[Select[Any]]:
    """The question asked of some of the meetings after others; SQLite looks each of them up."""
    for first in range(0, len(meetings), _AT_ONCE):
        yield asked.where(column.in_(meetings[first : first + _AT_ONCE]))
