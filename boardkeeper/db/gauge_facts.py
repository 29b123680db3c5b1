"""What gauges are counted from, asked for column by column, once a kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, time

from sqlalchemy import func, or_, select

from boardkeeper.db.meetings import is_over
from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import agenda_items, meetings, time_entries
from boardkeeper.db.schema_minutes import attendances, task_owners, tasks
from boardkeeper.db.schema_network import contacts, profiles, referrals
from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.contacts import ContactKind
from boardkeeper.domain.gauge_facts import OwnReferral, OwnTask
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import MeetingId, title_from
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId

Held = tuple[MeetingId, datetime, str]
"""A meeting that has been: its name, its beginning in wall time, its title in words."""


def meetings_held(
    reader: Reader, organisation_id: OrganisationId, first: date, now: datetime
) -> list[Held]:
    """The organisation's meetings that have been, from the day on, the earliest first."""
    c = meetings.c
    asked = select(c.id, c.starts_at, c.title, c.kind, c.number).where(
        c.organisation_id == organisation_id,
        c.starts_at >= datetime.combine(first, time.min),
        is_over(now),
    )
    return [
        (row[0], row[1], title_from(*row[2:]))
        for row in reader.rows(asked.order_by(c.starts_at, c.id))
    ]


def presences_of(
    reader: Reader, organisation_id: OrganisationId, person_id: PersonId
) -> dict[MeetingId, tuple[Presence, datetime | None]]:
    """Whether the person was at the organisation's meetings, and when they came if it was noted."""
    c = attendances.c
    asked = (
        select(c.meeting_id, c.presence, c.arrived_at)
        .join(meetings, meetings.c.id == c.meeting_id)
        .where(c.person_id == person_id, meetings.c.organisation_id == organisation_id)
    )
    return {row[0]: (row[1], row[2]) for row in reader.rows(asked)}


def entries_for_meetings(
    reader: Reader, organisation_id: OrganisationId, activity: Activity
) -> dict[MeetingId, list[date]]:
    """The days time of the activity was spent on, by the meeting it was for."""
    c = time_entries.c
    asked = select(c.meeting_id, c.on).where(
        c.organisation_id == organisation_id,
        c.activity == activity,
        c.meeting_id.is_not(None),
    )
    found: dict[MeetingId, list[date]] = defaultdict(list)
    for meeting_id, day in reader.rows(asked):
        found[meeting_id].append(day)
    return found


def presenters_of(reader: Reader, organisation_id: OrganisationId) -> dict[MeetingId, set[str]]:
    """Who is written to present items of the meetings; an empty set where nobody is.

    A meeting without an agenda is not among them.
    """
    c = agenda_items.c
    asked = (
        select(c.meeting_id, c.presenter)
        .distinct()
        .join(meetings, meetings.c.id == c.meeting_id)
        .where(meetings.c.organisation_id == organisation_id, c.type != ItemType.BREAK)
    )
    found: dict[MeetingId, set[str]] = defaultdict(set)
    for meeting_id, presenter in reader.rows(asked):
        found[meeting_id].update(filter(None, (presenter,)))
    return found


def tasks_owned(
    reader: Reader, organisation_id: OrganisationId, person_id: PersonId
) -> list[tuple[MeetingId | None, OwnTask]]:
    """The person's tasks for the organisation, each with the meeting that gave it."""
    c = tasks.c
    theirs = select(task_owners.c.task_id).where(task_owners.c.person_id == person_id)
    asked = (
        select(c.meeting_id, c.id, c.text, c.due_on, c.status, c.closed_on)
        .where(c.organisation_id == organisation_id, c.id.in_(theirs))
        .order_by(c.created_on, c.id)
    )
    return [
        (
            row[0],
            OwnTask(task_id=row[1], text=row[2], due_on=row[3], status=row[4], closed_on=row[5]),
        )
        for row in reader.rows(asked)
    ]


def contact_days(reader: Reader, organisation_id: OrganisationId) -> list[date]:
    """The days of contacts through the organisation, in order."""
    asked = select(contacts.c.on).distinct().where(contacts.c.organisation_id == organisation_id)
    return reader.values(asked.order_by(contacts.c.on))


def one_to_ones(
    reader: Reader, person_ids: Collection[PersonId]
) -> dict[PersonId, tuple[date, ...]]:
    """The days one met the people one-to-one, in order, through whichever organisation."""
    asked = select(contacts.c.person_id, contacts.c.on).where(
        contacts.c.kind == ContactKind.ONE_TO_ONE, contacts.c.person_id.in_(person_ids)
    )
    found: dict[PersonId, list[date]] = defaultdict(list)
    for person_id, day in reader.rows(asked.order_by(contacts.c.on)):
        found[person_id].append(day)
    return {person_id: tuple(days) for person_id, days in found.items()}


def profiles_filled(reader: Reader, person_ids: Collection[PersonId]) -> set[PersonId]:
    """Those of the people of whom it is known what they sell, and to whom (`Profile.is_filled`)."""
    c = profiles.c
    asked = select(c.person_id).where(
        c.person_id.in_(person_ids), func.trim(c.sells) != "", func.trim(c.ideal_customer) != ""
    )
    return set(reader.values(asked))


def referrals_with(
    reader: Reader, organisation_id: OrganisationId, person_id: PersonId
) -> list[OwnReferral]:
    """The referrals the person gave or received through the organisation, the earliest first.

    The other one's name is as it was written down; the people know what it is now.
    """
    c = referrals.c
    asked = select(c.id, c.on, c.customer, c.from_id, c.from_name, c.to_id, c.to_name).where(
        c.organisation_id == organisation_id,
        or_(c.from_id == person_id, c.to_id == person_id),
    )
    found = []
    for row in reader.rows(asked.order_by(c.on, c.id)):
        is_given = row[3] == person_id
        other_id, other_name = row[5:7] if is_given else row[3:5]
        found.append(
            OwnReferral(
                referral_id=row[0],
                on=row[1],
                customer=row[2],
                is_given=is_given,
                other_id=other_id,
                other_name=other_name,
            )
        )
    return found


def minutes_by_day(reader: Reader, organisation_id: OrganisationId) -> list[tuple[date, int]]:
    """The minutes spent for the organisation, by day."""
    c = time_entries.c
    asked = select(c.on, func.sum(c.minutes)).where(c.organisation_id == organisation_id)
    return [(row[0], row[1]) for row in reader.rows(asked.group_by(c.on).order_by(c.on))]
