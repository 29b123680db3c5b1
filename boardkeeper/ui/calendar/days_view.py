"""What the painted views share: the chosen day, the keys that move it, what is under the pointer.

A view lays itself out as places of marks and days; painting and pointing use the same places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from boardkeeper.domain.clashes import monday_of
from boardkeeper.ui.calendar.marks import Days, Mark
from boardkeeper.ui.kit import Action, announce, fill_menu


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """Where a mark stands."""

    rect: QRect
    mark: Mark


@dataclass(frozen=True, slots=True)
class DayPlace:
    """Where a day stands, and how many of its marks found no room there."""

    rect: QRect
    day: date
    hidden: int = 0
    more: QRect = QRect()  # noqa: RUF009 - an empty rectangle nobody changes


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything the view shows, placed."""

    days: Sequence[DayPlace] = ()
    marks: Sequence[MarkPlace] = ()


class DaysView(QWidget):
    """A view of days. It paints nothing itself; a kind of view says where things are."""

    day_chosen = Signal(date)
    day_opened = Signal(date)
    mark_opened = Signal(object)

    STEP_DOWN = 0
    """Days the arrow down moves; 0 leaves the arrow to whatever scrolls."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.days = Days(first=date.min, last=date.min, today=date.min)
        self.chosen = date.min
        self.lit: Mark | None = None
        self._layout: Layout | None = None
        self._menu = QMenu(self)

    def show_days(self, days: Days, chosen: date) -> None:
        """Show a span with one of its days chosen."""
        is_same = days is self.days
        self.days = days
        self.chosen = chosen
        if is_same:
            self.update()
        else:
            self.lit = None
            self.place_anew()
        self._say_day()

    def laid_out(self) -> Layout:
        """Where everything is at the size the view has now."""
        raise NotImplementedError

    @property
    def places(self) -> Layout:
        """The layout, made once for each size and span."""
        if self._layout is None:
            self._layout = self.laid_out()
        return self._layout

    def rect_of(self, day: date) -> QRect:
        """Where the day stands; an empty rectangle where it is not shown."""
        return next((each.rect for each in self.places.days if each.day == day), QRect())

    def place_anew(self) -> None:
        """Lay out again when next painted."""
        self._layout = None
        self.updateGeometry()
        self.update()

    def show_menu_of(self, day: date) -> None:
        """Offer everything that stands on the day."""
        place = self.rect_of(day)
        fill_menu(
            self._menu,
            [
                Action(f"{each.begins} {each.title} · {each.label}".strip(), self._opening(each))
                for each in self.days.on(day)
            ],
        )
        self._menu.popup(self.mapToGlobal(place.topLeft() + QPoint(0, min(place.height(), 32))))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        before = monday_of(self.chosen)
        days = {
            Qt.Key.Key_Left: self.chosen - timedelta(days=1),
            Qt.Key.Key_Right: self.chosen + timedelta(days=1),
            Qt.Key.Key_Home: before,
            Qt.Key.Key_End: before + timedelta(days=6),
        }
        if self.STEP_DOWN:
            days[Qt.Key.Key_Up] = self.chosen - timedelta(days=self.STEP_DOWN)
            days[Qt.Key.Key_Down] = self.chosen + timedelta(days=self.STEP_DOWN)
        key = Qt.Key(event.key())
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if key in days and is_plain:
            self.day_chosen.emit(days[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain:
            self._open_chosen()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        place = event.position().toPoint()
        day = self._day_at(place)
        if event.button() is not Qt.MouseButton.LeftButton or day is None:
            return
        mark = self._mark_at(place)
        if mark is not None:
            self.mark_opened.emit(mark)
        elif day.more.contains(place):
            self.show_menu_of(day.day)
        else:
            self.day_chosen.emit(day.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        place = event.position().toPoint()
        day = self._day_at(place)
        if day is not None and self._mark_at(place) is None and not day.more.contains(place):
            self.day_opened.emit(day.day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._light(self._mark_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().leaveEvent(event)
        self._light(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        is_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = None if is_key else self._day_at(event.pos())
        day = place.day if place else self.chosen
        if self.days.on(day):
            self.show_menu_of(day)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._layout = None

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if hasattr(self, "_layout"):  # Qt changes fonts before we are made
            self.place_anew()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tooltip_at(event.pos()), self)
            return True
        return super().event(event)

    def tooltip_at(self, place: QPoint) -> str:
        """What is under the pointer, in full, or the name of the holiday."""
        mark = self._mark_at(place)
        day = self._day_at(place)
        if mark is not None:
            lines = mark.lines
        else:
            lines = [self.days.closed.get(day.day, "")] if day else []
        words = "<br>".join(escape(line) for line in lines if line)
        return f"<span>{words}</span>" if words else ""

    def _open_chosen(self) -> None:
        marks = self.days.on(self.chosen)
        if not marks:
            self.day_opened.emit(self.chosen)
        elif len(marks) == 1:
            self.mark_opened.emit(marks[0])
        else:
            self.show_menu_of(self.chosen)

    def _opening(self, mark: Mark) -> _Opening:
        return _Opening(self, mark)

    def _mark_at(self, place: QPoint) -> Mark | None:
        return next((each.mark for each in self.places.marks if each.rect.contains(place)), None)

    def _day_at(self, place: QPoint) -> DayPlace | None:
        return next((each for each in self.places.days if each.rect.contains(place)), None)

    def _light(self, mark: Mark | None) -> None:
        if mark is not self.lit:
            self.lit = mark
            shape = Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def _say_day(self) -> None:
        spoken = self.days.spoken(self.chosen)
        self.setAccessibleDescription(spoken)
        if self.hasFocus():
            announce(self, spoken)


@dataclass(frozen=True, slots=True)
class _Opening:
    """Opens a mark when the menu's item is chosen."""

    view: DaysView
    mark: Mark

    def __call__(self) -> None:
        self.view.mark_opened.emit(self.mark)
