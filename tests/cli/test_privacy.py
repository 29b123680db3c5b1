"""`boardkeeper about` and `boardkeeper erase`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.builders import house, membership, organisation, person
from tests.support.drivers.terminal import Terminal

CLUB = organisation("Sejlklubben", notes="Bo Lund har nøglen.")
ME, BO = person("Mette Ravn", is_me=True), person("Bo Lund", email="bo@lund.example")


@pytest.fixture(name="filled")
def terminal_before_two_people(terminal: Terminal) -> Terminal:
    with house(CLUB, ME, BO, membership(ME, CLUB), membership(BO, CLUB), path=terminal.database):
        pass
    return terminal


def test_what_is_held_is_said_in_numbers(filled: Terminal) -> None:
    said = filled.run("about", "bo lund")
    assert said.out == "Bo Lund: 2 records, 1 text, 0 papers, 0 in the trash.\n"


def test_what_is_held_as_data_and_on_paper(filled: Terminal, tmp_path: Path) -> None:
    filled.run("about", "Bo Lund", "-o", str(tmp_path / "bo.json"))
    assert json.loads((tmp_path / "bo.json").read_text("utf-8"))["person"]["name"] == "Bo Lund"
    filled.run("about", "Bo Lund", "-o", str(tmp_path / "bo.pdf"))
    assert (tmp_path / "bo.pdf").read_bytes().startswith(b"%PDF")


def test_another_ending_is_refused(filled: Terminal, tmp_path: Path) -> None:
    assert filled.run("about", "Bo Lund", "-o", str(tmp_path / "bo.docx")).code == 2


def test_erasing_is_shown_first(filled: Terminal) -> None:
    assert "Nothing was changed" in filled.run("erase", "Bo Lund").out
    assert "Bo Lund" in filled.run("list", "people").out


def test_erased_is_erased(filled: Terminal) -> None:
    assert filled.run("erase", "Bo Lund", "--yes").out.startswith("Erased.")
    assert "Bo Lund" not in filled.run("list", "people").out
    assert "Whole" in filled.run("check").out


def test_whoever_is_not_there_is_not_guessed(filled: Terminal) -> None:
    said = filled.run("erase", "Bo", "--yes")
    assert (said.code, said.err.split(".")[0]) == (1, "Nobody is called “Bo”")
