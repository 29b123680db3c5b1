"""`boardkeeper list tasks` and `list ideas`."""

from __future__ import annotations

import json

import pytest

from boardkeeper.domain.identity import Record
from boardkeeper.domain.tasks import TaskStatus
from tests.support.builders import house, organisation, person
from tests.support.drivers.terminal import Terminal
from tests.support.minutes_builders import idea, task, task_owner

BOARD, CLUB = organisation("Skovbrynet"), organisation("Sejlklubben")
ANNA = person("Anna Holm", is_me=True)


@pytest.fixture(name="filled")
def terminal_before_tasks(terminal: Terminal) -> Terminal:
    roof, boat = task(BOARD, "Bestil tømrer"), task(CLUB, "Mal jollen", None)
    done = task(CLUB, "Ryd op", "2026-03-01", status=TaskStatus.DONE)
    records: list[Record] = [
        roof,
        boat,
        done,
        task_owner(roof, ANNA),
        task_owner(roof, "Bo", position=1),
    ]
    thoughts = [idea(BOARD, "Solceller"), idea(CLUB, "Badebro")]
    with house(BOARD, CLUB, ANNA, *records, *thoughts, path=terminal.database):
        pass
    return terminal


def test_tasks_stand_by_the_day_they_are_due(filled: Terminal) -> None:
    said = filled.run("list", "tasks").out.splitlines()
    assert [line.split("  ")[-1].strip() for line in said] == ["Done", "Open", "Open"]
    assert "Anna Holm, Bo" in said[1]
    assert "Mal jollen" in said[2]


def test_tasks_of_one_organisation_or_mine_alone(filled: Terminal) -> None:
    assert len(filled.run("list", "tasks", "--organisation", "sejl").out.splitlines()) == 2
    assert "Bestil tømrer" in filled.run("list", "tasks", "--mine").out
    assert filled.run("list", "tasks", "--mine", "--organisation", "sejl").out == ""


def test_as_json_a_task_has_its_owners(filled: Terminal) -> None:
    (found,) = json.loads(filled.run("list", "tasks", "--mine", "--json").out)
    assert [owner["name"] for owner in found["owners"]] == ["Anna Holm", "Bo"]
    assert found["due_on"] == "2026-06-01"


def test_ideas_of_all_and_of_one_organisation(filled: Terminal) -> None:
    assert len(filled.run("list", "ideas").out.splitlines()) == 2
    assert "Solceller" in filled.run("list", "ideas", "--organisation", "skov").out
    assert len(json.loads(filled.run("list", "ideas", "--json").out)) == 2
