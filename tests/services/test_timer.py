"""The timer: it outlives the program, and never says more than it can know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.clock import Clock
from boardkeeper.domain.hours import Activity
from boardkeeper.errors import UserError
from boardkeeper.services.timer import TimerService
from tests.support.builders import TODAY, House, house, meeting, organisation

BOARD, OTHER = organisation("Tennis club"), organisation("School board")


@dataclass(frozen=True, slots=True)
class At(Clock):
    """A clock that stands still at a moment in UTC until it is set anew."""

    when: datetime = datetime(2026, 3, 2, 9, 0)

    def now(self) -> datetime:
        return self.when.replace(tzinfo=UTC).astimezone().replace(tzinfo=None)

    def moment(self) -> datetime:
        return self.when.replace(tzinfo=UTC)


def timer(of: House, when: str) -> TimerService:
    """The timer's service at a moment in UTC: 2026-03-02 09:00."""
    return TimerService(of.journal, At(when=datetime.fromisoformat(when)))


@pytest.fixture(name="boards")
def house_of_two_boards(house: House) -> House:
    house.keep(BOARD, OTHER)
    return house


def test_what_it_measured_is_one_entry(boards: House) -> None:
    timer(boards, "2026-03-02 09:00").start(BOARD.id, Activity.FOLLOW_UP, note="Minutes")
    entry = timer(boards, "2026-03-02 09:42").stop()
    assert boards.hours.all() == [entry]
    assert (entry.minutes, entry.activity, entry.on) == (42, Activity.FOLLOW_UP, TODAY)
    assert (entry.organisation_id, entry.note) == (BOARD.id, "Minutes")
    assert boards.timer.running() is None


def test_stopping_is_one_step_back(boards: House) -> None:
    service = timer(boards, "2026-03-02 09:00")
    started = service.start(BOARD.id)
    timer(boards, "2026-03-02 09:42").stop()
    boards.journal.undo()
    assert (service.running(), boards.hours.all()) == (started, [])


def test_it_runs_on_while_the_program_does_not(tmp_path: Path) -> None:
    path = tmp_path / "boards.sqlite"
    with house(BOARD, path=path) as before:
        timer(before, "2026-03-02 09:00").start(BOARD.id)
    with house(path=path) as after:
        assert timer(after, "2026-03-02 10:30").stop().minutes == 90


def test_preparation_is_for_the_next_meeting(boards: House) -> None:
    coming = meeting(BOARD, "2026-03-05 19:00")
    boards.keep(coming)
    assert boards.timer.start(BOARD.id).meeting_id == coming.id
    assert boards.timer.start(BOARD.id, Activity.TRAVEL).meeting_id is None


def test_another_start_writes_the_first_down(boards: House) -> None:
    timer(boards, "2026-03-02 09:00").start(BOARD.id)
    timer(boards, "2026-03-02 09:30").start(OTHER.id)
    entry = boards.hours.all()[0]
    assert (entry.organisation_id, entry.minutes) == (BOARD.id, 30)
    running = boards.timer.running()
    assert running is not None
    assert running.organisation_id == OTHER.id


def test_a_start_by_mistake_leaves_nothing(boards: House) -> None:
    timer(boards, "2026-03-02 09:00:00").start(BOARD.id)
    timer(boards, "2026-03-02 09:00:20").start(OTHER.id)
    assert boards.hours.all() == []


def test_past_midnight_the_time_belongs_to_the_day_it_began(boards: House) -> None:
    timer(boards, "2026-03-02 20:00").start(BOARD.id)
    entry = timer(boards, "2026-03-03 01:30").stop()
    assert (entry.on, entry.minutes) == (date(2026, 3, 2), 330)


def test_a_clock_that_is_put_forward_or_back_in_spring_changes_nothing(boards: House) -> None:
    timer(boards, "2026-03-29 00:30").start(BOARD.id)
    assert timer(boards, "2026-03-29 01:30").stop().minutes == 60


def test_a_forgotten_timer_asks_how_long_it_took(boards: House) -> None:
    timer(boards, "2026-02-27 15:00").start(BOARD.id)
    monday = timer(boards, "2026-03-02 09:00")
    with pytest.raises(UserError, match="more than 24 hours"):
        monday.stop()
    with pytest.raises(UserError, match="more than 24 hours"):
        monday.start(OTHER.id)
    assert boards.hours.all() == []
    assert monday.stop(95).minutes == 95


def test_a_timer_can_be_given_another_length(boards: House) -> None:
    service = timer(boards, "2026-03-02 09:00")
    service.change(service.lasting(service.start(BOARD.id), 25))
    assert timer(boards, "2026-03-02 09:10").stop().minutes == 35


def test_a_discarded_timer_writes_nothing_and_comes_back(boards: House) -> None:
    started = boards.timer.start(BOARD.id)
    boards.timer.discard()
    assert (boards.timer.running(), boards.hours.all()) == (None, [])
    boards.journal.undo()
    assert boards.timer.running() == started


def test_nothing_can_be_stopped_while_nothing_runs(boards: House) -> None:
    with pytest.raises(UserError, match="No timer is running"):
        boards.timer.stop()


def test_it_goes_with_its_board_and_comes_back_with_it(boards: House) -> None:
    started = boards.timer.start(BOARD.id)
    boards.organisations.discard(BOARD.id)
    assert boards.timer.running() is None
    boards.journal.undo()
    assert boards.timer.running() == started


@given(st.integers(min_value=-3 * 24 * 3600, max_value=24 * 3600))
def test_whatever_the_clock_does_an_entry_is_between_a_minute_and_a_day(seconds: int) -> None:
    start = datetime(2026, 3, 2, 9, 0)
    with house(BOARD) as built:
        TimerService(built.journal, At(when=start)).start(BOARD.id)
        clock = At(when=start + timedelta(seconds=seconds))
        entry = TimerService(built.journal, clock).stop()
    assert 1 <= entry.minutes <= 24 * 60
    assert entry.on <= clock.today()
