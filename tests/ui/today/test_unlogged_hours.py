"""The card that asks for the hours of the last meeting, seen from Monday 2 March 2026."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.hours import Activity
from boardkeeper.i18n import Language, speaking
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, meeting, membership, organisation, person
from tests.support.drivers import hands
from tests.support.drivers.today import TodayDriver

ME = person("Anna Holm", is_me=True)
CLUB, SCHOOL = organisation("Tennis club", travel_minutes=20), organisation("School board")
HELD = meeting(CLUB, "2026-02-26 19:00", number=14)
BUTTON = "Write down the hours of Board meeting no. 14: 2 h + travel 40 min"


@pytest.fixture(name="services")
def services_after_a_meeting(house: House) -> Services:
    house.keep(ME, CLUB, SCHOOL, membership(ME, CLUB), HELD)
    return Services.over(house.store, house.clock)


def test_the_hours_of_the_last_meeting_are_one_button_away(
    services: Services, qtbot: QtBot
) -> None:
    today = TodayDriver(services, qtbot)
    assert "Log the hours of Board meeting no. 14" in hands.words_on(today.page)
    hands.press(today.page, BUTTON)
    written = {(each.activity, each.minutes) for each in services.hours.all()}
    assert written == {(Activity.MEETING, 120), (Activity.TRAVEL, 40)}
    assert "Log the hours of Board meeting no. 14" not in hands.words_on(today.page)


def test_undo_brings_the_question_back(services: Services, qtbot: QtBot) -> None:
    today = TodayDriver(services, qtbot)
    hands.press(today.page, BUTTON)
    services.journal.undo()
    hands.settle()
    assert "Log the hours of Board meeting no. 14" in hands.words_on(today.page)


def test_another_board_or_nobody_who_is_me_is_asked_nothing(
    services: Services, house: House, qtbot: QtBot
) -> None:
    today = TodayDriver(services, qtbot)
    today.page.show_organisation(SCHOOL.id)
    assert not any("Log the hours" in each for each in hands.words_on(today.page))
    house.keep(replace(ME, is_me=False))
    today.page.show_organisation(None)
    assert not any("Log the hours" in each for each in hands.words_on(today.page))


def test_it_speaks_danish(services: Services, qtbot: QtBot) -> None:
    with speaking(Language.DANISH):
        words = " ".join(hands.words_on(TodayDriver(services, qtbot).page))
    assert "Registrér timerne for Bestyrelsesmøde nr. 14" in words
    assert "2 t + transport 40 min" in words
