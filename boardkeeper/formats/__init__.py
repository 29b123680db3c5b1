"""How dates, hours and money read in Danish and English, on screen and on paper.

Callers write `from boardkeeper import formats` and `formats.moment(meeting.starts_at)`. Everything
follows the active language (`boardkeeper.i18n.language`), so a document can be in another language
than the window.
"""

from __future__ import annotations

from boardkeeper.formats.amounts import duration, hours, kroner, number, percent
from boardkeeper.formats.dates import (
    date,
    date_range,
    day,
    long_date,
    month,
    month_name,
    relative_day,
    short_date,
    short_month_name,
    short_weekday,
    week,
    weekday,
)
from boardkeeper.formats.sorting import sort_key
from boardkeeper.formats.times import clock, long_moment, moment, stamp, time, time_range

__all__ = [
    "clock",
    "date",
    "date_range",
    "day",
    "duration",
    "hours",
    "kroner",
    "long_date",
    "long_moment",
    "moment",
    "month",
    "month_name",
    "number",
    "percent",
    "relative_day",
    "short_date",
    "short_month_name",
    "short_weekday",
    "sort_key",
    "stamp",
    "time",
    "time_range",
    "week",
    "weekday",
]
