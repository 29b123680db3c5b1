"""The trash page, seen from Monday 2 March 2026."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.services.catalogue import Services
from tests.support.builders import House, items, meeting, organisation, person
from tests.support.drivers.trash import TrashDriver
from tests.support.time_builders import payment, trip

CLUB = organisation("Tennis club")
BUDGET, ROOF = meeting(CLUB, title="Budget"), meeting(CLUB, "2026-03-09 19:00", title="Roof")
BUDGET_ROW = "Budget · Tennis club, Meeting · deleted today, Kept until Wed 1 April"
ROOF_ROW = "Roof · Tennis club, Meeting · deleted today, Kept until Wed 1 April"


@pytest.fixture(name="services")
def services_with_two_meetings_discarded(house: House) -> Services:
    house.keep(CLUB, BUDGET, ROOF, *items(BUDGET, "One", "Two"))
    services = Services.over(house.store, house.clock)
    services.meetings.discard(BUDGET.id)
    services.meetings.discard(ROOF.id)
    return services


@pytest.fixture(name="trash")
def trash_page(services: Services, qtbot: QtBot) -> TrashDriver:
    return TrashDriver(services, qtbot)


def test_each_row_says_what_it_is_and_how_long_it_stays(trash: TrashDriver) -> None:
    assert trash.rows == [ROOF_ROW, BUDGET_ROW]


def test_payments_and_trips_are_called_what_they_are(
    trash: TrashDriver, services: Services
) -> None:
    fee, drive = payment(CLUB, 5_000), trip(CLUB)
    services.money.add(fee)
    services.mileage.add(drive)
    services.money.discard(fee.id)
    services.mileage.discard(drive.id)
    told = "\n".join(trash.rows)
    assert "Board fee · DKK 5,000 · Tennis club, Payment · deleted today" in told
    assert "Klubhuset · 24 km · 1 Feb 2026, Trip · deleted today" in told


def test_enter_restores_with_everything_that_went_along(
    trash: TrashDriver, services: Services
) -> None:
    trash.press_enter_on(1)
    assert trash.rows == [ROOF_ROW]
    assert [each.title for each in services.meetings.all()] == ["Budget"]
    assert len(services.agenda.of(BUDGET.id).lines) == 2


def test_the_button_restores_the_chosen_one(trash: TrashDriver, services: Services) -> None:
    trash.press("Restore")
    assert trash.rows == [BUDGET_ROW]
    assert [each.title for each in services.meetings.all()] == ["Roof"]


def test_emptying_is_asked_first(trash: TrashDriver) -> None:
    trash.press("Empty the trash…")
    trash.answer("Cancel")
    assert trash.rows == [ROOF_ROW, BUDGET_ROW]


def test_emptying_leaves_a_page_that_says_so(trash: TrashDriver, services: Services) -> None:
    trash.press("Empty the trash…")
    trash.answer("Empty the trash")
    assert trash.rows == []
    assert "The trash is empty." in trash.words
    assert services.trash.entries() == []


def test_what_is_thrown_away_elsewhere_appears_at_once(
    house: House, trash: TrashDriver, services: Services
) -> None:
    someone = person("Bo Dahl")
    house.keep(someone)
    services.people.discard(someone.id)
    assert "Bo Dahl, Person · deleted today, Kept until Wed 1 April" in trash.rows


def test_a_board_is_called_a_board_whatever_went_along(
    trash: TrashDriver, services: Services
) -> None:
    services.meetings.plan(meeting(CLUB, title="AGM"))
    services.organisations.discard(CLUB.id)
    assert "Tennis club, Board · deleted today, Kept until Wed 1 April" in trash.rows
