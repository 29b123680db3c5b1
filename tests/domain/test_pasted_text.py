"""Text pasted from elsewhere, made into the Markdown of minutes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.markdown import lines_of
from boardkeeper.domain.pasted_text import cleaned, cleaned_html
from tests.support.messy_minutes import MESSY


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("•\tFørste\r\n•\tAnden", "- Første\n- Anden"),
        ("· a\n▪ b\n\uf0b7 c", "- a\n- b\n- c"),
        ("1.\tPunkt\n2.\tPunkt", "1. Punkt\n2. Punkt"),
        ("– streg\n–5 grader", "- streg\n–5 grader"),
        ("hårdt\u00a0mellemrum\u2009her", "hårdt mellemrum her"),
        ("ned\u00adbrud\u200b og \ufeffmere", "nedbrud og mere"),
        ("vendt \u202etekst\u202c", "vendt tekst"),
        ("linje\vto\u2028tre", "linje\nto\ntre"),
        ("en\n\n\n\n\nto", "en\n\nto"),
        ("klokke\x07\x00", "klokke"),
        ("“citat” – ja… 👨\u200d👩\u200d👧", "“citat” – ja… 👨\u200d👩\u200d👧"),
        ("  \n tekst  \n\n", " tekst"),
    ],
)
def test_what_nobody_sees_goes_and_lists_become_markdown(pasted: str, kept: str) -> None:
    assert cleaned(pasted) == kept


def test_bullets_within_bullets_keep_their_level() -> None:
    assert [(line.depth, line.text) for line in lines_of(cleaned("•\ta\n\to\tb\n•\tc"))] == [
        (1, "a"),
        (2, "b"),
        (1, "c"),
    ]


def test_cleaning_what_is_clean_changes_nothing() -> None:
    assert cleaned(cleaned(MESSY)) == cleaned(MESSY)


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co"]) | st.just("\n")))
def test_no_word_is_lost_by_cleaning(text: str) -> None:
    assert re.findall(r"\w+", cleaned(text)) == re.findall(r"\w+", text)


def test_rich_text_keeps_its_bold_and_its_lists() -> None:
    page = """<html><head><style>p {color: red}</style></head><body><h2>Punkt 3</h2>
    <p>Det blev <b>besluttet</b>, <span style="font-weight:700">at </span>købe maling.</p>
    <ul><li>Et</li><li><p>To</p><ol><li>A</li><li>B &lt;C&gt;</li></ol></li></ul><p>Slut<br>nu</p>
    </body></html>"""
    assert cleaned_html(page) == (
        "**Punkt 3**\n\nDet blev **besluttet**, **at** købe maling.\n\n"
        "- Et\n- To\n    1. A\n    2. B <C>\n\nSlut\nnu"
    )


def test_a_wrapper_that_says_bold_and_means_normal_is_not_bold() -> None:
    assert cleaned_html('<b style="font-weight:normal"><p>Tekst</p></b>') == "Tekst"


def test_cells_of_a_table_stand_apart() -> None:
    assert cleaned_html("<table><tr><td>Bo</td><td>12</td></tr><tr><td>Li</td></tr></table>") == (
        "Bo 12\n\nLi"
    )


@pytest.mark.parametrize(
    "page", ["", "<p>", "</b></p></li>", "<ul><li>a", "<b>a", "<!-- x -->", "a<b"]
)
def test_broken_pages_are_read_as_far_as_they_go(page: str) -> None:
    cleaned_html(page)


@given(
    st.lists(st.sampled_from(["a", " b ", "<b>", "</b>", "<li>", "<ul>", "</ul>", "<p>", "<br>"]))
)
def test_any_soup_of_tags_keeps_its_words(parts: list[str]) -> None:
    text = "".join(parts)
    letters = re.findall("[ab](?![^<]*>)", re.sub("<[^>]*>", "", text))
    assert re.findall("[ab]", cleaned_html(text)) == letters
