from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from boardkeeper.domain.sheets.page_words import PageWords
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import Language, speaking
from boardkeeper.printing import page
from boardkeeper.printing.blocks import heading
from boardkeeper.printing.frame import printed
from boardkeeper.printing.page import Paper
from boardkeeper.printing.styles import typography
from boardkeeper.printing.text import paragraph
from tests.support.laws import examples
from tests.support.paper import boxes_of, fonts_of, outline_of, pages_of, properties_of

KIND = typography(Profile.NORMAL)
WORDS = PageWords(
    language=Language.DANISH,
    title="Dagsorden",
    subject="Møde nr. 14",
    keywords=("dagsorden", "Solbakken"),
    author="Solbakken",
    body="Grundejerforeningen Solbakken · CVR 31 40 52 67",
    document="Dagsorden · Bestyrelsesmøde nr. 14",
    date="5. marts 2026",
    status="Udskrevet 3.3.2026 kl. 21.14",
    confidentiality="Fortroligt – kun for bestyrelsen",
    mark="",
    printed_at=datetime(2026, 3, 3, 21, 14),
)


def three_pages() -> list[Flowable]:
    story: list[Flowable] = []
    for number in (1, 2, 3):
        story += [
            *heading(f"Afsnit {number}", KIND.heading, 400, key=f"part-{number}"),
            paragraph("Indhold " * 40, KIND.body),
            PageBreak(),
        ]
    return story[:-1]


def a_document(words: PageWords = WORDS, paper: Paper | None = None) -> bytes:
    with speaking(words.language):
        return printed(three_pages(), words, paper or Paper())


def left_edge(content: bytes, number: int) -> float:
    """Where the text of a page begins, in millimetres."""
    boxes = [box for box in boxes_of(content, number) if box.text.startswith("Indhold")]
    return round(min(box.left for box in boxes) / mm)


def test_every_page_tells_its_number_and_how_many_there_are() -> None:
    texts = pages_of(a_document())
    assert [f"Side {number} af 3" in text for number, text in enumerate(texts, 1)] == [True] * 3


def test_the_page_number_is_in_the_language_of_the_document() -> None:
    content = a_document(replace(WORDS, language=Language.ENGLISH))
    assert "Page 3 of 3" in pages_of(content)[2]
    assert properties_of(content)["Lang"] == "en-GB"


def test_the_header_stands_on_every_page_but_the_first() -> None:
    assert [WORDS.document in text for text in pages_of(a_document())] == [False, True, True]


def test_a_long_name_never_runs_into_what_stands_beside_it() -> None:
    endless = "Andelsboligforeningen af 1. april 1923 ved Store Kongensgade " * 3
    words = replace(WORDS, body=endless, confidentiality=endless, status=endless)
    for number in (1, 2):
        boxes = boxes_of(a_document(words), number)
        assert not any(one.overlaps(two) for at, one in enumerate(boxes) for two in boxes[at + 1 :])
        assert all(box.left >= page.INNER - 1 for box in boxes)
        assert all(box.right <= page.WIDTH - page.OUTER + 1 for box in boxes)


@settings(max_examples=examples(25))
@given(st.integers(0, 150), st.integers(0, 150), st.integers(0, 150), st.sampled_from(Profile))
def test_no_lengths_make_header_or_footer_overlap(
    left: int, centre: int, right: int, profile: Profile
) -> None:
    words = replace(WORDS, body="L" * left, document="C" * centre, date="R" * right)
    words = replace(words, status="l" * left, confidentiality="c" * centre)
    boxes = boxes_of(a_document(words, Paper(profile=profile)), 1)
    assert not any(one.overlaps(two) for at, one in enumerate(boxes) for two in boxes[at + 1 :])
    assert all(box.left >= 0 and box.right <= page.WIDTH for box in boxes)


def test_a_draft_says_so_across_every_page() -> None:
    content = a_document(replace(WORDS, mark="UDKAST"))
    assert all("UDKAST" in text for text in pages_of(content))


def test_the_inner_margin_is_at_the_holes() -> None:
    two_sided = a_document(paper=Paper(two_sided=True))
    assert [left_edge(two_sided, number) for number in range(3)] == [28, 20, 28]
    assert [left_edge(a_document(), number) for number in range(3)] == [28, 28, 28]


def test_a_margin_for_notes_is_seventy_millimetres_at_the_outer_edge() -> None:
    paper = Paper(profile=Profile.NOTES, two_sided=True)
    content = a_document(paper=paper)
    right = max(box.right for box in boxes_of(content, 0) if box.text.startswith("Indhold"))
    assert right <= page.WIDTH - 70 * mm
    assert left_edge(content, 1) == 70


def test_the_outline_is_open_and_has_every_heading() -> None:
    content = a_document()
    assert outline_of(content) == [(0, "Afsnit 1"), (0, "Afsnit 2"), (0, "Afsnit 3")]
    assert properties_of(content)["PageMode"] == "/UseOutlines"


def test_the_file_says_what_it_is_and_nothing_of_the_machine() -> None:
    assert properties_of(a_document()) == {
        "Title": "Dagsorden",
        "Author": "Solbakken",
        "Subject": "Møde nr. 14",
        "Keywords": "dagsorden, Solbakken",
        "Creator": "BoardKeeper",
        "Producer": "BoardKeeper",
        "CreationDate": "D:20260303211400",
        "ModDate": "D:20260303211400",
        "Trapped": "/False",
        "Lang": "da-DK",
        "PageMode": "/UseOutlines",
    }


def test_the_same_document_is_the_same_bytes() -> None:
    assert a_document() == a_document()


def test_every_font_travels_with_the_file() -> None:
    fonts = fonts_of(a_document(replace(WORDS, mark="UDKAST")))
    assert fonts
    assert all(is_embedded for is_embedded in fonts.values())


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed here")
def test_a_stranger_finds_no_fault_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(a_document(replace(WORDS, mark="UDKAST")))
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)  # noqa: S607 - found on the machine's PATH
    assert checked.returncode == 0, checked.stdout + checked.stderr
