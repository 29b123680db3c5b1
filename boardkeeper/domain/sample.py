"""The sample data, brought to the present: every date moved by one and the same number of weeks.

Whole weeks keep every weekday and every distance between two dates as they were written.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, cast

from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting

WEEK = 7


def anchor(records: Sequence[Record]) -> Meeting:
    """The first meeting still open, planned or called: the one a newcomer is to see next.

    Raises ValueError when no meeting is open; the sample always has one.
    """
    still_open = [each for each in records if isinstance(each, Meeting) and each.is_open]
    return min(still_open, key=lambda meeting: (meeting.starts_at, meeting.id))


def moved(records: Sequence[Record], today: date) -> list[Record]:
    """The records with every date and date with a time moved by the same whole number of weeks.

    The anchor comes to lie on today or one of the six days after it. Where it falls today it may
    already have begun: the sample knows the day, not the hour.
    """
    days_ahead = (anchor(records).day - today).days
    distance = timedelta(days=days_ahead % WEEK - days_ahead)
    return [_moved(record, distance) for record in records]


def _moved(record: Record, distance: timedelta) -> Record:
    fields = dataclasses.fields(cast("Any", record))
    dated = {
        each.name: value + distance
        for each in fields
        if isinstance(value := getattr(record, each.name), date)  # a datetime is a date
    }
    return cast("Record", dataclasses.replace(cast("Any", record), **dated))
