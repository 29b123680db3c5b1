"""The forecast: what the calendar will take, week by week and membership by membership."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from boardkeeper.clock import Clock
from boardkeeper.db import forecast as queries
from boardkeeper.db.ceilings import away_between, every_ceiling, every_effort
from boardkeeper.db.hours import spent_between
from boardkeeper.db.journal import Journal
from boardkeeper.db.meetings import meetings_starting
from boardkeeper.db.memberships import memberships_of, terms_of
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.promises import every_promise
from boardkeeper.db.reader import Reader
from boardkeeper.db.series import every_series
from boardkeeper.domain.clashes import monday_of
from boardkeeper.domain.effort import Effort, Preparation
from boardkeeper.domain.forecast import Forecast, Line, in_order
from boardkeeper.domain.forecast_lines import Demands, lines_of_meetings, lines_of_tasks
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.hours_report import ReportYear, year_of
from boardkeeper.domain.meetings import Meeting, MeetingId, SeriesId
from boardkeeper.domain.memberships import MembershipId, Term
from boardkeeper.domain.my_seats import MySeats
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person
from boardkeeper.domain.red_weeks import Room, weeks_of
from boardkeeper.domain.series import ClosedDays
from boardkeeper.domain.series_to_come import meetings_to_come, unplanned_from
from boardkeeper.domain.standings import Standing, standings_of, stretches
from boardkeeper.domain.weeks import Week

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


class ForecastService:
    """Looks ahead, and back. Nothing is stored: the calendar says it all.

    A meeting counts while I sit in its organisation, and where no membership of mine is known. One
    that is cancelled, or that I sent apologies to or was absent from, takes no time. Of past days
    a forecast is what their meetings would take, to be held against what was spent.
    """

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    @property
    def _reader(self) -> Reader:
        return self._journal.reader

    def between(
        self, first: date, last: date, organisation_id: OrganisationId | None = None
    ) -> Forecast:
        """What the days from the first to the last, both included, take; of one board or of all."""
        around = self._around()
        stored = self._meetings(around, first, last, organisation_id)
        to_come = self._to_come(around, first, last, organisation_id)
        demands = self._demands(around, first, last)
        lines = lines_of_meetings([*stored, *to_come], demands, {each.id for each in to_come})
        lines += [
            each
            for each in self._tasks(around, first, last)
            if organisation_id in (None, each.organisation_id)
        ]
        return Forecast(first=first, last=last, lines=tuple(in_order(lines)))

    def weeks(self, first: date, last: date) -> list[Week]:
        """Every week that touches the span, both days included, held against the ceiling."""
        first, last = monday_of(first), monday_of(last) + _WEEK - _DAY
        lines = self.between(first - _WEEK, last).lines
        spent: dict[date, dict[OrganisationId, int]] = defaultdict(lambda: defaultdict(int))
        for organisation_id, on, minutes in queries.spent_by_day(self._reader, first, last):
            spent[monday_of(on)][organisation_id] += minutes
        return weeks_of(lines, first, last, self.room(), spent)

    def room(self) -> Room:
        """Every ceiling, and every time away."""
        away = away_between(self._reader, date.min, date.max)
        return Room(ceilings=tuple(every_ceiling(self._reader)), away=tuple(away))

    def seats(self) -> MySeats:
        """The user's memberships; none until the user has said who they are."""
        return self._seats_of(person_who_is_me(self._reader))

    def standings(
        self, year: ReportYear | None = None, organisation_id: OrganisationId | None = None
    ) -> list[Standing]:
        """Every membership of mine that has anything to do with the year, by organisation.

        This calendar year unless told otherwise; of one organisation alone it takes less time.
        """
        year = year or year_of(self._clock.today())
        reader, today = self._reader, self._clock.today()
        around = self._around()
        promises = every_promise(reader)
        spent = [
            (each.organisation_id, first, each.minutes)
            for first, last in stretches(year, around.seats, promises)
            for each in spent_between(reader, first, last, organisation_id)
        ]
        to_come = []
        if today <= year.last:
            to_come = self._still_to_come(today, year.last, organisation_id)
        standings = standings_of(
            year,
            around.seats,
            around.organisations,
            promises,
            spent=spent,
            to_come=to_come,
        )
        return [each for each in standings if organisation_id in (None, each.organisation.id)]

    def _still_to_come(
        self, today: date, last: date, organisation_id: OrganisationId | None
    ) -> list[tuple[OrganisationId, date, int]]:
        """Minutes forecast from today on, less what is already spent on a meeting's activity."""
        spent = queries.spent_on_meetings(self._reader, _start(today), _start(last + _DAY))
        return [
            (line.organisation_id, line.on, left)
            for line in self.between(today, last, organisation_id).lines
            if (left := line.minutes - _already(line, spent)) > 0
        ]

    def _around(self) -> _Around:
        me = person_who_is_me(self._reader)
        return _Around(
            me=me,
            seats=self._seats_of(me),
            organisations={each.id: each for each in self._reader.every(Organisation)},
            missed=queries.meetings_missed(self._reader, me.id) if me else set(),
        )

    def _seats_of(self, me: Person | None) -> MySeats:
        if me is None:
            return MySeats((), {})
        mine = memberships_of(self._reader, me.id)
        terms: dict[MembershipId, list[Term]] = defaultdict(list)
        for term in terms_of(self._reader, [each.id for each in mine]):
            terms[term.membership_id].append(term)
        return MySeats(mine, terms)

    def _meetings(
        self, around: _Around, first: date, last: date, organisation_id: OrganisationId | None
    ) -> list[Meeting]:
        """The meetings of the days that are mine to go to."""
        span = (_start(first), _start(last + _DAY))
        begun = meetings_starting(self._reader, *span, organisation_id)
        return [
            each
            for each in begun
            if each.id not in around.missed and around.seats.is_mine(each.organisation_id, each.day)
        ]

    def _to_come(
        self, around: _Around, first: date, last: date, organisation_id: OrganisationId | None
    ) -> list[Meeting]:
        """The meetings that series are still to plan on those of the days that lie ahead."""
        today = self._clock.today()
        waiting = [
            (each, begin)
            for each in every_series(self._reader)
            if organisation_id in (None, each.organisation_id)
            and (begin := max(first, unplanned_from(each, today))) <= last
        ]
        if not waiting:
            return []
        closed: dict[OrganisationId, list[ClosedDays]] = defaultdict(list)
        for stretch in self._reader.every(ClosedDays):
            closed[stretch.organisation_id].append(stretch)
        met: dict[SeriesId, set[date]] = defaultdict(set)
        for series_id, day in queries.days_met(self._reader, [each.id for each, _begin in waiting]):
            met[series_id].add(day)
        return [
            meeting
            for each, begin in waiting
            for meeting in meetings_to_come(
                each, closed[each.organisation_id], met[each.id], begin, last
            )
            if around.seats.is_mine(meeting.organisation_id, meeting.day)
        ]

    def _demands(self, around: _Around, first: date, last: date) -> Demands:
        efforts = every_effort(self._reader)
        readers = [
            each.organisation_id
            for each in efforts.values()
            if each.preparation is Preparation.READING
        ]
        minutes: dict[MeetingId, int] = {}
        if readers:
            start, end = _start(first), _start(last + _DAY)
            minutes = queries.reading_minutes_by_meeting(self._reader, start, end, readers)
        return Demands(
            travel=lambda each: around.organisations[each].travel_minutes,
            effort=cache(lambda each: efforts.get(each) or Effort(organisation_id=each)),
            reading=lambda each: minutes.get(each, 0),
        )

    def _tasks(self, around: _Around, first: date, last: date) -> list[Line]:
        today = self._clock.today()
        if around.me is None or last < today:
            return []
        tasks = queries.tasks_with_estimates(self._reader, around.me.id, last)
        return [each for each in lines_of_tasks(tasks, today) if first <= each.on <= last]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """Who I am, where I sit, the organisations there are, and the meetings I was not at."""

    me: Person | None
    seats: MySeats
    organisations: Mapping[OrganisationId, Organisation]
    missed: set[MeetingId]


def _start(day: date) -> datetime:
    return datetime.combine(day, time())


def _already(line: Line, spent: Mapping[tuple[MeetingId, Activity], int]) -> int:
    """Minutes of the line that are not to come any more: spent, or of a meeting that was held."""
    if line.meeting is None or line.meeting_id is None:
        return 0
    if not line.meeting.is_open and line.activity is not Activity.FOLLOW_UP:
        return line.minutes
    return spent.get((line.meeting_id, line.activity), 0)
