"""Periods, at the edges of months and years."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.ui.hours.periods import Period, span


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.THIS_MONTH, "2024-02-01", "2024-02-29"),
        (Period.LAST_MONTH, "2024-01-01", "2024-01-31"),
        (Period.THIS_YEAR, "2024-01-01", "2024-12-31"),
        (Period.LAST_YEAR, "2023-01-01", "2023-12-31"),
    ],
)
def test_a_period_has_its_first_and_its_last_day(period: Period, first: str, last: str) -> None:
    assert span(period, date(2024, 2, 29)) == (
        date.fromisoformat(first),
        date.fromisoformat(last),
    )


def test_last_month_in_january_lies_in_the_year_before() -> None:
    assert span(Period.LAST_MONTH, date(2026, 1, 15)) == (date(2025, 12, 1), date(2025, 12, 31))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_last_month_ends_the_day_before_this_one_begins(today: date) -> None:
    _first, last = span(Period.LAST_MONTH, today)
    assert last.toordinal() + 1 == span(Period.THIS_MONTH, today)[0].toordinal()
