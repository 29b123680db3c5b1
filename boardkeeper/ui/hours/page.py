"""The hours page: what is coming, what was written down, what it adds up to, and the money."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.attendance import Attendance
from boardkeeper.domain.ceilings import Away, Ceiling
from boardkeeper.domain.effort import Effort
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.hours_report import ReportYear
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.mileage import Trip
from boardkeeper.domain.money import Payment, PaymentId
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person
from boardkeeper.domain.promises import Promise
from boardkeeper.domain.rates import OwnRate
from boardkeeper.domain.series import ClosedDays, Series
from boardkeeper.domain.tasks import Task, TaskOwner
from boardkeeper.domain.time_proposals import NotSpent
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.hours_reports import TableKind
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.entry_line import EntryLine
from boardkeeper.ui.hours.entries_view import EntriesView
from boardkeeper.ui.hours.forecast_view import ForecastView
from boardkeeper.ui.hours.money_view import MoneyView
from boardkeeper.ui.hours.report_view import ReportView
from boardkeeper.ui.kit import (
    Action,
    Button,
    EmptyState,
    IconButton,
    MenuButton,
    ScrollPage,
    Segments,
)
from boardkeeper.ui.page import Page
from boardkeeper.ui.papers import Paper, hours_paper, overview_paper
from boardkeeper.ui.timer.desk import TimerDesk

W = TypeVar("W", bound=QWidget)


class View(IntEnum):
    """What the page shows, in the order of its segments."""

    FORECAST = 0
    ENTRIES = 1
    REPORT = 2
    MONEY = 3


class HoursPage(Page):
    """The line time is written down in, and under it one of the views.

    A view is made when it is first looked at, so that the section opens quickly.
    """

    KINDS = (
        TimeEntry,
        NotSpent,
        Organisation,
        Meeting,
        Series,
        ClosedDays,
        Person,
        Membership,
        Term,
        Attendance,
        Promise,
        Ceiling,
        Away,
        Effort,
        Task,
        TaskOwner,
        AgendaItem,
        Payment,
        Trip,
        OwnRate,
    )

    def __init__(
        self, services: Services, changes: ChangeNotifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, changes, parent)
        self._organisations: dict[OrganisationId, Organisation] = {}
        self._placed: dict[View, QWidget] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self._page = ScrollPage(_("Hours"), max_width=1200)
        names = (_("Forecast"), _("Entries"), _("Report"), _("Money"))
        self._views = Segments(_("Show"), [(each, "") for each in names], is_folding=True)
        self._views.choose(View.FORECAST)
        self._print = IconButton("printer", _("Print"))
        self._new = Button(_("New entry"), icon="plus")
        self._timer = IconButton("timer", _("Start timer"))
        self._more = MenuButton("", self._saving(), icon="ellipsis", name=_("More with the hours"))
        for each in (self._new, self._timer, self._print, self._more):
            self._page.add_action(each)
        self._entry = EntryLine(self.services)
        self._page.add(self._entry)
        self._page.add(self._views)
        self._no_boards = EmptyState(
            "clock",
            _("Hours belong to a board, and there is none yet."),
            caption=_("Name your first board under Today or Boards."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        column.addWidget(self._no_boards)

    def _connect(self) -> None:
        self._views.changed.connect(self.refresh)
        self._print.clicked.connect(self.print_this)
        self._new.clicked.connect(self.make_new)
        self._timer.clicked.connect(self._on_timer_wanted)

    @Slot()
    def refresh(self) -> None:
        self._organisations = {each.id: each for each in self.services.organisations.all()}
        self._page.setVisible(bool(self._organisations))
        self._no_boards.setVisible(not self._organisations)
        if not self._organisations:
            return
        asked = (self._organisations, self.organisation_id)
        match self._view:
            case View.FORECAST:
                self._forecast.show_hours(*asked)
            case View.ENTRIES:
                self._entries.show_hours(*asked)
            case View.REPORT:
                self._report.show_hours(*asked)
            case View.MONEY:
                self._money.show_hours(*asked)
        for view, widget in self._placed.items():
            widget.setVisible(view is self._view)

    def open_record(self, record_id: str) -> None:
        """Show the forecast at the week of a day, written as `2026-12-07`."""
        if self._organisations:
            self._choose(View.FORECAST)
            self._forecast.choose_week(date.fromisoformat(record_id))

    def open_part(self, record_id: str) -> None:
        """Show one payment in the year it was made, or the view of that name."""
        if not self._organisations:
            return
        if record_id.upper() in View.__members__:
            self._choose(View[record_id.upper()])
            return
        self._choose(View.MONEY)
        self._money.choose(PaymentId(record_id))

    @Slot()
    def _on_timer_wanted(self) -> None:
        desk = TimerDesk(self.services, self)
        desk.said.connect(self.said)
        desk.ask_to_start(self.organisation_id)

    def make_new(self) -> None:
        """Ask for a new entry, or for a payment where one looks at those."""
        if not self._organisations:
            return
        if self._view is View.MONEY:
            self._money.make_new()
        else:
            self._entries.ask_for_entry(self._organisations)

    def print_this(self) -> None:
        """The year that is looked at, on paper; of the money, the slip of the trips."""
        if not self._organisations:
            return
        if self._view is View.MONEY:
            self._money.print_this()
        else:
            self.print_wanted.emit(self._paper())

    def log_time(self) -> None:
        """Ctrl+T: put the keyboard in the line where time is written down."""
        self._entry.setFocus()

    def find_here(self) -> None:
        if self._organisations:
            self._choose(View.ENTRIES)
            self._entries.find_here()

    def take_focus(self) -> None:
        self._entry.setFocus()

    @property
    def _view(self) -> View:
        return View(next(iter(self._views.down)))

    @property
    def _year(self) -> ReportYear | None:
        """The year chosen in the view that is looked at; None is this year."""
        match self._view:
            case View.FORECAST:
                return self._forecast.year
            case View.REPORT:
                return self._report.year
            case _:
                return None

    @cached_property
    def _forecast(self) -> ForecastView:
        view = self._put_in_place(View.FORECAST, ForecastView(self.services))
        view.what_if_wanted.connect(self.yes_simulator_wanted)
        view.meeting_wanted.connect(self.meeting_wanted)
        view.task_wanted.connect(self.task_wanted)
        view.organisation_wanted.connect(self.organisation_wanted)
        return view

    @cached_property
    def _entries(self) -> EntriesView:
        view = self._put_in_place(View.ENTRIES, EntriesView(self.services))
        view.said.connect(self.said)
        return view

    @cached_property
    def _report(self) -> ReportView:
        return self._put_in_place(View.REPORT, ReportView(self.services.hours_reports))

    @cached_property
    def _money(self) -> MoneyView:
        view = self._put_in_place(View.MONEY, MoneyView(self.services))
        view.print_wanted.connect(self.print_wanted)
        return view

    def _paper(self) -> Paper:
        """Beside the forecast boards and hours at a glance, else the hours month by month."""
        asked = (self.organisation_id, self._year)
        if self._view is View.FORECAST:
            return overview_paper(self.services.overviews, *asked)
        return hours_paper(self.services.hours_reports, *asked)

    def _put_in_place(self, view: View, widget: W) -> W:
        widget.hide()
        self._page.add(widget, 1)
        self._placed[view] = widget
        return widget

    def _choose(self, view: View) -> None:
        self._views.choose(view)
        self.refresh()

    def _saving(self) -> list[Action]:
        return [
            Action(
                _("Save as spreadsheet…"), lambda: self._save_as(TableKind.XLSX), "file-spreadsheet"
            ),
            Action(_("Save as text (CSV)…"), lambda: self._save_as(TableKind.CSV), "file-text"),
        ]

    def _save_as(self, kind: TableKind) -> None:
        """Every entry of the board shown, or of the report's year while that is looked at."""
        year = self._year if self._view is View.REPORT else None
        self.save_wanted.emit(self.services.hours_reports.table(kind, self.organisation_id, year))
