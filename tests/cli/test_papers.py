"""`boardkeeper papers …` and files with papers in them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.support.builders import house, item, meeting, organisation
from tests.support.drivers.terminal import Terminal
from tests.support.sources import laid_out, pdf, picture

BOARD = organisation("Skovbørnehaven")
SITTING = meeting(BOARD, "2031-03-05 19:00")
POINT = item(SITTING, "Økonomi")


@pytest.fixture
def sources(terminal: Terminal, tmp_path: Path) -> list[Path]:
    with house(BOARD, SITTING, POINT, path=terminal.database):
        pass
    return laid_out(tmp_path, Regnskab_pdf=pdf("Et regnskab", "To"), tag_jpg=picture())


def test_files_are_added_to_an_item_of_the_next_meeting_and_listed(
    terminal: Terminal, sources: list[Path]
) -> None:
    said = terminal.run("papers", "add", "--meeting", "next", "--item", "1", *sources)
    assert said.code == 0
    lines = terminal.run("papers", "list").out.splitlines()
    assert lines == said.out.splitlines()
    assert lines[0].split()[:5] == ["1.1", "Regnskab", "PDF", "2", "pages"]
    assert lines[1].split()[:5] == ["1.2", "tag", "Picture", "1", "page"]


def test_a_paper_gets_the_title_it_is_given(terminal: Terminal, sources: list[Path]) -> None:
    said = terminal.run("papers", "add", "--title", "Årets tal", sources[0])
    assert said.out.split()[:3] == ["A", "Årets", "tal"]
    said = terminal.run("papers", "add", "--title", "Årets tal", *sources)
    assert said.code == 2


def test_json_tells_every_field_and_the_number(terminal: Terminal, sources: list[Path]) -> None:
    terminal.run("papers", "add", "--item", "1", *sources)
    (first, _second) = json.loads(terminal.run("papers", "list", "--json").out)
    assert (first["appendix"], first["item_id"], first["pages"]) == ("1.1", POINT.id, 2)


def test_without_a_meeting_papers_are_the_organisations_own(
    terminal: Terminal, sources: list[Path]
) -> None:
    terminal.run("papers", "add", "--organisation", BOARD.name, sources[0])
    assert terminal.run("papers", "list").out == ""
    listed = terminal.run("papers", "list", "--organisation", BOARD.name).out
    assert listed.startswith("Regnskab")


@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        (["papers", "add", "--item", "9", "{file}"], "no item 9", 1),
        (["papers", "add", "{file}x"], "there is no such file", 1),
        (["papers", "add"], "required", 2),
        (["papers"], "required", 2),
        (["papers", "add", "--organisation", BOARD.name, "--item", "1", "{file}"], "--item", 2),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    terminal: Terminal, sources: list[Path], arguments: list[str], words: str, code: int
) -> None:
    said = terminal.run(*(each.format(file=sources[0]) for each in arguments))
    assert said.code == code
    assert words in said.err
    assert len(said.err.splitlines()) == 1


def test_everything_goes_to_another_computer_with_its_papers(
    terminal: Terminal, sources: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.run("papers", "add", "--item", "1", *sources)
    out, again = tmp_path / "out.boardkeeper", tmp_path / "again.boardkeeper"
    terminal.run("export", out)
    assert len(zipfile.ZipFile(out).namelist()) == 3
    other = Terminal(tmp_path / "other", capsys)
    assert other.run("import", out).out == "5 new, 0 changed, 0 the same as before.\n"
    assert other.run("check").out == "Whole: 5 records.\n"
    other.run("export", again)
    assert again.read_bytes() == out.read_bytes()


def test_json_alone_brings_no_papers_and_says_so(
    terminal: Terminal, sources: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.run("papers", "add", "--item", "1", *sources)
    terminal.run("export", tmp_path / "out.json")
    other = Terminal(tmp_path / "other", capsys)
    assert "2 papers came without their files" in other.run("import", tmp_path / "out.json").out
    said = other.run("check")
    assert said.code == 1
    assert said.err.count("its file is missing") == 2


def test_a_damaged_file_of_everything_changes_nothing(
    terminal: Terminal, sources: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.run("papers", "add", "--item", "1", *sources)
    terminal.run("export", tmp_path / "out.boardkeeper")
    content = bytearray((tmp_path / "out.boardkeeper").read_bytes())
    at = content.index(b"%PDF")
    content[at + 10] ^= 1
    (tmp_path / "out.boardkeeper").write_bytes(content)
    other = Terminal(tmp_path / "other", capsys)
    said = other.run("import", tmp_path / "out.boardkeeper")
    assert said.code == 1
    assert "damaged" in said.err
    assert other.run("check").out == "Whole: 0 records.\n"
    assert not (tmp_path / "other" / "papers").exists()


def test_nothing_is_exported_while_a_paper_lacks_its_file(
    terminal: Terminal, sources: list[Path], tmp_path: Path
) -> None:
    terminal.run("papers", "add", "--item", "1", sources[0])
    for each in (terminal.folder / "papers").rglob("*"):
        if each.is_file():
            each.unlink()
    said = terminal.run("export", tmp_path / "out.boardkeeper")
    assert said.code == 1
    assert not (tmp_path / "out.boardkeeper").exists()
