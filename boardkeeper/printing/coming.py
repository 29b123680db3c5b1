"""The coming days at the foot of a page: the first of them, as many as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from boardkeeper import formats
from boardkeeper.domain.sheets.ahead import DAYS, AheadDeadline, AheadMeeting, AheadSheet, in_order
from boardkeeper.i18n import _, ngettext
from boardkeeper.printing.blocks import heading
from boardkeeper.printing.colours import ink, swatch_indent
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography
from boardkeeper.printing.table import Cell, Column, Row, Table, table
from boardkeeper.printing.text import line_width

_GUTTER = 9.0
_FEWEST, _MOST = 3, 12
"""How many of the coming days are told at least, and at most."""


def coming(
    ahead: AheadSheet, kind: Typography, width: float, *, with_labels: bool
) -> Iterator[Flowable]:
    """The next 90 days in short; `with_labels` says whose each meeting is."""
    entries = _in_order_of(ahead)
    title = _("The next {count} days").format(count=DAYS)
    lines = min(_FEWEST, len(entries)) + 1
    yield from heading(
        title,
        kind.heading,
        width,
        key="ahead",
        above=kind.unit,
        below=3,
        needs=kind.unit * (lines + 1.5),
    )
    yield prose(_counted(ahead), kind.label, below=3)
    if entries:
        yield _Coming(entries, kind, width, with_labels=with_labels)


class _Coming(Flowable):
    """The first of the coming days, as many as there is room for on the page."""

    def __init__(
        self,
        entries: Sequence[AheadMeeting | AheadDeadline],
        kind: Typography,
        width: float,
        *,
        with_labels: bool,
    ) -> None:
        super().__init__()
        self._entries = entries
        self._with_labels = with_labels
        self._kind = kind
        self._width = width
        self._table: Table | None = None

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - theirs
        for count in range(min(len(self._entries), _MOST), 0, -1):
            self._table = self._made(count)
            width, height = self._table.wrap(aW, aH)
            if height <= aH or count <= _FEWEST:
                break
        self.width, self.height = width, height
        return width, height

    def draw(self) -> None:
        if self._table is not None:
            self._table.drawOn(self.canv, 0, 0)

    def _made(self, count: int) -> Table:
        cell, quiet = self._kind.cell, self._kind.cell_quiet
        shown = self._entries[:count]
        days = max(line_width(formats.day(each.day), cell) for each in shown) + _GUTTER
        labels = max(line_width(each.label, cell) for each in shown) + _GUTTER
        labels = min(labels + swatch_indent(cell), self._width * 0.3) if self._with_labels else 0
        columns = [Column(width=days, gutter=_GUTTER)]
        if labels:
            columns.append(Column(width=labels, gutter=_GUTTER))
        columns.append(Column(width=self._width - days - labels, gutter=0))
        rows = []
        for each in shown:
            cells = [Cell(pieces=((formats.day(each.day), cell),))]
            if labels:
                cells.append(
                    Cell(
                        pieces=((each.label, cell),),
                        indent=swatch_indent(cell),
                        swatch=ink(each.colour),
                    )
                )
            cells.append(Cell(pieces=((_what(each), cell),)))
            rows.append(Row(cells=tuple(cells), above=1.2, below=1.2, is_ruled=False))
        more = len(self._entries) - count
        if more:
            text = ngettext("… and {count} more", "… and {count} more", more).format(count=more)
            blank = [Cell() for _column in columns[1:]]
            rows.append(
                Row(cells=(Cell(pieces=((text, quiet),)), *blank), above=1.2, is_ruled=False)
            )
        return table(columns, rows)


def _in_order_of(ahead: AheadSheet) -> list[AheadMeeting | AheadDeadline]:
    """The coming days' meetings and deadlines, day by day."""
    return [entry for week in ahead.weeks for entry in in_order(week)]


def _counted(ahead: AheadSheet) -> str:
    meetings = ngettext("{count} meeting", "{count} meetings", ahead.meetings)
    parts = [meetings.format(count=ahead.meetings)]
    if ahead.deadlines:
        due = ngettext("{count} deadline", "{count} deadlines", ahead.deadlines)
        parts.append(due.format(count=ahead.deadlines))
    if ahead.minutes:
        parts.append(formats.hours(ahead.minutes))
    return " · ".join(parts)


def _what(entry: AheadMeeting | AheadDeadline) -> str:
    if isinstance(entry, AheadMeeting):
        return f"{entry.title}, {formats.clock(entry.starts_at.time())}"
    return _("{what} (late)").format(what=entry.what) if entry.is_late else entry.what
