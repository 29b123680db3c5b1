"""The choices of how meetings repeat, in words."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from boardkeeper import formats
from boardkeeper.domain.rhythm import Rhythm, Step
from boardkeeper.domain.rhythm_words import place_name
from boardkeeper.i18n import _, pgettext
from boardkeeper.ui.kit import Offer

PLACES = (1, 2, 3, 4, -1)
"""The places in the month one chooses from; a fifth Thursday is one few months have."""

LAST_DAY = -1


class Repeats(StrEnum):
    """How a meeting comes back."""

    NOT = "not"
    WEEKS = Step.WEEKS.value
    MONTH_WEEKDAY = Step.MONTH_WEEKDAY.value
    MONTH_DAY = Step.MONTH_DAY.value
    YEAR_WEEKDAY = Step.YEAR_WEEKDAY.value
    YEAR_DAY = Step.YEAR_DAY.value
    OWN = "own"


class Ending(StrEnum):
    """When a series is over."""

    OPEN = "open"
    UNTIL = "until"
    COUNT = "count"


def repeats_of(rhythm: Rhythm | None) -> Repeats:
    """The choice that shows a rhythm whole; a rule that says more is kept as its own."""
    if rhythm is None or rhythm.step is Step.DAYS:
        return Repeats.OWN
    if len(rhythm.month_days) > 1 or any(not _is_month_day(day) for day in rhythm.month_days):
        return Repeats.OWN
    if any(place not in PLACES for place in rhythm.places):
        return Repeats.OWN
    return Repeats(rhythm.step.value)


def repeats_choices(*, with_not: bool, with_own: bool) -> list[tuple[Repeats, str]]:
    """What one chooses from."""
    choices = [
        (Repeats.NOT, _("Does not repeat")),
        (Repeats.WEEKS, _("By weeks")),
        (Repeats.MONTH_WEEKDAY, _("Monthly on a weekday")),
        (Repeats.MONTH_DAY, _("Monthly on a date")),
        (Repeats.YEAR_WEEKDAY, _("Yearly on a weekday")),
        (Repeats.YEAR_DAY, _("Yearly on a date")),
        (Repeats.OWN, _("By a rule of its own")),
    ]
    left_out = {Repeats.NOT: not with_not, Repeats.OWN: not with_own}
    return [each for each in choices if not left_out.get(each[0])]


def interval_label(repeats: Repeats) -> str:
    """What the number of steps is a number of."""
    return {
        Repeats.WEEKS: _("Weeks from one to the next"),
        Repeats.MONTH_WEEKDAY: _("Months from one to the next"),
        Repeats.MONTH_DAY: _("Months from one to the next"),
    }.get(repeats, _("Years from one to the next"))


def ending_choices() -> list[tuple[Ending, str]]:
    return [
        (Ending.OPEN, pgettext("end of a series", "Never")),
        (Ending.UNTIL, pgettext("end of a series", "By a date")),
        (Ending.COUNT, pgettext("end of a series", "After a number of meetings")),
    ]


def weekday_offers() -> list[Offer]:
    days = [date(2024, 1, each) for each in range(1, 8)]  # Monday 1 January to Sunday
    return [
        Offer(
            number=day.weekday(),
            words=formats.short_weekday(day).rstrip("."),
            spoken=formats.weekday(day),
        )
        for day in days
    ]


def month_offers() -> list[Offer]:
    days = [date(2024, each, 1) for each in range(1, 13)]
    return [
        Offer(
            number=day.month,
            words=formats.short_month_name(day).rstrip("."),
            spoken=formats.month_name(day),
        )
        for day in days
    ]


def place_offers() -> list[Offer]:
    return [Offer(number=each, words=place_name(each), spoken=place_name(each)) for each in PLACES]


def month_day_choices() -> list[tuple[int, str]]:
    last = (LAST_DAY, pgettext("day of the month", "The last day"))
    return [*((day, str(day)) for day in range(1, 32)), last]


def _is_month_day(day: int) -> bool:
    return day == LAST_DAY or 1 <= day <= 31
