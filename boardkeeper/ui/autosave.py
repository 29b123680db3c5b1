"""A form that shows one record and stores each edit by itself: no page has a Save button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Generic, TypeVar, cast

from PySide6.QtWidgets import QWidget

from boardkeeper.domain.identity import Record
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.ui.kit import Field, Form

R = TypeVar("R", bound=Record)
F = TypeVar("F", bound=Field[Any])


class RecordForm(Form, Generic[R]):
    """Fields named after the record's own; what one of them commits is stored at once."""

    def __init__(self, save: Callable[[R], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._record: R | None = None
        self._kept_as: dict[str, Callable[[Any], Any]] = {}

    @property
    def record(self) -> R | None:
        """The record shown, as it is stored."""
        return self._record

    def keep(
        self,
        name: str,
        field: F,
        *,
        beside: bool = False,
        kept_as: Callable[[Any], Any] = lambda value: value,
    ) -> F:
        """Add a field that is stored by itself.

        `kept_as` makes what the record holds of what the field says; it may raise InvalidField.
        """
        self.add(name, field, beside=beside)
        self._kept_as[name] = kept_as
        field.committed.connect(lambda: self._on_committed(name))
        return field

    def show_record(self, record: R) -> None:
        """Show a record; words being typed into the same one stay as they are."""
        before = self._record
        is_same = before is not None and before.id == record.id
        self._record = record
        for name in self._kept_as:
            field = self.fields[name]
            if not (is_same and _is_being_edited(field, getattr(before, name))):
                _show(field, getattr(record, name))

    def _on_committed(self, name: str) -> None:
        if self._record is None:
            return
        field = self.fields[name]
        try:
            value = self._kept_as[name](field.value())
            self._save(cast("R", replace(cast("Any", self._record), **{name: value})))
        except InvalidField as error:
            if error.field not in self.fields:
                raise
            self.fields[error.field].show_error(str(error))


def _is_being_edited(field: Field[Any], stored: object) -> bool:
    """Whether the field says something the person has yet to finish or to mend."""
    if not field.error and not field.control.hasFocus():
        return False
    try:
        return bool(field.value() != stored)
    except UserError:
        return True


def _show(field: Field[Any], value: object) -> None:
    """Set the value unless it stands there already: that would move the cursor."""
    try:
        is_shown = field.value() == value and not field.error
    except UserError:
        is_shown = False
    if not is_shown:
        field.set_value(value)
