"""What a file is, and what it may be called."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.media_types import (
    LONGEST_NAME,
    media_type_of,
    opened_suffix,
    safe_name,
    text_from,
    title_from,
)
from boardkeeper.domain.papers import MediaType
from tests.support.sources import docx, packed, pdf, picture


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("regnskab.pdf", pdf(), MediaType.PDF),
        ("regnskab.doc", pdf(), MediaType.PDF),
        ("foto.jpg", picture(), MediaType.IMAGE),
        ("foto", picture("PNG"), MediaType.IMAGE),
        ("scan.tif", picture("TIFF"), MediaType.IMAGE),
        ("foto.heic", b"\x00\x00\x00\x18ftypheic", MediaType.IMAGE),
        ("brev.docx", docx("Hej"), MediaType.OFFICE),
        ("", docx("Hej"), MediaType.OFFICE),
        ("brev.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", MediaType.OFFICE),
        ("note.txt", "Blåbærgrød".encode(), MediaType.TEXT),
        ("note.txt", "Blåbærgrød".encode("cp1252"), MediaType.TEXT),
        ("note.md", b"# Referat", MediaType.MARKDOWN),
        ("tom.txt", b"", MediaType.TEXT),
    ],
)
def test_a_file_is_known_by_its_content(name: str, head: bytes, kind: MediaType) -> None:
    assert media_type_of(name, head) is kind


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("regnskab.pdf.exe", b"MZ\x90\x00"),
        ("regnskab.pdf", b"MZ\x90\x00"),
        ("brev.docm", docx("makro")),
        ("bilag.zip", packed({"a.txt": "a"})),
        ("side.html", b"<script>alert(1)</script>"),
        ("tegning.svg", b"<svg onload='x'/>"),
        ("kør.bat", b"del *.*"),
        ("mail.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ],
)
def test_what_may_act_or_is_unknown_is_another_file_and_is_never_opened(
    name: str, head: bytes
) -> None:
    assert media_type_of(name, head) is MediaType.OTHER
    assert opened_suffix(MediaType.OTHER, name) is None


@pytest.mark.parametrize(
    ("kind", "name", "suffix"),
    [
        (MediaType.PDF, "Regnskab.PDF", ".pdf"),
        (MediaType.PDF, "regnskab.exe", ".pdf"),
        (MediaType.MARKDOWN, "note.md", ".txt"),
        (MediaType.IMAGE, "foto.png", ".png"),
        (MediaType.IMAGE, "foto.exe", None),
        (MediaType.OFFICE, "brev.docx", ".docx"),
        (MediaType.OFFICE, "brev.doc", None),
        (MediaType.OFFICE, "brev.docm", None),
    ],
)
def test_a_copy_is_opened_only_under_an_ending_that_is_on_the_list(
    kind: MediaType, name: str, suffix: str | None
) -> None:
    assert opened_suffix(kind, name) == suffix


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Kvartalsregnskab.pdf", "Kvartalsregnskab.pdf"),
        ("Årsregnskab – endeligt (2).pdf", "Årsregnskab – endeligt (2).pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Ole\\brev.docx", "brev.docx"),
        ("/absolut/sti.pdf", "sti.pdf"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com¹.pdf", "_com¹.pdf"),
        ("hvad?.pdf", "hvad-.pdf"),
        ("a\nb\tc.pdf", "abc.pdf"),
        ("regn\u202efdp.exe", "regnfdp.exe"),
        (".bashrc", "bashrc"),
        ("-rf", "rf"),
        ("punktum. . .", "punktum"),
        ("..", "file"),
        ("", "file"),
        ("\u202e", "file"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=400))
def test_every_name_made_safe_is_one_visible_short_file_name(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe) <= LONGEST_NAME
    assert not set(safe) & set('/\\<>:"|?*\0\n\r')
    assert not any(unicodedata.category(each) in ("Cc", "Cf", "Cs") for each in safe)
    assert safe.strip(" .") == safe
    assert safe_name(safe) == safe


def test_a_long_name_keeps_its_ending() -> None:
    assert safe_name("å" * 300 + ".pdf").endswith("å.pdf")


def test_a_title_is_the_name_without_its_ending() -> None:
    assert title_from("Kvartalsregnskab_1._halvår.pdf") == "Kvartalsregnskab 1. halvår"
    assert title_from("/mappe/.pdf") == "pdf"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_reads_the_same_however_it_was_written(encoding: str) -> None:
    assert text_from("Blåbærgrød\n".encode(encoding)) == "Blåbærgrød\n"


@given(st.binary(max_size=200))
def test_any_bytes_at_all_can_be_judged_and_read(content: bytes) -> None:
    text_from(content)
    assert media_type_of("x.txt", content) in MediaType
