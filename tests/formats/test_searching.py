"""Texts made alike for searching."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.formats.searching import found_in, search_key


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


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Bådehallens tag", "tag", ["tag"]),
        ("Bådehallens tag", "baade", ["Både"]),
        ("Taget, tagrenden", "TAG", ["Tag", "tag"]),
        ("Taget", "tag aget", ["Taget"]),
        ("Æble", "e", ["Æ", "e"]),
        ("Taget", "", []),
        ("Taget", "kran", []),
    ],
)
def test_what_is_searched_for_is_shown_where_it_stands(
    text: str, words: str, found: list[str]
) -> None:
    assert [text[start:end] for start, end in found_in(text, words)] == found


@given(st.text(), st.text())
def test_what_is_shown_lies_in_the_text_and_apart(text: str, words: str) -> None:
    spans = found_in(text, words)
    ends = [place for span in spans for place in span]
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in spans)
