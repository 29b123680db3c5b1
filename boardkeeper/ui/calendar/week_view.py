"""A week as a grid of hours, meetings that overlap side by side, what is due above them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.i18n import _
from boardkeeper.ui.calendar.days_view import DayPlace, DaysView, Layout, MarkPlace
from boardkeeper.ui.calendar.lanes import lanes_of
from boardkeeper.ui.calendar.marks import Days, Mark
from boardkeeper.ui.calendar.spans import capitalised
from boardkeeper.ui.calendar.strokes import (
    LINE,
    NumberLook,
    paint_block,
    paint_keyboard,
    paint_mark,
    paint_number,
)
from boardkeeper.ui.kit import Space, Type, colours, font, paint_words, scaled

_HOUR = 40
_LEAST_HOUR = 28
"""The height of an hour where the day of the week's meetings has to be seen in less room."""
_NUMBER = 28
_NAME = 24
_ABOVE = 22
_ROOMY = 64
"""The width of a day below which its weekday stands above its number."""
_GAP = 2
_LEAST_MINUTES = 36
_EVENING_ENDS = 22 * 60 + 30
_MOST_DUE = 4
_DAY = 36
_MIDNIGHT = 24 * 60


class WeekView(QWidget):
    """The heads of the days, and under them the hours, which scroll."""

    day_chosen = Signal(date)
    day_opened = Signal(date)
    mark_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hours = WeekHours()
        self._heads = WeekHeads(self._hours)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setWidget(self._hours)
        self._scroll.viewport().installEventFilter(self)
        self._monday = date.min
        self._scrolled_to = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heads)
        column.addWidget(self._scroll, 1)
        self.setFocusProxy(self._hours)
        self._hours.keyboard_moved.connect(self._heads.give_keyboard)
        for view in (self._heads, self._hours):
            view.day_chosen.connect(self.day_chosen)
            view.day_opened.connect(self.day_opened)
            view.mark_opened.connect(self.mark_opened)

    def show_week(self, days: Days, chosen: date, now: datetime) -> None:
        """Show the week of the chosen day, and the time if today is in it."""
        self._hours.now = now
        self._heads.show_days(days, chosen)
        self._hours.show_days(days, chosen)
        self._scroll.verticalScrollBar().setSingleStep(scaled(_HOUR))
        if days.first != self._monday:
            self._monday = days.first
            self._scroll_to_meetings()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_hours"):
            self._scroll_to_meetings()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """More or fewer hours are seen: the meetings still are, unless somebody has scrolled."""
        is_resized = event.type() == QEvent.Type.Resize and watched is self._scroll.viewport()
        if is_resized and self._scroll.verticalScrollBar().value() == self._scrolled_to:
            self._scroll_to_meetings()
        return super().eventFilter(watched, event)

    def _scroll_to_meetings(self) -> None:
        """Let the week's meetings be seen, before the area has got its new size too."""
        seen = self._scroll.viewport().height()
        self._hours.fit(seen)
        bar = self._scroll.verticalScrollBar()
        bar.setRange(0, max(0, self._hours.sizeHint().height() - seen))
        bar.setValue(self._hours.top_of_day(seen))
        self._scrolled_to = bar.value()


class WeekHeads(DaysView):
    """Weekday, number and holiday of each day, and what is due on it, over the hours' columns."""

    def __init__(self, hours: WeekHours, parent: QWidget | None = None) -> None:
        super().__init__(_("Days of the week"), parent)
        self._hours = hours
        hours.resized.connect(self.place_anew)
        self.has_keyboard = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def give_keyboard(self, has_keyboard: bool) -> None:
        """Show or hide the ring around the chosen day."""
        self.has_keyboard = has_keyboard
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        lines = min(_MOST_DUE, max((len(self._due(day)) for day in _week(self.days)), default=0))
        height = self._top() + scaled(Space.XS) + lines * scaled(LINE)
        return QSize(gutter() + 7 * scaled(_DAY), height + (scaled(Space.XS) if lines else 0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def laid_out(self) -> Layout:
        days, marks = [], []
        for column, day in enumerate(_week(self.days)):
            rect = _column(self._hours, column)
            rect.setHeight(self.height())
            due = self._due(day)
            fitting = len(due) if len(due) <= _MOST_DUE else _MOST_DUE - 1
            top, line = self._top(), scaled(LINE)
            left, width = rect.left() + scaled(4), rect.width() - scaled(7)
            marks += [
                MarkPlace(QRect(left, top + at * line, width, scaled(LINE)), mark)
                for at, mark in enumerate(due[:fitting])
            ]
            hidden = len(due) - fitting
            more = QRect(left, top + fitting * line, width, scaled(LINE)) if hidden else QRect()
            days.append(DayPlace(rect, day, hidden, more))
        return Layout(days, marks)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        painter = QPainter(self)
        for place in self.places.days:
            self._paint_head(painter, place)
        for shown in self.places.marks:
            paint_mark(painter, shown.rect, shown.mark, is_lit=shown.mark is self.lit)
        painter.setPen(QColor(colours().divider))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _paint_head(self, painter: QPainter, place: DayPlace) -> None:
        day = place.day
        left, top = place.rect.left() + scaled(4), self._above()
        look = NumberLook(is_today=day == self.days.today, is_chosen=day == self.chosen)
        side = scaled(_NUMBER - 4)
        if self.has_keyboard and day == self.chosen:
            ring = QRect(place.rect.left(), 0, place.rect.width(), top + scaled(_NUMBER + 4))
            paint_keyboard(painter, ring)
        words = str(day.day)
        paint_number(painter, QRect(left, top + scaled(4), side, side), words, look)
        self._paint_weekday(painter, place, left + side + scaled(8))
        closed = "" if top else self.days.closed.get(day, "")
        width = place.rect.width() - scaled(12)
        below = QRect(left + scaled(4), top + scaled(_NUMBER + 5), width, scaled(_NAME - 2))
        paint_words(painter, below, closed, font(Type.CAPTION), colours().muted)
        if place.hidden:
            more = _("{count} more").format(count=place.hidden)
            room = place.more.adjusted(scaled(8), 0, 0, 0)
            paint_words(painter, room, more, font(Type.CAPTION), colours().accent)

    def _paint_weekday(self, painter: QPainter, place: DayPlace, start: int) -> None:
        """The weekday, beside the number from `start` on or above it."""
        day, above = place.day, self._above()
        is_today = day == self.days.today
        is_quiet = self.days.is_quiet(day) and not is_today
        colour = colours().muted if is_quiet else colours().text
        wide = place.rect.right() - start - scaled(Space.S)
        room = QRect(start, scaled(4), wide, scaled(_NUMBER - 4))
        size = Type.BODY
        if above:
            left = place.rect.left() + scaled(8)
            room = QRect(left, scaled(2), place.rect.right() - left, above)
            size = Type.CAPTION
        words = capitalised(self._weekday(room.width())(day))
        paint_words(painter, room, words, font(size, is_strong=is_today), colour)

    def _above(self) -> int:
        """The height kept above the numbers for the weekdays, where they do not fit beside."""
        return scaled(_ABOVE) if self._hours.width() - gutter() < 7 * scaled(_ROOMY) else 0

    def _weekday(self, room: int) -> Callable[[date], str]:
        """The way of writing weekdays that all seven have room for."""
        metrics = QFontMetrics(font(Type.BODY, is_strong=True))
        for way in (formats.weekday, formats.short_weekday):
            widest = max(metrics.horizontalAdvance(way(day)) for day in _week(self.days))
            if widest <= room:
                return way
        return lambda day: formats.weekday(day)[:1]

    def _top(self) -> int:
        """Where what is due begins: under the names of holidays, if the week has any."""
        above = self._above()
        has_names = not above and any(day in self.days.closed for day in _week(self.days))
        return above + scaled(_NUMBER + Space.S) + (scaled(_NAME) if has_names else 0)

    def _due(self, day: date) -> list[Mark]:
        return [each for each in self.days.on(day) if each.deadline is not None]


class WeekHours(DaysView):
    """The hours of seven days with their meetings. The heads above show who has the keyboard."""

    keyboard_moved = Signal(bool)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Week"), parent)
        self.now: datetime | None = None
        self._hour = scaled(_HOUR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(gutter() + 7 * scaled(_DAY), 24 * self._hour + scaled(Space.S))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def fit(self, seen: int) -> None:
        """Make the hours as high as they can be for all meetings to be seen in so many pixels.

        They are never higher than usual; and as high as usual where even low ones would not do.
        """
        held = self._held()
        first = min((start for start, _end in held), default=0)
        last = max((end for _start, end in held), default=60)
        fitting = (seen - 2 * scaled(Space.S)) * 60 // (last - first)
        hour = min(fitting, scaled(_HOUR)) if fitting >= scaled(_LEAST_HOUR) else scaled(_HOUR)
        if hour != self._hour:
            self._hour = hour
            self.place_anew()

    def top_of_day(self, seen: int) -> int:
        """Where to scroll, so many pixels being seen.

        To the end of the evening or of the latest meeting, unless an earlier one is hidden then.
        """
        held, air = self._held(), scaled(Space.S)
        last = max([self._y(_EVENING_ENDS), *(self._y(end) + air for _start, end in held)])
        return max(0, min([last - seen, *(self._y(start) - air for start, _end in held)]))

    def _held(self) -> list[tuple[int, int]]:
        """First and last minute of every meeting of the week."""
        return [
            minutes_of(each)
            for day in _week(self.days)
            for each in self.days.on(day)
            if each.deadline is None
        ]

    def laid_out(self) -> Layout:
        days, marks = [], []
        for column, day in enumerate(_week(self.days)):
            rect = _column(self, column)
            days.append(DayPlace(rect, day))
            meetings = [each for each in self.days.on(day) if each.deadline is None]
            parts = sorted(((*minutes_of(each), at) for at, each in enumerate(meetings)))
            lanes = lanes_of([(start, end) for start, end, _at in parts])
            room = rect.adjusted(scaled(2), 0, -scaled(3), 0)
            for (start, end, at), lane in zip(parts, lanes, strict=True):
                left = room.left() + room.width() * lane.index // lane.count
                right = room.left() + room.width() * (lane.index + 1) // lane.count
                block = QRect(left, self._y(start) + 1, right - left - _GAP, 0)
                block.setBottom(self._y(end) - 2)
                marks.append(MarkPlace(block, meetings[at]))
        return Layout(days, marks)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.keyboard_moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.keyboard_moved.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        ground = QRect(gutter(), 0, self.width() - gutter(), self.height())
        painter.fillRect(ground, QColor(colours().surface))
        for place in self.places.days:
            if self.days.is_quiet(place.day):
                painter.fillRect(place.rect, QColor(colours().background))
        self._paint_hours(painter)
        for place in self.places.days:
            painter.setPen(QColor(colours().divider))
            painter.drawLine(place.rect.topLeft(), place.rect.bottomLeft())
        for shown in self.places.marks:
            if shown.rect.intersects(event.rect()):
                paint_block(painter, shown.rect, shown.mark, is_lit=shown.mark is self.lit)
        self._paint_now(painter)
        painter.end()

    def _paint_hours(self, painter: QPainter) -> None:
        for hour in range(24):
            y = self._y(hour * 60)
            painter.setPen(QColor(colours().divider))
            painter.drawLine(gutter(), y, self.width(), y)
            if hour:
                place = QRect(0, y - scaled(10), gutter() - scaled(Space.S), scaled(20))
                words = formats.time(time(hour))
                right = Qt.AlignmentFlag.AlignRight
                paint_words(painter, place, words, font(Type.CAPTION), colours().muted, right)

    def _paint_now(self, painter: QPainter) -> None:
        today = self.now.date() if self.now else None
        place = next((each for each in self.places.days if each.day == today), None)
        if place is None or self.now is None:
            return
        y = self._y(self.now.hour * 60 + self.now.minute)
        painter.setPen(QPen(QColor(colours().accent), 2))
        painter.drawLine(place.rect.left() + 1, y, place.rect.right(), y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours().accent))
        painter.drawEllipse(QPoint(place.rect.left() + 1, y), 3, 3)

    def _y(self, minutes: int) -> int:
        return self._hour * minutes // 60 + scaled(Space.S)


def minutes_of(mark: Mark) -> tuple[int, int]:
    """The first and the last minute of a meeting on its day, by the clock; long enough to read."""
    meeting = mark.meeting
    if meeting is None:
        return 0, 0
    midnight = datetime.combine(mark.on, time())
    start = max(0, int((meeting.starts_at - midnight).total_seconds() // 60))
    end = min(_MIDNIGHT, int((meeting.ends_at - midnight).total_seconds() // 60))
    if end - start < _LEAST_MINUTES:
        start = min(start, _MIDNIGHT - _LEAST_MINUTES)
        end = start + _LEAST_MINUTES
    return start, end


def gutter() -> int:
    """The width kept for the hours, before the first day."""
    words = formats.time(time(20))
    return QFontMetrics(font(Type.CAPTION)).horizontalAdvance(words) + scaled(Space.L)


def _week(days: Days) -> list[date]:
    if days.first == date.min:
        return []
    return [days.first + timedelta(days=n) for n in range(7)]


def _column(view: QWidget, column: int) -> QRect:
    """The strip of a day; what division leaves over is shared out."""
    width = view.width() - gutter()
    left, right = width * column // 7, width * (column + 1) // 7
    return QRect(gutter() + left, 0, right - left, view.height())
