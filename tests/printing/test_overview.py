"""Boards and hours at a glance on paper, read back."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from boardkeeper.domain.hours_report import HoursReport, ReportYear
from boardkeeper.domain.money_report import InAndOut
from boardkeeper.domain.organisations import Colour
from boardkeeper.domain.sheets.ahead import ahead_sheet
from boardkeeper.domain.sheets.hours import HeldSeat
from boardkeeper.domain.sheets.overview import OverviewSheet, Year, overview_of_mine
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.standings import Standing
from boardkeeper.domain.weeks import Week
from boardkeeper.i18n import Language
from boardkeeper.printing.overview import overview_pdf
from tests.support.builders import meeting, membership, organisation, person, term
from tests.support.paper import boxes_of, pages_of, text_of

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 21, 14)
YEAR = ReportYear(number=2026)
ANNA = person("Anna Holm", is_me=True)
NAMES = ["Ask", "Birk", "Ceder", "Dun", "Elm", "Fyr", "Gran", "Hassel", "Ibenholt", "Jasmin"]


def sheet(count: int, language: Language = Language.DANISH) -> OverviewSheet:
    """So many boards, each with a seat, a term, a promise and kroner."""
    boards = [
        organisation(f"Foreningen {name}", short_name=name, colour=list(Colour)[at])
        for at, name in enumerate(NAMES[:count])
    ]
    seats = [membership(ANNA, each, title="Kasserer") for each in boards]
    known = {each.id: each for each in boards}
    year = Year(
        report=HoursReport(year=YEAR),
        standings=[
            Standing(
                membership=seat,
                organisation=board,
                year=YEAR,
                promised=3600,
                is_promised=True,
                spent=600,
                to_come=1200,
            )
            for seat, board in zip(seats, boards, strict=True)
        ],
        money={each.id: InAndOut(organisation_id=each.id, received=500_000) for each in boards},
        weeks=[Week(monday=date.fromisocalendar(2026, at, 1)) for at in range(1, 54)],
        seats=[HeldSeat(membership=seat, terms=(term(seat, "2025-03-20"),)) for seat in seats],
    )
    sittings = [meeting(each, "2026-03-05 19:00", number=14) for each in boards]
    return overview_of_mine(
        year,
        known,
        ahead=ahead_sheet(known, sittings, language=language, today=TODAY, printed_at=NOW),
        owner="Anna Holm",
        language=language,
        today=TODAY,
        printed_at=NOW,
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("count", [1, 4, 10])
def test_a_year_of_several_boards_fits_on_a_page(count: int, language: Language) -> None:
    assert len(pages_of(overview_pdf(sheet(count, language)))) == 1


def test_the_same_sheet_gives_the_same_bytes() -> None:
    same = sheet(3)
    assert overview_pdf(same) == overview_pdf(same)


def test_hours_left_and_beyond_have_their_signs() -> None:
    text = text_of(overview_pdf(sheet(1)))
    assert "Ask Kasserer – 60 – 20 −30 5.000 –" in text


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("count", [1, 7, 10])
def test_no_text_runs_into_another(profile: Profile, count: int) -> None:
    content = overview_pdf(sheet(count), profile)
    for page in range(len(pages_of(content))):
        boxes = [each for each in boxes_of(content, page) if each.text.strip()]
        met = [
            (one.text, other.text)
            for at, one in enumerate(boxes)
            for other in boxes[at + 1 :]
            if one.overlaps(other)
        ]
        assert met == []
