"""Hours: a year of one person, or of one of their boards, on a page.

Every text made here is in the sheet's own language, whichever one the window speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from boardkeeper import formats
from boardkeeper.domain.hours import Activity, activity_name
from boardkeeper.domain.hours_report import MONTHS, HoursReport, ReportYear
from boardkeeper.domain.memberships import Membership, Term, current_term, title_of
from boardkeeper.domain.organisations import Colour, Organisation, OrganisationId
from boardkeeper.domain.sheets.ahead import AheadSheet
from boardkeeper.domain.sheets.charts import Series, StackedBars
from boardkeeper.domain.sheets.letterhead import Letterhead, letterhead_of
from boardkeeper.domain.sheets.strokes import MOST_SERIES
from boardkeeper.i18n import Language, _, ngettext, speaking

_ACTIVITY_COLOURS = {
    Activity.MEETING: Colour.BLUE,
    Activity.PREPARATION: Colour.TEAL,
    Activity.TRAVEL: Colour.AMBER,
    Activity.FOLLOW_UP: Colour.PURPLE,
    Activity.NETWORKING: Colour.PINK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSeat:
    """A membership with its terms, as the sheet is gathered from it."""

    membership: Membership
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursBoard:
    """One board of the year: what I am there, until when, and the minutes spent on it.

    `role` is empty where I have no seat, and `until` where no end is known.
    """

    organisation_id: OrganisationId
    name: str
    colour: Colour
    role: str
    until: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRow:
    """A line of twelve months, in minutes."""

    name: str
    months: tuple[int, ...]

    @property
    def minutes(self) -> int:
        return sum(self.months)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursSheet:
    """A year of time spent. `is_mine` is of all my boards, otherwise it is of one.

    `months` are the months' short names; `rows` hold the activities there are hours of.
    """

    letterhead: Letterhead
    is_mine: bool
    year: ReportYear
    minutes: int
    entries: int
    boards: tuple[HoursBoard, ...]
    chart: StackedBars
    months: tuple[str, ...]
    rows: tuple[HoursRow, ...]
    ahead: AheadSheet

    @property
    def by_month(self) -> tuple[int, ...]:
        """The sums of the rows, month by month."""
        return tuple(sum(row.months[at] for row in self.rows) for at in range(MONTHS))


def hours_sheet_of_mine(
    report: HoursReport,
    organisations: Mapping[OrganisationId, Organisation],
    seats: Iterable[HeldSeat],
    *,
    ahead: AheadSheet,
    owner: str = "",
    language: Language,
    today: date,
    printed_at: datetime,
) -> HoursSheet:
    """The year of one person in all their boards. `printed_at` is wall time."""
    with speaking(language):
        title = _("Hours {year}").format(year=report.year.label)
        head = Letterhead(
            language=language,
            organisation=owner,
            title=title,
            subtitle=span_and_sum(report),
            document=title,
            printed_at=printed_at,
        )
        return HoursSheet(
            letterhead=head,
            is_mine=True,
            year=report.year,
            minutes=report.minutes,
            entries=report.entries,
            boards=tuple(boards_of(report, organisations, seats, today)),
            chart=chart_by_organisation(report, organisations),
            months=month_names(report.year),
            rows=activity_rows(report),
            ahead=ahead,
        )


def hours_sheet_of(
    organisation: Organisation,
    report: HoursReport,
    seats: Iterable[HeldSeat],
    *,
    ahead: AheadSheet,
    language: Language | None = None,
    today: date,
    printed_at: datetime,
) -> HoursSheet:
    """The year of one board; what the report holds of others is to be left out before."""
    spoken = language or organisation.language
    with speaking(spoken):
        head = letterhead_of(
            organisation,
            _("Hours {year}").format(year=report.year.label),
            language=spoken,
            subtitle=span_and_sum(report),
            printed_at=printed_at,
        )
        known = {organisation.id: organisation}
        return HoursSheet(
            letterhead=head,
            is_mine=False,
            year=report.year,
            minutes=report.minutes,
            entries=report.entries,
            boards=tuple(boards_of(report, known, seats, today)),
            chart=chart_by_activity(report),
            months=month_names(report.year),
            rows=activity_rows(report),
            ahead=ahead,
        )


def span_and_sum(report: HoursReport) -> str:
    """`1. januar - 31. december 2026 · 133,5 t · 87 registreringer`."""
    count = ngettext("{count} entry", "{count} entries", report.entries)
    parts = (
        formats.date_range(report.year.first, report.year.last),
        formats.hours(report.minutes),
        count.format(count=formats.number(report.entries)),
    )
    return " · ".join(parts)


def month_names(year: ReportYear) -> tuple[str, ...]:
    """The twelve months in short, in the order of the year."""
    return tuple(formats.short_month_name(month) for month in year.months)


def activity_rows(report: HoursReport) -> tuple[HoursRow, ...]:
    """Each activity there are hours of, month by month."""
    return tuple(
        HoursRow(name=activity_name(each), months=report.months_of_activity(each))
        for each in report.by_activity()
    )


def organisation_rows(
    report: HoursReport, organisations: Mapping[OrganisationId, Organisation]
) -> tuple[HoursRow, ...]:
    """Each organisation there are hours of, month by month; the most hours first."""
    return tuple(
        HoursRow(name=organisations[each].label, months=report.months_of_organisation(each))
        for each in report.by_organisation()
    )


def chart_by_organisation(
    report: HoursReport, organisations: Mapping[OrganisationId, Organisation]
) -> StackedBars:
    """The months as bars of organisations; those with the fewest hours together as one."""
    order = list(report.by_organisation())
    shown = order if len(order) <= MOST_SERIES else order[: MOST_SERIES - 1]
    series = [
        _series(
            organisations[each].label,
            organisations[each].colour,
            report.months_of_organisation(each),
        )
        for each in shown
    ]
    rest = order[len(shown) :]
    if rest:
        name = ngettext("{count} other", "{count} others", len(rest)).format(count=len(rest))
        sums = [sum(at) for at in zip(*map(report.months_of_organisation, rest), strict=True)]
        series.append(_series(name, Colour.SLATE, sums))
    return _chart(_("Hours by month and board"), report.year, series)


def chart_by_activity(report: HoursReport) -> StackedBars:
    """The months as bars of activities."""
    series = [
        _series(activity_name(each), _ACTIVITY_COLOURS[each], report.months_of_activity(each))
        for each in report.by_activity()
    ]
    return _chart(_("Hours by month and activity"), report.year, series)


def _chart(title: str, year: ReportYear, series: Sequence[Series]) -> StackedBars:
    return StackedBars(
        title=title, unit=_("hours"), columns=month_names(year), series=tuple(series)
    )


def _series(name: str, colour: Colour, minutes: Sequence[int]) -> Series:
    return Series(name=name, colour=colour, values=tuple(each / 60 for each in minutes))


def boards_of(
    report: HoursReport,
    organisations: Mapping[OrganisationId, Organisation],
    seats: Iterable[HeldSeat],
    today: date,
) -> list[HoursBoard]:
    """Where I sat in the year or spent time, the most hours first."""
    spent = report.by_organisation()
    day = today if report.year.covers(today) else report.year.last
    held = {
        each.membership.organisation_id: each for each in seats if _sat_in(each.terms, report.year)
    }
    boards = []
    for organisation_id, organisation in organisations.items():
        seat = held.get(organisation_id)
        if seat is None and organisation_id not in spent:
            continue
        term = _term(seat.terms, day) if seat else None
        boards.append(
            HoursBoard(
                organisation_id=organisation_id,
                name=organisation.name,
                colour=organisation.colour,
                role=title_of(seat.membership) if seat else "",
                until=_until(term) if term else "",
                minutes=spent.get(organisation_id, 0),
            )
        )
    return sorted(boards, key=lambda each: (-each.minutes, formats.sort_key(each.name)))


def _sat_in(terms: Sequence[Term], year: ReportYear) -> bool:
    """Whether a term touches the year. Without a single term: yes, until one is known."""
    return not terms or any(
        term.starts_on <= year.last and (term.ends_on is None or year.first <= term.ends_on)
        for term in terms
    )


def _term(terms: Sequence[Term], day: date) -> Term | None:
    """The one in force on the day, or else the last to begin before it."""
    begun = [term for term in terms if term.starts_on <= day]
    return current_term(terms, day) or max(begun, key=lambda each: each.starts_on, default=None)


def _until(term: Term) -> str:
    """`31.3.2027`, or when one is up for election."""
    if term.up_for_election_on is not None:
        day = formats.short_date(term.up_for_election_on)
        return _("up for election {date}").format(date=day)
    return formats.short_date(term.ends_on) if term.ends_on else ""
