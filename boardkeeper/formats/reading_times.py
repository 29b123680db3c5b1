"""Times and moments as people type them: `19.30`, `7-9.15`, `19 + 2t`, `tir 19.30`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from boardkeeper.formats.reading_amounts import minutes_in
from boardkeeper.formats.reading_dates import date_in
from boardkeeper.formats.typed import NotUnderstood, tidy
from boardkeeper.i18n import _

_TIME = (
    r"(?:kl\.?|klokken|at|@|fra|from)?\s*(?P<hour>\d{1,2})(?:[.:,]?(?P<minute>\d{2}))?"
    r"(?:\s*(?P<half>[ap])\.?m\.?)?"
)
_FROM_TO = r"(?P<start>.+?)(?:\s*-\s*|\s+(?:til|to|until|till)\s+)(?P<end>.+)"
_YEARS_NEAR = 10


def read_time(text: str) -> dt.time:
    """A time of the day: `19`, `19.30`, `19:30`, `1930`, `kl. 7.15`, `7pm`.

    Raises:
        NotUnderstood: the text is no time.
    """
    found = _time_in(tidy(text))
    if found is None:
        raise NotUnderstood(
            _("“{text}” was not understood as a time. Write for example 19.30 or 7pm.").format(
                text=text.strip()
            )
        )
    return found


def read_time_range(text: str) -> tuple[dt.time, dt.time]:
    """Start and end: `7-9.15`, `19 til 21`, `19 + 2t`, `19.30 2 t`, `7-9pm`.

    An end before its start is past midnight; an end at 24 is midnight.

    Raises:
        NotUnderstood: the text is not two times, nor a time and a duration.
    """
    found = _range_in(tidy(text))
    if found is None:
        raise NotUnderstood(
            _(
                "“{text}” was not understood as a start and an end. "
                "Write for example 19-21.30 or 19 + 2h."
            ).format(text=text.strip())
        )
    return found


def read_moment(text: str, today: dt.date) -> dt.datetime:
    """A day and a time, in either order: `tir 19.30`, `5/3 kl 19`; a time alone is today's.

    Raises:
        NotUnderstood: the text is no moment; it says so if only the time is missing.
    """
    found = _moment_in(tidy(text), today)
    if found is None:
        raise _not_a_moment(text, today)
    return found


def read_moment_range(text: str, today: dt.date) -> tuple[dt.datetime, dt.datetime]:
    """A day with a start and an end: `tir 19-21.30`, `5/3 19 + 2t`; times alone are today's.

    The end may also be another day: `5/3 19 til 6/3 1`.

    Raises:
        NotUnderstood: the text is no such thing; it says so if only the times are missing.
    """
    typed = tidy(text)
    times = _range_in(typed)
    if times is not None:
        return _on_day(today, times)
    for first, last in _halves(typed):
        for day_text, times_text in ((first, last), (last, first)):
            times = _range_in(times_text)
            day = None if times is None else date_in(day_text, today)
            if times is not None and day is not None:
                return _on_day(day, times)
    match = re.fullmatch(r"(.+?) (?:-|til|to) (.+)", typed)
    if match:
        return read_moment(match[1], today), read_moment(match[2], today)
    if _moment_in(typed, today) is not None:
        raise NotUnderstood(
            _("“{text}” has a start but no end. Write for example “{text} + 2h”.").format(
                text=text.strip()
            )
        )
    raise _not_a_moment(text, today)


def _moment_in(typed: str, today: dt.date) -> dt.datetime | None:
    time = _time_in(typed)
    if time is not None:
        return dt.datetime.combine(today, time)
    for first, last in _halves(typed):
        for day_text, time_text in ((first, last), (last, first)):
            time = _time_in(time_text)
            day = None if time is None else date_in(day_text, today)
            if time is not None and day is not None and not _is_year(typed, time_text, today):
                return dt.datetime.combine(day, time)
    return None


def _on_day(day: dt.date, times: tuple[dt.time, dt.time]) -> tuple[dt.datetime, dt.datetime]:
    start, end = (dt.datetime.combine(day, time) for time in times)
    return start, end if end >= start else end + dt.timedelta(days=1)


def _not_a_moment(text: str, today: dt.date) -> NotUnderstood:
    if date_in(tidy(text), today) is not None:
        return NotUnderstood(
            _("“{text}” is a day without a time. Write for example “{text} 19.30”.").format(
                text=text.strip()
            )
        )
    return NotUnderstood(
        _(
            "“{text}” was not understood as a day and a time. "
            "Write for example 5/3 19.30 or tomorrow 7.15."
        ).format(text=text.strip())
    )


def _is_year(typed: str, time_text: str, today: dt.date) -> bool:
    """Whether the four digits of `5/3 2030` may just as well be a year of these years."""
    if not re.fullmatch(r"\d{4}", time_text) or not typed.endswith(time_text):
        return False
    return abs(int(time_text) - today.year) <= _YEARS_NEAR and date_in(typed, today) is not None


def _halves(typed: str) -> Iterator[tuple[str, str]]:
    words = typed.split(" ")
    for position in range(1, len(words)):
        yield " ".join(words[:position]).strip(" ,"), " ".join(words[position:])


def _time_in(typed: str) -> dt.time | None:
    match = re.fullmatch(_TIME, typed)
    if not match:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _range_in(typed: str) -> tuple[dt.time, dt.time] | None:
    match = re.fullmatch(_FROM_TO, typed)
    if match:
        return _two_times(match["start"], match["end"])
    for pattern in (r"(.+?)\s*\+\s*(.+)", r"(.+?) (?:i |for )?(\d.*|[½¼¾].*|[a-z]+ .*)"):
        match = re.fullmatch(pattern, typed)
        start = _time_in(match[1]) if match else None
        minutes = minutes_in(match[2]) if match else None
        if start is not None and minutes is not None and 0 < minutes < 24 * 60:
            end = dt.datetime.combine(dt.date.min, start) + dt.timedelta(minutes=minutes)
            return start, end.time()
    return None


def _two_times(start_text: str, end_text: str) -> tuple[dt.time, dt.time] | None:
    """Start and end, where `7-9pm` means the evening for both and `11-1pm` does not."""
    is_midnight = re.fullmatch(r"(?:kl\.? ?)?24(?:[.:]?00)?", end_text) is not None
    start, end = _time_in(start_text), dt.time() if is_midnight else _time_in(end_text)
    if start is None or end is None:
        return None
    half = re.search(r"[ap]\.?m\.?$", end_text)
    if half and not re.search(r"m\.?$", start_text):
        alike = _time_in(start_text + half[0])
        if alike is not None and alike < end:
            return alike, end
    return start, end
