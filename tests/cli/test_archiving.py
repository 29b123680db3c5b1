"""`boardkeeper papers archive`: a folder of old papers looked at, and stored with --yes."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardkeeper.domain.meetings import MeetingState
from tests.support.builders import house, meeting, organisation
from tests.support.drivers.terminal import Terminal
from tests.support.sources import docx, pdf

WOOD = organisation("Skovbørnehaven", short_name="Skoven")
CLUB = organisation("Nørrevig Sejlklub", short_name="NSK")
SITTING = meeting(WOOD, "2019-03-12 19:00", number=4, state=MeetingState.HELD)


@pytest.fixture
def folder(terminal: Terminal, tmp_path: Path) -> Path:
    with house(WOOD, CLUB, SITTING, path=terminal.database):
        pass
    folder = tmp_path / "gamle"
    folder.mkdir()
    (folder / "Skoven 12-03-2019.pdf").write_bytes(pdf("Vi maler legehuset"))
    (folder / "scan.docx").write_bytes(docx("Referat uden navn"))
    return folder


def test_the_folder_is_shown_and_nothing_is_stored(terminal: Terminal, folder: Path) -> None:
    said = terminal.run("papers", "archive", folder)
    first, second, counts, advice = said.out.splitlines()
    assert first.split()[:4] == ["Whose?", "–", "–", "scan"]
    assert second.split()[:5] == ["New", "12", "Mar", "2019", "Skoven"]
    assert second.endswith("no. 4")
    assert counts == "1 new, 0 here already. 1 names none of your organisations."
    assert "--yes" in advice
    assert terminal.run("papers", "list", "--organisation", WOOD.name).out == ""


def test_yes_stores_them_and_a_second_time_nothing(terminal: Terminal, folder: Path) -> None:
    said = terminal.run("papers", "archive", folder, "--organisation", "Skoven", "--yes")
    assert said.out.splitlines()[-1] == "2 old papers stored."
    assert "legehuset" in terminal.run("search", "legehuset").out
    said = terminal.run("papers", "archive", folder, "--organisation", "Skoven", "--yes")
    assert "There is nothing to store." in said.out
    assert said.out.splitlines()[-1] == "0 old papers stored."


def test_what_cannot_be_done_is_one_sentence(terminal: Terminal, folder: Path) -> None:
    said = terminal.run("papers", "archive", folder / "nowhere")
    assert (said.code, len(said.err.splitlines())) == (1, 1)
    said = terminal.run("papers", "archive", folder, "--organisation", "Nobody")
    assert said.code == 1
    assert terminal.run("papers", "archive").code == 2
