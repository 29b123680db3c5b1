"""The dialogs of the timer: what it runs for, and how long it really took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.hours import Activity, activity_name
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.running_timer import RunningTimer
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.amount_fields import hours_field
from boardkeeper.ui.kit import ChoiceField, Dialog, LineField

_LONGEST = 24 * 60


@dataclass(frozen=True, slots=True)
class Timed:
    """What a timer runs for, and for how many minutes it has run; None where that is as it was."""

    timer: RunningTimer
    minutes: int | None = None


class TimerDialog(Dialog[Timed]):
    """Asks what the timer runs for; of one that runs also for how long it has."""

    def __init__(
        self,
        timer: RunningTimer,
        organisations: Sequence[Organisation],
        *,
        minutes: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        is_new = minutes is None
        super().__init__(
            _("Start timer") if is_new else _("The timer"),
            accept=_("Start") if is_new else _("Keep"),
            parent=parent,
        )
        self._timer = timer
        self._minutes = minutes
        self._board = self.form.add(
            "organisation_id",
            ChoiceField(_("Board"), [(each.id, each.name) for each in organisations]),
        )
        self._activity = self.form.add(
            "activity",
            ChoiceField(_("What for"), [(each, activity_name(each)) for each in Activity]),
        )
        self._note = self.form.add("note", LineField(_("Note")))
        self._board.set_value(timer.organisation_id)
        self._activity.set_value(timer.activity)
        self._note.set_value(timer.note)
        self._so_far = hours_field(_("So far"), hint=_("If you forgot to start it in time"))
        if minutes is not None:
            self.form.add("minutes", self._so_far)
            self._so_far.set_value(minutes)
        self._board.setFocus()

    def read(self) -> Timed:
        board, activity = self._board.value(), self._activity.value()
        is_same = (board, activity) == (self._timer.organisation_id, self._timer.activity)
        changed = replace(
            self._timer,
            organisation_id=board,
            activity=activity,
            meeting_id=self._timer.meeting_id if is_same else None,
            note=self._note.value(),
        )
        minutes = self._so_far.value() if self._minutes is not None else None
        return Timed(changed, None if minutes == self._minutes else _within_a_day(minutes))


class HowLongDialog(Dialog[int]):
    """Asks how many minutes it really took, when the timer was forgotten."""

    def __init__(self, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(
            _("How long did it take?"),
            accept=_("Write down"),
            explanation=explanation,
            parent=parent,
        )
        self._minutes = self.form.add("minutes", hours_field(_("How long")))
        self._minutes.setFocus()

    def read(self) -> int:
        return _within_a_day(self._minutes.value())


def _within_a_day(minutes: int | None) -> int:
    if minutes is None:
        raise InvalidField("minutes", _("Write how long it took, for example 2h or 90 min."))
    if not 0 < minutes <= _LONGEST:
        raise InvalidField("minutes", _("A time entry is between one minute and 24 hours."))
    return minutes
