"""Ending a series with a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import DateField, Dialog


class EndDialog(Dialog[date]):
    """Asks for the last day the series may meet on."""

    def __init__(self, day: date, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(
            _("End the series"),
            accept=_("End the series"),
            explanation=_(
                "Later meetings go where they stand as planned. Those called, held or moved one "
                "by one stay."
            ),
            parent=parent,
        )
        self._day = self.form.add("day", DateField(_("Last day"), today))
        self._day.set_value(day)

    def read(self) -> date:
        day = self._day.value()
        if day is None:
            raise InvalidField("day", _("Write the last day the series may meet on."))
        return day
