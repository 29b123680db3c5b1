"""The wheel on screen: the same strokes as on paper, in the colours of the theme."""

from __future__ import annotations

from math import dist

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from boardkeeper.domain.agenda import WheelTaskId
from boardkeeper.domain.sheets.wheel_drawing import (
    RADIUS,
    Disc,
    Line,
    Paint,
    Sector,
    Stroke,
    TaskMark,
    Words,
    task_marks,
    wheel,
)
from boardkeeper.domain.sheets.yearwheel import WheelSheet
from boardkeeper.i18n import _
from boardkeeper.ui.kit import Type, colours, font, organisation_colour, set_tooltip

_SMALLEST = 200
_LARGEST = 760
_MARGIN = 4


class WheelPicture(QWidget):
    """Shows a year; a click on a task's number chooses the task.

    The list beside it is the way in by keyboard and for those who hear the screen.
    """

    task_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: WheelSheet | None = None
        self._chosen: WheelTaskId | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_SMALLEST, _SMALLEST)

    def show_sheet(self, sheet: WheelSheet) -> None:
        """Show this year."""
        self._sheet = sheet
        name = _("Year wheel {year}: tasks {tasks}, meetings {meetings}")
        counts = {"tasks": len(sheet.tasks), "meetings": len(sheet.meetings)}
        self.setAccessibleName(name.format(year=sheet.year, **counts))
        self.update()

    def choose(self, task_id: WheelTaskId | None) -> None:
        """Fill the number of that task."""
        self._chosen = task_id
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(520, 520)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        if self._sheet is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._centre)
        painter.scale(self._scale, self._scale)
        shades = _Shades(self._sheet.colour.value)
        for stroke in wheel(self._sheet, self._chosen):
            _paint(painter, stroke, shades)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        mark = self._mark_at(event.position())
        if mark is not None:
            self.task_chosen.emit(mark.task.task_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        mark = self._mark_at(event.position())
        set_tooltip(self, mark.task.title if mark else "")
        shape = Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    @property
    def _side(self) -> float:
        return min(self.width(), self.height(), _LARGEST)

    @property
    def _scale(self) -> float:
        return (self._side / 2 - _MARGIN) / RADIUS

    @property
    def _centre(self) -> QPointF:
        return QPointF(self.width() / 2, self._side / 2)

    def _mark_at(self, place: QPointF) -> TaskMark | None:
        if self._sheet is None:
            return None
        at = (place - self._centre) / self._scale
        for mark in task_marks(self._sheet):
            if dist((at.x(), at.y()), (mark.x, mark.y)) <= mark.radius + 1:
                return mark
        return None


class _Shades:
    """The colours of one organisation's wheel in the theme on screen."""

    def __init__(self, colour: str) -> None:
        now, hue = colours(), organisation_colour(colour)
        ground = QColor(now.surface)
        self._colours = {
            Paint.INK: QColor(now.text),
            Paint.QUIET: QColor(now.muted),
            Paint.RULE: QColor(now.divider),
            Paint.PAPER: ground,
            Paint.HUE: hue,
            Paint.TINT: _mixed(hue, ground, 0.24),
            Paint.WASH: _mixed(hue, ground, 0.1),
        }

    def of(self, paint: Paint) -> QColor:
        return self._colours[paint]


def _mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """So much of the colour, the rest the ground's."""
    return QColor.fromRgbF(
        share * colour.redF() + (1 - share) * ground.redF(),
        share * colour.greenF() + (1 - share) * ground.greenF(),
        share * colour.blueF() + (1 - share) * ground.blueF(),
    )


def _paint(painter: QPainter, stroke: Stroke, shades: _Shades) -> None:
    if isinstance(stroke, Sector):
        painter.fillPath(_ring_part(stroke), shades.of(stroke.fill))
    elif isinstance(stroke, Disc):
        painter.setPen(
            QPen(shades.of(stroke.outline), stroke.thickness)
            if stroke.outline is not None
            else Qt.PenStyle.NoPen
        )
        painter.setBrush(shades.of(stroke.fill))
        painter.drawEllipse(QPointF(stroke.x, stroke.y), stroke.radius, stroke.radius)
    elif isinstance(stroke, Line):
        painter.setPen(QPen(shades.of(stroke.paint), stroke.thickness))
        painter.drawLine(QPointF(*stroke.start), QPointF(*stroke.end))
    else:
        _paint_words(painter, stroke, shades)


def _ring_part(sector: Sector) -> QPainterPath:
    """Qt's angles run the other way, from the right."""
    path = QPainterPath()
    first, last = 90 - sector.start, 90 - sector.start - sector.sweep
    if sector.sweep >= 360:
        path.addEllipse(_square(sector.outer))
        path.addEllipse(_square(sector.inner))
        return path
    path.arcMoveTo(_square(sector.outer), first)
    path.arcTo(_square(sector.outer), first, -sector.sweep)
    path.arcTo(_square(sector.inner), last, sector.sweep)
    path.closeSubpath()
    return path


def _square(radius: float) -> QRectF:
    return QRectF(-radius, -radius, 2 * radius, 2 * radius)


def _paint_words(painter: QPainter, words: Words, shades: _Shades) -> None:
    """As outlines, so that a turned word is as crisp as an upright one at any size."""
    shown = font(Type.BODY, is_strong=words.is_strong)
    shown.setPointSizeF(100)
    metrics = QFontMetricsF(shown)
    path = QPainterPath()
    path.addText(
        -metrics.horizontalAdvance(words.text) / 2, metrics.capHeight() / 2, shown, words.text
    )
    em = metrics.ascent() + metrics.descent()
    scale = words.size * 1.25 / em
    wide = metrics.horizontalAdvance(words.text) * scale
    if wide > words.room:
        scale *= words.room / wide
    painter.save()
    painter.translate(words.x, words.y)
    painter.rotate(words.turn)
    painter.scale(scale, scale)
    painter.fillPath(path, shades.of(words.paint))
    painter.restore()
