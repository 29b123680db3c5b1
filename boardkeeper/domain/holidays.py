"""Danish public holidays, by name in the active language.

The `holidays` package knows them year by year, and so that Store bededag was kept until 2023 only.
It is imported when a holiday is first asked for, which a start of the program is too early for.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from boardkeeper.i18n import Language, language

_PACKAGE_LANGUAGES = {Language.DANISH: "da", Language.ENGLISH: "en_US"}


def holiday_name(day: date, *, with_half_holidays: bool = False) -> str | None:
    """The public holiday the day is, or None.

    Half holidays are the four many Danish workplaces close on without law: 1 May, 5 June,
    24 and 31 December.
    """
    every = _with_half_holidays(day.year, language())
    if with_half_holidays:
        return every.get(day)
    return every.get(day) if day in _public(day.year, language()) else None


def prepare_holidays(year: int, spoken: Language) -> None:
    """Have the holidays of a year at hand, so that no one waits for the package; in any thread."""
    _public(year, spoken)
    _with_half_holidays(year, spoken)


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no public holiday."""
    return day.weekday() < 5 and holiday_name(day) is None


@cache
def _public(year: int, spoken: Language) -> dict[date, str]:
    return _holidays(year, spoken, "public")


@cache
def _with_half_holidays(year: int, spoken: Language) -> dict[date, str]:
    return _holidays(year, spoken, "public", "optional")


def _holidays(year: int, spoken: Language, *categories: str) -> dict[date, str]:
    import holidays  # noqa: PLC0415 - costs a start-up its twelfth of a second

    found = holidays.country_holidays(
        "DK", years=year, language=_PACKAGE_LANGUAGES[spoken], categories=categories
    )
    return dict(found.items())
