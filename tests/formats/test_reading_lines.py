"""Dates and durations inside quick-entry lines, seen from Tuesday 3 March 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from boardkeeper import formats
from boardkeeper.i18n import Language, speaking

TODAY = dt.date(2026, 3, 3)


@pytest.mark.parametrize(
    ("line", "minutes", "rest"),
    [
        ("2t forb", 120, "forb"),
        ("1½ t forb Børnehaven", 90, "forb Børnehaven"),
        ("Børnehaven 90 min rejse", 90, "Børnehaven rejse"),
        ("1 time og 30 minutter møde", 90, "møde"),
        ("1,5 forb", 90, "forb"),
        ("1:30 møde", 90, "møde"),
        ("en halv time efterarbejde", 30, "efterarbejde"),
        ("2h prep", 120, "prep"),
        ("2 forb", None, "2 forb"),
        ("forb til møde 14", None, "forb til møde 14"),
        ("", None, ""),
    ],
)
def test_a_line_names_its_duration(line: str, minutes: int | None, rest: str) -> None:
    with speaking(Language.DANISH):
        assert formats.duration_in_line(line) == (minutes, rest)


def test_a_line_of_hours_may_begin_with_a_bare_number() -> None:
    with speaking(Language.DANISH):
        assert formats.duration_in_line("2 forb", bare_is_hours=True) == (120, "forb")
        assert formats.duration_in_line("møde 14", bare_is_hours=True) == (None, "møde 14")


@pytest.mark.parametrize(
    ("line", "day", "rest"),
    [
        ("Anna bestil revisor 1/6", "2026-06-01", "Anna bestil revisor"),
        ("Anna bestil revisor senest 1/6", "2026-06-01", "Anna bestil revisor"),
        ("Book the hall by Friday", "2026-03-06", "Book the hall"),
        ("Ring til kommunen i morgen", "2026-03-04", "Ring til kommunen"),
        ("Ring til kommunen, tor 5/3", "2026-03-05", "Ring til kommunen"),
        ("2t forb i går", "2026-03-02", "2t forb"),
        ("Send referat om 2 uger", "2026-03-17", "Send referat"),
        ("Send referat 5. marts 2027", "2027-03-05", "Send referat"),
        ("Send referat 5 marts", "2026-03-05", "Send referat"),
        ("Send referat næste tirsdag", "2026-03-10", "Send referat"),
        ("Forbered punkt 5", None, "Forbered punkt 5"),
        ("Søg ferie 2 uger", None, "Søg ferie 2 uger"),
        ("Hør hvad man kan, og hvordan man", None, "Hør hvad man kan, og hvordan man"),
        ("Find en mand", None, "Find en mand"),
        ("Køb to", None, "Køb to"),
        ("Hør hvad man mener fredag", "2026-03-06", "Hør hvad man mener"),
        ("Hør hvad man siger, man fredag", "2026-03-06", "Hør hvad man siger, man"),
        ("", None, ""),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_a_line_ends_with_its_date(
    line: str, day: str | None, rest: str, language: Language
) -> None:
    with speaking(language):
        found, left = formats.date_at_end(line, TODAY)
    assert (found and found.isoformat(), left) == (day, rest)


def test_a_line_that_ends_with_an_impossible_date_says_so() -> None:
    with speaking(Language.ENGLISH), pytest.raises(formats.NotUnderstood, match="28 days"):
        formats.date_at_end("Order the auditor 31/2", TODAY)


def test_a_line_that_ends_with_and_ends_with_no_date() -> None:
    assert formats.date_at_end("budget and", TODAY) == (None, "budget and")
