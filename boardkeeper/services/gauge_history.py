"""What happened in one organisation, put together for its gauges."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from boardkeeper.clock import Clock
from boardkeeper.db.gauge_facts import (
    Held,
    contact_days,
    entries_for_meetings,
    meetings_held,
    minutes_by_day,
    one_to_ones,
    presences_of,
    presenters_of,
    profiles_filled,
    referrals_with,
    tasks_owned,
)
from boardkeeper.db.network import aims_of, terms_of_members
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reader import Reader
from boardkeeper.domain.aims import FOLLOW_UP
from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.gauge_facts import Fellow, GaugeFacts, OwnReferral, OwnTask, Sitting
from boardkeeper.domain.gauge_rules import period_before
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.memberships import Term, sits_on
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.presenting import is_presented_by
from boardkeeper.domain.tasks import TaskStatus
from boardkeeper.formats.sorting import sort_key

_THERE = (Presence.PRESENT, Presence.DIGITAL)

Owned = list[tuple[MeetingId | None, OwnTask]]


def facts_of(
    reader: Reader, clock: Clock, organisation_id: OrganisationId, first: date, last: date
) -> GaugeFacts:
    """All that the gauges of the period, and of the one before it, look at."""
    today = clock.today()
    me = person_who_is_me(reader)
    seats = terms_of_members(reader, organisation_id)
    if me is None or me.id not in seats or first > min(last, today):
        return GaugeFacts(today=today)
    earlier = period_before(first, min(last, today))
    held = [
        each
        for each in meetings_held(reader, organisation_id, (earlier or [first])[0], clock.now())
        if sits_on(seats[me.id], each[1].date())
    ]
    owned = tasks_owned(reader, organisation_id, me.id)
    fellows = _fellows(reader, {who: theirs for who, theirs in seats.items() if who != me.id})
    names = {each.person_id: each.name for each in fellows}
    return GaugeFacts(
        today=today,
        sittings=_sittings(reader, organisation_id, me, list(names.values()), held, owned),
        fellows=fellows,
        tasks=tuple(task for _meeting_id, task in owned),
        referrals=_named(reader, referrals_with(reader, organisation_id, me.id)),
        spent=tuple(minutes_by_day(reader, organisation_id)),
    )


def _fellows(reader: Reader, seats: dict[PersonId, tuple[Term, ...]]) -> tuple[Fellow, ...]:
    known = reader.found(Person, seats)
    met, filled = one_to_ones(reader, list(seats)), profiles_filled(reader, list(seats))
    return tuple(
        Fellow(
            person_id=who,
            name=known[who].name,
            terms=theirs,
            has_profile=who in filled,
            one_to_ones=met.get(who, ()),
        )
        for who, theirs in sorted(seats.items(), key=lambda each: sort_key(known[each[0]].name))
    )


def _sittings(
    reader: Reader,
    organisation_id: OrganisationId,
    me: Person,
    others: Sequence[str],
    held: list[Held],
    owned: Owned,
) -> tuple[Sitting, ...]:
    presences = presences_of(reader, organisation_id, me.id)
    prepared = entries_for_meetings(reader, organisation_id, Activity.PREPARATION)
    presenters = presenters_of(reader, organisation_id)
    aims = aims_of(reader, organisation_id)
    follow_ups = _follow_ups(reader, organisation_id, held, owned)
    found = []
    for meeting_id, starts_at, title in held:
        presence, arrived_at = presences.get(meeting_id, (Presence.UNKNOWN, None))
        aim, named = aims.get(meeting_id), presenters.get(meeting_id)
        sitting = Sitting(
            meeting_id=meeting_id,
            day=starts_at.date(),
            title=title,
            took_part=None if presence is Presence.UNKNOWN else presence in _THERE,
            came_late=arrived_at is not None and arrived_at > starts_at,
            is_prepared=meeting_id in prepared,
            has_presented=None
            if named is None
            else any(is_presented_by(each, me.name, others) for each in named),
            followed_up_on=follow_ups.get(meeting_id),
        )
        if aim is not None:
            sitting = replace(
                sitting,
                goal=aim.goal.strip(),
                ask=aim.ask.strip(),
                gives=aim.gives.strip(),
                contributed=aim.contributed,
            )
        found.append(sitting)
    return tuple(found)


def _follow_ups(
    reader: Reader, organisation_id: OrganisationId, held: list[Held], owned: Owned
) -> dict[MeetingId, date]:
    """The first day a meeting was followed up within its seven days, where it was.

    By doing a task it gave, by time spent following it up, or by a contact through the
    organisation.
    """
    days: dict[MeetingId, list[date]] = {
        meeting_id: list(spent)
        for meeting_id, spent in entries_for_meetings(
            reader, organisation_id, Activity.FOLLOW_UP
        ).items()
    }
    for meeting_id, task in owned:
        if meeting_id is not None and task.status is TaskStatus.DONE and task.closed_on is not None:
            days.setdefault(meeting_id, []).append(task.closed_on)
    contacts = contact_days(reader, organisation_id)
    found = {}
    for meeting_id, starts_at, _title in held:
        begun = starts_at.date()
        latest = begun + FOLLOW_UP
        place = bisect_left(contacts, begun)
        within = _first_within(
            [*days.get(meeting_id, ()), *contacts[place : place + 1]], begun, latest
        )
        if within is not None:
            found[meeting_id] = within
    return found


def _first_within(days: Iterable[date], first: date, last: date) -> date | None:
    return min((day for day in days if first <= day <= last), default=None)


def _named(reader: Reader, referrals: Iterable[OwnReferral]) -> tuple[OwnReferral, ...]:
    """The referrals with the names people bear now."""
    every = list(referrals)
    known = reader.found(Person, [each.other_id for each in every if each.other_id is not None])
    return tuple(
        each if each.other_id is None else replace(each, other_name=known[each.other_id].name)
        for each in every
    )
