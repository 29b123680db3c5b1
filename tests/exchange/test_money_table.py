"""Payments and trips as other programs read them."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook

from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.money import PaymentKind
from boardkeeper.i18n import Language
from boardkeeper.services.hours_reports import HoursReports, TableKind
from boardkeeper.services.table_gathering import Lines
from tests.support.builders import House, organisation, time_entry
from tests.support.time_builders import payment, trip

CLUB = organisation("=Sejlklubben")


@pytest.fixture(name="reports")
def reports_of_a_house(house: House) -> HoursReports:
    house.keep(
        CLUB,
        time_entry(CLUB, "2026-02-01", 90),
        payment(CLUB, 1_250, PaymentKind.FEE, "2026-02-01"),
        payment(CLUB, 300, PaymentKind.EXPENSE, "2026-03-01"),
        trip(CLUB, 24, "2026-02-02", purpose="=1+1", stops="@Banken"),
        trip(CLUB, 24, "2025-02-02"),
    )
    return HoursReports(house.journal, house.clock)


def book(reports: HoursReports, **asked: object) -> Workbook:
    prepared = reports.table(TableKind.XLSX, language=Language.ENGLISH, **asked)  # type: ignore[arg-type] # by name
    return load_workbook(io.BytesIO(prepared.draw()))


def rows(reports: HoursReports, what: Lines, language: Language) -> list[list[str]]:
    content = reports.table(TableKind.CSV, what=what, language=language).draw()
    mark = ";" if language is Language.DANISH else ","
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=mark))


def test_a_spreadsheet_has_hours_payments_and_trips_on_sheets_of_their_own(
    reports: HoursReports,
) -> None:
    assert book(reports).sheetnames == ["Hours", "Payments", "Trips"]
    of_year = book(reports, year=ReportYear(number=2025))
    assert [each.max_row for each in of_year.worksheets] == [1, 1, 2]


def test_what_is_asked_for_alone_is_alone(reports: HoursReports) -> None:
    assert book(reports, what=Lines.TRIPS).sheetnames == ["Trips"]
    prepared = reports.table(TableKind.CSV, what=Lines.PAYMENTS, language=Language.ENGLISH)
    assert prepared.title == "Payments"


def test_amounts_lengths_and_days_have_their_own_types(reports: HoursReports) -> None:
    paid, spent = list(book(reports)["Payments"].iter_rows(min_row=2))
    assert (paid[0].value, paid[0].data_type) == (datetime(2026, 2, 1), "d")
    assert (paid[3].value, paid[3].data_type, paid[3].number_format) == (1250, "n", "#,##0.00")
    assert spent[3].value == -300
    _before, drive = list(book(reports)["Trips"].iter_rows(min_row=2))
    assert (drive[7].value, drive[7].data_type) == (24, "n")
    assert Decimal(str(drive[8].value)) == Decimal("94.56")


def test_no_text_becomes_a_formula(reports: HoursReports) -> None:
    for sheet in book(reports).worksheets:
        for row in sheet.iter_rows(min_row=2):
            assert all(each.data_type != "f" for each in row)
    drive = rows(reports, Lines.TRIPS, Language.ENGLISH)[2]
    assert drive[1:3] == ["'=Sejlklubben", "'=1+1"]
    assert drive[4] == "'@Banken"


def test_in_danish_the_decimals_stand_after_a_comma(reports: HoursReports) -> None:
    head, paid, spent = rows(reports, Lines.PAYMENTS, Language.DANISH)
    assert head[:4] == ["Dag", "Hverv", "Hvad er betalt", "Beløb, kr."]
    assert paid[3] == "1250,00"
    assert spent[3] == "-300,00"
    drive = rows(reports, Lines.TRIPS, Language.DANISH)[2]
    assert (drive[7], drive[8]) == ("24", "94,56")


def test_text_holds_the_hours_unless_told_otherwise(reports: HoursReports) -> None:
    content = reports.table(TableKind.CSV, language=Language.ENGLISH).draw().decode("utf-8-sig")
    assert content.startswith("Day,Board,Activity,Hours")
