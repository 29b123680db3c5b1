"""The yes-simulator at 60 memberships and ten years of meetings: 20,000 of them.

The bar in the plan is 200 ms for an answer, and time in proportion to the meetings. What a machine
manages is printed; nothing here fails for being slow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from random import Random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from boardkeeper.domain.candidate_seats import CandidateSeat
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.organisations import Organisation
from tests.support.builders import House, house, membership, organisation, person, term
from tests.support.time_builders import candidate_seat, ceiling, effort

MEETINGS = 20_000
ME = person("Åse Ravn", is_me=True)
BOARDS = [organisation(f"Forening {number}", travel_minutes=20) for number in range(60)]
SEATS = [membership(ME, each) for each in BOARDS]
SEAT: CandidateSeat = candidate_seat(
    rule="FREQ=WEEKLY;BYDAY=TU,TH",
    preparation_minutes=60,
    travel_minutes=20,
    follow_up_minutes=30,
    other_minutes_a_month=120,
)


def ten_years(meetings: int, boards: list[Organisation]) -> list[Meeting]:
    """Meetings evenly over ten years, of two hours each, in three places."""
    random = Random(2026)  # noqa: S311 - the same meetings each time, and no secret
    return [
        Meeting(
            organisation_id=random.choice(boards).id,
            starts_at=(
                starts_at := datetime(2021, 1, 1, random.choice((8, 12, 16, 18, 19)))
                + timedelta(days=number % 3650)
            ),
            ends_at=starts_at + timedelta(hours=2),
            place=random.choice(("Town hall", "Club house", "School")),
        )
        for number in range(meetings)
    ]


def life(meetings: int) -> Iterator[Record]:
    """Boards, seats, meetings, and a ceiling that about half of the weeks are below."""
    yield ME
    yield from BOARDS
    yield from SEATS
    yield from (term(each) for each in SEATS)
    yield from (effort(each, 45, follow_up_minutes=15) for each in BOARDS)
    yield from ten_years(meetings, BOARDS)
    hours = 3.7 * 60 * meetings // 520
    yield ceiling(
        minutes_a_week=int(hours * 1.1), evenings_a_week=None, customer_minutes_a_week=20 * 60
    )


@pytest.fixture(name="full", scope="module", params=[5_000, 10_000, MEETINGS])
def house_full_of_meetings(request: pytest.FixtureRequest) -> Iterator[House]:
    with house(*life(request.param)) as built:
        yield built


def test_the_first_answer(benchmark: BenchmarkFixture, full: House) -> None:
    """With everything to be read: a new service for each question."""
    simulation = benchmark(lambda: full.simulator.what_if(SEAT))
    assert simulation.instead


def test_an_answer_while_one_types(benchmark: BenchmarkFixture, full: House) -> None:
    simulator = full.simulator
    minutes = count(1)  # no two questions are the same

    def ask() -> object:
        return simulator.what_if(replace(SEAT, preparation_minutes=next(minutes)))

    assert benchmark(ask)


def test_what_if_i_leave(benchmark: BenchmarkFixture, full: House) -> None:
    simulation = benchmark(lambda: full.simulator.without(SEATS[0].id))
    assert simulation.lines
