"""The report of the hours page, seen from Monday 2 March 2026."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from boardkeeper.domain.hours import Activity
from boardkeeper.services.catalogue import Services
from boardkeeper.services.prepared import Prepared
from boardkeeper.ui.papers import Paper, Wanted
from tests.support.builders import House, organisation, time_entry
from tests.support.drivers.hours import HoursDriver
from tests.support.paper import text_of

CLUB, SCHOOL = organisation("Tennis club"), organisation("School board")
BY_BOARD, BY_ACTIVITY = "Hours by month and board", "Hours by month and activity"


@pytest.fixture(name="services")
def services_of_a_house(house: House) -> Services:
    house.keep(
        CLUB,
        SCHOOL,
        time_entry(CLUB, "2026-03-02", 90),
        time_entry(SCHOOL, "2026-03-01", 30, activity=Activity.TRAVEL),
        time_entry(SCHOOL, "2026-02-27", 120),
        time_entry(CLUB, "2025-11-27", 60, activity=Activity.FOLLOW_UP),
    )
    return Services.over(house.store, house.clock)


@pytest.fixture(name="report")
def report_of_hours(services: Services, qtbot: QtBot) -> HoursDriver:
    driver = HoursDriver(services, qtbot)
    driver.press("Report")
    return driver


def test_this_year_stands_there_month_by_month_with_its_sum(report: HoursDriver) -> None:
    lines = report.lines_of(BY_BOARD)
    assert lines[:3] == [
        "January 2026 | – | – | –",
        "February 2026 | 2 | 2 | –",
        "March 2026 | 2 | 0.5 | 1.5",
    ]
    assert lines[-1] == "In all | 4 | 2.5 | 1.5"
    assert "4 h" in report.words


def test_the_picture_says_what_it_shows(report: HoursDriver) -> None:
    assert report.picture == ("Hours by month and board (hours)", "Feb 2, Mar 2")


def test_another_year_can_be_chosen(report: HoursDriver) -> None:
    report.choose("Year", "2025")
    assert report.lines_of(BY_BOARD)[-2:] == ["December 2025 | – | –", "In all | 1 | 1"]


def test_a_year_can_begin_in_another_month(report: HoursDriver) -> None:
    report.choose("The year begins in", "July")
    assert report.lines_of(BY_BOARD)[0] == "July 2025 | – | – | –"
    assert report.lines_of(BY_BOARD)[-1] == "In all | 5 | 2.5 | 2.5"


def test_the_bars_can_be_of_activities(report: HoursDriver) -> None:
    report.press("By activity")
    assert report.lines_of(BY_ACTIVITY)[-1] == "In all | 4 | 3.5 | 0.5"


def test_one_boards_bars_are_its_activities(report: HoursDriver) -> None:
    report.page.show_organisation(SCHOOL.id)
    assert report.lines_of(BY_ACTIVITY)[-1] == "In all | 2.5 | 2 | 0.5"


def test_a_year_without_hours_says_so(report: HoursDriver, services: Services) -> None:
    for each in services.hours.all():
        services.hours.discard(each.id)
    assert "No hours in this year." in report.words


def test_what_is_written_down_comes_into_the_report(report: HoursDriver) -> None:
    report.type_into("Write down time", "45 min travel school", enter=True)
    assert report.lines_of(BY_BOARD)[2] == "March 2026 | 2.75 | 1.25 | 1.5"


def test_the_entries_come_back(report: HoursDriver) -> None:
    report.press("Entries")
    assert len(report.lines) == 2


def test_ctrl_f_leads_back_to_the_entries(report: HoursDriver) -> None:
    report.page.find_here()
    assert len(report.lines) == 2


@pytest.mark.parametrize(("year", "words"), [("2026", "Hours 2026"), ("2025", "Hours 2025")])
def test_the_year_that_is_looked_at_is_printed(report: HoursDriver, year: str, words: str) -> None:
    wished: list[Paper] = []
    report.page.print_wanted.connect(wished.append)
    report.choose("Year", year)
    report.press("Print")
    report.page.print_this()
    assert len(wished) == 2
    assert words in text_of(wished[0].prepare(Wanted()).printed().content)


def test_without_boards_there_is_nothing_to_print(house: House, qtbot: QtBot) -> None:
    driver = HoursDriver(Services.over(house.store, house.clock), qtbot)
    wished: list[Paper] = []
    driver.page.print_wanted.connect(wished.append)
    driver.page.print_this()
    assert wished == []


@pytest.mark.parametrize(
    ("action", "suffix"), [("Save as spreadsheet…", ".xlsx"), ("Save as text (CSV)…", ".csv")]
)
def test_the_entries_are_saved_as_a_table(report: HoursDriver, action: str, suffix: str) -> None:
    wished: list[Prepared] = []
    report.page.save_wanted.connect(wished.append)
    report.pick("More with the hours", action)
    report.press("Entries")
    report.pick("More with the hours", action)
    assert [each.file_name for each in wished] == [
        f"2026-01-01_Hours-2026{suffix}",
        f"2026-03-02_Hours{suffix}",
    ]
    assert wished[0].printed().content
