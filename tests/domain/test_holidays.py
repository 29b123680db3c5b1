"""Danish public holidays."""

from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.domain.holidays import holiday_name, is_working_day
from boardkeeper.i18n import Language, speaking


@pytest.mark.parametrize(
    ("day", "danish", "english"),
    [
        (date(2026, 1, 1), "Nytårsdag", "New Year's Day"),
        (date(2026, 4, 2), "Skærtorsdag", "Maundy Thursday"),
        (date(2026, 4, 6), "Anden påskedag", "Easter Monday"),
        (date(2026, 5, 14), "Kristi himmelfartsdag", "Ascension Day"),
        (date(2026, 12, 26), "Anden juledag", "Second Day of Christmas"),
    ],
)
def test_a_holiday_has_its_name_in_both_languages(day: date, danish: str, english: str) -> None:
    with speaking(Language.DANISH):
        assert holiday_name(day) == danish
    with speaking(Language.ENGLISH):
        assert holiday_name(day) == english


def test_store_bededag_was_kept_until_2023() -> None:
    with speaking(Language.DANISH):
        assert holiday_name(date(2023, 5, 5)) == "Store bededag"
        assert holiday_name(date(2024, 4, 26)) is None


@pytest.mark.parametrize(
    "day", [date(2026, 5, 1), date(2026, 6, 5), date(2026, 12, 24), date(2026, 12, 31)]
)
def test_half_holidays_count_when_asked_for(day: date) -> None:
    assert holiday_name(day) is None
    assert holiday_name(day, with_half_holidays=True)
    assert is_working_day(day)


def test_working_days_are_neither_weekends_nor_holidays() -> None:
    assert is_working_day(date(2026, 4, 1))
    assert not is_working_day(date(2026, 4, 2))
    assert not is_working_day(date(2026, 4, 11))
