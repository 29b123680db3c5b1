"""Referrals given and received, as a person keeps them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.referrals import Referral, ReferralStatus
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, membership, organisation, person, time_entry
from tests.support.drivers.network import REFERRALS, NetworkDriver
from tests.support.network_builders import referral

BOARD = organisation("Absalon Board")
GROUP = organisation("Kvart over Syv", kind=OrganisationKind.NETWORK)
ME, ANNA, BO = person("Åse Ravn", is_me=True), person("Anna Holm"), person("Bo Lund")
GIVEN = referral(GROUP, ME, ANNA, "2026-02-20", customer="The hotel", note="Ask for Ida")
RECEIVED = referral(GROUP, BO, ME, "2026-02-10", customer="The shipyard")
WON = referral(
    GROUP, ME, BO, "2026-01-10", customer="The bakery", won_on=date(2026, 2, 1), value=500_000
)
OTHERS = referral(GROUP, ANNA, BO, "2026-01-05", customer="The school")


@pytest.fixture(name="services")
def services_with_referrals(house: House) -> Services:
    house.keep(BOARD, GROUP, ME, ANNA, BO, *(membership(each, GROUP) for each in (ME, ANNA, BO)))
    house.keep(GIVEN, RECEIVED, WON, OTHERS, time_entry(GROUP, "2026-02-05", 600))
    return Services.over(house.store, house.clock)


@pytest.fixture(name="page")
def referrals_on_screen(services: Services, qtbot: QtBot) -> NetworkDriver:
    driver = NetworkDriver(services, qtbot)
    driver.turn_to("Referrals")
    return driver


def stored(page: NetworkDriver, one: Referral = GIVEN) -> Referral:
    return page.services.referrals.get(one.id)


def customers(page: NetworkDriver) -> list[str]:
    return [each.split(",")[0] for each in page.referrals()]


def test_mine_are_listed_newest_first_with_how_far_they_are(page: NetworkDriver) -> None:
    assert page.referrals() == [
        "The hotel, to Anna Holm · 20 Feb 2026, Given",
        "The shipyard, from Bo Lund · 10 Feb 2026, Given",
        "The bakery, to Bo Lund · 10 Jan 2026, Won",
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Given by me", ["The hotel", "The bakery"]),
        ("Received by me", ["The shipyard"]),
        ("Mine that are neither won nor lost", ["The hotel", "The shipyard"]),
        ("Mine that became orders", ["The bakery"]),
        ("Also those between others", ["The hotel", "The shipyard", "The bakery", "The school"]),
    ],
)
def test_the_list_is_filtered_with_one_click(
    page: NetworkDriver, words: str, names: list[str]
) -> None:
    page.screen.press(words)
    assert customers(page) == names


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_one_key_and_one_choice_note_how_far_it_is(page: NetworkDriver, key: Qt.Key) -> None:
    page.choose_referral("The hotel")
    page.key(REFERRALS, key)
    page.pick_in_menu("Contacted")
    assert stored(page).status is ReferralStatus.CONTACTED
    assert stored(page).contacted_on == date(2026, 3, 2)
    page.undo()
    assert stored(page) == GIVEN


def test_an_order_is_kept_with_its_value(page: NetworkDriver) -> None:
    page.choose_referral("The hotel")
    page.screen.pick("How far is it?", "Won…")
    page.screen.write("What the order is worth", "12,500")
    page.screen.press("Won")
    assert (stored(page).status, stored(page).value) == (ReferralStatus.WON, 1_250_000)
    assert "Won: DKK 12,500" in page.screen.words()


def test_thanks_are_said_and_taken_back(page: NetworkDriver) -> None:
    page.choose_referral("The shipyard")
    page.screen.press("Say thanks")
    assert stored(page, RECEIVED).thanked_on == date(2026, 3, 2)
    page.screen.press("Take back the thanks")
    assert stored(page, RECEIVED).thanked_on is None


def test_a_new_referral_is_from_me_in_the_network(page: NetworkDriver) -> None:
    page.page.make_new()
    assert page.screen.chosen("Group") == "Kvart over Syv"
    assert page.screen.chosen("From") == "Åse Ravn"
    page.screen.choose("To", "Bo Lund")
    page.screen.write("Customer", "The inn")
    page.screen.press("Write down")
    assert page.referrals()[0] == "The inn, to Bo Lund · 2 Mar 2026, Given"
    assert "Åse Ravn → Bo Lund" in page.screen.words()


def test_without_a_customer_the_dialog_says_so_and_stays(page: NetworkDriver) -> None:
    page.screen.press("New referral")
    page.screen.press("Write down")
    assert "A referral needs the customer it is about." in page.screen.words()
    assert len(page.services.referrals.between(None, date.min, date.max)) == 4


def test_a_referral_is_edited(page: NetworkDriver) -> None:
    page.choose_referral("The hotel")
    page.screen.pick("More for this referral", "Edit…")
    page.screen.write("Customer", "The beach hotel")
    page.screen.press("Keep")
    assert stored(page).customer == "The beach hotel"


def test_what_came_of_it_stands_in_its_chain(page: NetworkDriver) -> None:
    page.choose_referral("The shipyard")
    page.screen.pick("More for this referral", "New referral out of this one…")
    page.screen.choose("To", "Anna Holm")
    page.screen.write("Customer", "The captain")
    page.screen.press("Write down")
    rows = page.card_rows()
    assert any(each.startswith("The shipyard, Bo Lund → Åse Ravn") for each in rows)
    assert any(each.startswith("↳ The captain, Åse Ravn → Anna Holm") for each in rows)


def test_a_deleted_referral_lies_in_the_trash_and_comes_back(page: NetworkDriver) -> None:
    page.choose_referral("The hotel")
    page.key(REFERRALS, Qt.Key.Key_Delete)
    assert "The hotel" not in customers(page)
    assert len(page.services.trash.entries()) == 1
    page.undo()
    assert "The hotel" in customers(page)


def test_give_and_get_is_added_up_by_person_and_by_organisation(page: NetworkDriver) -> None:
    assert "2 given, 1 won (DKK 5,000) · 1 received · 10 h" in page.screen.words()
    rows = page.card_rows()
    assert any(each.startswith("Bo Lund, 1 given, 1 won (DKK 5,000) · 1 received") for each in rows)
    page.screen.press("By organisation")
    rows = page.card_rows()
    assert any("10 h, 0.1 received an hour" in each for each in rows)


def test_searching_finds_a_referral_by_its_note(page: NetworkDriver) -> None:
    page.screen.type_into("Search referrals", "Ida")
    page.screen.qtbot.waitUntil(lambda: customers(page) == ["The hotel"])


def test_with_no_referral_one_thing_is_offered(house: House, qtbot: QtBot) -> None:
    house.keep(GROUP, ME)
    page = NetworkDriver(Services.over(house.store, house.clock), qtbot)
    page.turn_to("Referrals")
    assert "No referral here yet." in page.screen.words()
    page.screen.press("New referral")
    assert page.screen.is_offered("Write down")
