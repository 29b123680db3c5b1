"""The calendar with ten years of 60 organisations in it: 20,000 meetings.

The bars stand in the plan: 100 ms a step on screen, a second for clashes over all ten years. What
a machine manages is printed; nothing here fails for being slow.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

import pytest
from PySide6.QtCore import Qt
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from boardkeeper.domain.clashes import findings_of
from boardkeeper.domain.free_evenings import EveningWish
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.organisations import Organisation
from boardkeeper.services.calendar import CalendarService
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, house, organisation
from tests.support.drivers.calendar import CalendarDriver

MEETINGS = 20_000
BOARDS = [organisation(f"Forening {number}") for number in range(60)]


def ten_years(boards: list[Organisation]) -> list[Meeting]:
    """Meetings on five or six a day, of two hours each, in three places."""
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
        for number in range(MEETINGS)
    ]


@pytest.fixture(name="full", scope="module")
def house_full_of_meetings() -> Iterator[House]:
    with house(*BOARDS, *ten_years(BOARDS)) as built:
        yield built


def test_clashes_over_ten_years(benchmark: BenchmarkFixture) -> None:
    meetings = ten_years(BOARDS)
    found = benchmark(findings_of, meetings, lambda _organisation: 30)
    assert found


@pytest.mark.parametrize("last", [date(2026, 3, 8), date(2026, 4, 5), date(2027, 3, 1)])
def test_reading_a_span(benchmark: BenchmarkFixture, full: House, last: date) -> None:
    calendar = CalendarService(full.journal, full.clock)
    span = benchmark(calendar.between, date(2026, 3, 2), last)
    assert span.meetings


def test_free_evenings_of_half_a_year(benchmark: BenchmarkFixture, full: House) -> None:
    calendar = CalendarService(full.journal, full.clock)
    wish = EveningWish(first=date(2026, 3, 2), last=date(2026, 8, 31))
    assert benchmark(calendar.evenings, wish)


@pytest.mark.parametrize("view", ["Month", "Week", "List"])
def test_a_step_on_screen(
    benchmark: BenchmarkFixture, full: House, qtbot: QtBot, view: str
) -> None:
    calendar = CalendarDriver(Services.over(full.store, full.clock), qtbot)
    calendar.press(view)

    def step_there_and_back() -> None:
        calendar.key(Qt.Key.Key_PageDown)
        calendar.key(Qt.Key.Key_PageUp)

    before = calendar.title
    benchmark(step_there_and_back)
    assert calendar.title == before
