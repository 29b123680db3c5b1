"""The table of agenda items: number, clock time, minutes, title, type, presenter and papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from boardkeeper import formats
from boardkeeper.domain.sheets.agenda import AgendaSheet, SheetLine
from boardkeeper.domain.sheets.agenda_words import letter, papers_of, presented_by, titled
from boardkeeper.i18n import _, pgettext
from boardkeeper.printing.styles import Typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table
from boardkeeper.printing.text import TextStyle, line_width

_NARROWEST_TITLE = 190.0
_GUTTER = 9.0
_INDENT = 11.0

_Part = TypeVar("_Part", Cell, Column)


def agenda_table(
    sheet: AgendaSheet, kind: Typography, width: float, links: Mapping[str, str]
) -> Table:
    """The whole table. Columns nobody has filled in are left out; points throughout.

    `links` are addresses a line leads to, by its number; other lines lead to their cases.
    """
    return _AgendaTable(sheet, kind, width, links).drawn()


def case_key(place: int) -> str:
    """The bookmark of the case at that place among the sheet's cases."""
    return f"case-{place}"


class _AgendaTable:
    """Chooses the columns and sets each line in the type its place in the agenda asks for."""

    def __init__(
        self, sheet: AgendaSheet, kind: Typography, width: float, links: Mapping[str, str]
    ) -> None:
        self._sheet = sheet
        self._kind = kind
        lines = sheet.lines
        self._keys = {case.line: case_key(place) for place, case in enumerate(sheet.cases)}
        self._addresses = links
        self._has_times = sheet.minutes > 0
        self._has_types = any(letter(line.type) for line in lines)
        self._number_width = self._widest(
            [line.number for line in lines], pgettext("column", "No."), most=58
        )
        self._clock_width = self._widest(
            [formats.time(line.starts_at) for line in lines], pgettext("column", "Time"), most=70
        )
        self._minutes_width = self._widest(
            [str(sheet.minutes)], pgettext("column", "Min."), most=50
        )
        self._type_width = self._widest(["D"], pgettext("column", "Type"), most=60)
        presenters = [line.presenter for line in lines if line.presenter]
        presenter_width = (
            self._widest(presenters, pgettext("column", "Presenter"), most=112)
            if presenters
            else 0.0
        )
        used = self._number_width
        used += (self._clock_width + self._minutes_width) if self._has_times else 0
        used += self._type_width if self._has_types else 0
        papers = [words for line in lines if (words := papers_of(sheet, line))]
        papers_width = (
            self._widest(papers, pgettext("column", "Papers (p.)"), most=92) if papers else 0.0
        )
        # In large print the list below the table has to do.
        self._has_papers = bool(papers) and width - used - papers_width >= (
            _NARROWEST_TITLE * kind.scale
        )
        self._papers_width = papers_width
        used += papers_width if self._has_papers else 0
        self._has_presenters = (
            bool(presenters) and width - used - presenter_width >= _NARROWEST_TITLE * kind.scale
        )
        self._presenter_width = presenter_width
        self._title_width = width - used - (presenter_width if self._has_presenters else 0)

    def drawn(self) -> Table:
        rows = [self._row(line) for line in self._sheet.lines]
        if self._has_times:
            rows[-1] = replace(rows[-1], keeps_with_next=True)
            rows.append(self._sum())
        return table(self._columns(), rows, self._header())

    def _widest(self, texts: list[str], header: str, *, most: float) -> float:
        """The width the texts and their header need, up to a limit."""
        strong, column = self._kind.cell_strong, self._kind.column
        needed = max(line_width(text, strong) for text in (*texts, "")) + _GUTTER
        return max(min(needed, most * self._kind.scale), line_width(header, column) + _GUTTER)

    def _columns(self) -> list[Column]:
        return list(
            self._present(
                Column(width=self._number_width, gutter=_GUTTER),
                Column(width=self._clock_width, gutter=_GUTTER),
                Column(width=self._minutes_width, gutter=_GUTTER, align="right"),
                Column(width=self._title_width, gutter=_GUTTER),
                Column(width=self._type_width, gutter=_GUTTER),
                Column(width=self._presenter_width, gutter=_GUTTER if self._has_papers else 0),
                Column(width=self._papers_width, gutter=0),
            )
        )

    def _header(self) -> Row:
        names = (
            pgettext("column", "No."),
            pgettext("column", "Time"),
            pgettext("column", "Min."),
            pgettext("column", "Item"),
            pgettext("column", "Type"),
            pgettext("column", "Presenter"),
            pgettext("column", "Papers (p.)"),
        )
        cells = (Cell(pieces=((name, self._kind.column),)) for name in names)
        return Row(cells=tuple(self._present(*cells)), above=0, below=2)

    def _row(self, line: SheetLine) -> Row:
        kind = self._kind
        style = kind.cell
        if line.is_section:
            style = kind.cell_strong
        elif line.is_break:
            style = kind.cell_aside
        title: list[tuple[str, TextStyle]] = [(titled(line, self._sheet.edition), style)]
        if line.presenter and not self._has_presenters:
            title.append((presented_by(line), kind.cell_quiet))
        minutes = str(line.minutes) if line.minutes else ""
        cells = self._present(
            Cell(pieces=((line.number, style),)),
            Cell(pieces=((formats.time(line.starts_at), style),)),
            Cell(pieces=((minutes, style),)),
            Cell(pieces=tuple(title), indent=line.depth * _INDENT * kind.scale),
            Cell(pieces=((letter(line.type), style),)),
            Cell(pieces=((line.presenter, style),)),
            Cell(pieces=((papers_of(self._sheet, line), style),)),
        )
        return Row(
            cells=tuple(cells),
            keeps_with_next=line.is_section,
            link=self._keys.get(line, ""),
            address=self._addresses.get(line.number, ""),
        )

    def _sum(self) -> Row:
        strong = self._kind.cell_strong
        cells = self._present(
            Cell(),
            Cell(),
            Cell(pieces=((str(self._sheet.minutes), strong),)),
            Cell(pieces=((_("In all"), self._kind.cell_quiet),)),
            Cell(),
            Cell(),
            Cell(),
        )
        return Row(cells=tuple(cells), is_ruled=False)

    def _present(self, *parts: _Part) -> Iterator[_Part]:
        """Those of the seven parts whose columns are there."""
        number, clock, minutes, title, item_type, presenter, papers = parts
        yield number
        if self._has_times:
            yield clock
            yield minutes
        yield title
        if self._has_types:
            yield item_type
        if self._has_presenters:
            yield presenter
        if self._has_papers:
            yield papers
