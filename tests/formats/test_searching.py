"""Texts made alike for searching."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.formats.searching import search_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Båden", "BAADEN"),
        ("Ærø", "aeroe"),
        ("Æble", "äble"),
        ("Øl", "öl"),
        ("café", "CAFE"),
        ("Sinéad", "sinead"),
        ("Straße", "STRASSE"),
        ("e\u0301", "é"),
        ("a\u030a", "å"),
    ],
)
def test_spellings_of_one_word_are_alike(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


@pytest.mark.parametrize(("one", "other"), [("båd", "bad"), ("hør", "hor"), ("tag", "tage")])
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    once = search_key(text)
    assert search_key(once.casefold()) == search_key(once)
