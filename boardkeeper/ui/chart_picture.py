"""Stacked bars on screen: the same strokes as on paper, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boardkeeper import formats
from boardkeeper.domain.sheets.charts import (
    StackedBars,
    column_spans,
    height_of_legend,
    stacked_bars,
)
from boardkeeper.i18n import _
from boardkeeper.ui.kit import scaled, set_tooltip
from boardkeeper.ui.stroke_painting import paint_stroke

_TEXT = 13
_BARS = 190
_NARROWEST = 360


class ChartPicture(QWidget):
    """Shows a chart; what stands in a column is told where one points.

    It is a picture: those who hear the screen, and the keyboard, have the table beside it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: StackedBars | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: StackedBars) -> None:
        """Show this chart."""
        self._chart = chart
        told = ", ".join(
            f"{name} {formats.number(total)}"
            for name, total in zip(chart.columns, chart.totals, strict=True)
            if total
        )
        self.setAccessibleName(f"{chart.title} ({chart.unit})")
        self.setAccessibleDescription(told or _("nothing"))
        self._set_height()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(2 * _NARROWEST), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_NARROWEST, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._set_height()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        self._set_height()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and form
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in stacked_bars(self._chart, self.width(), self.height(), self._size):
            paint_stroke(painter, stroke)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        set_tooltip(self, self._told_at(event.position().x()))

    @property
    def _size(self) -> float:
        return scaled(_TEXT)

    def _set_height(self) -> None:
        """The bars are always as high; the names below them need more lines where it is narrow."""
        legend = height_of_legend(self._chart, self.width(), self._size) if self._chart else 0.0
        self.setFixedHeight(round(scaled(_BARS) + legend))

    def _told_at(self, x: float) -> str:
        """The parts of the column that is pointed at, the topmost first."""
        if self._chart is None:
            return ""
        for at, (start, end) in enumerate(column_spans(self._chart, self.width(), self._size)):
            if start <= x < end and self._chart.totals[at]:
                parts = [
                    f"{each.name} {formats.number(each.values[at])}"
                    for each in reversed(self._chart.series)
                    if each.values[at]
                ]
                total = formats.number(self._chart.totals[at])
                return " · ".join((f"{self._chart.columns[at]} {total}", *parts))
        return ""
