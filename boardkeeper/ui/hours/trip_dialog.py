"""The dialog of one trip in one's own car."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.mileage import ProposedTrip, Trip
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.cpr_warning import warn_of_cpr
from boardkeeper.ui.hours.near_meetings import Choices, NearMeetings
from boardkeeper.ui.kit import CheckField, ChoiceField, DateField, Dialog, LineField, TypedField


class TripDialog(Dialog[Trip]):
    """Asks for everything a trip holds; the record comes back changed.

    In a new trip, choosing the meeting fills in what `proposed` knows of the way to it.
    """

    def __init__(
        self,
        title: str,
        choices: Choices,
        trip: Trip | None,
        proposed: Callable[[MeetingId], ProposedTrip],
        *,
        accept: str,
        organisation_id: OrganisationId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, accept=accept, parent=parent)
        self._trip = trip
        self._proposed = proposed
        self._fill(choices)
        self._show(choices, organisation_id)
        if trip is None:
            self._meetings.field.changed.connect(self._on_meeting_chosen)

    def read(self) -> Trip:
        on = self._on.value()
        if on is None:
            raise InvalidField("on", _("Write which day it was."))
        made = Trip(
            organisation_id=self._organisation.value(),
            meeting_id=self._meetings.field.value(),
            on=on,
            purpose=self._purpose.value(),
            start=self._start.value(),
            stops=self._stops.value(),
            destination=self._destination.value(),
            metres=self._length.value() or 0,
            is_return=self._is_return.value(),
            note=self._note.value(),
        )
        if self._trip is None:
            return made
        return replace(made, id=self._trip.id, paid_on=self._paid_on.value())

    def _fill(self, choices: Choices) -> None:
        self._organisation: ChoiceField[OrganisationId] = self.form.add(
            "organisation_id",
            ChoiceField(_("Board"), [(each.id, each.name) for each in choices.organisations]),
        )
        self._on = self.form.add("on", DateField(_("Day"), choices.today))
        kept = self._trip.meeting_id if self._trip else None
        self._meetings = NearMeetings(choices, self._organisation, self._on, kept)
        self.form.add("meeting_id", self._meetings.field)
        self._purpose = self.form.add("purpose", LineField(_("Purpose")))
        self._start = self.form.add("start", LineField(_("From")))
        self._destination = self.form.add("destination", LineField(_("To")), beside=True)
        self._stops = self.form.add("stops", LineField(_("By way of")))
        self._length: TypedField[int] = self.form.add(
            "metres",
            TypedField(
                _("Kilometres in all"),
                formats.read_kilometres,
                formats.kilometres,
                placeholder=formats.kilometres(24_000),
            ),
        )
        self._is_return = self.form.add("is_return", CheckField(_("There and back")), beside=True)
        self._note = self.form.add("note", LineField(_("Note")))
        if self._trip is not None:
            self._paid_on = self.form.add("paid_on", DateField(_("Paid on"), choices.today))
        warn_of_cpr(self._purpose, self._start, self._destination, self._stops, self._note)

    def _show(self, choices: Choices, organisation_id: OrganisationId | None) -> None:
        trip = self._trip
        self._on.set_value(choices.today() if trip is None else trip.on)
        self._is_return.set_value(trip is None or trip.is_return)
        if organisation_id is not None:
            self._organisation.set_value(organisation_id)
        if trip is not None:
            self._organisation.set_value(trip.organisation_id)
            self._purpose.set_value(trip.purpose)
            self._start.set_value(trip.start)
            self._destination.set_value(trip.destination)
            self._stops.set_value(trip.stops)
            self._length.set_value(trip.metres)
            self._note.set_value(trip.note)
            self._paid_on.set_value(trip.paid_on)
        self._meetings.offer()
        self._meetings.field.set_value(None if trip is None else trip.meeting_id)

    @Slot()
    def _on_meeting_chosen(self) -> None:
        """Fill in what is known of the way to the meeting."""
        meeting_id = self._meetings.field.value()
        if meeting_id is None:
            return
        known = self._proposed(meeting_id)
        self._on.set_value(known.on)
        self._purpose.set_value(known.purpose)
        self._start.set_value(known.start)
        self._stops.set_value(known.stops)
        self._destination.set_value(known.destination)
        self._length.set_value(known.metres)
        self._is_return.set_value(known.is_return)
