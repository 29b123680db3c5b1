"""The weeks ahead set as blocks of lines, more or less close together, so that they fit a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from boardkeeper import formats
from boardkeeper.domain.sheets.ahead import (
    AheadDeadline,
    AheadMeeting,
    AheadSheet,
    AheadWeek,
    in_order,
)
from boardkeeper.i18n import _, pgettext
from boardkeeper.printing.colours import draw_swatch, ink, swatch_indent
from boardkeeper.printing.frame import draw_line
from boardkeeper.printing.plan_table import times_in_words
from boardkeeper.printing.styles import HAIRLINE, RULE_INK, Typography
from boardkeeper.printing.text import TextStyle, drawable, line_width, shortened, wrapped

_GAP = 8.0
_WIDEST_WEEK = date(2026, 7, 20)
"""A day of a week with two figures."""

_BAR = 2.4
_BAR_INK = 0.62
_NARROWEST_DOUBLE = 250.0
"""Points beside week, day and time that meetings and deadlines need to stand side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """How close the lines stand: their scale, and how many lines a meeting may take."""

    scale: float
    lines: int


DENSITIES = tuple(
    Density(scale=scale, lines=lines)
    for scale, lines in (
        (1.0, 3),
        (0.93, 3),
        (0.86, 3),
        (0.93, 2),
        (0.86, 2),
        (0.93, 1),
        (0.86, 1),
        (0.8, 1),
    )
)
"""From the most spacious to the closest that can still be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of text: its left edge, and its baseline below the top of the block."""

    x: float
    drop: float
    text: str
    style: TextStyle
    swatch: Color | None = None


@dataclass(slots=True, kw_only=True)
class Block:
    """What is drawn together: runs of text, a bar of that width, and a rule below."""

    height: float = 0.0
    runs: list[Run] = field(default_factory=list)
    bar: float = 0.0
    bar_drop: float = 0.0
    rule: float = HAIRLINE

    def draw(self, canvas: Canvas, top: float, width: float) -> None:
        for run in self.runs:
            x = run.x
            if run.swatch:
                draw_swatch(canvas, x, top - run.drop, run.style, run.swatch)
                x += swatch_indent(run.style)
            draw_line(canvas, x, top - run.drop, run.text, run.style)
        if self.bar:
            canvas.setFillGray(_BAR_INK)
            canvas.rect(0, top - self.bar_drop - _BAR, self.bar, _BAR, stroke=0, fill=1)
        if self.rule:
            canvas.setStrokeGray(RULE_INK if self.rule == HAIRLINE else 0)
            canvas.setLineWidth(self.rule)
            canvas.line(0, top - self.height, width, top - self.height)


DUE_SHARES = (0.5, 0.44, 0.38, 0.32, 0.56)
"""What part of the room beside meetings deadlines may have, from the usual on."""


class Weeks:
    """Sets the weeks of a sheet in one density and width, in points.

    `due_share` is the deadlines' part of what meetings and deadlines share. `cuts` is how many
    texts were cut short for want of room, once the blocks are set.
    """

    def __init__(
        self, kind: Typography, density: Density, width: float, due_share: float = DUE_SHARES[0]
    ) -> None:
        self.cuts = 0
        scale = density.scale
        self._density = density
        self._width = width
        self._plain = _scaled(kind.cell, scale)
        self._strong = _scaled(kind.cell_strong, scale)
        self._quiet = _scaled(kind.cell_quiet, scale)
        self._column = kind.column
        self._pad = 3.2 * kind.scale * scale
        roomy = kind.cell
        self._week_width = (
            line_width(formats.week(_WIDEST_WEEK), kind.cell_strong) + 46 * kind.scale
        )
        self._day_width = line_width("man. 30. mar.", roomy) * scale + _GAP
        self._time_width = line_width("19.00-21.30*", kind.cell_strong) * scale + _GAP
        rest = width - self._week_width - self._day_width - self._time_width
        self._is_double = rest >= _NARROWEST_DOUBLE * kind.scale
        self._due_width = rest * due_share if self._is_double else 0.0
        self._due_day_width = line_width("30. mar.", roomy) * scale + _GAP * 0.6
        self._meeting_width = rest - self._due_width - (_GAP if self._is_double else 0)
        self._due_x = width - self._due_width

    def blocks(self, sheet: AheadSheet) -> list[Block]:
        """The header, then a block for each week; weeks with nothing in them go together."""
        most = max((week.minutes for week in sheet.weeks), default=0)
        blocks = [self._header()]
        idle: list[AheadWeek] = []
        for week in sheet.weeks:
            if week.is_empty:
                idle.append(week)
                continue
            if idle:
                blocks.append(self._idle(idle))
                idle = []
            blocks.append(self._week(week, most))
        if idle:
            blocks.append(self._idle(idle))
        return blocks

    def _header(self) -> Block:
        names = [(0.0, pgettext("column", "Week")), (self._week_width, _("Meetings"))]
        if self._is_double:
            names.append((self._due_x, _("Deadlines")))
        else:
            names[1] = (self._week_width, _("Meetings and deadlines"))
        runs = [
            Run(x=x, drop=self._column.baseline, text=text, style=self._column) for x, text in names
        ]
        return Block(height=self._column.leading + 2, runs=runs, rule=0.9)

    def _idle(self, weeks: Sequence[AheadWeek]) -> Block:
        text = _weeks_in_words(weeks)
        height = self._plain.leading + self._pad
        drop = self._pad / 2 + self._plain.baseline
        runs = [
            Run(x=0, drop=drop, text=text, style=self._quiet),
            Run(
                x=self._week_width,
                drop=drop,
                text=pgettext("on paper, of weeks", "Nothing"),
                style=self._quiet,
            ),
        ]
        return Block(height=height, runs=runs)

    def _week(self, week: AheadWeek, most: int) -> Block:
        block = Block()
        top = self._pad
        baseline = top + self._plain.baseline
        name = formats.week(week.monday)
        block.runs.append(Run(x=0, drop=baseline, text=name, style=self._strong))
        if week.minutes:
            room = self._week_width - _GAP
            hours = formats.hours(week.minutes)
            x = room - line_width(hours, self._quiet)
            block.runs.append(Run(x=x, drop=baseline, text=hours, style=self._quiet))
            block.bar = room * week.minutes / most
            block.bar_drop = top + self._plain.leading + 0.6
        left = top + self._plain.leading + (_BAR + 0.6 if week.minutes else 0)
        if self._is_double:
            bottom = max(
                self._stacked(block, top, week.meetings), self._stacked(block, top, week.deadlines)
            )
        else:
            bottom = self._stacked(block, top, in_order(week))
        block.height = max(left, bottom) + self._pad
        return block

    def _stacked(
        self, block: Block, top: float, entries: Iterable[AheadMeeting | AheadDeadline]
    ) -> float:
        """Add the entries one below another; returns where the last of them ends."""
        for entry in entries:
            if isinstance(entry, AheadMeeting):
                runs = self._meeting(entry)
            elif self._is_double:
                runs = self._due(entry)
            else:
                runs = self._due_among_meetings(entry)
            lines = 0
            for line, run in runs:
                drop = top + line * self._plain.leading + self._plain.baseline
                block.runs.append(replace(run, drop=drop))
                lines = max(lines, line + 1)
            top += lines * self._plain.leading + self._pad * 0.3
        return top

    def _meeting(self, meeting: AheadMeeting) -> Iterator[tuple[int, Run]]:
        """The runs, each with the line it stands on from 0."""
        x = self._week_width
        day = _weekday_and_day(meeting.day)
        yield 0, Run(x=x, drop=0, text=day, style=self._plain)
        x += self._day_width
        times = times_in_words(meeting.starts_at, meeting.ends_at) + (
            "*" if meeting.clashes else ""
        )
        style = self._strong if meeting.clashes else self._plain
        yield 0, Run(x=x, drop=0, text=times, style=style)
        x += self._time_width
        yield from self._about(meeting, x)

    def _about(self, meeting: AheadMeeting, x: float) -> Iterator[tuple[int, Run]]:
        width, indent = self._meeting_width, swatch_indent(self._strong)
        room = width - indent
        label = self._on_a_line(meeting.label, self._strong, room)
        swatch = ink(meeting.colour)
        yield 0, Run(x=x, drop=0, text=label, style=self._strong, swatch=swatch)
        if self._density.lines == 1:
            used = line_width(label, self._strong) + 5
            if room - used > 30:
                rest = self._on_a_line(meeting.title, self._quiet, room - used)
                yield 0, Run(x=x + indent + used, drop=0, text=rest, style=self._quiet)
            return
        lines = self._where(meeting, room)
        for at, (text, style) in enumerate(lines, start=1):
            yield at, Run(x=x + indent, drop=0, text=text, style=style)

    def _where(self, meeting: AheadMeeting, room: float) -> list[tuple[str, TextStyle]]:
        """Title and place, each on lines of its own where there is room for that."""
        if self._density.lines == 2:
            both = ", ".join(part for part in (meeting.title, meeting.place) if part)
            return self._lines(both, self._quiet, room, most=2)
        return [
            *self._lines(meeting.title, self._quiet, room, most=2),
            *self._lines(meeting.place, self._quiet, room, most=2),
        ]

    def _due(self, deadline: AheadDeadline) -> Iterator[tuple[int, Run]]:
        style = self._strong if deadline.is_late else self._plain
        x = self._due_x
        yield 0, Run(x=x, drop=0, text=formats.short_day(deadline.on), style=style)
        x += self._due_day_width
        yield from self._what(deadline, style, x, self._width - x)

    def _due_among_meetings(self, deadline: AheadDeadline) -> Iterator[tuple[int, Run]]:
        style = self._strong if deadline.is_late else self._plain
        x = self._week_width
        yield 0, Run(x=x, drop=0, text=_weekday_and_day(deadline.on), style=style)
        x += self._day_width
        yield 0, Run(x=x, drop=0, text=_("deadline"), style=self._quiet)
        x += self._time_width
        yield from self._what(deadline, style, x, self._meeting_width)

    def _what(
        self, deadline: AheadDeadline, style: TextStyle, x: float, width: float
    ) -> Iterator[tuple[int, Run]]:
        text = _("{organisation}: {what}").format(organisation=deadline.label, what=deadline.what)
        if deadline.is_late:
            text = _("{deadline} – late").format(deadline=text)
        indent = swatch_indent(style)
        room = width - indent
        swatch = ink(deadline.colour)
        most = 1 + deadline.is_late if self._density.lines == 1 else 3
        for at, (line, look) in enumerate(self._lines(text, style, room, most=most)):
            if at == 0:
                yield 0, Run(x=x, drop=0, text=line, style=look, swatch=swatch)
            else:
                yield at, Run(x=x + indent, drop=0, text=line, style=look)

    def _on_a_line(self, text: str, style: TextStyle, width: float) -> str:
        self.cuts += line_width(text, style) > width
        return shortened(text, style, width)

    def _lines(
        self, text: str, style: TextStyle, width: float, *, most: int
    ) -> list[tuple[str, TextStyle]]:
        """The text in at most so many lines, the last cut short where there would be more."""
        if not text:
            return []
        fitting = drawable(text, style)
        lines = wrapped(text, fitting, width)
        if len(lines) > most:
            self.cuts += 1
            rest = " ".join(lines[most - 1 :])
            lines = [*lines[: most - 1], shortened(f"{rest} …", fitting, width)]
        return [(line, fitting) for line in lines]


def _scaled(style: TextStyle, scale: float) -> TextStyle:
    size, leading = round(style.size * scale, 2), round(style.leading * scale, 2)
    return replace(style, size=size, leading=leading)


def _weeks_in_words(weeks: Sequence[AheadWeek]) -> str:
    if len(weeks) == 1:
        return formats.week(weeks[0].monday)
    first, last = weeks[0].monday, weeks[-1].monday
    return _("{first}–{last}").format(first=formats.week(first), last=last.isocalendar().week)


def _weekday_and_day(day: date) -> str:
    return f"{formats.short_weekday(day)} {formats.short_day(day)}"
