"""The overview of a year: boards and hours on one page."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.people import person_who_is_me
from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.domain.sheets.overview import (
    OverviewSheet,
    Year,
    overview_of,
    overview_of_mine,
)
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import Language, pgettext, speaking
from boardkeeper.i18n import language as spoken_language
from boardkeeper.services.forecast import ForecastService
from boardkeeper.services.hours_reports import HoursReports, held_seats
from boardkeeper.services.money import MoneyService
from boardkeeper.services.plans import Plans
from boardkeeper.services.prepared import Prepared


class OverviewService:
    """Gathers what a year held and will hold; this calendar year unless told otherwise."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def paper(
        self,
        organisation_id: OrganisationId | None = None,
        year: ReportYear | None = None,
        *,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """My boards and hours of a year, or those of one board.

        Of all in the program's language and of one in its own, unless another is asked for.
        """
        sheet = self.sheet(organisation_id, year, language)

        def draw() -> bytes:
            # ReportLab costs a start a fifth of a second, and is needed when one prints.
            from boardkeeper.printing.overview import overview_pdf  # noqa: PLC0415

            return overview_pdf(sheet, profile)

        head = sheet.letterhead
        label = head.organisation
        if organisation_id is not None:
            label = self._journal.reader.get(Organisation, organisation_id).label
        with speaking(head.language):
            name = pgettext("file name", "Boards and hours")
        return Prepared(
            title=" · ".join(part for part in (head.organisation, head.title) if part),
            file_name=file_name(sheet.year.first, label, name, suffix=".pdf"),
            draw=draw,
        )

    def sheet(
        self,
        organisation_id: OrganisationId | None = None,
        year: ReportYear | None = None,
        language: Language | None = None,
    ) -> OverviewSheet:
        """What the page says."""
        reader = self._journal.reader
        known = self._year(year or HoursReports(self._journal, self._clock).this_year())
        plans = Plans(self._journal, self._clock)
        today, now = self._clock.today(), self._clock.now()
        if organisation_id is not None:
            organisation = reader.get(Organisation, organisation_id)
            spoken = language or organisation.language
            return overview_of(
                organisation,
                known,
                ahead=plans.ahead(spoken, organisation_id),
                language=spoken,
                today=today,
                printed_at=now,
            )
        spoken = language or spoken_language()
        me = person_who_is_me(reader)
        with speaking(spoken):
            organisations = sorted(
                reader.every(Organisation), key=lambda each: formats.sort_key(each.name)
            )
        return overview_of_mine(
            known,
            {each.id: each for each in organisations},
            ahead=plans.ahead(spoken),
            owner=me.name if me else "",
            language=spoken,
            today=today,
            printed_at=now,
        )

    def _year(self, year: ReportYear) -> Year:
        forecast = ForecastService(self._journal, self._clock)
        money = MoneyService(self._journal, self._clock).in_and_out_each(year.first, year.last)
        return Year(
            report=HoursReports(self._journal, self._clock).report(year),
            standings=forecast.standings(year),
            money={e.organisation_id: e for e in money if e.organisation_id is not None},
            weeks=forecast.weeks(year.first, year.last),
            seats=held_seats(self._journal.reader),
        )
