from __future__ import annotations

import json
from dataclasses import fields

import pytest

from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from tests.support.builders import house, membership, one_of_every_kind, organisation, person
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


@pytest.mark.parametrize("kind", [*KINDS, "wheel", "series", "reminders"])
def test_an_organisation_narrows_every_list_to_what_is_its_own(filled: Terminal, kind: str) -> None:
    assert filled.run("list", kind, "--organisation", "skov").out == filled.run("list", kind).out
    assert filled.run("list", kind, "--organisation", "nobody").code == 1


def test_what_is_another_organisations_is_left_out(terminal: Terminal) -> None:
    skoven, aegir = organisation("Skoven"), organisation("Ægir")
    anna, bo = person("Anna"), person("Bo")
    seats = (membership(anna, skoven), membership(bo, aegir))
    with house(skoven, aegir, anna, bo, *seats, path=terminal.database):
        pass
    for kind, lines in (("organisations", 1), ("people", 1), ("memberships", 1), ("meetings", 0)):
        said = terminal.run("list", kind, "--organisation", "skoven")
        assert len(said.out.splitlines()) == lines
    assert terminal.run("list", "people", "--organisation", "ægir").out.startswith("Bo")
