"""Days as people type them: `5/3`, `5. marts`, `næste tirsdag`, `+2 uger`, `uge 10 tor`.

Both languages are understood whichever is active, and the day always stands before the month.
What a text leaves out is filled in by these rules:

- A day and month without a year, or a week without one, is the first that lies no more than three
  months (92 days) back.
- A number of a day alone (`d. 5.`) is the coming one, today included.
- A weekday is the coming one, today included; `næste` and `next` mean the calendar week after this
  one, `sidste`, `last` and `i tirsdags` the latest before today.
- A week alone is its Monday.
- Two digits of a year lie between 70 years back and 29 ahead.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

from boardkeeper.formats import dates
from boardkeeper.formats.typed import (
    NotUnderstood,
    month_number,
    tidy,
    weekday_number,
    whole_number,
)
from boardkeeper.i18n import _

FIRST_YEAR = 1900
LAST_YEAR = 2200
_DAYS_BACK = dt.timedelta(days=92)

_YEAR = r"(?P<year>\d{4}|'?\d{2})"
_NTH = r"(?:\.|st|nd|rd|th)?"
_ISO = r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})"
_NUMBERS = (
    r"(?P<day>\d{1,2})\s*[./-]\s*(?P<month>\d{1,2})\.?"
    rf"(?:(?:\s*[./-]\s*|,?\s+){_YEAR})?"
)
_SIX_DIGITS = r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d)"
_DAY_MONTH = rf"(?P<day>\d{{1,2}}){_NTH}(?: of)?[ -]*(?P<name>[a-z]{{3,}})\.?(?:[ ,-]*{_YEAR})?"
_MONTH_DAY = rf"(?P<name>[a-z]{{3,}})\.? (?:the )?(?P<day>\d{{1,2}}){_NTH}(?:,? (?P<year>\d{{4}}))?"
_PART_OF_MONTH = (
    r"(?P<part>primo|medio|ultimo|(?:the )?end of|(?:the )?start of)"
    r" (?P<name>[a-z]{3,})(?:,? (?P<year>\d{4}))?"
)
_DAY_ALONE = rf"(?P<day>\d{{1,2}}){_NTH}"
_WEEK = (
    r"(?:(?P<before>[a-z]+)\.?,? (?:i |in |of )?)?(?:uge|week|wk|u)\.?\s*(?:nr\.?\s*)?"
    r"(?P<week>\d{1,2})(?:(?:,? (?:i )?|[/-])(?P<year>\d{4}))?(?:,? (?P<after>[a-z]+)\.?)?"
)
_NEXT_WEEK = (
    r"(?:(?P<before>[a-z]+)\.? )?(?:i |in )?(?:naste|next) (?:uge|week)(?: (?P<after>[a-z]+)\.?)?"
)
_WEEKDAY = (
    r"(?P<which>(?:i|pa|on|nu pa|denne|this|kommende|coming|forstkommende|den|"
    r"naste|next|sidste|last) )?(?P<name>[a-z]{2,})\.?"
)
_DISTANCE = (
    r"(?P<sign>\+|-|om |in |for |about )?\s*(?P<count>\d{1,4}|[a-z]+(?= ))\s*(?P<unit>[a-z]+)\.?"
    r"(?P<after> siden| ago| from now| from today| frem| senere| later)?"
)

_NEAR_DAYS = {
    "i forgars": -2,
    "forgars": -2,
    "day before yesterday": -2,
    "the day before yesterday": -2,
    "i aftes": -1,
    "last night": -1,
    "yesterday evening": -1,
    "i gar aftes": -1,
    "i gar": -1,
    "igar": -1,
    "yesterday": -1,
    "i dag": 0,
    "idag": 0,
    "dags dato": 0,
    "i aften": 0,
    "i morges": 0,
    "i formiddags": 0,
    "i eftermiddag": 0,
    "i eftermiddags": 0,
    "this morning": 0,
    "this afternoon": 0,
    "today": 0,
    "tonight": 0,
    "this evening": 0,
    "i morgen": 1,
    "imorgen": 1,
    "tomorrow": 1,
    "i overmorgen": 2,
    "overmorgen": 2,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
}
_DAYS_OF_UNIT = {
    **dict.fromkeys(("d", "dag", "dage", "day", "days"), 1),
    **dict.fromkeys(("u", "uge", "uger", "w", "wk", "wks", "week", "weeks"), 7),
    **dict.fromkeys(("fortnight", "fortnights"), 14),
}
_MONTHS_OF_UNIT = {
    **dict.fromkeys(("md", "mdr", "maned", "maneder", "month", "months"), 1),
    **dict.fromkeys(("ar", "y", "yr", "yrs", "year", "years"), 12),
}


def read_date(text: str, today: dt.date) -> dt.date:
    """The day a text means, seen from `today`.

    Raises:
        NotUnderstood: the text is no date, or one the calendar does not have.
    """
    typed = tidy(text)
    if not typed:
        raise NotUnderstood(_("Write a date, for example 5/3, 5 March, tomorrow or next Tuesday."))
    found = date_in(typed, today)
    if found is None:
        raise NotUnderstood(
            _(
                "“{text}” was not understood as a date. "
                "Write for example 5/3, 5 March, tomorrow or next Tuesday."
            ).format(text=text.strip())
        )
    return found


def date_in(typed: str, today: dt.date) -> dt.date | None:
    """The day a tidied text means, or None if it is no date at all."""
    for read in _READERS:
        found = read(typed, today)
        if found is not None:
            return found
    return _after_weekday(typed, today)


def _near_day(typed: str, today: dt.date) -> dt.date | None:
    days = _NEAR_DAYS.get(typed)
    return None if days is None else _bounded(today.toordinal() + days)


def _numbers(typed: str, today: dt.date) -> dt.date | None:
    for pattern in (_ISO, _NUMBERS, _SIX_DIGITS):
        match = re.fullmatch(pattern, typed)
        if match:
            return _calendar_day(match["year"], int(match["month"]), int(match["day"]), today)
    return None


def _month_by_name(typed: str, today: dt.date) -> dt.date | None:
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        match = re.fullmatch(pattern, typed)
        month = match and month_number(match["name"])
        if match and month:
            return _calendar_day(match["year"], month, int(match["day"]), today)
    return None


def _part_of_month(typed: str, today: dt.date) -> dt.date | None:
    match = re.fullmatch(_PART_OF_MONTH, typed)
    month = match and month_number(match["name"])
    if not match or not month:
        return None
    if match["part"] == "medio":
        return _calendar_day(match["year"], month, 15, today)
    first = _calendar_day(match["year"], month, 1, today)
    if match["part"] == "ultimo" or match["part"].endswith("end of"):
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first


def _day_alone(typed: str, today: dt.date) -> dt.date | None:
    match = re.fullmatch(_DAY_ALONE, typed)
    if not match or not 1 <= int(match["day"]) <= 31:
        return None
    day = int(match["day"])
    year, month = today.year, today.month
    while day > calendar.monthrange(year, month)[1] or dt.date(year, month, day) < today:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return _calendar_day(str(year), month, day, today)


def _week(typed: str, today: dt.date) -> dt.date | None:
    match = re.fullmatch(_WEEK, typed)
    if not match:
        return None
    weekday = _weekday_beside(match)
    if weekday is None:
        return None
    week = int(match["week"])
    if match["year"]:
        return _day_of_week(int(match["year"]), week, weekday)
    year = today.year - 1
    while _day_of_week(year, min(max(week, 1), _weeks_of(year)), weekday) < today - _DAYS_BACK:
        year += 1
    return _day_of_week(year, week, weekday)


def _next_week(typed: str, today: dt.date) -> dt.date | None:
    match = re.fullmatch(_NEXT_WEEK, typed)
    weekday = _weekday_beside(match) if match else None
    if weekday is None:
        return None
    return _bounded(today.toordinal() - today.weekday() + 7 + weekday)


def _weekday_beside(match: re.Match[str]) -> int | None:
    """The weekday before or after a week, Monday if there is none, None if it is another word."""
    words = [word for word in (match["before"], match["after"]) if word not in {None, "i", "in"}]
    if not words:
        return 0
    return weekday_number(words[0]) if len(words) == 1 else None


def _weekday(typed: str, today: dt.date) -> dt.date | None:
    match = re.fullmatch(_WEEKDAY, typed)
    if not match:
        return None
    which = (match["which"] or "").strip()
    name = match["name"]
    is_past = which in {"sidste", "last"} or (which == "i" and name.endswith("dags"))
    weekday = weekday_number(name.removesuffix("s") if which == "i" else name)
    if weekday is None or (which == "i" and not is_past):
        return None
    if is_past:
        return _bounded(today.toordinal() - ((today.weekday() - weekday - 1) % 7 + 1))
    if which in {"naste", "next"}:
        return _bounded(today.toordinal() - today.weekday() + 7 + weekday)
    return _bounded(today.toordinal() + (weekday - today.weekday()) % 7)


def _distance(typed: str, today: dt.date) -> dt.date | None:
    if re.fullmatch(r"\+ ?\d{1,4}", typed):
        typed += " d"
    match = re.fullmatch(_DISTANCE, typed)
    if not match:
        return None
    count = whole_number(match["count"])
    sign = (match["sign"] or "").strip()
    is_past = match["after"] in {" siden", " ago"}
    if count is None or (sign == "for" and not is_past) or (sign in {"om", "in"} and is_past):
        return None
    if is_past or sign == "-":
        count = -count
    if match["unit"] in _DAYS_OF_UNIT:
        return _bounded(today.toordinal() + count * _DAYS_OF_UNIT[match["unit"]])
    if match["unit"] in _MONTHS_OF_UNIT:
        months = today.year * 12 + today.month - 1 + count * _MONTHS_OF_UNIT[match["unit"]]
        year, month = months // 12, months % 12 + 1
        _check_year(year)
        return dt.date(year, month, _within_month(year, month, today.day))
    return None


_READERS: tuple[Callable[[str, dt.date], dt.date | None], ...] = (
    _near_day,
    _numbers,
    _month_by_name,
    _part_of_month,
    _day_alone,
    _week,
    _next_week,
    _weekday,
    _distance,
)


def _after_weekday(typed: str, today: dt.date) -> dt.date | None:
    """A date after its weekday, which must agree, or after a word that adds nothing."""
    match = re.fullmatch(r"(?P<first>[a-z]{1,})\.?,? (?P<rest>.+)", typed)
    if not match:
        return None
    weekday = weekday_number(match["first"])
    is_filler = match["first"] in {"d", "den", "the", "on", "pa", "senest", "by"}
    if weekday is None and not is_filler:
        return None
    found = date_in(match["rest"], today)
    if found is None or weekday is None or found.weekday() == weekday:
        return found
    if is_filler:  # the English "on" is also a Danish Wednesday
        return found
    raise NotUnderstood(
        _("{date} is a {weekday}. Correct the date or leave out the weekday.").format(
            date=dates.date(found), weekday=dates.weekday(found)
        )
    )


def _calendar_day(year_typed: str | None, month: int, day: int, today: dt.date) -> dt.date:
    if not 1 <= month <= 12:
        raise NotUnderstood(
            _("There is no month {month}. Write the day before the month, as in 5/3.").format(
                month=month
            )
        )
    year = _full_year(year_typed, today) if year_typed else _year_of(month, day, today)
    _check_year(year)
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise NotUnderstood(
            _("There is no day {day} in {month}: it has {days} days.").format(
                day=day, month=dates.month(dt.date(year, month, 1)), days=days
            )
        )
    return dt.date(year, month, day)


def _year_of(month: int, day: int, today: dt.date) -> int:
    year = today.year - 1
    while dt.date(year, month, _within_month(year, month, day)) < today - _DAYS_BACK:
        year += 1
    return year


def _within_month(year: int, month: int, day: int) -> int:
    return min(max(day, 1), calendar.monthrange(year, month)[1])


def _full_year(typed: str, today: dt.date) -> int:
    typed = typed.lstrip("'")
    year = int(typed)
    if len(typed) == 4:
        return year
    oldest = today.year - 70
    return oldest + (year - oldest) % 100


def _day_of_week(year: int, week: int, weekday: int) -> dt.date:
    _check_year(year)
    weeks = _weeks_of(year)
    if not 1 <= week <= weeks:
        raise NotUnderstood(
            _("There is no week {week} in {year}: it has {weeks} weeks.").format(
                week=week, year=year, weeks=weeks
            )
        )
    return dt.date.fromisocalendar(year, week, weekday + 1)


def _weeks_of(year: int) -> int:
    return dt.date(year, 12, 28).isocalendar().week


def _bounded(ordinal: int) -> dt.date:
    day = dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal()))
    _check_year(day.year)
    return day


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotUnderstood(
            _("The year must be between {first} and {last}.").format(
                first=FIRST_YEAR, last=LAST_YEAR
            )
        )
