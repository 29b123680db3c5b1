"""Days on which an organisation does not meet: from when to when, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.series import ClosedDays
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import DateField, Dialog, LineField


class ClosedDaysDialog(Dialog[ClosedDays]):
    """Asks for closed days; takes some and returns some."""

    def __init__(
        self,
        closed: ClosedDays,
        today: Callable[[], date],
        *,
        is_new: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Add closed days") if is_new else _("Change closed days"),
            accept=_("Add") if is_new else _("Save"),
            explanation=_(
                "Meetings of series on these days are left out or moved, as each series says."
            ),
            parent=parent,
        )
        self._closed = closed
        self._first = self.form.add("starts_on", DateField(_("First day"), today))
        self._last = self.form.add(
            "ends_on",
            DateField(_("Last day"), today, hint=_("Empty for a single day")),
            beside=True,
        )
        self._reason = self.form.add(
            "reason", LineField(_("Reason"), placeholder=_("e.g. summer closing"))
        )
        if not is_new:
            self._first.set_value(closed.starts_on)
            self._last.set_value(closed.ends_on)
            self._reason.set_value(closed.reason)

    def read(self) -> ClosedDays:
        first = self._first.value()
        if first is None:
            raise InvalidField("starts_on", _("Write the first day."))
        return replace(
            self._closed,
            starts_on=first,
            ends_on=self._last.value() or first,
            reason=self._reason.value(),
        )
