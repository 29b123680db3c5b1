"""Planning a meeting: of a board there is, or, on the first day, of one that is only now named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.meetings import Meeting, MeetingKind, kind_name
from boardkeeper.domain.organisations import Organisation, OrganisationId, OrganisationKind
from boardkeeper.domain.organisations import kind_name as organisation_kind_name
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import (
    CheckField,
    ChoiceField,
    DateField,
    Dialog,
    LineField,
    NumberField,
    TimeField,
    TimeRangeField,
)
from boardkeeper.ui.meetings.details import span

Propose = Callable[[OrganisationId, date], Meeting]

_UNNUMBERED = (MeetingKind.GENERAL, MeetingKind.EXTRAORDINARY_GENERAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMeeting:
    """A meeting to be planned, and whether it begins with the usual agenda."""

    meeting: Meeting
    with_agenda: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstMeeting:
    """The first board one writes down, and when it meets."""

    name: str
    kind: OrganisationKind
    starts_at: datetime


class MeetingDialog(Dialog[NewMeeting]):
    """Asks when and where; the rest is proposed from how the organisation usually meets."""

    def __init__(
        self,
        organisations: Sequence[Organisation],
        chosen: OrganisationId,
        propose: Propose,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("New meeting"), accept=_("Plan the meeting"), parent=parent)
        self._propose = propose
        self._today = today
        self._touched: set[str] = set()
        self._build_form(organisations)
        self._organisation.set_value(chosen)
        self._connect()
        self._show_proposal()
        self._date.setFocus()

    def read(self) -> NewMeeting:
        day, times = self._date.value(), self._times.value()
        if day is None:
            raise InvalidField("starts_at", _("A meeting needs a date."))
        if times is None:
            raise InvalidField("ends_at", _("A meeting needs a time, as 19-21."))
        starts_at, ends_at = span(day, times)
        meeting = replace(
            self._propose(self._organisation.value(), day),
            starts_at=starts_at,
            ends_at=ends_at,
            kind=self._kind.value(),
            number=self._number.value(),
            place=self._place.value(),
        )
        return NewMeeting(meeting=meeting, with_agenda=self._with_agenda.value())

    def _build_form(self, organisations: Sequence[Organisation]) -> None:
        add = self.form.add
        choices = [(each.id, each.name) for each in organisations]
        self._organisation = add("organisation_id", ChoiceField(_("Which board?"), choices))
        self._date = add("starts_at", DateField(_("Date"), self._today))
        self._times = add("ends_at", TimeRangeField(_("From and to")), beside=True)
        kinds = [(each, kind_name(each)) for each in MeetingKind]
        self._kind = add("kind", ChoiceField(_("Kind of meeting"), kinds))
        self._number = add("number", NumberField(_("Number"), lowest=1, highest=9999), beside=True)
        self._place = add("place", LineField(_("Place")))
        self._with_agenda = add("with_agenda", CheckField(_("With the usual agenda")))
        self._with_agenda.set_value(True)

    def _connect(self) -> None:
        self._organisation.changed.connect(self._show_proposal)
        self._kind.changed.connect(self._on_kind_changed)
        for name in ("ends_at", "kind", "number", "place"):
            self.form.fields[name].changed.connect(lambda name=name: self._touched.add(name))

    def _show_proposal(self) -> None:
        """Fill in what the organisation usually does, where nothing else has been written."""
        proposed = self._propose(self._organisation.value(), self._today())
        values = {
            "ends_at": (proposed.starts_at.time(), proposed.ends_at.time()),
            "kind": proposed.kind,
            "number": proposed.number,
            "place": proposed.place,
        }
        for name, value in values.items():
            if name not in self._touched:
                self.form.fields[name].set_value(value)

    def _on_kind_changed(self) -> None:
        if "number" not in self._touched:
            proposed = self._propose(self._organisation.value(), self._today())
            is_unnumbered = self._kind.value() in _UNNUMBERED
            self._number.set_value(None if is_unnumbered else proposed.number)


class FirstMeetingDialog(Dialog[FirstMeeting]):
    """The first run: a name and a date give a board and an agenda."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(
            _("The first meeting"),
            accept=_("Make the agenda"),
            explanation=_("A name and a date are enough. Everything can be changed later."),
            parent=parent,
        )
        add = self.form.add
        self._name = add(
            "name", LineField(_("Name of the board"), placeholder=_("The Oak Street Kindergarten"))
        )
        self._date = add("starts_at", DateField(_("Date of the next meeting"), today))
        self._time = add("time", TimeField(_("From what time")), beside=True)
        kinds = [(each, organisation_kind_name(each)) for each in OrganisationKind]
        self._kind = add("kind", ChoiceField(_("What kind of board?"), kinds))
        self._kind.set_value(OrganisationKind.ASSOCIATION)
        self._time.set_value(time(19, 0))
        self._name.setFocus()

    def read(self) -> FirstMeeting:
        if not self._name.value():
            raise InvalidField("name", _("An organisation needs a name."))
        day, starts = self._date.value(), self._time.value()
        if day is None:
            raise InvalidField("starts_at", _("A meeting needs a date."))
        if starts is None:
            raise InvalidField("time", _("A meeting needs a time, as 19.30."))
        return FirstMeeting(
            name=self._name.value(),
            kind=self._kind.value(),
            starts_at=datetime.combine(day, starts),
        )
