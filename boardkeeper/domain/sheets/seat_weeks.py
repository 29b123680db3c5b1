"""The year with a seat, or without one, as bars of weeks: on paper and on screen the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.charts import Series
from boardkeeper.domain.sheets.week_bars import DAYS, WeekBars, WeekMark
from boardkeeper.domain.simulation import Simulation, WeekChange
from boardkeeper.domain.weeks import Week
from boardkeeper.i18n import _


def seat_weeks(simulation: Simulation, *, today: date | None = None) -> WeekBars:
    """What stays at the foot of each bar, and on it what the seat brings or takes along."""
    stays, moves = (
        (_("What stays"), _before_less_after)
        if simulation.is_leaving
        else (_("What I have"), _after_less_before)
    )
    return WeekBars(
        title=_("Hours by week"),
        unit=_("hours"),
        weeks=tuple(
            _mark(each.before if simulation.is_leaving else each.after, each)
            for each in simulation.weeks
        ),
        series=(
            _series(stays, Colour.BLUE, simulation, _least),
            _series(simulation.name, Colour.ORANGE, simulation, moves),
        ),
        today=today,
    )


def _mark(week: Week, change: WeekChange) -> WeekMark:
    """Red as the year would be; a week that is mended loses its sign."""
    limit = week.ceiling.minutes_a_week if week.ceiling is not None else None
    return WeekMark(
        monday=week.monday,
        ceiling=None if limit is None else limit / 60,
        is_red=change.after.is_red,
        away=frozenset(
            at
            for at in range(DAYS)
            if any(each.hold(date.fromordinal(week.monday.toordinal() + at)) for each in week.away)
        ),
    )


def _series(
    name: str, colour: Colour, simulation: Simulation, minutes: Callable[[WeekChange], int]
) -> Series:
    values = tuple(minutes(each) / 60 for each in simulation.weeks)
    return Series(name=name, colour=colour, values=values)


def _least(change: WeekChange) -> int:
    return min(change.before.minutes, change.after.minutes)


def _after_less_before(change: WeekChange) -> int:
    return max(0, change.minutes)


def _before_less_after(change: WeekChange) -> int:
    return max(0, -change.minutes)
