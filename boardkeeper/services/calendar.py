"""The calendar: the meetings of every organisation at once, what is due, and what clashes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from boardkeeper.clock import Clock
from boardkeeper.db.calendar import closed_days_between, my_terms_due
from boardkeeper.db.ceilings import every_ceiling
from boardkeeper.db.journal import Journal
from boardkeeper.db.meetings import meetings_between, meetings_without_minutes
from boardkeeper.db.reader import Reader
from boardkeeper.db.reminders import reminders_until
from boardkeeper.domain.ceilings import ceiling_on
from boardkeeper.domain.clashes import Finding, Limits, findings_of, monday_of
from boardkeeper.domain.deadlines import (
    DAYS_AHEAD,
    Deadline,
    deadlines_of_meetings,
    deadlines_of_reminders,
    deadlines_of_terms,
)
from boardkeeper.domain.free_evenings import Evening, EveningWish, Surroundings, evenings_for
from boardkeeper.domain.holidays import holiday_name
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.rules import OwnRule, RuleName, rule_in_force
from boardkeeper.i18n import _
from boardkeeper.services.reminders import due_on

_DAY = timedelta(days=1)
_EVERY_EVENING = 7
_LATE = timedelta(days=60)
"""For how long late minutes are brought up on Today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarSpan:
    """What the calendar shows from the first day to the last, both included.

    Attributes:
        first: The first day.
        last: The last day.
        organisations: Every organisation there is, for its label and colour.
        meetings: Those that touch the span, the earliest first, cancelled ones too.
        deadlines: What is due in the span, by day.
        findings: What does not go together in the span; meetings of other organisations count
            even where only one organisation is shown.
        closed: The holidays of the span, by day, Christmas Eve and its like among them, and the
            days an organisation is closed, with the reason.
    """

    first: date
    last: date
    organisations: Mapping[OrganisationId, Organisation]
    meetings: tuple[Meeting, ...]
    deadlines: tuple[Deadline, ...]
    findings: tuple[Finding, ...]
    closed: Mapping[date, str]

    def label(self, meeting: Meeting) -> str:
        """The short name of the meeting's organisation."""
        return self.organisations[meeting.organisation_id].label


class CalendarService:
    """Reads the calendar; whatever the span, the number of statements is the same."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    @property
    def _reader(self) -> Reader:
        return self._journal.reader

    def between(
        self, first: date, last: date, organisation_id: OrganisationId | None = None
    ) -> CalendarSpan:
        """The calendar from the first day to the last, both included; of one organisation if asked.

        Whole weeks are read, so that evenings are counted right at the edges.
        """
        organisations = {each.id: each for each in self._reader.every(Organisation)}
        days = self._rules(organisations)
        longest = timedelta(days=max(days.values(), default=0))
        since, until = monday_of(first) - _DAY, monday_of(last) + timedelta(days=8)
        read = self._meetings(since, max(until, last + longest))
        findings = findings_of(
            [each for each in read if each.day <= until],
            lambda each: travel_minutes(organisations[each]),
            self.limits(last),
        )
        shown = [each for each in read if organisation_id in (None, each.organisation_id)]
        asking = [each for each in read if each.is_open]
        asking += self._without_minutes(first - 2 * longest, last)
        due = self._due(asking, days, last, organisation_id)
        due += self._dated(first, last, organisation_id)
        return CalendarSpan(
            first=first,
            last=last,
            organisations=organisations,
            meetings=tuple(each for each in shown if _touches(each, first, last)),
            deadlines=tuple(each for each in _by_day(due) if each.on >= first),
            findings=tuple(
                each for each in findings if _concerns(each, first, last, organisation_id)
            ),
            closed=self._closed(first, last, organisations, organisation_id),
        )

    def due(self, organisation_id: OrganisationId | None = None) -> list[Deadline]:
        """What is due within 30 days and what is late, by day; of one organisation if asked.

        Reminders and terms are there from the day they are brought up. Minutes are no longer
        brought up 60 days after they were due.
        """
        today = self._clock.today()
        last = today + timedelta(days=DAYS_AHEAD)
        days = self._rules({each.id: each for each in self._reader.every(Organisation)})
        longest = timedelta(days=max(days.values(), default=0))
        asking = [each for each in self._meetings(today, last + longest) if each.is_open]
        asking += self._without_minutes(today - _LATE - 2 * longest, last)
        due = [
            each
            for each in self._due(asking, days, last, organisation_id)
            if each.on >= today - _LATE or _is_ahead(each, today)
        ]
        brought_up = due_on(self._reader, today)
        due += [each for each in brought_up if organisation_id in (None, each.organisation_id)]
        return _by_day(due)

    def evenings(self, wish: EveningWish) -> list[Evening]:
        """The evenings of the wish, free or not, looked at across every organisation."""
        organisations = {each.id: each for each in self._reader.every(Organisation)}
        around = Surroundings(
            limits=self.limits(wish.last),
            travel=lambda each: travel_minutes(organisations[each]),
            is_closed=_closed,
            name=lambda meeting: organisations[meeting.organisation_id].label,
        )
        read = self._meetings(monday_of(wish.first), monday_of(wish.last) + timedelta(days=6))
        return evenings_for(wish, read, around)

    def limits(self, day: date | None = None) -> Limits:
        """How much the person takes on by the ceiling in force on the day, or today.

        The limits anybody has to begin with, until a ceiling is set.
        """
        ceiling = ceiling_on(every_ceiling(self._reader), day or self._clock.today())
        if ceiling is None:
            return Limits()
        if ceiling.evenings_a_week is None:
            return Limits(evenings_a_week=_EVERY_EVENING)
        return Limits(evenings_a_week=ceiling.evenings_a_week)

    def _meetings(self, first: date, last: date) -> list[Meeting]:
        return meetings_between(
            self._reader,
            datetime.combine(first, time()),
            datetime.combine(last + _DAY, time()),
        )

    def _due(
        self,
        meetings: Iterable[Meeting],
        days: Mapping[tuple[OrganisationId, RuleName], int],
        last: date,
        organisation_id: OrganisationId | None,
    ) -> list[Deadline]:
        """What is due for meetings until the last day; what is late may have been due long ago.

        A deadline lies at most its rule's days before its meeting, or those of two rules after it:
        the meetings that far off are to be among the `meetings`.
        """
        return deadlines_of_meetings(
            (each for each in meetings if organisation_id in (None, each.organisation_id)),
            lambda of, rule: days[of, rule],
            self._clock.today(),
            last,
        )

    def _without_minutes(self, first: date, last: date) -> list[Meeting]:
        return meetings_without_minutes(
            self._reader,
            datetime.combine(first, time()),
            datetime.combine(last + _DAY, time()),
        )

    def _rules(
        self, organisations: Mapping[OrganisationId, Organisation]
    ) -> dict[tuple[OrganisationId, RuleName], int]:
        """The days of every organisation's rules."""
        own: dict[OrganisationId, list[OwnRule]] = defaultdict(list)
        for each in self._reader.every(OwnRule):
            own[each.organisation_id].append(each)
        return {
            (each.id, rule): rule_in_force(each.kind, own[each.id], rule).days
            for each in organisations.values()
            for rule in RuleName
        }

    def _dated(
        self, first: date, last: date, organisation_id: OrganisationId | None
    ) -> list[Deadline]:
        """The elections, ends of terms and reminders of the span, put off or not."""
        found = [
            deadline
            for membership, terms in my_terms_due(self._reader, first, last)
            for deadline in deadlines_of_terms(membership, terms, first, last)
        ]
        reminders = reminders_until(self._reader, last)
        found += deadlines_of_reminders(reminders, self._clock.today(), last)
        return [each for each in found if organisation_id in (None, each.organisation_id)]

    def _closed(
        self,
        first: date,
        last: date,
        organisations: Mapping[OrganisationId, Organisation],
        organisation_id: OrganisationId | None,
    ) -> dict[date, str]:
        """Holidays, and the days organisations are closed: named where more than one is shown."""
        reasons: dict[date, list[str]] = defaultdict(list)
        for day, name in closed_days(first, last).items():
            reasons[day].append(name)
        for each in closed_days_between(self._reader, first, last):
            if organisation_id not in (None, each.organisation_id):
                continue
            why = each.reason or _("Closed")
            if organisation_id is None:
                board = organisations[each.organisation_id].label
                why = _("{board}: {reason}").format(board=board, reason=why)
            since, until = max(first, each.starts_on), min(last, each.ends_on)
            for n in range((until - since).days + 1):
                reasons[since + n * _DAY].append(why)
        return {day: " · ".join(reasons[day]) for day in sorted(reasons)}


def _by_day(deadlines: Iterable[Deadline]) -> list[Deadline]:
    return sorted(deadlines, key=lambda each: (each.on, each.kind))


def _is_ahead(deadline: Deadline, today: date) -> bool:
    return deadline.meeting is not None and deadline.meeting.day >= today


def travel_minutes(organisation: Organisation) -> int:
    """Minutes one way to where the organisation meets."""
    return organisation.travel_minutes


def closed_days(first: date, last: date) -> dict[date, str]:
    """The holidays from the first day to the last, both included, the half ones too."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return {day: name for day in days if (name := _closed(day)) is not None}


def _closed(day: date) -> str | None:
    return holiday_name(day, with_half_holidays=True)


def _touches(meeting: Meeting, first: date, last: date) -> bool:
    return meeting.day <= last and meeting.ends_at > datetime.combine(first, time())


def _concerns(
    finding: Finding, first: date, last: date, organisation_id: OrganisationId | None
) -> bool:
    """Whether a finding has a meeting in the span, and one of the organisation if one is shown."""
    return any(_touches(each, first, last) for each in finding.meetings) and any(
        organisation_id in (None, each.organisation_id) for each in finding.meetings
    )
