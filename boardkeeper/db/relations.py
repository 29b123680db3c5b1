"""Questions about people one has to do with: meetings together, contacts, referrals."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import and_, func, or_, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import meetings, memberships, people
from boardkeeper.db.schema_minutes import attendances
from boardkeeper.db.schema_network import contacts, own_thresholds, profiles, referrals
from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.contacts import Contact
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.relations import Touch, TouchKind
from boardkeeper.domain.thresholds import OwnThreshold, ThresholdName

_THERE = (Presence.PRESENT, Presence.DIGITAL)


def meetings_together(
    reader: Reader, me: PersonId, person_id: PersonId, now: datetime
) -> list[Meeting]:
    """The meetings begun by `now` (wall time) that both took part in, the newest first."""
    mine, theirs = attendances.alias("mine"), attendances.alias("theirs")
    asked = (
        select(meetings)
        .join(theirs, theirs.c.meeting_id == meetings.c.id)
        .join(mine, mine.c.meeting_id == meetings.c.id)
        .where(
            theirs.c.person_id == person_id,
            theirs.c.presence.in_(_THERE),
            mine.c.person_id == me,
            mine.c.presence.in_(_THERE),
            meetings.c.starts_at <= now,
        )
        .distinct()
    )
    return reader.all(Meeting, asked.order_by(meetings.c.starts_at.desc(), meetings.c.id))


def contacts_with(reader: Reader, person_id: PersonId) -> list[Contact]:
    """The contacts with a person, the newest first."""
    asked = select(contacts).where(contacts.c.person_id == person_id)
    return reader.all(Contact, asked.order_by(contacts.c.on.desc(), contacts.c.id))


def referrals_between(reader: Reader, one: PersonId, other: PersonId) -> list[Referral]:
    """The referrals from one of the two to the other, the newest first."""
    asked = select(referrals).where(
        or_(
            and_(referrals.c.from_id == one, referrals.c.to_id == other),
            and_(referrals.c.from_id == other, referrals.c.to_id == one),
        )
    )
    return reader.all(Referral, asked.order_by(referrals.c.on.desc(), referrals.c.id))


def referrals_received(
    reader: Reader, me: PersonId, givers: Collection[PersonId]
) -> list[Referral]:
    """The referrals one received from these people, the oldest first."""
    asked = select(referrals).where(referrals.c.to_id == me, referrals.c.from_id.in_(givers))
    return reader.all(Referral, asked.order_by(referrals.c.on, referrals.c.id))


def profiles_of(reader: Reader, person_ids: Collection[PersonId]) -> dict[PersonId, Profile]:
    """The profiles of these people; the first of a person's where an import brought two."""
    asked = select(profiles).where(profiles.c.person_id.in_(person_ids))
    found: dict[PersonId, Profile] = {}
    for each in reader.all(Profile, asked.order_by(profiles.c.id)):
        found.setdefault(each.person_id, each)
    return found


def last_touches(
    reader: Reader, me: PersonId, now: datetime, person_ids: Collection[PersonId] | None = None
) -> dict[PersonId, Touch]:
    """The last touch with everyone, or with these few people; of a day the meeting first.

    What lies ahead of `now` (wall time) is no touch yet.
    """
    last: dict[PersonId, Touch] = {}
    for person_id, touch in [
        *_last_meetings(reader, me, now, person_ids),
        *_last_contacts(reader, now.date(), person_ids),
        *_last_referrals(reader, me, now.date(), person_ids),
    ]:
        before = last.get(person_id)
        if before is None or touch.on > before.on:
            last[person_id] = touch
    return last


def _last_meetings(
    reader: Reader, me: PersonId, now: datetime, person_ids: Collection[PersonId] | None
) -> list[tuple[PersonId, Touch]]:
    mine = select(attendances.c.meeting_id).where(
        attendances.c.person_id == me, attendances.c.presence.in_(_THERE)
    )
    # SQLite hands on the other columns of the row that holds the maximum.
    asked = (
        select(attendances.c.person_id, func.max(meetings.c.starts_at), meetings.c.id)
        .join(meetings, meetings.c.id == attendances.c.meeting_id)
        .where(
            meetings.c.id.in_(mine),
            meetings.c.starts_at <= now,
            attendances.c.presence.in_(_THERE),
            attendances.c.person_id.is_not(None),
            attendances.c.person_id != me,
        )
        .group_by(attendances.c.person_id)
    )
    if person_ids is not None:
        asked = asked.where(attendances.c.person_id.in_(person_ids))
    return [
        (person_id, Touch(on=starts_at.date(), kind=TouchKind.MEETING, record_id=meeting_id))
        for person_id, starts_at, meeting_id in reader.rows(asked)
    ]


def _last_contacts(
    reader: Reader, today: date, person_ids: Collection[PersonId] | None
) -> list[tuple[PersonId, Touch]]:
    asked = (
        select(contacts.c.person_id, func.max(contacts.c.on), contacts.c.id)
        .where(contacts.c.on <= today)
        .group_by(contacts.c.person_id)
    )
    if person_ids is not None:
        asked = asked.where(contacts.c.person_id.in_(person_ids))
    return [
        (person_id, Touch(on=on, kind=TouchKind.CONTACT, record_id=contact_id))
        for person_id, on, contact_id in reader.rows(asked)
    ]


def _last_referrals(
    reader: Reader, me: PersonId, today: date, person_ids: Collection[PersonId] | None
) -> list[tuple[PersonId, Touch]]:
    found = []
    ends = ((referrals.c.from_id, referrals.c.to_id), (referrals.c.to_id, referrals.c.from_id))
    for mine, theirs in ends:
        asked = (
            select(theirs, func.max(referrals.c.on), referrals.c.id)
            .where(mine == me, theirs.is_not(None), referrals.c.on <= today)
            .group_by(theirs)
        )
        if person_ids is not None:
            asked = asked.where(theirs.in_(person_ids))
        found += [
            (person_id, Touch(on=on, kind=TouchKind.REFERRAL, record_id=referral_id))
            for person_id, on, referral_id in reader.rows(asked)
        ]
    return found


def touch_days(reader: Reader) -> dict[OrganisationId, int]:
    """The stay-in-touch rhythms of one's own, in days."""
    asked = select(own_thresholds).where(own_thresholds.c.threshold == ThresholdName.TOUCH_DAYS)
    found = reader.all(OwnThreshold, asked.order_by(own_thresholds.c.id))
    return {each.organisation_id: each.value for each in found}


def memberships_of_those_in(
    reader: Reader, organisation_ids: Collection[OrganisationId]
) -> list[Membership]:
    """All memberships of these organisations."""
    asked = select(memberships).where(memberships.c.organisation_id.in_(organisation_ids))
    return reader.all(Membership, asked.order_by(memberships.c.id))


def people_in(reader: Reader, organisation_ids: Collection[OrganisationId]) -> list[Person]:
    """Everyone with a seat in one of these organisations, whenever."""
    theirs = select(memberships.c.person_id).where(
        memberships.c.organisation_id.in_(organisation_ids)
    )
    return reader.all(Person, select(people).where(people.c.id.in_(theirs)))
