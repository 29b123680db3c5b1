"""A month of whole weeks, Monday first, with the number of each week before it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boardkeeper import formats
from boardkeeper.i18n import _
from boardkeeper.ui.calendar.days_view import DayPlace, DaysView, Layout, MarkPlace
from boardkeeper.ui.calendar.marks import Days
from boardkeeper.ui.calendar.spans import capitalised
from boardkeeper.ui.calendar.strokes import (
    LINE,
    NumberLook,
    paint_keyboard,
    paint_mark,
    paint_number,
    paint_sign,
)
from boardkeeper.ui.kit import (
    RADIUS,
    Space,
    Type,
    colours,
    font,
    paint_ground,
    paint_words,
    scaled,
)

_HEAD = 30
_NUMBER = 28
_LEAST_MARKS = 2
_DAY = 36
_ROOMY = 60
"""The width of a day from which on there is room for the word `week` before its number."""
_WEEK_53 = date(2026, 12, 28)
"""A day of a week whose number is as wide as any."""
_WIDE_NUMBER = "53"


class MonthView(DaysView):
    """Seven columns of days. What finds no room on a day is counted, and a press shows it."""

    STEP_DOWN = 7

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Month"), parent)
        self._month = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_month(self, days: Days, chosen: date) -> None:
        """Show the whole weeks of the chosen day's month."""
        self._month = chosen.replace(day=1)
        self.show_days(days, chosen)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        row = scaled(_NUMBER + Space.S) + _LEAST_MARKS * scaled(LINE)
        width = _room_of(_WIDE_NUMBER) + 7 * scaled(_DAY)
        return QSize(width, scaled(_HEAD) + max(1, self._weeks()) * row)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.minimumSizeHint()

    def laid_out(self) -> Layout:
        days, marks = [], []
        for week in range(self._weeks()):
            for weekday in range(7):
                day = self.days.first + timedelta(days=7 * week + weekday)
                place, shown = self._day(day, self._cell(week, weekday))
                days.append(place)
                marks += shown
        return Layout(days, marks)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        painter = QPainter(self)
        grid = QRect(self._gutter(), scaled(_HEAD), *self._grid_size())
        self._paint_heads(painter)
        paint_ground(painter, grid, colours().surface, radius=RADIUS)
        for place in self.places.days:
            self._paint_ground(painter, place)
        self._paint_lines(painter, grid)
        for place in self.places.days:
            self._paint_day(painter, place)
        for shown in self.places.marks:
            paint_mark(painter, shown.rect, shown.mark, is_lit=shown.mark is self.lit)
        paint_ground(painter, grid, "", border=colours().divider)
        if self.hasFocus():
            for place in self.places.days:
                if place.day == self.chosen:
                    paint_keyboard(painter, place.rect)
        painter.end()

    def _day(self, day: date, cell: QRect) -> tuple[DayPlace, list[MarkPlace]]:
        """Where a day's marks stand; if they do not all fit, the last line counts the others."""
        marks = self.days.on(day)
        line = scaled(LINE)
        top = cell.top() + scaled(_NUMBER + 3)
        room = max(0, (cell.bottom() - top - scaled(2)) // line)
        fitting = len(marks) if len(marks) <= room else max(0, room - 1)
        left, width = cell.left() + scaled(4), cell.width() - scaled(7)
        places = [
            MarkPlace(QRect(left, top + at * line, width, scaled(LINE)), mark)
            for at, mark in enumerate(marks[:fitting])
        ]
        hidden = len(marks) - fitting
        more = QRect(left, top + fitting * line, width, scaled(LINE)) if hidden else QRect()
        return DayPlace(cell, day, hidden, more), places

    def _paint_heads(self, painter: QPainter) -> None:
        for weekday in range(7):
            cell = self._cell(0, weekday)
            place = QRect(cell.left() + scaled(Space.S), 0, cell.width(), scaled(_HEAD))
            words = capitalised(formats.short_weekday(self.days.first + timedelta(days=weekday)))
            paint_words(painter, place, words, font(Type.CAPTION, is_strong=True), colours().muted)
        for week in range(self._weeks()):
            cell = self._cell(week, 0)
            number = QRect(0, cell.top() + scaled(4), self._gutter() - scaled(Space.S), 0)
            number.setHeight(scaled(_NUMBER))
            words = self._week_words(self.days.first + timedelta(weeks=week))
            right = Qt.AlignmentFlag.AlignRight
            paint_words(painter, number, words, font(Type.CAPTION), colours().muted, right)

    def _paint_ground(self, painter: QPainter, place: DayPlace) -> None:
        if self.days.is_quiet(place.day):
            painter.fillRect(place.rect, QColor(colours().background))

    def _paint_lines(self, painter: QPainter, grid: QRect) -> None:
        painter.setPen(QColor(colours().divider))
        for week in range(1, self._weeks()):
            y = self._cell(week, 0).top()
            painter.drawLine(grid.left(), y, grid.right(), y)
        for weekday in range(1, 7):
            x = self._cell(0, weekday).left()
            painter.drawLine(x, grid.top(), x, grid.bottom())

    def _paint_day(self, painter: QPainter, place: DayPlace) -> None:
        day, cell = place.day, place.rect
        look = NumberLook(
            is_today=day == self.days.today,
            is_chosen=day == self.chosen,
            is_inside=(day.year, day.month) == (self._month.year, self._month.month),
        )
        side = scaled(_NUMBER - 4)
        number = QRect(cell.left() + scaled(5), cell.top() + scaled(5), side, side)
        words = str(day.day)
        metrics = QFontMetrics(font(Type.BODY, is_strong=True))
        if day.day == 1:
            full = _("{day} {month}").format(day=1, month=formats.short_month_name(day))
            fits = metrics.horizontalAdvance(full) + scaled(2 * Space.M) <= cell.width()
            words = full if fits else words
        paint_number(painter, number, words, look)
        closed = self.days.closed.get(day)
        if closed:
            used = metrics.horizontalAdvance(words) + scaled(Space.M)
            start = number.left() + max(side, used) + scaled(2)
            room = QRect(start, number.top(), cell.right() - start - scaled(4), side)
            paint_words(painter, room, closed, font(Type.CAPTION), colours().muted)
        if place.hidden:
            if any(each.warnings for each in self.days.on(day)[-place.hidden :]):
                paint_sign(painter, place.more.adjusted(0, 0, -scaled(4), 0))
            message = _("{count} more") if place.more.top() > number.bottom() else "+{count}"
            more = message.format(count=place.hidden)
            room = place.more.adjusted(scaled(8), 0, 0, 0)
            paint_words(painter, room, more, font(Type.CAPTION), colours().accent)

    def _cell(self, week: int, weekday: int) -> QRect:
        """The cell of a day; what division leaves over is shared out."""
        width, height = self._grid_size()
        left, top = self._gutter(), scaled(_HEAD)
        x, right = width * weekday // 7, width * (weekday + 1) // 7
        weeks = max(1, self._weeks())
        y, bottom = height * week // weeks, height * (week + 1) // weeks
        return QRect(left + x, top + y, right - x, bottom - y)

    def _grid_size(self) -> tuple[int, int]:
        return self.width() - self._gutter(), self.height() - scaled(_HEAD)

    def _gutter(self) -> int:
        return _room_of(self._week_words(_WEEK_53))

    def _week_words(self, day: date) -> str:
        """The week of a day; its number alone where the days need the room."""
        is_roomy = self.width() - _room_of(formats.week(_WEEK_53)) >= 7 * scaled(_ROOMY)
        return formats.week(day) if is_roomy else str(day.isocalendar().week)

    def _weeks(self) -> int:
        return ((self.days.last - self.days.first).days + 1) // 7


def _room_of(words: str) -> int:
    """The width kept for the number of the week, before the first day."""
    return QFontMetrics(font(Type.CAPTION)).horizontalAdvance(words) + scaled(Space.M)
