"""Half a year as a list: the days on which something stands, by month, each with its marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.i18n import _
from boardkeeper.ui.calendar.days_view import DayPlace, DaysView, Layout, MarkPlace
from boardkeeper.ui.calendar.marks import Days, Mark
from boardkeeper.ui.calendar.spans import capitalised
from boardkeeper.ui.calendar.strokes import NumberLook, paint_keyboard, paint_number, paint_sign
from boardkeeper.ui.kit import (
    RADIUS,
    Space,
    Tone,
    Type,
    colours,
    font,
    organisation_colour,
    paint_chip,
    paint_ground,
    paint_icon,
    paint_words,
    scaled,
)

_LINE = 34
_MONTH = 52
_NUMBER = 26
_SOME = 70
"""The width below which the organisation stands before the title, so that it is not lost."""
_NARROW = 380
"""Below this width a clash is a sign rather than a word."""
_WIDE = 560
"""From this width on there is room for the week and for the place of the meeting."""


class ListView(QWidget):
    """The days of half a year one under another, in one area that scrolls."""

    day_chosen = Signal(date)
    day_opened = Signal(date)
    mark_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = ListDays()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._days)
        self._shown: tuple[date, date] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.setFocusProxy(self._days)
        self._days.day_chosen.connect(self.day_chosen)
        self._days.day_opened.connect(self.day_opened)
        self._days.mark_opened.connect(self.mark_opened)

    def show_span(self, days: Days, chosen: date) -> None:
        """Show the days with the chosen one, or the next with anything on it, in sight."""
        is_other = (days.first, chosen) != self._shown
        self._shown = (days.first, chosen)
        self._days.show_days(days, chosen)
        bar = self._scroll.verticalScrollBar()
        bar.setSingleStep(scaled(_LINE))
        if not is_other:
            return
        self._days.resize(self._scroll.viewport().width(), self._days.sizeHint().height())
        height = self._scroll.viewport().height()
        bar.setRange(0, max(0, self._days.height() - height))
        place = self._days.place_from(chosen)
        if place is None:
            bar.setValue(bar.maximum())
        elif place.top() < bar.value() or place.bottom() > bar.value() + height:
            bar.setValue(self._days.head_of(place))


@dataclass(frozen=True, slots=True)
class _MonthPlace:
    """Where the head of a month stands."""

    rect: QRect
    month: date


class ListDays(DaysView):
    """The list itself; days on which nothing stands are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("List"), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._months: list[_MonthPlace] = []

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        months = {(day.year, day.month) for day in self.days.marks}
        lines = sum(len(marks) for marks in self.days.marks.values())
        height = len(months) * scaled(_MONTH) + lines * scaled(_LINE)
        height += len(self.days.marks) * scaled(Space.S) + scaled(Space.XL)
        return QSize(scaled(360), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(240), self.sizeHint().height())

    def place_from(self, day: date) -> QRect | None:
        """Where the day stands, or the next one after it that is in the list."""
        return next((each.rect for each in self.places.days if each.day >= day), None)

    def head_of(self, place: QRect) -> int:
        """Where to scroll so that a day is seen under what heads it."""
        for month in self._months:
            if month.rect.bottom() + 1 == place.top():
                return month.rect.top()
        return place.top()

    def laid_out(self) -> Layout:
        places, marks = [], []
        self._months = []
        top = 0
        # Measured once: half a year can hold thousands of lines.
        line, gap, head, left = (
            scaled(_LINE),
            scaled(Space.S),
            scaled(_MONTH),
            _dates(with_week=self._has_weeks()),
        )
        width = self.width() - left - scaled(4)
        for day in sorted(self.days.marks):
            if not self._months or self._months[-1].month != day.replace(day=1):
                self._months.append(
                    _MonthPlace(QRect(0, top, self.width(), head), day.replace(day=1))
                )
                top += head
            shown = self.days.on(day)
            first = top + gap // 2
            marks += [
                MarkPlace(QRect(left, first + at * line, width, line - 2), mark)
                for at, mark in enumerate(shown)
            ]
            height = len(shown) * line + gap
            places.append(DayPlace(QRect(0, top, self.width(), height), day))
            top += height
        return Layout(places, marks)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and down go to the day before and after in the list."""
        days = sorted(self.days.marks)
        if event.key() == Qt.Key.Key_Down:
            other = next((day for day in days if day > self.chosen), None)
        elif event.key() == Qt.Key.Key_Up:
            other = next((day for day in reversed(days) if day < self.chosen), None)
        else:
            super().keyPressEvent(event)
            return
        if other is not None:
            self.day_chosen.emit(other)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        seen = event.rect()
        places = self.places
        for month in self._months:
            if month.rect.intersects(seen):
                self._paint_month(painter, month)
        for place in places.days:
            if place.rect.intersects(seen):
                self._paint_day(painter, place)
        for shown in places.marks:
            if shown.rect.intersects(seen):
                self._paint_line(painter, shown)
        if not places.days:
            message = _("Nothing is planned in this half-year.")
            centre = Qt.AlignmentFlag.AlignHCenter
            paint_words(painter, self.rect(), message, font(Type.BODY), colours().muted, centre)
        painter.end()

    def _has_weeks(self) -> bool:
        """Whether there is room for the number of the week beside the day."""
        return self.width() >= scaled(_WIDE)

    def _paint_month(self, painter: QPainter, place: _MonthPlace) -> None:
        words = capitalised(formats.month_name(place.month))
        room = place.rect.adjusted(scaled(4), scaled(Space.L), 0, -scaled(6))
        paint_words(painter, room, words, font(Type.HEADING, is_strong=True), colours().text)

    def _paint_day(self, painter: QPainter, place: DayPlace) -> None:
        day = place.day
        painter.setPen(QColor(colours().divider))
        painter.drawLine(0, place.rect.top(), self.width(), place.rect.top())
        look = NumberLook(is_today=day == self.days.today, is_chosen=day == self.chosen)
        width = _dates(with_week=self._has_weeks())
        line = QRect(0, place.rect.top() + scaled(Space.XS), width, scaled(_LINE) - 2)
        side = scaled(_NUMBER)
        number = QRect(scaled(4), line.center().y() - side // 2 + 1, side, side)
        paint_number(painter, number, str(day.day), look)
        room = line.adjusted(number.right() + scaled(Space.S), 0, -scaled(Space.S), 0)
        weekday = formats.short_weekday(day)
        paint_words(painter, room, weekday, font(Type.BODY), colours().muted)
        if self._has_weeks():
            right = Qt.AlignmentFlag.AlignRight
            room.setRight(room.right() - scaled(Space.XS))
            week = formats.week(day)
            paint_words(painter, room, week, font(Type.CAPTION), colours().muted, right)
        if day == self.chosen and self.hasFocus():
            paint_keyboard(painter, place.rect.adjusted(0, 1, 0, -1))

    def _paint_line(self, painter: QPainter, shown: MarkPlace) -> None:
        mark, rect = shown.mark, shown.rect
        now = colours()
        if mark is self.lit:
            paint_ground(painter, rect, now.hover, radius=RADIUS - 2)
        inner = rect.adjusted(scaled(Space.S), 0, -scaled(Space.S), 0)
        inner.setLeft(self._paint_when(painter, inner, mark))
        self._paint_stripe(painter, inner, mark)
        inner.setLeft(inner.left() + scaled(Space.L))
        if rect.width() >= scaled(_NARROW):
            for words, tone in chips_of(mark):
                inner.setRight(paint_chip(painter, inner, words, tone))
        elif mark.warnings:
            paint_sign(painter, inner)
            inner.setRight(inner.right() - scaled(Space.XL))
        is_quiet = mark.is_off or mark.deadline is not None
        weight = font(Type.BODY)
        weight.setStrikeOut(mark.is_off)
        colour = now.danger if mark.is_late else now.muted if is_quiet else now.text
        used = QFontMetrics(weight).horizontalAdvance(mark.title) + scaled(Space.M)
        beside = inner.adjusted(used, 0, 0, 0)
        if beside.width() < scaled(_SOME):
            words = f"{mark.label} · {mark.title}"
            paint_words(painter, inner, words, weight, colour)
            return
        paint_words(painter, inner, mark.title, weight, colour)
        words = " · ".join(_about(mark, is_wide=rect.width() > scaled(_WIDE)))
        paint_words(painter, beside, words, font(Type.CAPTION), now.muted)

    @staticmethod
    def _paint_when(painter: QPainter, room: QRect, mark: Mark) -> int:
        """The times of a meeting or the sign of what is due; returns where the line goes on."""
        small = font(Type.CAPTION)
        place = QRect(room.left(), room.top(), _times(small), room.height())
        if mark.deadline is not None:
            side = scaled(16)
            sign = QRect(place.left(), place.center().y() - side // 2 + 1, side, side)
            colour = colours().danger if mark.is_late else colours().muted
            paint_icon(painter, sign, mark.icon, colour)
        elif mark.meeting is not None:
            meeting = mark.meeting
            words = formats.time_range(meeting.starts_at, meeting.ends_at)
            paint_words(painter, place, words, small, colours().muted)
        return place.right() + scaled(Space.S)

    @staticmethod
    def _paint_stripe(painter: QPainter, room: QRect, mark: Mark) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(organisation_colour(mark.colour))
        height = room.height() - scaled(14)
        top = room.center().y() - height // 2 + 1
        painter.drawRoundedRect(QRect(room.left(), top, Space.XS, height), 2, 2)
        painter.restore()


def chips_of(mark: Mark) -> Sequence[tuple[str, Tone]]:
    """What is said of a mark at the end of its line."""
    if mark.is_off:
        return ((_("Cancelled"), Tone.NEUTRAL),)
    if mark.warnings:
        return ((_("Clash"), Tone.WARNING),)
    return ()


def _about(mark: Mark, *, is_wide: bool) -> list[str]:
    found = [mark.label]
    if mark.deadline is not None and mark.meeting is not None:
        found.append(formats.day(mark.meeting.day))
    elif mark.meeting is not None and mark.meeting.place and is_wide:
        found.append(mark.meeting.place)
    return found


def _dates(*, with_week: bool) -> int:
    """The width kept for a day's number and weekday, and its week."""
    metrics, small = QFontMetrics(font(Type.BODY)), QFontMetrics(font(Type.CAPTION))
    words = metrics.horizontalAdvance(formats.short_weekday(date(2026, 3, 4)))
    week = small.horizontalAdvance(formats.week(date(2026, 12, 28)))
    width = scaled(_NUMBER) + words + scaled(4 + Space.S + Space.S + Space.S)
    return width + week + scaled(Space.M) if with_week else width


def _times(weight: QFont) -> int:
    """The width kept for the times of a meeting."""
    from_to = formats.time_range(time(20), time(22))
    return QFontMetrics(weight).horizontalAdvance(from_to) + scaled(2)
