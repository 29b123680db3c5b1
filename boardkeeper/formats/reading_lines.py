"""A date or a duration inside a quick-entry line: `2t forb`, `Anna bestil revisor 1/6`.

In running words more is left alone than in a field of its own: `man`, `to` and `mon` are words
before they are weekdays, and `møde 5` is no fifth of the month.
"""

from __future__ import annotations

import datetime as dt
import re

from boardkeeper.formats.reading_amounts import LONGEST_MINUTES, bare_minutes_in, minutes_in
from boardkeeper.formats.reading_dates import date_in
from boardkeeper.formats.typed import month_number, tidy, weekday_number

_LONGEST_RUN = 6


def duration_in_line(text: str, *, bare_is_hours: bool = False) -> tuple[int | None, str]:
    """The minutes the line names first, and the line without them.

    A number without a unit counts only at the very beginning: `1,5 forb` always, `2 forb` if
    `bare_is_hours`.
    """
    words = text.split()
    for first in range(len(words)):
        for last in range(min(len(words), first + _LONGEST_RUN), first, -1):
            run = tidy(" ".join(words[first:last]))
            minutes = minutes_in(run)
            if minutes is None and first == 0 and (bare_is_hours or not run.isdecimal()):
                minutes = bare_minutes_in(run, bare_is_hours=bare_is_hours)
            if minutes is not None and 0 < minutes <= LONGEST_MINUTES:
                return minutes, " ".join(words[:first] + words[last:])
    return None, " ".join(words)


def date_at_end(text: str, today: dt.date) -> tuple[dt.date | None, str]:
    """The day the line ends with, and the line without it.

    Raises:
        NotUnderstood: the line ends with a date the calendar does not have (`31/2`).
    """
    words = text.split()
    for first in range(max(0, len(words) - _LONGEST_RUN), len(words)):
        run = tidy(" ".join(words[first:]))
        if _is_plainly_a_date(run):
            found = date_in(run, today)
            if found is not None:
                return found, " ".join(words[:first]).rstrip(" ,;")
    return None, " ".join(words)


def _is_plainly_a_date(run: str) -> bool:
    """Whether no one could mean a count (`5`, `2 uger`) or a word (`man`, `to`) by it."""
    if re.search(r"\d", run):
        unsaid = re.fullmatch(r"\d+\.?|\d+ ?(?P<unit>[a-z]+)\.?", run)
        return unsaid is None or month_number(unsaid["unit"] or "") is not None
    return not any(
        weekday_number(word) is not None and len(word) < 6 for word in re.findall("[a-z]+", run)
    )
