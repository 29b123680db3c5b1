"""The calendar that opens beside a date field."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.i18n import Language, _, language
from boardkeeper.ui.kit.buttons import Button, ButtonKind, IconButton
from boardkeeper.ui.kit.labels import Heading
from boardkeeper.ui.kit.painting import paint_ground, paint_ring
from boardkeeper.ui.kit.theme import colours, font, scaled
from boardkeeper.ui.kit.tokens import RADIUS, Space, Type


class CalendarPopup(QFrame):
    """A month to choose a day from; closes when a day is chosen or Esc is pressed."""

    chosen = Signal(object)

    def __init__(self, day: dt.date, today: dt.date, *, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "popup")
        self._today = today
        self._month_name = Heading("")
        self._month_name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._month = Month(day, today)
        self._build()
        self._on_page_changed()

    def show_under(self, widget: QWidget) -> None:
        """Open under a widget, or above it where the screen ends."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + Space.XS))
        screen = widget.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place.setY(widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - Space.XS)
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self._month.setFocus()

    def _build(self) -> None:
        earlier = IconButton("chevron-left", _("Month before"))
        later = IconButton("chevron-right", _("Month after"))
        earlier.clicked.connect(self._month.showPreviousMonth)
        later.clicked.connect(self._month.showNextMonth)
        head = QHBoxLayout()
        head.addWidget(earlier)
        head.addWidget(self._month_name, 1)
        head.addWidget(later)
        today = Button(_("Today"), kind=ButtonKind.QUIET)
        today.clicked.connect(lambda: self._choose(self._today))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self._month)
        column.addWidget(today, 0, Qt.AlignmentFlag.AlignHCenter)
        self._month.currentPageChanged.connect(self._on_page_changed)
        self._month.clicked.connect(self._on_day)
        self._month.activated.connect(self._on_day)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_page_changed(self) -> None:
        shown = dt.date(self._month.yearShown(), self._month.monthShown(), 1)
        words = formats.month(shown)
        self._month_name.setText(f"{words[:1].upper()}{words[1:]}")

    def _on_day(self, day: QDate) -> None:
        self._choose(dt.date(day.year(), day.month(), day.day()))

    def _choose(self, day: dt.date) -> None:
        self.chosen.emit(day)
        self.close()


class Month(QCalendarWidget):
    """Qt's month in our colours: Monday first, week numbers, no red Sundays."""

    def __init__(self, day: dt.date, today: dt.date) -> None:
        super().__init__()
        self._today = today
        is_danish = language() is Language.DANISH
        self.setLocale(
            QLocale(QLocale.Language.Danish, QLocale.Country.Denmark)
            if is_danish
            else QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
        )
        self.setNavigationBarVisible(False)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(colours().muted))
        quiet.setFont(font(Type.CAPTION))
        self.setHeaderTextFormat(quiet)
        plain = QTextCharFormat()
        plain.setForeground(QColor(colours().muted))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekday, plain)
        self.setSelectedDate(QDate(day.year, day.month, day.day))
        self.setAccessibleName(_("Calendar"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(36) * 8 + scaled(8), scaled(36) * 7 + scaled(8))

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:  # noqa: N802 - Qt's name
        now = colours()
        is_shown = date.month() == self.monthShown()
        colour = now.text if is_shown else now.muted
        place = rect.adjusted(2, 2, -2, -2)
        painter.save()
        if date == self.selectedDate():
            paint_ground(painter, place, now.accent, radius=RADIUS)
            colour = now.on_accent
        elif (date.year(), date.month(), date.day()) == (
            self._today.year,
            self._today.month,
            self._today.day,
        ):
            paint_ring(painter, place, now.accent)
        painter.setFont(font(Type.BODY, is_strong=date == self.selectedDate()))
        painter.setPen(QColor(colour))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(date.day()))
        painter.restore()
