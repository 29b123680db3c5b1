"""The dialogs of a ceiling and of a time away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.ceilings import Away, Ceiling
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.amount_fields import hours_field, kroner_field
from boardkeeper.ui.kit import DateField, Dialog, LineField, NumberField, TimeField


class CeilingDialog(Dialog[Ceiling]):
    """Asks how much one takes on from a day on; takes a ceiling and returns one."""

    def __init__(
        self,
        ceiling: Ceiling,
        today: Callable[[], date],
        *,
        is_new: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("My ceiling"),
            accept=_("Set ceiling") if is_new else _("Save"),
            explanation=_(
                "It holds from its day until the next begins. Leave empty what has no limit."
            ),
            width=560,
            parent=parent,
        )
        self._ceiling = ceiling
        self._fill(today)
        self._show(ceiling)
        self._hours.setFocus()

    def read(self) -> Ceiling:
        starts_on = self._starts.value()
        if starts_on is None:
            raise InvalidField("starts_on", _("Write from which day the ceiling holds."))
        work_starts, work_ends = self._work_starts.value(), self._work_ends.value()
        if work_starts is None:
            raise InvalidField("work_starts", _("Write when your working day begins."))
        if work_ends is None:
            raise InvalidField("work_ends", _("Write when your working day ends."))
        return replace(
            self._ceiling,
            starts_on=starts_on,
            minutes_a_week=self._hours.value(),
            evenings_a_week=self._evenings.value(),
            customer_minutes_a_week=self._customers.value() or 0,
            work_starts=work_starts,
            work_ends=work_ends,
            hour_value=self._worth.value() or 0,
        )

    def _fill(self, today: Callable[[], date]) -> None:
        self._hours = self.form.add(
            "minutes_a_week",
            hours_field(_("Hours a week"), example=360, hint=_("For all boards together")),
        )
        self._evenings = self.form.add(
            "evenings_a_week", NumberField(_("Evenings a week"), highest=7), beside=True
        )
        self._starts = self.form.add("starts_on", DateField(_("From"), today))
        self._worth = self.form.add(
            "hour_value",
            kroner_field(_("Value of an hour"), hint=_("To see what a board costs in kroner")),
            beside=True,
        )
        self._customers = self.form.add(
            "customer_minutes_a_week",
            hours_field(
                _("Hours a week for customers"),
                example=1800,
                hint=_("Kept free within the working hours, Monday to Friday"),
            ),
        )
        self._work_starts = self.form.add("work_starts", TimeField(_("Working day begins")))
        self._work_ends = self.form.add("work_ends", TimeField(_("Working day ends")), beside=True)

    def _show(self, ceiling: Ceiling) -> None:
        self._hours.set_value(ceiling.minutes_a_week)
        self._evenings.set_value(ceiling.evenings_a_week)
        self._starts.set_value(ceiling.starts_on)
        self._worth.set_value(ceiling.hour_value or None)
        self._customers.set_value(ceiling.customer_minutes_a_week or None)
        self._work_starts.set_value(ceiling.work_starts)
        self._work_ends.set_value(ceiling.work_ends)


class AwayDialog(Dialog[Away]):
    """Asks from when to when one is away; takes a time away and returns one."""

    def __init__(
        self,
        away: Away,
        today: Callable[[], date],
        *,
        is_new: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Time away"),
            accept=_("Add time away") if is_new else _("Save"),
            explanation=_("Holiday, travel, exams: days on which you are not to be had."),
            parent=parent,
        )
        self._away = away
        self._starts = self.form.add("starts_on", DateField(_("First day"), today))
        self._ends = self.form.add("ends_on", DateField(_("Last day"), today), beside=True)
        self._reason = self.form.add("reason", LineField(_("Why"), placeholder=_("Holiday")))
        self._reason.set_value(away.reason)
        if not is_new:
            self._starts.set_value(away.starts_on)
            self._ends.set_value(away.ends_on)

    def read(self) -> Away:
        """A last day that is left empty is the first."""
        starts_on = self._starts.value()
        if starts_on is None:
            raise InvalidField("starts_on", _("Write the first day you are away."))
        return replace(
            self._away,
            starts_on=starts_on,
            ends_on=self._ends.value() or starts_on,
            reason=self._reason.value(),
        )
