"""The wheel on a wall: the picture in the middle, the months' tasks written out at both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from boardkeeper.domain.sheets.wheel_drawing import RADIUS, middle_of, point, wheel
from boardkeeper.domain.sheets.yearwheel import SheetTask, WheelMonth, WheelSheet
from boardkeeper.domain.yearwheel import due_in_words
from boardkeeper.i18n import _, ngettext, pgettext
from boardkeeper.printing.frame import draw_line
from boardkeeper.printing.styles import HAIRLINE, RULE_INK, Typography
from boardkeeper.printing.text import TextStyle, drawable, line_width, shortened, wrapped
from boardkeeper.printing.wheel import draw_wheel

_GUTTER = 0.13
"""The share of the radius that parts the wheel from the words beside it."""

_SMALLEST_COLUMN = 0.2
"""The share of the width that each column of words has at least."""

_GAP = 0.75
"""Lines of text between one month and the next."""


_MOST_LINES = 3
"""Lines a task has on its card at most."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a card, with its number at the left where a task begins."""

    text: str
    style: TextStyle
    number: str = ""


@dataclass(frozen=True, slots=True)
class _Card:
    """What is written of one month, its lines broken."""

    month: WheelMonth
    lines: tuple[_Line, ...]
    beside: str

    def height(self) -> float:
        return sum(line.style.leading for line in self.lines)


class Poster(Flowable):
    """Wheel and words over the whole width; at most as high as `height` points."""

    def __init__(self, sheet: WheelSheet, kind: Typography, height: float) -> None:
        super().__init__()
        self._sheet = sheet
        self._kind = kind
        self.height = height

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - theirs
        self.width = aW
        self.height = min(self.height, aH)
        return self.width, self.height

    def draw(self) -> None:
        foot = self._kind.column.leading * 1.6
        widest = self.width * (0.5 - _SMALLEST_COLUMN) / (1 + _GUTTER)
        radius = min((self.height - foot) / 2, widest)
        x, y = self.width / 2, foot + (self.height - foot) / 2
        column = x - radius * (1 + _GUTTER)
        draw_wheel(self.canv, wheel(self._sheet), self._sheet.colour, x, y, radius)
        top, bottom = self.height, foot
        for months, is_right in (
            (self._sheet.months[:6], True),
            (self._sheet.months[:5:-1], False),
        ):
            told = [month for month in months if month.tasks or month.meetings]
            cards = _fitted(told, self._kind, column, top - bottom)
            gap = self._kind.cell.leading * _GAP
            aims = [
                y - point(middle_of(card.month.number), radius)[1] + card.lines[0].style.leading / 2
                for card in cards
            ]
            tops = _stacked(aims, [card.height() for card in cards], gap, top, bottom)
            for card, at in zip(cards, tops, strict=True):
                left = self.width - column if is_right else 0.0
                self._draw_card(card, left, at, column)
                self._draw_leader(card, at, (x, y), radius, column, is_right=is_right)
        self._draw_key(x)

    def _draw_card(self, card: _Card, left: float, top: float, width: float) -> None:
        y = top
        for place, line in enumerate(card.lines):
            baseline = y - line.style.baseline
            if line.number:
                number = _quiet(line.style, self._kind)
                draw_line(self.canv, left, baseline, line.number, number)
            indent = 0.0 if place == 0 else _indent(line.style)
            draw_line(self.canv, left + indent, baseline, line.text, line.style)
            if place == 0 and card.beside:
                used = line_width(line.text, line.style) + 6
                style = _quiet(card.lines[-1].style, self._kind)
                beside = shortened(card.beside, style, width - used)
                draw_line(self.canv, left + used, baseline, beside, style)
            y -= line.style.leading

    def _draw_leader(
        self,
        card: _Card,
        top: float,
        centre: tuple[float, float],
        radius: float,
        column: float,
        *,
        is_right: bool,
    ) -> None:
        """From the rim straight out to beside the wheel, and from there to the month's name."""
        rim_x, rim_y = point(middle_of(card.month.number), radius * (1 + 1.2 / RADIUS))
        side = 1 if is_right else -1
        turn = centre[0] + side * radius * 1.035
        edge = self.width - column - 4 if is_right else column + 4
        y = top - card.lines[0].style.leading * 0.55
        path = self.canv.beginPath()
        path.moveTo(centre[0] + rim_x, centre[1] - rim_y)
        path.lineTo(turn, centre[1] - rim_y)
        path.lineTo(edge, y)
        self.canv.setStrokeGray(RULE_INK)
        self.canv.setLineWidth(HAIRLINE * 1.5)
        self.canv.drawPath(path, stroke=1, fill=0)

    def _draw_key(self, x: float) -> None:
        """What the marks mean, on one line under the wheel."""
        style = self._kind.column
        parts = [_("Dots: meetings, with their day")]
        if any(each.is_general for each in self._sheet.meetings):
            parts.append(_("Rings: general meetings"))
        if self._sheet.tasks:
            parts.append(_("Numbers at the rim: tasks"))
        line = shortened(" · ".join(parts), style, self.width)
        draw_line(self.canv, x, style.leading * 0.25, line, style, align="centre")


def _fitted(
    months: Sequence[WheelMonth], kind: Typography, width: float, height: float
) -> list[_Card]:
    """The months' cards in the largest type they fit in, and if need be without their last tasks.

    What is left out is said on the card, and stands in the table.
    """
    gaps = max(0, len(months) - 1)
    most = max((len(month.tasks) for month in months), default=0)
    steps = [(scale, _MOST_LINES, most) for scale in (1.0, 0.94, 0.88, 0.82)]
    steps += [(0.82, lines, most) for lines in range(_MOST_LINES - 1, 0, -1)]
    steps += [(0.82, 1, count) for count in range(most - 1, -1, -1)]
    cards: list[_Card] = []
    for scale, lines, count in steps:
        cards = [_card(month, kind, width, scale, lines, count) for month in months]
        used = sum(card.height() for card in cards) + gaps * kind.cell.leading * _GAP * scale
        if used <= height:
            break
    return cards


def _card(
    month: WheelMonth, kind: Typography, width: float, scale: float, lines_each: int, most: int
) -> _Card:
    heading, text = _scaled(kind.body_strong, scale), _scaled(kind.cell, scale)
    lines = [_Line(month.name[:1].upper() + month.name[1:], heading)]
    for task in month.tasks[:most]:
        style = drawable(task.title, text)
        broken = _broken(_titled(task), style, width - _indent(style), lines_each)
        for place, line in enumerate(broken):
            lines.append(_Line(line, style, str(task.number) if place == 0 else ""))
    left_out = len(month.tasks) - most
    if left_out > 0:
        more = ngettext("and {count} more", "and {count} more", left_out).format(count=left_out)
        lines.append(_Line(more, _quiet(text, kind)))
    return _Card(month, tuple(lines), days_of_meetings(month))


def _broken(text: str, style: TextStyle, width: float, most: int) -> list[str]:
    """At most so many lines; what is longer stands whole in the table."""
    lines = wrapped(text, style, width)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), style, width)]


def days_of_meetings(month: WheelMonth) -> str:
    """The days the board meets in the month: "meeting 5 · 19"."""
    if not month.meetings:
        return ""
    days = " · ".join(
        pgettext("day of a month", "{day}").format(day=each.starts_at.day)
        for each in month.meetings
    )
    return ngettext("meeting {days}", "meetings {days}", len(month.meetings)).format(days=days)


def _titled(task: SheetTask) -> str:
    """The task's title, with the day it is to be done by, if it has one."""
    if task.due_on is None:
        return task.title
    return f"{task.title} ({due_in_words(task.due_on)})"


def _stacked(
    aims: Sequence[float], heights: Sequence[float], gap: float, top: float, bottom: float
) -> list[float]:
    """The top of each card: as near to where it aims as it can without touching another.

    Downwards first, each below the one before; then back up from the foot of the page.
    """
    tops: list[float] = []
    limit = top
    for aim, height in zip(aims, heights, strict=True):
        tops.append(min(aim, limit))
        limit = tops[-1] - height - gap
    floor = bottom
    for place in range(len(tops) - 1, -1, -1):
        tops[place] = max(tops[place], floor + heights[place])
        floor = tops[place] + gap
    return tops


def _scaled(style: TextStyle, scale: float) -> TextStyle:
    return TextStyle(
        face=style.face, size=style.size * scale, leading=style.leading * scale, ink=style.ink
    )


def _quiet(style: TextStyle, kind: Typography) -> TextStyle:
    return TextStyle(
        face=kind.cell.face, size=style.size, leading=style.leading, ink=kind.cell_quiet.ink
    )


def _indent(style: TextStyle) -> float:
    """The room of a task's number."""
    return style.size * 1.55
