"""What happened in the organisations of memberships, put together for their signals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper.db.memberships import terms_of
from boardkeeper.db.network import thresholds_of_each
from boardkeeper.db.reader import Reader
from boardkeeper.db.signal_facts import (
    Known,
    answers_of,
    attendance_at,
    decisions_of_each,
    entries_of_each,
    meetings_of_each,
    minutes_on_agendas,
    referrals_of_each,
    reviews_of_each,
    tasks_of_each,
)
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.memberships import Membership, MembershipId, Term, sits_on
from boardkeeper.domain.organisations import Organisation, OrganisationId, OrganisationKind
from boardkeeper.domain.signal_facts import PastMeeting, SignalFacts
from boardkeeper.domain.signal_rules import signals_of
from boardkeeper.domain.signals import Signal
from boardkeeper.domain.thresholds import ThresholdName, Thresholds, numbers, thresholds_in_force

_SPANS = 4
"""So many times the meetings attendance falls over are looked at: of some it is not known."""


def signals_of_each(
    reader: Reader, memberships: Sequence[Membership], first: date, last: date, now: datetime
) -> dict[MembershipId, list[Signal]]:
    """The signals of one person's memberships, asked for together."""
    if not memberships:
        return {}
    found = reader.found(Organisation, [each.organisation_id for each in memberships])
    kinds = {each.id: each.kind for each in found.values()}
    own = thresholds_of_each(reader, list(kinds))
    thresholds = {of: numbers(thresholds_in_force(kind, own[of])) for of, kind in kinds.items()}
    facts = _facts_of_each(reader, memberships, kinds, thresholds, (first, last, now))
    return {
        each.id: signals_of(facts[each.id], first, last, thresholds[each.organisation_id])
        for each in memberships
    }


def _facts_of_each(
    reader: Reader,
    memberships: Sequence[Membership],
    kinds: Mapping[OrganisationId, OrganisationKind],
    thresholds: Mapping[OrganisationId, Thresholds],
    period: tuple[date, date, datetime],
) -> dict[MembershipId, SignalFacts]:
    first, last, _now = period
    ids, places = [each.id for each in memberships], list(kinds)
    decisions, made = decisions_of_each(reader, places)
    tasks, given = tasks_of_each(reader, places, last)
    meetings = _meetings_of_each(reader, kinds, thresholds, period, _Left(made, given))
    referrals = referrals_of_each(reader, places, memberships[0].person_id)
    entries = entries_of_each(reader, places, first, last)
    reviews, terms = reviews_of_each(reader, ids), _terms_of_each(reader, ids)
    facts = {}
    for each in memberships:
        of, theirs = each.organisation_id, terms[each.id]
        facts[each.id] = SignalFacts(
            kind=kinds[of],
            meetings=tuple(one for one in meetings[of] if sits_on(theirs, one.day)),
            decisions=tuple(decisions[of]),
            referrals=tuple(referrals[of]),
            entries=tuple(entries[of]),
            tasks=tuple(tasks[of]),
            terms=tuple(theirs),
            reviews=tuple(reviews[each.id]),
        )
    return facts


@dataclass(frozen=True, slots=True)
class _Left:
    """How many decisions each meeting made, and how many tasks it gave."""

    decisions: Mapping[MeetingId, int]
    tasks: Mapping[MeetingId, int]


def _meetings_of_each(
    reader: Reader,
    kinds: Mapping[OrganisationId, OrganisationKind],
    thresholds: Mapping[OrganisationId, Thresholds],
    period: tuple[date, date, datetime],
    left: _Left,
) -> dict[OrganisationId, list[PastMeeting]]:
    """The meetings that have been up to the last day, with all that signals ask of them.

    Attendance and agendas are asked of those meetings alone that a signal looks at.
    """
    first, last, now = period
    held = meetings_of_each(reader, list(kinds), now)
    known = {of: [each for each in held[of] if each[1] <= last] for of in kinds}
    answers = answers_of(reader)
    attended, timed = [], []
    for of, kind in kinds.items():
        span = max(thresholds[of][ThresholdName.FALLING_MEETINGS], 1)
        attended += [each[0] for each in known[of][-_SPANS * span :]]
        if kind is not OrganisationKind.NETWORK:
            timed += [each[0] for each in known[of] if each[1] >= first]
    attendance, minutes = attendance_at(reader, attended), minutes_on_agendas(reader, timed)

    def past(meeting: Known) -> PastMeeting:
        meeting_id, day, title, has_purpose = meeting
        useful, learned = answers.get(meeting_id, (None, ""))
        present, members = attendance.get(meeting_id, (0, 0))
        information, all_minutes = minutes.get(meeting_id, (0, 0))
        return PastMeeting(
            meeting_id=meeting_id,
            day=day,
            title=title,
            has_purpose=has_purpose,
            decisions=left.decisions.get(meeting_id, 0),
            tasks=left.tasks.get(meeting_id, 0),
            useful=useful,
            learned=learned,
            present=present,
            members=members,
            information=information,
            minutes=all_minutes,
        )

    return {of: [past(each) for each in theirs] for of, theirs in known.items()}


def _terms_of_each(reader: Reader, ids: Sequence[MembershipId]) -> dict[MembershipId, list[Term]]:
    """The memberships' terms, the earliest first."""
    terms: dict[MembershipId, list[Term]] = defaultdict(list)
    for term in terms_of(reader, ids):
        terms[term.membership_id].append(term)
    return terms
