"""The choice of the meeting that a payment or a trip was for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from boardkeeper import formats
from boardkeeper.domain.meetings import Meeting, MeetingId, title_of
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.ui.kit import ChoiceField, DateField

_NEAR = 60
"""Days around the day that was written within which its meeting is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the dialogs can choose among."""

    organisations: Sequence[Organisation]
    meetings_of: Callable[[OrganisationId], Sequence[Meeting]]
    today: Callable[[], date]


class NearMeetings:
    """Keeps a list of meetings in step with the board and the day that are written beside it."""

    def __init__(
        self,
        choices: Choices,
        organisation: ChoiceField[OrganisationId],
        on: DateField,
        kept: MeetingId | None,
    ) -> None:
        self.field: ChoiceField[MeetingId | None] = ChoiceField(
            _("For the meeting"), [(None, _("No particular meeting"))]
        )
        self._choices = choices
        self._organisation = organisation
        self._on = on
        self._kept = kept
        organisation.changed.connect(self.offer)
        on.changed.connect(self.offer)

    def offer(self) -> None:
        """The board's meetings around the day, and the one chosen before."""
        try:
            on = self._on.value()
        except UserError:
            return  # still being typed
        meetings = [
            each
            for each in self._choices.meetings_of(self._organisation.value())
            if each.id == self._kept or (on is not None and abs((each.day - on).days) <= _NEAR)
        ]
        offered: list[tuple[MeetingId | None, str]] = [(None, _("No particular meeting"))]
        offered += [(each.id, f"{formats.day(each.day)} · {title_of(each)}") for each in meetings]
        self.field.set_choices(offered)
