"""The Markdown of minutes: what is markup, what only looks like it, and that no word is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boardkeeper.domain.markdown import (
    DEEPEST,
    ListBlock,
    Span,
    TextBlock,
    blocks_of,
    lines_of,
    plain_of,
)
from tests.support.messy_minutes import MESSY, messy_items


def outline(text: str) -> list[tuple[int, str, str]]:
    return [(line.depth, line.marker, line.text) for line in lines_of(text)]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_paragraphs_are_parted_by_an_empty_line_and_keep_their_line_breaks() -> None:
    assert [block.text for block in blocks_of("En\nto\n\ntre") if isinstance(block, TextBlock)] == [
        "En\nto",
        "tre",
    ]


def test_bold_is_a_span_of_its_own() -> None:
    (line,) = lines_of("Det blev **vedtaget** at male.")
    assert line.spans == (Span("Det blev "), Span("vedtaget", is_bold=True), Span(" at male."))


def test_bold_may_run_over_a_line_break_and_within_a_word() -> None:
    assert [span.is_bold for span in lines_of("**to\nlinjer** og u**be**tonet")[0].spans] == [
        True,
        False,
        True,
        False,
    ]


def test_lists_nest_by_any_indent() -> None:
    assert outline("- a\n - b\n      - c\n - d\n- e\n\t- f") == [
        (1, "•", "a"),
        (2, "•", "b"),
        (3, "•", "c"),
        (2, "•", "d"),
        (1, "•", "e"),
        (2, "•", "f"),
    ]


def test_bullets_stand_below_numbers_and_numbers_below_bullets() -> None:
    assert outline("1. a\n  - b\n2. c\n- d\n  1) e") == [
        (1, "1.", "a"),
        (2, "•", "b"),
        (1, "2.", "c"),
        (1, "•", "d"),
        (2, "1)", "e"),
    ]


def test_numbers_are_those_that_were_typed() -> None:
    assert [marker for _depth, marker, _text in outline("3. a\n3. b\n7. c")] == ["3.", "3.", "7."]


def test_a_list_is_one_block_with_its_items() -> None:
    (block,) = blocks_of("- a\n- b\n\n- c")
    assert isinstance(block, ListBlock)
    assert not block.is_numbered
    assert len(block.items) == 3


def test_a_list_may_follow_a_paragraph_without_an_empty_line() -> None:
    assert outline("Beslutning:\n2. Mal\n3. Riv ned") == [
        (0, "", "Beslutning:"),
        (1, "2.", "Mal"),
        (1, "3.", "Riv ned"),
    ]


def test_a_line_at_the_margin_ends_a_list() -> None:
    assert outline("- a\n- b\nHerefter kaffe.") == [
        (1, "•", "a"),
        (1, "•", "b"),
        (0, "", "Herefter kaffe."),
    ]


def test_an_indented_line_belongs_to_the_item_above_it() -> None:
    assert outline("- a\n  og mere\n\n  og endnu mere\n- b") == [
        (1, "•", "a\nog mere"),
        (1, "", "og endnu mere"),
        (1, "•", "b"),
    ]


def test_levels_deeper_than_any_paper_stay_on_the_last() -> None:
    deep = "\n".join(f"{'  ' * level}- {level}" for level in range(20))
    assert max(line.depth for line in lines_of(deep)) == DEEPEST
    assert len(lines_of(deep)) == 20


@pytest.mark.parametrize(
    "text",
    [
        "1. juni holdes der fest.",
        "14. marts var der 12 til mødet",
        "3. dec. lukker havnen",
        "2026. Et godt år",
        "12.",
        "-5 grader på molen",
        "+ moms",
        "# Ikke en overskrift",
        "> citat",
        "---",
        "| a | b |",
        "`kode` og ~~streg~~ og <b>html</b>",
        "_init_ og __init__ og snake_case_navn",
        "2 * 3 * 4 = 24",
        "*kursiv*",
        "AT&amp;T & \\*stjerne\\*",
        "[x] gjort og [ ] ikke gjort",
        "[note]: ikke en henvisning",
        "Ole <ole@example.dk>, se https://example.dk/a_b_c?x=1&copy=2#y",
        "50 % ~ $ { } ^",
    ],
)
def test_what_only_looks_like_markup_is_text(text: str) -> None:
    assert outline(text) == [(0, "", text)]


def test_a_number_in_the_middle_of_a_sentence_begins_no_list() -> None:
    assert outline("Taget blev lagt i\n1987. og holder endnu i\n2. omgang") == [
        (0, "", "Taget blev lagt i\n1987. og holder endnu i\n2. omgang")
    ]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("[vedtægter](https://x.dk/v_1.pdf)", "vedtægter (https://x.dk/v_1.pdf)"),
        ("[https://x.dk](https://x.dk)", "https://x.dk"),
        ("[ole@x.dk](mailto:ole@x.dk)", "ole@x.dk"),
        ('[plan](https://x.dk "Lokalplan 14")', "plan (https://x.dk Lokalplan 14)"),
        ("[wiki](https://x.dk/a_(b))", "wiki (https://x.dk/a_(b))"),
    ],
)
def test_a_link_reads_as_its_text_and_address(typed: str, read: str) -> None:
    assert outline(typed) == [(0, "", read)]


def test_a_second_marker_on_a_line_is_text() -> None:
    assert outline("- - tak") == [(1, "•", "- tak")]


def test_an_item_without_words_is_an_empty_item() -> None:
    assert outline("- \n- b") == [(1, "•", ""), (1, "•", "b")]


def test_nothing_is_no_block() -> None:
    assert blocks_of("") == blocks_of(" \n\n ") == ()


def test_plain_text_keeps_markers_and_levels() -> None:
    assert plain_of("**Fed**\n\n1. a\n   - b\n     mere") == "Fed\n1. a\n  • b\n    mere"


def letters(text: str) -> str:
    """What the words are made of: bold within a word parts none."""
    return "".join(words(text))


_ALPHABET = st.sampled_from(
    [*"ab æØß1259.)(-*_+#>~`]<>&!|\\:/\"'\t\n   ", "**", "- ", "1. ", "👍🏽", "文"]
)


@given(st.lists(_ALPHABET, max_size=60).map("".join))
@example("1. juni\n- **a\n  b** c\n\n    d\n")
@example("[a](b_*c*_d) **e [f](g)** [h](<i j>)")
@example("- " * 40 + "a")
@example("**a **" * 30)
@example("a**a**")
def test_no_word_is_lost_whatever_is_typed(text: str) -> None:
    assert letters(read_aloud(text)) == letters(text)


@given(
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Co"], exclude_characters="[")
        | st.sampled_from("\n*-"),
        max_size=80,
    )
)
def test_any_text_of_any_script_keeps_its_words(text: str) -> None:
    assert letters(read_aloud(text)) == letters(text)


def read_aloud(text: str) -> str:
    return " ".join(f"{line.marker} {line.text}" for line in lines_of(text))


@given(st.text(max_size=60))
def test_no_text_is_refused(text: str) -> None:
    plain_of(text)


def test_messy_minutes_of_two_hundred_items_survive() -> None:
    items = messy_items(200)
    assert len(items) == 200
    for text in items:
        assert words(plain_of(text)) == words(text)


def test_messy_minutes_keep_addresses_emoji_and_foreign_words_letter_by_letter() -> None:
    read = plain_of(MESSY)
    for kept in (
        "kasserer@sejlklub.example",
        "https://nørrevig.example/lokalplaner/14-2?side=3&udgave=b_2#kort",
        "👨‍👩‍👧‍👦",
        "🇩🇰",
        "Größe",
        "długość",
        "ναυτικός όμιλος",
        "Ле́нин",
        "<ikke en kode>",
        "C:\\mødemappe\\nr_12",
        "50 % * 2",
    ):
        assert kept in read
