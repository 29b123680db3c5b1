from __future__ import annotations

from pathlib import Path

import pytest

from boardkeeper.i18n import Language
from tests.support.builders import house, item, items, meeting, organisation
from tests.support.drivers.terminal import Terminal
from tests.support.paper import text_of

BOARD = organisation("Skovbørnehaven", language=Language.DANISH)
CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben", language=Language.ENGLISH)
LAST = meeting(BOARD, "2026-02-05 19:00", number=13)
NEXT = meeting(BOARD, "2026-03-05 19:00", number=14)
CLUBS = meeting(CLUB, "2026-03-19 18:00", number=3)
ITEMS = [
    *items(LAST, "The old roof"),
    *items(NEXT, "The new roof"),
    item(NEXT, "The wages", position=9, is_closed=True),
    *items(CLUBS, "The harbour"),
]


@pytest.fixture(name="filled")
def terminal_before_three_meetings(terminal: Terminal) -> Terminal:
    with house(BOARD, CLUB, LAST, NEXT, CLUBS, *ITEMS, path=terminal.database):
        pass
    return terminal


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ([], "The new roof"),
        (["--meeting", "next"], "The new roof"),
        (["--meeting", "last"], "The old roof"),
        (["--meeting", CLUBS.id], "The harbour"),
        (["--organisation", "sejlklub"], "The harbour"),
        (["--organisation", "Klubben", "--meeting", "next"], "The harbour"),
    ],
)
def test_the_meeting_meant_is_printed(
    filled: Terminal, tmp_path: Path, asked: list[str], title: str
) -> None:
    said = filled.run("print", "agenda", *asked, "-o", tmp_path / "agenda.pdf")
    assert said.code == 0
    assert str(tmp_path / "agenda.pdf") in said.out
    assert title in text_of((tmp_path / "agenda.pdf").read_bytes())


def test_the_paper_speaks_the_organisations_language_whatever_the_terminal_does(
    filled: Terminal, tmp_path: Path
) -> None:
    filled.run("print", "agenda", "-o", tmp_path / "a.pdf", language="en")
    assert "Dagsorden" in text_of((tmp_path / "a.pdf").read_bytes())


def test_the_paper_speaks_another_language_when_asked(filled: Terminal, tmp_path: Path) -> None:
    filled.run("print", "agenda", "--language", "en", "-o", tmp_path / "a.pdf", language="da")
    assert "Agenda" in text_of((tmp_path / "a.pdf").read_bytes())


def test_the_open_edition_holds_nothing_of_closed_items(filled: Terminal, tmp_path: Path) -> None:
    filled.run("print", "agenda", "-o", tmp_path / "full.pdf")
    filled.run("print", "agenda", "--edition", "open", "-o", tmp_path / "open.pdf")
    assert "The wages" in text_of((tmp_path / "full.pdf").read_bytes())
    assert "The wages" not in text_of((tmp_path / "open.pdf").read_bytes())


@pytest.mark.parametrize(
    "layout", [["--profile", "large"], ["--profile", "notes"], ["--two-sided"]]
)
def test_every_layout_prints(filled: Terminal, tmp_path: Path, layout: list[str]) -> None:
    said = filled.run("print", "agenda", *layout, "-o", tmp_path / "a.pdf")
    assert said.code == 0
    assert "The new roof" in text_of((tmp_path / "a.pdf").read_bytes())


def test_folders_on_the_way_are_made(filled: Terminal, tmp_path: Path) -> None:
    assert filled.run("print", "agenda", "-o", tmp_path / "a" / "b" / "c.pdf").code == 0
    assert (tmp_path / "a" / "b" / "c.pdf").exists()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["--meeting", "no-such-id"], "no longer there"),
        (["--organisation", "Kajakklubben"], "No organisation is called"),
        (["--organisation", "e"], "fits several organisations"),
        (["--organisation", "Klubben", "--meeting", "last"], "No meeting has been held"),
    ],
)
def test_a_meeting_that_is_not_there_is_said_in_a_sentence(
    filled: Terminal, tmp_path: Path, asked: list[str], words: str
) -> None:
    said = filled.run("print", "agenda", *asked, "-o", tmp_path / "a.pdf")
    assert said.code == 1
    assert words in said.err
    assert len(said.err.splitlines()) == 1
    assert not (tmp_path / "a.pdf").exists()


def test_without_a_meeting_ahead_one_is_told_what_to_do(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal.run("print", "agenda", "-o", tmp_path / "a.pdf")
    assert (said.code, said.err) == (
        1,
        "No meeting lies ahead. Plan one, or name another with --meeting.\n",
    )


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(
    filled: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    said = filled.run("print", "agenda", "-o", tmp_path / "folder.pdf")
    assert said.code == 1
    assert "could not be written (it is a folder)" in said.err
    assert list((tmp_path / "folder.pdf").iterdir()) == []
