"""Tables as a spreadsheet (.xlsx) and as comma-separated values (.csv).

Days are days, hours and amounts are numbers; what a person wrote is text and never becomes a
formula, whatever it begins with.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import DEFAULT_FONT, Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from boardkeeper.formats.words import spoken
from boardkeeper.i18n import Language, speaking

Value = date | float | Decimal | int | str | None
"""What a cell holds. Decimals are kroner, with øre; other numbers as many decimals as they need."""

_DANGER = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠|%]|\s*[\t\r]")
"""How a text begins that a spreadsheet may take for a formula, also after blanks and breaks."""

_NUMBER = re.compile(r"-\d+([.,]\d+)?")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""

_LONGEST = 32_767
"""Characters a cell of Excel can hold."""

_FIRST_YEAR = 1901
"""Excel knows no days before 1900, and gets the first weeks of that year wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedTable:
    """Lines under heads; the `widths` are of the columns, in characters."""

    title: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    lines: Sequence[tuple[Value, ...]]


def as_xlsx(tables: Sequence[TypedTable], title: str, language: Language) -> bytes:
    """A workbook with a sheet for each table, which may not be without any."""
    with speaking(language):
        book = Workbook(write_only=True)
        for table in tables:
            _add_sheet(book, table, language)
        book.properties.title = _clean(title)
        book.properties.creator = "BoardKeeper"
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()


def as_csv(table: TypedTable, language: Language) -> bytes:
    """The lines as UTF-8 with a mark at the front, which Excel wants to read it as such.

    Danish has semicolons and decimal commas, English commas and points. Days are 2026-03-05, which
    every spreadsheet takes for a day.
    """
    with speaking(language):
        out = io.StringIO(newline="")
        is_danish = language is Language.DANISH
        writer = csv.writer(out, delimiter=";" if is_danish else ",", lineterminator="\r\n")
        writer.writerow(table.heads)
        mark = spoken().decimal_mark
        writer.writerows([_written(each, mark) for each in line] for line in table.lines)
        return out.getvalue().encode("utf-8-sig")


def _add_sheet(book: Workbook, table: TypedTable, language: Language) -> None:
    sheet = book.create_sheet(_sheet_name(table.title))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.widths))}{len(table.lines) + 1}"
    # It has all a sheet has; its types only do not say so.
    _set_up_for_paper(cast("Worksheet", sheet))
    for at, width in enumerate(table.widths, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    cells = _Cells(sheet, language)
    firsts = table.lines[0] if table.lines else (None,) * len(table.heads)
    sheet.append([cells.head(head, first) for head, first in zip(table.heads, firsts, strict=True)])
    for line in table.lines:
        sheet.append([cells.of(each) for each in line])


def _set_up_for_paper(sheet: Worksheet) -> None:
    """Printed, a line stays on one page with the heads above it, and every page has its number."""
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.orientation = Worksheet.ORIENTATION_LANDSCAPE
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0  # as many as it takes
    sheet.page_margins = PageMargins(left=0.6, right=0.6, top=0.6, bottom=0.8)
    sheet.print_title_rows = "1:1"
    footer = sheet.oddFooter
    if footer is not None:
        footer.left.text = "&A"
        footer.right.text = "&P / &N"


class _Cells:
    """Cells of their value's own type, in the styles of one language."""

    def __init__(self, sheet: WriteOnlyWorksheet, language: Language) -> None:
        self._sheet = sheet
        self._day = "d.m.yyyy" if language is Language.DANISH else "d mmm yyyy"
        # With its name: left without one, some programs take a face of their own choice.
        self._strong = Font(name=DEFAULT_FONT.name, size=DEFAULT_FONT.size, bold=True)
        self._wrapped = Alignment(vertical="top", wrap_text=True)
        self._left = Alignment(horizontal="left")
        # Off the edge, or a number runs into the words of the next column.
        self._right = Alignment(horizontal="right", indent=1)

    def head(self, text: str, first: Value) -> Cell:
        """The head of a column, standing over its lines as its `first` value does."""
        cell = self._text(text)
        cell.font = self._strong
        if isinstance(first, int | float | Decimal):
            cell.alignment = self._right
        return cell

    def of(self, value: Value) -> Cell | None:
        if value is None or value == "":
            return None
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, date) and value.year < _FIRST_YEAR:
            return self._text(value.isoformat())
        cell = self._empty()
        cell.value = value
        cell.alignment = self._left if isinstance(value, date) else self._right
        if isinstance(value, date):
            cell.number_format = self._day
        elif isinstance(value, float):
            cell.number_format = "0.00"
        elif isinstance(value, Decimal):
            cell.number_format = "#,##0.00"
        return cell

    def _empty(self) -> Cell:
        return WriteOnlyCell(self._sheet)

    def _text(self, text: str) -> Cell:
        """A cell that is text, also where openpyxl would see a formula or an error in it."""
        text = _clean(text)[:_LONGEST]
        cell = self._empty()
        cell.value = text
        cell.data_type = "s"
        if "\n" in text:
            cell.alignment = self._wrapped
        if _DANGER.match(text):
            cell.quotePrefix = True  # still text when somebody edits it
        return cell


def _written(value: Value, decimal_mark: str) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", decimal_mark)
    if isinstance(value, float):
        text = f"{value:.4f}".rstrip("0").rstrip(".")
        return text.replace(".", decimal_mark)
    if isinstance(value, int):
        return str(value)
    text = _clean(value)
    is_harmless = _NUMBER.fullmatch(text) or not _DANGER.match(text)
    return text if is_harmless else f"'{text}"


def _clean(text: str) -> str:
    """What every file can hold: line breaks of one kind, and no control characters."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _sheet_name(title: str) -> str:
    """At most 31 characters, without those a sheet's name cannot have."""
    return re.sub(r"[\[\]:*?/\\']", "-", _clean(title))[:31] or "1"
