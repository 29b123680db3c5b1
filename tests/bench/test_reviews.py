"""Sixty memberships over ten years: all boards side by side, and one in full.

The bar stands in the plan: under a second each. What a machine manages is printed; nothing here
fails for being slow.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from boardkeeper.domain.aims import Aim
from boardkeeper.domain.attendance import Attendance, Presence
from boardkeeper.domain.contacts import Contact
from boardkeeper.domain.decisions import Decision
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.money import Payment
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.people import Person
from boardkeeper.domain.promises import Promise
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.tasks import Task, TaskOwner, TaskStatus
from tests.support.builders import House, house, organisation

BOARDS = [
    organisation(
        f"Forening {number:02}",
        kind=OrganisationKind.NETWORK if number % 6 == 0 else OrganisationKind.ASSOCIATION,
    )
    for number in range(60)
]
YEARS, MEETINGS, MEMBERS = 10, 10, 9
ME = Person(name="Åse Ravn", is_me=True)
OTHERS = [Person(name=f"Medlem {number}") for number in range(200)]
SEATS = [Membership(person_id=ME.id, organisation_id=each.id) for each in BOARDS]
FIRST = date(2016, 1, 4)
LAST_YEAR = date(2025, 1, 1), date(2025, 12, 31)


def ten_years() -> Iterator[Record]:
    for at, (board, seat) in enumerate(zip(BOARDS, SEATS, strict=True)):
        yield Term(membership_id=seat.id, starts_on=FIRST)
        yield Promise(membership_id=seat.id, starts_on=FIRST, minutes_a_year=3600)
        for number in range(YEARS * MEETINGS):
            day = FIRST + timedelta(days=36 * number + at % 30)
            start = datetime(day.year, day.month, day.day, 19, 0)
            held = Meeting(
                organisation_id=board.id,
                starts_at=start,
                ends_at=start + timedelta(hours=2),
                state=MeetingState.HELD,
            )
            yield held
            members = [ME, *(OTHERS[(7 * at + each) % 200] for each in range(MEMBERS - 1))]
            for who in members:
                yield Attendance(
                    meeting_id=held.id,
                    person_id=who.id,
                    name=who.name,
                    presence=Presence.PRESENT,
                )
            yield Aim(meeting_id=held.id, useful=3, energy=3, learned="Noget nyt")
            yield TimeEntry(organisation_id=board.id, meeting_id=held.id, on=day, minutes=120)
            yield TimeEntry(organisation_id=board.id, on=day, minutes=60)
            yield Decision(
                organisation_id=board.id, meeting_id=held.id, text="Godkendt", decided_on=day
            )
            task = Task(
                organisation_id=board.id,
                text="Skriv til kommunen",
                created_on=day,
                status=TaskStatus.DONE,
                closed_on=day + timedelta(days=10),
            )
            yield task
            yield TaskOwner(task_id=task.id, person_id=ME.id, name=ME.name)
            yield Payment(organisation_id=board.id, on=day, amount=10_000)
            yield Contact(person_id=members[1].id, organisation_id=board.id, on=day)
            yield Referral(
                organisation_id=board.id,
                from_id=members[1].id,
                to_id=ME.id,
                on=day,
                customer="Strandhotellet",
                won_on=day + timedelta(days=20),
                value=50_000,
            )


@pytest.fixture(name="full", scope="module")
def house_of_sixty_seats() -> Iterator[House]:
    records: list[Record] = [*BOARDS, ME, *OTHERS, *SEATS, *ten_years()]
    with house(*records, today=date(2026, 3, 2)) as built:
        yield built


def test_all_boards_side_by_side(benchmark: BenchmarkFixture, full: House) -> None:
    found = benchmark(lambda: full.reviews.portfolio(*LAST_YEAR))
    assert len(found.lines) == len(BOARDS)


def test_one_board_in_full(benchmark: BenchmarkFixture, full: House) -> None:
    found = benchmark(lambda: full.reviews.facts(SEATS[0].id, *LAST_YEAR))
    assert found.facts


def test_what_is_due_today(benchmark: BenchmarkFixture, full: House) -> None:
    benchmark(full.reviews.due)
