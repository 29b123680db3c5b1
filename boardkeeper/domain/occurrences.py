"""The days a rule of recurrence gives, a stretch at a time: a day, a week, a month, a year.

python-dateutil counts the same days, and the tests hold the two equal; but it looks for the next
day until the year 9999, which takes seconds where a rule has none (30 February, or every seventh
day from a Thursday that must be a Monday). Here the last day asked about is always the end.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from boardkeeper.domain.recurrence import MOST, Frequency, NumberedDay, Rule
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _

WINDOW_YEARS = 3
"""How far a rule is followed when nobody says how far."""


def occurrences(
    rule: Rule, start: datetime, first: date | None = None, last: date | None = None
) -> list[datetime]:
    """The wall times the rule gives from its start, those from `first` to `last` only.

    Without a last day the rule is followed for three years. The start counts if it fits the rule.

    Raises:
        InvalidField: the rule gives more than a thousand.
    """
    earliest = max(start.date(), first or start.date())
    last = last or years_later(earliest, WINDOW_YEARS)
    found: list[datetime] = []
    for day in _days_from_start(rule, start, earliest, last):
        if day < earliest:
            continue
        if len(found) == MOST:
            message = _(
                "The rule gives more than {most} meetings. Give it an end, or a longer step."
            )
            raise InvalidField("rule", message.format(most=MOST))
        found.append(datetime.combine(day, start.time()))
    return found


def next_occurrence(rule: Rule, start: datetime, first: date) -> datetime | None:
    """The first wall time from a day on; None when there is none within three years."""
    earliest = max(start.date(), first)
    last = years_later(earliest, WINDOW_YEARS)
    days = _days_from_start(rule, start, earliest, last)
    found = next((day for day in days if day >= earliest), None)
    return None if found is None else datetime.combine(found, start.time())


def count_before(rule: Rule, start: datetime, day: date) -> int:
    """How many the rule gives before a day."""
    return sum(1 for _each in _days_from_start(rule, start, start.date(), day - timedelta(days=1)))


def years_later(day: date, years: int) -> date:
    """The same day so many years later; 1 March where 29 February is not."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _days_from_start(rule: Rule, start: datetime, earliest: date, last: date) -> Iterator[date]:
    """The rule's days up to the last; those before the earliest may be among them."""
    filled = _filled(rule, start.date())
    # A rule that ends after so many meetings has to be counted from its start.
    begin = earliest if rule.count is None else start.date()
    counted = 0
    for stretch in _stretches(filled, start.date(), begin, last):
        for day in _chosen(filled, stretch):
            if day < start.date():
                continue
            is_past = rule.until is not None and datetime.combine(day, start.time()) > rule.until
            if is_past or day > last or counted == rule.count:
                return
            counted += 1
            yield day


def _filled(rule: Rule, start: date) -> Rule:
    """The rule with what it leaves to its start."""
    if rule.week_numbers or rule.year_days or rule.month_days or rule.days:
        return rule
    if rule.frequency is Frequency.YEARLY:
        return replace(rule, months=rule.months or (start.month,), month_days=(start.day,))
    if rule.frequency is Frequency.MONTHLY:
        return replace(rule, month_days=(start.day,))
    if rule.frequency is Frequency.WEEKLY:
        return replace(rule, days=(NumberedDay(0, start.weekday()),))
    return rule


def _stretches(rule: Rule, start: date, begin: date, last: date) -> Iterator[list[date]]:
    """Every stretch the rule looks at, from the one `begin` lies in or before, as its days."""
    step = _first_step(rule, start, begin)
    while True:
        try:
            days = _stretch(rule, start, step * rule.interval)
        except (ValueError, OverflowError):  # the calendar ends with the year 9999
            return
        if days[0] > last:
            return
        yield days
        step += 1


def _first_step(rule: Rule, start: date, begin: date) -> int:
    distance = {
        Frequency.DAILY: (begin - start).days,
        Frequency.WEEKLY: (begin - start).days // 7,
        Frequency.MONTHLY: (begin.year - start.year) * 12 + begin.month - start.month,
        Frequency.YEARLY: begin.year - start.year,
    }[rule.frequency]
    return max(0, distance // rule.interval)


def _stretch(rule: Rule, start: date, away: int) -> list[date]:
    """The days of the day, week, month or year so many of them away from the start's own."""
    if rule.frequency is Frequency.DAILY:
        return [start + timedelta(days=away)]
    if rule.frequency is Frequency.WEEKLY:
        monday = start - timedelta(days=(start.weekday() - rule.week_start) % 7)
        return _run(monday + timedelta(days=7 * away), 7)
    if rule.frequency is Frequency.MONTHLY:
        year, month = divmod(start.year * 12 + start.month - 1 + away, 12)
        return _run(date(year, month + 1, 1), monthrange(year, month + 1)[1])
    year = start.year + away
    return _run(date(year, 1, 1), 366 if isleap(year) else 365)


def _run(first: date, count: int) -> list[date]:
    return [first + timedelta(days=each) for each in range(count)]


def _chosen(rule: Rule, stretch: list[date]) -> list[date]:
    fitting = [day for day in stretch if _fits(rule, day)]
    if not rule.positions:
        return fitting
    count = len(fitting)
    places = {at - 1 if at > 0 else count + at for at in rule.positions}
    return [day for place, day in enumerate(fitting) if place in places]


def _fits(rule: Rule, day: date) -> bool:
    return (
        (not rule.months or day.month in rule.months)
        and (not rule.month_days or _is_among(day.day, _month_days(day), rule.month_days))
        and (not rule.days or any(_is_day(rule, day, wanted) for wanted in rule.days))
        and (not rule.year_days or _is_among(_year_day(day), _year_days(day), rule.year_days))
        and (not rule.week_numbers or _is_among(*_week(day, rule.week_start), rule.week_numbers))
    )


def _is_among(number: int, highest: int, wanted: tuple[int, ...]) -> bool:
    """Whether a number is wanted, counted from the front or, as -1 for the last, from the end."""
    return number in wanted or number - highest - 1 in wanted


def _is_day(rule: Rule, day: date, wanted: NumberedDay) -> bool:
    if day.weekday() != wanted.weekday:
        return False
    if not wanted.number:
        return True
    is_of_year = rule.frequency is Frequency.YEARLY and not rule.months
    place = _year_day(day) if is_of_year else day.day
    highest = _year_days(day) if is_of_year else _month_days(day)
    return wanted.number in ((place - 1) // 7 + 1, -((highest - place) // 7 + 1))


def _month_days(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _year_day(day: date) -> int:
    return day.timetuple().tm_yday


def _year_days(day: date) -> int:
    return 366 if isleap(day.year) else 365


def _week(day: date, week_start: int) -> tuple[int, int]:
    """The number of the day's week, and how many weeks the year has that the week belongs to.

    A week belongs to the year that has four or more of its days: the year of its middle day.
    """
    middle = _middle(day, week_start)
    last = _middle(date(middle.year, 12, 31), week_start)
    if last.year > middle.year:
        last -= timedelta(days=7)
    return _week_number(middle), _week_number(last)


def _middle(day: date, week_start: int) -> date:
    return day + timedelta(days=3 - (day.weekday() - week_start) % 7)


def _week_number(middle: date) -> int:
    return (_year_day(middle) - 1) // 7 + 1
