"""Money and mileage at the terminal; today is 2 March 2026."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from boardkeeper.domain.identity import Record
from boardkeeper.domain.money import PaymentKind
from boardkeeper.domain.rates import OwnRate, RateName
from tests.support.builders import house, organisation, time_entry
from tests.support.drivers.terminal import Terminal
from tests.support.paper import text_of
from tests.support.time_builders import payment, trip

BOARD = organisation("Skovbørnehaven")
CLUB = organisation("Nørrevig Sejlklub", short_name="Klubben")


@pytest.fixture(name="filled")
def terminal_before_money_and_trips(terminal: Terminal) -> Terminal:
    records: list[Record] = [
        time_entry(CLUB),
        payment(CLUB, 1_250, on="2026-02-01"),
        payment(BOARD, 300, PaymentKind.EXPENSE, "2025-11-01"),
        trip(CLUB, 24, "2026-01-15", start="Skovvej 3"),
        trip(CLUB, 10, "2026-02-15", paid_on=date(2026, 3, 1)),
        trip(BOARD, 50, "2025-02-15"),
        OwnRate(rate=RateName.TELEPHONE, year=2026, amount=260_000, source="skat.dk"),
    ]
    with house(BOARD, CLUB, *records, path=terminal.database):
        pass
    return terminal


def test_payments_are_listed_the_newest_first(filled: Terminal) -> None:
    said = filled.run("list", "payments")
    assert said.out.splitlines() == [
        "1 Feb 2026  DKK 1,250  Klubben         Board fee",
        "1 Nov 2025  DKK -300   Skovbørnehaven  Out-of-pocket expense",
    ]


def test_trips_are_listed_with_their_allowance(filled: Terminal) -> None:
    first, *_rest = filled.run("list", "trips", "--year", "2026").out.splitlines()
    assert first.startswith("15 Feb 2026  10 km  DKK 39.40  Klubben  Bestyrelsesmøde")
    assert first.endswith("Paid 1 Mar 2026")


@pytest.mark.parametrize(
    ("asked", "count"),
    [([], 3), (["--year", "2025"], 1), (["--organisation", "Klubben"], 2)],
)
def test_trips_of_a_year_or_a_board_can_be_asked_for(
    filled: Terminal, asked: list[str], count: int
) -> None:
    found = json.loads(filled.run("list", "trips", *asked, "--json").out)
    assert len(found) == count


def test_as_json_a_trip_has_its_allowance_in_oere(filled: Terminal) -> None:
    newest = json.loads(filled.run("list", "trips", "--json").out)[0]
    assert (newest["metres"], newest["allowance"], newest["metres_so_far"]) == (
        10_000,
        3940,
        34_000,
    )


def test_rates_are_listed_with_where_they_are_from(filled: Terminal) -> None:
    lines = filled.run("list", "rates").out.splitlines()
    assert len(lines) == len(RateName)
    assert "DKK 3.94" in lines[0]
    assert "tekniq.dk" in lines[0]
    assert "DKK 2,600" in lines[3]
    assert "Your own" in lines[3]
    assert "The rate of 2023; check it." in lines[4]


def test_as_json_a_rate_says_which_year_it_is_of(filled: Terminal) -> None:
    found = json.loads(filled.run("list", "rates", "--year", "2025", "--json").out)
    telephone = next(each for each in found if each["rate"] == "telephone")
    assert (telephone["year"], telephone["of_year"], telephone["is_own"]) == (2025, 2023, False)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["--organisation", "Klubben"], "I alt 34 km 133,96"),
        ([], "Nørrevig Sejlklub Kørebilag 2026"),  # the only one driven for this year
        (["--month", "1"], "Kørebilag januar 2026"),
        (["--unpaid", "--language", "en"], "In all 24 km 94.56"),
        (["--year", "2025"], "Skovbørnehaven Kørebilag 2025"),
        (["--year", "2025", "--from-month", "2", "--month", "1"], "Kørebilag januar 2026"),
        (["--profile", "large"], "Kørebilag"),
    ],
)
def test_the_slip_asked_for_is_printed(
    filled: Terminal, tmp_path: Path, asked: list[str], words: str
) -> None:
    path = tmp_path / "slip.pdf"
    said = filled.run("print", "mileage", *asked, "-o", path)
    assert (said.code, said.err) == (0, "")
    assert words in text_of(path.read_bytes())


def test_where_several_were_driven_for_one_says_which(filled: Terminal, tmp_path: Path) -> None:
    asked = ("--from-month", "2", "--year", "2025")
    with_both = filled.run("print", "mileage", *asked, "-o", tmp_path / "slip.pdf")
    assert with_both.code != 0
    assert "--organisation" in with_both.err


def test_a_spreadsheet_holds_payments_and_trips_too(filled: Terminal, tmp_path: Path) -> None:
    assert filled.run("export", tmp_path / "all.xlsx").code == 0
    assert load_workbook(tmp_path / "all.xlsx").sheetnames == ["Hours", "Payments", "Trips"]


@pytest.mark.parametrize(("what", "count"), [("hours", 1), ("payments", 2), ("trips", 3)])
def test_text_holds_what_is_asked_for(
    filled: Terminal, tmp_path: Path, what: str, count: int
) -> None:
    assert filled.run("export", tmp_path / "lines.csv", "--what", what).code == 0
    lines = (tmp_path / "lines.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == count + 1
