"""Where the hours go against what comes back, on screen: the same strokes as on paper."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boardkeeper import formats
from boardkeeper.domain.sheets.balance_chart import Balance, balance, height_of
from boardkeeper.i18n import _
from boardkeeper.ui.kit import scaled
from boardkeeper.ui.stroke_painting import paint_stroke

_TEXT = 13
_NARROWEST = 360


class BalancePicture(QWidget):
    """Hours to the left, results to the right, board by board.

    It is a picture: those who hear the screen, and the keyboard, have the table beside it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Balance | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Balance) -> None:
        """Show this chart."""
        self._chart = chart
        self.setAccessibleName(chart.title)
        told = (
            _("{name}: {hours} in, {count} out").format(
                name=each.name, hours=formats.hours(each.minutes), count=each.count
            )
            for each in chart.rows
        )
        self.setAccessibleDescription(", ".join(told))
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
        for stroke in balance(self._chart, self.width(), scaled(_TEXT)):
            paint_stroke(painter, stroke)
        painter.end()

    def _set_height(self) -> None:
        if self._chart is not None:
            self.setFixedHeight(round(height_of(self._chart, self.width(), scaled(_TEXT))))
