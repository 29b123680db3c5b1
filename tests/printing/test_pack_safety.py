"""Whatever somebody's PDF holds, nothing in a pack acts, and what is to be read is still there."""

from __future__ import annotations

import io
import re
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest

from boardkeeper.printing.pack.scanning import trouble_in
from boardkeeper.printing.pack.sources import UnusableError, foreign_source
from tests.support.hostile import (
    ACTIVE_NAMES,
    CANARIES,
    HOSTILE,
    everything_in,
)
from tests.support.packs import a_pack_sheet, a_paper, built
from tests.support.paper import pages_of, text_of

BROKEN = ("truncated", "tree_in_circles")
"""What is left of these depends on the library's repair."""

SLIPS = ("dynamic_form", "endless_pages", "empty", "locked", "bomb")


@cache
def packed(name: str) -> bytes:
    """The pack with that paper in it: made once, and read by several tests."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        path = folder / f"{name}.pdf"
        HOSTILE[name](path)
        content, _made = built(a_pack_sheet([a_paper(path, "3.1")]), folder / "pack.pdf")
    return content


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_of_a_hostile_paper_acts_in_the_pack(name: str) -> None:
    content = packed(name)
    everything = everything_in(content)
    assert [each for each in CANARIES if each in everything] == []
    found = [each for each in ACTIVE_NAMES if re.search(re.escape(each) + rb"(?!\w)", everything)]
    assert found == []


@pytest.mark.parametrize("name", HOSTILE)
def test_a_pack_with_a_hostile_paper_is_a_sound_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").write_bytes(packed(name))
    checked = subprocess.run(
        ["qpdf", "--check", str(tmp_path / "pack.pdf")],  # noqa: S607 - the machine's
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("name", [each for each in HOSTILE if each not in (*SLIPS, *BROKEN)])
def test_the_page_of_a_hostile_paper_is_there_to_be_read(name: str) -> None:
    assert "a decent page" in text_of(packed(name))


@pytest.mark.parametrize("name", SLIPS)
def test_what_cannot_be_used_has_a_slip_in_its_place(name: str) -> None:
    text = text_of(packed(name))
    assert "Bilag 3.1 vedlægges særskilt" in text
    assert f"{name}.pdf" in text


def test_filled_form_values_are_still_seen() -> None:
    text = text_of(packed("sends_forms"))
    assert "Anna typed this" in text
    assert "Bo typed that" in text


def test_a_decent_link_still_leads_to_the_web() -> None:
    with pikepdf.open(io.BytesIO(packed("launches"))) as pdf:
        addresses = [
            str(note.A.URI)
            for page in pdf.pages
            for note in page.obj.get("/Annots", [])
            if "/A" in note
        ]
    assert addresses == ["https://good.example/page"]


def test_files_within_a_paper_are_left_out_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "carrier.pdf"
    HOSTILE["carries_files"](path)
    sheet = a_pack_sheet([a_paper(path, "3.1", "Tilbud")])
    content, made = built(sheet, tmp_path / "pack.pdf")
    assert made.warnings == ("Bilag 3.1 – Tilbud: 1 fil, der er vedhæftet i det, er udeladt.",)
    assert "er udeladt" in pages_of(content)[2]


def test_a_page_whose_drawing_lies_elsewhere_is_empty_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.pdf"
    HOSTILE["lies_elsewhere"](path)
    _content, made = built(a_pack_sheet([a_paper(path, "3.1")]), tmp_path / "pack.pdf")
    assert len(made.warnings) == 1
    assert "1 side kunne ikke læses" in made.warnings[0]


@pytest.mark.parametrize(
    "harm",
    [
        lambda pdf: pdf.Root.__setattr__("OpenAction", pikepdf.Dictionary(S=pikepdf.Name.Named)),
        lambda pdf: pdf.pages[0].obj.__setattr__("AA", pikepdf.Dictionary()),
        lambda pdf: pdf.make_indirect(
            pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("x"))
        ),
        lambda pdf: pdf.pages[0].obj.__setattr__(
            "Annots",
            pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.FileAttachment)]),
        ),
        lambda pdf: pdf.make_stream(b"", pikepdf.Dictionary(F=pikepdf.String("x"))),
    ],
)
def test_the_last_look_finds_what_should_not_be_there(harm: object) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        del pdf.pages[0].obj["/Resources"]
        assert trouble_in(pdf) == ""
        assert callable(harm)
        harm(pdf)
        assert trouble_in(pdf) != ""


def test_a_font_that_is_called_like_an_action_is_no_action(tmp_path: Path) -> None:
    path = tmp_path / "named.pdf"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200)).obj
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Contents = pdf.make_stream(b"BT /JS 12 Tf 20 100 Td (well named) Tj ET")
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(JS=pdf.make_indirect(font)))
        pdf.save(path)
    content, _made = built(a_pack_sheet([a_paper(path, "3.1")]), tmp_path / "pack.pdf")
    assert "well named" in text_of(content)


def test_hidden_layers_stay_hidden(tmp_path: Path) -> None:
    path = tmp_path / "layers.pdf"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 200)).obj
        group = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("secret layer"))
        )
        page.Contents = pdf.make_stream(b"/OC /L0 BDC 0 0 200 200 re f EMC")
        page.Resources = pikepdf.Dictionary(Properties=pikepdf.Dictionary(L0=group))
        state = pikepdf.Dictionary(OFF=pikepdf.Array([group]))
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([group]), D=state)
        pdf.save(path)
    content, _made = built(a_pack_sheet([a_paper(path, "3.1")]), tmp_path / "pack.pdf")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf.Root.OCProperties.D.OFF) == 1


def test_a_locked_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    HOSTILE["locked"](path)
    with pytest.raises(UnusableError) as refused:
        foreign_source(path)
    assert refused.value.fault == "protected"
