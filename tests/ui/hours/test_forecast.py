"""The forecast of the hours page, seen from Monday 2 March 2026."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkeeper.domain.people import Person
from boardkeeper.services.catalogue import Services
from tests.support.builders import House, meeting, membership, organisation, person, time_entry
from tests.support.drivers.hours import HoursDriver
from tests.support.time_builders import away, ceiling, effort, promise

CLUB, SCHOOL = organisation("Tennis club"), organisation("School board")
ME: Person = person("Anna Holm", is_me=True)
SEAT = membership(ME, CLUB)
MARCH = meeting(CLUB, "2026-03-12 19:00", title="Board meeting 3")
NOON = meeting(SCHOOL, "2026-03-12 14:00", title="School meeting")

BROUGHT = "Tennis club · meeting 2 h · preparation 1 h · evening"
"""Whose the club's meeting is and what it brings, as its row says it."""


@pytest.fixture(name="services")
def services_of_a_house(house: House) -> Services:
    house.keep(
        CLUB,
        SCHOOL,
        ME,
        SEAT,
        membership(ME, SCHOOL),
        MARCH,
        NOON,
        meeting(CLUB, "2026-10-08 19:00", title="Autumn meeting"),
        effort(CLUB, 60),
        promise(SEAT, hours=10),
        ceiling(minutes_a_week=240),
        away("2026-03-16", "2026-03-22", "Skiing"),
        time_entry(CLUB, "2026-02-27", 120),
    )
    return Services.over(house.store, house.clock)


@pytest.fixture(name="hours")
def forecast_of_hours(services: Services, qtbot: QtBot) -> HoursDriver:
    return HoursDriver(services, qtbot, "Forecast")


def test_the_first_red_week_is_the_one_shown_with_its_reason(hours: HoursDriver) -> None:
    assert "1 red week of 26: week 11." in hours.words
    assert "Week 11 · 9–15 March 2026" in hours.words
    assert "5 h of 4 h · 1 of 2 evenings" in hours.words
    assert "Red: 5 h, the ceiling is 4 h" in hours.words


def test_the_meetings_behind_a_week_are_listed_with_what_they_take(hours: HoursDriver) -> None:
    assert hours.rows[:2] == [
        "2 h · School meeting, School board, Thu 12 March, 14:00",
        f"3 h · Board meeting 3, {BROUGHT}, Thu 12 March, 19:00",
    ]


def test_a_meeting_behind_a_week_can_be_opened(hours: HoursDriver, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hours.page.meeting_wanted) as wanted:
        hours.press("2 h · School meeting, School board, Thu 12 March, 14:00")
    assert wanted.args == [NOON.id]


def test_the_arrows_go_from_week_to_week_and_say_each(hours: HoursDriver) -> None:
    hours.key_on_weeks(Qt.Key.Key_Right)
    assert hours.week == ("Week 12, 16–22 March 2026: nothing. Skiing, 16–22 March 2026.")
    assert "Nothing is planned in this week." in hours.words
    hours.key_on_weeks(Qt.Key.Key_Left)
    assert hours.week.startswith(
        "Week 11, 9–15 March 2026: 5 h (Tennis club 3 h, School board 2 h)"
    )
    assert "Red: 5 h, the ceiling is 4 h." in hours.week
    hours.key_on_weeks(Qt.Key.Key_Home)
    assert hours.week.startswith("Week 10")
    hours.key_on_weeks(Qt.Key.Key_PageDown, Qt.Key.Key_End)
    assert hours.week.startswith("Week 35")


def test_pointing_at_a_week_tells_it_and_a_click_chooses_it(hours: HoursDriver) -> None:
    assert "Week 11, 9–15 March 2026: 5 h" in hours.point_at_week(1)
    assert "Week 13" in hours.point_at_week(3)
    hours.point_at_week(2, click=True)
    assert "Week 12 · 16–22 March 2026" in hours.words


def test_a_year_ahead_can_be_looked_at(hours: HoursDriver) -> None:
    hours.press("52 weeks")
    assert "1 red week of 52: week 11." in hours.words
    hours.key_on_weeks(Qt.Key.Key_End)
    assert hours.week.startswith("Week 8, 22–28 February 2027")


def test_the_table_says_the_same_and_chooses_too(hours: HoursDriver) -> None:
    hours.press("Table")
    lines = hours.lines_of("Load by week")
    assert len(lines) == 26
    assert lines[1] == "week 11 · 9 Mar – 15 Mar | 5 | 4 | 1 | 5 h, the ceiling is 4 h | "
    assert lines[2] == "week 12 · 16 Mar – 22 Mar | – | 4 | – |  | Skiing"
    hours.press("Picture")
    assert "Week 11 · 9–15 March 2026" in hours.words


def test_a_week_is_shown_on_demand_however_far_away(hours: HoursDriver) -> None:
    hours.open_week("2026-10-08")
    assert "Week 41 · 5–11 October 2026" in hours.words
    assert any("Autumn meeting" in each for each in hours.rows)


def test_promises_stand_beside_what_was_spent(hours: HoursDriver) -> None:
    club, school = reversed(hours.standings)
    assert club == "Tennis club: promised 10 h · spent 2 h · 6 h to come. 2 h left"
    assert school == "School board: spent 0 h · 2 h to come. nothing promised"


def test_another_year_may_be_chosen_for_the_promises(hours: HoursDriver) -> None:
    hours.choose("The year begins in", "March")
    club = hours.standings[-1]
    assert club.startswith("Tennis club: promised 10 h · spent 0 h · 6 h to come")


def test_a_standing_leads_to_its_board(hours: HoursDriver, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hours.page.organisation_wanted) as wanted:
        hours.press("School board: spent 0 h · 2 h to come. nothing promised")
    assert wanted.args == [SCHOOL.id]


def test_one_board_stands_alone_in_the_weeks_and_the_others_together(hours: HoursDriver) -> None:
    hours.page.show_organisation(CLUB.id)
    assert len(hours.standings) == 1
    assert "1 red week of 26: week 11." in hours.words


def test_saying_yes_can_be_tried_from_here(hours: HoursDriver, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hours.page.yes_simulator_wanted):
        hours.press("What if I say yes?")


def test_a_ceiling_is_set_and_undone(hours: HoursDriver, services: Services) -> None:
    hours.press("New ceiling")
    hours.answer("Set ceiling", Hours_a_week="8", Evenings_a_week="3", Value_of_an_hour="900")
    assert "None of the coming 26 weeks is red." in hours.words
    assert "8 h and 3 evenings a week, From 2 Mar 2026 · an hour is worth DKK 900, Now" in (
        hours.rows
    )
    assert "4 h and 2 evenings a week, From 1 Jan 2026, Before" in hours.rows
    services.journal.undo()
    assert "1 red week of 26: week 11." in hours.words


def test_a_working_day_that_ends_before_it_begins_is_refused_where_it_stands(
    hours: HoursDriver, services: Services
) -> None:
    hours.press("New ceiling")
    hours.answer("Set ceiling", Working_day_begins="18", Working_day_ends="9")
    assert "A working day ends after it begins." in hours.words
    assert len(services.ceilings.ceilings()) == 1


def test_time_away_is_added_changed_and_deleted(hours: HoursDriver, services: Services) -> None:
    hours.press("Add time away")
    hours.answer("Add time away", First_day="6/4/2026", Last_day="10/4/2026", Why="Exams")
    assert any(each.startswith("6–10 April 2026, Exams") for each in hours.rows)
    hours.press("16–22 March 2026, Skiing, in 14 days")
    hours.answer("Save", Last_day="20/3/2026")
    assert any(each.startswith("16–20 March 2026, Skiing") for each in hours.rows)
    services.journal.undo()
    services.journal.undo()
    assert [each.reason for each in services.ceilings.away()] == ["Skiing"]


def test_without_a_ceiling_no_week_is_red_and_it_says_why(house: House, qtbot: QtBot) -> None:
    house.keep(CLUB, MARCH)
    hours = HoursDriver(Services.over(house.store, house.clock), qtbot, "Forecast")
    assert "No ceiling is set yet, so no week can be red. Set yours below." in hours.words
    hours.press("Set my ceiling")
    hours.answer("Set ceiling", Hours_a_week="1")
    assert "1 red week of 26: week 11." in hours.words


def test_what_others_say_stands_beside_it_only_when_asked_for_with_its_source(
    hours: HoursDriver,
) -> None:
    assert not any("others" in each for each in hours.standings)
    hours.press("Beside what others say")
    assert any("6 h to come · others 50–130 h" in each for each in hours.standings)
    assert any("not representative. Source: Pluss Leadership" in each for each in hours.words)
    hours.press("Beside what others say")
    assert not any("others" in each for each in hours.standings)
