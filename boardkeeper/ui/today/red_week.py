"""One line on Today when a week is coming that goes beyond my ceiling."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.clashes import monday_of
from boardkeeper.domain.deadlines import DAYS_AHEAD
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import CardRow

_PATIENCE = 250
"""Milliseconds after which a start has shown its page, and there is time to look ahead."""


class RedWeekLine(QWidget):
    """Names the first red week of the coming ones. `week_wanted` is its Monday.

    The first time it looks a moment after it was asked to, so that a start does not wait for the
    forecast to be imported.
    """

    week_wanted = Signal(date)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._monday: date | None = None
        self._has_looked = False
        self._row = CardRow("", icon="triangle-alert")
        self._row.clicked.connect(self._on_clicked)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self.hide()

    @Slot()
    def refresh(self) -> None:
        """Look ahead: at once, or soon where it has not been done before."""
        if self._has_looked:
            self._look()
        else:
            self._patience.start()

    @Slot()
    def _look(self) -> None:
        page = self.parentWidget()
        if page is None or not page.isVisible():
            return  # the window was closed meanwhile, and its file with it
        self._has_looked = True
        today = self._services.clock.today()
        self._monday = None
        if self._services.ceilings.ceilings():
            self._show_first(today)
        self.setVisible(self._monday is not None)

    def _show_first(self, today: date) -> None:
        weeks = self._services.forecast.weeks(today, today + timedelta(days=DAYS_AHEAD))
        red = [each for each in weeks if each.is_red]
        if not red:
            return
        first, more = red[0], len(red) - 1
        self._monday = first.monday
        named = formats.week(first.monday)
        if first.monday == monday_of(today):
            title = _("This week is red")
        else:
            title = _("{week} is red").format(week=f"{named[:1].upper()}{named[1:]}")
        told = [each.text for each in first.reasons]
        if more:
            others = ngettext("and {count} more red week", "and {count} more red weeks", more)
            told.append(others.format(count=more))
        self._row.set_words(title, caption=" · ".join(told))

    @Slot()
    def _on_clicked(self) -> None:
        if self._monday is not None:
            self.week_wanted.emit(self._monday)
