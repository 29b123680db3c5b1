"""How dates, hours and money read in Danish and English, on screen and on paper.

Callers write `from boardkeeper import formats` and `formats.moment(meeting.starts_at)`. Everything
follows the active language (`boardkeeper.i18n.language`), so a document can be in another language
than the window.
"""

from __future__ import annotations

from boardkeeper.formats.amounts import (
    amount,
    duration,
    hours,
    kilometres,
    kroner,
    number,
    percent,
)
from boardkeeper.formats.dates import (
    date,
    date_range,
    day,
    long_date,
    month,
    month_name,
    relative_day,
    short_date,
    short_day,
    short_month_name,
    short_weekday,
    week,
    weekday,
)
from boardkeeper.formats.reading_amounts import (
    read_amount,
    read_duration,
    read_kilometres,
    read_kroner,
    read_number,
)
from boardkeeper.formats.reading_dates import read_date
from boardkeeper.formats.reading_lines import date_at_end, duration_in_line
from boardkeeper.formats.reading_times import (
    read_moment,
    read_moment_range,
    read_time,
    read_time_range,
)
from boardkeeper.formats.searching import found_in
from boardkeeper.formats.sorting import sort_key
from boardkeeper.formats.times import clock, long_moment, moment, stamp, time, time_range, times
from boardkeeper.formats.typed import NotUnderstood

__all__ = [
    "NotUnderstood",
    "amount",
    "clock",
    "date",
    "date_at_end",
    "date_range",
    "day",
    "duration",
    "duration_in_line",
    "found_in",
    "hours",
    "kilometres",
    "kroner",
    "long_date",
    "long_moment",
    "moment",
    "month",
    "month_name",
    "number",
    "percent",
    "read_amount",
    "read_date",
    "read_duration",
    "read_kilometres",
    "read_kroner",
    "read_moment",
    "read_moment_range",
    "read_number",
    "read_time",
    "read_time_range",
    "relative_day",
    "short_date",
    "short_day",
    "short_month_name",
    "short_weekday",
    "sort_key",
    "stamp",
    "time",
    "time_range",
    "times",
    "week",
    "weekday",
]
