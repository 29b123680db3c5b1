"""The meeting plan of a year, as a PDF: one page as long as the meetings fit on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlab.platypus import Flowable, Spacer

from boardkeeper import formats
from boardkeeper.domain.sheets.page_words import PageWords
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.sheets.plan import PlanBoard, PlanSheet
from boardkeeper.i18n import _, pgettext, speaking
from boardkeeper.printing.blocks import Labelled, Stripe, heading
from boardkeeper.printing.colours import ink, swatch_indent
from boardkeeper.printing.frame import printed
from boardkeeper.printing.page import Paper
from boardkeeper.printing.plan_table import (
    GUTTER,
    board_cell,
    capitalised,
    plan_table,
    total_in_words,
    widest,
)
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table
from boardkeeper.printing.text import line_width, paragraph


def plan_pdf(
    sheet: PlanSheet, profile: Profile = Profile.NORMAL, *, two_sided: bool = False
) -> bytes:
    """The plan in the sheet's language. The same sheet gives the same bytes."""
    paper = Paper(profile=profile, two_sided=two_sided)
    with speaking(sheet.language):
        return printed(_Plan(sheet, paper).story(), _page_words(sheet), paper)


def _page_words(sheet: PlanSheet) -> PageWords:
    whose = _whose(sheet)
    stamp = _("Printed {moment}").format(moment=formats.stamp(sheet.printed_at))
    return PageWords(
        language=sheet.language,
        title=f"{_title(sheet)} · {whose}",
        subject=total_in_words(sheet.meetings, sheet.minutes),
        keywords=(_("meeting plan"), str(sheet.year), whose),
        author=whose,
        body=whose,
        document=_title(sheet),
        date="",
        status=stamp,
        confidentiality=sheet.confidentiality,
        mark="",
        printed_at=sheet.printed_at,
    )


def _title(sheet: PlanSheet) -> str:
    return _("Meeting plan {year}").format(year=sheet.year)


def _whose(sheet: PlanSheet) -> str:
    if sheet.is_mine:
        return sheet.owner or _("All boards")
    return sheet.boards[0].name


def _long_name(board: PlanBoard) -> str:
    return board.name if board.name != board.label else ""


class _Plan:
    """The story of one plan, set in the type of one profile."""

    def __init__(self, sheet: PlanSheet, paper: Paper) -> None:
        self._sheet = sheet
        self._kind: Typography = typography(paper.profile)
        self._width = paper.text(1).width

    def story(self) -> list[Flowable]:
        return [
            *self._title_block(),
            *self._meetings(),
            *self._next_year(),
            *self._dropped(),
            *self._boards(),
        ]

    def _title_block(self) -> Iterator[Flowable]:
        kind, unit, sheet = self._kind, self._kind.unit, self._sheet
        if not sheet.is_mine:
            yield Stripe(ink(sheet.boards[0].colour))
        yield paragraph(_whose(sheet), kind.body_strong)
        if sheet.registration_number:
            number = _("Registration no. {number}").format(number=sheet.registration_number)
            yield paragraph(number, kind.label)
        yield Spacer(0, unit * 0.5)
        yield from heading(_title(sheet), kind.title, self._width, key="plan", below=unit * 0.6)
        place = "" if sheet.is_mine else sheet.boards[0].place
        if place:
            yield self._labelled(pgettext("on a notice", "Where"), place)

    def _meetings(self) -> Iterator[Flowable]:
        sheet, kind = self._sheet, self._kind
        if not sheet.months:
            nothing = _("No meetings are planned in {year}.").format(year=sheet.year)
            yield paragraph(nothing, kind.body)
            return
        yield plan_table(sheet, kind, self._width)

    def _next_year(self) -> Iterator[Flowable]:
        coming = self._sheet.next_year
        if coming is None:
            return
        yield Spacer(0, self._kind.unit * 0.6)
        what = coming.title
        if self._sheet.is_mine:
            what = f"{coming.board.label}: {what}"
        when = formats.long_moment(coming.starts_at, coming.ends_at)
        label = _("First in {year}").format(year=self._sheet.year + 1)
        yield self._labelled(label, f"{capitalised(when)}\n{what}")

    def _dropped(self) -> Iterator[Flowable]:
        sheet, cell = self._sheet, self._kind.cell
        if not sheet.dropped:
            return
        yield from self._headed(_("Left out or moved"), key="dropped", rows=len(sheet.dropped))
        days = [formats.day(each.on) for each in sheet.dropped]
        widths = [widest(days, cell)]
        labels = [each.board.label for each in sheet.dropped]
        if sheet.is_mine:
            widths.append(self._label_width(labels))
        rows = []
        for day, each in zip(days, sheet.dropped, strict=True):
            cells = [Cell(pieces=((day, cell),))]
            if sheet.is_mine:
                cells.append(board_cell(each.board, cell))
            cells.append(Cell(pieces=((each.why, self._kind.cell_quiet),)))
            rows.append(Row(cells=tuple(cells), above=1.5, below=1.5, is_ruled=False))
        yield self._filled(widths, rows)

    def _boards(self) -> Iterator[Flowable]:
        """What the short names mean, where each board meets, and how much it takes."""
        sheet, cell, quiet = self._sheet, self._kind.cell, self._kind.cell_quiet
        if not sheet.is_mine or not sheet.boards:
            return
        yield from self._headed(_("The boards"), key="boards", rows=len(sheet.boards))
        totals = [total_in_words(each.meetings, each.minutes) for each in sheet.boards]
        widths = [self._label_width([each.label for each in sheet.boards]), widest(totals, cell)]
        room = self._width - sum(widths)
        rows = []
        for each, total in zip(sheet.boards, totals, strict=True):
            about = [part for part in (_long_name(each), each.place) if part]
            together = " · ".join(about)
            if line_width(together, quiet) <= room:  # else each on a line of its own
                about = [together]
            cells = (
                board_cell(each, cell),
                Cell(pieces=((total, cell),)),
                Cell(pieces=tuple((part, quiet) for part in about)),
            )
            rows.append(Row(cells=cells, above=1.5, below=1.5, is_ruled=False))
        yield self._filled(widths, rows)

    def _headed(self, text: str, *, key: str, rows: int) -> Iterator[Flowable]:
        unit = self._kind.unit
        yield from heading(
            text,
            self._kind.heading,
            self._width,
            key=key,
            above=unit * 1.1,
            below=unit * 0.25,
            needs=unit * min(rows, 4) * 1.1,
        )

    def _filled(self, widths: Sequence[float], rows: Sequence[Row]) -> Table:
        """A table whose last column takes the rest of the line."""
        last = Column(width=self._width - sum(widths), gutter=0)
        columns = [Column(width=width, gutter=GUTTER) for width in widths]
        return table([*columns, last], rows)

    def _label_width(self, labels: Iterable[str]) -> float:
        cell = self._kind.cell
        most = self._width * 0.3
        return min(widest(labels, cell) + swatch_indent(cell), most)

    def _labelled(self, label: str, text: str) -> Labelled:
        kind = self._kind
        return Labelled(
            label,
            paragraph(text, kind.body),
            style=kind.label,
            label_width=max(self._width * 0.17, line_width(label, kind.label) + GUTTER),
            below=kind.unit * 0.5,
        )
