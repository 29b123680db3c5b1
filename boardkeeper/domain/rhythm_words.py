"""A rule of recurrence in words: `hver 3. torsdag kl. 7.15-9.30`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from boardkeeper import formats
from boardkeeper.domain.recurrence import Rule
from boardkeeper.domain.rhythm import Rhythm, Step, rhythm_of
from boardkeeper.i18n import Language, _, language, ngettext, pgettext

_A_MONDAY = date(2024, 1, 1)
_WORKING_WEEK = (0, 1, 2, 3, 4)


def in_words(rule: Rule, start: datetime, minutes: int) -> str:
    """The rule with the time of the day its meetings of so many minutes take, and its end."""
    times = formats.time_range(start, start + timedelta(minutes=minutes))
    said = _("{rhythm}, {times}").format(rhythm=days_in_words(rule, start), times=times)
    if rule.until is not None:
        until = formats.date(rule.until)
        return _("{rhythm}, until {day}").format(rhythm=said, day=until)
    if rule.count is not None:
        often = ngettext("{rhythm}, {count} time", "{rhythm}, {count} times", rule.count)
        return often.format(rhythm=said, count=rule.count)
    return said


def days_in_words(rule: Rule, start: datetime) -> str:
    """The rule's days alone: `den anden tirsdag i hver måned`."""
    rhythm = rhythm_of(rule, start)
    if rhythm is None:
        return _("by a rule of its own ({rule})").format(rule=rule.text)
    return {
        Step.DAYS: _days,
        Step.WEEKS: _weeks,
        Step.MONTH_DAY: _month_day,
        Step.MONTH_WEEKDAY: _month_weekday,
        Step.YEAR_DAY: _year_day,
        Step.YEAR_WEEKDAY: _year_weekday,
    }[rhythm.step](rhythm)


def _days(rhythm: Rhythm) -> str:
    said = ngettext("every day", "every {count} days", rhythm.interval)
    return said.format(count=rhythm.interval)


def _weeks(rhythm: Rhythm) -> str:
    if rhythm.weekdays == _WORKING_WEEK and rhythm.interval == 1:
        return _("every weekday")
    if len(rhythm.weekdays) == 1:
        said = ngettext("every {weekday}", "every {count} weeks on {weekday}", rhythm.interval)
        return said.format(count=rhythm.interval, weekday=_weekdays(rhythm))
    said = ngettext("every {weekdays}", "every {count} weeks on {weekdays}", rhythm.interval)
    return said.format(count=rhythm.interval, weekdays=_weekdays(rhythm))


def _month_day(rhythm: Rhythm) -> str:
    said = ngettext(
        "every month on the {days}", "every {count} months on the {days}", rhythm.interval
    )
    days = _month_days(rhythm)
    return said.format(count=rhythm.interval, days=days)


def _month_weekday(rhythm: Rhythm) -> str:
    said = ngettext(
        "the {places} {weekday} of every month",
        "the {places} {weekday} of every {count} months",
        rhythm.interval,
    )
    return said.format(count=rhythm.interval, places=_places(rhythm), weekday=_weekdays(rhythm))


def _year_day(rhythm: Rhythm) -> str:
    said = ngettext(
        "every year on the {days} of {months}",
        "every {count} years on the {days} of {months}",
        rhythm.interval,
    )
    days = _month_days(rhythm)
    return said.format(count=rhythm.interval, days=days, months=_months(rhythm))


def _year_weekday(rhythm: Rhythm) -> str:
    said = ngettext(
        "every year on the {places} {weekday} of {months}",
        "every {count} years on the {places} {weekday} of {months}",
        rhythm.interval,
    )
    return said.format(
        count=rhythm.interval,
        places=_places(rhythm),
        weekday=_weekdays(rhythm),
        months=_months(rhythm),
    )


def _weekdays(rhythm: Rhythm) -> str:
    days = [_A_MONDAY + timedelta(days=each) for each in sorted(rhythm.weekdays)]
    return _joined([formats.weekday(day) for day in days])


def _months(rhythm: Rhythm) -> str:
    return _joined([formats.month_name(date(2024, each, 1)) for each in sorted(rhythm.months)])


def _places(rhythm: Rhythm) -> str:
    return _joined([place_name(place) for place in _from_front(rhythm.places)])


def place_name(place: int) -> str:
    """Which one in the month: first to fifth, or -1 for the last."""
    return {
        1: pgettext("place in the month", "first"),
        2: pgettext("place in the month", "second"),
        3: pgettext("place in the month", "third"),
        4: pgettext("place in the month", "fourth"),
        5: pgettext("place in the month", "fifth"),
        -1: pgettext("place in the month", "last"),
    }[place]


def _month_days(rhythm: Rhythm) -> str:
    if rhythm.month_days == (-1,):
        return _("last day")
    return _joined([_month_day_name(day) for day in _from_front(rhythm.month_days)])


def _month_day_name(day: int) -> str:
    if day == -1:
        return _("the last day")
    if day < 0:
        return _("day {count} from the end").format(count=-day)
    if language() is Language.DANISH:
        return f"{day}."
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{'th' if 11 <= day <= 13 else ending}"


def _from_front(numbers: Sequence[int]) -> list[int]:
    """Those counted from the front first, the last ones last."""
    return sorted(numbers, key=lambda number: (number < 0, number))


def _joined(words: Sequence[str]) -> str:
    if len(words) == 1:
        return words[0]
    said = _("{words} and {last}")
    return said.format(words=", ".join(words[:-1]), last=words[-1])
