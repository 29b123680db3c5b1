"""How a ceiling and a time away read in a line."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.domain.ceilings import Ceiling
from boardkeeper.i18n import _, ngettext


def ceiling_title(ceiling: Ceiling) -> str:
    """`6 t og 2 aftener om ugen`."""
    hours, evenings = ceiling.minutes_a_week, ceiling.evenings_a_week
    if hours is None and evenings is None:
        return _("No limit")
    if evenings is None:
        return _("{hours} a week").format(hours=formats.hours(hours or 0))
    nights = ngettext("{count} evening", "{count} evenings", evenings).format(count=evenings)
    if hours is None:
        return _("{evenings} a week").format(evenings=nights)
    return _("{hours} and {evenings} a week").format(hours=formats.hours(hours), evenings=nights)


def ceiling_caption(ceiling: Ceiling) -> str:
    """From when it holds, what is kept for customers, and what an hour is worth."""
    parts = [_("From {day}").format(day=formats.short_date(ceiling.starts_on))]
    if ceiling.customer_minutes_a_week:
        kept = _("{hours} for customers between {times}").format(
            hours=formats.hours(ceiling.customer_minutes_a_week),
            times=formats.times(ceiling.work_starts, ceiling.work_ends),
        )
        parts.append(kept)
    if ceiling.hour_value:
        worth = _("an hour is worth {amount}").format(amount=formats.amount(ceiling.hour_value))
        parts.append(worth)
    return " · ".join(parts)
