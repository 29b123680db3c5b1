"""The rhythms a person names, “every 3rd Thursday”, to and from the rules that mean the same.

A rule from another program may say more than any of these; then it has no rhythm here, keeps its
rule as it is, and is said by that rule.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from boardkeeper.domain.recurrence import Frequency, NumberedDay, Rule, ending_with
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class Step(StrEnum):
    """What a rhythm counts by."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTH_DAY = "month_day"
    MONTH_WEEKDAY = "month_weekday"
    YEAR_DAY = "year_day"
    YEAR_WEEKDAY = "year_weekday"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How often, and on which days.

    `weekdays` run from Monday, 0; `places` say which of them in the month (2 the second, -1 the
    last); `month_days` may be -1 for the last; `months` are for the two yearly steps. It ends with
    the day `until`, after `count` meetings, or not at all.
    """

    step: Step
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    until: date | None = None
    count: int | None = None

    def __post_init__(self) -> None:
        wanted = {
            Step.WEEKS: (self.weekdays,),
            Step.MONTH_DAY: (self.month_days,),
            Step.MONTH_WEEKDAY: (self.weekdays, self.places),
            Step.YEAR_DAY: (self.month_days, self.months),
            Step.YEAR_WEEKDAY: (self.weekdays, self.places, self.months),
        }.get(self.step, ())
        if not all(wanted):
            raise InvalidField("rule", _("Choose the days the meetings are on."))
        if self.interval < 1:
            raise InvalidField("rule", _("Meetings repeat every 1 or more."))


def rule_of(rhythm: Rhythm) -> Rule:
    """The rule that means the rhythm."""
    frequency = {
        Step.DAYS: Frequency.DAILY,
        Step.WEEKS: Frequency.WEEKLY,
        Step.MONTH_DAY: Frequency.MONTHLY,
        Step.MONTH_WEEKDAY: Frequency.MONTHLY,
        Step.YEAR_DAY: Frequency.YEARLY,
        Step.YEAR_WEEKDAY: Frequency.YEARLY,
    }[rhythm.step]
    places = rhythm.places or (0,)
    days = sorted((place, weekday) for place in places for weekday in rhythm.weekdays)
    rule = Rule(
        frequency=frequency,
        interval=rhythm.interval,
        months=tuple(sorted(rhythm.months)),
        month_days=tuple(sorted(rhythm.month_days)),
        days=tuple(NumberedDay(*each) for each in days),
    )
    return ending_with(rule, rhythm.until, rhythm.count)


def rhythm_of(rule: Rule, start: datetime) -> Rhythm | None:
    """The rhythm the rule means for its start, or None where it says more than a rhythm can."""
    if rule.week_numbers or rule.year_days:
        return None
    days = _days(rule)
    if days is None:
        return None
    rhythm = {
        Frequency.DAILY: _daily,
        Frequency.WEEKLY: _weekly,
        Frequency.MONTHLY: _monthly,
        Frequency.YEARLY: _yearly,
    }[rule.frequency](replace(rule, days=days, positions=()), start)
    if rhythm is None:
        return None
    until = rule.until.date() if rule.until else None
    if rule.until and start.time() > rule.until.time():
        return None  # its last day does not count; no rhythm says so
    return replace(rhythm, interval=rule.interval, until=until, count=rule.count)


def _days(rule: Rule) -> tuple[NumberedDay, ...] | None:
    """The rule's weekdays, with “the second of the Tuesdays” read as “the second Tuesday”."""
    if not rule.positions:
        return rule.days
    by_month = rule.frequency is Frequency.MONTHLY or (
        rule.frequency is Frequency.YEARLY and len(rule.months) == 1
    )
    if not by_month or rule.month_days or len(rule.days) != 1 or rule.days[0].number:
        return None
    return tuple(NumberedDay(place, rule.days[0].weekday) for place in sorted(rule.positions))


def _daily(rule: Rule, _start: datetime) -> Rhythm | None:
    if rule.months or rule.month_days:
        return None
    if not rule.days:
        return Rhythm(step=Step.DAYS)
    if rule.interval == 1:
        return Rhythm(step=Step.WEEKS, weekdays=tuple(day.weekday for day in rule.days))
    return None


def _weekly(rule: Rule, start: datetime) -> Rhythm | None:
    # Where the week begins matters only to meetings on several days of every other week.
    if rule.months or (rule.week_start and rule.interval > 1 and len(rule.days) > 1):
        return None
    weekdays = tuple(day.weekday for day in rule.days) or (start.weekday(),)
    return Rhythm(step=Step.WEEKS, weekdays=weekdays)


def _monthly(rule: Rule, start: datetime) -> Rhythm | None:
    if rule.months:
        return _yearly(rule, start) if rule.interval == 1 else None
    if not rule.days:
        return Rhythm(step=Step.MONTH_DAY, month_days=rule.month_days or (start.day,))
    numbered = _numbered(rule)
    if numbered is None:
        return None
    return Rhythm(step=Step.MONTH_WEEKDAY, places=numbered[0], weekdays=numbered[1])


def _yearly(rule: Rule, start: datetime) -> Rhythm | None:
    if not rule.days:
        # A day without its month is a day of every month.
        if rule.month_days and not rule.months:
            return None
        month_days = rule.month_days or (start.day,)
        months = rule.months or (start.month,)
        return Rhythm(step=Step.YEAR_DAY, month_days=month_days, months=months)
    numbered = _numbered(rule)
    if numbered is None or not rule.months:
        return None
    places, weekdays = numbered
    return Rhythm(step=Step.YEAR_WEEKDAY, places=places, weekdays=weekdays, months=rule.months)


def _numbered(rule: Rule) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The places and the weekdays, where every place goes with every weekday."""
    if rule.month_days:
        return None
    places = tuple(sorted({day.number for day in rule.days}))
    weekdays = tuple(sorted({day.weekday for day in rule.days}))
    is_every = len(places) * len(weekdays) == len(rule.days)
    is_said = all(place == -1 or 1 <= place <= 5 for place in places)
    return (places, weekdays) if is_every and is_said else None
