"""The yearly question at the terminal: its sheet, what follows from it, and the list of reviews."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardkeeper.domain.identity import Record
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.reviews import Outcome
from boardkeeper.i18n import Language
from tests.support.builders import house, membership, organisation, person, time_entry
from tests.support.drivers.terminal import Terminal
from tests.support.network_builders import review
from tests.support.paper import pages_of, text_of

CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben", language=Language.ENGLISH)
OTHER = organisation("Gymnastikken")
ME, FINN = person("Åse Ravn", is_me=True), person("Finn Hede")
SEAT = membership(ME, CLUB, role=Role.TREASURER)
HELD = review(SEAT, goal="Three new members", why_we_meet="For the harbour", outcome=Outcome.STAY)


@pytest.fixture(name="filled")
def terminal_before_a_club(terminal: Terminal) -> Terminal:
    records: list[Record] = [
        CLUB,
        OTHER,
        ME,
        FINN,
        SEAT,
        membership(FINN, CLUB, role=Role.CHAIR),
        HELD,
    ]
    with house(*records, time_entry(CLUB, "2025-05-06", 150), path=terminal.database):
        pass
    return terminal


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("review", "For the harbour"),
        ("review", "2.5 h"),
        ("review", "Three new members"),
        ("letter", "Resignation from the board of Nørrevig Sejlklub"),
        ("letter", "Dear Finn,"),
        ("handover", "Where the passwords are kept (never the passwords themselves)"),
        ("handover", "Finn Hede"),
    ],
)
def test_the_papers_of_a_review_are_printed(
    filled: Terminal, tmp_path: Path, kind: str, words: str
) -> None:
    paper = tmp_path / "paper.pdf"
    done = filled.run("print", kind, "--organisation", "Klubben", "-o", paper)
    assert done.code == 0, done.err
    assert words in text_of(paper.read_bytes())


def test_the_sheet_of_a_year_is_printed_whether_it_was_held_or_not(
    filled: Terminal, tmp_path: Path
) -> None:
    for year, words in (("2025", "Three new members"), ("2024", "Not decided yet")):
        paper = tmp_path / f"{year}.pdf"
        asked = ("print", "review", "--organisation", "Klubben", "--year", year, "-o", paper)
        assert filled.run(*asked).code == 0
        assert words in text_of(paper.read_bytes())


def test_all_boards_are_printed_on_one_page(filled: Terminal, tmp_path: Path) -> None:
    paper = tmp_path / "portfolio.pdf"
    assert filled.run("print", "portfolio", "--year", "2025", "-o", paper).code == 0
    (page,) = pages_of(paper.read_bytes())
    assert "All my boards 2025" in page
    assert "Klubben" in page


def test_the_letter_speaks_danish_when_asked(filled: Terminal, tmp_path: Path) -> None:
    paper = tmp_path / "letter.pdf"
    asked = ("print", "letter", "--organisation", "Klubben", "--language", "da", "-o", paper)
    assert filled.run(*asked).code == 0
    assert "Kære Finn" in text_of(paper.read_bytes())


def test_where_one_has_no_seat_there_is_nothing_to_review(filled: Terminal, tmp_path: Path) -> None:
    asked = ("print", "review", "--organisation", "Gymnastikken", "-o", tmp_path / "a.pdf")
    said = filled.run(*asked)
    assert said.code == 1
    assert "You have no seat in Gymnastikken" in said.err
    assert not (tmp_path / "a.pdf").exists()


def test_reviews_are_listed_as_words_and_as_data(filled: Terminal) -> None:
    said = filled.run("list", "reviews")
    assert said.out.split("  ")[0] == "15 Jan 2026"
    assert "Stay, with a new goal" in said.out
    (told,) = json.loads(filled.run("list", "reviews", "--json").out)
    assert (told["goal"], told["outcome"]) == ("Three new members", "stay")
    assert filled.run("list", "reviews", "--organisation", "Gymnastikken").out.strip() == ""
