"""`boardkeeper print pack`: a meeting's papers as one file, from the terminal."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.support.builders import house, item, meeting, organisation
from tests.support.drivers.terminal import Terminal
from tests.support.packs import a_pdf
from tests.support.paper import text_of

BOARD = organisation("Skovbørnehaven")
SITTING = meeting(BOARD, "2031-03-05 19:00", number=3)
POINT = item(SITTING, "Økonomi", position=0, background="Tallene er lagt frem.")
CLOSED = item(SITTING, "Personsag", position=1, is_closed=True, background="Om en ansat.")


@pytest.fixture(name="filled")
def terminal_before_a_meeting(terminal: Terminal, tmp_path: Path) -> Terminal:
    with house(BOARD, SITTING, POINT, CLOSED, path=terminal.database):
        pass
    terminal.run("papers", "add", "--item", "1", a_pdf(tmp_path / "Regnskab.pdf", 2))
    return terminal


def test_a_pack_is_printed_and_its_pages_are_told(filled: Terminal, tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"
    said = filled.run("print", "pack", "-o", target)
    assert said.code == 0
    assert said.out.startswith("Printed: Skovbørnehaven · Mødemappe, Bestyrelsesmøde nr. 3, ")
    assert "Regnskab page 2" in text_of(target.read_bytes())


def test_an_open_pack_has_no_closed_item(filled: Terminal, tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"
    filled.run("print", "pack", "--edition", "open", "-o", target)
    text = text_of(target.read_bytes())
    assert "Personsag" not in text
    assert "Tallene er lagt frem" in text


def test_a_personal_copy_is_without_what_is_withheld(filled: Terminal, tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"
    filled.run("print", "pack", "--recipient", "Anna Holm", "--withhold", "1", "-o", target)
    text = text_of(target.read_bytes())
    assert "Anna Holm" in text
    assert "Regnskab page" not in text


def test_the_password_that_is_told_opens_the_pack(filled: Terminal, tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"
    said = filled.run("print", "pack", "--password", "-o", target)
    password = said.out.splitlines()[-1].removeprefix("Password: ")
    with pikepdf.open(target, password=password) as pdf:
        assert pdf.encryption.R == 6


def test_a_released_pack_is_the_one_before_the_next(filled: Terminal, tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"
    filled.run("print", "pack", "--release", "-o", target)
    filled.run("print", "pack", "-o", target)
    assert "Intet er ændret" in text_of(target.read_bytes())


def test_an_edition_that_only_packs_have_is_refused_elsewhere(
    filled: Terminal, tmp_path: Path
) -> None:
    said = filled.run("print", "agenda", "--edition", "personal", "-o", tmp_path / "a.pdf")
    assert said.code != 0
    assert "Only a pack has the edition" in said.err
