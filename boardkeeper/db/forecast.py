"""What a forecast asks besides meetings: columns rather than records, for many of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import func, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import meetings, time_entries
from boardkeeper.db.schema_minutes import attendances, task_owners, tasks
from boardkeeper.db.schema_papers import papers
from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import MeetingId, SeriesId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.reading_time import minutes_to_read
from boardkeeper.domain.tasks import Task, TaskStatus

_MANY = 500
"""Organisations asked for by name; more, and all are asked for."""


def meetings_missed(reader: Reader, person_id: PersonId) -> set[MeetingId]:
    """The meetings the person has sent apologies to, or was not at."""
    asked = select(attendances.c.meeting_id).where(
        attendances.c.person_id == person_id,
        attendances.c.presence.in_((Presence.APOLOGIES, Presence.ABSENT)),
    )
    return set(reader.values(asked))


def reading_minutes_by_meeting(
    reader: Reader, earliest: datetime, latest: datetime, of: Collection[OrganisationId]
) -> dict[MeetingId, int]:
    """Minutes it takes to read the papers of meetings that start in between, replaced ones apart.

    Of these organisations; a meeting without papers is not among them.
    """
    asked = (
        select(papers.c.meeting_id, papers.c.pages, papers.c.words)
        .join(meetings, papers.c.meeting_id == meetings.c.id)
        .where(
            meetings.c.starts_at >= earliest,
            meetings.c.starts_at < latest,
            papers.c.replaced_by_id.is_(None),
        )
    )
    if len(of) <= _MANY:
        asked = asked.where(meetings.c.organisation_id.in_(of))
    minutes: dict[MeetingId, int] = defaultdict(int)
    for meeting_id, pages, words in reader.rows(asked):
        minutes[meeting_id] += minutes_to_read(pages or 0, words or 0)
    return dict(minutes)


def tasks_with_estimates(reader: Reader, person_id: PersonId, due_by: date) -> list[Task]:
    """The person's open tasks that are due by the day and have an estimate, the first due first."""
    theirs = select(task_owners.c.task_id).where(task_owners.c.person_id == person_id)
    asked = select(tasks).where(
        tasks.c.status == TaskStatus.OPEN,
        tasks.c.due_on <= due_by,
        tasks.c.minutes > 0,
        tasks.c.id.in_(theirs),
    )
    return reader.all(Task, asked.order_by(tasks.c.due_on, tasks.c.id))


def days_met(reader: Reader, series_ids: Collection[SeriesId]) -> set[tuple[SeriesId, date]]:
    """The days of the series' rules that have a meeting, wherever it went, cancelled ones too."""
    asked = select(meetings.c.series_id, meetings.c.series_day).where(
        meetings.c.series_id.in_(series_ids), meetings.c.series_day.is_not(None)
    )
    return {(row[0], row[1]) for row in reader.rows(asked)}


def spent_by_day(reader: Reader, first: date, last: date) -> list[tuple[OrganisationId, date, int]]:
    """Minutes spent on each organisation and day, both included."""
    entries = time_entries.c
    asked = (
        select(entries.organisation_id, entries.on, func.sum(entries.minutes))
        .where(entries.on.between(first, last))
        .group_by(entries.organisation_id, entries.on)
    )
    return [(row[0], row[1], row[2]) for row in reader.rows(asked)]


def spent_on_meetings(
    reader: Reader, earliest: datetime, latest: datetime
) -> dict[tuple[MeetingId, Activity], int]:
    """Minutes already spent on meetings that start in between (wall time), by activity."""
    entries = time_entries.c
    asked = (
        select(entries.meeting_id, entries.activity, func.sum(entries.minutes))
        .join(meetings, entries.meeting_id == meetings.c.id)
        .where(meetings.c.starts_at >= earliest, meetings.c.starts_at < latest)
        .group_by(entries.meeting_id, entries.activity)
    )
    return {(row[0], row[1]): row[2] for row in reader.rows(asked)}
