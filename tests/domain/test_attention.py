"""Whom to give attention to first, and how far one has come with a group."""

from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.domain.absences import absence_count
from boardkeeper.domain.attention import (
    by_attention,
    coverage,
    coverage_in_words,
    has_talked,
    initials,
    months_ago,
    months_in_short,
)
from boardkeeper.domain.network import AmbassadorRow
from tests.support.builders import membership, organisation, person

TODAY = date(2026, 3, 2)
GROUP = organisation("Kvart over Syv")


def row(
    name: str, talked: str = "", *, explains: bool = True, has_profile: bool = True
) -> AmbassadorRow:
    who = person(name)
    return AmbassadorRow(
        membership=membership(who, GROUP),
        person=who,
        met=3,
        met_on=None,
        one_to_one_on=date.fromisoformat(talked) if talked else None,
        can_explain_since=TODAY if explains else None,
        note="",
        given=0,
        received=0,
        has_profile=has_profile,
        absences=absence_count([], 3, 6, TODAY),
    )


@pytest.mark.parametrize(
    ("talked", "counts"),
    [("", False), ("2025-03-02", False), ("2025-03-03", True), ("2026-03-02", True)],
)
def test_a_one_to_one_counts_for_twelve_months(talked: str, counts: bool) -> None:
    assert has_talked(row("Bo", talked), TODAY) is counts


def test_who_never_had_a_one_to_one_comes_before_who_had_one_long_ago() -> None:
    rows = [
        row("Fresh", "2026-02-01"),
        row("No profile", "2026-02-01", has_profile=False),
        row("Cannot explain", "2026-02-01", explains=False),
        row("Long ago", "2024-02-01"),
        row("Never"),
    ]
    found = [each.person.name for each in by_attention(rows, TODAY)]
    assert found == ["Never", "Long ago", "Cannot explain", "No profile", "Fresh"]


def test_of_two_alike_the_one_talked_to_longest_ago_comes_first_and_then_by_name() -> None:
    rows = [row("Dan", "2026-01-01"), row("Bo", "2026-01-01"), row("Cecilie", "2025-06-01")]
    found = [each.person.name for each in by_attention(rows, TODAY)]
    assert found == ["Cecilie", "Bo", "Dan"]


def test_the_totals_count_what_there_is_between_us() -> None:
    rows = [row("Bo", "2026-02-01", explains=False), row("Eva", has_profile=False)]
    found = coverage(rows, TODAY)
    assert (found.talked, found.can_explain, found.profiled, found.of) == (1, 1, 1, 2)
    assert coverage_in_words(found) == (
        "1 of 2 has had a one-to-one in 12 months · 1 can explain what I do · 1 profile is filled"
    )


@pytest.mark.parametrize(
    ("day", "ago", "short"),
    [
        ("2026-03-02", "", ""),
        ("2026-02-03", "", ""),
        ("2026-02-02", "1 month ago", "1 mo."),
        ("2025-01-15", "13 months ago", "13 mo."),
    ],
)
def test_how_long_ago_is_told_in_whole_months(day: str, ago: str, short: str) -> None:
    assert months_ago(date.fromisoformat(day), TODAY) == ago
    assert months_in_short(date.fromisoformat(day), TODAY) == short


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Anne-Mette Vinther", "AV"), ("Jens Ole Kjærgaard", "JK"), ("åse", "Å"), ("", "")],
)
def test_initials_are_of_the_first_and_the_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters
