"""The notice of a meeting with its agenda, as a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import ceil

from reportlab.platypus import Flowable, Spacer

from boardkeeper.domain.sheets import agenda_words as words
from boardkeeper.domain.sheets.agenda import AgendaSheet, Case, Participant
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.agenda_table import agenda_table, case_key
from boardkeeper.printing.blocks import Rule, Stripe, heading
from boardkeeper.printing.colours import ink
from boardkeeper.printing.frame import printed
from boardkeeper.printing.labels import Labels
from boardkeeper.printing.page import Paper
from boardkeeper.printing.paper_list import papers_table
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table
from boardkeeper.printing.text import line_width, paragraph


def agenda_pdf(
    sheet: AgendaSheet,
    profile: Profile = Profile.NORMAL,
    *,
    two_sided: bool = False,
    links: Mapping[str, str] | None = None,
) -> bytes:
    """The notice in the sheet's language. The same sheet gives the same bytes.

    With `links` it is part of a pack, where each item has its own pages: the cases are left out,
    and a line of the agenda leads to the address its number has there; the pack counts the pages.
    """
    paper = Paper(profile=profile, two_sided=two_sided)
    with speaking(sheet.language):
        story = _Notice(sheet, paper, links).story()
        around = replace(words.page_words(sheet), counts_pages=links is None)
        return printed(story, around, paper)


class _Notice:
    """The story of one notice, set in the type of one profile."""

    def __init__(self, sheet: AgendaSheet, paper: Paper, links: Mapping[str, str] | None) -> None:
        self._sheet = sheet if links is None else replace(sheet, cases=())
        self._links = links or {}
        self._type: Typography = typography(paper.profile)
        self._width = paper.text(1).width
        self._labels = Labels(self._type, self._width)

    def story(self) -> list[Flowable]:
        return [
            *self._title_block(),
            *self._facts(),
            *self._agenda(),
            *self._papers(),
            *self._next_meetings(),
            *self._cases(),
        ]

    # The head of the first page

    def _title_block(self) -> Iterator[Flowable]:
        kind, unit = self._type, self._type.unit
        yield Stripe(ink(self._sheet.colour))
        yield paragraph(self._sheet.organisation, kind.body_strong)
        if self._sheet.registration_number:
            yield paragraph(words.registration(self._sheet), kind.label)
        yield Spacer(0, unit * 1.2)
        yield from heading(
            words.title(self._sheet), kind.title, self._width, key="notice", below=unit * 1.2
        )

    def _facts(self) -> Iterator[Flowable]:
        sheet = self._sheet
        yield self._labels.line(
            pgettext("on a notice", "When"), words.when(sheet), self._type.body_strong
        )
        for label, text in words.facts(sheet):
            yield self._labels.line(label, text)
        yield Spacer(0, self._type.unit * 0.4)
        for label, group in words.groups(sheet):
            yield self._labels.block(label, self._participants(group))
        for label, text in words.arrangements(sheet):
            yield self._labels.line(label, text)

    def _participants(self, group: list[Participant]) -> Table:
        """Names and roles; in two columns, read downwards, where many fit side by side."""
        body, quiet = self._type.body, self._type.label
        width = self._width - self._labels.width
        pairs = [(each.name, words.role(each)) for each in group]
        names = max(line_width(name, body) for name, _ in pairs) + 14
        roles = max(line_width(role, quiet) for _, role in pairs) + 8
        if len(group) > 10:  # better a role on two lines than half a page of names
            parts = (word for _, role in pairs for word in role.split() or [""])
            roles = max(line_width(word, quiet) for word in parts) + 8
        columns = 2 if len(group) > 4 and names + roles <= width / 2 else 1
        name_width = min(max(names, width / columns * 0.5), width / columns * 0.7)
        if columns == 2:
            name_width = min(name_width, width / 2 - roles)
        height = ceil(len(pairs) / columns)
        rows = []
        for at in range(height):
            cells: list[Cell] = []
            for name, role in pairs[at::height]:
                cells += [Cell(pieces=((name, body),)), Cell(pieces=((role, quiet),))]
            cells += [Cell()] * (2 * columns - len(cells))
            rows.append(Row(cells=tuple(cells), above=0, below=0, is_ruled=False))
        widths = (Column(width=name_width), Column(width=width / columns - name_width))
        return table(widths * columns, rows)

    # The agenda

    def _agenda(self) -> Iterator[Flowable]:
        """The table under its key, which stands first so that it never strays to a page alone."""
        if not self._sheet.lines:
            yield from self._headed(_("Agenda"), key="agenda", lines=2)
            yield paragraph(_("The agenda has no items yet."), self._type.body)
            return
        yield from self._headed(_("Agenda"), key="agenda", lines=9)
        notes = words.notes(self._sheet)
        for note in notes:
            yield paragraph(note, self._type.column)
        if notes:
            yield Spacer(0, self._type.unit * 0.4)
        yield agenda_table(self._sheet, self._type, self._width, self._links)

    def _papers(self) -> Iterator[Flowable]:
        papers = self._sheet.papers
        if not papers:
            return
        lines = 1.1 * min(len(papers), 6)
        yield from self._headed(_("Appendices"), key="papers", lines=lines)
        yield Spacer(0, self._type.unit * 0.2)
        yield papers_table(papers, self._type, self._width)

    def _next_meetings(self) -> Iterator[Flowable]:
        if not self._sheet.next_meetings:
            return
        lines = 1.1 * len(self._sheet.next_meetings)
        yield from self._headed(_("Next meetings"), key="next", lines=lines)
        yield Spacer(0, self._type.unit * 0.2)
        kind = self._type
        pairs = [
            (
                words.when(meeting),
                ", ".join(part for part in (meeting.title, meeting.place) if part),
            )
            for meeting in self._sheet.next_meetings
        ]
        widest = max(line_width(when, kind.cell) for when, _what in pairs) + 24
        left = min(widest, self._width * 0.7)
        rows = [
            Row(
                cells=(Cell(pieces=((when, kind.cell),)), Cell(pieces=((what, kind.cell_quiet),))),
                above=1.5,
                below=1.5,
                is_ruled=False,
            )
            for when, what in pairs
        ]
        yield table((Column(width=left), Column(width=self._width - left)), rows)

    def _headed(self, text: str, *, key: str, lines: float) -> Iterator[Flowable]:
        unit = self._type.unit
        return heading(
            text,
            self._type.heading,
            self._width,
            key=key,
            above=unit * 1.5,
            below=unit * 0.3,
            needs=unit * lines,
        )

    # The cases

    def _cases(self) -> Iterator[Flowable]:
        if not self._sheet.cases:
            return
        unit = self._type.unit
        yield from heading(
            _("Background to the items"),
            self._type.chapter,
            self._width,
            key="cases",
            above=unit * 2.4,
            needs=unit * 12,
        )
        for place, case in enumerate(self._sheet.cases):
            yield from self._case(case, case_key(place))

    def _case(self, case: Case, key: str) -> Iterator[Flowable]:
        line, unit = case.line, self._type.unit
        yield from heading(
            words.numbered(line),
            self._type.heading,
            self._width,
            key=key,
            level=1,
            needs=unit * 4.5,
            over=Rule(above=unit * 1.1, below=unit * 0.6),
        )
        yield paragraph(words.about(line), self._type.cell_quiet, below=unit * 0.6)
        yield from self._labels.case(case)
