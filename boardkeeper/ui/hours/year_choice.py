"""Chooses a year that begins in whichever month one likes: calendar, election or accounting."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.i18n import _
from boardkeeper.ui.kit import ChoiceField, Space, Turning


class Years(Protocol):
    """Knows which years there is something in."""

    def years(self, first_month: int = 1) -> list[ReportYear]:
        """Those that begin in that month, the newest first."""

    def this_year(self, first_month: int = 1) -> ReportYear:
        """The one of today."""


class YearChoice(Turning):
    """The year and the month it begins in, side by side. `changed` is told of a person's choice."""

    changed = Signal()

    def __init__(self, reports: Years, parent: QWidget | None = None) -> None:
        super().__init__(440, Space.M, parent)
        self._reports = reports
        self._year: ChoiceField[int] = ChoiceField(
            _("Year"), [(each.number, each.label) for each in reports.years()]
        )
        self._first_month: ChoiceField[int] = ChoiceField(
            _("The year begins in"),
            [(month, formats.month_name(date(2000, month, 1))) for month in range(1, 13)],
        )
        self._year.set_value(reports.this_year().number)
        self.add(self._year, 1)
        self.add(self._first_month, 1)
        self._year.changed.connect(self.changed)
        self._first_month.changed.connect(self._on_first_month_chosen)

    @property
    def year(self) -> ReportYear:
        """The year that is chosen."""
        return ReportYear(number=self._year.value(), first_month=self._first_month.value())

    def show_day(self, day: date) -> None:
        """Choose the year the day lies in, if it is among those offered."""
        years = self._reports.years(self._first_month.value())
        held = next((each for each in years if each.first <= day <= each.last), None)
        if held is not None:
            self._year.set_value(held.number)

    def refresh(self) -> None:
        """Offer the years there are entries in by now."""
        years = self._reports.years(self._first_month.value())
        self._year.set_choices([(each.number, each.label) for each in years])

    @Slot()
    def _on_first_month_chosen(self) -> None:
        """The year of today is a good place to begin."""
        self.refresh()
        self._year.set_value(self._reports.this_year(self._first_month.value()).number)
        self.changed.emit()
