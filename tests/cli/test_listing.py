from __future__ import annotations

import json
from dataclasses import fields

import pytest

from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from tests.support.builders import house, one_of_every_kind
from tests.support.drivers.terminal import Terminal

KINDS = {
    "organisations": Organisation,
    "people": Person,
    "memberships": Membership,
    "meetings": Meeting,
    "hours": TimeEntry,
}


@pytest.fixture(name="filled")
def terminal_before_one_of_every_kind(terminal: Terminal) -> Terminal:
    with house(*one_of_every_kind(), path=terminal.database):
        pass
    return terminal


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_list_is_no_line(terminal: Terminal, kind: str) -> None:
    said = terminal.run("list", kind)
    assert (said.code, said.out, said.err) == (0, "", "")


@pytest.mark.parametrize("kind", KINDS)
def test_as_json_an_empty_list_is_an_empty_list(terminal: Terminal, kind: str) -> None:
    assert json.loads(terminal.run("list", kind, "--json").out) == []


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("organisations", ["Skovbørnehaven", "Association"]),
        ("people", ["Anna Holm"]),
        ("memberships", ["Skovbørnehaven", "Anna Holm", "Member", "20 Mar 2027"]),
        ("meetings", ["5 Mar 2026", "Skovbørnehaven", "Board meeting no. 14", "Planned"]),
        ("hours", ["2 Mar 2026", "1 h 30 min", "Skovbørnehaven"]),
    ],
)
def test_a_list_has_a_line_for_each(filled: Terminal, kind: str, words: list[str]) -> None:
    said = filled.run("list", kind)
    assert len(said.out.splitlines()) == 1
    assert [each for each in words if each not in said.out] == []


@pytest.mark.parametrize("kind", KINDS)
def test_as_json_a_record_carries_every_field(filled: Terminal, kind: str) -> None:
    (record,) = json.loads(filled.run("list", kind, "--json").out)
    assert {each.name for each in fields(KINDS[kind])} <= set(record)


def test_as_json_a_membership_carries_its_terms(filled: Terminal) -> None:
    (record,) = json.loads(filled.run("list", "memberships", "--json").out)
    assert [each["ends_on"] for each in record["terms"]] == ["2027-03-20"]


def test_columns_stand_under_one_another(terminal: Terminal) -> None:
    terminal.run("sample")
    lines = terminal.run("list", "organisations").out.splitlines()
    ids = [line.rindex("  ") for line in lines]
    assert len(set(ids)) == 1


def test_a_list_speaks_the_language_asked_for(filled: Terminal) -> None:
    assert "Bestyrelsesmøde nr. 14" in filled.run("list", "meetings", language="da").out
