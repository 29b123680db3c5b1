"""Questions about a network: thresholds, aims, ambassadors and referrals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, time

from sqlalchemy import select

from boardkeeper.db.meetings import is_over
from boardkeeper.db.memberships import memberships_in, memberships_of, terms_of
from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import meetings, memberships
from boardkeeper.db.schema_minutes import attendances
from boardkeeper.db.schema_network import aims, ambassadors, own_thresholds, referrals
from boardkeeper.domain.aims import Aim
from boardkeeper.domain.ambassadors import Ambassador
from boardkeeper.domain.attendance import Attendance, Presence
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.memberships import MembershipId, Term
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.thresholds import OwnThreshold, ThresholdName


def aims_of(reader: Reader, organisation_id: OrganisationId) -> dict[MeetingId, Aim]:
    """My aims with the organisation's meetings."""
    asked = select(aims).join(meetings, meetings.c.id == aims.c.meeting_id)
    found = reader.all(Aim, asked.where(meetings.c.organisation_id == organisation_id))
    return {each.meeting_id: each for each in found}


def thresholds_of(reader: Reader, organisation_id: OrganisationId) -> list[OwnThreshold]:
    """The organisation's thresholds of one's own."""
    mine = select(own_thresholds).where(own_thresholds.c.organisation_id == organisation_id)
    return reader.all(OwnThreshold, mine.order_by(own_thresholds.c.id))


def thresholds_of_each(
    reader: Reader, organisation_ids: Collection[OrganisationId]
) -> dict[OrganisationId, list[OwnThreshold]]:
    """The same of several organisations, asked for at once."""
    wanted = select(own_thresholds).where(own_thresholds.c.organisation_id.in_(organisation_ids))
    found: dict[OrganisationId, list[OwnThreshold]] = defaultdict(list)
    for each in reader.all(OwnThreshold, wanted):
        found[each.organisation_id].append(each)
    return found


def own_threshold(
    reader: Reader, organisation_id: OrganisationId, threshold: ThresholdName
) -> OwnThreshold | None:
    """The number of one's own, if there is one."""
    own = thresholds_of(reader, organisation_id)
    return next((each for each in own if each.threshold is threshold), None)


def terms_in_each(reader: Reader, person_id: PersonId) -> dict[OrganisationId, tuple[Term, ...]]:
    """Where the person has or had a seat, with the terms of all seats they have there."""
    seats = {each.id: each.organisation_id for each in memberships_of(reader, person_id)}
    theirs: dict[OrganisationId, list[Term]] = {of: [] for of in seats.values()}
    for term in terms_of(reader, list(seats)):
        theirs[seats[term.membership_id]].append(term)
    return {of: tuple(terms) for of, terms in theirs.items()}


def terms_of_members(
    reader: Reader, organisation_id: OrganisationId
) -> dict[PersonId, tuple[Term, ...]]:
    """Everybody who has or had a seat in the organisation, with the terms of all their seats."""
    seats = memberships_in(reader, organisation_id)
    holder = {each.id: each.person_id for each in seats}
    theirs: dict[PersonId, list[Term]] = defaultdict(list)
    for term in terms_of(reader, list(holder)):
        theirs[holder[term.membership_id]].append(term)
    return {person_id: tuple(theirs[person_id]) for person_id in holder.values()}


def aim_of(reader: Reader, meeting_id: MeetingId) -> Aim | None:
    """My aim with the meeting, if there is one."""
    asked = select(aims).where(aims.c.meeting_id == meeting_id).order_by(aims.c.id).limit(1)
    return next(iter(reader.all(Aim, asked)), None)


def meetings_to_answer(reader: Reader, me: PersonId, since: date, now: datetime) -> list[Meeting]:
    """Meetings begun from the day on that are over and not answered in full, newest first.

    Not those the user is known to have missed, nor those of organisations without a seat of theirs.
    """
    is_answered = (
        select(aims.c.id)
        .where(
            aims.c.meeting_id == meetings.c.id,
            aims.c.useful.is_not(None),
            aims.c.energy.is_not(None),
            aims.c.contributed.is_not(None),
        )
        .exists()
    )
    was_missed = (
        select(attendances.c.id)
        .where(
            attendances.c.meeting_id == meetings.c.id,
            attendances.c.person_id == me,
            attendances.c.presence.in_((Presence.APOLOGIES, Presence.ABSENT)),
        )
        .exists()
    )
    asked = select(meetings).where(
        meetings.c.starts_at >= datetime.combine(since, time.min),
        is_over(now),
        meetings.c.organisation_id.in_(
            select(memberships.c.organisation_id).where(memberships.c.person_id == me)
        ),
        ~is_answered,
        ~was_missed,
    )
    return reader.all(Meeting, asked.order_by(meetings.c.starts_at.desc(), meetings.c.id))


def referrals_between(
    reader: Reader, organisation_id: OrganisationId | None, first: date, last: date
) -> list[Referral]:
    """The referrals given from the first day to the last, the newest first; of all without one."""
    asked = select(referrals).where(referrals.c.on >= first, referrals.c.on <= last)
    if organisation_id is not None:
        asked = asked.where(referrals.c.organisation_id == organisation_id)
    return reader.all(Referral, asked.order_by(referrals.c.on.desc(), referrals.c.id))


def ambassadors_of(
    reader: Reader, membership_ids: Collection[MembershipId]
) -> dict[MembershipId, Ambassador]:
    """What is known of the memberships' ambassadors."""
    asked = select(ambassadors).where(ambassadors.c.membership_id.in_(membership_ids))
    found = reader.all(Ambassador, asked.order_by(ambassadors.c.id))
    return {each.membership_id: each for each in found}


def attendances_since(
    reader: Reader, organisation_id: OrganisationId, first: date, now: datetime
) -> list[Attendance]:
    """Everybody's attendance at the organisation's meetings that have been, from the day on."""
    asked = (
        select(attendances)
        .join(meetings, meetings.c.id == attendances.c.meeting_id)
        .where(
            meetings.c.organisation_id == organisation_id,
            meetings.c.starts_at >= datetime.combine(first, time.min),
            is_over(now),
            attendances.c.presence != Presence.UNKNOWN,
        )
    )
    return reader.all(
        Attendance, asked.order_by(meetings.c.starts_at, attendances.c.position, attendances.c.id)
    )
