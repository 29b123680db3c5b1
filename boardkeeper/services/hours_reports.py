"""Reports of the time spent: a year added up, on paper, and as a table for other programs."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from enum import StrEnum

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db import hours as queries
from boardkeeper.db.journal import Journal
from boardkeeper.db.memberships import memberships_of, terms_of
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reader import Reader
from boardkeeper.domain.hours_report import (
    HoursReport,
    ReportYear,
    report_of,
    year_of,
    years_between,
)
from boardkeeper.domain.memberships import MembershipId, Term
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.sheets.hour_lines import HourLines
from boardkeeper.domain.sheets.hours import (
    HeldSeat,
    HoursSheet,
    hours_sheet_of,
    hours_sheet_of_mine,
)
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import Language, pgettext, speaking
from boardkeeper.i18n import language as spoken_language
from boardkeeper.services.plans import Plans
from boardkeeper.services.prepared import Prepared
from boardkeeper.services.table_gathering import (
    Lines,
    gathered,
    lines_name,
    lines_name_of_year,
)


class TableKind(StrEnum):
    """A file of lines for another program; the value is its suffix without the dot."""

    XLSX = "xlsx"
    CSV = "csv"


class HoursReports:
    """What the time written down comes to. A year is this calendar year unless told otherwise."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def this_year(self, first_month: int = 1) -> ReportYear:
        """The year of today, of those that begin in that month."""
        return year_of(self._clock.today(), first_month)

    def years(self, first_month: int = 1) -> list[ReportYear]:
        """This year and every year there are entries in, the newest first."""
        today = self._clock.today()
        first, last = queries.days_with_entries(self._journal.reader) or (today, today)
        return years_between(min(first, today), max(last, today), first_month)[::-1]

    def report(
        self, year: ReportYear | None = None, organisation_id: OrganisationId | None = None
    ) -> HoursReport:
        """A year of one organisation, or of all; quick with 100,000 entries."""
        year = year or self.this_year()
        parts = queries.months_between(self._journal.reader, year.first, year.last, organisation_id)
        return report_of(year, parts)

    def paper(
        self,
        organisation_id: OrganisationId | None = None,
        year: ReportYear | None = None,
        *,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """My boards and hours of a year, or the hours of one board.

        Of all in the program's language and of one in its own, unless another is asked for.
        """
        sheet = self._sheet(organisation_id, year or self.this_year(), language)

        def draw() -> bytes:
            # ReportLab costs a start a fifth of a second, and is needed when one prints.
            from boardkeeper.printing.hours import hours_pdf  # noqa: PLC0415

            return hours_pdf(sheet, profile)

        head = sheet.letterhead
        label = head.organisation
        if organisation_id is not None:
            label = self._journal.reader.get(Organisation, organisation_id).label
        with speaking(head.language):
            name = pgettext("file name", "Hours")
        return Prepared(
            title=" · ".join(part for part in (head.organisation, head.title) if part),
            file_name=file_name(sheet.year.first, label, name, suffix=".pdf"),
            draw=draw,
        )

    def table(
        self,
        kind: TableKind,
        organisation_id: OrganisationId | None = None,
        year: ReportYear | None = None,
        *,
        what: Lines | None = None,
        language: Language | None = None,
    ) -> Prepared:
        """The entries line by line; every year's unless one is asked for.

        A spreadsheet has payments and trips on sheets of their own, unless it is asked `what` it
        shall hold. In the program's language unless another is asked for.
        """
        first, last = (year.first, year.last) if year else (date.min, date.max)
        found = gathered(self._journal.reader, first, last, organisation_id)
        spoken = language or spoken_language()
        with speaking(spoken):
            lines = what or Lines.HOURS
            title = lines_name_of_year(lines, year.label) if year else lines_name(lines)
        is_spreadsheet = kind is TableKind.XLSX
        wanted = tuple(Lines) if what is None and is_spreadsheet else (lines,)

        def draw() -> bytes:
            # openpyxl is slow to import, and is needed when one exports.
            from boardkeeper.exchange.hours_table import hours_table  # noqa: PLC0415
            from boardkeeper.exchange.money_table import (  # noqa: PLC0415
                payments_table,
                trips_table,
            )
            from boardkeeper.exchange.typed_tables import as_csv, as_xlsx  # noqa: PLC0415

            with speaking(spoken):
                hours = HourLines(language=spoken, title=title, lines=found.hour_lines())
                makers = {
                    Lines.HOURS: lambda: hours_table(hours),
                    Lines.PAYMENTS: lambda: payments_table(
                        found.payment_lines(), lines_name(Lines.PAYMENTS)
                    ),
                    Lines.TRIPS: lambda: trips_table(found.trip_lines(), lines_name(Lines.TRIPS)),
                }
                tables = [makers[each]() for each in wanted]
                return (
                    as_xlsx(tables, title, spoken) if is_spreadsheet else as_csv(tables[0], spoken)
                )

        label = found.organisations[organisation_id].label if organisation_id is not None else ""
        day = year.first if year else self._clock.today()
        return Prepared(
            title=" · ".join(part for part in (label, title) if part),
            file_name=file_name(day, label, title, suffix=f".{kind}"),
            draw=draw,
        )

    def _sheet(
        self, organisation_id: OrganisationId | None, year: ReportYear, language: Language | None
    ) -> HoursSheet:
        reader = self._journal.reader
        report = self.report(year, organisation_id)
        today, now = self._clock.today(), self._clock.now()
        me = person_who_is_me(reader)
        plans = Plans(self._journal, self._clock)
        if organisation_id is not None:
            organisation = reader.get(Organisation, organisation_id)
            spoken = language or organisation.language
            return hours_sheet_of(
                organisation,
                report,
                held_seats(reader),
                ahead=plans.ahead(spoken, organisation_id),
                language=spoken,
                today=today,
                printed_at=now,
            )
        spoken = language or spoken_language()
        with speaking(spoken):
            organisations = sorted(
                reader.every(Organisation), key=lambda each: formats.sort_key(each.name)
            )
        return hours_sheet_of_mine(
            report,
            {each.id: each for each in organisations},
            held_seats(reader),
            ahead=plans.ahead(spoken),
            owner=me.name if me else "",
            language=spoken,
            today=today,
            printed_at=now,
        )


def held_seats(reader: Reader) -> list[HeldSeat]:
    """My own memberships with their terms; none until the user has said who they are."""
    me = person_who_is_me(reader)
    if me is None:
        return []
    mine = memberships_of(reader, me.id)
    terms: dict[MembershipId, list[Term]] = defaultdict(list)
    for term in terms_of(reader, [each.id for each in mine]):
        terms[term.membership_id].append(term)
    return [HeldSeat(membership=each, terms=tuple(terms[each.id])) for each in mine]
