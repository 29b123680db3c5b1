"""Today: what is remembered, done with or put off; and the days of a series to decide about."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.domain.series import HolidayRule
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, membership, organisation, person, reminder, series, term
from tests.support.drivers import hands
from tests.support.drivers.today import TodayDriver

CLUB = organisation("Tennis club")
FEE = reminder(CLUB, "Pay the fee", "2026-03-20", repeats_months=12)
INSURANCE = reminder(CLUB, "Insurance", "2026-03-25")
FEE_ROW = "Pay the fee, Tennis club, Fri 20 March"


@pytest.fixture(name="services")
def services_of_a_club(house: House) -> Services:
    house.keep(CLUB)
    return Services.over(house.store, house.clock)


def test_a_reminder_stands_among_the_deadlines_and_leads_to_its_board(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(FEE)
    today = TodayDriver(services, qtbot)
    assert today.rows == [FEE_ROW]
    today.press(FEE_ROW)
    assert today.wishes == [("board", CLUB.id)]


def test_one_that_is_late_stays_and_says_so(house: House, services: Services, qtbot: QtBot) -> None:
    house.keep(reminder(CLUB, "Fee", "2024-11-20"), reminder(CLUB, "Law", "2025-11-20"))
    assert TodayDriver(services, qtbot).rows == [
        "Fee, Tennis club, Late: 20 Nov 2024",
        "Law, Tennis club, Late: Thu 20 November",
    ]


def test_done_it_leaves_and_the_next_time_is_said(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(FEE)
    today = TodayDriver(services, qtbot)
    today.press("Done: Pay the fee")
    assert today.rows == []
    assert "Nothing is due." in today.words
    assert today.said == ["“Pay the fee” is done. It is due again 20 March 2027."]
    services.journal.undo()
    assert today.rows == [FEE_ROW]


def test_with_the_keyboard_one_is_done_after_another(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(FEE, INSURANCE)
    today = TodayDriver(services, qtbot)
    today.key_on("Done: Pay the fee", Qt.Key.Key_Space)
    assert today.focused == "Done: Insurance"
    today.key_on("Done: Insurance", Qt.Key.Key_Space)
    assert today.rows == []
    assert today.said[-1] == "“Insurance” is done."


@pytest.mark.parametrize(
    ("how", "day"), [("Until tomorrow", date(2026, 3, 3)), ("For a week", date(2026, 3, 9))]
)
def test_it_is_put_off_for_a_while(
    house: House, services: Services, qtbot: QtBot, how: str, day: date
) -> None:
    house.keep(FEE)
    today = TodayDriver(services, qtbot)
    today.put_off("Pay the fee", how)
    assert today.rows == []
    assert services.reminders.get(FEE.id).snoozed_until == day


def test_it_is_put_off_until_a_day_that_is_written(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(FEE)
    today = TodayDriver(services, qtbot)
    today.put_off_until("Pay the fee", "15/3")
    assert services.reminders.get(FEE.id).snoozed_until == date(2026, 3, 15)
    assert today.said == ["Put off to Sun 15 March."]


def test_a_day_that_has_passed_is_refused_by_its_field(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(FEE)
    today = TodayDriver(services, qtbot)
    today.put_off_until("Pay the fee", "1/3/2026")
    dialog = hands.dialog(today.page)
    assert hands.field(dialog, "Remind me again on").error == "Put it off to a day after today."
    assert today.rows == [FEE_ROW]


def test_my_election_is_done_with_or_put_off_like_any_other(
    house: House, services: Services, qtbot: QtBot
) -> None:
    me = person(is_me=True)
    seat = membership(me, CLUB)
    house.keep(me, seat, term(seat, ends="2026-05-20", up_for_election_on=date(2026, 5, 12)))
    today = TodayDriver(services, qtbot)
    today.put_off("You are up for election", "For a week")
    today.press("Done: Your term ends")
    assert today.rows == []
    assert today.said[-1] == "You are not reminded of it again."
    services.journal.undo()
    assert today.rows == ["Your term ends, Tennis club, Wed 20 May"]


def test_a_meetings_deadline_is_neither_done_nor_put_off_here(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(FEE)
    services.meetings.begin("Board", CLUB.kind, house.clock.now().replace(month=4))
    today = TodayDriver(services, qtbot)
    assert any(each.startswith("Send the notice") for each in today.rows)
    assert not any("Done: Send the notice" in each for each in today.names)


def test_what_is_beyond_eight_rows_is_one_press_away(
    house: House, services: Services, qtbot: QtBot
) -> None:
    house.keep(*(reminder(CLUB, f"No. {n}", f"2026-03-{n + 10}") for n in range(1, 12)))
    today = TodayDriver(services, qtbot)
    assert len(today.rows) == 8
    today.press("Show 3 more")
    assert len(today.rows) == 11
    assert today.focused.startswith("No. 9")


def test_days_of_a_series_to_decide_about_lead_to_the_series(
    house: House, services: Services, qtbot: QtBot
) -> None:
    services.series.plan(
        series(
            CLUB,
            "FREQ=WEEKLY;INTERVAL=4;UNTIL=20260430",
            title="Mornings",
            holiday_rule=HolidayRule.ASK,
        )
    )
    today = TodayDriver(services, qtbot)
    asked = next(each for each in today.rows if each.startswith("Decide about"))
    assert asked == "Decide about 1 day of a series, Tennis club · Mornings, Thu 2 April"
    today.press(asked)
    dialog = hands.dialog(today.page)
    assert dialog.isVisible()
    hands.press(dialog, "Close")
    house.series.settle(services.series.all()[0].id, date(2026, 4, 2), None)
    today.page.bring_up_to_date(even_if_fresh=True)
    assert not any(each.startswith("Decide about") for each in today.rows)


@pytest.mark.parametrize("width", [360, 900])
def test_the_buttons_stay_within_the_page(
    house: House, services: Services, qtbot: QtBot, width: int
) -> None:
    house.keep(FEE)
    today = TodayDriver(services, qtbot)
    today.page.resize(width, 1400)
    hands.settle()
    assert today.right_edge("Put off: Pay the fee") <= width
