"""The five rules of a network as five gauges, each opening the rows behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.gauges import Gauge, rule_name
from boardkeeper.domain.sheets.review import gauge_line
from boardkeeper.i18n import _
from boardkeeper.ui.behind import rows_of_rule, show_behind
from boardkeeper.ui.gauge_row import GaugeRow, GaugeTile, percent
from boardkeeper.ui.kit import Caption, Card, Space
from boardkeeper.ui.kit.cards import empty
from boardkeeper.ui.wrapping import Wrapping


class GaugesCard(Card):
    """The five rules. `wanted` is a record one wants to see."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("The five rules"), parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._shown: tuple[Gauge, ...] = ()
        self.add_layout(self._rows)
        self.add(Caption(_("The mark across a bar is the target.")))

    def show_gauges(self, gauges: tuple[Gauge, ...]) -> None:
        self.setVisible(bool(gauges))
        if gauges == self._shown:
            return
        self._shown = gauges
        empty(self._rows)
        for each in gauges:
            row = GaugeRow(gauge_line(each))
            row.clicked.connect(lambda _on=False, gauge=each: self._show(gauge))
            self._rows.addWidget(row)

    def _show(self, gauge: Gauge) -> None:
        show_gauge(self, gauge, self.wanted.emit)


class GaugeTiles(QWidget):
    """The five rules beside one another. `wanted` is a record one wants to see."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = Wrapping(Space.S, self)
        self._tiles: list[GaugeTile] = []
        self._shown: tuple[Gauge, ...] = ()

    def show_gauges(self, gauges: Sequence[Gauge]) -> None:
        if tuple(gauges) == self._shown:
            return
        self._shown = tuple(gauges)
        for tile in self._tiles:
            self._line.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = [self._made(each) for each in gauges]
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._share_width()

    def _made(self, gauge: Gauge) -> GaugeTile:
        tile = GaugeTile(gauge_line(gauge), _points(gauge))
        tile.clicked.connect(lambda: show_gauge(self, gauge, self.wanted.emit))
        self._line.add(tile)
        return tile

    def _share_width(self) -> None:
        """As many in a line as there is room for, all equally wide."""
        if not self._tiles:
            return
        gap = self._line.spacing()
        least = self._tiles[0].minimumSizeHint().width()
        room = max(1, (self.width() + gap) // (least + gap))
        across = min(len(self._tiles), room)
        for tile in self._tiles:
            tile.set_width((self.width() + gap) // across - gap)


def show_gauge(parent: QWidget, gauge: Gauge, wanted: Callable[[object], object]) -> None:
    """Open the rows behind a gauge."""
    number = " · ".join(
        filter(None, (percent(gauge.percent), _target(gauge), gauge.why, balance_in_words(gauge)))
    )
    show_behind(parent, rule_name(gauge.rule), number, rows_of_rule(gauge.rows), wanted)


def balance_in_words(gauge: Gauge) -> str:
    """`8 given, 5 received`; empty where the gauge has none."""
    held = gauge.balance
    if held is None:
        return ""
    return _("{given} given, {received} received").format(given=held.given, received=held.received)


def _points(gauge: Gauge) -> int | None:
    return None if gauge.trend is None else round(100 * gauge.trend)


def _target(gauge: Gauge) -> str:
    return _("target {percent}").format(percent=percent(gauge.target))
