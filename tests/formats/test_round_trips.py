"""What the program writes, it reads back, in both languages."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper import formats
from boardkeeper.i18n import Language, speaking

LANGUAGES = st.sampled_from(Language)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
TIMES = st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))
MOMENTS = st.builds(dt.datetime.combine, DAYS, TIMES)
MINUTES = st.integers(0, 31 * 24 * 60)


@pytest.mark.parametrize("write", [formats.long_date, formats.date, formats.short_date])
def test_a_date_reads_back(write: Callable[[dt.date], str]) -> None:
    @given(day=DAYS, today=DAYS, language=LANGUAGES)
    def law(day: dt.date, today: dt.date, language: Language) -> None:
        with speaking(language):
            assert formats.read_date(write(day), today) == day

    law()


@given(
    today=st.dates(dt.date(1901, 1, 1), dt.date(2199, 12, 31)),
    distance=st.integers(-92, 265),
    language=LANGUAGES,
)
def test_a_day_of_a_list_reads_back(today: dt.date, distance: int, language: Language) -> None:
    day = today + dt.timedelta(days=distance)
    with speaking(language):
        assert formats.read_date(formats.day(day), today) == day


@given(
    today=st.dates(dt.date(1901, 1, 1), dt.date(2199, 12, 31)),
    distance=st.integers(-27, 27),
    language=LANGUAGES,
)
def test_a_near_day_reads_back(today: dt.date, distance: int, language: Language) -> None:
    day = today + dt.timedelta(days=distance)
    with speaking(language):
        assert formats.read_date(formats.relative_day(day, today), today) == day


@given(
    monday=st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)),
    days=st.integers(-92, 265),
    language=LANGUAGES,
)
def test_a_week_reads_back_as_its_monday(monday: dt.date, days: int, language: Language) -> None:
    monday -= dt.timedelta(days=monday.weekday())
    with speaking(language):
        week = formats.week(monday)
        assert formats.read_date(week, monday - dt.timedelta(days=days)) == monday


@given(time=TIMES, language=LANGUAGES)
def test_a_time_reads_back(time: dt.time, language: Language) -> None:
    with speaking(language):
        assert formats.read_time(formats.time(time)) == time
        assert formats.read_time(formats.clock(time)) == time


@given(start=TIMES, end=TIMES, language=LANGUAGES)
def test_a_start_and_an_end_read_back(start: dt.time, end: dt.time, language: Language) -> None:
    with speaking(language):
        assert formats.read_time_range(formats.time_range(start, end)) == (start, end)


@given(moment=MOMENTS, today=DAYS, language=LANGUAGES)
def test_a_moment_reads_back(moment: dt.datetime, today: dt.date, language: Language) -> None:
    with speaking(language):
        assert formats.read_moment(formats.stamp(moment), today) == moment
        assert formats.read_moment(formats.long_moment(moment), today) == moment


@given(start=MOMENTS, minutes=st.integers(0, 3000), today=DAYS, language=LANGUAGES)
def test_a_meeting_reads_back(
    start: dt.datetime, minutes: int, today: dt.date, language: Language
) -> None:
    end = min(start + dt.timedelta(minutes=minutes), dt.datetime(2200, 12, 31, 23, 59))
    with speaking(language):
        assert formats.read_moment_range(formats.long_moment(start, end), today) == (start, end)


@given(minutes=MINUTES, language=LANGUAGES)
def test_a_duration_reads_back(minutes: int, language: Language) -> None:
    with speaking(language):
        assert formats.read_duration(formats.duration(minutes)) == minutes
        assert formats.read_duration(formats.hours(minutes)) == minutes


@given(amount=st.decimals(-(10**9), 10**9, places=2), language=LANGUAGES)
def test_an_amount_reads_back(amount: Decimal, language: Language) -> None:
    with speaking(language):
        assert formats.read_kroner(formats.kroner(amount)) == amount
        assert formats.read_number(formats.number(amount)) == amount


@given(
    text=st.text(alphabet=st.sampled_from("0123456789 .,:/-+½tTuhmdie'åøæ"), max_size=12),
    today=DAYS,
    language=LANGUAGES,
)
def test_whatever_is_typed_is_read_or_refused(
    text: str, today: dt.date, language: Language
) -> None:
    with speaking(language):
        for read in (
            formats.read_duration,
            formats.read_kroner,
            formats.read_time,
            formats.read_time_range,
        ):
            with contextlib.suppress(formats.NotUnderstood):
                read(text)
        for read_from in (formats.read_date, formats.read_moment, formats.read_moment_range):
            with contextlib.suppress(formats.NotUnderstood):
                read_from(text, today)
