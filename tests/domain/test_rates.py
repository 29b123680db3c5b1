"""Rates by year: the table's figures, and one's own in their place."""

from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.domain.rates import (
    OwnRate,
    RateInForce,
    RateName,
    rate_in_force,
    rate_in_words,
    standing_of,
)
from boardkeeper.errors import InvalidField


@pytest.mark.parametrize(
    ("rate", "year", "amount"),
    [
        (RateName.KILOMETRE, 2026, 394),
        (RateName.KILOMETRE, 2025, 381),
        (RateName.KILOMETRE_ABOVE, 2026, 228),
        (RateName.KILOMETRE_ABOVE, 2025, 223),
        (RateName.KILOMETRE_LIMIT, 2026, 20_000),
        (RateName.TELEPHONE, 2023, 245_000),
        (RateName.ADMINISTRATION, 2023, 150_000),
        (RateName.CLOTHING, 2023, 205_000),
    ],
)
def test_the_table_has_the_figures_a_source_was_seen_for(
    rate: RateName, year: int, amount: int
) -> None:
    found = rate_in_force(rate, year)
    assert (found.amount, found.is_known, found.is_own) == (amount, True, False)
    assert found.source


@pytest.mark.parametrize(
    ("year", "of_year", "amount"),
    [(2027, 2026, 394), (2199, 2026, 394), (2024, 2025, 381), (1900, 2025, 381)],
)
def test_a_year_without_a_figure_has_the_nearest_one_and_says_so(
    year: int, of_year: int, amount: int
) -> None:
    found = rate_in_force(RateName.KILOMETRE, year)
    assert (found.of_year, found.amount, found.is_known) == (of_year, amount, False)
    assert standing_of(found) == f"The rate of {of_year}; check it."


def test_ones_own_figure_stands_in_place_of_the_tables() -> None:
    own = OwnRate(
        rate=RateName.KILOMETRE,
        year=2026,
        amount=400,
        source="skat.dk",
        checked_on=date(2026, 1, 9),
    )
    found = rate_in_force(RateName.KILOMETRE, 2026, [own])
    assert (found.amount, found.source, found.is_own) == (400, "skat.dk", True)
    assert standing_of(found) == "Your own, checked 9 Jan 2026"


def test_ones_own_figure_holds_for_later_years_until_there_is_another() -> None:
    own = [
        OwnRate(rate=RateName.TELEPHONE, year=2025, amount=260_000),
        OwnRate(rate=RateName.CLOTHING, year=2026, amount=1),
    ]
    assert rate_in_force(RateName.TELEPHONE, 2027, own) == RateInForce(
        rate=RateName.TELEPHONE, year=2027, amount=260_000, source="", of_year=2025, is_own=True
    )
    assert rate_in_force(RateName.TELEPHONE, 2024, own).of_year == 2023


def test_the_limit_is_in_kilometres_and_the_others_in_kroner() -> None:
    assert rate_in_words(RateName.KILOMETRE_LIMIT, 20_000) == "20,000 km"
    assert rate_in_words(RateName.KILOMETRE, 394) == "DKK 3.94"


@pytest.mark.parametrize(("year", "amount"), [(1899, 1), (2200, 1), (2026, -1)])
def test_a_rate_is_of_a_possible_year_and_not_below_nothing(year: int, amount: int) -> None:
    with pytest.raises(InvalidField):
        OwnRate(rate=RateName.KILOMETRE, year=year, amount=amount)
