"""The facts of the papers that span many meetings: the plan of a year, and the days ahead."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.meetings import every_meeting, meetings_between, meetings_of
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reminders import reminders_until
from boardkeeper.db.rules import own_rules_of
from boardkeeper.db.series import every_series, series_of
from boardkeeper.domain.deadlines import (
    Deadline,
    deadlines_of_meetings,
    deadlines_of_reminders,
)
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.rules import OwnRule, RuleName, rule_in_force
from boardkeeper.domain.series import Series
from boardkeeper.domain.series_plan import reason_in_words
from boardkeeper.domain.sheets.ahead import DAYS, AheadSheet, ahead_sheet
from boardkeeper.domain.sheets.plan import DroppedMeeting, PlanSheet, plan_of, plan_of_mine
from boardkeeper.i18n import Language, language, speaking
from boardkeeper.services.calendar import CalendarService, CalendarSpan
from boardkeeper.services.series import SeriesService

LONGEST_RULE = timedelta(days=367)
"""No rule counts more days than this, before a meeting or after it."""


class Plans:
    """Gathers the sheets from the records."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def plan(
        self, organisation_id: OrganisationId | None, year: int, spoken: Language | None
    ) -> PlanSheet:
        """The plan of one organisation in its language, or of all in the program's."""
        if organisation_id is None:
            return self._mine(year, spoken or language())
        reader = self._journal.reader
        organisation = reader.get(Organisation, organisation_id)
        chosen = spoken or organisation.language
        return plan_of(
            organisation,
            year,
            meetings_of(reader, organisation_id),
            own_rules=own_rules_of(reader, organisation_id),
            dropped=self._dropped(series_of(reader, organisation_id), year, chosen),
            language=chosen,
            printed_at=self._clock.now(),
        )

    def ahead(
        self, spoken: Language | None, organisation_id: OrganisationId | None = None
    ) -> AheadSheet:
        """The next 90 days of all organisations or one; in the program's language unless told."""
        today = self._clock.today()
        last = today + timedelta(days=DAYS - 1)
        span = CalendarService(self._journal, self._clock).between(today, last, organisation_id)
        of_terms = [each for each in span.deadlines if each.term is not None]
        reminders = reminders_until(self._journal.reader, last)
        due = [*self._due(span), *of_terms, *deadlines_of_reminders(reminders, today, last)]
        return ahead_sheet(
            span.organisations,
            span.meetings,
            deadlines=[each for each in due if organisation_id in (None, each.organisation_id)],
            findings=span.findings,
            owner=self._my_name(),
            language=spoken or language(),
            today=today,
            printed_at=self._clock.now(),
        )

    def _due(self, span: CalendarSpan) -> list[Deadline]:
        """What is due in the span and what is late, also for meetings before and after it."""
        reader = self._journal.reader
        own: dict[OrganisationId, list[OwnRule]] = defaultdict(list)
        for rule in reader.every(OwnRule):
            own[rule.organisation_id].append(rule)

        def days(of: OrganisationId, rule: RuleName) -> int:
            return rule_in_force(span.organisations[of].kind, own[of], rule).days

        around = meetings_between(
            reader,
            datetime.combine(span.first - LONGEST_RULE, time()),
            datetime.combine(span.last + LONGEST_RULE, time()),
        )
        return deadlines_of_meetings(around, days, self._clock.today(), span.last)

    def _mine(self, year: int, spoken: Language) -> PlanSheet:
        reader = self._journal.reader
        with speaking(spoken):
            organisations = sorted(
                reader.every(Organisation), key=lambda each: formats.sort_key(each.name)
            )
        return plan_of_mine(
            organisations,
            year,
            every_meeting(reader),
            owner=self._my_name(),
            own_rules=reader.every(OwnRule),
            dropped=self._dropped(every_series(reader), year, spoken),
            language=spoken,
            printed_at=self._clock.now(),
        )

    def _dropped(self, every: list[Series], year: int, spoken: Language) -> list[DroppedMeeting]:
        """What series would have met on in the year; holidays are named in the language."""
        service = SeriesService(self._journal, self._clock)
        first, last = date(year, 1, 1), date(year, 12, 31)
        with speaking(spoken):
            return [
                DroppedMeeting(
                    organisation_id=series.organisation_id,
                    on=planned.rule_day,
                    why=reason_in_words(planned),
                )
                for series in every
                for planned in service.dropped(series.id, first, last)
            ]

    def _my_name(self) -> str:
        me = person_who_is_me(self._journal.reader)
        return me.name if me else ""
