"""Gathers what a review is filled with: sums, the rows behind them, gauges and signals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.ceilings import every_ceiling
from boardkeeper.db.hours import spent_between
from boardkeeper.db.journal import Journal
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.promises import every_promise
from boardkeeper.db.reader import Reader
from boardkeeper.db.review_facts import held_between, people_met, rows_of, tallies
from boardkeeper.domain.gauges import Gauge
from boardkeeper.domain.hours import Activity, TimeEntry, activity_name
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.money import Payment, payment_kind_name
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person
from boardkeeper.domain.promises import Promise
from boardkeeper.domain.review_facts import (
    ActivityFact,
    Fact,
    FactRow,
    Measure,
    Tally,
    an_hour,
    measures_of,
    period_before,
    promised_between,
)
from boardkeeper.domain.reviews import Review
from boardkeeper.domain.signals import Signal
from boardkeeper.services.customer_time import taken_from_customers
from boardkeeper.services.forecast import ForecastService
from boardkeeper.services.gauges import GaugeService, SignalService
from boardkeeper.services.review_seats import Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything a review is filled with; nothing of it is typed by hand.

    `last_review` is the one before this period's, with the goal that was set then.
    """

    membership: Membership
    organisation: Organisation
    first: date
    last: date
    facts: tuple[Fact, ...]
    activities: tuple[ActivityFact, ...] = ()
    gauges: tuple[Gauge, ...] = ()
    signals: tuple[Signal, ...] = ()
    last_review: Review | None = field(default=None)

    @property
    def before(self) -> tuple[date, date]:
        """The first and the last day of the period it is held against."""
        return period_before(self.first, self.last)

    def of(self, measure: Measure) -> Fact | None:
        """The fact of a measure, where it makes sense for the organisation."""
        return next((each for each in self.facts if each.measure is measure), None)


class Gathering:
    """Counts what memberships took and gave in a period."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    @property
    def _reader(self) -> Reader:
        return self._journal.reader

    @property
    def _signals(self) -> SignalService:
        return SignalService(self._journal, self._clock)

    def facts(self, seat: Seat, first: date, last: date, last_review: Review | None) -> Facts:
        """What one membership took and gave, beside the same of the period before."""
        reader = self._reader
        me = person_who_is_me(reader)
        mine = None if me is None else me.id
        of = seat.organisation.id
        was = period_before(first, last)
        met = people_met(reader, mine, was[0], last)
        rows = {
            measure: self._titled(measure, found)
            for measure, found in rows_of(reader, mine, of, first, last, met).items()
        }
        promises = [each for each in every_promise(reader) if _is_of(each, seat)]
        counted = {key: _sum(each) for key, each in rows.items()}
        held = (promises, seat.terms)
        eaten = self._eaten(of, first, last)
        now = {**self._tally(counted, held, first, last), **_told(eaten)}
        counted_before = tallies(reader, mine, *was, organisation_id=of, met=met).get(of, {})
        before = {**self._tally(counted_before, held, *was), **_told(self._eaten(of, *was))}
        rows[Measure.PROMISED] = _promise_rows(promises, last)
        rows[Measure.EATEN] = tuple(eaten or ())
        return Facts(
            membership=seat.membership,
            organisation=seat.organisation,
            first=first,
            last=last,
            facts=tuple(
                Fact(
                    measure=measure,
                    value=_value(measure, now),
                    before=_value(measure, before),
                    out_of=(
                        held_between(reader, first, last).get(of, 0)
                        if measure is Measure.ATTENDED
                        else None
                    ),
                    rows=rows.get(measure, ()),
                )
                for measure in measures_of(seat.organisation.kind, now, before)
            ),
            activities=self._activities(of, (first, last), was),
            gauges=tuple(GaugeService(self._journal, self._clock).gauges(of, first, last)),
            signals=tuple(self._signals.signals(seat.membership.id, first, last)),
            last_review=last_review,
        )

    def sums(
        self, seats: Iterable[Seat], first: date, last: date
    ) -> tuple[dict[OrganisationId, Tally], dict[OrganisationId, int]]:
        """What the organisations took and gave, and how many meetings each held.

        What they took of the customers' hours is told in a review alone: it asks for every week.
        """
        reader = self._reader
        me = person_who_is_me(reader)
        counted = tallies(reader, None if me is None else me.id, first, last)
        promises = every_promise(reader)
        found: dict[OrganisationId, Tally] = {}
        for seat in seats:
            of = seat.organisation.id
            theirs = [each for each in promises if _is_of(each, seat)]
            found[of] = self._tally(counted.get(of, {}), (theirs, seat.terms), first, last)
        return found, held_between(reader, first, last)

    def _tally(
        self,
        counted: Mapping[Measure, int],
        held: tuple[Sequence[Promise], Sequence[Term]],
        first: date,
        last: date,
    ) -> dict[Measure, int]:
        """The sums with what was promised, by promises and terms, once there is any promise."""
        if not any(each.starts_on <= last for each in held[0]):
            return dict(counted)
        return {**counted, Measure.PROMISED: promised_between(*held, first, last)}

    def _eaten(self, of: OrganisationId, first: date, last: date) -> list[FactRow] | None:
        """What the organisation took of the customers' hours; None where none are promised."""
        if not any(each.customer_minutes_a_week for each in every_ceiling(self._reader)):
            return None
        weeks = ForecastService(self._journal, self._clock).weeks(first, last)
        return taken_from_customers(weeks, of, first, last)

    def _activities(
        self, of: OrganisationId, now: tuple[date, date], was: tuple[date, date]
    ) -> tuple[ActivityFact, ...]:
        spent = {each.activity: each.minutes for each in spent_between(self._reader, *now, of)}
        before = {each.activity: each.minutes for each in spent_between(self._reader, *was, of)}
        return tuple(
            ActivityFact(activity=each, minutes=spent.get(each, 0), before=before.get(each, 0))
            for each in Activity
            if each in spent or each in before
        )

    def _titled(self, measure: Measure, rows: Sequence[FactRow]) -> tuple[FactRow, ...]:
        """The rows with the words one knows them by, where their own are none or too few."""
        about: list[Id] = [each.about for each in rows if each.about is not None]
        reader = self._reader
        if measure is Measure.HOURS:
            entries = reader.found(TimeEntry, about)
            return tuple(_named_after(each, _entry_words, entries) for each in rows)
        if measure in (Measure.PAID, Measure.RECEIVED):
            payments = reader.found(Payment, about)
            return tuple(_named_after(each, _payment_words, payments) for each in rows)
        if measure is Measure.ATTENDED:
            meetings = reader.found(Meeting, about)
            bare = [replace(each, title="") for each in rows]
            return tuple(_named_after(each, title_of, meetings) for each in bare)
        if measure in (Measure.MET, Measure.ONE_TO_ONES):
            people = reader.found(Person, about)
            return tuple(_named_after(each, _person_words, people) for each in rows)
        return tuple(rows)


def _named_after(row: FactRow, words: object, records: Mapping[Id, object]) -> FactRow:
    record = records.get(row.about) if row.about is not None else None
    if record is None or not callable(words):
        return row
    return replace(row, title=" · ".join(filter(None, (words(record), row.title))))


def _entry_words(entry: TimeEntry) -> str:
    return activity_name(entry.activity)


def _payment_words(payment: Payment) -> str:
    return payment_kind_name(payment.kind)


def _person_words(person: Person) -> str:
    return person.name


def _promise_rows(promises: Sequence[Promise], last: date) -> tuple[FactRow, ...]:
    """Every promise that had begun; the note tells why, where it does."""
    return tuple(
        FactRow(
            title=each.note or formats.hours(each.minutes_a_year),
            on=each.starts_on,
            amount=each.minutes_a_year,
            about=each.id,
        )
        for each in reversed(promises)
        if each.starts_on <= last
    )


def _is_of(promise: Promise, seat: Seat) -> bool:
    return promise.membership_id == seat.membership.id


def _told(eaten: Sequence[FactRow] | None) -> dict[Measure, int]:
    return {} if eaten is None else {Measure.EATEN: _sum(eaten)}


def _sum(rows: Iterable[FactRow]) -> int:
    return sum(each.amount for each in rows)


def _value(measure: Measure, tally: Tally) -> int | None:
    """What there is of a measure; None where nothing tells it."""
    if measure is Measure.AN_HOUR:
        received, paid = tally.get(Measure.RECEIVED, 0), tally.get(Measure.PAID, 0)
        return an_hour(received, paid, tally.get(Measure.HOURS, 0)) if received or paid else None
    if measure in (Measure.PROMISED, Measure.EATEN):
        return tally.get(measure)
    return tally.get(measure, 0)
