"""What a seat that is only offered would bring: its meetings, and the work around them."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from boardkeeper.domain.candidate_seats import CandidateSeat
from boardkeeper.domain.clashes import monday_of
from boardkeeper.domain.effort import Effort
from boardkeeper.domain.forecast import Line, in_order
from boardkeeper.domain.forecast_lines import Demands, lines_of_meetings
from boardkeeper.domain.hours import Activity
from boardkeeper.domain.meetings import Meeting, MeetingKind
from boardkeeper.domain.occurrences import next_occurrence, years_later
from boardkeeper.domain.organisations import OrganisationId, OrganisationKind
from boardkeeper.domain.recurrence import Frequency
from boardkeeper.domain.series import Series
from boardkeeper.domain.series_plan import planned_days
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _

_NOTICE = timedelta(days=14)
"""Nobody begins sooner than this after being asked; the proposed seat does not, either."""

_BY_MONTHS = (Frequency.MONTHLY, Frequency.YEARLY)

_MIDWEEK = timedelta(days=2)
"""The work between meetings stands on the Wednesday of its week."""


def usual_seat(kind: OrganisationKind, today: date) -> CandidateSeat:
    """A seat as boards of the kind usually are, to be changed to what was really offered."""
    rule, start, minutes, preparation, travel, follow_up, skipped = {
        OrganisationKind.COMPANY: _COMPANY,
        OrganisationKind.FOUNDATION: _FOUNDATION,
        OrganisationKind.NETWORK: _NETWORK,
        OrganisationKind.ADVISORY: _ADVISORY,
        OrganisationKind.KINDERGARTEN: _KINDERGARTEN,
    }.get(kind, _ASSOCIATION)
    seat = CandidateSeat(
        name=_("New seat"),
        kind=kind,
        rule=rule,
        starts_at=datetime.combine(today + _NOTICE, start),
        minutes=minutes,
        preparation_minutes=preparation,
        travel_minutes=travel,
        follow_up_minutes=follow_up,
        skipped_months=skipped,
    )
    return replace(seat, starts_at=first_meeting(seat, today + _NOTICE))


_Usual = tuple[str, time, int, int, int, int, str]
"""Rule, beginning, and minutes: of the meeting, of preparation, of one way, of follow-up; months
without meetings. Rough, and said to be so; whoever was asked knows better."""

_ASSOCIATION: _Usual = ("FREQ=MONTHLY;BYDAY=1TU", time(19), 120, 60, 15, 30, "7")
_KINDERGARTEN: _Usual = ("FREQ=MONTHLY;BYDAY=1TU", time(17), 120, 45, 10, 30, "7")
_COMPANY: _Usual = ("FREQ=MONTHLY;INTERVAL=2;BYDAY=3WE", time(13), 180, 240, 30, 60, "7")
_FOUNDATION: _Usual = ("FREQ=MONTHLY;INTERVAL=3;BYDAY=2WE", time(16), 150, 180, 30, 45, "")
_ADVISORY: _Usual = ("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TH", time(14), 120, 90, 30, 30, "")
_NETWORK: _Usual = ("FREQ=WEEKLY;INTERVAL=3;BYDAY=TH", time(7, 15), 135, 20, 20, 45, "7")


def first_meeting(seat: CandidateSeat, day: date) -> datetime:
    """When the seat first meets on or after a day, in wall time.

    Raises:
        InvalidField: the rule gives no meeting within three years.
    """
    found = next_occurrence(seat.recurrence, seat.starts_at, day)
    if found is None:
        raise InvalidField("rule", _("The rule gives no meeting within three years."))
    return found


def year_of_seat(seat: CandidateSeat, today: date) -> tuple[date, date]:
    """The twelve months the seat is looked at: from today, or from its beginning if that is later.

    Both days are included. A seat that meets by months begins with its month: from a first Tuesday
    to the day before next year there may be thirteen of them.
    """
    begins = seat.starts_at.date()
    first = max(today, begins)
    if begins >= today and seat.recurrence.frequency in _BY_MONTHS:
        first = first.replace(day=1)
    return first, years_later(first, 1) - timedelta(days=1)


def series_of(seat: CandidateSeat, organisation_id: OrganisationId) -> Series:
    """The seat's meetings as a series of that organisation; kept off public holidays."""
    is_network = seat.kind is OrganisationKind.NETWORK
    return Series(
        organisation_id=organisation_id,
        kind=MeetingKind.NETWORK if is_network else MeetingKind.REGULAR,
        rule=seat.rule,
        starts_at=seat.starts_at,
        minutes=seat.minutes,
        zone=seat.zone,
        place=seat.place,
        skipped_months=seat.skipped_months,
    )


def meetings_of(
    seat: CandidateSeat, organisation_id: OrganisationId, first: date, last: date
) -> list[Meeting]:
    """The meetings the seat would have from the first day to the last, both included."""
    series = series_of(seat, organisation_id)
    found = []
    for planned in planned_days(series, (), first, last):
        if planned.day is not None:
            starts_at = datetime.combine(planned.day, seat.starts_at.time())
            found.append(
                Meeting(
                    organisation_id=organisation_id,
                    kind=series.kind,
                    title=seat.name,
                    starts_at=starts_at,
                    ends_at=starts_at + timedelta(minutes=seat.minutes),
                    zone=seat.zone,
                    place=seat.place,
                )
            )
    return found


def lines_of(
    seat: CandidateSeat, organisation_id: OrganisationId, first: date, last: date
) -> list[Line]:
    """All the work the seat would bring in those days, by day."""
    meetings = meetings_of(seat, organisation_id, first, last)
    effort = Effort(
        organisation_id=organisation_id,
        minutes=seat.preparation_minutes,
        follow_up_minutes=seat.follow_up_minutes,
    )
    demands = Demands(
        travel=lambda _organisation: seat.travel_minutes,
        effort=lambda _organisation: effort,
        reading=lambda _meeting: 0,
    )
    lines = lines_of_meetings(meetings, demands, {each.id for each in meetings})
    lines += _between_meetings(seat, organisation_id, first, last)
    return in_order(lines)


def _between_meetings(
    seat: CandidateSeat, organisation_id: OrganisationId, first: date, last: date
) -> Iterator[Line]:
    """The work of each month, spread evenly over its days and put together week by week.

    A whole month adds up to its minutes, whichever weeks it touches.
    """
    weeks: dict[date, int] = defaultdict(int)
    day = first
    while seat.other_minutes_a_month and day <= last:
        if day.month not in seat.months_skipped:
            days = monthrange(day.year, day.month)[1]
            until = seat.other_minutes_a_month * day.day // days
            weeks[monday_of(day)] += until - seat.other_minutes_a_month * (day.day - 1) // days
        day += timedelta(days=1)
    is_network = seat.kind is OrganisationKind.NETWORK
    for monday, minutes in weeks.items():
        if minutes:
            yield Line(
                on=min(max(monday + _MIDWEEK, first), last),
                organisation_id=organisation_id,
                activity=Activity.NETWORKING if is_network else Activity.FOLLOW_UP,
                minutes=minutes,
                is_stored=False,
            )
