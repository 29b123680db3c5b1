"""The year wheel of one organisation, as a PDF: a page for the wall, and the year as a table."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, PageBreak, Spacer

from boardkeeper import formats
from boardkeeper.domain.agenda import ItemType, type_name
from boardkeeper.domain.sheets.page_words import PageWords
from boardkeeper.domain.sheets.paper import PaperSize, Profile
from boardkeeper.domain.sheets.yearwheel import SheetMeeting, SheetTask, WheelMonth, WheelSheet
from boardkeeper.domain.yearwheel import due_in_words
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.blocks import Stripe, heading
from boardkeeper.printing.colours import ink
from boardkeeper.printing.frame import printed
from boardkeeper.printing.page import Paper
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, table
from boardkeeper.printing.text import TextStyle, line_width, paragraph
from boardkeeper.printing.wheel_cards import Poster

_ROUNDING = 1.0
"""Points kept free under the poster, so that sums of heights never push it to the next page."""

_KEPT_WHOLE = 5
"""A month of so many tasks is not parted by the end of a page."""


def wheel_pdf(
    sheet: WheelSheet, size: PaperSize = PaperSize.A4, profile: Profile = Profile.NORMAL
) -> bytes:
    """The wheel in the sheet's language, on its side. The same sheet gives the same bytes."""
    is_large = size is PaperSize.A3 or profile is Profile.LARGE
    paper = Paper(profile=Profile.LARGE if is_large else Profile.NORMAL, size=size, is_on_side=True)
    with speaking(sheet.language):
        return printed(list(_Wheel(sheet, paper).story()), _page_words(sheet), paper)


def _title(sheet: WheelSheet) -> str:
    return _("Year wheel {year}").format(year=sheet.year)


def _page_words(sheet: WheelSheet) -> PageWords:
    when_printed = _("printed {moment}").format(moment=formats.stamp(sheet.printed_at))
    return PageWords(
        language=sheet.language,
        title=f"{_title(sheet)} · {sheet.organisation}",
        subject=_title(sheet),
        keywords=(_("year wheel"), sheet.organisation),
        author=sheet.organisation,
        body=sheet.organisation,
        document=_title(sheet),
        date="",
        status=when_printed[:1].upper() + when_printed[1:],
        confidentiality="",
        mark="",
        printed_at=sheet.printed_at,
    )


class _Wheel:
    """The story of one wheel."""

    def __init__(self, sheet: WheelSheet, paper: Paper) -> None:
        self._sheet = sheet
        self._paper = paper
        self._type: Typography = typography(paper.profile)
        self._width = paper.text(1).width

    def story(self) -> Iterator[Flowable]:
        yield from self._poster()
        if self._sheet.tasks or self._sheet.meetings:
            yield PageBreak()
            yield from self._table()

    def _poster(self) -> Iterator[Flowable]:
        """Title at the left, and the wheel over the rest of the page: it may rise beside it."""
        kind = self._type
        yield Stripe(ink(self._sheet.colour))
        yield paragraph(self._sheet.organisation, kind.body_strong)
        yield from heading(_title(self._sheet), kind.title, self._width, key="wheel")
        above = 12 + kind.body_strong.leading * self._lines_of_name() + kind.title.leading
        yield Poster(self._sheet, kind, self._paper.text_height - above - _ROUNDING)

    def _lines_of_name(self) -> int:
        name = paragraph(self._sheet.organisation, self._type.body_strong)
        _width, height = name.wrap(self._width, self._paper.text_height)
        return round(height / self._type.body_strong.leading)

    def _table(self) -> Iterator[Flowable]:
        kind = self._type
        yield from heading(
            _("The year, month by month"), kind.chapter, self._width, key="table", below=kind.unit
        )
        if not self._sheet.tasks:
            yield paragraph(_("The wheel has no tasks yet."), kind.cell_quiet, below=kind.unit)
        rows = [row for month in self._sheet.months for row in self._rows(month)]
        yield table(self._columns(), rows, self._header(), page_height=self._paper.text_height)
        yield Spacer(0, kind.unit * 0.6)
        if any(task.lands_on is None for task in self._sheet.tasks):
            yield paragraph(
                _("A task without a meeting has none this year that it can land in."), kind.column
            )

    def _columns(self) -> list[Column]:
        kind, sheet = self._type, self._sheet
        gutter = 10.0
        months = [month.name for month in sheet.months]
        days = [_meeting_line(each) for each in sheet.meetings]
        month = self._widest(months, kind.cell_strong, _("Month"))
        meetings = self._widest(days, kind.cell, _("Meetings"))
        number = self._widest([str(len(sheet.tasks))], kind.cell, pgettext("column", "No."))
        types = self._widest(
            [_type(task) for task in sheet.tasks], kind.cell, pgettext("column", "Type")
        )
        minutes = self._widest(["000"], kind.cell, pgettext("column", "Min."))
        landing = self._widest(
            [_landing(task) for task in sheet.tasks], kind.cell, _("Lands in the meeting")
        )
        fixed = month + meetings + number + types + minutes + landing
        rest = self._width - fixed
        has_responsible = any(task.responsible for task in sheet.tasks)
        responsible = rest * 0.3 if has_responsible else 0.0
        widths = [month, meetings, number, rest - responsible, types, minutes]
        widths += [responsible] if has_responsible else []
        columns = [Column(width=width, gutter=gutter) for width in widths]
        columns[5] = Column(width=minutes, gutter=gutter + 4, align="right")
        return [*columns, Column(width=landing, gutter=0)]

    def _widest(self, texts: list[str], style: TextStyle, header: str) -> float:
        widest = max((line_width(text, style) for text in texts), default=0.0)
        most = self._width * 0.2
        return max(min(widest, most), line_width(header, self._type.column)) + 14

    def _present(self, *cells: Cell) -> tuple[Cell, ...]:
        """Without the column of who is responsible where nobody is."""
        if any(task.responsible for task in self._sheet.tasks):
            return cells
        return (*cells[:6], cells[7])

    def _header(self) -> Row:
        names = (
            _("Month"),
            _("Meetings"),
            pgettext("column", "No."),
            _("Task"),
            pgettext("column", "Type"),
            pgettext("column", "Min."),
            _("Responsible"),
            _("Lands in the meeting"),
        )
        cells = (Cell(pieces=((name, self._type.column),)) for name in names)
        return Row(cells=self._present(*cells), above=0, below=2)

    def _rows(self, month: WheelMonth) -> Iterator[Row]:
        """A row a task; the first one names the month."""
        if not month.tasks and not month.meetings:
            return
        name = Cell(pieces=((month.name[:1].upper() + month.name[1:], self._type.cell_strong),))
        meetings = self._meetings_beside(month)
        empty = Cell()
        if not month.tasks:
            rest = (empty,) * 6
            yield Row(cells=self._present(name, meetings[0], *rest))
        for place, task in enumerate(month.tasks):
            is_first, is_last = place == 0, place == len(month.tasks) - 1
            yield Row(
                cells=self._present(
                    name if is_first else empty,
                    meetings[place],
                    *self._cells(task),
                ),
                above=3.7 if is_first else 1.5,
                below=3.7 if is_last else 1.5,
                is_ruled=is_last,
                keeps_with_next=not is_last and (is_first or len(month.tasks) <= _KEPT_WHOLE),
            )

    def _meetings_beside(self, month: WheelMonth) -> list[Cell]:
        """The month's meetings, one a row; the last row has the rest of them."""
        lines = [(_meeting_line(each), self._type.cell) for each in month.meetings]
        count = max(len(month.tasks), 1)
        cells = [Cell(pieces=(line,)) for line in lines[: count - 1]]
        cells += [Cell()] * (count - 1 - len(cells))
        return [*cells, Cell(pieces=tuple(lines[count - 1 :]))]

    def _cells(self, task: SheetTask) -> Iterator[Cell]:
        kind = self._type
        title: list[tuple[str, TextStyle]] = [(task.title, kind.cell)]
        details = [] if task.due_on is None else [due_in_words(task.due_on)]
        if task.basis:
            details.append(_("cf. {basis}").format(basis=task.basis))
        if details:
            title.append((" · ".join(details), kind.cell_quiet))
        yield Cell(pieces=((str(task.number), kind.cell),))
        yield Cell(pieces=tuple(title))
        yield Cell(pieces=((_type(task), kind.cell),))
        yield Cell(pieces=((str(task.minutes) if task.minutes else "", kind.cell),))
        yield Cell(pieces=((task.responsible, kind.cell),))
        yield Cell(pieces=((_landing(task), kind.cell),))


def _type(task: SheetTask) -> str:
    return "" if task.type is ItemType.PLAIN else type_name(task.type)


def _meeting_line(meeting: SheetMeeting) -> str:
    """When a meeting is; a general meeting is named."""
    moment = f"{formats.day(meeting.starts_at)} {formats.clock(meeting.starts_at)}"
    return f"{moment} · {meeting.title}" if meeting.is_general else moment


def _landing(task: SheetTask) -> str:
    return "–" if task.lands_on is None else formats.day(task.lands_on)
