"""The dialog of the hours a year one has promised a board."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.promises import Promise
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.ui.kit import DateField, Dialog, LineField, TypedField


class PromiseDialog(Dialog[Promise]):
    """Asks how many hours a year, and from when; takes a promise and returns one."""

    def __init__(
        self,
        promise: Promise,
        today: Callable[[], date],
        *,
        is_new: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Promised hours"),
            accept=_("Promise") if is_new else _("Save"),
            explanation=_("It holds from its day until the next promise begins."),
            parent=parent,
        )
        self._promise = promise
        self._hours = self.form.add("minutes_a_year", _hours_a_year())
        self._starts = self.form.add("starts_on", DateField(_("From"), today), beside=True)
        self._note = self.form.add("note", LineField(_("Note")))
        if not is_new:
            self._hours.set_value(promise.minutes_a_year)
        self._starts.set_value(promise.starts_on)
        self._note.set_value(promise.note)

    def read(self) -> Promise:
        minutes, starts_on = self._hours.value(), self._starts.value()
        if minutes is None:
            raise InvalidField("minutes_a_year", _("Write how many hours a year, for example 60."))
        if starts_on is None:
            raise InvalidField("starts_on", _("Write from which day it holds."))
        return replace(
            self._promise, minutes_a_year=minutes, starts_on=starts_on, note=self._note.value()
        )


def _hours_a_year() -> TypedField[int]:
    return TypedField(
        _("Hours a year"),
        lambda text: round(formats.read_number(text) * 60),
        lambda minutes: formats.number(Decimal(minutes) / 60),
        placeholder="60",
    )
