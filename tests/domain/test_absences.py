"""How often one may be away, looked back from today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.absences import AbsenceCount, absence_count
from boardkeeper.domain.meetings import MeetingId

TODAY = date(2026, 3, 2)


def count(*days: str, allowed: int = 3, months: int = 6, today: date = TODAY) -> AbsenceCount:
    missed = [(MeetingId(each), date.fromisoformat(each), f"Møde {each}") for each in days]
    return absence_count(missed, allowed, months, today)


@pytest.mark.parametrize(
    ("missed", "counting", "left", "possible"),
    [
        ((), 0, 3, "2026-03-02"),
        (("2026-02-12",), 1, 2, "2026-03-02"),
        (("2025-09-02", "2026-02-12"), 1, 2, "2026-03-02"),
        (("2025-09-03", "2025-12-11", "2026-02-12"), 3, 0, "2026-03-03"),
        (("2025-10-10", "2025-12-11", "2026-01-22", "2026-02-12"), 4, 0, "2026-06-11"),
    ],
)
def test_an_absence_counts_for_six_months(
    missed: tuple[str, ...], counting: int, left: int, possible: str
) -> None:
    found = count(*missed)
    assert (len(found.missed), found.left) == (counting, left)
    assert found.next_possible_on == date.fromisoformat(possible)
    assert found.is_over == (counting > 3)


def test_where_no_absence_is_allowed_none_ever_is() -> None:
    assert count(allowed=0).next_possible_on is None
    assert count("2026-02-12", allowed=0).is_over


def test_an_absence_ahead_does_not_count_yet() -> None:
    assert count("2026-03-03").missed == ()


@given(
    st.lists(st.dates(date(2025, 1, 1), TODAY), max_size=8, unique=True),
    st.integers(1, 4),
    st.integers(1, 12),
)
def test_on_the_day_the_next_is_possible_there_is_room_and_the_day_before_there_is_none(
    days: list[date], allowed: int, months: int
) -> None:
    missed = [each.isoformat() for each in days]
    possible = count(*missed, allowed=allowed, months=months).next_possible_on
    assert possible is not None
    then = count(*missed, allowed=allowed, months=months, today=possible)
    assert then.left >= 1
    if possible > TODAY:
        eve = possible - timedelta(days=1)
        assert count(*missed, allowed=allowed, months=months, today=eve).left == 0
