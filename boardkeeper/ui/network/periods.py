"""Which stretch of time the network is looked at over."""

from __future__ import annotations

from datetime import date, timedelta

from boardkeeper.domain.reminders import months_later
from boardkeeper.i18n import _

Period = tuple[date, date]
"""First and last day, both included."""


def periods(today: date) -> list[tuple[Period, str]]:
    """The periods one may choose among, the usual one first."""
    return [
        (months_back(today, 12), _("Last 12 months")),
        (months_back(today, 36), _("Last 3 years")),
        ((date(today.year, 1, 1), date(today.year, 12, 31)), _("This year")),
        ((date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)), _("Last year")),
    ]


def periods_and_always(today: date) -> list[tuple[Period, str]]:
    """The same, and all there ever was."""
    return [*periods(today), ((date.min, date.max), _("From the beginning"))]


def months_back(today: date, months: int) -> Period:
    """So many months up to today."""
    return months_later(today, -months) + timedelta(days=1), today
