"""The load by week on screen: one points at a week to hear of it, and chooses one to see why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from boardkeeper.domain.sheets.week_bars import (
    WeekBars,
    bars_between,
    height_of_key,
    week_bars,
    week_spans,
)
from boardkeeper.ui.kit import announce, colours, paint_ground, paint_ring, scaled, set_tooltip
from boardkeeper.ui.stroke_painting import paint_stroke

_TEXT = 13
_BARS = 270
_NARROWEST = 320
_BELOW = 1.6
"""How far below the bars the mark of the chosen week reaches, in sizes of text."""

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -4, Qt.Key.Key_PageDown: 4}


class WeekPicture(QWidget):
    """Weeks of hours against a ceiling. `chosen` tells the place of the week one has chosen.

    With the keyboard one goes from week to week with the arrows, four at a time with Page Up and
    Page Down, and to the ends with Home and End; what is said of the week is spoken.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: WeekBars | None = None
        self._told: tuple[str, ...] = ()
        self._at: int | None = None
        self._drawn: QPixmap | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def chosen_week(self) -> int | None:
        """The place of the chosen week, if one is."""
        return self._at

    def show_chart(self, chart: WeekBars, told: Sequence[str]) -> None:
        """Show this chart; `told` says each of its weeks in words."""
        self._chart = chart
        self._told = tuple(told)
        if self._at is not None and self._at >= len(chart.weeks):
            self._at = None
        self.setAccessibleName(f"{chart.title} ({chart.unit})")
        self._describe()
        self._set_height()
        self._redraw()

    def choose(self, at: int | None) -> None:
        """Mark a week as the chosen one, without telling."""
        self._at = at
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(2 * _NARROWEST), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_NARROWEST, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._set_height()
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        self._set_height()
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self._place_of_chosen()
        if place is not None:
            paint_ground(painter, place.toRect(), colours().selected)
        painter.drawPixmap(0, 0, self._picture(self._chart))
        if place is not None and self.hasFocus():
            paint_ring(painter, place.toRect(), colours().accent)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        at = self._week_at(event.position().x(), event.position().y())
        set_tooltip(self, self._told[at] if at is not None else "")
        shape = Qt.CursorShape.ArrowCursor if at is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        at = self._week_at(event.position().x(), event.position().y())
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self._go_to(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        at = self._wanted_by(Qt.Key(event.key()))
        if at is None:
            super().keyPressEvent(event)
        else:
            self._go_to(at)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.update()

    def _go_to(self, at: int) -> None:
        if at == self._at:
            return
        self.choose(at)
        announce(self, self._told[at])
        self.chosen.emit(at)

    def _wanted_by(self, key: Qt.Key) -> int | None:
        """The week a key leads to, within the weeks there are."""
        last = len(self._told) - 1
        if last < 0:
            return None
        if key is Qt.Key.Key_Home:
            return 0
        if key is Qt.Key.Key_End:
            return last
        if key not in _STEPS:
            return None
        return 0 if self._at is None else min(max(self._at + _STEPS[key], 0), last)

    def _week_at(self, x: float, y: float) -> int | None:
        if self._chart is None:
            return None
        _top, foot = bars_between(self._chart, self.width(), self.height(), self._size)
        if y > foot + _BELOW * self._size:
            return None
        spans = week_spans(self._chart, self.width(), self._size)
        return next((at for at, (start, end) in enumerate(spans) if start <= x < end), None)

    def _place_of_chosen(self) -> QRectF | None:
        if self._chart is None or self._at is None:
            return None
        start, end = week_spans(self._chart, self.width(), self._size)[self._at]
        _top, foot = bars_between(self._chart, self.width(), self.height(), self._size)
        top = 1.3 * self._size
        return QRectF(start, top, end - start, foot + _BELOW * self._size - top)

    def _picture(self, chart: WeekBars) -> QPixmap:
        """The strokes, drawn once for as long as nothing changes: a pointer passes often."""
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.devicePixelRatio() != ratio:
            self._drawn = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for stroke in week_bars(chart, self.width(), self.height(), self._size):
                paint_stroke(painter, stroke)
            painter.end()
        return self._drawn

    def _redraw(self) -> None:
        self._drawn = None
        self.update()

    def _describe(self) -> None:
        """What is said of the picture: the chosen week, or else all that is red."""
        at = self._at
        told = self._told[at] if at is not None and at < len(self._told) else ""
        if not told and self._chart is not None:
            weeks = zip(self._chart.weeks, self._told, strict=True)
            told = " ".join(words for week, words in weeks if week.is_red)
        self.setAccessibleDescription(told)

    @property
    def _size(self) -> float:
        return scaled(_TEXT)

    def _set_height(self) -> None:
        """The bars are always as high; the names below them need more lines where it is narrow."""
        below = height_of_key(self._chart, self.width(), self._size) if self._chart else 0.0
        self.setFixedHeight(round(scaled(_BARS) + below))
