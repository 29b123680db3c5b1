"""The money, seen from Monday 2 March 2026."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.domain.meetings import MeetingState
from boardkeeper.domain.money import PaymentKind
from boardkeeper.domain.rates import RateName
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, meeting, organisation, person, time_entry
from tests.support.drivers.money import MoneyDriver
from tests.support.paper import text_of
from tests.support.time_builders import ceiling, payment, trip

CLUB, SCHOOL = organisation("Tennis club"), organisation("School board", usual_place="The school")
HELD = meeting(CLUB, "2026-02-10 19:00", state=MeetingState.HELD, number=7, place="Klubhuset")


@pytest.fixture(name="services")
def services_of_a_house(house: House) -> Services:
    house.keep(
        CLUB,
        SCHOOL,
        person("Anna Holm", is_me=True, address="Skovvej 3"),
        HELD,
        ceiling(hour_value=60_000),
        time_entry(CLUB, "2026-02-10", 150),
        payment(CLUB, 5_000, on="2026-02-20"),
        payment(CLUB, 1_200, PaymentKind.TELEPHONE, "2026-01-20"),
        payment(SCHOOL, 300, PaymentKind.EXPENSE, "2026-01-10"),
        payment(SCHOOL, 800, on="2025-11-10"),
        trip(CLUB, 24, "2026-01-15", start="Skovvej 3"),
        trip(CLUB, 10, "2026-02-01", paid_on=date(2026, 2, 20)),
    )
    return Services.over(house.store, house.clock)


@pytest.fixture(name="money")
def money_on_the_page(services: Services, qtbot: QtBot) -> MoneyDriver:
    return MoneyDriver(services, qtbot)


def test_the_year_is_added_up_in_all_and_by_board(money: MoneyDriver) -> None:
    for figure in ("DKK 6,200", "DKK 300", "DKK 5,900", "2.5 h", "DKK 2,360", "DKK 1,500"):
        assert figure in money.words
    assert money.lines_of("Money by board") == [
        "School board | – | DKK 300 | DKK -300 | – | – | –",
        "Tennis club | DKK 6,200 | – | DKK 6,200 | 2.5 h | DKK 2,480 | DKK 1,500",
    ]


def test_one_board_can_be_shown_alone(money: MoneyDriver) -> None:
    money.page.show_organisation(SCHOOL.id)
    assert money.lines_of("Money by board") == []
    assert money.lines_of("Payments") == [
        "10 Jan 2026 | School board | Out-of-pocket expense | DKK -300 | "
    ]
    assert "No trip in one's own car in this year." in money.words


def test_another_year_can_be_chosen(money: MoneyDriver) -> None:
    money.choose("Year", "2025")
    assert money.lines_of("Payments") == ["10 Nov 2025 | School board | Board fee | DKK 800 | "]
    assert "Rates and caps 2025" in money.words


def test_a_year_may_begin_in_another_month(money: MoneyDriver) -> None:
    money.choose("The year begins in", "October")
    assert len(money.lines_of("Payments")) == 4


def test_allowances_stand_against_their_caps(money: MoneyDriver) -> None:
    assert money.bars == (
        "Allowances: Tennis club · Telephone and internet · 2026:"
        " DKK 1,200 of DKK 2,450, DKK 1,250 left · rate of 2023, check it"
    )


def test_an_allowance_above_its_cap_warns_of_tax(money: MoneyDriver, services: Services) -> None:
    services.money.add(payment(CLUB, 2_000, PaymentKind.TELEPHONE, "2026-03-01"))
    assert "above the rate" in money.bars
    assert any("so all of it becomes taxable" in each for each in money.words)


def test_a_payment_is_written_down(money: MoneyDriver) -> None:
    money.press("New payment")
    money.type_into("Amount", "1.450,50")
    money.choose("What was paid", "Membership dues (out)")
    money.choose("Board", "School board")
    money.type_into("Note", "First half")
    money.accept("Write down")
    assert (
        "2 Mar 2026 | School board | Membership dues | DKK -1,450.50 | First half"
        in money.lines_of("Payments")
    )


def test_the_dialog_asks_for_an_amount_and_stays(money: MoneyDriver) -> None:
    money.press("New payment")
    money.accept("Write down")
    assert money.errors == ["Write an amount above 0 kroner."]
    money.type_into("Amount", "a lot")
    money.accept("Write down")
    assert "is not an amount" in money.errors[0]


def test_ctrl_n_asks_for_a_payment(money: MoneyDriver) -> None:
    money.page.make_new()
    assert money.is_asking


def test_enter_opens_a_payment_and_del_throws_it_away(
    money: MoneyDriver, services: Services
) -> None:
    money.key_on("Payments", 0, Qt.Key.Key_Return)
    money.type_into("Amount", "6000")
    money.accept("Keep")
    before = money.lines_of("Payments")
    assert before[0] == "20 Feb 2026 | Tennis club | Board fee | DKK 6,000 | "
    money.key_on("Payments", 0, Qt.Key.Key_Delete)
    assert money.lines_of("Payments") == before[1:]
    services.journal.undo()
    assert money.lines_of("Payments") == before


def test_trips_stand_with_their_allowance(money: MoneyDriver) -> None:
    assert money.lines_of("Trips") == [
        (
            "1 Feb 2026 | Tennis club | Bestyrelsesmøde | To Klubhuset, there and back | 10 km"
            " | DKK 39.40 | 20 Feb 2026"
        ),
        (
            "15 Jan 2026 | Tennis club | Bestyrelsesmøde | From Skovvej 3 to Klubhuset, there and"
            " back | 24 km | DKK 94.56 | –"
        ),
    ]


def test_a_trip_is_written_down(money: MoneyDriver) -> None:
    money.press("New trip")
    money.type_into("Purpose", "Bank")
    money.type_into("To", "The bank")
    money.type_into("Kilometres in all", "12,5")
    money.press("There and back")
    money.accept("Write down")
    assert money.lines_of("Trips")[0].endswith("Bank | To The bank | 12.5 km | DKK 49.25 | –")


def test_the_meeting_chosen_fills_in_the_way(money: MoneyDriver) -> None:
    money.press("New trip")
    money.choose("Board", "Tennis club")
    money.choose("For the meeting", "Tue 10 February · Board meeting no. 7")
    assert money.text_in("To") == "Klubhuset"
    assert money.text_in("Kilometres in all") == 10_000
    assert money.text_in("Day") == date(2026, 2, 10)
    money.accept("Write down")
    assert money.lines_of("Trips")[0].startswith(
        "10 Feb 2026 | Tennis club | Bestyrelsesmøde nr. 7"
    )


def test_a_trip_without_a_length_is_asked_for_it(money: MoneyDriver) -> None:
    money.press("New trip")
    money.type_into("Purpose", "Bank")
    money.type_into("To", "The bank")
    money.accept("Write down")
    assert money.errors == ["A trip is longer than 0 and at most 10,000 kilometres."]


def test_a_cpr_number_is_warned_of_at_once(money: MoneyDriver) -> None:
    money.press("New trip")
    money.type_into("Note", "010203-1234")
    assert money.errors == ["That looks like a CPR number. It does not belong here."]


def test_trips_are_made_of_the_meetings(money: MoneyDriver, services: Services) -> None:
    money.press("From the meetings…")
    money.accept("Add trips")
    assert money.lines_of("Trips")[0].startswith("10 Feb 2026")
    assert not money.is_offered("From the meetings…")
    services.journal.undo()
    assert money.is_offered("From the meetings…")


def test_what_is_not_chosen_of_the_meetings_is_no_trip(money: MoneyDriver) -> None:
    money.press("From the meetings…")
    money.press("Tue 10 February · 10 km · Bestyrelsesmøde nr. 7 · Klubhuset")
    money.accept("Add trips")
    assert money.is_asking
    assert len(money.lines_of("Trips")) == 2


def test_what_is_unpaid_is_marked_as_paid_and_written_down(
    money: MoneyDriver, services: Services
) -> None:
    money.press("Mark as paid…")
    money.accept("Mark as paid")
    assert money.lines_of("Trips")[1].endswith("| DKK 94.56 | 2 Mar 2026")
    assert (
        "2 Mar 2026 | Tennis club | Mileage allowance | DKK 94.56 | 1 trip, 15 January 2026"
        in money.lines_of("Payments")
    )
    assert not money.is_offered("Mark as paid…")
    services.journal.undo()
    assert money.is_offered("Mark as paid…")


def test_one_trip_can_be_marked_as_paid(money: MoneyDriver) -> None:
    money.action_on("Trips", 1, "Mark as paid…")
    money.accept("Mark as paid")
    assert money.lines_of("Trips")[1].endswith("2 Mar 2026")


def test_the_slip_of_what_is_unpaid_or_of_the_year_is_printed(money: MoneyDriver) -> None:
    assert money.offered_by("Mileage slip") == [
        "Tennis club: what is unpaid",
        "Tennis club: all of 2026",
    ]
    money.pick("Mileage slip", "Tennis club: what is unpaid")
    assert "I alt 24 km 94,56" in text_of(money.paper())
    money.pick("Mileage slip", "Tennis club: all of 2026")
    assert "I alt 34 km 133,96" in text_of(money.paper())


def test_ctrl_p_prints_the_slip(money: MoneyDriver) -> None:
    money.page.print_this()
    assert "Kørebilag" in text_of(money.paper())


def test_rates_stand_with_where_they_are_from(money: MoneyDriver) -> None:
    lines = money.lines_of("Rates and caps")
    assert len(lines) == len(RateName)
    assert lines[0].startswith("Own car, a kilometre | DKK 3.94 | The table's; check the rate. | ")
    assert lines[3].startswith(
        "Telephone and internet, a year | DKK 2,450 | The rate of 2023; check it. | "
    )


def test_a_rate_is_changed_with_its_source_and_set_back(
    money: MoneyDriver, services: Services
) -> None:
    money.key_on("Rates and caps", 3, Qt.Key.Key_Return)
    money.type_into("Rate", "2.600")
    money.type_into("Source", "skat.dk")
    money.accept("Keep")
    assert money.lines_of("Rates and caps")[3] == (
        "Telephone and internet, a year | DKK 2.60 | Your own, checked 2 Mar 2026 | skat.dk"
    )
    services.journal.undo()
    assert "The rate of 2023" in money.lines_of("Rates and caps")[3]
    services.journal.redo()
    money.action_on("Rates and caps", 3, "Back to the table's")
    assert "The rate of 2023" in money.lines_of("Rates and caps")[3]


def test_the_limit_is_in_kilometres(money: MoneyDriver) -> None:
    money.key_on("Rates and caps", 2, Qt.Key.Key_Return)
    assert money.text_in("Kilometres a year") == 20_000
    money.type_into("Kilometres a year", "20")
    money.accept("Keep")
    assert money.lines_of("Trips")[0].split(" | ")[5] == "DKK 22.80"
