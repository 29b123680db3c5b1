"""The time entries as other programs read them."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell import Cell

from boardkeeper.domain.sheets.hour_lines import HourLine, HourLines
from boardkeeper.exchange.hours_table import hours_csv, hours_xlsx
from boardkeeper.i18n import Language

FORMULAS = [
    "=1+1",
    "+45 12 34 56 78",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "\n=1",
    " \r\n @A1",
    '=HYPERLINK("http://x","y")',
    "＝1+1",
    "|cmd",
]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def line(note: str = "", **fields: object) -> HourLine:
    usual: dict[str, object] = {
        "on": date(2026, 3, 5),
        "organisation": "Skovbørnehaven",
        "activity": "Møde",
        "minutes": 135,
    }
    return HourLine(note=note, **{**usual, **fields})  # type: ignore[arg-type] # by name


def table(*lines: HourLine, language: Language = Language.DANISH) -> HourLines:
    return HourLines(language=language, title="Tidsoversigt 2026", lines=lines)


def cells(*lines: HourLine, language: Language = Language.DANISH) -> list[list[Cell]]:
    """The rows below the head."""
    book = load_workbook(io.BytesIO(hours_xlsx(table(*lines, language=language))))
    sheet = book.worksheets[0]
    return [list(row) for row in sheet.iter_rows(min_row=2)]  # type: ignore[arg-type] # not merged


def rows(*lines: HourLine, language: Language = Language.DANISH) -> list[list[str]]:
    text = hours_csv(table(*lines, language=language)).decode("utf-8-sig")
    mark = ";" if language is Language.DANISH else ","
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))


def test_days_are_days_and_hours_are_numbers() -> None:
    ((on, board, activity, hours, minutes, *_rest),) = cells(line())
    assert (on.value, on.is_date, on.number_format) == (datetime(2026, 3, 5), True, "d.m.yyyy")
    assert (hours.value, hours.data_type, hours.number_format) == (2.25, "n", "0.00")
    assert (minutes.value, minutes.data_type) == (135, "n")
    assert (board.value, activity.value) == ("Skovbørnehaven", "Møde")


@pytest.mark.parametrize("note", FORMULAS)
def test_no_text_becomes_a_formula_in_the_spreadsheet(note: str) -> None:
    ((*_before, cell),) = cells(line(note))
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert str(cell.value).strip() == note.replace("\r\n", "\n").replace("\r", "\n").strip()


@pytest.mark.parametrize("note", FORMULAS)
def test_no_text_becomes_a_formula_in_the_csv(note: str) -> None:
    assert rows(line(note))[1][-1].startswith("'")


@given(TEXTS)
def test_whatever_is_written_stays_text(note: str) -> None:
    ((*_before, cell),) = cells(line(note))
    assert cell.value is None or cell.data_type == "s"
    first = rows(line(note))[1][-1].lstrip()[:1]
    assert first not in ("=", "+", "@")


@pytest.mark.parametrize("note", ["Kl. 19.30", "2026-03-05", "#N/A", "'citat'", "12;5", 'a "b" c'])
def test_harmless_text_comes_through_as_it_is(note: str) -> None:
    ((*_before, cell),) = cells(line(note))
    assert (cell.value, cell.data_type) == (note, "s")
    assert rows(line(note))[1][-1] == note


@pytest.mark.parametrize("number", ["-5", "-12,5", "-3.75"])
def test_a_negative_number_stays_a_number(number: str) -> None:
    assert rows(line(number))[1][-1] == number


def test_control_characters_are_left_out() -> None:
    ((*_before, cell),) = cells(line("a\x00b\x0bc\uffff"))
    assert cell.value == "abc"


def test_a_day_before_excels_calendar_is_text() -> None:
    ((on, *_rest),) = cells(line(on=date(1899, 5, 1)))
    assert on.value == "1899-05-01"


def test_the_meeting_and_its_day_stand_beside_the_entry() -> None:
    ((*_before, meeting, held, _note),) = cells(
        line(meeting="Bestyrelsesmøde nr. 14", meeting_on=date(2026, 3, 5))
    )
    assert meeting.value == "Bestyrelsesmøde nr. 14"
    assert held.value == datetime(2026, 3, 5)


def test_danish_csv_has_semicolons_decimal_commas_and_a_mark_at_the_front() -> None:
    content = hours_csv(table(line("Læst; og skrevet")))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines() == [
        "Dag;Hverv;Aktivitet;Timer;Minutter;Møde;Mødedato;Note",
        '2026-03-05;Skovbørnehaven;Møde;2,25;135;;;"Læst; og skrevet"',
    ]


def test_english_csv_has_commas_and_decimal_points() -> None:
    heads, first = rows(line("a, b"), language=Language.ENGLISH)
    assert heads[:4] == ["Day", "Board", "Activity", "Hours"]
    assert (first[3], first[-1]) == ("2.25", "a, b")


def test_a_table_without_lines_has_its_heads() -> None:
    assert cells() == []
    assert len(rows()) == 1


def test_printed_a_sheet_is_as_wide_as_the_page_with_its_heads_on_every_page() -> None:
    sheet = load_workbook(io.BytesIO(hours_xlsx(table(line())))).worksheets[0]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == int(sheet.PAPERSIZE_A4)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.freeze_panes == "A2"


def test_heads_stand_over_their_numbers_and_have_the_letters_of_the_rest() -> None:
    sheet = load_workbook(io.BytesIO(hours_xlsx(table(line())))).worksheets[0]
    heads, below = list(sheet.iter_rows())
    assert [each.alignment.horizontal for each in heads[3:5]] == ["right", "right"]
    assert [each.alignment.horizontal for each in below[3:5]] == ["right", "right"]
    assert {each.font.name for each in heads} == {below[0].font.name}
