"""Relations with sixty organisations, two thousand people and ten years of meetings.

The bars stand in the plan: the facts of a person take 100 ms at most, who is slipping away 200 ms.
What a machine manages is printed; nothing here fails for being slow.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from boardkeeper.domain.attendance import Presence
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.organisations import OrganisationKind
from tests.support.builders import House, house, meeting, membership, organisation, person, term
from tests.support.minutes_builders import attendance, task, task_owner
from tests.support.network_builders import contact, profile, referral

ME = person("Åse Ravn", is_me=True)
PEOPLE = [person(f"Person {number} Holm{number:04}") for number in range(2000)]


@pytest.fixture(name="town", scope="module")
def house_of_ten_years() -> Iterator[House]:
    with house(*_records()) as built:
        yield built


def _records() -> list[Record]:
    chance = Random(7)  # noqa: S311 - no secret
    records: list[Record] = [ME, *PEOPLE]
    for number in range(60):
        kind = OrganisationKind.NETWORK if number % 6 == 0 else OrganisationKind.ASSOCIATION
        board = organisation(f"Board {number}", kind=kind)
        members = [ME, *chance.sample(PEOPLE, 34)]
        seats = [membership(each, board) for each in members]
        records += [board, *seats, *(term(each, "2016-03-01") for each in seats)]
        for month in range(100):
            starts = datetime(2017, 1, 5, 19) + timedelta(days=33 * month)
            sitting = meeting(board, starts.isoformat(" "), state=MeetingState.HELD)
            records.append(sitting)
            present = chance.sample(members[1:], 9)
            records += [attendance(sitting, each) for each in (ME, *present)]
            records += [
                attendance(sitting, each, presence=Presence.APOLOGIES)
                for each in members[1:6]
                if each not in present
            ]
        chores = [task(board, f"Task {each}") for each in range(40)]
        records += [*chores, *(task_owner(each, chance.choice(members)) for each in chores)]
        records += [
            referral(board, chance.choice(members[1:]), ME, f"20{year}-05-04")
            for year in range(17, 26)
        ]
    for each in PEOPLE:
        records += [profile(each, sells="Regnskab")]
        records += [contact(each, f"20{chance.randrange(17, 26)}-05-04") for _time in range(3)]
    return sorted(records, key=lambda each: type(each).__name__ != "Organisation")


def test_the_facts_of_a_person(benchmark: BenchmarkFixture, town: House) -> None:
    busiest = max(PEOPLE, key=lambda each: len(town.memberships.of_person(each.id)))
    relation = benchmark(town.relations.of, busiest.id)
    assert len(relation.meetings) > 10


def test_who_is_slipping_away(benchmark: BenchmarkFixture, town: House) -> None:
    assert benchmark(town.relations.slipping_away)


def test_duplicates_among_two_thousand(benchmark: BenchmarkFixture, town: House) -> None:
    benchmark(town.merging.duplicates)


def test_the_brief_of_a_large_board(benchmark: BenchmarkFixture, town: House) -> None:
    coming = meeting(town.organisations.all()[0], "2026-03-05 19:00")
    town.keep(coming)
    assert benchmark(town.relations.brief, coming.id).expected
