"""What a year brought and cost, in large figures."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.money_report import InAndOut
from boardkeeper.i18n import _
from boardkeeper.ui.kit import Caption, Card, Space, Title
from boardkeeper.ui.wrapping import Wrapping


class MoneyFigures(Card):
    """Received, paid, net, time, the net an hour, and what the time was worth."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._figures = {
            "received": Title(),
            "paid": Title(),
            "net": Title(),
            "time": Title(),
            "an_hour": Title(),
            "value": Title(),
        }
        names = {
            "received": _("Received"),
            "paid": _("Paid"),
            "net": _("Net"),
            "time": _("Time spent"),
            "an_hour": _("Net an hour"),
            "value": _("Value of the time"),
        }
        line = QWidget()
        row = Wrapping(Space.XXL, line)
        for key, figure in self._figures.items():
            figure.setWordWrap(False)
            row.add(_column(figure, Caption(names[key])))
        self._line = line
        self.add(line)
        self._hint = Caption(
            _("The value of an hour stands with your ceiling; without it the time has no value.")
        )
        self.add(self._hint)

    def show_sums(self, sums: InAndOut) -> None:
        told = {
            "received": formats.amount(sums.received),
            "paid": formats.amount(sums.paid),
            "net": formats.amount(sums.net),
            "time": formats.hours(sums.minutes),
            "an_hour": "–" if sums.an_hour is None else formats.amount(sums.an_hour),
            "value": formats.amount(sums.value_of_time) if sums.worth else "–",
        }
        for key, figure in self._figures.items():
            figure.setText(told[key])
        self._hint.setVisible(sums.minutes > 0 and not sums.worth)


def _column(figure: Title, name: Caption) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    name.setWordWrap(False)
    column.addWidget(figure)
    column.addWidget(name)
    return made
