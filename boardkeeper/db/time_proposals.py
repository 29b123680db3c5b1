"""Questions about meetings whose time is not written down: who was there, what was said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import meetings, time_entries
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


@dataclass(frozen=True, slots=True)
class Span:
    """Meetings that end after `earliest` and start before `latest`, in wall time."""

    earliest: datetime
    latest: datetime


def attendances_of_person(
    reader: Reader, person_id: PersonId, span: Span
) -> dict[MeetingId, Attendance]:
    """The person's rows on the rolls of the meetings."""
    asked = _of_meetings(select(attendances), attendances.c.meeting_id, span)
    found = reader.all(Attendance, asked.where(attendances.c.person_id == person_id))
    return {each.meeting_id: each for each in found}


def meetings_with_presence(reader: Reader, span: Span) -> set[MeetingId]:
    """The meetings of which it was written down who was there."""
    asked = _of_meetings(
        select(attendances.c.meeting_id).distinct(), attendances.c.meeting_id, span
    )
    return set(reader.values(asked.where(attendances.c.presence.in_(_THERE))))


def sitting_times(
    reader: Reader, span: Span
) -> dict[MeetingId, tuple[datetime | None, datetime | None]]:
    """When the meetings were opened and closed, in wall time, where that was noted."""
    asked = select(minutes.c.meeting_id, minutes.c.began_at, minutes.c.ended_at)
    rows = reader.rows(_of_meetings(asked, minutes.c.meeting_id, span))
    return {row[0]: (row[1], row[2]) for row in rows}


def activities_written_down(reader: Reader, span: Span) -> set[tuple[MeetingId, Activity]]:
    """What time is written down for, meeting by meeting."""
    asked = select(time_entries.c.meeting_id, time_entries.c.activity).distinct()
    rows = reader.rows(_of_meetings(asked, time_entries.c.meeting_id, span))
    return {(row[0], row[1]) for row in rows}


def loose_activities(
    reader: Reader, first: date, last: date
) -> set[tuple[OrganisationId, date, Activity]]:
    """What time is written down for without a meeting, by organisation and day."""
    asked = select(time_entries.c.organisation_id, time_entries.c.on, time_entries.c.activity)
    within = (time_entries.c.on >= first, time_entries.c.on <= last)
    rows = reader.rows(asked.where(time_entries.c.meeting_id.is_(None), *within).distinct())
    return {(row[0], row[1], row[2]) for row in rows}


def activities_declined(reader: Reader, span: Span) -> set[tuple[MeetingId, Activity]]:
    """What took no time, as somebody has said."""
    asked = select(not_spent.c.meeting_id, not_spent.c.activity)
    rows = reader.rows(_of_meetings(asked, not_spent.c.meeting_id, span))
    return {(row[0], row[1]) for row in rows}


def papers_of_meetings(reader: Reader, span: Span) -> list[Paper]:
    """The papers of the meetings and their items that hold, not those that were replaced."""
    asked = _of_meetings(select(papers), papers.c.meeting_id, span)
    return reader.all(Paper, asked.where(papers.c.replaced_by_id.is_(None)))


def _of_meetings(asked: Select[Any], meeting_id: Any, span: Span) -> Select[Any]:
    return asked.join(meetings, meetings.c.id == meeting_id).where(
        meetings.c.ends_at > span.earliest, meetings.c.starts_at < span.latest
    )
