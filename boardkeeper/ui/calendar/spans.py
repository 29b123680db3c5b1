"""The stretches of time the calendar shows, and how one goes from one to the next."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from boardkeeper import formats
from boardkeeper.domain.clashes import monday_of
from boardkeeper.i18n import _


class View(StrEnum):
    """A way of looking at the calendar."""

    MONTH = "month"
    WEEK = "week"
    LIST = "list"


def view_name(view: View) -> str:
    """The view in a word."""
    return {View.MONTH: _("Month"), View.WEEK: _("Week"), View.LIST: _("List")}[view]


def span_of(view: View, day: date) -> tuple[date, date]:
    """The first and the last day shown around a day: whole weeks, or the half-year of the list."""
    match view:
        case View.MONTH:
            last = day.replace(day=monthrange(day.year, day.month)[1])
            return monday_of(day.replace(day=1)), monday_of(last) + timedelta(days=6)
        case View.WEEK:
            return monday_of(day), monday_of(day) + timedelta(days=6)
        case View.LIST:
            if day.month <= 6:
                return date(day.year, 1, 1), date(day.year, 6, 30)
            return date(day.year, 7, 1), date(day.year, 12, 31)


def stepped(view: View, day: date, steps: int) -> date:
    """The day so many months, weeks or half-years away; the last of a month that is too short."""
    if view is View.WEEK:
        return day + timedelta(weeks=steps)
    months = steps * (6 if view is View.LIST else 1)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def title_of(view: View, day: date, *, in_short: bool = False) -> str:
    """What the stretch is called, as a title; in short for where there is little room."""
    match view:
        case View.MONTH:
            return capitalised(formats.month(day))
        case View.WEEK:
            return _("{week}, {year}").format(
                week=capitalised(formats.week(day)), year=day.isocalendar().year
            )
        case View.LIST:
            first, last = span_of(view, day)
            name = formats.short_month_name if in_short else formats.month_name
            return _("{first} – {last} {year}").format(
                first=capitalised(name(first)),
                last=name(last),
                year=day.year,
            )


def capitalised(text: str) -> str:
    """The words as a line of their own begins."""
    return text[:1].upper() + text[1:]
