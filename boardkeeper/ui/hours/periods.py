"""The stretches of time one looks at hours by."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from boardkeeper.i18n import _


class Period(StrEnum):
    """A stretch of time as seen from today."""

    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    ALL = "all"


def span(period: Period, today: date) -> tuple[date, date]:
    """The first and the last day of the period, both included."""
    month = today.replace(day=1)
    match period:
        case Period.THIS_MONTH:
            return month, _last_of_month(month)
        case Period.LAST_MONTH:
            before = month - timedelta(days=1)
            return before.replace(day=1), before
        case Period.THIS_YEAR:
            return date(today.year, 1, 1), date(today.year, 12, 31)
        case Period.LAST_YEAR:
            return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
        case Period.ALL:
            return date.min, date.max


def period_name(period: Period) -> str:
    """The period in words."""
    return {
        Period.THIS_MONTH: _("This month"),
        Period.LAST_MONTH: _("Last month"),
        Period.THIS_YEAR: _("This year"),
        Period.LAST_YEAR: _("Last year"),
        Period.ALL: _("All years"),
    }[period]


def _last_of_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
