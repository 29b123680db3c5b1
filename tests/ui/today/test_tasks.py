"""Today: my tasks of the next 30 days and the decisions to look at again, among what is due."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from tests.support.builders import House, organisation, person
from tests.support.drivers.today import TodayDriver
from tests.support.minutes_builders import decision, task, task_owner

CLUB = organisation("Tennis club")
SCHOOL = organisation("School board")
ANNA, BO = person("Anna Holm", is_me=True), person("Bo Lund")
LATE = task(CLUB, "Call the roofer", due="2026-02-20")
NEAR = task(SCHOOL, "Order balls", due="2026-04-01")
FAR = task(CLUB, "Paint the boat", due="2026-04-02")
THEIRS = task(CLUB, "Ask the bank", due="2026-03-03")
RULES = decision(None, CLUB, "No dogs\non court.", number="B-2025-004", review_on=date(2026, 3, 2))
LATE_ROW = "Call the roofer, Tennis club · My task, Late: Fri 20 February"
NEAR_ROW = "Order balls, School board · My task, Wed 1 April"
RULES_ROW = "Look at decision B-2025-004 again: No dogs on court., Tennis club, Today"


@pytest.fixture(name="services")
def services_of_a_house(house: House) -> Services:
    house.keep(CLUB, SCHOOL, ANNA, BO, LATE, NEAR, FAR, THEIRS, RULES)
    owners = [task_owner(each, ANNA) for each in (LATE, NEAR, FAR)]
    house.keep(*owners, task_owner(THEIRS, BO))
    return Services.over(house.store, house.clock)


@pytest.fixture(name="today")
def front_page(services: Services, qtbot: QtBot) -> TodayDriver:
    return TodayDriver(services, qtbot)


def test_my_tasks_of_thirty_days_and_decisions_to_review_are_due(today: TodayDriver) -> None:
    assert today.rows == [LATE_ROW, RULES_ROW, NEAR_ROW]


def test_a_task_is_ticked_and_leaves(today: TodayDriver, services: Services) -> None:
    today.press("Done: Call the roofer")
    assert today.rows == [RULES_ROW, NEAR_ROW]
    assert today.said == ["“Call the roofer” is done."]
    services.journal.undo()
    assert set(today.rows) == {LATE_ROW, RULES_ROW, NEAR_ROW}


def test_rows_lead_to_the_task_and_the_decision(today: TodayDriver) -> None:
    wishes: list[str] = []
    today.page.task_wanted.connect(wishes.append)
    today.page.decision_wanted.connect(wishes.append)
    today.press(NEAR_ROW)
    today.press(RULES_ROW)
    assert wishes == [NEAR.id, RULES.id]


def test_tasks_of_one_board_stand_alone_when_it_does(today: TodayDriver) -> None:
    today.page.show_organisation(SCHOOL.id)
    assert today.rows == [NEAR_ROW]


def test_ticks_stand_below_one_another(today: TodayDriver) -> None:
    assert today.right_edge("Done: Call the roofer") == today.right_edge("Done: Order balls")
