from __future__ import annotations

from datetime import datetime

from boardkeeper.domain.sheets.page_words import PageWords
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import Language
from boardkeeper.printing.frame import printed
from boardkeeper.printing.page import Paper
from boardkeeper.printing.styles import typography
from boardkeeper.printing.table import Cell, Column, Row, table
from tests.support.paper import letters_of, pages_of

CELL = typography(Profile.NORMAL).cell
WORDS = PageWords(
    language=Language.DANISH,
    title="",
    subject="",
    keywords=(),
    author="",
    body="",
    document="",
    date="",
    status="",
    confidentiality="",
    mark="",
    printed_at=datetime(2026, 3, 3),
)


def a_row(text: str, *, keeps_with_next: bool = False) -> Row:
    return Row(cells=(Cell(pieces=((text, CELL),)),), keeps_with_next=keeps_with_next)


def pages_with(rows: list[Row]) -> list[str]:
    header = Row(cells=(Cell(pieces=(("Overskrift", CELL),)),))
    return pages_of(printed([table([Column(width=300)], rows, header)], WORDS, Paper()))


def test_the_header_stands_over_the_rows_of_every_page() -> None:
    pages = pages_with([a_row(f"Række {number}") for number in range(100)])
    assert len(pages) > 2
    assert all(page.count("Overskrift") == 1 for page in pages)


def test_every_row_is_printed_once() -> None:
    text = " ".join(pages_with([a_row(f"<{number}>") for number in range(100)]))
    assert [text.count(f"<{number}>") for number in range(100)] == [1] * 100


def test_a_row_of_several_lines_stays_on_one_page() -> None:
    pages = pages_with([a_row(f"start{number}\nmidt\nslut{number}") for number in range(60)])
    for page in pages:
        assert [number for number in range(60) if f"start{number}\r" in page] == [
            number for number in range(60) if f"slut{number}\r" in page + "\r"
        ]


def test_a_section_never_stands_last_on_a_page_without_its_first_item() -> None:
    for filler in range(25, 45):
        rows = [a_row("fyld") for _ in range(filler)]
        pages = pages_with([*rows, a_row("Afsnit", keeps_with_next=True), a_row("Første punkt")])
        assert [page for page in pages if "Afsnit" in page] == [
            page for page in pages if "Første punkt" in page
        ]


def test_a_row_longer_than_a_page_goes_on_over_the_next() -> None:
    rows = [a_row("før"), a_row("\n".join(f"linje{number};" for number in range(300)))]
    header = Row(cells=(Cell(pieces=(("Overskrift", CELL),)),))
    content = printed([table([Column(width=300)], rows, header)], WORDS, Paper())
    letters = letters_of(content)
    assert all(letters.count(f"linje{number};") == 1 for number in range(300))


def test_rows_that_keep_together_but_need_more_than_a_page_are_parted() -> None:
    rows = [a_row(f"[{number}]", keeps_with_next=True) for number in range(150)]
    text = "".join(pages_with([a_row("Før"), *rows]))
    assert [text.count(f"[{number}]") for number in range(150)] == [1] * 150
