"""The registers of decisions and interests at the terminal."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date

import pytest

from boardkeeper.domain.decisions import Decision, DecisionState
from boardkeeper.domain.interests import Interest, InterestKind
from tests.support.builders import house, membership, organisation, person
from tests.support.drivers.terminal import Terminal
from tests.support.minutes_builders import decision, interest

CLUB, BOARD = organisation("Sejlklubben"), organisation("Skovbørnehaven")
ANNA, BO = person("Anna Holm"), person("Bo Lund")
NEW = decision(None, CLUB, "Taget males.", number="B-2026-002", on="2026-05-05")
OLD = decision(
    None,
    CLUB,
    "Taget skiftes.",
    number="B-2026-001",
    state=DecisionState.REPLACED,
    replaced_by_id=NEW.id,
    ended_on=date(2026, 5, 5),
)
OTHER = decision(None, BOARD, "Gyngen\nfjernes.", number="B-2025-007", on="2025-03-05")
ROOFS = interest(ANNA, "Tagkompagniet A/S", kind=InterestKind.OWNERSHIP, ends_on=date(2027, 1, 1))
SWINGS = interest(BO, "Gyngefabrikken")


@pytest.fixture(name="filled")
def terminal_before_two_boards(terminal: Terminal) -> Terminal:
    seats = (membership(ANNA, CLUB), membership(BO, BOARD))
    records = (CLUB, BOARD, ANNA, BO, *seats, NEW, OLD, OTHER, ROOFS, SWINGS)
    with house(*records, path=terminal.database):
        pass
    return terminal


def test_decisions_stand_as_they_were_made_each_on_its_line(filled: Terminal) -> None:
    said = filled.run("list", "decisions")
    assert [" ".join(line.split()) for line in said.out.splitlines()] == [
        "B-2025-007 5 Mar 2025 Skovbørnehaven In force Gyngen fjernes.",
        "B-2026-001 5 Mar 2026 Sejlklubben replaced by B-2026-002 Taget skiftes.",
        "B-2026-002 5 May 2026 Sejlklubben In force Taget males.",
    ]


def test_decisions_of_one_organisation_and_one_year(filled: Terminal) -> None:
    assert len(filled.run("list", "decisions", "--organisation", "sejl").out.splitlines()) == 2
    assert "Gyngen" in filled.run("list", "decisions", "--year", "2025").out
    assert filled.run("list", "decisions", "--organisation", "sejl", "--year", "2025").out == ""


def test_interests_say_whose_they_are(filled: Terminal) -> None:
    said = filled.run("list", "interests")
    assert [" ".join(line.split()) for line in said.out.splitlines()] == [
        "Bo Lund Gyngefabrikken Something else 1 Jan 2026",
        "Anna Holm Tagkompagniet A/S Ownership 1 Jan 2026 1 Jan 2027",
    ]


def test_interests_of_those_who_sit_in_one_organisation(filled: Terminal) -> None:
    assert "Bo Lund" not in filled.run("list", "interests", "--organisation", "sejl").out


@pytest.mark.parametrize(("kind", "record"), [("decisions", Decision), ("interests", Interest)])
def test_as_json_a_record_of_a_register_carries_every_field(
    filled: Terminal, kind: str, record: type
) -> None:
    found = json.loads(filled.run("list", kind, "--json", "--organisation", "sejl").out)
    assert list(found[0]) == [each.name for each in fields(record)]


@pytest.mark.parametrize("kind", ["decisions", "interests"])
def test_an_empty_register_is_no_line(terminal: Terminal, kind: str) -> None:
    said = terminal.run("list", kind)
    assert (said.code, said.out, said.err) == (0, "", "")


def test_an_organisation_nobody_knows_is_told(filled: Terminal) -> None:
    said = filled.run("list", "decisions", "--organisation", "Ukendt")
    assert said.code == 1
    assert "No organisation is called “Ukendt”" in said.err
