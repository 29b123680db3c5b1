"""A hit stands in its sentence, its words marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.search import Asked, marks_in, snippet_of

TEXT = (
    "Kassereren lagde budgettet frem. Taget koster 1,5 mio. kr. efter det laveste tilbud.\n"
    "Revisor gennemgik regnskabet. Tilbuddet på taget gælder til maj."
)


def snippet(asked: str, text: str = TEXT) -> str:
    return snippet_of(text, Asked.for_text(asked)).text


def test_the_sentence_with_the_word_is_shown_whole() -> None:
    assert snippet("kassereren") == "Kassereren lagde budgettet frem."
    assert snippet("koster") == "Taget koster 1,5 mio. kr. efter det laveste tilbud."


def test_of_several_sentences_the_one_with_most_of_the_words_is_shown() -> None:
    assert snippet("taget tilbud maj") == "Tilbuddet på taget gælder til maj."


def test_the_words_are_marked() -> None:
    found = snippet_of(TEXT, Asked.for_text("gennem regnskab"))
    marked = [found.text[start:end] for start, end in found.marks]
    assert marked == ["gennem", "regnskab"]


def test_a_long_sentence_is_cut_between_words_on_both_sides() -> None:
    long = " ".join(f"ord{number}" for number in range(300))
    found = snippet("ord150", long)
    assert found.startswith("… ord")
    assert found.endswith(" …")
    assert "ord150" in found
    assert len(found) < 260


def test_without_any_of_the_words_the_first_sentence_is_shown_unmarked() -> None:
    found = snippet_of(TEXT, Asked.for_text("formand"))
    assert found.text == "Kassereren lagde budgettet frem."
    assert found.marks == ()


@given(st.text(max_size=400), st.text(max_size=20))
def test_any_text_and_words_make_a_snippet_with_marks_in_order(text: str, asked: str) -> None:
    found = snippet_of(text, Asked.for_text(asked))
    ends = [0, *(place for mark in found.marks for place in mark)]
    assert ends == sorted(ends)
    assert ends[-1] <= len(found.text)
    assert marks_in(found.text, Asked.for_text(asked)) == found.marks
