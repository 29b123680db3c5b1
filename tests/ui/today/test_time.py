"""What Today says of time: the month against what was promised, and a red week ahead."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from tests.support.builders import House, meeting, membership, organisation, person, time_entry
from tests.support.drivers.today import TodayDriver
from tests.support.time_builders import ceiling, promise

CLUB, SCHOOL = organisation("Tennis club"), organisation("School board")
ME = person("Anna Holm", is_me=True)
SEAT, OTHER = membership(ME, CLUB), membership(ME, SCHOOL)


@pytest.fixture(name="services")
def services_of_a_house(house: House) -> Services:
    house.keep(CLUB, SCHOOL, ME, SEAT, OTHER)
    return Services.over(house.store, house.clock)


def test_the_month_is_held_against_what_was_promised(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(promise(SEAT, hours=60), promise(OTHER, hours=24), time_entry(CLUB, minutes=90))
    today = TodayDriver(services, qtbot)
    assert "1 h 30 min of the 7 h you have promised a month" in today.words
    today.page.show_organisation(SCHOOL.id)
    assert "0 min of the 2 h you have promised a month" in today.words


def test_where_nothing_was_promised_the_month_stands_alone(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(time_entry(CLUB, minutes=90), time_entry(SCHOOL, minutes=30))
    assert "2 h in all" in TodayDriver(services, qtbot).words


def test_a_red_week_ahead_is_said_in_a_line_that_leads_to_it(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(
        ceiling(minutes_a_week=60),
        meeting(CLUB, "2026-03-12 14:00"),
        meeting(CLUB, "2026-03-26 14:00"),
    )
    today = TodayDriver(services, qtbot)
    line = "Week 11 is red, 2 h, the ceiling is 1 h · and 1 more red week"
    qtbot.waitUntil(lambda: line in today.names)
    with qtbot.waitSignal(today.page.week_of_hours_wanted) as wanted:
        today.press(line)
    assert wanted.args == [date(2026, 3, 9)]


def test_the_line_goes_when_the_week_is_red_no_more(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(ceiling(minutes_a_week=60), meeting(CLUB, "2026-03-05 14:00"))
    today = TodayDriver(services, qtbot)
    line = "This week is red, 2 h, the ceiling is 1 h"
    qtbot.waitUntil(lambda: line in today.names)
    services.ceilings.set(ceiling("2026-03-02", minutes_a_week=240))
    assert line not in today.names
    services.journal.undo()
    assert line in today.names
