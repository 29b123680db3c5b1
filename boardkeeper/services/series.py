"""Series of meetings: planned ahead, changed whole or from a day on, and kept off holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.journal import Journal, Transaction
from boardkeeper.db.meetings import meetings_of
from boardkeeper.db.reader import Reader
from boardkeeper.db.series import (
    closed_days_of,
    every_series,
    meetings_in_series,
    series_of,
)
from boardkeeper.domain.meetings import Meeting, MeetingKind, SeriesId, title_of
from boardkeeper.domain.occurrences import count_before, next_occurrence
from boardkeeper.domain.organisations import Organisation, OrganisationId, OrganisationKind
from boardkeeper.domain.recurrence import Rule, ending_with
from boardkeeper.domain.rhythm_words import days_in_words
from boardkeeper.domain.series import ClosedDays, ClosedDaysId, HolidayRule, Series
from boardkeeper.domain.series_change import (
    Plan,
    free_ahead,
    meeting_of,
    missing,
    rearranged,
)
from boardkeeper.domain.series_plan import Planned, planned_days
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.services.seating import Seating
from boardkeeper.services.trash import discard

AHEAD = timedelta(days=548)
"""Eighteen months: how far ahead meetings are planned; further on as time passes."""

BACK = timedelta(days=366)
"""How far back the meetings of a series already running are planned."""


class SeriesService:
    """What one does with series. All times are wall times of the meetings' place."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def all(self) -> list[Series]:
        """Every series, the earliest to begin first."""
        return every_series(self._journal.reader)

    def get(self, series_id: SeriesId) -> Series:
        return self._journal.reader.get(Series, series_id)

    def of_organisation(self, organisation_id: OrganisationId) -> list[Series]:
        return series_of(self._journal.reader, organisation_id)

    def meetings(self, series_id: SeriesId) -> list[Meeting]:
        """The meetings of a series, in the order of the days its rule gave them."""
        return meetings_in_series(self._journal.reader, series_id)

    def proposed(self, organisation_id: OrganisationId, day: date, rule: Rule) -> Series:
        """A series from that day with what the organisation's meetings share; not stored."""
        organisation = self._journal.reader.get(Organisation, organisation_id)
        is_network = organisation.kind is OrganisationKind.NETWORK
        return Series(
            organisation_id=organisation_id,
            kind=MeetingKind.NETWORK if is_network else MeetingKind.REGULAR,
            rule=rule.text,
            starts_at=datetime.combine(day, organisation.usual_start),
            minutes=organisation.usual_minutes,
            zone=organisation.zone,
            place=organisation.usual_place,
        )

    def days(self, series: Series, first: date, last: date) -> list[Planned]:
        """What the series would give, day by day, whether it is stored or not."""
        closed = closed_days_of(self._journal.reader, series.organisation_id)
        return planned_days(series, closed, first, last)

    def dropped(
        self, series_id: SeriesId, first: date | None = None, last: date | None = None
    ) -> list[Planned]:
        """The days of the rule without their meeting, or with it elsewhere, and why.

        From the start of this year to as far as is planned, unless told otherwise.
        """
        today = self._clock.today()
        plan = _plan(self._journal.reader, self.get(series_id))
        first = first or today.replace(month=1, day=1)
        last = last or plan.series.planned_until or today + AHEAD
        return missing(plan, self.meetings(series_id), first, last)

    def questions(self, series_id: SeriesId) -> list[Planned]:
        """The days ahead that a person is still to decide about."""
        today = self._clock.today()
        found = self.dropped(series_id, today, today + AHEAD)
        return [each for each in found if each.is_question]

    def open_questions(
        self, organisation_id: OrganisationId | None = None
    ) -> list[tuple[Series, list[Planned]]]:
        """The series with days to decide about, each with those days; of one organisation if asked.

        Only a series whose holiday rule is to ask has any.
        """
        asking = [
            each
            for each in self.all()
            if each.holiday_rule is HolidayRule.ASK
            and organisation_id in (None, each.organisation_id)
        ]
        found = [(each, self.questions(each.id)) for each in asking]
        return [(each, days) for each, days in found if days]

    def plan(self, series: Series) -> list[Meeting]:
        """Store a series with its meetings, up to its end or eighteen months ahead.

        A meeting the organisation already has at that very time becomes one of the series.
        Raises InvalidField when the rule gives no meeting at all within three years.
        """
        _refuse_empty(series)
        with self._journal.command(_("Plan series of meetings")) as tx:
            put_planned(tx, series, self._clock.today())
        return self.meetings(series.id)

    def extend(self) -> int:
        """Plan every series eighteen months ahead of today; returns how many meetings that added.

        What was planned before and taken away does not come back.
        """
        today = self._clock.today()
        last = today + AHEAD
        added = 0
        with self._journal.command(_("Plan meetings further ahead")) as tx:
            for series in every_series(tx):
                planned = series.planned_until or today
                first = max(planned + timedelta(days=1), series.starts_at.date(), today - BACK)
                following = next_occurrence(series.recurrence, series.starts_at, first)
                if following is None or following.date() > last:
                    continue  # and no holiday was asked about, which costs a start its import
                count = _fill(tx, series, _plan(tx, series).days(first, last))
                tx.put(replace(series, planned_until=last))
                added += count
        return added

    def change_all(self, series: Series) -> None:
        """Store a changed series; its meetings ahead that stand as planned follow it.

        Meetings held, called, cancelled or moved one by one stay as they are.
        """
        _refuse_empty(series)
        with self._journal.command(_("Change series of meetings")) as tx:
            old = _plan(tx, tx.get(Series, series.id))
            self._replan(tx, old, Plan(series=series, closed=old.closed))

    def change_from(self, series_id: SeriesId, day: date, changed: Series) -> Series:
        """Let the series be as `changed` from a day of it on; what lies before stays.

        The old series ends the day before, and a new one takes over the meetings from then on.
        Returns the series that holds from the day on.
        """
        old = self.get(series_id)
        before = count_before(old.recurrence, old.starts_at, day)
        if not before:
            self.change_all(replace(changed, id=old.id))
            return self.get(series_id)
        new = _begun_on(day, old, changed, before)
        _refuse_empty(new)
        eve = day - timedelta(days=1)
        with self._journal.command(_("Change series from a day on")) as tx:
            closed = _plan(tx, old).closed
            ended = ending_with(old.recurrence, eve).text
            tx.put(replace(old, rule=ended, planned_until=min(old.planned_until or eve, eve)))
            tx.put(new)
            for each in meetings_in_series(tx, old.id):
                if each.series_day and each.series_day >= day:
                    tx.put(replace(each, series_id=new.id))
            was = Plan(series=replace(old, id=new.id), closed=closed)
            self._replan(tx, was, Plan(series=new, closed=closed))
        return self.get(new.id)

    def end(self, series_id: SeriesId, day: date) -> None:
        """Let that day be the last the series may meet on; later meetings as planned go."""
        with self._journal.command(_("End series of meetings")) as tx:
            old = _plan(tx, tx.get(Series, series_id))
            rule = ending_with(old.series.recurrence, day)
            ended = replace(old.series, rule=rule.text)
            self._replan(tx, old, Plan(series=ended, closed=old.closed))

    def discard(self, series_id: SeriesId) -> None:
        """Move the series and its meetings ahead to the trash.

        Meetings held, called, cancelled or moved one by one stay, as meetings of their own.
        """
        with self._journal.command(_("Delete series of meetings")) as tx:
            series = tx.get(Series, series_id)
            ahead = free_ahead(
                _plan(tx, series), meetings_in_series(tx, series_id), self._clock.today()
            )
            organisation = tx.get(Organisation, series.organisation_id)
            days = days_in_words(series.recurrence, series.starts_at)
            title = f"{series.title or days} · {organisation.label}"
            discard(tx, series, title, self._clock.today(), along=ahead)

    def settle(self, series_id: SeriesId, rule_day: date, on: date | None) -> None:
        """Decide about a day of the rule: meet on a day all the same, or leave it out."""
        with self._journal.command(_("Decide about a meeting")) as tx:
            series = tx.get(Series, series_id)
            there = [e for e in meetings_in_series(tx, series_id) if e.series_day == rule_day]
            if on is None:
                for each in there:
                    _put_away(tx, each, self._clock.today())
                tx.put(series.leaving_out(rule_day))
                return
            series = series.taking_in(rule_day)
            tx.put(series)
            if not there:
                _fill(tx, series, [Planned(rule_day=rule_day, day=on)])

    def closed_days(self, organisation_id: OrganisationId) -> list[ClosedDays]:
        """The organisation's closed days, the earliest first."""
        return closed_days_of(self._journal.reader, organisation_id)

    def close(self, closed: ClosedDays) -> None:
        """Keep the organisation's series off these days, new or changed."""
        with self._journal.command(_("Close days")) as tx:
            plans = _plans(tx, closed.organisation_id)
            tx.put(closed)
            for old in plans:
                self._replan(tx, old, _plan(tx, old.series))

    def reopen(self, closed_id: ClosedDaysId) -> None:
        """Let the organisation's series meet on these days again."""
        with self._journal.command(_("Open closed days")) as tx:
            closed = tx.get(ClosedDays, closed_id)
            plans = _plans(tx, closed.organisation_id)
            tx.remove(closed)
            for old in plans:
                self._replan(tx, old, _plan(tx, old.series))

    def _replan(self, tx: Transaction, old: Plan, new: Plan) -> None:
        """Let the meetings of a series follow it from one plan to another."""
        today = self._clock.today()
        last = max(today + AHEAD, old.series.planned_until or today)
        outcome = rearranged(old, new, meetings_in_series(tx, new.series.id), today, last)
        for meeting in outcome.left_over:
            _put_away(tx, meeting, today)
        tx.put_all(outcome.changed)
        tx.put(replace(new.series, planned_until=last))
        _fill(tx, new.series, outcome.to_fill)


def put_planned(tx: Transaction, series: Series, today: date) -> None:
    """Store a series with its meetings, up to its end or eighteen months ahead of today."""
    first = max(series.starts_at.date(), today - BACK)
    last = max(series.starts_at.date(), today) + AHEAD
    tx.put(replace(series, planned_until=last))
    planned = _plan(tx, series).days(first, last)
    _take_in(tx, series, planned)
    _fill(tx, series, planned)


def _plan(reader: Reader, series: Series) -> Plan:
    closed = closed_days_of(reader, series.organisation_id)
    return Plan(series=series, closed=tuple(closed))


def _plans(reader: Reader, organisation_id: OrganisationId) -> list[Plan]:
    return [_plan(reader, each) for each in series_of(reader, organisation_id)]


def _take_in(tx: Transaction, series: Series, planned: list[Planned]) -> None:
    """Let meetings the organisation has at the series' very times be of the series."""
    days = {each.day: each.rule_day for each in planned}
    for meeting in meetings_of(tx, series.organisation_id):
        is_alike = meeting.series_id is None and meeting.kind is series.kind
        at = datetime.combine(meeting.day, series.starts_at.time())
        if is_alike and meeting.day in days and meeting.starts_at == at:
            tx.put(replace(meeting, series_id=series.id, series_day=days[meeting.day]))


def _fill(tx: Transaction, series: Series, planned: list[Planned]) -> int:
    """Store the meetings of these days, where there is none yet; returns how many."""
    there = {each.series_day for each in meetings_in_series(tx, series.id)}
    seating = Seating(tx, series.organisation_id)
    number = seating.next_number(series.kind)
    new = []
    for each in planned:
        if each.day is None or each.rule_day in there:
            continue
        meeting = meeting_of(series, each, each.day)
        new.append(replace(seating.seated(meeting), number=number))
        number = None if number is None else number + 1
    tx.put_all(new)
    return len(new)


def _begun_on(day: date, old: Series, changed: Series, before: int) -> Series:
    """The changed series as a new one, from its first day on or after `day`."""
    rule = changed.recurrence
    start = next_occurrence(ending_with(rule, None), changed.starts_at, day)
    if start is None:
        raise InvalidField("rule", _no_meeting())
    if rule.count is not None and rule == old.recurrence:
        rule = replace(rule, count=max(1, rule.count - before))
    return replace(
        changed,
        id=SeriesId.new(),
        starts_at=start,
        rule=rule.text,
        planned_until=old.planned_until,
    )


def _refuse_empty(series: Series) -> None:
    if next_occurrence(series.recurrence, series.starts_at, series.starts_at.date()) is None:
        raise InvalidField("rule", _no_meeting())


def _no_meeting() -> str:
    return _("The rule gives no meeting within three years.")


def _put_away(tx: Transaction, meeting: Meeting, today: date) -> None:
    """Remove a meeting that is no longer planned; one that was worked on goes to the trash."""
    if meeting.notes or items_of(tx, meeting.id):
        discard(tx, meeting, title_of(meeting), today)
    else:
        tx.remove(meeting)
