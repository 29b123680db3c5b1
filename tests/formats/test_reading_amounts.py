"""Durations, numbers and money as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from boardkeeper import formats
from boardkeeper.i18n import Language, speaking

DURATIONS = {
    "2t": 120,
    "2 t.": 120,
    "2h": 120,
    "2 timer": 120,
    "2 hrs": 120,
    "to timer": 120,
    "two hours": 120,
    "en time": 60,
    "an hour": 60,
    "1½ t": 90,
    "1 ½ time": 90,
    "1 1/2 h": 90,
    "1,5 timer": 90,
    "1.5 h": 90,
    "1,25t": 75,
    "1,5": 90,
    "1½": 90,
    "90 min": 90,
    "90 min.": 90,
    "90m": 90,
    "90 minutter": 90,
    "90": 90,
    "1t30": 90,
    "1h30": 90,
    "1:30": 90,
    "1 h 30 min": 90,
    "1 t 30 m": 90,
    "1 time og 30 minutter": 90,
    "1 hour and 30 minutes": 90,
    "1 time, 30 min": 90,
    "en halv time": 30,
    "halv time": 30,
    "half an hour": 30,
    "½ time": 30,
    "½ t": 30,
    "halvanden time": 90,
    "an hour and a half": 90,
    "one and a half hours": 90,
    "3 kvarter": 45,
    "tre kvarter": 45,
    "et kvarter": 15,
    "a quarter of an hour": 15,
    "trekvart time": 45,
    "en time og et kvarter": 75,
    "0": 0,
    "31 min": 31,
    "744 t": 44640,
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", DURATIONS)
def test_a_duration_is_read_as_it_is_meant(text: str, language: Language) -> None:
    with speaking(language):
        assert formats.read_duration(text) == DURATIONS[text]


@pytest.mark.parametrize("text", ["2", "2t", "2,0"])
def test_a_number_alone_is_hours_where_hours_are_asked_for(text: str) -> None:
    with speaking(Language.DANISH):
        assert formats.read_duration(text, bare_is_hours=True) == 120


@pytest.mark.parametrize(
    "text",
    ["", "længe", "t", "2 tal", "2t forb", "-2t", "1.30", "1:75", "2 t 3", "time", "½ ½", "2 dage"],
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    with (
        speaking(Language.DANISH),
        pytest.raises(formats.NotUnderstood, match=r"fx 2t, 1½ t eller 90 min\."),
    ):
        formats.read_duration(text)


@pytest.mark.parametrize("text", ["745 t", "44641", "99999 timer", "1.250 t"])
def test_a_duration_over_a_month_is_refused(text: str) -> None:
    with speaking(Language.DANISH), pytest.raises(formats.NotUnderstood, match="en måned"):
        formats.read_duration(text)


@pytest.mark.parametrize(
    ("text", "danish", "english"),
    [
        ("1250", "1250", "1250"),
        ("1.250", "1250", "1.250"),
        ("1,250", "1.250", "1250"),
        ("1 250", "1250", "1250"),
        ("1.250,50", "1250.50", "1250.50"),
        ("1,250.50", "1250.50", "1250.50"),
        ("1.250.000", "1250000", "1250000"),
        ("3,94", "3.94", "3.94"),
        ("3.94", "3.94", "3.94"),
        ("-2", "-2", "-2"),
    ],
)
def test_the_active_language_decides_what_divides_thousands(
    text: str, danish: str, english: str
) -> None:
    with speaking(Language.DANISH):
        assert formats.read_number(text) == Decimal(danish)
    with speaking(Language.ENGLISH):
        assert formats.read_number(text) == Decimal(english)


@pytest.mark.parametrize("text", ["500", "500 kr.", "500 kr", "kr. 500", "DKK 500", "500,-"])
def test_kroner_are_read_with_and_without_their_sign(text: str) -> None:
    with speaking(Language.DANISH):
        assert formats.read_kroner(text) == 500


@pytest.mark.parametrize("text", ["", "gratis", "kr.", "1,2,3,4 kr.", "--2"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with speaking(Language.DANISH), pytest.raises(formats.NotUnderstood, match="ikke et beløb"):
        formats.read_kroner(text)


@pytest.mark.parametrize(
    ("text", "ore"), [("1.250 kr.", 125_000), ("3,94", 394), ("500,-", 50_000), ("0,005", 1)]
)
def test_an_amount_is_read_in_oere(text: str, ore: int) -> None:
    with speaking(Language.DANISH):
        assert formats.read_amount(text) == ore


@pytest.mark.parametrize("text", ["24", "24 km", "24,0 km.", "24 kilometer", "24.0 kilometres"])
def test_a_distance_is_read_in_metres(text: str) -> None:
    with speaking(Language.DANISH):
        assert formats.read_kilometres(text) == 24_000


@pytest.mark.parametrize("text", ["", "langt", "km", "24 miles"])
def test_what_is_no_distance_is_refused(text: str) -> None:
    with speaking(Language.DANISH), pytest.raises(formats.NotUnderstood, match="ikke en afstand"):
        formats.read_kilometres(text)
