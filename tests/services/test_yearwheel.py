"""Year wheels: tasks kept, starter wheels, and tasks that land on agendas by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language
from tests.support.builders import House, house, item, meeting, organisation, wheel_task

BOARD = organisation(language=Language.ENGLISH)


@pytest.fixture(name="home")
def with_a_board() -> Iterator[House]:
    with house(BOARD) as built:
        yield built


def titles(home: House, of: Meeting) -> list[str]:
    return [line.item.title for line in home.agenda.of(of.id).lines]


def test_a_task_is_added_changed_and_thrown_away_and_each_is_undone(home: House) -> None:
    task = wheel_task(BOARD)
    home.yearwheel.add(task)
    home.yearwheel.change(replace(task, minutes=25))
    assert home.yearwheel.get(task.id).minutes == 25
    home.yearwheel.discard(task.id)
    assert home.yearwheel.of(BOARD.id) == []
    home.journal.undo()
    home.journal.undo()
    assert home.yearwheel.of(BOARD.id) == [task]
    home.journal.undo()
    assert home.yearwheel.all() == []


def test_the_starter_wheel_comes_in_the_organisations_language_as_one_step() -> None:
    board = organisation(kind=OrganisationKind.KINDERGARTEN, language=Language.DANISH)
    with house(board) as home:
        count = home.yearwheel.use_starter(board.id)
        assert len(home.yearwheel.of(board.id)) == count
        assert "Lukkedage" in {each.title for each in home.yearwheel.of(board.id)}
        home.journal.undo()
        assert home.yearwheel.of(board.id) == []


def test_the_starter_wheel_adds_only_what_is_not_there(home: House) -> None:
    home.yearwheel.use_starter(BOARD.id)
    assert home.yearwheel.use_starter(BOARD.id) == 0
    assert len(home.yearwheel.all()) == len({each.title for each in home.yearwheel.all()})


def test_a_new_meeting_has_its_tasks_before_any_other_business(home: House) -> None:
    home.keep(wheel_task(BOARD, "Budget for the coming year", 3), wheel_task(BOARD, "Fee", 12))
    sitting = meeting(BOARD, "2026-03-19 19:00")
    home.meetings.plan(sitting)
    assert titles(home, sitting)[-2:] == ["Budget for the coming year", "Any other business"]
    assert "Fee" not in titles(home, sitting)


def test_planning_a_meeting_with_its_tasks_is_one_step_back(home: House) -> None:
    home.keep(wheel_task(BOARD))
    before = home.everything()
    home.meetings.plan(meeting(BOARD, "2026-03-19 19:00"))
    home.journal.undo()
    assert home.everything() == before


def test_a_meeting_planned_without_an_agenda_gets_its_tasks_with_it(home: House) -> None:
    home.keep(wheel_task(BOARD, "Fee"))
    sitting = meeting(BOARD, "2026-03-19 19:00")
    home.meetings.plan(sitting, with_agenda=False)
    assert titles(home, sitting) == []
    home.agenda.use_template(sitting.id)
    assert titles(home, sitting)[-2:] == ["Fee", "Any other business"]


def test_the_first_meeting_planned_does_not_take_the_whole_year(home: House) -> None:
    home.yearwheel.use_starter(BOARD.id)
    sitting = meeting(BOARD, "2026-01-13 19:00")
    home.meetings.plan(sitting)
    assert "Closing of the annual accounts" in titles(home, sitting)
    assert "Draft budget" not in titles(home, sitting)


def test_a_task_added_later_waits_to_be_fetched(home: House) -> None:
    sitting = meeting(BOARD, "2026-03-19 19:00")
    home.keep(sitting, item(sitting, "Any other business"))
    task = wheel_task(BOARD, "Fee")
    home.yearwheel.add(task)
    assert home.yearwheel.lacking(sitting.id) == [task]
    assert home.yearwheel.waiting(BOARD.id, 2026) == 1
    assert home.yearwheel.land(sitting.id) == 1
    assert titles(home, sitting) == ["Fee", "Any other business"]
    assert home.yearwheel.land(sitting.id) == 0
    assert home.yearwheel.waiting(BOARD.id, 2026) == 0


def test_everything_that_waits_is_fetched_in_one_step(home: House) -> None:
    sittings = [meeting(BOARD, f"2026-{month:02}-19 19:00") for month in (3, 6, 9)]
    home.keep(*sittings, *(item(each, "Any other business") for each in sittings))
    home.yearwheel.use_starter(BOARD.id)
    count = home.yearwheel.waiting(BOARD.id, 2026)
    assert count == len(home.yearwheel.all())
    assert home.yearwheel.land_waiting(BOARD.id, 2026) == count
    assert home.yearwheel.waiting(BOARD.id, 2026) == 0
    home.journal.undo()
    assert home.yearwheel.waiting(BOARD.id, 2026) == count


def test_a_meeting_ahead_without_an_agenda_waits_for_nothing(home: House) -> None:
    home.keep(meeting(BOARD, "2026-03-19 19:00"), wheel_task(BOARD))
    assert home.yearwheel.waiting(BOARD.id, 2026) == 0


@pytest.mark.parametrize("state", [MeetingState.HELD, MeetingState.CANCELLED])
def test_a_meeting_that_is_over_or_off_gets_nothing(home: House, state: MeetingState) -> None:
    sitting = meeting(BOARD, "2026-03-01 19:00", state=state)
    home.keep(sitting, item(sitting), wheel_task(BOARD, "Fee"))
    assert home.yearwheel.lacking(sitting.id) == []
    assert home.yearwheel.waiting(BOARD.id, 2026) == 0
    with pytest.raises(UserError, match="over or cancelled"):
        home.yearwheel.land(sitting.id)


def test_an_item_outlives_its_task(home: House) -> None:
    sitting, task = meeting(BOARD, "2026-03-19 19:00"), wheel_task(BOARD, "Fee")
    home.keep(task)
    home.meetings.plan(sitting)
    home.yearwheel.discard(task.id)
    line = next(each for each in home.agenda.of(sitting.id).lines if each.item.title == "Fee")
    assert line.item.wheel_task_id is None
    home.journal.undo()
    assert home.agenda.get(line.item.id).wheel_task_id == task.id


def test_the_sheet_says_which_meeting_deals_with_what(home: House) -> None:
    sitting, task = meeting(BOARD, "2026-03-19 19:00"), wheel_task(BOARD, "Fee", 4)
    home.keep(sitting, item(sitting), task)
    (told,) = home.yearwheel.sheet(BOARD.id, 2026).tasks
    assert (told.lands_on, told.is_on_agenda) == (sitting.day, False)
    home.yearwheel.land(sitting.id)
    (told,) = home.yearwheel.sheet(BOARD.id, 2026).tasks
    assert told.is_on_agenda


def test_the_sheet_marks_today_in_this_year_only(home: House) -> None:
    assert home.yearwheel.sheet(BOARD.id, 2026).today == home.clock.today()
    assert home.yearwheel.sheet(BOARD.id, 2027).today is None
