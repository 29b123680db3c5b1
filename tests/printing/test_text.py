from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Paragraph

import boardkeeper
from boardkeeper.domain.sheets.page_words import PageWords
from boardkeeper.i18n import Language
from boardkeeper.printing.fonts import MISSING, Face, glyphs_of, lacking, printable
from boardkeeper.printing.frame import printed
from boardkeeper.printing.page import Paper
from boardkeeper.printing.text import (
    TextStyle,
    balanced,
    line_width,
    markup,
    paragraph,
    plain,
    shortened,
    wrapped,
)
from tests.support.paper import text_of

BODY = TextStyle(size=10.5, leading=14)
ITALIC = TextStyle(face=Face.ITALIC, size=9.5, leading=12)
NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("<>&\"'/\\;#x \n\t\r\0\u202e\u200b\u00ad\ud800\U0001f984{}%"),
    )
)
MARKUP = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<para>",
        "</para>",
        "&amp;",
        "&#60;",
        "<br/>",
        "<img src='/etc/passwd'/>",
        "<a href='x'>",
        "<!--",
        "]]>",
        "<?x?>",
        "<font size=900>",
    ]
)


def read_back(text: str) -> str:
    """What a paragraph of the text would print."""
    laid = paragraph(text, BODY)
    laid.wrap(400, 10_000)
    return laid.getPlainText(identify=True).replace("\u00a0", " ")


@pytest.mark.parametrize(
    "text",
    [
        "ø å æ é ł ğ ß ñ",
        "Ελληνικά",
        "Кириллица",
        "<b>not bold</b>",
        "Hansen & Søn &amp; Co.",
        "x<y and y>z",
        "Ole <ole@example.dk>",
        '<img src="/etc/passwd">',
        "100 % {name} %s",
    ],
)
def test_a_persons_text_is_printed_as_it_was_written(text: str) -> None:
    assert read_back(text) == text


def test_a_file_is_never_read_into_a_paragraph() -> None:
    assert markup('<img src="/etc/passwd">', Face.REGULAR).startswith("&lt;img")


def test_signs_that_turn_hide_or_break_text_are_left_out() -> None:
    assert printable("a\u202eb\u200bc\u2066d\u00ade\x07f\ufefff", Face.REGULAR) == "abcdeff"


def test_a_letter_and_its_accent_are_printed_as_one() -> None:
    assert printable("A\u030ase a\u0300", Face.REGULAR) == "Åse à"


def test_what_the_typeface_lacks_is_seen_to_be_missing() -> None:
    assert lacking("Fest \U0001f389!", Face.REGULAR) == ["\U0001f389"]
    assert lacking("你好, Åse", Face.REGULAR) == ["你", "好"]
    known = glyphs_of(Face.REGULAR).face.charToGlyph
    assert known[ord("你")] == known[ord(MISSING)]


def test_who_copies_what_the_typeface_lacks_finds_what_was_typed() -> None:
    language, stamp = Language.DANISH, datetime(2026, 3, 3)
    empty: dict[str, Any] = dict.fromkeys(
        ("title", "subject", "author", "body", "document", "date", "status", "confidentiality"), ""
    )
    around = PageWords(language=language, keywords=(), mark="", printed_at=stamp, **empty)
    words = paragraph("Fest \U0001f389 med 日本語", BODY)
    assert "Fest \U0001f389 med 日本語" in text_of(printed([words], around, Paper()))


def test_the_sign_for_what_is_missing_is_in_every_face() -> None:
    assert [printable(MISSING, face) for face in Face] == [MISSING] * len(Face)


def test_a_look_alike_stands_in_for_what_the_typeface_lacks() -> None:
    assert printable("2\u20112 \uff21\ufb01", Face.REGULAR).replace("\ufb01", "fi") == "2-2 Afi"


def test_italics_stand_up_for_letters_that_only_upright_type_has() -> None:
    assert wrapped("Пауза", ITALIC, 200) == ["Пауза"]


def test_lines_break_between_words() -> None:
    assert wrapped("en to tre", BODY, line_width("en to", BODY) + 1) == ["en to", "tre"]


def test_a_no_break_space_holds_words_together() -> None:
    lines = wrapped("møde nr.\u00a014", BODY, line_width("møde nr.", BODY) + 1)
    assert lines == ["møde", "nr.\u00a014"]


def test_an_endless_word_is_broken_and_nothing_is_lost() -> None:
    lines = wrapped("æ" * 200, BODY, 100)
    assert "".join(lines) == "æ" * 200
    assert max(line_width(line, BODY) for line in lines) <= 100


def test_a_heading_is_broken_into_lines_of_about_one_length() -> None:
    first, last = balanced("Indkaldelse til et ordinært møde nr. 14", BODY, 150)
    assert abs(line_width(first, BODY) - line_width(last, BODY)) < 60


def test_a_line_that_is_too_long_is_cut_with_an_ellipsis() -> None:
    cut = shortened("Grundejerforeningen Solbakken", BODY, 80)
    assert cut.endswith("…")
    assert line_width(cut, BODY) <= 80


def test_properties_are_kept_on_one_line() -> None:
    assert plain(" En\ntitel\x00 \ud800med\t你好 ") == "En titel med 你好"


@given(NASTY, st.floats(5, 400))
def test_wrapping_loses_no_letter(text: str, width: float) -> None:
    joined = "".join(wrapped(text, BODY, width))
    kept = printable(text, Face.REGULAR)
    spaces = str.maketrans("", "", " \u00a0\n")
    assert joined.translate(spaces) == kept.translate(spaces)


@given(NASTY, st.floats(15, 400))
def test_no_line_is_wider_than_its_room(text: str, width: float) -> None:
    for line in wrapped(text, BODY, width):
        assert len(line) <= 1 or line_width(line, BODY) <= width + 0.001


@pytest.mark.parametrize(
    "held",
    [
        "§ 4",
        "nr. 14",
        "pkt. 3",
        "kl. 19.30",
        "5. marts",
        "24 March",
        "900 kr.",
        "100 %",
        "2 mio. kr.",
    ],
)
def test_a_number_stays_beside_what_it_is_of(held: str) -> None:
    text = f"Det står i reglerne {held} og på papiret"
    spaced = held.replace(" ", "\u00a0")
    for width in range(60, 200, 5):
        assert any(spaced in line for line in wrapped(text, BODY, width))


def test_a_number_leaves_what_it_is_of_where_the_line_is_too_narrow_for_both() -> None:
    assert wrapped("24. september", BODY, line_width("september", BODY)) == ["24.", "september"]


@given(st.lists(st.one_of(NASTY, MARKUP)).map("".join))
def test_no_text_makes_a_paragraph_fail(text: str) -> None:
    laid = paragraph(text, BODY, lead=text[:5])
    laid.wrap(60, 10_000)
    laid.split(60, 28)


def test_paragraphs_are_made_in_one_place_only() -> None:
    root = Path(boardkeeper.__file__).parent
    makers = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if re.search(rf"\b{Paragraph.__name__}\(", path.read_text(encoding="utf-8"))
    }
    assert makers == {str(Path("printing", "text.py"))}
