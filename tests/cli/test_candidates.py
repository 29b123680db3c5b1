"""Seats on offer at the terminal."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from boardkeeper.domain.candidate_seats import CandidateOutcome
from tests.support.builders import house, meeting, membership, organisation, person
from tests.support.drivers.terminal import Terminal
from tests.support.paper import running_text_of
from tests.support.time_builders import candidate_seat, ceiling

ME = person("Åse Ravn", is_me=True)
BOARD = organisation("Skovbørnehaven")
FUND = candidate_seat("Havnens Fond", answer_by=date(2026, 3, 15))
OLD = candidate_seat("Hallens Venner", outcome=CandidateOutcome.DECLINED)


@pytest.fixture(name="asked")
def terminal_of_somebody_who_was_asked(terminal: Terminal) -> Terminal:
    known = (
        meeting(BOARD, "2026-04-08 19:00"),
        ceiling(minutes_a_week=None, evenings_a_week=1),
    )
    with house(ME, BOARD, membership(ME, BOARD), *known, FUND, OLD, path=terminal.database):
        pass
    return terminal


def test_the_seats_are_listed_with_what_each_would_do(asked: Terminal) -> None:
    said = asked.run("list", "candidates")
    first, second = said.out.splitlines()
    assert first.startswith("Havnens Fond")
    assert "answer by Sun 15 March" in first
    assert "1 week would break your ceiling, 12 meetings, 12 evenings, 24 h a year" in first
    assert "Said no" in second


def test_as_json_they_have_every_field_and_the_weeks(asked: Terminal) -> None:
    fund, _old = json.loads(asked.run("list", "candidates", "--json").out)
    assert (fund["name"], fund["rule"]) == ("Havnens Fond", "FREQ=MONTHLY;BYDAY=1TU")
    assert fund["weeks_that_break"] == ["2026-04-06"]
    assert (fund["meetings"], fund["minutes_a_year"]) == (12, 24 * 60)


@pytest.mark.parametrize("named", [[], ["--candidate", "Fond"]])
def test_the_page_of_a_seat_is_printed(asked: Terminal, tmp_path: Path, named: list[str]) -> None:
    path = tmp_path / "seat.pdf"
    said = asked.run("print", "candidate", *named, "-o", path)
    assert (said.code, str(path) in said.out) == (0, True)
    assert "A seat on offer: Havnens Fond" in running_text_of(path.read_bytes())


def test_its_language_can_be_chosen(asked: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "seat.pdf"
    asked.run("print", "candidate", "--language", "da", "-o", path)
    assert "Et muligt hverv: Havnens Fond" in running_text_of(path.read_bytes())


def test_a_name_that_fits_no_seat_is_told_with_those_there_are(
    asked: Terminal, tmp_path: Path
) -> None:
    said = asked.run("print", "candidate", "--candidate", "Klub", "-o", tmp_path / "seat.pdf")
    assert said.code != 0
    assert "Havnens Fond, Hallens Venner" in said.err


def test_nothing_is_printed_while_no_seat_waits(terminal: Terminal, tmp_path: Path) -> None:
    with house(BOARD, OLD, path=terminal.database):
        pass
    said = terminal.run("print", "candidate", "-o", tmp_path / "seat.pdf")
    assert "No seat is waiting for an answer" in said.err
    assert not list(tmp_path.glob("*.pdf"))
