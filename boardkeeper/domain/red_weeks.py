"""Weeks of a forecast held against the ceiling: which are red, by which lines.

The ceiling of a week is the one in force on its Sunday, so that a ceiling set today holds this
week. Public holidays and days away have no working time to give; the meetings of a week away count
all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from boardkeeper.domain.ceilings import Away, Ceiling, ceiling_on
from boardkeeper.domain.clashes import monday_of
from boardkeeper.domain.customer_time import Eaten, Stretch, eaten, stretches_of
from boardkeeper.domain.forecast import Line, in_order, once
from boardkeeper.domain.holidays import is_working_day
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.weeks import RedKind, RedReason, Week

_WEEK = tuple(timedelta(days=each) for each in range(7))

SpentByWeek = Mapping[date, Mapping[OrganisationId, int]]
"""Minutes written down in the week of a Monday, by organisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much time there is: every ceiling ever set, and the times away."""

    ceilings: tuple[Ceiling, ...] = ()
    away: tuple[Away, ...] = ()

    def ceiling_of(self, monday: date) -> Ceiling | None:
        """The ceiling of the week."""
        return ceiling_on(self.ceilings, monday + _WEEK[-1])

    def away_in(self, monday: date) -> tuple[Away, ...]:
        """The times away that touch the week."""
        sunday = monday + _WEEK[-1]
        return tuple(e for e in self.away if e.starts_on <= sunday and e.ends_on >= monday)

    def working_days(self, monday: date) -> list[date]:
        """The days of the week on which one works for customers."""
        away = self.away_in(monday)
        return [
            day
            for day in (monday + each for each in _WEEK[:5])
            if is_working_day(day) and not any(each.hold(day) for each in away)
        ]


def weeks_of(
    lines: Iterable[Line], first: date, last: date, room: Room, spent: SpentByWeek | None = None
) -> list[Week]:
    """Every week that touches the span, both days included, empty ones too.

    Give all lines of those weeks, and those of the week before: its last meeting may reach into
    them. Takes time in proportion to the lines.
    """
    known = list(lines)
    by_week: dict[date, list[Line]] = defaultdict(list)
    mondays = {day: monday_of(day) for day in {line.on for line in known}}
    for line in in_order(known):
        by_week[mondays[line.on]].append(line)
    evenings = _evenings(known)
    stretches = _stretches(known, room)
    weeks = []
    for number in range((monday_of(last) - monday_of(first)).days // 7 + 1):
        monday = monday_of(first) + timedelta(weeks=number)
        its_lines = tuple(by_week.get(monday, ()))
        its_evenings = evenings.get(monday, {})
        ceiling = room.ceiling_of(monday)
        taken = Eaten()
        if ceiling is not None and ceiling.customer_minutes_a_week:
            taken = eaten(stretches.get(monday, ()), ceiling, room.working_days(monday))
        weeks.append(
            Week(
                monday=monday,
                lines=its_lines,
                ceiling=ceiling,
                evenings=tuple(sorted(its_evenings)),
                reasons=tuple(_reasons(its_lines, its_evenings, taken, ceiling)),
                customer_minutes_eaten=taken.minutes,
                customer_lines=taken.lines,
                away=room.away_in(monday),
                spent=(spent or {}).get(monday, {}),
            )
        )
    return weeks


def _reasons(
    lines: tuple[Line, ...],
    evenings: Mapping[date, list[Line]],
    taken: Eaten,
    ceiling: Ceiling | None,
) -> Iterable[RedReason]:
    if ceiling is None:
        return
    minutes = sum(line.minutes for line in lines)
    if ceiling.minutes_a_week is not None and minutes > ceiling.minutes_a_week:
        yield RedReason(
            kind=RedKind.HOURS, amount=minutes, limit=ceiling.minutes_a_week, lines=lines
        )
    if ceiling.evenings_a_week is not None and len(evenings) > ceiling.evenings_a_week:
        yield RedReason(
            kind=RedKind.EVENINGS,
            amount=len(evenings),
            limit=ceiling.evenings_a_week,
            lines=once(line for day in sorted(evenings) for line in evenings[day]),
        )
    if taken.minutes:
        yield RedReason(
            kind=RedKind.CUSTOMERS,
            amount=taken.minutes,
            limit=ceiling.customer_minutes_a_week,
            lines=taken.lines,
        )


def _evenings(lines: Iterable[Line]) -> dict[date, dict[date, list[Line]]]:
    """The meetings by week and by the day on whose evening they lie."""
    evenings: dict[date, dict[date, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for line in (each for each in lines if each.is_meeting):
        for day in line.evenings:
            evenings[monday_of(day)][day].append(line)
    return evenings


def _stretches(lines: Iterable[Line], room: Room) -> dict[date, list[Stretch]]:
    """Board time by week; none at all where no ceiling keeps any time for customers."""
    by_week: dict[date, list[Stretch]] = defaultdict(list)
    keeping = [each for each in room.ceilings if each.customer_minutes_a_week]
    if keeping:
        opens = min(each.work_starts for each in keeping)
        closes = max(each.work_ends for each in keeping)
        for stretch in stretches_of(lines, opens, closes):
            by_week[stretch.monday].append(stretch)
    return by_week
