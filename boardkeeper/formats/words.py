"""The words and patterns dates, times and amounts are written with, a record for each language.

They stand here rather than in the message catalog because a pattern is not a sentence, and because
reading understands both languages whichever one the window speaks.
"""

from __future__ import annotations

from dataclasses import dataclass

from boardkeeper.i18n import Language, language


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language's names of days and months, and the patterns it writes with.

    Names run from Monday and from January. A pattern's {day} has no leading zero.
    """

    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]

    long_date: str
    date: str
    short_date: str
    day: str
    short_day: str
    month: str
    week: str
    days_of_month: str
    days_of_year: str
    days_of_years: str

    time: str
    clock: str
    time_range: str
    times: str
    moment: str
    long_moment: str
    long_moments: str
    stamp: str

    yesterday: str
    today: str
    tomorrow: str
    on_weekday: str
    ahead: str
    ago: str
    days: str
    weeks: str
    months_away: str
    years: str

    hours: str
    minutes: str
    kroner: str
    percent: str
    decimal_mark: str
    thousands_mark: str

    @property
    def digit_marks(self) -> dict[int, str]:
        """How to turn the marks of 1,250.5 into this language's."""
        return str.maketrans({",": self.thousands_mark, ".": self.decimal_mark})


DANISH = Words(
    weekdays=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    short_weekdays=("man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn."),
    months=(
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ),
    short_months=(
        "jan.",
        "feb.",
        "mar.",
        "apr.",
        "maj",
        "jun.",
        "jul.",
        "aug.",
        "sep.",
        "okt.",
        "nov.",
        "dec.",
    ),
    long_date="{weekday} den {day}. {month} {year}",
    date="{day}. {month} {year}",
    short_date="{day}.{month_number}.{year}",
    day="{short_weekday} {day}. {month}",
    short_day="{day}. {short_month}",
    month="{month} {year}",
    week="uge {week}",
    days_of_month="{first_day}.-{last_day}. {last_month} {last_year}",
    days_of_year="{first_day}. {first_month} - {last_day}. {last_month} {last_year}",
    days_of_years="{first_day}. {first_month} {first_year} - {last_day}. {last_month} {last_year}",
    time="{hour}.{minute:02}",
    clock="kl. {time}",
    time_range="kl. {start}-{end}",
    times="{start}-{end}",
    moment="{day} kl. {time}",
    long_moment="{date} {times}",
    long_moments="{start_date} kl. {start} til {end_date} kl. {end}",
    stamp="{date} kl. {time}",
    yesterday="i går",
    today="i dag",
    tomorrow="i morgen",
    on_weekday="på {weekday}",
    ahead="om {span}",
    ago="for {span} siden",
    days="{count} dage",
    weeks="{count} uger",
    months_away="{count} måneder",
    years="{count} år",
    hours="{hours} t",
    minutes="{minutes} min",
    kroner="{amount} kr.",
    percent="{number} %",
    decimal_mark=",",
    thousands_mark=".",
)

ENGLISH = Words(
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    short_weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    short_months=(
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ),
    long_date="{weekday} {day} {month} {year}",
    date="{day} {month} {year}",
    short_date="{day} {short_month} {year}",
    day="{short_weekday} {day} {month}",
    short_day="{day} {short_month}",
    month="{month} {year}",
    week="week {week}",
    days_of_month="{first_day}–{last_day} {last_month} {last_year}",
    days_of_year="{first_day} {first_month} – {last_day} {last_month} {last_year}",
    days_of_years="{first_day} {first_month} {first_year} – {last_day} {last_month} {last_year}",
    time="{hour}:{minute:02}",
    clock="{time}",
    time_range="{start}–{end}",
    times="{start}–{end}",
    moment="{day}, {time}",
    long_moment="{date}, {times}",
    long_moments="{start_date}, {start} – {end_date}, {end}",
    stamp="{date}, {time}",
    yesterday="yesterday",
    today="today",
    tomorrow="tomorrow",
    on_weekday="on {weekday}",
    ahead="in {span}",
    ago="{span} ago",
    days="{count} days",
    weeks="{count} weeks",
    months_away="{count} months",
    years="{count} years",
    hours="{hours} h",
    minutes="{minutes} min",
    kroner="DKK {amount}",
    percent="{number}%",
    decimal_mark=".",
    thousands_mark=",",
)

_BY_LANGUAGE = {Language.DANISH: DANISH, Language.ENGLISH: ENGLISH}


def spoken() -> Words:
    """The words of the active language."""
    return _BY_LANGUAGE[language()]
