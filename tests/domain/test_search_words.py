"""Words are the same however they are written, and nearly right is right enough."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.search_words import is_nearly, places_in, stems_of, tidy, words_in


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Nørrevig", "norrevig"),
        ("Nørrevig", "Noerrevig"),
        ("Noerrevig", "nørrevig"),
        ("bådehal", "baadehal"),
        ("Baadehal", "BÅDEHAL"),
        ("ægløs", "aegloes"),
        ("Café", "cafe"),
        ("cafe\u0301", "CAFÉ"),
    ],
)
def test_case_accents_and_the_spelling_of_danish_letters_do_not_count(
    written: str, asked: str
) -> None:
    assert words_in(written) == words_in(asked)


def test_a_text_is_taken_apart_into_its_words() -> None:
    assert words_in("B-2026-014: “taget” (5.3.)") == ["b", "2026", "014", "taget", "5", "3"]


@pytest.mark.parametrize("asked", ["budegt", "budgt", "budgget", "bydget", "budget", "ubdget"])
def test_one_letter_may_be_wrong_missing_doubled_or_swapped(asked: str) -> None:
    assert is_nearly("budget", asked)
    assert is_nearly("budgettet", asked)


@pytest.mark.parametrize(
    ("word", "asked"),
    [("dag", "tag"), ("budget", "bygdte"), ("princip", "print"), ("budgetopfølgning", "budegt")],
)
def test_short_words_two_wrong_letters_and_other_words_are_not_near(word: str, asked: str) -> None:
    assert not is_nearly(word, asked)


@given(st.text("abdegtu", min_size=4, max_size=9), st.integers(0, 8), st.sampled_from("abdegtu"))
def test_any_word_with_one_letter_left_out_is_found_by_what_is_left(
    word: str, at: int, extra: str
) -> None:
    place = at % (len(word) - 1)
    assert is_nearly(word, word[:place] + extra + word[place:])
    assert len(word) < 5 or is_nearly(word, word[:place] + word[place + 1 :])


def test_an_ending_is_taken_off_but_never_all_of_a_word() -> None:
    assert "tag" in stems_of("taget")
    assert "tag" in stems_of("tagenes")
    assert stems_of("ene") == ()


def test_words_are_marked_where_they_stand_as_they_are_written() -> None:
    text = "Bestyrelsen i Nørrevig skifter bådehallens tag."
    found = [text[place.start : place.end] for place in places_in(text, ("norrevig", "baade"))]
    assert found == ["Nørrevig", "både"]


def test_the_middle_of_a_word_is_marked_where_no_word_begins_so() -> None:
    assert [place.start for place in places_in("Årsregnskab", ("regnskab",))] == [3]
    assert [place.start for place in places_in("Årsregnskab og regnskab", ("regnskab",))] == [15]


@given(st.text(max_size=60), st.text(max_size=12))
def test_what_is_marked_lies_within_the_text(text: str, asked: str) -> None:
    for place in places_in(text, tuple(words_in(asked))):
        assert 0 <= place.start < place.end <= len(text)


def test_words_that_a_line_split_are_whole_again() -> None:
    assert tidy("regn-\r\nskabet er god\u00adkendt") == "regnskabet er godkendt"
    assert tidy("Skov-\nBørnehaven") == "Skov-\nBørnehaven"


def test_a_sentence_goes_on_across_lines_and_a_heading_does_not() -> None:
    long = "Bestyrelsen besluttede at lade bådehallens"
    assert tidy(f"Tag\n{long}\ntag skifte.\nNæste") == f"Tag\n{long} tag skifte.\nNæste"
