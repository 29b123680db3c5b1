"""A form whose fields are saved as one goes, and which never overwrites what is being typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from boardkeeper.errors import InvalidField
from boardkeeper.ui.kit import Form

Save = Callable[[str, Any], None]


class AutosaveForm(Form):
    """Calls `save(name, value)` when a field is committed; shows by the field what was refused."""

    def __init__(self, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._shown: object = None

    def watch(self) -> None:
        """Begin to save: call it when all fields have been added."""
        for name, field in self.fields.items():
            field.committed.connect(partial(self._on_committed, name))

    def show_values(self, of: object, values: Mapping[str, Any]) -> None:
        """Show a record's values. In the one already shown, the field with the keyboard is left be.

        Args:
            of: What the values belong to, as a record's id.
            values: By the names of the fields.
        """
        is_other = of != self._shown
        self._shown = of
        for name, value in values.items():
            field = self.fields[name]
            if is_other or not _is_busy(field.control):
                field.set_value(value)

    def finish(self) -> None:
        """Save what has been typed and not yet saved."""
        if self._shown is not None:
            self.commit()

    def forget(self) -> None:
        """Save nothing more: what was shown is gone."""
        self._shown = None

    def _on_committed(self, name: str) -> None:
        if self._shown is None:
            return
        try:
            self._save(name, self.fields[name].value())
        except InvalidField as error:
            self.fields[name].show_error(str(error))


def _is_busy(control: QWidget) -> bool:
    """Whether the keyboard is in a control."""
    return control.hasFocus()
