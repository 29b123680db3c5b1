"""Days as they are written: `torsdag den 5. marts 2026`, `5 Mar 2026`, `i morgen`, `week 10`.

A datetime is a date too, so either can be given. Years are always written in full.
"""

from __future__ import annotations

import datetime as dt

from boardkeeper.formats.words import Words, spoken


def long_date(day: dt.date) -> str:
    """`torsdag den 5. marts 2026`, `Thursday 5 March 2026`."""
    words = spoken()
    return _written(words.long_date, day, words)


def date(day: dt.date) -> str:
    """`5. marts 2026`, `5 March 2026`."""
    words = spoken()
    return _written(words.date, day, words)


def short_date(day: dt.date) -> str:
    """`5.3.2026`, `5 Mar 2026`."""
    words = spoken()
    return _written(words.short_date, day, words)


def day(day: dt.date) -> str:
    """For lists, where the year is understood: `tor. 5. marts`, `Thu 5 March`."""
    words = spoken()
    return _written(words.day, day, words)


def short_day(day: dt.date) -> str:
    """For narrow columns, where year and weekday are understood: `5. mar.`, `5 Mar`."""
    words = spoken()
    return _written(words.short_day, day, words)


def month(day: dt.date) -> str:
    """`marts 2026`, `March 2026`."""
    words = spoken()
    return _written(words.month, day, words)


def month_name(day: dt.date) -> str:
    """`marts`, `March`."""
    return spoken().months[day.month - 1]


def short_month_name(day: dt.date) -> str:
    """`mar.`, `Mar`."""
    return spoken().short_months[day.month - 1]


def weekday(day: dt.date) -> str:
    """`torsdag`, `Thursday`."""
    return spoken().weekdays[day.weekday()]


def short_weekday(day: dt.date) -> str:
    """`tor.`, `Thu`."""
    return spoken().short_weekdays[day.weekday()]


def week(day: dt.date) -> str:
    """The ISO week, as Danish calendars count: `uge 10`, `week 10`."""
    return spoken().week.format(week=day.isocalendar().week)


def date_range(first: dt.date, last: dt.date) -> str:
    """`5.-7. marts 2026`, `5–7 March 2026`; what the two days share is written once."""
    words = spoken()
    if (first.year, first.month, first.day) == (last.year, last.month, last.day):
        return date(first)
    if (first.year, first.month) == (last.year, last.month):
        pattern = words.days_of_month
    elif first.year == last.year:
        pattern = words.days_of_year
    else:
        pattern = words.days_of_years
    return pattern.format(
        first_day=first.day,
        first_month=words.months[first.month - 1],
        first_year=first.year,
        last_day=last.day,
        last_month=words.months[last.month - 1],
        last_year=last.year,
    )


def relative_day(day: dt.date, today: dt.date) -> str:
    """How far away a day is: `i dag`, `på torsdag`, `om 6 dage`, `for 3 dage siden`.

    Days are counted for four weeks, then weeks, months from two months on, years from two years.
    Beyond four weeks the number is rounded down, so write the date itself beside it.
    """
    words = spoken()
    distance = day.toordinal() - today.toordinal()
    near = {-1: words.yesterday, 0: words.today, 1: words.tomorrow}
    if distance in near:
        return near[distance]
    if 2 <= distance <= 5:
        return words.on_weekday.format(weekday=weekday(day))
    pattern = words.ahead if distance > 0 else words.ago
    return pattern.format(span=_span(abs(distance), words))


def _span(days: int, words: Words) -> str:
    if days < 28:
        return words.days.format(count=days)
    if days < 61:
        return words.weeks.format(count=days // 7)
    if days < 731:
        return words.months_away.format(count=int(days / 30.4375))
    return words.years.format(count=int(days / 365.25))


def _written(pattern: str, day: dt.date, words: Words) -> str:
    weekday_number = day.weekday()
    return pattern.format(
        weekday=words.weekdays[weekday_number],
        short_weekday=words.short_weekdays[weekday_number],
        day=day.day,
        month=words.months[day.month - 1],
        short_month=words.short_months[day.month - 1],
        month_number=day.month,
        year=day.year,
    )
