"""The meeting plan of a year, as a PDF: one page as long as the meetings fit on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable, Spacer

from boardkeeper import formats
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.sheets.plan import PlanBoard, PlanMeeting, PlanMonth, PlanSheet
from boardkeeper.i18n import _, ngettext, pgettext, speaking
from boardkeeper.printing.blocks import Labelled, Stripe, heading
from boardkeeper.printing.colours import ink, swatch_indent
from boardkeeper.printing.frame import PageWords, printed
from boardkeeper.printing.page import Paper
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table
from boardkeeper.printing.text import TextStyle, line_width, paragraph

_GUTTER = 9.0
_NARROWEST_MEETING = 104.0
"""Points a meeting's title needs at least; with less, its deadlines stand below it."""


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
        subject=_total(sheet.meetings, sheet.minutes),
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


def _total(meetings: int, minutes: int) -> str:
    count = ngettext("{count} meeting", "{count} meetings", meetings).format(count=meetings)
    return f"{count} · {formats.hours(minutes)}" if meetings else count


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
        yield _PlanTable(sheet, kind, self._width).drawn()

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
        yield self._labelled(label, f"{_capitalised(when)}\n{what}")

    def _dropped(self) -> Iterator[Flowable]:
        sheet, cell = self._sheet, self._kind.cell
        if not sheet.dropped:
            return
        yield from self._headed(_("Left out or moved"), key="dropped", rows=len(sheet.dropped))
        days = [formats.day(each.on) for each in sheet.dropped]
        widths = [_widest(days, cell)]
        labels = [each.board.label for each in sheet.dropped]
        if sheet.is_mine:
            widths.append(self._label_width(labels))
        rows = []
        for day, each in zip(days, sheet.dropped, strict=True):
            cells = [Cell(pieces=((day, cell),))]
            if sheet.is_mine:
                cells.append(_board_cell(each.board, cell))
            cells.append(Cell(pieces=((each.why, self._kind.cell_quiet),)))
            rows.append(Row(cells=tuple(cells), above=1.5, below=1.5, is_ruled=False))
        yield self._filled(widths, rows)

    def _boards(self) -> Iterator[Flowable]:
        """What the short names mean, where each board meets, and how much it takes."""
        sheet, cell, quiet = self._sheet, self._kind.cell, self._kind.cell_quiet
        if not sheet.is_mine or not sheet.boards:
            return
        yield from self._headed(_("The boards"), key="boards", rows=len(sheet.boards))
        totals = [_total(each.meetings, each.minutes) for each in sheet.boards]
        widths = [self._label_width([each.label for each in sheet.boards]), _widest(totals, cell)]
        rows = []
        for each, total in zip(sheet.boards, totals, strict=True):
            name = each.name if each.name != each.label else ""
            about = " · ".join(part for part in (name, each.place) if part)
            cells = (
                _board_cell(each, cell),
                Cell(pieces=((total, cell),)),
                Cell(pieces=((about, quiet),)),
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
        columns = [Column(width=width, gutter=_GUTTER) for width in widths]
        return table([*columns, last], rows)

    def _label_width(self, labels: Iterable[str]) -> float:
        cell = self._kind.cell
        most = self._width * 0.3
        return min(_widest(labels, cell) + swatch_indent(cell), most)

    def _labelled(self, label: str, text: str) -> Labelled:
        kind = self._kind
        return Labelled(
            label,
            paragraph(text, kind.body),
            style=kind.label,
            label_width=max(self._width * 0.17, line_width(label, kind.label) + _GUTTER),
            below=kind.unit * 0.5,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Widths:
    """How wide each column is, in points; those that are left out are 0."""

    month: float
    week: float
    day: float
    time: float
    board: float
    items_by: float
    notice_by: float


class _PlanTable:
    """Chooses the columns and sets the meetings month by month."""

    def __init__(self, sheet: PlanSheet, kind: Typography, width: float) -> None:
        self._sheet = sheet
        self._kind = kind
        self._held = [each for month in sheet.months for each in month.meetings]

        full = self._measured(has_deadlines=True)
        meeting = width - self._taken(full)
        self._has_deadlines = meeting >= _NARROWEST_MEETING * kind.scale
        self._widths = full if self._has_deadlines else self._measured(has_deadlines=False)
        self._meeting_width = width - self._taken(self._widths)

    def drawn(self) -> Table:
        rows = [row for month in self._sheet.months for row in self._month(month)]
        rows.append(self._sum())
        return table(self._columns(), rows, self._header())

    # Columns

    def _measured(self, *, has_deadlines: bool) -> _Widths:
        kind, held, scale = self._kind, self._held, self._kind.scale
        items = [_short_day(each) for each in held if each.items_by] if has_deadlines else []
        notices = [_short_notice(each) for each in held if each.notice_by] if has_deadlines else []
        labels = {each.board.label for each in held} if self._is_mine and has_deadlines else set()
        board = _widest(labels, kind.cell) + swatch_indent(kind.cell) if labels else 0.0
        return _Widths(
            month=_widest(
                [_capitalised(month.name) for month in self._sheet.months], kind.cell_strong
            ),
            week=self._column([_week(each) for each in held], _week_header()),
            day=self._column([_day(each) for each in held], _day_header()),
            time=self._column([_times(each) for each in held], _time_header()),
            board=min(board, 96 * scale),
            items_by=self._column(items, _items_header()) if items else 0.0,
            notice_by=self._column(notices, _notice_header()) if notices else 0.0,
        )

    def _column(self, texts: Iterable[str], header: str) -> float:
        """The width the texts and the longest word of their header need."""
        return max(_widest(texts, self._kind.cell), _widest(header.split(), self._kind.column))

    @staticmethod
    def _taken(widths: _Widths) -> float:
        return (
            widths.month
            + widths.week
            + widths.day
            + widths.time
            + widths.board
            + widths.items_by
            + widths.notice_by
        )

    @property
    def _is_mine(self) -> bool:
        return self._sheet.is_mine

    @property
    def _has_stacked_boards(self) -> bool:
        """Whether the board stands over its meeting for want of room."""
        return self._is_mine and not self._widths.board

    def _columns(self) -> list[Column]:
        widths = self._widths
        wide = (
            widths.month,
            widths.week,
            widths.day,
            widths.time,
            widths.board,
            self._meeting_width,
            widths.items_by,
            widths.notice_by,
        )
        return [Column(width=width, gutter=_GUTTER) for width in wide if width]

    def _present(
        self,
        *,
        month: Cell,
        week: Cell,
        day: Cell,
        time: Cell,
        board: Cell,
        meeting: Cell,
        items_by: Cell,
        notice_by: Cell,
    ) -> tuple[Cell, ...]:
        """The cells whose columns are there."""
        cells = [month, week, day, time]
        if self._widths.board:
            cells.append(board)
        cells.append(meeting)
        if self._widths.items_by:
            cells.append(items_by)
        if self._widths.notice_by:
            cells.append(notice_by)
        return tuple(cells)

    # Rows

    def _header(self) -> Row:
        column = self._kind.column
        deep = [
            (_items_header(), self._widths.items_by),
            (_notice_header(), self._widths.notice_by),
        ]
        is_deep = any(width and line_width(text, column) > width - _GUTTER for text, width in deep)

        def name(text: str, room: float = 0.0) -> Cell:
            """One line stands on the rule, as the last of two."""
            is_short = not room or line_width(text, column) <= room - _GUTTER
            lift = (("", column),) if is_deep and is_short else ()
            return Cell(pieces=(*lift, (text, column)))

        cells = self._present(
            month=Cell(),
            week=name(_week_header()),
            day=name(_day_header()),
            time=name(_time_header()),
            board=name(pgettext("column", "Board")),
            meeting=name(pgettext("column", "Meeting")),
            items_by=name(*deep[0]),
            notice_by=name(*deep[1]),
        )
        return Row(cells=cells, above=0, below=2)

    def _month(self, month: PlanMonth) -> Iterator[Row]:
        """A month stays on one page, and ends with a rule."""
        last = len(month.meetings) - 1
        for at, meeting in enumerate(month.meetings):
            yield Row(
                cells=self._cells(meeting, month.name if at == 0 else ""),
                above=2.6,
                below=2.6,
                is_ruled=at == last,
                keeps_with_next=at < last,
            )

    def _cells(self, meeting: PlanMeeting, month: str) -> tuple[Cell, ...]:
        kind = self._kind
        style = kind.cell_quiet if meeting.is_cancelled else kind.cell

        def told(text: str, look: TextStyle = style) -> Cell:
            return Cell(pieces=((text, look),) if text else ())

        return self._present(
            month=told(_capitalised(month), kind.cell_strong),
            week=told(_week(meeting), kind.cell_quiet),
            day=told(_day(meeting)),
            time=told(_times(meeting)),
            board=_board_cell(meeting.board, style),
            meeting=self._meeting(meeting, style),
            items_by=told(_short_day(meeting)),
            notice_by=told(_short_notice(meeting)),
        )

    def _meeting(self, meeting: PlanMeeting, style: TextStyle) -> Cell:
        about = tuple(self._about(meeting, style))
        if not self._has_stacked_boards:
            return Cell(pieces=about)
        board = _board_cell(meeting.board, style)
        return replace(board, pieces=(*board.pieces, *about))

    def _about(self, meeting: PlanMeeting, style: TextStyle) -> Iterator[tuple[str, TextStyle]]:
        quiet = self._kind.cell_quiet
        title = meeting.title
        if meeting.is_cancelled:
            title = _("{meeting} – cancelled").format(meeting=title)
        yield title, style
        if meeting.ends_at.date() != meeting.starts_at.date():
            yield _("until {moment}").format(moment=formats.moment(meeting.ends_at)), quiet
        if meeting.place:
            yield meeting.place, quiet
        if meeting.items_by and not self._has_deadlines:
            yield _("Items by {date}").format(date=_short_day(meeting)), quiet
        if meeting.notice_by and not self._has_deadlines:
            yield _("Notice by {date}").format(date=_short_notice(meeting)), quiet

    def _sum(self) -> Row:
        sheet, strong = self._sheet, self._kind.cell_strong
        total = _total(sheet.meetings, sheet.minutes)
        cells = self._present(
            month=Cell(pieces=((_("In all"), strong),)),
            week=Cell(),
            day=Cell(),
            time=Cell(),
            board=Cell(),
            meeting=Cell(pieces=((total, strong),)),
            items_by=Cell(),
            notice_by=Cell(),
        )
        return Row(cells=cells, is_ruled=False)


def _board_cell(board: PlanBoard, style: TextStyle) -> Cell:
    return Cell(
        pieces=((board.label, style),), indent=swatch_indent(style), swatch=ink(board.colour)
    )


def _widest(texts: Iterable[str], style: TextStyle) -> float:
    return max((line_width(text, style) for text in texts), default=0.0) + _GUTTER


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _week(meeting: PlanMeeting) -> str:
    return str(meeting.starts_at.isocalendar().week)


def _day(meeting: PlanMeeting) -> str:
    """`tor. 5.`, `Thu 5`: the month stands at the left."""
    return pgettext("day in a month's list", "{weekday} {day}").format(
        weekday=formats.short_weekday(meeting.starts_at), day=meeting.starts_at.day
    )


def _times(meeting: PlanMeeting) -> str:
    """`19.00-21.30`; only the start where the meeting ends on another day."""
    start = formats.time(meeting.starts_at)
    if meeting.ends_at.date() != meeting.starts_at.date():
        return start
    return pgettext("times in a table", "{start}–{end}").format(
        start=start, end=formats.time(meeting.ends_at)
    )


def _short_day(meeting: PlanMeeting) -> str:
    return formats.short_day(meeting.items_by) if meeting.items_by else ""


def _short_notice(meeting: PlanMeeting) -> str:
    return formats.short_day(meeting.notice_by) if meeting.notice_by else ""


def _week_header() -> str:
    return pgettext("column", "Week")


def _day_header() -> str:
    return pgettext("column", "Day")


def _time_header() -> str:
    return pgettext("column", "Time")


def _items_header() -> str:
    return pgettext("column", "Items by")


def _notice_header() -> str:
    return pgettext("column", "Notice by")
