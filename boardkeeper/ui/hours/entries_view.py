"""The time written down: what it adds up to, and every entry, to be searched and corrected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.hours import TimeEntry, activity_name
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.hours.entry_dialog import EntryChoices, EntryDialog
from boardkeeper.ui.hours.periods import Period, period_name, span
from boardkeeper.ui.hours.proposals import ProposalsCard
from boardkeeper.ui.hours.summary import HoursSummary
from boardkeeper.ui.hours.view import HoursView
from boardkeeper.ui.kit import (
    ROW_HEIGHT,
    Action,
    Caption,
    ChoiceField,
    Column,
    EmptyState,
    RecordListModel,
    RecordTable,
    SearchField,
    Space,
    Turning,
    scaled,
)

MOST_SHOWN = 500
"""Entries listed at once, so that 100,000 of them cost no more time; the sums hold them all."""


class EntriesView(HoursView):
    """Entries of a period, and above them the meetings that still lack theirs.

    `said` is a sentence about what was just done.
    """

    said = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._organisations: Mapping[OrganisationId, Organisation] = {}
        self._organisation_id: OrganisationId | None = None
        self._words = ""
        self._day_of_meeting = cache(self._read_day_of_meeting)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._proposals = ProposalsCard(self._services)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self._proposals)
        column.addWidget(filters)
        column.addWidget(self._summary)
        column.addWidget(self._table, 1)
        column.addWidget(self._capped)
        column.addWidget(self._nothing, 1)

    def _connect(self) -> None:
        self._proposals.said.connect(self.said)
        self._period.changed.connect(self.refresh)
        self._search.searched.connect(self._on_searched)
        self._search.moved_down.connect(self._table.setFocus)
        self._table.opened.connect(self._on_opened)
        self._table.delete_wanted.connect(self._on_delete_wanted)
        changing = QShortcut(QKeySequence("F2"), self._table, self._on_change_wanted)
        changing.setContext(Qt.ShortcutContext.WidgetShortcut)

    def show_hours(
        self,
        organisations: Mapping[OrganisationId, Organisation],
        organisation_id: OrganisationId | None,
    ) -> None:
        """Read the entries anew, of one organisation or of all."""
        self._organisations = organisations
        self._organisation_id = organisation_id
        self._day_of_meeting.cache_clear()
        self._proposals.show_proposals(organisations, organisation_id)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the period's entries and their sums."""
        hours = self._services.hours
        first, last = span(self._period.value(), self._services.clock.today())
        asked = (first, last, self._organisation_id)
        spent = hours.spent(*asked, words=self._words)
        count = sum(each.entries for each in spent)
        most = min(count, MOST_SHOWN)
        entries = hours.between(*asked, words=self._words, limit=most) if most else []
        self._summary.show_sums(spent, self._organisations)
        self._model.set_records(entries)
        self._show_how_many(len(entries), count)

    def find_here(self) -> None:
        """Put the keyboard in the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def ask_for_entry(self, organisations: Mapping[OrganisationId, Organisation]) -> None:
        """Ask for a new entry of one of these."""
        self._organisations = organisations
        self._ask(_("New time entry"), None, _("Write down"), self._services.hours.log)

    @Slot()
    def _on_change_wanted(self) -> None:
        chosen = self._table.chosen_record()
        if chosen is not None:
            self._on_opened(chosen)

    @Slot(object)
    def _on_opened(self, entry: TimeEntry) -> None:
        self._ask(_("Time entry"), entry, _("Keep"), self._services.hours.change)

    @Slot(object)
    def _on_delete_wanted(self, entry: TimeEntry) -> None:
        self._services.hours.discard(entry.id)

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        self._words = words
        self.refresh()

    def _ask(
        self, title: str, entry: TimeEntry | None, accept: str, then: Callable[[TimeEntry], None]
    ) -> None:
        choices = EntryChoices(
            organisations=list(self._organisations.values()),
            meetings_of=self._services.meetings.of_organisation,
            today=self._services.clock.today,
        )
        EntryDialog(title, choices, entry, accept=accept, parent=self).ask(then)

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
        return formats.short_date(self._services.meetings.get(meeting_id).day)


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
