from __future__ import annotations

from pathlib import Path

import pytest

from boardkeeper.domain.identity import Record
from boardkeeper.i18n import Language
from tests.support.builders import house, item, items, meeting, organisation
from tests.support.drivers.terminal import Terminal
from tests.support.minutes_builders import item_minutes
from tests.support.word import text_of

BOARD = organisation("Skovbørnehaven", language=Language.DANISH)
CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben", language=Language.ENGLISH)
LAST = meeting(BOARD, "2026-02-05 19:00", number=13)
NEXT = meeting(BOARD, "2026-03-05 19:00", number=14)
CLUBS = meeting(CLUB, "2026-03-19 18:00", number=3)
ROOF = items(LAST, "The old roof")
ITEMS: list[Record] = [
    *ROOF,
    item_minutes(ROOF[0], "It leaks."),
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
    ("asked", "words"),
    [
        ([], "The new roof"),
        (["--meeting", "last"], "The old roof"),
        (["--organisation", "Klubben"], "The harbour"),
        (["--kind", "minutes"], "It leaks."),
        (["--kind", "minutes", "--meeting", NEXT.id], "The new roof"),
    ],
)
def test_the_paper_meant_is_written(
    filled: Terminal, tmp_path: Path, asked: list[str], words: str
) -> None:
    path = tmp_path / "paper.docx"
    said = filled.run("export", path, *asked)
    assert said.code == 0
    assert str(path) in said.out
    assert words in text_of(path.read_bytes())


def test_the_paper_speaks_its_organisations_language_or_the_one_asked_for(
    filled: Terminal, tmp_path: Path
) -> None:
    filled.run("export", tmp_path / "a.docx", language="en")
    filled.run("export", tmp_path / "b.docx", "--language", "en", language="da")
    assert "Dagsorden" in text_of((tmp_path / "a.docx").read_bytes())
    assert "Agenda" in text_of((tmp_path / "b.docx").read_bytes())


def test_an_open_edition_has_no_closed_item(filled: Terminal, tmp_path: Path) -> None:
    filled.run("export", tmp_path / "a.docx", "--edition", "open")
    assert "The wages" not in text_of((tmp_path / "a.docx").read_bytes())


def test_what_only_a_word_document_knows_is_refused_for_other_files(
    filled: Terminal, tmp_path: Path
) -> None:
    said = filled.run("export", tmp_path / "all.json", "--kind", "minutes", language="en")
    assert said.code != 0
    assert "whose name ends in .docx" in said.err
    assert not (tmp_path / "all.json").exists()


def test_a_style_is_refused_for_an_agenda(filled: Terminal, tmp_path: Path) -> None:
    said = filled.run("export", tmp_path / "a.docx", "--style", "actions", language="en")
    assert said.code != 0
    assert "--kind minutes" in said.err
