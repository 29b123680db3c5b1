"""A seat that is offered, as a PDF: one page for the conversation, with room to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from reportlab.platypus import Flowable, Spacer

from boardkeeper.domain.sheets.candidate import CandidateSheet, Fact, WeekRow
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.sheets.week_bars import height_of_key
from boardkeeper.i18n import _, ngettext, pgettext, speaking
from boardkeeper.printing.beside import Beside
from boardkeeper.printing.blocks import LABEL_GUTTER, Labelled, heading
from boardkeeper.printing.charts import WeekChart
from boardkeeper.printing.frame import printed
from boardkeeper.printing.letterhead import title_block
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, table
from boardkeeper.printing.text import TextStyle, line_width

_CHART = 108.0
"""Height of the picture without its key, in points at normal size."""

_BLOCKS = 6
"""Weeks stand in so many columns beside one another, read down and then across."""

_SMALL = 0.88
"""The size of the figures of the weeks, of that of other cells."""

_GAP = 24.0
_SHARE = 0.44
_INDENT = 11.0


def candidate_pdf(sheet: CandidateSheet, profile: Profile = Profile.NORMAL) -> bytes:
    """The page in the sheet's language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile)
    with speaking(sheet.letterhead.language):
        return printed(list(_Story(sheet, paper).all()), page_words(sheet.letterhead), paper)


class _Story:
    """The story of one seat, set in the type of one profile."""

    def __init__(self, sheet: CandidateSheet, paper: Paper) -> None:
        self._sheet = sheet
        self._kind: Typography = typography(paper.profile)
        self._width = paper.text(1).width
        self._is_wide = paper.profile is Profile.NORMAL

    def all(self) -> Iterator[Flowable]:
        yield from title_block(self._sheet.letterhead, self._kind, self._width)
        yield from self._asked()
        yield from self._year()
        if not self._is_wide:
            yield from self._breaking(self._width)
            yield from self._asking(self._width)
            return
        yield Spacer(0, self._kind.unit * 0.5)
        width = (self._width - _GAP) * _SHARE
        other = self._width - _GAP - width
        yield Beside(list(self._breaking(width)), list(self._asking(other)), gap=_GAP, share=_SHARE)

    def _asked(self) -> Iterator[Flowable]:
        """What the seat asks and gives."""
        yield from self._facts(self._sheet.asks)
        if self._sheet.notes.strip():
            yield Spacer(0, self._kind.unit * 0.2)
            yield prose(self._sheet.notes, self._kind.cell_aside)

    def _facts(self, facts: Sequence[Fact]) -> Iterator[Flowable]:
        kind = self._kind
        longest = max((line_width(each.name, kind.label) for each in facts), default=0)
        labels = min(ceil(longest + LABEL_GUTTER), self._width * 0.36)
        for each in facts:
            text = prose(each.said, kind.cell)
            yield Labelled(each.name, text, style=kind.label, label_width=labels, below=1)

    def _year(self) -> Iterator[Flowable]:
        sheet, kind = self._sheet, self._kind
        yield from self._heading(sheet.verdict, "year", self._width)
        yield prose(sheet.summary, kind.label, below=4)
        size = kind.column.size
        high = _CHART * kind.scale + height_of_key(sheet.chart, self._width, size)
        yield WeekChart(sheet.chart, self._width, high, size)
        yield Spacer(0, kind.unit * 0.5)
        yield self._weeks()
        yield prose(
            _("! a red week; in bold where only this seat makes it red. Figures are hours."),
            kind.column,
        )

    def _weeks(self) -> Flowable:
        """The picture in figures: week, hours now, and hours with the seat."""
        kind = self._kind
        blocks = _BLOCKS if self._is_wide else 3
        wide = self._width / blocks
        columns: list[Column] = []
        for _block in range(blocks):
            columns += [
                Column(width=wide * 0.27, gutter=1),
                Column(width=wide * 0.25, gutter=0, align="right"),
                Column(width=wide * 0.48, gutter=wide * 0.15, align="right"),
            ]
        heads = [_("Week"), pgettext("hours", "now"), pgettext("hours", "with")] * blocks
        header = Row(
            cells=tuple(Cell(pieces=((name, kind.column),)) for name in heads), above=0, below=1
        )
        high = -(-len(self._sheet.weeks) // blocks)
        rows = []
        for at in range(high):
            cells: list[Cell] = []
            for block in range(blocks):
                place = block * high + at
                weeks = self._sheet.weeks
                cells += self._week(weeks[place]) if place < len(weeks) else [Cell()] * 3
            rows.append(Row(cells=tuple(cells), above=0, below=0, is_ruled=False))
        return table(columns, rows, header)

    def _week(self, week: WeekRow) -> list[Cell]:
        """A week that breaks is bold with an exclamation mark, one red already has the mark."""
        kind = self._kind
        style = _small(kind.cell_strong if week.is_broken else kind.cell)
        mark = "! " if week.is_red else ""
        return [
            Cell(pieces=((week.number, style),)),
            Cell(pieces=((week.now, _small(kind.cell_quiet)),)),
            Cell(pieces=((f"{mark}{week.then}", style),)),
        ]

    def _breaking(self, width: float) -> Iterator[Flowable]:
        sheet, kind = self._sheet, self._kind
        if sheet.broken:
            yield from self._heading(_("Weeks that break"), "breaking", width)
            for each in sheet.broken:
                yield prose(each.name, kind.cell_strong)
                yield prose(each.said, kind.cell, below=2)
            if sheet.more:
                more = ngettext("and {count} more", "and {count} more", sheet.more)
                yield prose(more.format(count=sheet.more), kind.cell_quiet)
        if sheet.clashes:
            yield from self._heading(_("In the way of what is known"), "clashes", width)
            for clash in sheet.clashes:
                yield prose(clash, kind.cell, mark="•", indent=_INDENT, below=1)
        if sheet.instead:
            yield from self._heading(_("What could be given up instead"), "instead", width)
            for each in sheet.instead:
                said = f"{each.name}: {each.said}"
                yield prose(said, kind.cell, mark="•", indent=_INDENT, below=1)

    def _asking(self, width: float) -> Iterator[Flowable]:
        kind = self._kind
        yield from self._heading(_("To ask the chair"), "questions", width)
        for each in self._sheet.questions:
            yield prose(each, kind.cell, mark="□", indent=_INDENT, below=kind.unit * 0.25)

    def _heading(self, text: str, key: str, width: float) -> Iterator[Flowable]:
        yield from heading(
            text, self._kind.body_strong, width, key=key, above=self._kind.unit * 0.7, below=2
        )


def _small(style: TextStyle) -> TextStyle:
    return replace(style, size=style.size * _SMALL, leading=style.leading * _SMALL)
