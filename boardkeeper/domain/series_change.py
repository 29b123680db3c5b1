"""What becomes of the meetings of a series when the series changes.

Meetings ahead that stand as their series planned them follow it; those a person has moved, called
or cancelled stay where they are. Each meeting goes to the nearest of the new days, so that what was
prepared for it stays with it; a meeting without a day of its own is left over.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from boardkeeper.domain.meetings import (
    Meeting,
    MeetingId,
    MeetingState,
    ending,
    revised,
    wall_after,
)
from boardkeeper.domain.series import ClosedDays, Series
from boardkeeper.domain.series_plan import Planned, Reason, planned_days

_SHARED = ("kind", "title", "zone", "place", "link", "purpose")
"""What a meeting takes from its series, until a person gives it its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A series and the closed days it was planned around."""

    series: Series
    closed: tuple[ClosedDays, ...]

    def days(self, first: date, last: date) -> list[Planned]:
        return planned_days(self.series, self.closed, first, last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rearranged:
    """The meetings that follow a changed series, those left over, and the days still to fill."""

    changed: list[Meeting]
    left_over: list[Meeting]
    to_fill: list[Planned]


def meeting_of(series: Series, planned: Planned, day: date) -> Meeting:
    """The meeting of one day of the rule, held on a day."""
    starts_at, ends_at = times_on(series, day)
    return Meeting(
        organisation_id=series.organisation_id,
        kind=series.kind,
        title=series.title,
        starts_at=starts_at,
        ends_at=ends_at,
        zone=series.zone,
        place=series.place,
        link=series.link,
        purpose=series.purpose,
        series_id=series.id,
        series_day=planned.rule_day,
    )


def times_on(series: Series, day: date) -> tuple[datetime, datetime]:
    """When the meeting of a day starts and ends: as many minutes as really pass.

    In the hour the clocks go back the wall time of the end would not be after the start's; there
    the minutes are those of the wall.
    """
    starts_at = datetime.combine(day, series.starts_at.time())
    ends_at = wall_after(starts_at, series.minutes, series.zone)
    if ends_at <= starts_at:
        ends_at = ending(starts_at, series.minutes)
    return starts_at, ends_at


def taken_away(plan: Plan, meetings: Iterable[Meeting], first: date, last: date) -> set[date]:
    """The days of the rule that were planned and whose meeting a person has taken away."""
    until = plan.series.planned_until
    if until is None:
        return set()
    there = {meeting.series_day for meeting in meetings}
    days = plan.days(first, min(last, until)) if first <= until else []
    return {each.rule_day for each in days if each.day and each.rule_day not in there}


def missing(plan: Plan, meetings: Sequence[Meeting], first: date, last: date) -> list[Planned]:
    """The days of the rule without a meeting on them, each with the reason.

    Those whose meeting is on another day by the holiday rule are among them; one a person moved or
    cancelled is not: it speaks for itself.
    """
    by_day = {meeting.series_day: meeting for meeting in meetings}
    gone = taken_away(plan, meetings, first, last)
    found = []
    for planned in plan.days(first, last):
        meeting = by_day.get(planned.rule_day)
        if planned.rule_day in gone:
            found.append(Planned(rule_day=planned.rule_day, day=None, reason=Reason.LEFT_OUT))
        elif planned.reason and (meeting is None or meeting.day == planned.day):
            found.append(planned)
    return found


def stands_as_planned(meeting: Meeting, plan: Plan, days: Mapping[date, Planned]) -> bool:
    """Whether a meeting is only planned, and at the time its series gave it."""
    if meeting.state is not MeetingState.PLANNED or meeting.series_day is None:
        return False
    planned = days.get(meeting.series_day)
    if planned is None or planned.day is None:
        return False
    return (meeting.starts_at, meeting.ends_at) == times_on(plan.series, planned.day)


def free_ahead(plan: Plan, meetings: Iterable[Meeting], today: date) -> list[Meeting]:
    """The meetings from today on that stand as planned."""
    ahead = [each for each in meetings if each.day >= today and each.series_day is not None]
    if not ahead:
        return []
    known = [each.series_day for each in ahead if each.series_day]
    days = {each.rule_day: each for each in plan.days(min(known), max(known))}
    return [each for each in ahead if stands_as_planned(each, plan, days)]


def rearranged(
    old: Plan, new: Plan, meetings: Sequence[Meeting], today: date, last: date
) -> Rearranged:
    """What follows when one plan takes another's place, from today to the last day planned."""
    free = {each.id: each for each in free_ahead(old, meetings, today)}
    wanted = {each.rule_day: each for each in new.days(today, last)}
    gone = taken_away(old, meetings, today, last)
    open_days = [day for day, each in wanted.items() if each.day and day not in gone]
    # Meetings that stay also take the day of the new rule that is theirs: nobody meets twice.
    seeking = [each for each in meetings if each.series_day and each.series_day >= today]
    matched = _nearest(seeking, open_days, free)
    changed, left_over = [], []
    for meeting in seeking:
        day = matched.get(meeting.id)
        if meeting.id not in free:
            changed.append(
                replace(meeting, series_id=new.series.id, series_day=day or meeting.series_day)
            )
        elif day is None:
            left_over.append(meeting)
        else:
            changed.append(_following(meeting, old.series, new.series, wanted[day]))
    taken = set(matched.values())
    to_fill = [wanted[day] for day in open_days if day not in taken]
    return Rearranged(changed=changed, left_over=left_over, to_fill=to_fill)


def _following(meeting: Meeting, old: Series, new: Series, planned: Planned) -> Meeting:
    starts_at, ends_at = times_on(new, planned.day or planned.rule_day)
    own = {
        name: getattr(meeting, name)
        for name in _SHARED
        if getattr(meeting, name) != getattr(old, name)
    }
    shared = {name: getattr(new, name) for name in _SHARED}
    return revised(
        meeting,
        replace(
            meeting,
            starts_at=starts_at,
            ends_at=ends_at,
            series_id=new.id,
            series_day=planned.rule_day,
            **{**shared, **own},
        ),
    )


def _nearest(
    meetings: Sequence[Meeting], days: Sequence[date], free: Mapping[MeetingId, Meeting]
) -> dict[MeetingId, date]:
    """The nearest day for each meeting, a day going to the meeting nearest to it.

    A meeting that stays where it is takes a day only where no other could be meant: within half
    the distance between two days.
    """
    apart = (days[-1] - days[0]) / (len(days) - 1) if len(days) > 1 else timedelta(days=366)
    pairs = [
        (abs(day - own), day, meeting.id)
        for meeting in meetings
        if (own := meeting.series_day) is not None
        for day in days[max(0, bisect_left(days, own) - 1) : bisect_left(days, own) + 1]
        if meeting.id in free or 2 * abs(day - own) <= apart
    ]
    matched: dict[MeetingId, date] = {}
    taken: set[date] = set()
    for _distance, day, meeting_id in sorted(pairs):
        if meeting_id not in matched and day not in taken:
            matched[meeting_id] = day
            taken.add(day)
    return matched
