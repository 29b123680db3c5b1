"""Times of the day and moments as they are written, in the wall time they are given in."""

from __future__ import annotations

import datetime as dt

from boardkeeper.formats import dates
from boardkeeper.formats.words import spoken


def time(time: dt.time | dt.datetime) -> str:
    """`19.00`, `19:00`; seconds are left out."""
    return spoken().time.format(hour=time.hour, minute=time.minute)


def clock(at: dt.time | dt.datetime) -> str:
    """The time as it stands in a sentence: `kl. 19.00`, `19:00`."""
    return spoken().clock.format(time=time(at))


def time_range(start: dt.time | dt.datetime, end: dt.time | dt.datetime) -> str:
    """`kl. 19.00-21.30`, `19:00–21:30`."""
    return spoken().time_range.format(start=time(start), end=time(end))


def times(start: dt.time | dt.datetime, end: dt.time | dt.datetime) -> str:
    """Without a word, for a field or a column: `19.00-21.30`, `19:00–21:30`."""
    return spoken().times.format(start=time(start), end=time(end))


def moment(at: dt.datetime) -> str:
    """For lists, where the year is understood: `tor. 5. marts kl. 19.00`, `Thu 5 March, 19:00`."""
    return spoken().moment.format(day=dates.day(at), time=time(at))


def long_moment(start: dt.datetime, end: dt.datetime | None = None) -> str:
    """`torsdag den 5. marts 2026 kl. 19.00-21.30`; both days in full if the end is another day."""
    words = spoken()
    if end is not None and end.date() != start.date():
        return words.long_moments.format(
            start_date=dates.long_date(start),
            start=time(start),
            end_date=dates.long_date(end),
            end=time(end),
        )
    times = clock(start) if end is None else time_range(start, end)
    return words.long_moment.format(date=dates.long_date(start), times=times)


def stamp(at: dt.datetime) -> str:
    """When something was done or printed: `3.3.2026 kl. 21.14`, `3 Mar 2026, 21:14`."""
    return spoken().stamp.format(date=dates.short_date(at), time=time(at))
