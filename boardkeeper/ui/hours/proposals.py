"""The card of meetings without hours: written down with one key, or said to have taken none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.hours import Activity, activity_name
from boardkeeper.domain.meetings import title_of
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.time_proposals import LONGEST, Part, ProposedHours
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.amount_fields import hours_field
from boardkeeper.ui.kit import (
    Action,
    Button,
    ButtonKind,
    Caption,
    Card,
    Dialog,
    RecordList,
    RecordListModel,
    RowFace,
    Space,
    Turning,
    TypedField,
    row_height,
    set_tooltip,
)

_MOST_ROWS = 3
"""Rows on screen at once; the list scrolls."""


class ProposalsCard(Card):
    """Hidden while no hours are missing. `said` is a sentence about what was just done."""

    said = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._services = services
        self._organisations: Mapping[OrganisationId, Organisation] = {}
        self._organisation_id: OrganisationId | None = None
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self._all = Button(_("Write all down"), icon="check-check")
        set_tooltip(self._all, _("Write the hours of all of them down") + " (Ctrl+Enter)")
        self.add_action(self._all)
        self._model: RecordListModel[ProposedHours] = RecordListModel(
            (),
            face=RowFace(
                title=lambda each: title_of(each.meeting),
                caption=self._caption,
                chip=lambda each: formats.short_day(each.meeting.day),
                colour=lambda each: self._organisation(each).colour.value,
            ),
            key=lambda each: each.meeting.id,
        )
        self._list = RecordList(self._model, _("Meetings without hours"))
        self._list.context_actions = self._actions
        self._accept = Button(_("Write down"), icon="check")
        self._change = Button(_("Change…"), kind=ButtonKind.QUIET, icon="pencil")
        self._decline = Button(_("No time spent"), kind=ButtonKind.QUIET, icon="x")
        buttons = Turning(None, Space.S)
        for each in (self._accept, self._change, self._decline):
            buttons.add(each)
        self._keys = Caption(
            _("Enter writes down, F2 changes first, Del says that it took no time.")
        )
        kept_together = QWidget()
        line = QHBoxLayout(kept_together)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(buttons)
        line.addStretch(1)
        foot = Turning(640, Space.M)
        foot.add(kept_together)
        foot.add(self._keys, 1)
        self.add(self._list)
        self.add(foot)

    def _connect(self) -> None:
        self._all.clicked.connect(self._on_all)
        self._list.opened.connect(self._on_accepted)
        self._list.delete_wanted.connect(self._on_declined)
        self._accept.clicked.connect(lambda: self._with_chosen(self._on_accepted))
        self._change.clicked.connect(lambda: self._with_chosen(self._on_change))
        self._decline.clicked.connect(lambda: self._with_chosen(self._on_declined))
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, do in (
            ("Ctrl+Return", self._on_all),
            ("Ctrl+Enter", self._on_all),
            ("F2", lambda: self._with_chosen(self._on_change)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(within)
            shortcut.activated.connect(do)

    def show_proposals(
        self,
        organisations: Mapping[OrganisationId, Organisation],
        organisation_id: OrganisationId | None,
    ) -> None:
        """Read the proposals anew, of one organisation or of all."""
        self._organisations = organisations
        self._organisation_id = organisation_id
        proposed = self._services.time_proposals.proposed(organisation_id)
        count = len(proposed)
        title = ngettext("One meeting without hours", "{count} meetings without hours", count)
        self.set_title(title.format(count=formats.number(count)))
        self._all.setVisible(count > 1)
        self._model.set_records(proposed)
        if proposed and self._list.chosen_record() is None:
            self._list.choose_row(0)
        self._fit(count)
        self.setVisible(count > 0)

    def changeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)  # type: ignore[arg-type] # QEvent
        if hasattr(self, "_list"):
            self._fit(self._model.rowCount())

    def _fit(self, count: int) -> None:
        """As high as its rows, up to a few of them."""
        frame = 2 * self._list.frameWidth()
        rows = max(1, min(count, _MOST_ROWS))
        self._list.setFixedHeight(rows * row_height(has_caption=True) + frame)

    @Slot(object)
    def _on_accepted(self, proposed: ProposedHours) -> None:
        entries = self._services.time_proposals.accept(proposed)
        duration = formats.duration(sum(entry.minutes for entry in entries))
        words = _("{duration} written down for “{title}”.")
        self.said.emit(words.format(duration=duration, title=title_of(proposed.meeting)))

    @Slot(object)
    def _on_declined(self, proposed: ProposedHours) -> None:
        self._services.time_proposals.decline(proposed)
        words = _("“{title}” took no time, and is not proposed again.")
        self.said.emit(words.format(title=title_of(proposed.meeting)))

    @Slot()
    def _on_all(self) -> None:
        shown = self._services.time_proposals.proposed(self._organisation_id)
        entries = self._services.time_proposals.accept_all(shown)
        duration = formats.duration(sum(entry.minutes for entry in entries))
        words = ngettext(
            "{duration} written down for one meeting.",
            "{duration} written down for {count} meetings.",
            len(shown),
        )
        self.said.emit(words.format(duration=duration, count=len(shown)))

    def _on_change(self, proposed: ProposedHours) -> None:
        ProposedDialog(proposed, parent=self.window()).ask(self._on_accepted)

    def _with_chosen(self, do: Callable[[ProposedHours], None]) -> None:
        chosen = self._list.chosen_record()
        if chosen is not None:
            do(chosen)

    def _actions(self, proposed: ProposedHours) -> Sequence[Action]:
        return [
            Action(_("Write down"), lambda: self._on_accepted(proposed), "check"),
            Action(_("Change…"), lambda: self._on_change(proposed), "pencil"),
            Action(_("No time spent"), lambda: self._on_declined(proposed), "x"),
        ]

    def _organisation(self, proposed: ProposedHours) -> Organisation:
        return self._organisations[proposed.meeting.organisation_id]

    def _caption(self, proposed: ProposedHours) -> str:
        return " · ".join((self._organisation(proposed).label, parts_in_words(proposed)))


class ProposedDialog(Dialog[ProposedHours]):
    """Asks how long each activity took; takes what is proposed and returns it changed."""

    def __init__(self, proposed: ProposedHours, parent: QWidget | None = None) -> None:
        day = formats.day(proposed.meeting.day)
        super().__init__(
            _("Hours of the meeting"),
            accept=_("Write down"),
            explanation="\n".join(
                (
                    " · ".join((title_of(proposed.meeting), day)),
                    _("Leave empty what took no time."),
                )
            ),
            parent=parent,
        )
        self._proposed = proposed
        self._minutes: dict[Activity, TypedField[int]] = {}
        for place, part in enumerate(proposed.parts):
            field = hours_field(activity_name(part.activity))
            self.form.add(part.activity.value, field, beside=place % 2 == 1)
            field.set_value(part.minutes)
            self._minutes[part.activity] = field

    def read(self) -> ProposedHours:
        parts = []
        for activity, field in self._minutes.items():
            minutes = field.value()
            if minutes is not None and minutes > LONGEST:
                message = _("A time entry is between one minute and 24 hours.")
                raise InvalidField(activity.value, message)
            if minutes:
                parts.append(Part(activity, minutes))
        return replace(self._proposed, parts=tuple(parts))


def parts_in_words(proposed: ProposedHours) -> str:
    """`Meeting 2 h, travel 40 min`: each activity with its time."""
    words = ", ".join(
        f"{activity_name(part.activity).lower()} {formats.duration(part.minutes)}"
        for part in proposed.parts
    )
    return words[:1].upper() + words[1:]
