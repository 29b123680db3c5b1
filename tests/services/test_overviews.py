"""The overview of a year as it is gathered, seen from Monday 2 March 2026."""

from __future__ import annotations

import pytest

from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.money import PaymentKind
from boardkeeper.i18n import Language
from boardkeeper.services.overviews import OverviewService
from tests.support.builders import (
    House,
    meeting,
    membership,
    organisation,
    person,
    term,
    time_entry,
)
from tests.support.paper import pages_of, text_of
from tests.support.time_builders import ceiling, payment, promise

ME = person("Anna Holm", is_me=True)
CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben")
SCHOOL = organisation("Skolebestyrelsen")
SEAT = membership(ME, CLUB, title="Kasserer")
TERM = term(SEAT, "2025-03-20", ends="2027-03-31")


@pytest.fixture(name="overviews")
def overviews_of_a_house(house: House) -> OverviewService:
    house.keep(
        ME,
        CLUB,
        SCHOOL,
        SEAT,
        TERM,
        membership(ME, SCHOOL),
        meeting(CLUB, "2026-03-12 19:00", title="Forårsmøde"),
        meeting(SCHOOL, "2026-03-13 14:00"),
        time_entry(CLUB, "2026-02-24", 90),
        promise(SEAT, hours=20),
        ceiling(minutes_a_week=150, hour_value=90_000),
        payment(CLUB, 5_000),
        payment(CLUB, 400, PaymentKind.DUES),
    )
    return house.overviews


def test_a_board_stands_with_role_term_hours_and_kroner(overviews: OverviewService) -> None:
    club, _school = overviews.sheet().boards
    assert (club.name, club.role, club.until) == ("Klubben", "Kasserer", "31 Mar 2027")
    assert (club.promised, club.spent, club.to_come) == (1200, 90, 120)
    assert club.balance == 90 + 120 - 1200
    assert (club.received, club.paid) == (500_000, 40_000)


def test_a_board_nothing_was_promised_has_no_balance(overviews: OverviewService) -> None:
    _club, school = overviews.sheet().boards
    assert (school.promised, school.balance, school.to_come) == (None, None, 120)


def test_the_sums_are_those_of_the_boards(overviews: OverviewService) -> None:
    sheet = overviews.sheet()
    assert (sheet.spent, sheet.promised, sheet.to_come) == (90, 1200, 240)
    assert sheet.value_of_time == 135_000


def test_the_weeks_are_those_of_the_year_and_the_red_ones_are_said(
    overviews: OverviewService,
) -> None:
    sheet = overviews.sheet()
    assert len(sheet.chart.weeks) == 53
    (red,) = sheet.red
    assert red.name == "week 11, 9–15 March 2026"
    assert red.why == "4 h, the ceiling is 2.5 h"


def test_weeks_that_are_over_show_what_was_written_down_and_are_red_no_more(
    overviews: OverviewService, house: House
) -> None:
    house.keep(meeting(CLUB, "2026-01-14 14:00"), meeting(CLUB, "2026-01-15 14:00"))
    chart = overviews.sheet().chart
    third = [each.monday.isoformat() for each in chart.weeks].index("2026-01-12")
    assert chart.totals[third] == 0
    assert not chart.weeks[third].is_red


def test_the_paper_of_one_board_tells_nothing_of_the_others(overviews: OverviewService) -> None:
    sheet = overviews.sheet(CLUB.id)
    assert [each.name for each in sheet.boards] == ["Klubben"]
    assert [each.name for each in sheet.chart.series] == ["Klubben"]
    assert (sheet.red, sheet.has_ceiling) == ((), False)
    text = text_of(overviews.paper(CLUB.id).printed().content)
    assert "Nørrevig Sejlklub Hverv- og tidsoversigt 2026" in text
    assert "Skolebestyrelsen" not in text


def test_the_year_may_begin_in_another_month(overviews: OverviewService) -> None:
    sheet = overviews.sheet(year=ReportYear(number=2025, first_month=4))
    assert sheet.letterhead.title == "Boards and hours 2025/26"
    assert sheet.chart.weeks[0].monday.isoformat() == "2025-03-31"


@pytest.mark.parametrize(
    ("language", "title", "red"),
    [
        (Language.DANISH, "Hverv- og tidsoversigt 2026", "4 t, loftet er 2,5 t"),
        (Language.ENGLISH, "Boards and hours 2026", "4 h, the ceiling is 2.5 h"),
    ],
)
def test_the_page_is_printed_in_both_languages(
    overviews: OverviewService, language: Language, title: str, red: str
) -> None:
    prepared = overviews.paper(language=language)
    content = prepared.printed().content
    assert title in prepared.title
    assert red in text_of(content)
    assert "Forårsmøde" in text_of(content)
    assert len(pages_of(content)) == 1


def test_without_a_seat_or_any_hours_the_page_says_so(house: House) -> None:
    house.keep(CLUB)
    text = text_of(house.overviews.paper().printed().content)
    assert "No board in this year." in text
    assert "No ceiling is set, so no week is red." in text
