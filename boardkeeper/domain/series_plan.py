"""From a series to the days its meetings are on: what holidays drop and move, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boardkeeper import formats
from boardkeeper.domain.holidays import holiday_name
from boardkeeper.domain.occurrences import occurrences
from boardkeeper.domain.series import ClosedDays, HolidayRule, Series
from boardkeeper.i18n import _

MOST_DAYS_ON = 14
"""How far a meeting is moved to a working day; farther away it is another meeting."""

MOST_WEEKS_ON = 4


class Reason(StrEnum):
    """Why the day of the rule is not, or might not be, the day of a meeting."""

    HOLIDAY = "holiday"
    MONTH = "month"
    CLOSED = "closed"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One day of the rule, and the day of its meeting, if there is to be one.

    `name` is what a person called the closed days. `is_question` means that a person is to decide.
    """

    rule_day: date
    day: date | None
    reason: Reason | None = None
    name: str = ""
    is_question: bool = False

    @property
    def is_dropped(self) -> bool:
        return self.day is None and not self.is_question

    @property
    def is_moved(self) -> bool:
        return self.day is not None and self.day != self.rule_day


def planned_days(
    series: Series, closed: Iterable[ClosedDays], first: date, last: date
) -> list[Planned]:
    """Every day the rule gives from `first` to `last`, and what becomes of it.

    Raises:
        InvalidField: the rule gives more than a thousand.
    """
    calendar = _Calendar(series, tuple(closed))
    # A day moved to may lie behind the last one; the days of the rule there are taken, too.
    beyond = last + timedelta(days=7 * MOST_WEEKS_ON)
    rule_days = [
        at.date() for at in occurrences(series.recurrence, series.starts_at, first, beyond)
    ]
    taken = {day for day in rule_days if calendar.reason(day) is None}
    planned = []
    for rule_day in rule_days:
        if rule_day <= last:
            outcome = calendar.outcome(rule_day, taken)
            taken |= {outcome.day} if outcome.day else set()
            planned.append(outcome)
    return planned


def reason_in_words(planned: Planned) -> str:
    """Why, and what came of it: `Skærtorsdag: flyttet til fre. 10. april`.

    Empty where the meeting is on the day of the rule.
    """
    if planned.reason is None:
        return ""
    why = {
        Reason.HOLIDAY: holiday_name(planned.rule_day, with_half_holidays=True) or "",
        Reason.MONTH: _("Holiday month ({month})").format(
            month=formats.month_name(planned.rule_day)
        ),
        Reason.CLOSED: planned.name or _("Closed"),
        Reason.LEFT_OUT: _("Left out"),
    }[planned.reason]
    if planned.is_question:
        return _("{why}: to be decided").format(why=why)
    if planned.day is not None and planned.is_moved:
        return _("{why}: moved to {day}").format(why=why, day=formats.day(planned.day))
    return why


class _Calendar:
    """The days on which a series does not meet."""

    def __init__(self, series: Series, closed: Sequence[ClosedDays]) -> None:
        self._series = series
        self._closed = closed
        self._months = series.months_skipped
        self._left_out = series.days_left_out

    def reason(self, day: date) -> tuple[Reason, str] | None:
        """Why there is no meeting on a day; None when there is."""
        if day in self._left_out:
            return Reason.LEFT_OUT, ""
        if day.month in self._months:
            return Reason.MONTH, ""
        for each in self._closed:
            if each.hold(day):
                return Reason.CLOSED, each.reason
        if self._series.holiday_rule is HolidayRule.KEEP:
            return None
        name = holiday_name(day, with_half_holidays=self._series.minds_half_holidays)
        return (Reason.HOLIDAY, "") if name else None

    def outcome(self, rule_day: date, taken: set[date]) -> Planned:
        found = self.reason(rule_day)
        if found is None:
            return Planned(rule_day=rule_day, day=rule_day)
        reason, name = found
        rule = self._series.holiday_rule
        is_final = reason in (Reason.LEFT_OUT, Reason.MONTH)
        moved_to = None if is_final else self._moved_to(rule_day)
        return Planned(
            rule_day=rule_day,
            day=None if moved_to in taken else moved_to,
            reason=reason,
            name=name,
            is_question=rule is HolidayRule.ASK and not is_final,
        )

    def _moved_to(self, day: date) -> date | None:
        """The first day the rule for holidays leads to; None when it leads to none nearby."""
        if self._series.holiday_rule is HolidayRule.NEXT_WEEK:
            later = [day + timedelta(days=7 * each) for each in range(1, MOST_WEEKS_ON + 1)]
            return next((each for each in later if self.reason(each) is None), None)
        if self._series.holiday_rule is HolidayRule.NEXT_WORKING_DAY:
            later = [day + timedelta(days=each) for each in range(1, MOST_DAYS_ON + 1)]
            return next(
                (each for each in later if each.weekday() < 5 and self.reason(each) is None), None
            )
        return None
