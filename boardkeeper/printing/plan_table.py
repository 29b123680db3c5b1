"""The table of a meeting plan: month by month, the columns that are needed and fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from boardkeeper import formats
from boardkeeper.domain.sheets.plan import PlanBoard, PlanMeeting, PlanMonth, PlanSheet
from boardkeeper.i18n import _, ngettext, pgettext
from boardkeeper.printing.colours import ink, swatch_indent
from boardkeeper.printing.styles import Typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table
from boardkeeper.printing.text import TextStyle, line_width

GUTTER = 9.0
"""The space kept free between columns."""

_NARROWEST_MEETING = 104.0
"""Points a meeting's title needs at least; with less, its deadlines stand below it."""


def plan_table(sheet: PlanSheet, kind: Typography, width: float) -> Table:
    """The whole table with its sum, `width` points wide."""
    return _PlanTable(sheet, kind, width).drawn()


def board_cell(board: PlanBoard, style: TextStyle) -> Cell:
    """The board's short name behind its colour."""
    return Cell(
        pieces=((board.label, style),), indent=swatch_indent(style), swatch=ink(board.colour)
    )


def total_in_words(meetings: int, minutes: int) -> str:
    """`15 møder · 33,75 t`; the hours only where there are meetings."""
    count = ngettext("{count} meeting", "{count} meetings", meetings).format(count=meetings)
    return f"{count} · {formats.hours(minutes)}" if meetings else count


def times_in_words(starts_at: datetime, ends_at: datetime) -> str:
    """`19.00-21.30`; only the start where the end is on another day."""
    if ends_at.date() != starts_at.date():
        return formats.time(starts_at)
    return formats.times(starts_at, ends_at)


def widest(texts: Iterable[str], style: TextStyle) -> float:
    """How wide a column of the texts is, in points, with the space at its right."""
    return max((line_width(text, style) for text in texts), default=0.0) + GUTTER


def capitalised(text: str) -> str:
    """The text with a capital first letter, as it begins a line."""
    return text[:1].upper() + text[1:]


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
        rows[-1] = replace(rows[-1], keeps_with_next=True)
        rows.append(self._sum())
        return table(self._columns(), rows, self._header())

    # Columns

    def _measured(self, *, has_deadlines: bool) -> _Widths:
        kind, held, scale = self._kind, self._held, self._kind.scale
        items = [_short_day(each) for each in held if each.items_by] if has_deadlines else []
        notices = [_short_notice(each) for each in held if each.notice_by] if has_deadlines else []
        labels = {each.board.label for each in held} if self._is_mine and has_deadlines else set()
        board = widest(labels, kind.cell) + swatch_indent(kind.cell) if labels else 0.0
        return _Widths(
            month=widest(
                [capitalised(month.name) for month in self._sheet.months], kind.cell_strong
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
        return max(widest(texts, self._kind.cell), widest(header.split(), self._kind.column))

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
        return [Column(width=width, gutter=GUTTER) for width in wide if width]

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
        is_deep = any(width and line_width(text, column) > width - GUTTER for text, width in deep)

        def name(text: str, room: float = 0.0) -> Cell:
            """One line stands on the rule, as the last of two."""
            is_short = not room or line_width(text, column) <= room - GUTTER
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
            month=told(capitalised(month), kind.cell_strong),
            week=told(_week(meeting), kind.cell_quiet),
            day=told(_day(meeting)),
            time=told(_times(meeting)),
            board=board_cell(meeting.board, style),
            meeting=self._meeting(meeting, style),
            items_by=told(_short_day(meeting)),
            notice_by=told(_short_notice(meeting)),
        )

    def _meeting(self, meeting: PlanMeeting, style: TextStyle) -> Cell:
        about = tuple(self._about(meeting, style))
        if not self._has_stacked_boards:
            return Cell(pieces=about)
        board = board_cell(meeting.board, style)
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
        total = total_in_words(sheet.meetings, sheet.minutes)
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


def _week(meeting: PlanMeeting) -> str:
    return str(meeting.starts_at.isocalendar().week)


def _day(meeting: PlanMeeting) -> str:
    """`tor. 5.`, `Thu 5`: the month stands at the left."""
    return pgettext("day in a month's list", "{weekday} {day}").format(
        weekday=formats.short_weekday(meeting.starts_at), day=meeting.starts_at.day
    )


def _times(meeting: PlanMeeting) -> str:
    return times_in_words(meeting.starts_at, meeting.ends_at)


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
