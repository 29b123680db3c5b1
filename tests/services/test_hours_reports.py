"""A year of hours from the records: added up, on paper, and as a table."""

from __future__ import annotations

from datetime import date

import pytest

from boardkeeper.domain.hours import Activity
from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.i18n import Language, speaking
from boardkeeper.services.catalogue import Services
from boardkeeper.services.hours_reports import TableKind
from tests.support.builders import House, meeting, organisation, time_entry
from tests.support.paper import text_of

SKOVEN = organisation("Skovbørnehaven", short_name="Skoven")
AEGIR = organisation("Ægir")
SITTING = meeting(SKOVEN, "2026-03-05 19:00", number=14)


@pytest.fixture(name="services")
def services_of_a_house_with_hours(house: House) -> Services:
    house.keep(
        SKOVEN,
        AEGIR,
        SITTING,
        time_entry(SKOVEN, "2026-03-05", 150, for_meeting=SITTING),
        time_entry(SKOVEN, "2026-03-31", 60, activity=Activity.PREPARATION),
        time_entry(AEGIR, "2026-04-01", 45, activity=Activity.TRAVEL),
        time_entry(AEGIR, "2025-12-31", 30),
    )
    return Services.over(house.store, house.clock)


def test_a_year_has_the_minutes_that_the_entries_have(services: Services) -> None:
    report = services.hours_reports.report()
    assert report.minutes == services.hours.minutes(date(2026, 1, 1), date(2026, 12, 31)) == 255
    assert report.entries == 3
    assert report.by_organisation() == {SKOVEN.id: 210, AEGIR.id: 45}
    assert report.by_month()[date(2026, 3, 1)] == 210


def test_a_year_may_begin_in_april(services: Services) -> None:
    reports = services.hours_reports
    assert reports.report(ReportYear(number=2025, first_month=4)).minutes == 240
    assert reports.report(ReportYear(number=2026, first_month=4)).minutes == 45


def test_one_organisation_can_be_asked_for(services: Services) -> None:
    assert services.hours_reports.report(None, AEGIR.id).by_organisation() == {AEGIR.id: 45}


@pytest.mark.parametrize(
    ("first_month", "labels"),
    [(1, ["2026", "2025"]), (4, ["2026/27", "2025/26"]), (12, ["2025/26"])],
)
def test_the_years_offered_are_those_with_entries_and_this_one(
    services: Services, first_month: int, labels: list[str]
) -> None:
    assert [each.label for each in services.hours_reports.years(first_month)] == labels


def test_without_entries_this_year_is_offered(house: House) -> None:
    reports = Services.over(house.store, house.clock).hours_reports
    assert [each.label for each in reports.years()] == ["2026"]
    assert reports.report().minutes == 0


def test_the_paper_of_one_board_speaks_its_language(services: Services) -> None:
    with speaking(Language.ENGLISH):
        prepared = services.hours_reports.paper(SKOVEN.id)
    assert prepared.title == "Skovbørnehaven · Tidsoversigt 2026"
    assert prepared.file_name == "2026-01-01_Skoven_Tidsoversigt.pdf"
    assert "Ægir" not in text_of(prepared.printed().content)


def test_the_paper_of_all_boards_speaks_the_programs_language(services: Services) -> None:
    with speaking(Language.DANISH):
        prepared = services.hours_reports.paper()
    assert prepared.title == "Tidsoversigt 2026"
    assert prepared.file_name == "2026-01-01_Tidsoversigt.pdf"


def test_a_table_holds_every_year_unless_one_is_asked_for(services: Services) -> None:
    reports = services.hours_reports
    every = reports.table(TableKind.CSV, language=Language.ENGLISH).printed()
    one = reports.table(TableKind.CSV, year=ReportYear(number=2025)).printed()
    assert [line[:10] for line in every.content.decode("utf-8-sig").splitlines()] == [
        "Day,Board,",
        "2025-12-31",
        "2026-03-05",
        "2026-03-31",
        "2026-04-01",
    ]
    assert "Board meeting no. 14,2026-03-05" in every.content.decode("utf-8-sig")
    assert len(one.content.splitlines()) == 2


@pytest.mark.parametrize("kind", TableKind)
def test_a_table_is_named_for_what_it_holds(services: Services, kind: TableKind) -> None:
    with speaking(Language.DANISH):
        prepared = services.hours_reports.table(kind, SKOVEN.id, ReportYear(number=2026))
    assert prepared.title == "Skoven · Tidsoversigt 2026"
    assert prepared.file_name == f"2026-01-01_Skoven_Tidsoversigt-2026.{kind}"
