"""Hours, money and numbers as they are written in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from boardkeeper import formats
from boardkeeper.i18n import Language, speaking


@pytest.mark.parametrize(
    ("minutes", "danish", "english"),
    [
        (0, "0 t", "0 h"),
        (90, "1,5 t", "1.5 h"),
        (100, "1,67 t", "1.67 h"),
        (120, "2 t", "2 h"),
        (135, "2,25 t", "2.25 h"),
        (-30, "-0,5 t", "-0.5 h"),
        (75000, "1.250 t", "1,250 h"),
    ],
)
def test_hours_have_at_most_two_decimals(minutes: int, danish: str, english: str) -> None:
    with speaking(Language.DANISH):
        assert formats.hours(minutes) == danish
    with speaking(Language.ENGLISH):
        assert formats.hours(minutes) == english


@pytest.mark.parametrize(
    ("minutes", "danish", "english"),
    [
        (0, "0 min", "0 min"),
        (45, "45 min", "45 min"),
        (90, "1 t 30 min", "1 h 30 min"),
        (120, "2 t", "2 h"),
        (-75, "-1 t 15 min", "-1 h 15 min"),
    ],
)
def test_a_duration_is_hours_and_minutes(minutes: int, danish: str, english: str) -> None:
    with speaking(Language.DANISH):
        assert formats.duration(minutes) == danish
    with speaking(Language.ENGLISH):
        assert formats.duration(minutes) == english


@pytest.mark.parametrize(
    ("amount", "danish", "english"),
    [
        (1250, "1.250 kr.", "DKK 1,250"),
        (Decimal("3.94"), "3,94 kr.", "DKK 3.94"),
        (Decimal("1250.5"), "1.250,50 kr.", "DKK 1,250.50"),
        (3.94, "3,94 kr.", "DKK 3.94"),
        (-500, "-500 kr.", "DKK -500"),
        (Decimal("0.005"), "0,01 kr.", "DKK 0.01"),
    ],
)
def test_kroner_have_oere_only_when_there_are_any(
    amount: float | Decimal, danish: str, english: str
) -> None:
    with speaking(Language.DANISH):
        assert formats.kroner(amount) == danish
    with speaking(Language.ENGLISH):
        assert formats.kroner(amount) == english


def test_a_number_has_the_decimals_asked_for() -> None:
    with speaking(Language.DANISH):
        assert formats.number(1250) == "1.250"
        assert formats.number(1250, 2) == "1.250,00"
        assert formats.number(Decimal("2.675")) == "2,68"
    with speaking(Language.ENGLISH):
        assert formats.number(1250.5) == "1,250.5"


def test_nothing_is_never_negative() -> None:
    with speaking(Language.DANISH):
        assert formats.number(-0.001) == "0"


def test_a_share_is_written_in_percent() -> None:
    with speaking(Language.DANISH):
        assert formats.percent(0.6) == "60 %"
        assert formats.percent(0.125, 1) == "12,5 %"
    with speaking(Language.ENGLISH):
        assert formats.percent(0.6) == "60%"


@pytest.mark.parametrize(
    ("ore", "danish", "english"),
    [
        (125_000, "1.250 kr.", "DKK 1,250"),
        (394, "3,94 kr.", "DKK 3.94"),
        (5, "0,05 kr.", "DKK 0.05"),
        (0, "0 kr.", "DKK 0"),
    ],
)
def test_an_amount_in_oere_is_written_in_kroner(ore: int, danish: str, english: str) -> None:
    with speaking(Language.DANISH):
        assert formats.amount(ore) == danish
    with speaking(Language.ENGLISH):
        assert formats.amount(ore) == english


@pytest.mark.parametrize(
    ("metres", "danish"),
    [(24_000, "24 km"), (12_500, "12,5 km"), (12_345, "12,345 km"), (20_000_000, "20.000 km")],
)
def test_a_length_has_as_many_decimals_as_it_needs(metres: int, danish: str) -> None:
    with speaking(Language.DANISH):
        assert formats.kilometres(metres) == danish
