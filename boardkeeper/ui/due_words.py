"""How the day something is due reads in a chip, on every page the same."""

from __future__ import annotations

from datetime import date, timedelta

from boardkeeper import formats
from boardkeeper.i18n import _

_FAR = 300
"""Days away beyond which a day is said with its year."""


def due_in_words(on: date, today: date, *, is_late: bool) -> str:
    """The day, and that it has passed where that matters."""
    day = day_in_words(on, today)
    return _("Late: {day}").format(day=day) if is_late else day


def day_in_words(on: date, today: date) -> str:
    """The day, said as one says it where it is near, and with its year where it is far."""
    if today <= on <= today + timedelta(days=1):
        near = formats.relative_day(on, today)
        return near[:1].upper() + near[1:]
    is_far = abs((on - today).days) > _FAR
    return formats.short_date(on) if is_far else formats.day(on)
