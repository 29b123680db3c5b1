"""The network: a group as ambassadors, its visitors, and who may be away when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from boardkeeper.clock import Clock
from boardkeeper.db.gauge_facts import meetings_held, one_to_ones, profiles_filled
from boardkeeper.db.journal import Journal
from boardkeeper.db.memberships import memberships_in, terms_of
from boardkeeper.db.network import (
    ambassadors_of,
    attendances_since,
    referrals_between,
    thresholds_of,
)
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reader import Reader
from boardkeeper.domain.absences import AbsenceCount, absence_count
from boardkeeper.domain.ambassadors import Ambassador
from boardkeeper.domain.attendance import Attendance, Capacity
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.memberships import Membership, MembershipId, Term, sits_on
from boardkeeper.domain.network import AmbassadorRow, Matrix, Visitor
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.reminders import months_later
from boardkeeper.domain.thresholds import ThresholdName, numbers, thresholds_in_force
from boardkeeper.formats.sorting import sort_key
from boardkeeper.i18n import _


class NetworkService:
    """What one does with a group of people who recommend one another."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def matrix(self, organisation_id: OrganisationId, first: date, last: date) -> Matrix:
        """Me and the others of the group over the period, both days included, until today."""
        reader, last = self._journal.reader, min(last, self._clock.today())
        me = person_who_is_me(reader)
        roll = _Roll.read(reader, self._clock, organisation_id, first)
        within = {each for each, (day, _title) in roll.held.items() if first <= day <= last}
        visitors = tuple(roll.visitors(within))
        if me is None:
            return Matrix(
                me=None, meetings=len(within), rows=(), visitors=visitors, my_absences=None
            )
        rows = _rows(reader, organisation_id, me, (first, last), roll)
        return Matrix(
            me=me,
            meetings=len(within),
            rows=tuple(sorted(rows, key=lambda row: sort_key(row.person.name))),
            visitors=visitors,
            my_absences=roll.absences(me.id),
        )

    def set_can_explain(self, membership_id: MembershipId, since: date | None) -> None:
        """Note since when the member can explain what I do; None takes it back."""
        with self._journal.command(_("Note who can explain what you do")) as tx:
            tx.put(replace(_ambassador(tx, membership_id), can_explain_since=since))

    def set_note(self, membership_id: MembershipId, note: str) -> None:
        """Note something about the member as an ambassador."""
        ambassador = _ambassador(self._journal.reader, membership_id)
        with self._journal.command(_("Note on an ambassador"), merge=(membership_id, "note")) as tx:
            tx.put(replace(ambassador, note=note))


def _ambassador(reader: Reader, membership_id: MembershipId) -> Ambassador:
    """What is known of the member, or a record to begin with; a membership has one."""
    reader.get(Membership, membership_id)
    known = ambassadors_of(reader, [membership_id])
    return known.get(membership_id, Ambassador(membership_id=membership_id))


@dataclass(frozen=True, slots=True)
class _Roll:
    """Who was at the meetings that have been: those of the period, and of the months that count.

    `held` are the meetings with day and title, `missed` those each was away from.
    """

    held: dict[MeetingId, tuple[date, str]]
    attendances: list[Attendance]
    missed: dict[PersonId, list[MeetingId]]
    allowed: int
    months: int
    today: date

    @classmethod
    def read(
        cls, reader: Reader, clock: Clock, organisation_id: OrganisationId, first: date
    ) -> _Roll:
        kind = reader.get(Organisation, organisation_id).kind
        own = thresholds_of(reader, organisation_id)
        limits = numbers(thresholds_in_force(kind, own))
        months = limits[ThresholdName.ABSENCE_MONTHS]
        since = min(first, months_later(clock.today(), -months))
        attendances = attendances_since(reader, organisation_id, since, clock.now())
        return cls(
            held={
                meeting_id: (starts_at.date(), title)
                for meeting_id, starts_at, title in meetings_held(
                    reader, organisation_id, since, clock.now()
                )
            },
            attendances=attendances,
            missed=_missed(attendances),
            allowed=limits[ThresholdName.ABSENCES_ALLOWED],
            months=months,
            today=clock.today(),
        )

    def absences(self, person_id: PersonId) -> AbsenceCount:
        missed = [(each, *self.held[each]) for each in self.missed.get(person_id, ())]
        return absence_count(missed, self.allowed, self.months, self.today)

    def attended(self, within: Collection[MeetingId]) -> dict[PersonId, set[MeetingId]]:
        """At which of the meetings everybody took part."""
        found: dict[PersonId, set[MeetingId]] = defaultdict(set)
        for each in self.attendances:
            if each.person_id is not None and each.took_part and each.meeting_id in within:
                found[each.person_id].add(each.meeting_id)
        return found

    def visitors(self, within: Collection[MeetingId]) -> Iterator[Visitor]:
        """The guests and substitutes who took part, the latest first."""
        names = {each.id: each.name for each in self.attendances}
        for each in reversed(self.attendances):
            is_visitor = each.capacity in (Capacity.GUEST, Capacity.ALTERNATE)
            if is_visitor and each.took_part and each.meeting_id in within:
                day, title = self.held[each.meeting_id]
                stands_for = each.stands_for_id
                yield Visitor(
                    person_id=each.person_id,
                    name=each.name,
                    meeting_id=each.meeting_id,
                    meeting_title=title,
                    day=day,
                    is_substitute=each.capacity is Capacity.ALTERNATE,
                    stands_for="" if stands_for is None else names.get(stands_for, ""),
                )


def _missed(attendances: Iterable[Attendance]) -> dict[PersonId, list[MeetingId]]:
    """The meetings members were away from; one with a substitute there is not missed."""
    roll = list(attendances)
    stood_for = {each.stands_for_id for each in roll if each.took_part}
    missed: dict[PersonId, list[MeetingId]] = defaultdict(list)
    for each in roll:
        is_away = each.capacity is Capacity.MEMBER and not each.took_part
        if each.person_id is not None and is_away and each.id not in stood_for:
            missed[each.person_id].append(each.meeting_id)
    return missed


def _rows(
    reader: Reader,
    organisation_id: OrganisationId,
    me: Person,
    period: tuple[date, date],
    roll: _Roll,
) -> Iterator[AmbassadorRow]:
    first, last = period
    seats = _seats_of_others(reader, organisation_id, me, last)
    people = {each.id: each for each in reader.found(Person, seats).values()}
    known = ambassadors_of(reader, [each.id for each in seats.values()])
    met_alone, profiled = one_to_ones(reader, list(seats)), profiles_filled(reader, list(seats))
    referrals = referrals_between(reader, organisation_id, first, last)
    given = Counter(each.to_id for each in referrals if each.from_id == me.id)
    received = Counter(each.from_id for each in referrals if each.to_id == me.id)
    within = {each for each, (day, _title) in roll.held.items() if first <= day <= last}
    attended = roll.attended(within)
    for person_id, seat in seats.items():
        together = attended[person_id] & attended[me.id]
        ambassador = known.get(seat.id, Ambassador(membership_id=seat.id))
        yield AmbassadorRow(
            membership=seat,
            person=people[person_id],
            met=len(together),
            met_on=max((roll.held[each][0] for each in together), default=None),
            one_to_one_on=max(
                (day for day in met_alone.get(person_id, ()) if day <= last), default=None
            ),
            can_explain_since=ambassador.can_explain_since,
            note=ambassador.note,
            given=given[person_id],
            received=received[person_id],
            has_profile=person_id in profiled,
            absences=roll.absences(person_id),
        )


def _seats_of_others(
    reader: Reader, organisation_id: OrganisationId, me: Person, day: date
) -> dict[PersonId, Membership]:
    """The seat each of the others has on the day; one who has two counts once."""
    every = memberships_in(reader, organisation_id)
    terms: dict[MembershipId, list[Term]] = defaultdict(list)
    for term in terms_of(reader, [each.id for each in every]):
        terms[term.membership_id].append(term)
    seats: dict[PersonId, Membership] = {}
    for each in every:
        if each.person_id != me.id and sits_on(terms[each.id], day):
            seats.setdefault(each.person_id, each)
    return seats
