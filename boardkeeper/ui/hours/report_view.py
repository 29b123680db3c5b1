"""A year of hours: added up, drawn month by month, and the same as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.hours import Spent
from boardkeeper.domain.hours_report import MONTHS, HoursReport, ReportYear
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.sheets.charts import StackedBars
from boardkeeper.domain.sheets.hours import chart_by_activity, chart_by_organisation
from boardkeeper.i18n import _
from boardkeeper.services.hours_reports import HoursReports
from boardkeeper.ui.chart_picture import ChartPicture
from boardkeeper.ui.hours.summary import HoursSummary
from boardkeeper.ui.hours.view import HoursView
from boardkeeper.ui.hours.year_choice import YearChoice
from boardkeeper.ui.kit import (
    ROW_HEIGHT,
    Card,
    Column,
    EmptyState,
    RecordListModel,
    RecordTable,
    Segments,
    Space,
    scaled,
)

_BY_BOARD, _BY_ACTIVITY = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """A line of the table: a month, or all of them, with what each part of its bar is.

    `at` is its place; the sum stands last.
    """

    at: int
    name: str
    values: tuple[float, ...]

    @property
    def id(self) -> int:
        return self.at

    @property
    def total(self) -> float:
        return sum(self.values)


class ReportView(HoursView):
    """Chooses a year and shows it."""

    def __init__(self, reports: HoursReports, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reports = reports
        self._organisation_id: OrganisationId | None = None
        self._organisations: Mapping[OrganisationId, Organisation] = {}
        self._report: HoursReport | None = None
        self._shown: tuple[str, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._year = YearChoice(self._reports)
        self._summary = HoursSummary()
        self._by = Segments(
            _("Parts of the bars"),
            [(_("By board"), ""), (_("By activity"), "")],
        )
        self._by.choose(_BY_BOARD)
        self._picture = ChartPicture()
        self._card = Card()
        self._card.add_action(self._by)
        self._card.add(self._picture)
        self._nothing = EmptyState(
            "clock",
            _("No hours in this year."),
            caption=_("Choose another year, or write some down above."),
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.L)
        self._model = RecordListModel[MonthLine](())
        self._table = RecordTable(self._model, "")
        for each in (self._year, self._summary, self._card, self._table, self._nothing):
            self._column.addWidget(each)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self._year.changed.connect(self._on_year_chosen)
        self._by.changed.connect(self._show_chart)

    @property
    def year(self) -> ReportYear:
        """The year that is chosen."""
        return self._year.year

    def show_hours(
        self,
        organisations: Mapping[OrganisationId, Organisation],
        organisation_id: OrganisationId | None,
    ) -> None:
        """Read the year anew, of one organisation or of all."""
        self._organisations = organisations
        self._organisation_id = organisation_id
        self._year.refresh()
        self._report = report = self._reports.report(self.year, organisation_id)
        self._summary.show_sums(_sums(report), organisations)
        for each in (self._summary, self._card):
            each.setVisible(report.minutes > 0)
        self._nothing.setVisible(not report.minutes)
        self._by.setVisible(organisation_id is None)
        self._show_chart()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_table"):
            self._set_height()

    @Slot()
    def _on_year_chosen(self) -> None:
        self.show_hours(self._organisations, self._organisation_id)

    @Slot()
    def _show_chart(self) -> None:
        report = self._report
        if report is None:
            return
        is_by_activity = self._organisation_id is not None or _BY_ACTIVITY in self._by.down
        chart = (
            chart_by_activity(report)
            if is_by_activity
            else chart_by_organisation(report, self._organisations)
        )
        self._card.set_title(chart.title)
        self._picture.show_chart(chart)
        self._show_table(chart)

    def _show_table(self, chart: StackedBars) -> None:
        """The table has a column for each part of the bars, so other parts are another table."""
        if self._report is None:
            return
        shown = (chart.title, *(each.name for each in chart.series))
        if shown != self._shown:
            self._shown = shown
            self._put_in_place(RecordListModel(columns(chart)), chart.title)
        self._model.set_records(lines(chart, self._report.year))
        self._table.setVisible(bool(chart.series))

    def _put_in_place(self, model: RecordListModel[MonthLine], name: str) -> None:
        table = RecordTable(model, name)
        self._column.replaceWidget(self._table, table)
        self._table.hide()
        self._table.deleteLater()
        self._model, self._table = model, table
        self._set_height()

    def _set_height(self) -> None:
        """As high as all the lines: the page scrolls, and the table does not."""
        self._table.setMinimumHeight((MONTHS + 2) * scaled(ROW_HEIGHT) + scaled(Space.L))


def columns(chart: StackedBars) -> tuple[Column[MonthLine], ...]:
    """The month, its sum, and each part of its bar."""
    return (
        Column(_("Month"), lambda line: line.name, sort_by=lambda line: line.at, width=140),
        Column(
            _("In all"),
            lambda line: _hours(line.total),
            sort_by=lambda line: line.total,
            align_right=True,
            width=88,
        ),
        *(_part(at, each.name) for at, each in enumerate(chart.series)),
    )


def lines(chart: StackedBars, year: ReportYear) -> list[MonthLine]:
    """A line for each month, and one for all of them."""
    months = [
        MonthLine(
            at=at,
            name=formats.month(month),
            values=tuple(each.values[at] for each in chart.series),
        )
        for at, month in enumerate(year.months)
    ]
    totals = tuple(each.total for each in chart.series)
    return [*months, MonthLine(at=len(months), name=_("In all"), values=totals)]


def _part(at: int, name: str) -> Column[MonthLine]:
    return Column(
        name,
        lambda line: _hours(line.values[at]),
        sort_by=lambda line: line.values[at],
        align_right=True,
        stretch=1,
        width=92,
    )


def _hours(value: float) -> str:
    return formats.number(value) if value else "–"


def _sums(report: HoursReport) -> list[Spent]:
    return [
        Spent(
            organisation_id=part.organisation_id,
            activity=part.activity,
            entries=part.entries,
            minutes=part.minutes,
        )
        for part in report.parts
    ]
