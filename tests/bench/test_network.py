"""A network of twenty with three years behind it, and sixty memberships of ten years.

The bars stand in the plan: matrix, gauges and signals of the group 200 ms each, the signals of all
sixty a second. What a machine manages is printed, beside what bare SQLite takes to fetch the same
rows; nothing here fails for being slow.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from random import Random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from boardkeeper.db.schema import TABLES
from boardkeeper.domain.agenda import AgendaItem, ItemType
from boardkeeper.domain.aims import Aim, Answer
from boardkeeper.domain.attendance import Attendance, Presence
from boardkeeper.domain.contacts import Contact
from boardkeeper.domain.decisions import Decision
from boardkeeper.domain.hours import Activity, TimeEntry
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.organisations import Organisation, OrganisationKind
from boardkeeper.domain.people import Person
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.tasks import Task, TaskOwner, TaskStatus
from tests.support.builders import House, house, organisation, person

TODAY = date(2026, 3, 2)
ME = person("Anna Holm", is_me=True)
ITEMS = (ItemType.INFORMATION, ItemType.INFORMATION, ItemType.DISCUSSION, ItemType.DECISION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """An organisation with its people, and how long and how often they have met."""

    group: Organisation
    people: tuple[Person, ...]
    years: int
    weeks: int

    def records(self, random: Random) -> Iterator[Record]:
        """Everything that happened, meeting by meeting."""
        seats = [
            Membership(person_id=each.id, organisation_id=self.group.id) for each in self.people
        ]
        begun = TODAY - timedelta(days=365 * self.years)
        yield self.group
        yield from seats
        yield from (Term(membership_id=each.id, starts_on=begun) for each in seats)
        for step in count():
            day = begun + timedelta(weeks=self.weeks * step)
            if day >= TODAY:
                return
            yield from self._meeting(day, random)

    def _meeting(self, day: date, random: Random) -> Iterator[Record]:
        starts_at = datetime(day.year, day.month, day.day, 7, 15)
        meeting = Meeting(
            organisation_id=self.group.id,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            purpose="Hvad vil vi have ud af det?" if random.random() < 0.7 else "",
        )
        yield meeting
        for each in self.people:
            yield Attendance(
                meeting_id=meeting.id,
                person_id=each.id,
                name=each.name,
                presence=Presence.PRESENT if random.random() < 0.85 else Presence.APOLOGIES,
            )
        for place, kind in enumerate(ITEMS):
            yield AgendaItem(
                meeting_id=meeting.id,
                position=place,
                title=f"Punkt {place}",
                type=kind,
                minutes=20,
                presenter=random.choice(self.people).name,
            )
        yield Aim(
            meeting_id=meeting.id,
            goal="Finde en kunde",
            gives="Et tip" if random.random() < 0.5 else "",
            useful=random.randint(1, 5),
            energy=3,
            contributed=random.choice(list(Answer)),
        )
        for activity, minutes in ((Activity.MEETING, 120), (Activity.PREPARATION, 30)):
            yield TimeEntry(
                organisation_id=self.group.id,
                meeting_id=meeting.id,
                on=day,
                minutes=minutes,
                activity=activity,
            )
        yield Decision(
            organisation_id=self.group.id,
            meeting_id=meeting.id,
            text="Det gør vi.",
            decided_on=day,
        )
        is_done = random.random() < 0.9
        task = Task(
            organisation_id=self.group.id,
            meeting_id=meeting.id,
            text="Ring til kunden",
            due_on=day + timedelta(days=7),
            created_on=day,
            status=TaskStatus.DONE if is_done else TaskStatus.OPEN,
            closed_on=day + timedelta(days=random.randint(1, 12)) if is_done else None,
        )
        yield task
        yield TaskOwner(task_id=task.id, person_id=ME.id, name=ME.name)
        other = random.choice(self.people[1:])
        yield Contact(person_id=other.id, organisation_id=self.group.id, on=day)
        giver, taker = random.sample(self.people, 2)
        yield Referral(
            organisation_id=self.group.id,
            from_id=giver.id,
            to_id=taker.id,
            on=day,
            customer="Strandhotellet",
        )


def of_kind(kind: OrganisationKind, name: str) -> Organisation:
    return organisation(name, kind=kind)


GROUP = of_kind(OrganisationKind.NETWORK, "Kvart over Syv")


@pytest.fixture(name="group", scope="module")
def house_of_a_group_of_twenty() -> Iterator[House]:
    others = tuple(person(f"Medlem {n:02}") for n in range(19))
    life = Life(group=GROUP, people=(ME, *others), years=3, weeks=3)
    profiles = [Profile(person_id=each.id, sells="S", ideal_customer="K") for each in others]
    with house(ME, *others, *profiles, *life.records(Random(1)), today=TODAY) as built:  # noqa: S311
        yield built


SIZES = (15, 30, 60)


@pytest.fixture(name="lives", scope="module")
def houses_of_many_memberships() -> Iterator[dict[int, House]]:
    """Houses with so many memberships, each of ten years with a meeting a month."""
    others = tuple(person(f"Medlem {n:02}") for n in range(8))
    with _house(15, others) as small, _house(30, others) as middle, _house(60, others) as large:
        yield {15: small, 30: middle, 60: large}


def _house(size: int, others: tuple[Person, ...]) -> AbstractContextManager[House]:
    kinds = list(OrganisationKind)
    random = Random(size)  # noqa: S311 - the same lives each time, and no secret
    records: list[Record] = [ME, *others]
    for number in range(size):
        where = of_kind(kinds[number % len(kinds)], f"Forening {number}")
        life = Life(group=where, people=(ME, *others), years=10, weeks=4)
        records += life.records(random)
    return house(*records, today=TODAY)


THREE_YEARS = (date(2023, 3, 3), TODAY)
TEN_YEARS = (date(2016, 3, 3), TODAY)


def test_the_matrix_of_twenty(benchmark: BenchmarkFixture, group: House) -> None:
    found = benchmark(group.network.matrix, GROUP.id, *THREE_YEARS)
    assert len(found.rows) == 19


def test_the_gauges_of_twenty(benchmark: BenchmarkFixture, group: House) -> None:
    found = benchmark(group.gauges.gauges, GROUP.id, *THREE_YEARS)
    assert all(each.value is not None for each in found)


def test_the_signals_of_twenty(benchmark: BenchmarkFixture, group: House) -> None:
    found = benchmark(group.signals.mine, *THREE_YEARS)
    assert len(found) == 1


def test_the_ledger_of_twenty(benchmark: BenchmarkFixture, group: House) -> None:
    assert benchmark(group.referrals.ledger, *THREE_YEARS).people


@pytest.mark.parametrize("size", SIZES)
def test_the_signals_of_many_memberships(
    benchmark: BenchmarkFixture, lives: dict[int, House], size: int
) -> None:
    found = benchmark(lives[size].signals.mine, *TEN_YEARS)
    assert len(found) == size


@pytest.mark.parametrize("size", SIZES)
def test_what_bare_sqlite_takes_to_fetch_the_same(
    benchmark: BenchmarkFixture, lives: dict[int, House], size: int
) -> None:
    """Every row that signals look at, as SQLite hands them over, and nothing made of them."""
    reader = lives[size].journal.reader
    looked_at = (Meeting, Aim, Decision, Task, Referral, TimeEntry, AgendaItem)

    def fetch() -> int:
        statements = (f"SELECT * FROM {TABLES[kind].name}" for kind in looked_at)
        return sum(len(reader.raw_rows(each)) for each in statements)

    assert benchmark(fetch) > 1000 * size
