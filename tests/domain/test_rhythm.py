"""Rhythms a person names: to rules, back, and in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.occurrences import occurrences
from boardkeeper.domain.recurrence import read_rule
from boardkeeper.domain.rhythm import Rhythm, Step, rhythm_of, rule_of
from boardkeeper.domain.rhythm_words import days_in_words, in_words
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import Language, speaking

START = datetime(2026, 1, 8, 7, 15)


def some(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[tuple[int, ...]]:
    return st.sets(numbers, min_size=1, max_size=3).map(lambda each: tuple(sorted(each)))


@st.composite
def rhythms(draw: st.DrawFn) -> Rhythm:
    step = draw(st.sampled_from(Step))
    has_weekdays = step in (Step.WEEKS, Step.MONTH_WEEKDAY, Step.YEAR_WEEKDAY)
    has_places = step in (Step.MONTH_WEEKDAY, Step.YEAR_WEEKDAY)
    has_month_days = step in (Step.MONTH_DAY, Step.YEAR_DAY)
    has_months = step in (Step.YEAR_DAY, Step.YEAR_WEEKDAY)
    until = draw(st.none() | st.dates(date(2027, 1, 1), date(2030, 1, 1)))
    return Rhythm(
        step=step,
        interval=draw(st.integers(1, 12)),
        weekdays=draw(some(st.integers(0, 6))) if has_weekdays else (),
        places=draw(some(st.sampled_from([1, 2, 3, 4, 5, -1]))) if has_places else (),
        month_days=draw(some(st.integers(1, 31) | st.just(-1))) if has_month_days else (),
        months=draw(some(st.integers(1, 12))) if has_months else (),
        until=until,
        count=None if until else draw(st.none() | st.integers(1, 1000)),
    )


@given(rhythms())
def test_a_rhythm_comes_back_from_the_rule_that_means_it(rhythm: Rhythm) -> None:
    rule = read_rule(rule_of(rhythm).text)
    assert rhythm_of(rule, START) == rhythm


@given(rhythms(), st.sampled_from(Language))
def test_every_rhythm_is_said_without_its_rule(rhythm: Rhythm, language: Language) -> None:
    with speaking(language):
        said = in_words(rule_of(rhythm), START, 120)
    assert "FREQ" not in said
    assert "{" not in said


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=WEEKLY",
        "FREQ=MONTHLY",
        "FREQ=YEARLY",
        "FREQ=DAILY;BYDAY=TH",
        "FREQ=MONTHLY;BYDAY=2TU;BYMONTH=3",
        "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=2",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;BYSETPOS=-1",
    ],
)
def test_a_rule_and_its_rhythm_give_the_same_days(text: str) -> None:
    rule = read_rule(text)
    rhythm = rhythm_of(rule, START)
    assert rhythm is not None
    assert occurrences(rule_of(rhythm), START) == occurrences(rule, START)


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=YEARLY;BYMONTHDAY=5",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=DAILY;BYMONTH=3",
        "FREQ=DAILY;INTERVAL=2;BYDAY=TH",
        "FREQ=WEEKLY;BYMONTH=3",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=MONTHLY;BYDAY=1MO,2TU",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
        "FREQ=MONTHLY;INTERVAL=5;BYMONTH=3",
        "FREQ=YEARLY;BYMONTH=3,4;BYDAY=TH;BYSETPOS=1",
        "FREQ=DAILY;UNTIL=20261231T060000",
    ],
)
def test_a_rule_that_says_more_keeps_to_its_rule(text: str) -> None:
    rule = read_rule(text)
    assert rhythm_of(rule, START) is None
    assert rule.text in days_in_words(rule, START)


def test_a_rhythm_without_its_days_is_refused() -> None:
    with pytest.raises(InvalidField) as caught:
        Rhythm(step=Step.MONTH_WEEKDAY, weekdays=(1,))
    assert caught.value.field == "rule"


@pytest.mark.parametrize(
    ("text", "danish", "english"),
    [
        (
            "FREQ=WEEKLY;INTERVAL=3",
            "hver 3. torsdag kl. 7.15-9.30",
            "every 3 weeks on Thursday, 7:15–9:30",
        ),
        ("FREQ=WEEKLY", "hver torsdag kl. 7.15-9.30", "every Thursday, 7:15–9:30"),
        (
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "alle hverdage kl. 7.15-9.30",
            "every weekday, 7:15–9:30",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=10",
            "hver 2. uge tirsdag og torsdag kl. 7.15-9.30, 10 gange",
            "every 2 weeks on Tuesday and Thursday, 7:15–9:30, 10 times",
        ),
        (
            "FREQ=MONTHLY;BYDAY=2TU",
            "den anden tirsdag i hver måned kl. 7.15-9.30",
            "the second Tuesday of every month, 7:15–9:30",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO,-1MO",
            "den første og sidste mandag i hver 3. måned kl. 7.15-9.30",
            "the first and last Monday of every 3 months, 7:15–9:30",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=15",
            "hver måned den 15. kl. 7.15-9.30",
            "every month on the 15th, 7:15–9:30",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=1,22,-1;UNTIL=20261231",
            "hver måned den 1., 22. og den sidste dag kl. 7.15-9.30 til og med 31. december 2026",
            "every month on the 1st, 22nd and the last day, 7:15–9:30, until 31 December 2026",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "hver måned den sidste dag kl. 7.15-9.30",
            "every month on the last day, 7:15–9:30",
        ),
        ("FREQ=DAILY;COUNT=1", "hver dag kl. 7.15-9.30, 1 gang", "every day, 7:15–9:30, 1 time"),
        (
            "FREQ=YEARLY",
            "hvert år den 8. januar kl. 7.15-9.30",
            "every year on the 8th of January, 7:15–9:30",
        ),
        (
            "FREQ=YEARLY;BYMONTH=3,9;BYDAY=-1WE",
            "hvert år den sidste onsdag i marts og september kl. 7.15-9.30",
            "every year on the last Wednesday of March and September, 7:15–9:30",
        ),
    ],
)
def test_a_rhythm_in_words(text: str, danish: str, english: str) -> None:
    for language, expected in ((Language.DANISH, danish), (Language.ENGLISH, english)):
        with speaking(language):
            assert in_words(read_rule(text), START, 135) == expected


def test_a_meeting_over_midnight_ends_on_the_next_day_s_clock() -> None:
    with speaking(Language.DANISH):
        said = in_words(read_rule("FREQ=DAILY"), datetime(2026, 1, 8, 23), 120)
    assert said == "hver dag kl. 23.00-1.00"
