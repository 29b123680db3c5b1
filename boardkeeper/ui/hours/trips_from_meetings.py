"""The dialog that makes trips of the meetings one was at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.mileage import ProposedTrip, Trip
from boardkeeper.errors import UserError
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.kit import Caption, CheckField, Dialog

MOST_SHOWN = 12
"""Meetings offered at once; the others come up when these are done."""


class TripsFromMeetings(Dialog[list[Trip]]):
    """Offers a trip to each meeting whose way is known from a trip before."""

    def __init__(self, proposals: Sequence[ProposedTrip], parent: QWidget | None = None) -> None:
        super().__init__(
            _("Trips from the meetings"),
            accept=_("Add trips"),
            explanation=_("The way and its length are those of the last trip to the same place."),
            width=560,
            parent=parent,
        )
        complete = [each for each in proposals if each.is_complete]
        self._offered: list[tuple[ProposedTrip, CheckField]] = []
        for at, each in enumerate(complete[:MOST_SHOWN]):
            box = self.form.add(f"trip{at}", CheckField(_told(each)))
            box.set_value(True)
            self._offered.append((each, box))
        left = len(proposals) - len(self._offered)
        if left:
            message = ngettext(
                "{count} more meeting has no trip. Where no trip went there before, make a new"
                " trip, choose the meeting and write how far it is.",
                "{count} more meetings have no trip. Where no trip went there before, make a new"
                " trip, choose the meeting and write how far it is.",
                left,
            )
            self.add(Caption(message.format(count=left)))
        self.accept_button.setEnabled(bool(self._offered))

    def read(self) -> list[Trip]:
        chosen = [each.trip() for each, box in self._offered if box.value()]
        if not chosen:
            raise UserError(_("Choose at least one trip."))
        return chosen


def _told(each: ProposedTrip) -> str:
    parts = (
        formats.day(each.on),
        formats.kilometres(each.metres or 0),
        each.purpose,
        each.destination,
    )
    return " · ".join(part for part in parts if part)
