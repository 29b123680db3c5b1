"""The section Tasks, seen from Monday 2 March 2026."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.tasks import TaskStatus
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, item, meeting, membership, organisation, person
from tests.support.drivers.tasks import TasksDriver
from tests.support.minutes_builders import task, task_owner

CLUB = organisation("Tennis club", short_name="Club")
SCHOOL = organisation("School board", short_name="School")
ANNA, BO = person("Anna Holm", is_me=True), person("Bo Lund")
SITTING = meeting(CLUB, "2026-02-05 19:00", state=MeetingState.HELD)
LATER = meeting(CLUB, "2026-02-26 19:00", state=MeetingState.HELD)
ROOF = item(SITTING, "The roof")
LATE = task(CLUB, "Call the roofer", due="2026-02-20", under=ROOF, created_on=SITTING.day)
SUNDAY = task(SCHOOL, "Write to parents", due="2026-03-08")
MONDAY = task(CLUB, "Order balls", due="2026-03-09")
SOME_DAY = task(CLUB, "Paint the boat", due=None)
THEIRS = task(CLUB, "Ask the bank", due="2026-03-03")
DONE = task(CLUB, "Buy nets", status=TaskStatus.DONE, closed_on=date(2026, 2, 10))
DROPPED = task(CLUB, "Buy a bar", status=TaskStatus.DROPPED, closed_on=date(2026, 2, 12))
MINE = (LATE, SUNDAY, MONDAY, SOME_DAY, DONE, DROPPED)


@pytest.fixture(name="services")
def services_of_a_house(house: House) -> Services:
    seats = [membership(ANNA, CLUB), membership(BO, CLUB)]
    house.keep(CLUB, SCHOOL, ANNA, BO, *seats, SITTING, LATER, ROOF, *MINE, THEIRS)
    house.keep(*(task_owner(each, ANNA) for each in MINE), task_owner(THEIRS, BO))
    return Services.over(house.store, house.clock)


@pytest.fixture(name="tasks")
def page_of_tasks(services: Services, qtbot: QtBot) -> TasksDriver:
    return TasksDriver(services, qtbot)


def test_my_open_tasks_of_every_board_stand_by_when_they_are_due(tasks: TasksDriver) -> None:
    assert tasks.rows == [
        "Call the roofer, Club · Board meeting, 5 Feb 2026 · The roof, Late: Fri 20 February",
        "Write to parents, School, Sun 8 March",
        "Order balls, Club, Mon 9 March",
        "Paint the boat, Club",
    ]
    assert tasks.headings == ["Late", "This week", "Later", "Without a day"]


def test_everyones_tasks_name_their_owners(tasks: TasksDriver) -> None:
    tasks.press("Everyone’s tasks")
    assert "Ask the bank, Bo Lund · Club, Tomorrow" in tasks.rows


def test_one_board_can_be_shown_alone(tasks: TasksDriver) -> None:
    tasks.page.show_organisation(SCHOOL.id)
    assert tasks.titles == ["Write to parents"]


def test_what_is_done_and_dropped_can_be_asked_for(tasks: TasksDriver) -> None:
    tasks.press("Tasks that are done")
    assert tasks.rows == [
        "Buy a bar, Club, Dropped 12 Feb 2026",
        "Buy nets, Club, Done 10 Feb 2026",
    ]
    assert (tasks.is_ticked("Buy nets"), tasks.is_ticked("Buy a bar")) == (True, False)
    tasks.press("All tasks")
    assert tasks.headings[-1] == "Done and dropped"
    assert len(tasks.rows) == 6


def test_space_ticks_a_task_which_stays_in_its_place_until_one_leaves(
    tasks: TasksDriver, services: Services
) -> None:
    before = tasks.rows
    tasks.key("Write to parents", Qt.Key.Key_Space)
    assert tasks.titles[1] == "Write to parents"
    assert tasks.is_ticked("Write to parents")
    assert ("said", "“Write to parents” is done.") in tasks.wishes
    assert services.tasks.get(SUNDAY.id).task.closed_on == date(2026, 3, 2)
    tasks.undo()
    assert tasks.rows == before
    tasks.key("Write to parents", Qt.Key.Key_Space)
    tasks.page.close_record()
    assert "Write to parents" not in tasks.titles


def test_the_mouse_ticks_and_unticks_in_the_box(tasks: TasksDriver, services: Services) -> None:
    tasks.tick_with_mouse("Order balls")
    assert not services.tasks.get(MONDAY.id).task.is_open
    tasks.tick_with_mouse("Order balls")
    assert services.tasks.get(MONDAY.id).task.is_open


def test_a_line_notes_a_task_for_a_board(tasks: TasksDriver) -> None:
    tasks.page.make_new()
    tasks.screen.choose("For the board", "Club")
    tasks.note("Bo and me order the auditor 5/3")
    assert "Order the auditor, Bo Lund, Anna Holm · Club, Thu 5 March" in tasks.rows
    tasks.undo()
    assert "Order the auditor" not in tasks.titles


def test_what_the_line_says_is_told_while_one_types(tasks: TasksDriver) -> None:
    tasks.screen.choose("For the board", "Club")
    tasks.screen.type_into("New task", "Bo order the auditor 5/3 (2 h)")
    assert "Order the auditor · Bo Lund · by Thu 5 March · 2 h" in tasks.screen.words()


def test_a_board_that_is_shown_alone_gets_the_task(tasks: TasksDriver, services: Services) -> None:
    tasks.page.show_organisation(SCHOOL.id)
    tasks.note("me call the mayor")
    (noted,) = [
        each for each in services.tasks.find(SCHOOL.id) if each.task.text == "Call the mayor"
    ]
    assert noted.owner_names == ("Anna Holm",)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_and_f2_open_a_task_to_be_changed(
    tasks: TasksDriver, services: Services, key: Qt.Key
) -> None:
    tasks.key("Order balls", key)
    tasks.screen.write("What is to be done", "Order rackets")
    tasks.screen.write("Who", "Bo L, the caretaker")
    tasks.screen.write("By", "10/3")
    tasks.screen.write("Estimate", "45 min")
    tasks.screen.write("Notes", "Ask for a discount")
    tasks.press("Keep")
    changed = services.tasks.get(MONDAY.id)
    assert changed.owner_names == ("Bo Lund", "the caretaker")
    assert changed.owners[0].person_id == BO.id
    assert (changed.task.text, changed.task.due_on) == ("Order rackets", date(2026, 3, 10))
    assert (changed.task.minutes, changed.task.notes) == (45, "Ask for a discount")
    tasks.undo()
    assert services.tasks.get(MONDAY.id).task == MONDAY


def test_an_owner_can_be_added_from_a_menu(tasks: TasksDriver, services: Services) -> None:
    tasks.key("Order balls", Qt.Key.Key_Return)
    tasks.screen.pick("Add an owner", "Bo Lund")
    tasks.press("Keep")
    assert services.tasks.get(MONDAY.id).owner_names == ("Anna Holm", "Bo Lund")


def test_a_task_can_be_dropped_in_its_dialog(tasks: TasksDriver, services: Services) -> None:
    tasks.key("Order balls", Qt.Key.Key_Return)
    tasks.screen.choose("Status", "Dropped")
    tasks.press("Keep")
    task_now = services.tasks.get(MONDAY.id).task
    assert (task_now.status, task_now.closed_on) == (TaskStatus.DROPPED, date(2026, 3, 2))


def test_a_task_without_words_is_refused_beside_the_words(tasks: TasksDriver) -> None:
    tasks.key("Order balls", Qt.Key.Key_Return)
    tasks.screen.write("What is to be done", "")
    tasks.press("Keep")
    assert "A task needs to say what is to be done." in tasks.screen.words()


def test_its_history_leads_to_the_meetings(tasks: TasksDriver) -> None:
    tasks.key("Call the roofer", Qt.Key.Key_Return)
    assert tasks.screen.is_offered("Board meeting, Still open here, 26 Feb 2026")
    tasks.press("Board meeting, Given here, 5 Feb 2026")
    assert tasks.wishes == [("meeting", SITTING.id)]


def test_a_task_of_a_meeting_offers_to_go_there(tasks: TasksDriver) -> None:
    assert "Go to the meeting" in tasks.offered("Call the roofer")
    assert "Go to the meeting" not in tasks.offered("Paint the boat")


def test_del_moves_a_task_to_the_trash(tasks: TasksDriver, services: Services) -> None:
    before = tasks.rows
    tasks.key("Paint the boat", Qt.Key.Key_Delete)
    assert "Paint the boat" not in tasks.titles
    assert [each.title for each in services.trash.entries()] == ["Paint the boat"]
    tasks.undo()
    assert tasks.rows == before


@pytest.mark.parametrize("words", ["ROOF", "call roofer", "school write"])
def test_text_owner_and_board_are_searched(tasks: TasksDriver, words: str) -> None:
    tasks.search(words)
    assert len(tasks.titles) == 1


def test_a_search_that_finds_nothing_says_so(tasks: TasksDriver) -> None:
    tasks.search("chess")
    assert "No task here fits “chess”." in tasks.screen.words()


def test_a_task_asked_for_is_chosen_whoever_does_it(tasks: TasksDriver) -> None:
    tasks.page.open_record(THEIRS.id)
    assert tasks.chosen == THEIRS.text
    tasks.page.open_record(DONE.id)
    assert tasks.chosen == DONE.text


def test_printing_is_of_my_tasks_or_the_boards(tasks: TasksDriver) -> None:
    tasks.page.print_this()
    tasks.page.show_organisation(CLUB.id)
    tasks.press("Print the tasks")
    kinds = [kind for kind, _title in tasks.wishes]
    assert kinds == ["print", "print"]
    assert tasks.wishes[0] != tasks.wishes[1]


def test_of_very_many_tasks_the_first_are_listed_and_a_search_looks_at_all(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(*(task(CLUB, f"Errand {number}") for number in range(1100)))
    tasks = TasksDriver(services, qtbot)
    tasks.press("Everyone’s tasks")
    assert len(tasks.rows) == 1000
    assert "1,000 of 1,105 tasks are listed; a search looks at them all." in tasks.screen.words()
    tasks.search("Errand 1099")
    assert tasks.titles == ["Errand 1099"]


def test_without_open_tasks_or_boards_the_page_says_so(house: House, qtbot: QtBot) -> None:
    services = Services.over(house.store, house.clock)
    tasks = TasksDriver(services, qtbot)
    assert "Tasks belong to a board, and there is none yet." in tasks.screen.words()
    services.people.introduce_me("Anna Holm")
    services.organisations.add(CLUB)
    assert "You have no open tasks." in tasks.screen.words()
