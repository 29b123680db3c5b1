"""Days as they are written in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from boardkeeper import formats
from boardkeeper.i18n import Language, speaking

MEETING_DAY = dt.date(2026, 3, 5)

DANISH: dict[Callable[[dt.date], str], str] = {
    formats.long_date: "torsdag den 5. marts 2026",
    formats.date: "5. marts 2026",
    formats.short_date: "5.3.2026",
    formats.short_day: "5. mar.",
    formats.day: "tor. 5. marts",
    formats.month: "marts 2026",
    formats.month_name: "marts",
    formats.short_month_name: "mar.",
    formats.weekday: "torsdag",
    formats.short_weekday: "tor.",
    formats.week: "uge 10",
}
ENGLISH: dict[Callable[[dt.date], str], str] = {
    formats.long_date: "Thursday 5 March 2026",
    formats.date: "5 March 2026",
    formats.short_date: "5 Mar 2026",
    formats.short_day: "5 Mar",
    formats.day: "Thu 5 March",
    formats.month: "March 2026",
    formats.month_name: "March",
    formats.short_month_name: "Mar",
    formats.weekday: "Thursday",
    formats.short_weekday: "Thu",
    formats.week: "week 10",
}


@pytest.mark.parametrize("write", DANISH)
def test_a_day_is_written_as_danes_do(write: Callable[[dt.date], str]) -> None:
    with speaking(Language.DANISH):
        assert write(MEETING_DAY) == DANISH[write]


@pytest.mark.parametrize("write", ENGLISH)
def test_a_day_is_written_as_britons_do(write: Callable[[dt.date], str]) -> None:
    with speaking(Language.ENGLISH):
        assert write(MEETING_DAY) == ENGLISH[write]


def test_the_first_days_of_a_year_may_belong_to_the_last_week_of_the_year_before() -> None:
    with speaking(Language.DANISH):
        assert formats.week(dt.date(2027, 1, 3)) == "uge 53"


@pytest.mark.parametrize(
    ("last", "danish", "english"),
    [
        (dt.date(2026, 3, 5), "5. marts 2026", "5 March 2026"),
        (dt.date(2026, 3, 7), "5.-7. marts 2026", "5–7 March 2026"),
        (dt.date(2026, 4, 2), "5. marts - 2. april 2026", "5 March – 2 April 2026"),
        (dt.date(2027, 1, 2), "5. marts 2026 - 2. januar 2027", "5 March 2026 – 2 January 2027"),
    ],
)
def test_what_two_days_share_is_written_once(last: dt.date, danish: str, english: str) -> None:
    with speaking(Language.DANISH):
        assert formats.date_range(MEETING_DAY, last) == danish
    with speaking(Language.ENGLISH):
        assert formats.date_range(MEETING_DAY, last) == english


@pytest.mark.parametrize(
    ("distance", "danish", "english"),
    [
        (-800, "for 2 år siden", "2 years ago"),
        (-90, "for 2 måneder siden", "2 months ago"),
        (-3, "for 3 dage siden", "3 days ago"),
        (-1, "i går", "yesterday"),
        (0, "i dag", "today"),
        (1, "i morgen", "tomorrow"),
        (2, "på lørdag", "on Saturday"),
        (6, "om 6 dage", "in 6 days"),
        (27, "om 27 dage", "in 27 days"),
        (30, "om 4 uger", "in 4 weeks"),
        (61, "om 2 måneder", "in 2 months"),
        (731, "om 2 år", "in 2 years"),
    ],
)
def test_a_near_day_is_named_by_its_distance(distance: int, danish: str, english: str) -> None:
    day = MEETING_DAY + dt.timedelta(days=distance)
    with speaking(Language.DANISH):
        assert formats.relative_day(day, MEETING_DAY) == danish
    with speaking(Language.ENGLISH):
        assert formats.relative_day(day, MEETING_DAY) == english
