"""The forecast of a year at 60 memberships with ten years of data: 20,000 meetings.

The bar stands in the plan: 100 ms for the forecast of a year, and work in proportion to the
meetings. What a machine manages is printed; nothing here fails for being slow.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting
from boardkeeper.services.forecast import ForecastService
from tests.support.builders import (
    House,
    house,
    membership,
    organisation,
    person,
    series,
    time_entry,
)
from tests.support.floors import times_as_slow
from tests.support.time_builders import ceiling, effort, promise

MEETINGS = 20_000
ENTRIES = 20_000
DAYS = 3650
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
ME = person(is_me=True)
BOARDS = [organisation(f"Forening {number}", travel_minutes=20) for number in range(60)]


def ten_years(count: int) -> list[Record]:
    """So many meetings, all of them mine, with what a person would have said of them."""
    random = Random(2026)  # noqa: S311 - the same meetings each time, and no secret
    seats = [membership(ME, board) for board in BOARDS]
    meetings = [
        Meeting(
            organisation_id=random.choice(BOARDS).id,
            starts_at=(
                starts_at := datetime(2018, 1, 1, random.choice((8, 12, 16, 18, 19)))
                + timedelta(days=number * DAYS // count)
            ),
            ends_at=starts_at + timedelta(hours=2),
            place=random.choice(("Town hall", "Club house", "School")),
        )
        for number in range(count)
    ]
    return [
        ME,
        *BOARDS,
        *seats,
        *meetings,
        *(promise(seat, 60, "2018-01-01") for seat in seats),
        *(effort(board, 60, follow_up_minutes=30) for board in BOARDS),
        ceiling(customer_minutes_a_week=30 * 60),
    ]


@pytest.fixture(name="full", scope="module")
def house_full_of_meetings() -> Iterator[House]:
    entries = [
        time_entry(BOARDS[number % 60], str(date(2018, 1, 1) + timedelta(days=number % DAYS)))
        for number in range(ENTRIES)
    ]
    with house(*ten_years(MEETINGS), *entries) as built:
        gc.collect()
        gc.freeze()  # the records it was filled from would not lie in memory
        yield built
    gc.unfreeze()


def test_the_forecast_of_a_year(benchmark: BenchmarkFixture, full: House) -> None:
    forecast = benchmark(full.forecast.between, FIRST, LAST)
    benchmark.extra_info["lines"] = len(forecast.lines)
    assert len(forecast.by_organisation()) == len(BOARDS)


def test_the_weeks_of_a_year(benchmark: BenchmarkFixture, full: House) -> None:
    assert len(benchmark(full.forecast.weeks, FIRST, LAST)) == 53


def test_where_sixty_memberships_stand(benchmark: BenchmarkFixture, full: House) -> None:
    assert len(benchmark(full.forecast.standings, ReportYear(number=2026))) == len(BOARDS)


def test_a_year_that_sixty_series_are_still_to_plan(benchmark: BenchmarkFixture) -> None:
    rhythms = [series(board, "FREQ=MONTHLY;BYDAY=2TU") for board in BOARDS]
    with house(*BOARDS, *rhythms) as built:
        forecast = benchmark(built.forecast.between, date(2027, 1, 1), date(2027, 12, 31))
    assert len(forecast.by_organisation()) == len(BOARDS)


def test_ten_times_the_meetings_are_ten_times_the_work(
    benchmark: BenchmarkFixture, full: House
) -> None:
    with house(*ten_years(MEETINGS // 10)) as tenth:

        def year_of(built: House) -> int:
            return len(ForecastService(built.journal, built.clock).between(FIRST, LAST).lines)

        lines = year_of(full) / year_of(tenth)
        ratio = times_as_slow(lambda: year_of(full), lambda: year_of(tenth), rounds=10)
    benchmark.extra_info["times the lines"] = round(lines, 2)
    benchmark.extra_info["times the time"] = round(ratio, 2)
    benchmark(full.forecast.between, FIRST, LAST)
