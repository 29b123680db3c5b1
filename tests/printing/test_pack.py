"""A pack as paper: every page there, set whole, stamped, linked and bookmarked."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A3, A4, A5, landscape

from boardkeeper.domain.pack_versions import PackEntry
from boardkeeper.domain.packs import PackProfile
from boardkeeper.domain.sheets.pack import PackBefore, PackSheet
from boardkeeper.domain.word_passwords import word_password
from boardkeeper.i18n import Language
from boardkeeper.printing.pack.pages import SourcePage, transformed
from boardkeeper.printing.pack.setting import appendix_setting, outer_matrix
from tests.support.notices import SOLBAKKEN, a_sheet
from tests.support.packs import a_pack_sheet, a_paper, a_pdf, a_photo, built, mixed_pdf
from tests.support.paper import pages_of, text_of


def profile(**changes: object) -> PackProfile:
    return replace(PackProfile(organisation_id=SOLBAKKEN.id), **changes)  # type: ignore[arg-type] # fields by name


def pack_of(sheet: PackSheet, folder: Path) -> bytes:
    return built(sheet, folder / "pack.pdf")[0]


def an_evening(folder: Path) -> PackSheet:
    """Papers of every kind under two items, and a loose one."""
    (folder / "note.md").write_text("- et **fedt** punkt\n- æøå", encoding="utf-8")
    (folder / "budget.docx").write_bytes(b"PK\x03\x04")
    papers = [
        a_paper(a_pdf(folder / "kvartal.pdf", 3), "4.1.1", "Kvartalsregnskab"),
        a_paper(a_pdf(folder / "stor.pdf", 2, size=landscape(A3)), "4.1.2", "Budget på tværs"),
        a_paper(a_photo(folder / "foto.jpg"), "4.2.1", "Foto af hegnet"),
        a_paper(folder / "budget.docx", "4.2.2", "Budgetforslag"),
    ]
    return a_pack_sheet(papers, loose=[a_paper(folder / "note.md", "A", "Noter")])


def test_a_file_of_markdown_has_headings_and_its_title_once(tmp_path: Path) -> None:
    file = tmp_path / "liste.md"
    file.write_text("# Huskeliste\n\nTag **med**:\n## Til haven\n- en spade\n", encoding="utf-8")
    content = pack_of(a_pack_sheet([a_paper(file, "4.1", "Huskeliste")]), tmp_path)
    [written] = [text for text in pages_of(content) if "bilag s. 1/1" in text]
    assert "#" not in written
    assert "Tag med:" in written
    assert "Til haven" in written
    assert written.count("Huskeliste") == 2  # the stamp and the title


def test_every_page_of_every_paper_is_in_the_pack_once(tmp_path: Path) -> None:
    files = [mixed_pdf(tmp_path / f"p{at}.pdf", 6, at) for at in range(4)]
    sheet = a_pack_sheet([a_paper(each, f"6.{at + 1}") for at, each in enumerate(files)])
    text = pages_of(pack_of(sheet, tmp_path))
    for kind in range(4):
        for page in range(1, 7):
            marks = [
                at for at, each in enumerate(text) if f"Paper {kind} page {page} line 7 " in each
            ]
            assert len(marks) == 1


def test_every_stamp_tells_the_page_one_is_on(tmp_path: Path) -> None:
    text = pages_of(pack_of(an_evening(tmp_path), tmp_path))
    for number, page in enumerate(text[1:], start=2):
        assert f"mappe s. {number}/{len(text)}" in page.replace("\r\n", " ")
    first = next(page for page in text if "kvartal page 2" in page)
    assert "Bilag 4.1.1 – Kvartalsregnskab" in first
    assert "Pkt. 4.1" in first
    assert "bilag s. 2/3" in first


def test_every_line_of_the_contents_lands_on_the_page_it_names(tmp_path: Path) -> None:
    content = pack_of(an_evening(tmp_path), tmp_path)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages, start=1)}
        with pdfium.PdfDocument(content) as drawn:
            words = drawn[1].get_textpage()
            links = list(pdf.pages[1].obj.Annots)
            found = 0
            for link in links:
                said = words.get_text_bounded(*(float(each) for each in link.Rect))
                target = numbers[link.Dest[0].objgen]
                named = re.search(r"(\d+)\s*$", said)
                if named:
                    assert int(named[1]) == target, said
                    found += 1
    assert found >= 8


def test_bookmarks_name_items_and_below_them_their_appendices(tmp_path: Path) -> None:
    content = pack_of(an_evening(tmp_path), tmp_path)
    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_outline() as outline:
        tree = {item.title: [each.title for each in item.children] for item in outline.root}
    assert tree["4.2. Budget 2027 (B)"] == [
        "Bilag 4.2.1 Foto af hegnet",
        "Bilag 4.2.2 Budgetforslag",
    ]
    assert tree["4.1. Kvartalsregnskab (O)"][0] == "Bilag 4.1.1 Kvartalsregnskab"
    assert next(iter(tree)) == "Indhold"


def test_the_same_sheet_gives_the_same_bytes(tmp_path: Path) -> None:
    sheet = an_evening(tmp_path)
    assert pack_of(sheet, tmp_path) == pack_of(sheet, tmp_path)


def test_the_file_tells_of_the_pack_and_of_nobody_s_machine(tmp_path: Path) -> None:
    content = pack_of(an_evening(tmp_path), tmp_path)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.docinfo.Title == "Mødemappe · Grundejerforeningen Solbakken"
        assert pdf.docinfo.Producer == "BoardKeeper"
        assert pdf.Root.Lang == "da-DK"
        assert pdf.Root.PageMode == "/UseOutlines"
    assert str(tmp_path).encode() not in content
    assert b"SecretCamera" not in content


def test_a_turned_page_is_read_upright(tmp_path: Path) -> None:
    papers = [
        a_paper(a_pdf(tmp_path / f"turned{turn}.pdf", 1, Rotate=turn), f"6.{at}")
        for at, turn in enumerate((90, 180, 270), start=1)
    ]
    with pikepdf.open(io.BytesIO(pack_of(a_pack_sheet(papers), tmp_path))) as pdf:
        boxes = [[float(side) for side in page.obj.MediaBox[2:]] for page in pdf.pages]
        assert not any("/Rotate" in page.obj for page in pdf.pages)
    lying = [wide > high for wide, high in boxes]
    assert lying.count(True) == 2


def test_what_lies_outside_the_crop_box_is_not_seen(tmp_path: Path) -> None:
    path = a_pdf(tmp_path / "cropped.pdf", 1, CropBox=pikepdf.Array([100, 100, 400, 500]))
    with pdfium.PdfDocument(pack_of(a_pack_sheet([a_paper(path, "3.1")]), tmp_path)) as pdf:
        page = next(
            each for each in pdf if "Bilag 3.1 – " in each.get_textpage().get_text_bounded()
        )
        picture = page.render(scale=1).to_pil().convert("L")
    assert picture.crop((0, 40, 595, 842)).getextrema() == (255, 255)


sizes = st.floats(20, 3000)


@given(sizes, sizes, st.sampled_from((False, True)), st.sampled_from((False, True)))
def test_no_page_is_cropped_enlarged_or_under_the_stamp(
    width: float, height: float, has_notes: bool, is_two_up: bool
) -> None:
    pages = [SourcePage(None, width, height, (1, 0, 0, 1, 0, 0))] * (2 if is_two_up else 1)  # type: ignore[arg-type] # nothing is drawn
    setting = appendix_setting(pages, has_band=True, has_notes=has_notes, is_two_up=is_two_up)
    boxes = []
    for page, matrix in zip(pages, setting.matrices, strict=True):
        assert matrix[0] <= 1.0
        box = transformed((0, 0, width, height), outer_matrix(page, matrix))
        assert box[0] >= -0.01
        assert box[1] >= -0.01
        assert box[2] <= (setting.notes_from or setting.width) + 0.01
        assert box[3] <= setting.height - 34
        boxes.append(box)
    assert len(boxes) == 1 or boxes[0][2] <= boxes[1][0]


@pytest.mark.parametrize("size", [A4, A5, A3, landscape(A4), (300.0, 900.0)])
def test_a_page_that_lies_stays_lying(size: tuple[float, float], tmp_path: Path) -> None:
    path = a_pdf(tmp_path / "p.pdf", 1, size=size)
    with pikepdf.open(io.BytesIO(pack_of(a_pack_sheet([a_paper(path, "7.1")]), tmp_path))) as pdf:
        _left, _bottom, wide, high = (float(each) for each in pdf.pages[-1].obj.MediaBox)
    assert (wide > high) == (size[0] > size[1])


def test_what_has_no_pages_has_a_slip_and_stands_on_the_list(tmp_path: Path) -> None:
    content, made = built(an_evening(tmp_path), tmp_path / "pack.pdf")
    pages = pages_of(content)
    assert "Ikke med i mappen" in pages[2]
    assert any("Bilag 4.2.2 vedlægges særskilt" in page for page in pages)
    assert made.warnings == ("Bilag 4.2.2 – Budgetforslag: budget.docx (en filtype uden sider)",)


def test_items_can_begin_on_the_right_with_empty_pages_that_count(tmp_path: Path) -> None:
    sheet = replace(an_evening(tmp_path), profile=profile(starts_items_right=True))
    content, made = built(sheet, tmp_path / "pack.pdf")
    pages = pages_of(content)
    assert any("(Denne side er tom)" in page for page in pages)
    item = next(
        at
        for at, page in enumerate(pages, start=1)
        if page.find("Budget 2027") > 0 and "Indstilling" in page
    )
    assert item % 2 == 1
    assert made.pages == len(pages)


def test_dividers_give_every_item_with_papers_a_page_with_its_number(tmp_path: Path) -> None:
    sheet = replace(an_evening(tmp_path), profile=profile(has_dividers=True))
    text = pages_of(pack_of(sheet, tmp_path))
    assert any("Kvartalsregnskab" in page and "Mappe s." in page for page in text)


def test_two_pages_can_share_one(tmp_path: Path) -> None:
    path = a_pdf(tmp_path / "long.pdf", 5)
    sheet = a_pack_sheet([a_paper(path, "3.1")], profile=profile(is_two_up=True))
    text = pages_of(pack_of(sheet, tmp_path))
    shared = [page for page in text if "long page" in page]
    assert len(shared) == 3
    assert "bilag s. 3-4/5" in shared[1]


def test_without_stamps_a_page_is_as_large_as_it_was(tmp_path: Path) -> None:
    path = a_pdf(tmp_path / "p.pdf", 1)
    sheet = a_pack_sheet([a_paper(path, "7.1")], profile=profile(has_stamps=False))
    assert "bilag s." not in text_of(pack_of(sheet, tmp_path))


def test_a_password_encrypts_the_file_with_aes_256(tmp_path: Path) -> None:
    words = word_password()
    built(an_evening(tmp_path), tmp_path / "pack.pdf", password=words)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "pack.pdf")
    with pikepdf.open(tmp_path / "pack.pdf", password=words) as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256


def test_a_new_version_says_what_changed_and_which_pages_to_print(tmp_path: Path) -> None:
    sheet = an_evening(tmp_path)
    _content, first = built(sheet, tmp_path / "first.pdf")
    gone = PackEntry(key="paper-old", title="Bilag 4.1.9 Udgået", first=9, pages=2, digest="x")
    changed = tuple(
        replace(each, digest="other") if "Foto" in each.title else each for each in first.entries
    )
    before = PackBefore(version=1, released_on=date(2026, 2, 26), entries=(*changed, gone))
    content, made = built(replace(sheet, version=2, before=before), tmp_path / "second.pdf")
    page = next(
        each
        for each in pages_of(content)
        if "Ændringer siden version 1" in each and "Udskriv" in each
    )
    photo = next(each for each in made.entries if "Foto" in each.title)
    assert f"Udskriv kun siderne {photo.first}." in page
    assert "Bilag 4.1.9 Udgået" in page
    assert "erstatter version 1 af 26. februar 2026" in text_of(content)


def test_a_pack_over_its_limit_and_an_item_with_too_much_to_read_are_told(tmp_path: Path) -> None:
    path = a_pdf(tmp_path / "long.pdf", 38)
    sheet = a_pack_sheet([a_paper(path, "3.1")], profile=profile(page_limit=20))
    _content, made = built(sheet, tmp_path / "pack.pdf")
    assert "grænsen er 20" in made.warnings[0]
    assert made.warnings[1] == "Pkt. 3: 38 sider til 10 minutters orientering."


def test_an_english_pack_is_english(tmp_path: Path) -> None:
    path = a_pdf(tmp_path / "p.pdf", 2)
    sheet = a_pack_sheet(
        [a_paper(path, "3.1", "Report")], agenda=a_sheet(language=Language.ENGLISH)
    )
    text = text_of(pack_of(sheet, tmp_path))
    assert "Appendix 3.1 – Report" in text
    assert "appendix p. 1/2 · pack p." in text


def test_progress_counts_the_appendices_and_then_the_pages(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    sheet = an_evening(tmp_path)
    _content, made = built(sheet, tmp_path / "pack.pdf", lambda done, of: heard.append((done, of)))
    assert [done for done, _of in heard] == sorted(done for done, _of in heard)
    assert heard[-1][0] == len(sheet.papers) + made.pages - 1


def test_items_with_nothing_but_text_share_pages(tmp_path: Path) -> None:
    sheet = a_pack_sheet([])
    text = pages_of(pack_of(sheet, tmp_path))
    shared = [page for page in text if "Klage over naboens hegn" in page and "Vejfest" in page]
    assert any("Budget 2027" in page and "Indstilling" in page for page in shared)
    apart = replace(sheet, profile=profile(starts_items_right=True))
    assert len(pages_of(pack_of(apart, tmp_path))) > len(text)
