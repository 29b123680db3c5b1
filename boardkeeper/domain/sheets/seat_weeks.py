"""The year with a seat, or without one, as bars of weeks: on paper and on screen the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.charts import Series
from boardkeeper.domain.sheets.week_bars import WeekBars
from boardkeeper.domain.sheets.week_load import mark_of
from boardkeeper.domain.simulation import Simulation, WeekChange
from boardkeeper.i18n import _


def seat_weeks(simulation: Simulation, *, today: date | None = None) -> WeekBars:
    """What stays at the foot of each bar, and on it what the seat brings or takes along.

    A week is marked red as it would be.
    """
    stays, moves = (
        (_("What stays"), _before_less_after)
        if simulation.is_leaving
        else (_("What I have"), _after_less_before)
    )
    return WeekBars(
        title=_("Hours by week"),
        unit=_("hours"),
        weeks=tuple(
            replace(mark_of(each.before), is_red=each.after.is_red) for each in simulation.weeks
        ),
        series=(
            _series(stays, Colour.BLUE, simulation, _least),
            _series(simulation.name, Colour.ORANGE, simulation, moves),
        ),
        today=today,
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
