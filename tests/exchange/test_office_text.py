"""The words of Office files."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardkeeper.exchange import office_text
from boardkeeper.exchange.office_text import text_of_office
from tests.support.sources import docx, packed

ODT = '<office:document xmlns:office="o" xmlns:text="t"><text:p>Hej</text:p></office:document>'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "paper"


def test_a_word_file_gives_a_line_a_paragraph(path: Path) -> None:
    path.write_bytes(docx("Årets budget", "Blåbær &amp; grød"))
    assert text_of_office(path) == "Årets budget\nBlåbær & grød"


def test_what_was_deleted_with_changes_tracked_is_not_found(path: Path) -> None:
    changed = (
        '<w:document xmlns:w="w"><w:p><w:t>står</w:t><w:del><w:delText>slettet</w:delText>'
        "</w:del><w:instrText>PAGE</w:instrText></w:p></w:document>"
    )
    path.write_bytes(packed({"word/document.xml": changed}))
    assert text_of_office(path) == "står"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"content.xml": ODT}, "Hej"),
        ({"xl/sharedStrings.xml": "<sst><si><t>Konto</t></si><si><t>Beløb</t></si></sst>"},
         "Konto\nBeløb"),
        ({f"ppt/slides/slide{n}.xml": f"<s><p><t>{n}</t></p></s>" for n in (10, 2, 1)}, "1\n2\n10"),
        ({"a.txt": "x"}, ""),
    ],
)  # fmt: skip
def test_other_office_files_tell_their_words_too(
    path: Path, parts: dict[str, str | bytes], words: str
) -> None:
    path.write_bytes(packed(parts))
    assert text_of_office(path) == words


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE x [<!ENTITY a "ha">]><w:p xmlns:w="w"><w:t>&a;</w:t></w:p>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        "<w:p><w:t>afbrudt",
        "",
    ],
    ids=["entities", "another file", "broken off", "empty"],
)
def test_a_part_that_is_not_right_is_damaged_and_no_entity_is_followed(
    path: Path, xml: str
) -> None:
    path.write_bytes(packed({"word/document.xml": xml}))
    assert text_of_office(path) is None


def test_a_part_that_unfolds_without_end_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_text, "_MOST_BYTES", 1_000)
    path.write_bytes(docx("a" * 100_000))
    assert text_of_office(path) is None


def test_an_older_file_has_no_words_to_find(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert text_of_office(path) == ""
