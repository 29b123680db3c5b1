"""The calendar's page: one of three views, what clashes beside it, and the free-evening finder."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from boardkeeper import formats
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from boardkeeper.domain.reminders import Reminder
from boardkeeper.domain.rules import OwnRule
from boardkeeper.domain.series import ClosedDays
from boardkeeper.domain.sheets.ahead import DAYS
from boardkeeper.i18n import _
from boardkeeper.services.calendar import CalendarSpan
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.calendar.finder import Evenings, FreeEveningDialog
from boardkeeper.ui.calendar.findings_panel import FindingsPanel
from boardkeeper.ui.calendar.head import CalendarHead
from boardkeeper.ui.calendar.list_view import ListView
from boardkeeper.ui.calendar.marks import Days, Mark, days_of_span
from boardkeeper.ui.calendar.month_view import MonthView
from boardkeeper.ui.calendar.spans import View, span_of, stepped, title_of, view_name
from boardkeeper.ui.calendar.week_view import WeekView
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import (
    Action,
    Button,
    EmptyState,
    IconButton,
    Segments,
    Space,
    scaled,
)
from boardkeeper.ui.page import Page
from boardkeeper.ui.papers import ahead_paper, plan_paper

_WIDE_ENOUGH_FOR_BOTH = 980
_PANEL_WIDTH = 340
_VIEWS = tuple(View)


class CalendarPage(Page):
    """Every organisation's meetings, deadlines and terms, with what does not go together.

    `new_meeting_on` wishes for a new meeting on a day.
    """

    KINDS = (Organisation, Meeting, Membership, Term, OwnRule, Person, ClosedDays, Reminder)

    def __init__(
        self, services: Services, changes: ChangeNotifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, changes, parent)
        self._view = View.MONTH
        self._day = services.clock.today()
        self._span: CalendarSpan | None = None
        self._days: Days | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self._head = CalendarHead()
        self._before = IconButton("chevron-left", _("Earlier"), shortcut="PgUp")
        self._today = Button(_("Today"))
        self._after = IconButton("chevron-right", _("Later"), shortcut="PgDown")
        self._switch = Segments(_("View"), [(view_name(each), view_name(each)) for each in _VIEWS])
        self._switch.set_tooltips(
            [
                _("Month (M)"),
                _("Week (U or W)"),
                _("List (L)"),
            ]
        )
        self._month = MonthView()
        self._week = WeekView()
        self._list = ListView()
        self._stack = QStackedWidget()
        self._month_area = _scrolling(self._month)
        for view in (self._month_area, self._week, self._list):
            self._stack.addWidget(view)
        self._panel = FindingsPanel()
        self._panel.setFixedWidth(scaled(_PANEL_WIDTH))
        self._panel.hide()
        self._no_boards = EmptyState(
            "calendar-days",
            _("The calendar shows the meetings of your boards, and there is none yet."),
            caption=_("Name your first board under Today or Boards."),
        )
        self._whole = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        going = _line(self._today, self._before, self._after)
        going.setSpacing(Space.XS)
        going.addSpacing(Space.M)
        self._tools = _line(going, self._switch)
        self._tools.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self._stack, 1)
        both.addWidget(self._panel)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._head)
        column.addLayout(self._tools)
        column.addLayout(both, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)
        outer.addWidget(self._no_boards)

    def _connect(self) -> None:
        self._head.evening_wanted.connect(self.find_evening)
        self._head.meeting_wanted.connect(self.make_new)
        self._before.clicked.connect(lambda: self._step(-1))
        self._after.clicked.connect(lambda: self._step(+1))
        self._today.clicked.connect(self._go_to_today)
        self._switch.chosen.connect(lambda index: self.show_view(_VIEWS[index]))
        self._head.clashes_toggled.connect(self._on_clashes_toggled)
        self._panel.meeting_wanted.connect(self.meeting_wanted)
        for view in (self._month, self._week, self._list):
            view.day_chosen.connect(self.go_to)
            view.day_opened.connect(self.new_meeting_on)
            view.mark_opened.connect(self._open)
        for key, way in (("M", View.MONTH), ("U", View.WEEK), ("W", View.WEEK), ("L", View.LIST)):
            self._on_key(key, way)
        today = QShortcut(QKeySequence("T"), self, self._go_to_today)
        today.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def refresh(self) -> None:
        first, last = span_of(self._view, self._day)
        span = self.services.calendar.between(first, last, self.organisation_id)
        self._span = span
        self._whole.setVisible(bool(span.organisations))
        self._no_boards.setVisible(not span.organisations)
        self._days = days_of_span(span, self.services.clock.today())
        self._show(self._days)
        self._say_what_is_shown(span)

    def go_to(self, day: date) -> None:
        """Choose a day, and show the month, week or half-year it lies in."""
        self._day = min(max(day, date(1900, 1, 1)), date(2200, 12, 31))
        shown = self._days
        if shown is not None and span_of(self._view, self._day) == (shown.first, shown.last):
            self._show(shown)
        else:
            self.refresh()

    def show_view(self, view: View) -> None:
        """Show the month, the week or the half-year of the day that is chosen."""
        self._view = view
        self._switch.choose(_VIEWS.index(view))
        self._stack.setCurrentIndex(_VIEWS.index(view))
        self.refresh()
        self.take_focus()

    def make_new(self) -> None:
        """Ctrl+N: wish for a meeting on the day that is chosen."""
        self.new_meeting_on.emit(self._day)

    def find_evening(self) -> None:
        """Ask for a free evening, and wish for a meeting on it."""
        today = self.services.clock.today()
        evenings = Evenings(of=self.services.calendar.evenings, today=self.services.clock.today)
        first = max(self._day, today + timedelta(days=1))
        FreeEveningDialog(evenings, first, self).ask(self.new_meeting_on.emit)

    def find_here(self) -> None:
        self.find_evening()

    def print_this(self) -> None:
        """Ctrl+P: the meeting plan of the year of the day that is chosen."""
        documents = self.services.documents
        self.print_wanted.emit(plan_paper(documents, self.organisation_id, self._day.year))

    def print_ahead(self) -> None:
        """Wish for the paper of my next 90 days."""
        self.print_wanted.emit(ahead_paper(self.services.documents))

    def take_focus(self) -> None:
        (self._month, self._week, self._list)[_VIEWS.index(self._view)].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_panel"):
            self._arrange()

    @Slot()
    def _go_to_today(self) -> None:
        self.go_to(self.services.clock.today())
        self.take_focus()

    @Slot(object)
    def _open(self, mark: Mark) -> None:
        if mark.meeting is not None:
            self.meeting_wanted.emit(mark.meeting.id)
        else:
            self.organisation_wanted.emit(mark.organisation.id)

    @Slot(bool)
    def _on_clashes_toggled(self, is_wanted: bool) -> None:
        if is_wanted and self._span is not None:
            self._panel.show_findings(self._span)
        self._arrange()

    def _show(self, days: Days) -> None:
        match self._view:
            case View.MONTH:
                self._month.show_month(days, self._day)
                cell = self._month.rect_of(self._day)
                middle = cell.center()
                self._month_area.ensureVisible(middle.x(), middle.y(), 0, cell.height())
            case View.WEEK:
                self._week.show_week(days, self._day, self.services.clock.now())
            case View.LIST:
                self._list.show_span(days, self._day)

    def _prints(self) -> list[Action]:
        plan = _("Meeting plan {year}").format(year=self._day.year)
        ahead = _("My next {count} days").format(count=DAYS)
        return [
            Action(plan, self.print_this, "calendar-days"),
            Action(ahead, self.print_ahead, "calendar-clock"),
        ]

    def _step(self, steps: int) -> None:
        self.go_to(stepped(self._view, self._day, steps))

    def _on_key(self, key: str, view: View) -> None:
        shortcut = QShortcut(QKeySequence(key), self, lambda: self.show_view(view))
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _say_what_is_shown(self, span: CalendarSpan) -> None:
        is_week = self._view is View.WEEK
        self._head.show_words(
            title_of(self._view, self._day),
            title_of(self._view, self._day, in_short=True),
            formats.date_range(span.first, span.last) if is_week else "",
        )
        self._head.show_findings(span.findings)
        self._head.offer_prints(self._prints())
        self._switch.choose(_VIEWS.index(self._view))
        if self._head.are_clashes_wanted:
            self._panel.show_findings(span)

    def _arrange(self) -> None:
        """The panel of clashes stands beside the calendar, or alone where there is no room."""
        is_beside = self.width() >= scaled(_WIDE_ENOUGH_FOR_BOTH)
        is_wanted = self._head.are_clashes_wanted
        self._panel.setVisible(is_wanted)
        self._panel.stand(is_beside=is_beside)
        self._stack.setVisible(is_beside or not is_wanted)
        if is_beside:
            self._panel.setFixedWidth(scaled(_PANEL_WIDTH))
        else:
            self._panel.setMinimumWidth(0)
            self._panel.setMaximumWidth(16777215)


def _line(*parts: QWidget | QBoxLayout) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(Space.S)
    for part in parts:
        if isinstance(part, QWidget):
            made.addWidget(part)
        else:
            made.addLayout(part)
    return made


def _scrolling(view: QWidget) -> QScrollArea:
    """The view in an area that scrolls once there is less room than it needs."""
    made = QScrollArea()
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(view)
    return made
