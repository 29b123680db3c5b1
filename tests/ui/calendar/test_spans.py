"""The stretches of time the calendar shows."""

from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.i18n import Language, speaking
from boardkeeper.ui.calendar.spans import View, span_of, stepped, title_of


def test_a_month_is_shown_in_whole_weeks() -> None:
    assert span_of(View.MONTH, date(2026, 3, 15)) == (date(2026, 2, 23), date(2026, 4, 5))
    assert span_of(View.MONTH, date(2021, 2, 3)) == (date(2021, 2, 1), date(2021, 2, 28))


def test_a_week_begins_on_monday_also_across_the_year() -> None:
    assert span_of(View.WEEK, date(2027, 1, 1)) == (date(2026, 12, 28), date(2027, 1, 3))


def test_a_list_is_of_half_a_year() -> None:
    assert span_of(View.LIST, date(2026, 6, 30)) == (date(2026, 1, 1), date(2026, 6, 30))
    assert span_of(View.LIST, date(2026, 7, 1)) == (date(2026, 7, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("view", "day", "steps", "there"),
    [
        (View.MONTH, date(2026, 1, 31), 1, date(2026, 2, 28)),
        (View.MONTH, date(2026, 1, 15), -1, date(2025, 12, 15)),
        (View.WEEK, date(2026, 12, 30), 1, date(2027, 1, 6)),
        (View.LIST, date(2025, 8, 31), 1, date(2026, 2, 28)),
    ],
)
def test_a_step_lands_in_the_next_stretch(view: View, day: date, steps: int, there: date) -> None:
    assert stepped(view, day, steps) == there


def test_titles_read_in_both_languages() -> None:
    day = date(2026, 12, 30)
    assert [title_of(view, day) for view in View] == [
        "December 2026",
        "Week 53, 2026",
        "July – December 2026",
    ]
    with speaking(Language.DANISH):
        assert [title_of(view, day) for view in View] == [
            "December 2026",
            "Uge 53, 2026",
            "Juli - december 2026",
        ]


def test_a_short_title_has_short_months() -> None:
    day = date(2026, 12, 30)
    assert title_of(View.LIST, day, in_short=True) == "Jul – Dec 2026"
    assert title_of(View.MONTH, day, in_short=True) == "December 2026"
