"""Asks when one stops; all that follows can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import DateField, Dialog


class StopDialog(Dialog[date]):
    """Asks for the last day of the seat."""

    def __init__(
        self,
        name: str,
        proposed: date,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Stop in {name}").format(name=name),
            accept=_("Stop"),
            explanation=_(
                "The term ends that day, a task says to hand over before it, and the letter is"
                " ready to print. Everything can be undone."
            ),
            parent=parent,
        )
        self._on = self.form.add("leaves_on", DateField(_("My last day"), today))
        self._on.set_value(proposed)

    def read(self) -> date:
        day = self._on.value()
        if day is None:
            raise InvalidField("leaves_on", _("Write the day you leave."))
        return day
