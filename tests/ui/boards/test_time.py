"""What a board takes of my time, on its page; seen from Monday 2 March 2026."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.effort import Preparation
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, meeting, membership, organisation, person, time_entry
from tests.support.drivers.boards import BoardsDriver
from tests.support.time_builders import ceiling, payment, promise

CLUB, SCHOOL = organisation("Tennis club"), organisation("School board")
ME = person("Anna Holm", is_me=True)
SEAT = membership(ME, CLUB)


@pytest.fixture(name="services")
def services_over_two_boards(house: House) -> Services:
    house.keep(
        CLUB,
        SCHOOL,
        ME,
        SEAT,
        meeting(CLUB, "2026-03-12 19:00"),
        time_entry(CLUB, "2026-02-27", 120),
    )
    return Services.over(house.store, house.clock)


@pytest.fixture(name="boards")
def page_of_boards(services: Services, qtbot: QtBot) -> BoardsDriver:
    driver = BoardsDriver(services, qtbot)
    driver.choose("Tennis club, Member · Association or club, Thu 12 March")
    return driver


def test_hours_are_promised_from_a_day_on_and_undone(
    boards: BoardsDriver, services: Services
) -> None:
    boards.screen.press("Promise hours")
    boards.screen.write("Hours a year", "60,5")
    boards.screen.write("Note", "Agreed with the chair")
    boards.screen.press("Promise")
    (made,) = services.promises.of_membership(SEAT.id)
    assert (made.minutes_a_year, made.starts_on.isoformat()) == (3630, "2026-03-02")
    row = "60.5 h a year, From 2 Mar 2026 · Agreed with the chair, Now"
    assert row in boards.section_rows()
    boards.undo()
    assert services.promises.of_membership(SEAT.id) == []


def test_earlier_promises_stay_in_sight(house: House, boards: BoardsDriver) -> None:
    house.keep(promise(SEAT, hours=40, since="2025-01-01"), promise(SEAT, hours=60))
    boards.page.refresh()
    rows = [each for each in boards.section_rows() if "h a year" in each]
    assert rows == ["60 h a year, From 1 Jan 2026, Now", "40 h a year, From 1 Jan 2025, Before"]


def test_a_promise_without_hours_is_asked_for_and_the_rest_kept(
    boards: BoardsDriver, services: Services
) -> None:
    boards.screen.press("Promise hours")
    boards.screen.write("Note", "Agreed")
    boards.screen.press("Promise")
    assert "Write how many hours a year, for example 60." in boards.screen.words()
    assert services.promises.of_membership(SEAT.id) == []


def test_the_year_so_far_is_said_in_hours_and_kroner(
    house: House, boards: BoardsDriver, qtbot: QtBot
) -> None:
    house.keep(promise(SEAT, hours=10), ceiling(hour_value=50_000), payment(CLUB, 400))
    boards.page.refresh()
    told = "2026: promised 10 h · spent 2 h · 2 h to come · 6 h left"
    qtbot.waitUntil(lambda: told in boards.screen.words())
    words = boards.screen.words()
    assert "received DKK 400 · the time is worth DKK 1,000" in words


def test_preparation_is_kept_by_itself_and_asks_only_for_what_counts(
    boards: BoardsDriver, services: Services
) -> None:
    boards.screen.type_into("For each meeting", "1½")
    boards.screen.type_into("Follow-up for each meeting", "30 min")
    boards.screen.choose("Preparation", "A share of the meeting")
    effort = services.ceilings.effort_of(CLUB.id)
    assert (effort.preparation, effort.minutes) == (Preparation.SHARE, 90)
    assert effort.follow_up_minutes == 30
    assert not boards.screen.is_offered("For each meeting")
    boards.screen.type_into("Percent of its length", "50")
    boards.screen.choose("Preparation", "The time it takes to read the papers")
    assert services.ceilings.effort_of(CLUB.id).percent == 50
    assert boards.screen.text_in("While there are no papers") == "1 h 30 min"


def test_without_a_seat_there_is_nothing_to_promise(boards: BoardsDriver) -> None:
    boards.choose("School board, Association or club")
    assert not boards.screen.is_offered("Promise hours")
    assert boards.screen.text_in("Follow-up for each meeting") == "0 min"
