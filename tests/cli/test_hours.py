"""Hours at the terminal: on paper, and as a table."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.support.builders import house, organisation, time_entry
from tests.support.drivers.terminal import Terminal
from tests.support.paper import text_of

BOARD = organisation("Skovbørnehaven")
CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben")


@pytest.fixture(name="filled")
def terminal_before_two_years_of_hours(terminal: Terminal) -> Terminal:
    entries = [
        time_entry(BOARD, "2026-03-01", 135, note="=1+1"),
        time_entry(CLUB, "2026-02-01", 60),
        time_entry(CLUB, "2025-11-01", 45),
    ]
    with house(BOARD, CLUB, *entries, path=terminal.database):
        pass
    return terminal


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ([], "3.25 h · 2 entries"),
        (["--year", "2025"], "0.75 h · 1 entry"),
        (["--year", "2025", "--from-month", "4"], "4 h · 3 entries"),
        (["--from-month", "3"], "2.25 h · 1 entry"),
        (["--organisation", "Klubben", "--language", "en"], "1 h · 1 entry"),
        (["--language", "da"], "3,25 t · 2 registreringer"),
        (["--profile", "large"], "Hours 2026"),
    ],
)
def test_the_year_asked_for_is_printed(
    filled: Terminal, tmp_path: Path, asked: list[str], words: str
) -> None:
    path = tmp_path / "hours.pdf"
    said = filled.run("print", "hours", *asked, "-o", path)
    assert (said.code, str(path) in said.out) == (0, True)
    assert words in text_of(path.read_bytes())


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ([], 3),
        (["--year", "2026"], 2),
        (["--organisation", "Klubben"], 2),
        (["--organisation", "Klubben", "--year", "2025", "--from-month", "4"], 2),
    ],
)
def test_the_entries_asked_for_are_written(
    filled: Terminal, tmp_path: Path, asked: list[str], count: int
) -> None:
    for name in ("hours.csv", "HOURS.XLSX"):
        assert filled.run("export", tmp_path / name, *asked).code == 0
    lines = (tmp_path / "hours.csv").read_text(encoding="utf-8-sig").splitlines()
    book = load_workbook(io.BytesIO((tmp_path / "HOURS.XLSX").read_bytes()))
    assert len(lines) == count + 1
    assert book.worksheets[0].max_row == count + 1


def test_the_table_speaks_the_language_asked_for(filled: Terminal, tmp_path: Path) -> None:
    filled.run("export", tmp_path / "a.csv", "--language", "da")
    assert "Hverv;Aktivitet" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("file", ["all.json", "calendar.ics", "agenda.docx"])
@pytest.mark.parametrize("option", [["--year", "2026"], ["--from-month", "4"], ["--what", "trips"]])
def test_other_files_know_no_year_of_hours(
    filled: Terminal, tmp_path: Path, file: str, option: list[str]
) -> None:
    said = filled.run("export", tmp_path / file, *option)
    assert said.code == 2
    assert "--what are for hours and money" in said.err
    assert not (tmp_path / file).exists()


def test_a_table_of_hours_knows_no_edition(filled: Terminal, tmp_path: Path) -> None:
    said = filled.run("export", tmp_path / "a.xlsx", "--edition", "open")
    assert said.code == 2
    assert not (tmp_path / "a.xlsx").exists()


def test_a_month_is_one_of_twelve(filled: Terminal, tmp_path: Path) -> None:
    said = filled.run("print", "hours", "--from-month", "13", "-o", tmp_path / "a.pdf")
    assert said.code == 2
    assert "“13” is not a month from 1 to 12" in said.err


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ([], "Boards and hours 2026"),
        (["--year", "2025", "--from-month", "4"], "Boards and hours 2025/26"),
        (["--organisation", "Klubben"], "Nørrevig Sejlklub Hverv- og tidsoversigt 2026"),
        (["--language", "da"], "Hverv- og tidsoversigt 2026"),
    ],
)
def test_the_overview_of_the_year_asked_for_is_printed(
    filled: Terminal, tmp_path: Path, asked: list[str], words: str
) -> None:
    path = tmp_path / "overview.pdf"
    assert filled.run("print", "overview", *asked, "-o", path).code == 0
    assert words in text_of(path.read_bytes())
