"""The hours page: a line to write time down, what it adds up to, and every entry."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.hours import TimeEntry, activity_name
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.hours_reports import TableKind
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.entry_line import EntryLine
from boardkeeper.ui.hours.entry_dialog import EntryChoices, EntryDialog
from boardkeeper.ui.hours.periods import Period, period_name, span
from boardkeeper.ui.hours.report_view import ReportView
from boardkeeper.ui.hours.summary import HoursSummary
from boardkeeper.ui.kit import (
    ROW_HEIGHT,
    Action,
    Button,
    Caption,
    ChoiceField,
    Column,
    EmptyState,
    IconButton,
    MenuButton,
    RecordListModel,
    RecordTable,
    ScrollPage,
    SearchField,
    Segments,
    Space,
    Turning,
    scaled,
)
from boardkeeper.ui.page import Page
from boardkeeper.ui.papers import hours_paper

MOST_SHOWN = 500
"""Entries listed at once, so that 100,000 of them cost no more time; the sums hold them all."""

_ENTRIES, _REPORT = 0, 1


class HoursPage(Page):
    """Time entries of a period, of one organisation or all."""

    KINDS = (TimeEntry, Organisation, Meeting)

    def __init__(
        self, services: Services, changes: ChangeNotifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, changes, parent)
        self._organisations: dict[OrganisationId, Organisation] = {}
        self._words = ""
        self._day_of_meeting = cache(self._read_day_of_meeting)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._page = ScrollPage(_("Hours"), max_width=1200)
        self._views = Segments(_("Show"), [(_("Entries"), ""), (_("Report"), "")])
        self._views.choose(_ENTRIES)
        self._print = IconButton("printer", _("Print"))
        self._new = Button(_("New entry"), icon="plus")
        self._more = MenuButton("", self._saving(), icon="ellipsis", name=_("More with the hours"))
        for each in (self._new, self._print, self._more):
            self._page.add_action(each)
        self._entry = EntryLine(self.services)
        self._period = ChoiceField(
            _("Period"), [(each, period_name(each)) for each in Period], is_label_hidden=True
        )
        self._search = SearchField(_("Search the hours"))
        filters = Turning(440, Space.M)
        filters.add(self._period, 2)
        filters.add(self._search, 3)
        self._summary = HoursSummary()
        self._model = RecordListModel(
            columns(self._label, lambda entry: self._day_of_meeting(entry.meeting_id))
        )
        self._table = RecordTable(self._model, _("Time entries"))
        self._table.setMinimumHeight(scaled(5 * ROW_HEIGHT))
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._table.context_actions = self._actions
        self._capped = Caption()
        self._nothing = EmptyState(
            "clock",
            _("No hours in this period."),
            caption=_("Write some down above, or choose another period."),
        )
        self._entries = QWidget()
        entries = QVBoxLayout(self._entries)
        entries.setContentsMargins(0, 0, 0, 0)
        entries.setSpacing(Space.L)
        entries.addWidget(filters)
        entries.addWidget(self._summary)
        entries.addWidget(self._table, 1)
        entries.addWidget(self._capped)
        entries.addWidget(self._nothing, 1)
        self._report: ReportView | None = None
        self._page.add(self._entry)
        self._page.add(self._views)
        self._page.add(self._entries, 1)
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
        self._views.changed.connect(self._on_view_chosen)
        self._print.clicked.connect(self.print_this)
        self._new.clicked.connect(self.make_new)
        self._period.changed.connect(self.refresh)
        self._search.searched.connect(self._on_searched)
        self._search.moved_down.connect(self._table.setFocus)
        self._table.opened.connect(self._on_opened)
        self._table.delete_wanted.connect(self._on_delete_wanted)

    @Slot()
    def refresh(self) -> None:
        self._organisations = {each.id: each for each in self.services.organisations.all()}
        self._day_of_meeting.cache_clear()
        self._page.setVisible(bool(self._organisations))
        self._no_boards.setVisible(not self._organisations)
        if self._report is not None and self._is_report:
            self._report.show_hours(self._organisations, self.organisation_id)
            return
        first, last = span(self._period.value(), self.services.clock.today())
        asked = (first, last, self.organisation_id)
        spent = self.services.hours.spent(*asked, words=self._words)
        count = sum(each.entries for each in spent)
        most = min(count, MOST_SHOWN)
        entries = self.services.hours.between(*asked, words=self._words, limit=most) if most else []
        self._summary.show_sums(spent, self._organisations)
        self._model.set_records(entries)
        self._show_how_many(len(entries), count)

    def make_new(self) -> None:
        """Ask for a new entry."""
        if self._organisations:
            self._ask(_("New time entry"), None, _("Write down"), self.services.hours.log)

    def print_this(self) -> None:
        """The year of the report, on paper."""
        if self._organisations:
            year = None if self._report is None else self._report.year
            paper = hours_paper(self.services.hours_reports, self.organisation_id, year)
            self.print_wanted.emit(paper)

    def log_time(self) -> None:
        """Ctrl+T: put the keyboard in the line where time is written down."""
        self._entry.setFocus()

    def find_here(self) -> None:
        self._views.choose(_ENTRIES)
        self._on_view_chosen()
        self._search.setFocus()
        self._search.selectAll()

    def take_focus(self) -> None:
        self._entry.setFocus()

    @property
    def _is_report(self) -> bool:
        return _REPORT in self._views.down

    @Slot()
    def _on_view_chosen(self) -> None:
        self._entries.setVisible(not self._is_report)
        if self._is_report:
            self._made_report()
        if self._report is not None:
            self._report.setVisible(self._is_report)
        self.refresh()

    @Slot(object)
    def _on_opened(self, entry: TimeEntry) -> None:
        self._ask(_("Time entry"), entry, _("Keep"), self.services.hours.change)

    @Slot(object)
    def _on_delete_wanted(self, entry: TimeEntry) -> None:
        self.services.hours.discard(entry.id)

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        self._words = words
        self.refresh()

    def _ask(
        self, title: str, entry: TimeEntry | None, accept: str, then: Callable[[TimeEntry], None]
    ) -> None:
        choices = EntryChoices(
            organisations=list(self._organisations.values()),
            meetings_of=self.services.meetings.of_organisation,
            today=self.services.clock.today,
        )
        EntryDialog(title, choices, entry, accept=accept, parent=self).ask(then)

    def _made_report(self) -> None:
        """The report is made when it is first looked at; the section opens quicker without it."""
        if self._report is None:
            self._report = ReportView(self.services.hours_reports)
            self._page.add(self._report, 1)

    def _saving(self) -> list[Action]:
        return [
            Action(
                _("Save as spreadsheet…"), lambda: self._save_as(TableKind.XLSX), "file-spreadsheet"
            ),
            Action(_("Save as text (CSV)…"), lambda: self._save_as(TableKind.CSV), "file-text"),
        ]

    def _save_as(self, kind: TableKind) -> None:
        """Every entry of the board shown, or of the report's year while that is looked at."""
        year = self._report.year if self._report is not None and self._is_report else None
        self.save_wanted.emit(self.services.hours_reports.table(kind, self.organisation_id, year))

    def _actions(self, entry: TimeEntry) -> list[Action]:
        return [
            Action(_("Change"), lambda: self._on_opened(entry), "pencil"),
            Action(_("Delete"), lambda: self._on_delete_wanted(entry), "trash-2", True),
        ]

    def _show_how_many(self, shown: int, count: int) -> None:
        self._table.setVisible(shown > 0)
        self._summary.setVisible(shown > 0)
        self._nothing.setVisible(not shown)
        self._capped.setVisible(shown < count)
        message = _(
            "The newest {shown} of {count} entries are listed; the sums above hold them all."
        )
        numbers = {"shown": formats.number(shown), "count": formats.number(count)}
        self._capped.setText(message.format(**numbers))

    def _label(self, entry: TimeEntry) -> str:
        return self._organisations[entry.organisation_id].label

    def _read_day_of_meeting(self, meeting_id: MeetingId | None) -> str:
        if meeting_id is None:
            return ""
        return formats.short_date(self.services.meetings.get(meeting_id).day)


def columns(
    organisation: Callable[[TimeEntry], str], meeting: Callable[[TimeEntry], str]
) -> tuple[Column[TimeEntry], ...]:
    """How an entry reads in the table, given how its organisation and its meeting read."""
    return (
        Column(
            _("Day"),
            lambda entry: formats.short_date(entry.on),
            sort_by=lambda entry: entry.on,
            width=112,
        ),
        Column(_("Board"), organisation, width=130, stretch=1),
        Column(_("Activity"), lambda entry: activity_name(entry.activity), width=110),
        Column(
            _("Time"),
            lambda entry: formats.duration(entry.minutes),
            sort_by=lambda entry: entry.minutes,
            align_right=True,
            width=100,
        ),
        Column(_("Note"), lambda entry: entry.note, width=130, stretch=3),
        Column(_("For the meeting"), meeting, width=132),
    )
