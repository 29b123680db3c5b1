"""Hours on paper, read back."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from boardkeeper.domain.hours import Activity
from boardkeeper.domain.hours_report import MonthSpent, ReportYear, report_of
from boardkeeper.domain.organisations import Colour, Organisation
from boardkeeper.domain.sheets.ahead import ahead_sheet
from boardkeeper.domain.sheets.hours import (
    HeldSeat,
    HoursSheet,
    hours_sheet_of,
    hours_sheet_of_mine,
)
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import Language
from boardkeeper.printing.hours import hours_pdf
from tests.support.builders import meeting, membership, organisation, person, term
from tests.support.paper import boxes_of, pages_of, properties_of, text_of

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 21, 14)
ANNA = person("Anna Holm", is_me=True)
BOARDS = [
    organisation(f"Foreningen {name}", short_name=name, colour=list(Colour)[at])
    for at, name in enumerate(
        ["Ask", "Birk", "Ceder", "Dun", "Elm", "Fyr", "Gran", "Hassel", "Ibenholt", "Jasmin"]
    )
]
SEAT = membership(ANNA, BOARDS[0], title="Kasserer")
ELECTED = term(SEAT, "2025-03-20", up_for_election_on=date(2027, 3, 11))
SEATS = [HeldSeat(membership=SEAT, terms=(ELECTED,))]


def spent(of: Organisation, month: int, minutes: int, activity: Activity) -> MonthSpent:
    return MonthSpent(
        organisation_id=of.id,
        activity=activity,
        month=date(2026, month, 1),
        entries=1,
        minutes=minutes,
    )


def a_year(*boards: Organisation) -> list[MonthSpent]:
    return [
        spent(each, month, 75 + 20 * at + month, activity)
        for at, each in enumerate(boards)
        for month in range(1, 13)
        for activity in Activity
    ]


def my_sheet(
    boards: list[Organisation], parts: list[MonthSpent], language: Language = Language.DANISH
) -> HoursSheet:
    known = {each.id: each for each in boards}
    sittings = [meeting(each, "2026-03-05 19:00", number=14) for each in boards]
    return hours_sheet_of_mine(
        report_of(ReportYear(number=2026), parts),
        known,
        SEATS,
        ahead=ahead_sheet(known, sittings, language=language, today=TODAY, printed_at=NOW),
        owner="Anna Holm",
        language=language,
        today=TODAY,
        printed_at=NOW,
    )


def board_sheet(parts: list[MonthSpent]) -> HoursSheet:
    board = BOARDS[0]
    known = {board.id: board}
    return hours_sheet_of(
        board,
        report_of(ReportYear(number=2026), parts),
        SEATS,
        ahead=ahead_sheet(known, [], language=Language.DANISH, today=TODAY, printed_at=NOW),
        today=TODAY,
        printed_at=NOW,
    )


def test_each_board_stands_with_role_end_of_term_hours_and_share() -> None:
    parts = [spent(BOARDS[0], 3, 135, Activity.MEETING), spent(BOARDS[1], 4, 45, Activity.TRAVEL)]
    text = text_of(hours_pdf(my_sheet(BOARDS[:3], parts)))
    assert "Anna Holm Tidsoversigt 2026" in text
    assert "1. januar - 31. december 2026 · 3 t · 2 registreringer" in text
    assert "Foreningen Ask Kasserer på valg 11.3.2027 2,25 t 75 %" in text
    assert "Foreningen Birk – – 0,75 t 25 %" in text
    assert "Foreningen Ceder" not in text  # no seat and no hours


def test_activities_stand_month_by_month_and_add_up() -> None:
    parts = [
        spent(BOARDS[0], 3, 135, Activity.MEETING),
        spent(BOARDS[1], 3, 45, Activity.MEETING),
        spent(BOARDS[1], 4, 20, Activity.TRAVEL),
    ]
    text = text_of(hours_pdf(my_sheet(BOARDS[:2], parts)))
    assert "Møde – – 3 – – – – – – – – – 3" in text
    assert "Transport – – – 0,33 – – – – – – – – 0,33" in text
    assert "I alt – – 3 0,33 – – – – – – – – 3,33" in text


def test_the_next_days_are_told_in_short() -> None:
    text = text_of(hours_pdf(my_sheet(BOARDS[:2], a_year(*BOARDS[:2]))))
    assert "De næste 90 dage" in text
    assert "2 møder" in text
    assert "tor. 5. marts Ask Bestyrelsesmøde nr. 14, kl. 19.00" in text


def test_the_page_in_english() -> None:
    parts = [spent(BOARDS[0], 3, 135, Activity.MEETING)]
    text = text_of(hours_pdf(my_sheet(BOARDS[:1], parts, Language.ENGLISH)))
    assert "Hours 2026" in text
    assert "Foreningen Ask Kasserer up for election 11 Mar 2027 2.25 h" in text


@pytest.mark.parametrize("count", [1, 3, 7])
def test_a_year_of_several_boards_fits_on_a_page(count: int) -> None:
    boards = BOARDS[:count]
    assert len(pages_of(hours_pdf(my_sheet(boards, a_year(*boards))))) == 1


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("count", [1, 7, 10])
def test_no_text_runs_into_another(profile: Profile, count: int) -> None:
    boards = BOARDS[:count]
    content = hours_pdf(my_sheet(boards, a_year(*boards)), profile)
    for page in range(len(pages_of(content))):
        boxes = [each for each in boxes_of(content, page) if each.text.strip()]
        met = [
            (one.text, other.text)
            for at, one in enumerate(boxes)
            for other in boxes[at + 1 :]
            if one.overlaps(other)
        ]
        assert met == []


def test_more_boards_than_patterns_are_put_together_in_the_picture() -> None:
    sheet = my_sheet(BOARDS, a_year(*BOARDS))
    assert [each.name for each in sheet.chart.series][-1] == "3 andre"
    assert sum(sheet.chart.totals) * 60 == pytest.approx(sheet.minutes)


def test_one_board_has_its_activities_in_the_picture() -> None:
    sheet = board_sheet(a_year(BOARDS[0]))
    text = text_of(hours_pdf(sheet))
    assert "Foreningen Ask Tidsoversigt 2026" in text
    assert "Timer pr. måned og aktivitet" in text
    assert len(sheet.chart.series) == len(Activity)


def test_a_year_without_hours_says_so() -> None:
    text = text_of(hours_pdf(my_sheet(BOARDS[:1], [])))
    assert "Der er ikke skrevet timer ned i dette år." in text


def test_the_same_sheet_gives_the_same_bytes() -> None:
    sheet = my_sheet(BOARDS[:3], a_year(*BOARDS[:3]))
    assert hours_pdf(sheet) == hours_pdf(sheet)
    assert properties_of(hours_pdf(sheet))["Title"] == "Tidsoversigt 2026 · Anna Holm"
