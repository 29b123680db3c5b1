"""The ambassadors of a network, as a person looks at them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from boardkeeper.domain.ambassadors import Ambassador
from boardkeeper.domain.attendance import Capacity, Presence
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.thresholds import ThresholdName
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.network.matrix_table import At
from tests.support.builders import House, meeting, membership, organisation, person
from tests.support.drivers.network import MATRIX, NetworkDriver
from tests.support.minutes_builders import attendance
from tests.support.network_builders import contact, profile, referral

BOARD = organisation("Absalon Board")
GROUP = organisation("Kvart over Syv", kind=OrganisationKind.NETWORK)
ME = person("Åse Ravn", is_me=True)
ANNA = person("Anna Holm", occupation="Printer")
BO, EVA = person("Bo Lund"), person("Eva Krog")
SEATS = {each: membership(each, GROUP) for each in (ME, ANNA, BO, EVA)}
HELD = meeting(GROUP, "2026-02-05 07:15", number=4)
MISSED = meeting(GROUP, "2026-01-15 07:15", number=3)


@pytest.fixture(name="services")
def services_of_a_network(house: House) -> Services:
    house.keep(BOARD, GROUP, ME, ANNA, BO, EVA, *SEATS.values(), HELD, MISSED)
    house.keep(attendance(HELD, ME), attendance(HELD, ANNA), attendance(HELD, BO))
    house.keep(attendance(HELD, "Ida Guest", capacity=Capacity.GUEST))
    house.keep(attendance(MISSED, ME, presence=Presence.APOLOGIES))
    house.keep(contact(ANNA, "2026-01-05"), contact(BO, "2024-06-05"))
    house.keep(Ambassador(membership_id=SEATS[ANNA].id, can_explain_since=date(2026, 1, 5)))
    house.keep(profile(ANNA, sells="Cards", ideal_customer="A hotel"))
    house.keep(referral(GROUP, ME, ANNA), referral(GROUP, BO, ME))
    return Services.over(house.store, house.clock)


@pytest.fixture(name="group")
def ambassadors_on_screen(services: Services, qtbot: QtBot) -> NetworkDriver:
    driver = NetworkDriver(services, qtbot)
    driver.turn_to("Ambassadors")
    return driver


def test_networks_are_offered_first_and_who_needs_attention_stands_above(
    group: NetworkDriver,
) -> None:
    assert group.screen.chosen("Group") == "Kvart over Syv"
    assert group.members() == ["Eva Krog", "Bo Lund", "Anna Holm, Printer"]


def test_every_cell_says_in_words_what_it_draws(group: NetworkDriver) -> None:
    anna, bo = group.line_of("Anna"), group.line_of("Bo")
    assert anna[At.MET] == "1 of 2"
    assert anna[At.ONE_TO_ONE] == "5 Jan 2026, 1 month ago"
    assert anna[At.EXPLAINS] == "Yes, since 5 Jan 2026"
    assert (anna[At.GIVEN], anna[At.RECEIVED]) == ("1", "0")
    assert anna[At.PROFILE] == "Filled"
    assert bo[At.ONE_TO_ONE] == "5 Jun 2024, 20 months ago: more than a year"
    assert (bo[At.GIVEN], bo[At.RECEIVED]) == ("0", "1")
    assert group.line_of("Eva")[At.ONE_TO_ONE] == "Never"


def test_the_totals_stand_above(group: NetworkDriver) -> None:
    assert "1 of 3 has had a one-to-one in 12 months" in group.screen.words()


def test_those_without_a_one_to_one_are_one_click_away(group: NetworkDriver) -> None:
    group.screen.press("Not had a one-to-one in 12 months")
    assert group.members() == ["Eva Krog", "Bo Lund"]
    group.screen.press("Cannot explain what I do")
    assert group.members() == ["Eva Krog", "Bo Lund"]
    group.screen.press("Everyone")
    assert len(group.members()) == 3


def test_where_nobody_is_left_the_page_says_why(group: NetworkDriver) -> None:
    for each in (BO, EVA):
        group.services.network.set_can_explain(SEATS[each].id, date(2026, 3, 1))
    group.screen.press("Cannot explain what I do")
    assert group.members() == []
    assert "Everyone can explain what you do." in group.screen.words()


def test_space_ticks_who_can_explain_and_undo_takes_it_back(group: NetworkDriver) -> None:
    group.key(MATRIX, Qt.Key.Key_Home)
    group.key(MATRIX, Qt.Key.Key_Space)
    assert group.line_of("Eva")[At.EXPLAINS] == "Yes, since 2 Mar 2026"
    group.undo()
    assert group.line_of("Eva")[At.EXPLAINS] == "No"


def test_a_click_on_the_box_ticks_and_unticks(group: NetworkDriver) -> None:
    group.click_cell("Anna", At.EXPLAINS)
    assert group.line_of("Anna")[At.EXPLAINS] == "No"
    group.click_cell("Bo", At.EXPLAINS)
    assert group.line_of("Bo")[At.EXPLAINS] == "Yes, since 2 Mar 2026"


def test_a_click_on_a_name_and_enter_open_the_person(group: NetworkDriver) -> None:
    group.click_cell("Bo", At.MEMBER)
    group.key(MATRIX, Qt.Key.Key_Home)
    group.key(MATRIX, Qt.Key.Key_Return)
    assert group.wishes == [("person", BO.id), ("person", EVA.id)]


def test_a_click_elsewhere_in_a_line_only_chooses_it(group: NetworkDriver) -> None:
    group.click_cell("Bo", At.MET)
    assert group.wishes == []


def test_back_from_a_person_the_ambassadors_stand_there_again(group: NetworkDriver) -> None:
    group.page.open_record(BO.id)
    assert "Bo Lund" in group.screen.words()
    group.page.close_record()
    assert group.members()


def test_a_gauge_opens_exactly_the_rows_it_was_counted_from(group: NetworkDriver) -> None:
    gauge = group.services.gauges.gauges(GROUP.id, date(2025, 3, 3), date(2026, 3, 2))[0]
    rows, words = group.rows_behind("1 Get to know each other")
    assert len(rows) == len(gauge.rows)
    assert f"{gauge.percent}%" in words
    assert "target 80%" in words


def test_the_numbers_of_the_gauges_are_mine_to_set(group: NetworkDriver) -> None:
    group.screen.press("Set my own numbers…")
    names = [each.accessibleName() for each in _fields(group)]
    group.screen.write(names[0], "60")
    group.screen.press("Use these")
    held = group.services.thresholds.of(GROUP.id)
    assert (held[ThresholdName.KNOW_PERCENT].value, group.screen.is_offered("Use these")) == (
        60,
        False,
    )
    group.undo()
    assert not group.services.thresholds.of(GROUP.id)[ThresholdName.KNOW_PERCENT].is_own


def test_a_percentage_over_a_hundred_is_refused_by_its_field(group: NetworkDriver) -> None:
    group.screen.press("Set my own numbers…")
    names = [each.accessibleName() for each in _fields(group)]
    group.screen.write(names[0], "160")
    group.screen.press("Use these")
    assert "A percentage goes from 0 to 100." in group.screen.words()
    assert not group.services.thresholds.of(GROUP.id)[ThresholdName.KNOW_PERCENT].is_own


def test_visitors_and_my_absences_stand_below(group: NetworkDriver) -> None:
    words = group.screen.words()
    assert "1 of 3 absences used in the last 6 months" in words
    assert "The next absence is possible from today." in words
    assert any(each.startswith("Ida Guest") for each in group.card_rows())


def test_the_network_sheet_is_printed_from_here(group: NetworkDriver) -> None:
    group.screen.press("Network sheet")
    group.page.print_this()
    assert group.wishes == [("print", "Kvart over Syv · Netværksark")] * 2


def test_the_window_about_one_organisation_shows_that_one(group: NetworkDriver) -> None:
    group.page.show_organisation(BOARD.id)
    assert group.screen.chosen("Group") == "Absalon Board"
    assert "Nobody else sits here. Add the members under Boards." in group.screen.words()


def test_without_knowing_who_i_am_the_view_says_what_to_do(house: House, qtbot: QtBot) -> None:
    house.keep(GROUP, BO)
    driver = NetworkDriver(Services.over(house.store, house.clock), qtbot)
    driver.turn_to("Ambassadors")
    assert "Here the others of a network are your ambassadors." in driver.screen.words()


def _fields(group: NetworkDriver) -> list[QLineEdit]:
    return group.screen.visible(QLineEdit)
