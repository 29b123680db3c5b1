"""The load by week as a table: the same as the picture, for those who would rather read."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.domain.weeks import Week
from boardkeeper.i18n import _
from boardkeeper.ui.kit import Column

WEEK_ROWS = 10
"""How many weeks are in sight at once."""


def week_columns() -> tuple[Column[Week], ...]:
    """What the picture shows of each week."""
    return (
        Column(_("Week"), _name, sort_by=lambda week: week.monday, width=190),
        Column(
            _("Hours"),
            lambda week: formats.number(week.minutes / 60) if week.minutes else "–",
            sort_by=lambda week: week.minutes,
            align_right=True,
            width=72,
        ),
        Column(_("Ceiling"), _ceiling, sort_by=_limit, align_right=True, width=72),
        Column(
            _("Evenings"),
            lambda week: formats.number(len(week.evenings)) if week.evenings else "–",
            sort_by=lambda week: len(week.evenings),
            align_right=True,
            width=84,
        ),
        Column(
            _("Why it is red"),
            lambda week: "; ".join(each.text for each in week.reasons),
            width=180,
            stretch=3,
        ),
        Column(_("Away"), _away, width=120, stretch=1),
    )


def _name(week: Week) -> str:
    days = f"{formats.short_day(week.monday)} – {formats.short_day(week.sunday)}"
    return f"{formats.week(week.monday)} · {days}"


def _away(week: Week) -> str:
    """Why one is away; from when to when, the card of the week says."""
    return "; ".join(each.reason or _("Away") for each in week.away)


def _limit(week: Week) -> int:
    return (week.ceiling.minutes_a_week or 0) if week.ceiling is not None else 0


def _ceiling(week: Week) -> str:
    return formats.number(_limit(week) / 60) if _limit(week) else "–"
