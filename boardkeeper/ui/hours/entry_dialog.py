"""The dialog of one time entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.hours import Activity, TimeEntry, activity_name
from boardkeeper.domain.meetings import Meeting, MeetingId, title_of
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _
from boardkeeper.ui.kit import ChoiceField, DateField, Dialog, LineField, TypedField

_NEAR = 60
"""Days around the entry's own within which its meeting is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChoices:
    """What the dialog can choose among."""

    organisations: Sequence[Organisation]
    meetings_of: Callable[[OrganisationId], Sequence[Meeting]]
    today: Callable[[], date]


class EntryDialog(Dialog[TimeEntry]):
    """Asks for everything a time entry holds; the record comes back changed."""

    def __init__(
        self,
        title: str,
        choices: EntryChoices,
        entry: TimeEntry | None,
        *,
        accept: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, accept=accept, parent=parent)
        self._choices = choices
        self._entry = entry
        self._fill()
        self._minutes.setFocus()
        self._organisation.changed.connect(self._offer_meetings)
        self._on.changed.connect(self._offer_meetings)

    def read(self) -> TimeEntry:
        on, minutes = self._on.value(), self._minutes.value()
        if minutes is None:
            raise InvalidField("minutes", _("Write how long it took, for example 2h or 90 min."))
        if on is None:
            raise InvalidField("on", _("Write which day it was."))
        made = TimeEntry(
            organisation_id=self._organisation.value(),
            meeting_id=self._meeting.value(),
            on=on,
            minutes=minutes,
            activity=self._activity.value(),
            note=self._note.value(),
        )
        return made if self._entry is None else replace(made, id=self._entry.id)

    def _fill(self) -> None:
        self._minutes = self.form.add("minutes", _hours_field())
        self._activity = self.form.add(
            "activity",
            ChoiceField(_("What for"), [(each, activity_name(each)) for each in Activity]),
            beside=True,
        )
        self._organisation = self.form.add(
            "organisation_id",
            ChoiceField(_("Board"), [(each.id, each.name) for each in self._choices.organisations]),
        )
        self._on = self.form.add("on", DateField(_("Day"), self._choices.today))
        self._meeting: ChoiceField[MeetingId | None] = self.form.add(
            "meeting_id", ChoiceField(_("For the meeting"), [(None, _("No particular meeting"))])
        )
        self._note = self.form.add("note", LineField(_("Note")))
        entry = self._entry
        self._on.set_value(self._choices.today() if entry is None else entry.on)
        if entry is not None:
            self._minutes.set_value(entry.minutes)
            self._activity.set_value(entry.activity)
            self._organisation.set_value(entry.organisation_id)
            self._note.set_value(entry.note)
        self._offer_meetings()
        self._meeting.set_value(None if entry is None else entry.meeting_id)

    @Slot()
    def _offer_meetings(self) -> None:
        """The organisation's meetings around the day, and the one chosen before."""
        try:
            on = self._on.value()
        except UserError:
            return  # still being typed
        kept = self._entry.meeting_id if self._entry else None
        meetings = [
            each
            for each in self._choices.meetings_of(self._organisation.value())
            if each.id == kept or (on is not None and abs((each.day - on).days) <= _NEAR)
        ]
        offered: list[tuple[MeetingId | None, str]] = [(None, _("No particular meeting"))]
        offered += [(each.id, f"{formats.day(each.day)} · {title_of(each)}") for each in meetings]
        self._meeting.set_choices(offered)


def _hours_field() -> TypedField[int]:
    return TypedField(
        _("How long"),
        lambda text: formats.read_duration(text, bare_is_hours=True),
        formats.duration,
        echo=formats.hours,
        placeholder=formats.duration(90),
    )
