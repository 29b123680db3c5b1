"""The trash page: what was thrown away, until when it can be fetched back, and emptying it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.hours import TimeEntry
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.memberships import Membership
from boardkeeper.domain.mileage import Trip
from boardkeeper.domain.money import Payment
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from boardkeeper.domain.reminders import Reminder
from boardkeeper.domain.trash import KEPT_DAYS, TrashEntry, TrashEntryId
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier
from boardkeeper.ui.kit import (
    CARD_ROW_HEIGHT,
    Action,
    Button,
    ConfirmDialog,
    EmptyState,
    RecordList,
    RecordListModel,
    RowFace,
    ScrollPage,
    scaled,
)
from boardkeeper.ui.page import Page


class TrashPage(Page):
    """What lies in the trash, the latest first; Enter or the button restores."""

    KINDS = (TrashEntry,)

    def __init__(
        self, services: Services, changes: ChangeNotifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, changes, parent)
        self._kinds: dict[TrashEntryId, str] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self._page = ScrollPage(_("Trash"))
        self._restore = Button(_("Restore"), icon="undo-2")
        self._empty = Button(_("Empty the trash…"), icon="trash-2")
        self._page.add_action(self._restore)
        self._page.add_action(self._empty)
        self._model = RecordListModel[TrashEntry]((), face=self._face())
        self._list = RecordList(self._model, _("Trash"))
        self._list.setMinimumHeight(scaled(4 * CARD_ROW_HEIGHT))
        self._list.context_actions = self._actions
        self._nothing = EmptyState(
            "trash-2",
            _("The trash is empty."),
            caption=_("What you delete lies here for 30 days and can be fetched back."),
        )
        self._page.add(self._list, 1)
        self._page.add(self._nothing, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)

    def _connect(self) -> None:
        self._restore.clicked.connect(self._on_restore)
        self._empty.clicked.connect(self._on_empty)
        self._list.opened.connect(self._put_back)
        self._list.chosen.connect(self._on_chosen)

    def refresh(self) -> None:
        entries = self.services.trash.entries()
        self._kinds = {
            each.id: self._kinds.get(each.id) or kind_name(self.services.trash.kind_of(each))
            for each in entries
        }
        self._model.set_records(entries)
        self._list.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
        self._restore.setVisible(bool(entries))
        self._empty.setVisible(bool(entries))
        said = _("Each thing is kept for {days} days after it was deleted.")
        self._page.set_caption(said.format(days=KEPT_DAYS) if entries else "")
        if self._list.chosen_record() is None:
            self._list.choose_row(0)
        self._on_chosen(self._list.chosen_record())

    def take_focus(self) -> None:
        self._list.setFocus()

    @Slot()
    def _on_restore(self) -> None:
        entry = self._list.chosen_record()
        if entry is not None:
            self._put_back(entry)

    @Slot(object)
    def _put_back(self, entry: TrashEntry) -> None:
        self.services.trash.restore(entry.id)

    @Slot(object)
    def _on_chosen(self, entry: TrashEntry | None) -> None:
        self._restore.setEnabled(entry is not None)

    @Slot()
    def _on_empty(self) -> None:
        count = len(self._model.records)
        text = ngettext(
            "{count} thing is then gone for good. This cannot be undone.",
            "{count} things are then gone for good. This cannot be undone.",
            count,
        )
        ConfirmDialog(
            _("Empty the trash?"), text.format(count=count), _("Empty the trash"), parent=self
        ).ask(lambda _confirmed: self.services.trash.empty())

    def _face(self) -> RowFace[TrashEntry]:
        return RowFace(
            title=lambda entry: entry.title,
            caption=self._story,
            chip=lambda entry: _("Kept until {day}").format(day=formats.day(entry.goes_on)),
        )

    def _story(self, entry: TrashEntry) -> str:
        when = formats.relative_day(entry.discarded_on, self.services.clock.today())
        thrown = _("deleted {when}").format(when=when)
        return f"{self._kinds[entry.id]} · {thrown}"

    def _actions(self, entry: TrashEntry) -> list[Action]:
        return [Action(_("Restore"), lambda: self._put_back(entry), "undo-2")]


def kind_name(kind: type[Record]) -> str:
    """What kind of thing it is, in words."""
    return {
        Organisation: _("Board"),
        Meeting: _("Meeting"),
        AgendaItem: _("Agenda item"),
        Person: _("Person"),
        Membership: _("Seat"),
        TimeEntry: _("Time entry"),
        Reminder: _("Reminder"),
        Payment: _("Payment"),
        Trip: _("Trip"),
    }.get(kind, _("Record"))
