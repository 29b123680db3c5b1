"""What signals are told from: of many organisations at once, column by column, once a kind.

Ten years of sixty memberships are a hundred thousand values. What is but a key is taken as the text
it is stored as, which is equal to the id it names; what has few values is made a value of once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Integer, Text, case, cast, func, or_, select, type_coerce

from boardkeeper.db.meetings import is_over
from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import agenda_items, meetings, time_entries
from boardkeeper.db.schema_minutes import attendances, decisions, item_minutes, tasks
from boardkeeper.db.schema_network import aims, referrals, reviews
from boardkeeper.domain.agenda import ItemType
from boardkeeper.domain.attendance import Capacity, Presence
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import MeetingId, title_from
from boardkeeper.domain.memberships import MembershipId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.signal_facts import (
    CarriedTask,
    MadeDecision,
    PastReferral,
    PastReview,
    SpentTime,
)
from boardkeeper.domain.tasks import TaskStatus

_AT_ONCE = 500
"""Names asked for in one statement; SQLite has a limit to its question marks."""

_DAY = len("2026-03-05")
"""How much of a stored wall time is its day."""

T = TypeVar("T")
ByOrganisation = dict[OrganisationId, list[T]]
Known = tuple[MeetingId, date, str, bool]
"""A meeting that has been: its name, its day, its title in words, whether it had a purpose."""


def _bare(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column as the text it is stored as."""
    return type_coerce(column, Text)


def meetings_of_each(
    reader: Reader, organisation_ids: Collection[OrganisationId], now: datetime
) -> ByOrganisation[Known]:
    """The organisations' meetings that have been at `now` (wall time), the earliest first."""
    c = meetings.c
    asked = (
        select(
            _bare(c.organisation_id),
            c.id,
            _bare(c.starts_at),
            c.title,
            c.kind,
            c.number,
            func.trim(c.purpose) != "",
        )
        .where(c.organisation_id.in_(organisation_ids), is_over(now))
        .order_by(c.starts_at, c.id)
    )
    found: ByOrganisation[Known] = defaultdict(list)
    titled, day_of = cache(title_from), date.fromisoformat
    for of, meeting_id, starts_at, title, kind, number, has_purpose in reader.rows(asked):
        day = day_of(starts_at[:_DAY])
        known = (meeting_id, day, titled(title, kind, number), bool(has_purpose))
        found[of].append(known)
    return found


def answers_of(reader: Reader) -> dict[MeetingId, tuple[int | None, str]]:
    """How useful meetings were, and what I learned at them, where either was answered."""
    c = aims.c
    learned = func.trim(c.learned)
    asked = select(_bare(c.meeting_id), c.useful, learned).where(
        or_(c.useful.is_not(None), learned != "")
    )
    return {row[0]: (row[1], row[2]) for row in reader.rows(asked)}


def attendance_at(
    reader: Reader, meeting_ids: Sequence[MeetingId]
) -> dict[MeetingId, tuple[int, int]]:
    """How many members took part in the meetings, of those of whom it is known."""
    c = attendances.c
    took_part = c.presence.in_((Presence.PRESENT, Presence.DIGITAL))
    there = func.sum(case((took_part, 1), else_=0))
    found: dict[MeetingId, tuple[int, int]] = {}
    for some in _in_turn(meeting_ids):
        asked = (
            select(_bare(c.meeting_id), there, func.count())
            .where(
                c.meeting_id.in_(some),
                c.capacity == Capacity.MEMBER,
                c.presence != Presence.UNKNOWN,
            )
            .group_by(c.meeting_id)
        )
        found |= {row[0]: (int(row[1]), row[2]) for row in reader.rows(asked)}
    return found


def minutes_on_agendas(
    reader: Reader, meeting_ids: Sequence[MeetingId]
) -> dict[MeetingId, tuple[int, int]]:
    """Minutes of information and of all items: what they took where noted, else what was planned.

    Breaks do not count.
    """
    c, noted = agenda_items.c, item_minutes.c
    took = (_seconds(noted.ended_at) - _seconds(noted.began_at)) // 60
    minutes = func.coalesce(took, c.minutes)
    information = case((c.type == ItemType.INFORMATION, minutes), else_=0)
    found: dict[MeetingId, tuple[int, int]] = {}
    for some in _in_turn(meeting_ids):
        asked = (
            select(_bare(c.meeting_id), func.sum(information), func.sum(minutes))
            .outerjoin(item_minutes, noted.item_id == c.id)
            .where(c.meeting_id.in_(some), c.type != ItemType.BREAK)
            .group_by(c.meeting_id)
        )
        found |= {row[0]: (int(row[1]), int(row[2])) for row in reader.rows(asked)}
    return found


def _seconds(moment: Any) -> Any:
    """A wall time as seconds, so that two can be taken from one another."""
    return cast(func.strftime("%s", moment), Integer)


def decisions_of_each(
    reader: Reader, organisation_ids: Collection[OrganisationId]
) -> tuple[ByOrganisation[MadeDecision], dict[MeetingId, int]]:
    """The organisations' decisions, the earliest first, and how many each meeting made."""
    c = decisions.c
    asked = select(_bare(c.organisation_id), _bare(c.meeting_id), c.id, c.decided_on, c.text)
    found: ByOrganisation[MadeDecision] = defaultdict(list)
    counts: dict[MeetingId, int] = defaultdict(int)
    theirs = asked.where(c.organisation_id.in_(organisation_ids)).order_by(c.decided_on, c.id)
    for of, meeting_id, decision_id, on, text in reader.rows(theirs):
        found[of].append(MadeDecision(decision_id=decision_id, on=on, text=text))
        if meeting_id is not None:
            counts[meeting_id] += 1
    return found, counts


def tasks_of_each(
    reader: Reader, organisation_ids: Collection[OrganisationId], last: date
) -> tuple[ByOrganisation[CarriedTask], dict[MeetingId, int]]:
    """The organisations' tasks that were open at the end of the day; how many each meeting gave."""
    c = tasks.c
    is_theirs = c.organisation_id.in_(organisation_ids)
    was_open = or_(c.status == TaskStatus.OPEN, c.closed_on > last)
    asked = select(c.organisation_id, c.meeting_id, c.id, c.text, c.created_on, c.closed_on)
    found: ByOrganisation[CarriedTask] = defaultdict(list)
    still_open = asked.where(is_theirs, c.created_on <= last, was_open)
    for of, meeting_id, task_id, text, created_on, closed_on in reader.rows(
        still_open.order_by(c.created_on, c.id)
    ):
        task = CarriedTask(
            task_id=task_id,
            text=text,
            created_on=created_on,
            closed_on=closed_on,
            meeting_id=meeting_id,
        )
        found[of].append(task)
    given = select(_bare(c.meeting_id), func.count()).where(is_theirs, c.meeting_id.is_not(None))
    counts = {row[0]: row[1] for row in reader.rows(given.group_by(c.meeting_id))}
    return found, counts


def referrals_of_each(
    reader: Reader, organisation_ids: Collection[OrganisationId], person_id: PersonId
) -> ByOrganisation[PastReferral]:
    """The referrals the person gave or received, by organisation, the earliest first."""
    c = referrals.c
    asked = select(c.organisation_id, c.id, c.on, c.customer).where(
        c.organisation_id.in_(organisation_ids),
        or_(c.from_id == person_id, c.to_id == person_id),
    )
    found: ByOrganisation[PastReferral] = defaultdict(list)
    for of, referral_id, on, customer in reader.rows(asked.order_by(c.on, c.id)):
        found[of].append(PastReferral(referral_id=referral_id, on=on, customer=customer))
    return found


def entries_of_each(
    reader: Reader, organisation_ids: Collection[OrganisationId], first: date, last: date
) -> ByOrganisation[SpentTime]:
    """The time entries of the period, both days included, by organisation, the earliest first."""
    c = time_entries.c
    asked = select(
        _bare(c.organisation_id), c.id, _bare(c.on), c.minutes, _bare(c.activity), c.note
    ).where(c.organisation_id.in_(organisation_ids), c.on >= first, c.on <= last)
    found: ByOrganisation[SpentTime] = defaultdict(list)
    days, activities = cache(date.fromisoformat), {each.value: each for each in Activity}
    for of, entry_id, on, minutes, activity, note in reader.rows(asked.order_by(c.on, c.id)):
        found[of].append(
            SpentTime(
                entry_id=entry_id,
                on=days(on),
                minutes=minutes,
                activity=activities[activity],
                note=note,
            )
        )
    return found


def reviews_of_each(
    reader: Reader, membership_ids: Collection[MembershipId]
) -> dict[MembershipId, list[PastReview]]:
    """What the memberships' reviews answered to joining today, the earliest first."""
    c = reviews.c
    asked = select(c.membership_id, c.id, c.reviewed_on, c.would_join_today).where(
        c.membership_id.in_(membership_ids), c.would_join_today.is_not(None)
    )
    found: dict[MembershipId, list[PastReview]] = defaultdict(list)
    for of, review_id, on, answer in reader.rows(asked.order_by(c.reviewed_on, c.id)):
        found[of].append(PastReview(review_id=review_id, on=on, would_join=answer))
    return found


def _in_turn(meeting_ids: Sequence[MeetingId]) -> Iterator[Sequence[MeetingId]]:
    return (meeting_ids[first : first + _AT_ONCE] for first in range(0, len(meeting_ids), _AT_ONCE))
