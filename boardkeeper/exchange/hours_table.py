"""Time entries as a spreadsheet and as comma-separated values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardkeeper.domain.sheets.hour_lines import HourLine, HourLines
from boardkeeper.exchange.typed_tables import TypedTable, Value, as_csv, as_xlsx
from boardkeeper.i18n import pgettext, speaking

_WIDTHS = (12, 42, 16, 9, 18, 38, 14, 60)


def hours_xlsx(table: HourLines, more: Sequence[TypedTable] = ()) -> bytes:
    """The lines as a workbook, its heads in the table's language; each of `more` is a sheet."""
    with speaking(table.language):
        return as_xlsx([hours_table(table), *more], table.title, table.language)


def hours_csv(table: HourLines) -> bytes:
    """The lines as text, in the table's language."""
    with speaking(table.language):
        return as_csv(hours_table(table), table.language)


def hours_table(table: HourLines) -> TypedTable:
    """The lines in the language being spoken."""
    return TypedTable(
        title=table.title,
        heads=_heads(),
        widths=_WIDTHS,
        lines=[tuple(_values(each)) for each in table.lines],
    )


def _heads() -> tuple[str, ...]:
    return (
        pgettext("column", "Day"),
        pgettext("column", "Board"),
        pgettext("column", "Activity"),
        pgettext("column", "Hours"),
        pgettext("column", "Length in minutes"),
        pgettext("column", "Meeting"),
        pgettext("column", "Meeting on"),
        pgettext("column", "Note"),
    )


def _values(line: HourLine) -> Iterator[Value]:
    yield line.on
    yield line.organisation
    yield line.activity
    yield round(line.minutes / 60, 4)
    yield line.minutes
    yield line.meeting
    yield line.meeting_on
    yield line.note
