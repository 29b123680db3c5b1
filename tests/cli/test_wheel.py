"""`boardkeeper print wheel` and `boardkeeper list wheel`."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from boardkeeper.i18n import Language
from tests.support.builders import house, organisation, wheel_task
from tests.support.drivers.terminal import Terminal
from tests.support.paper import text_of

BOARD = organisation("Skovbørnehaven", language=Language.DANISH)
CLUB = organisation("Nørrevig Sejlklub", language=Language.ENGLISH)


@pytest.fixture(name="one")
def terminal_before_one_wheel(terminal: Terminal) -> Terminal:
    with house(BOARD, wheel_task(BOARD, "Lukkedage", 4, minutes=10), path=terminal.database):
        pass
    return terminal


@pytest.fixture(name="two")
def terminal_before_two_wheels(terminal: Terminal) -> Terminal:
    tasks = (wheel_task(BOARD, "Lukkedage", 4), wheel_task(CLUB, "Harbour", 5, day=14))
    with house(BOARD, CLUB, *tasks, path=terminal.database):
        pass
    return terminal


def test_the_only_wheel_needs_no_name(one: Terminal, tmp_path: Path) -> None:
    said = one.run("print", "wheel", "-o", tmp_path / "wheel.pdf")
    assert said.code == 0
    assert str(tmp_path / "wheel.pdf") in said.out
    text = text_of((tmp_path / "wheel.pdf").read_bytes())
    assert "Årshjul 2026" in text
    assert "Lukkedage" in text


def test_which_wheel_is_asked_where_there_are_several(two: Terminal, tmp_path: Path) -> None:
    said = two.run("print", "wheel", "-o", tmp_path / "wheel.pdf")
    assert said.code != 0
    assert "--organisation" in said.err
    assert "Nørrevig Sejlklub" in said.err
    assert not (tmp_path / "wheel.pdf").exists()


def test_without_organisations_there_is_no_wheel(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal.run("print", "wheel", "-o", tmp_path / "wheel.pdf")
    assert said.code != 0
    assert "There is no organisation yet." in said.err


def test_another_year_on_larger_paper(two: Terminal, tmp_path: Path) -> None:
    asked = ("--organisation", "sejlklub", "--year", "2028", "--paper", "a3")
    assert two.run("print", "wheel", *asked, "-o", tmp_path / "wheel.pdf").code == 0
    assert "Year wheel 2028" in text_of((tmp_path / "wheel.pdf").read_bytes())
    with pdfium.PdfDocument(tmp_path / "wheel.pdf") as document:
        assert round(document[0].get_width()) == 1191


def test_a_year_that_is_none_is_refused(one: Terminal, tmp_path: Path) -> None:
    said = one.run("print", "wheel", "--year", "26", "-o", tmp_path / "wheel.pdf")
    assert said.code != 0
    assert "“26” is not a year from 1900 to 2200" in said.err


def test_every_task_is_a_line(two: Terminal) -> None:
    assert two.run("list", "wheel").out.splitlines() == [
        "Nørrevig Sejlklub  14 May  Harbour",
        "Skovbørnehaven     April   Lukkedage",
    ]


def test_every_task_has_every_field_as_json(one: Terminal) -> None:
    (found,) = json.loads(one.run("list", "wheel", "--json").out)
    assert (found["title"], found["month"], found["day"]) == ("Lukkedage", 4, None)
