from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.sheets.naming import ascii_part, file_name

DAY = date(2026, 3, 5)


def test_a_file_is_named_by_day_board_meeting_and_document() -> None:
    named = file_name(
        DAY, "Grundejerforeningen X", "Bestyrelsesmøde 14", "Dagsorden", suffix=".pdf"
    )
    assert named == "2026-03-05_Grundejerforeningen-X_Bestyrelsesmoede-14_Dagsorden.pdf"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ærø Ålaug", "Aeroe-Aalaug"),
        ("Łódź & São Paulo", "odz-Sao-Paulo"),
        ("Straße", "Strasse"),
        ("a/b\\c:d*e?f", "a-b-c-d-e-f"),
        ("  ", ""),
        ("Συμβούλιο", ""),
    ],
)
def test_a_part_is_spelled_in_plain_letters(text: str, plain: str) -> None:
    assert ascii_part(text) == plain


def test_a_part_that_leaves_nothing_is_left_out() -> None:
    assert file_name(DAY, "董事会", "", "Agenda", suffix=".pdf") == "2026-03-05_Agenda.pdf"


@given(st.lists(st.text(), max_size=4))
def test_every_name_is_safe_on_every_file_system(parts: list[str]) -> None:
    named = file_name(DAY, *parts, suffix=".pdf")
    assert named.isascii()
    assert set(named) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
    assert len(named) <= 255
    assert named.startswith("2026-03-05")
    assert named.endswith(".pdf")


@given(st.text())
def test_spelling_plainly_what_is_plain_changes_nothing(text: str) -> None:
    assert ascii_part(ascii_part(text)) == ascii_part(text)
