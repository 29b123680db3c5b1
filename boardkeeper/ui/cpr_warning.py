"""Says at once when somebody types a CPR number, which has no place here."""

from __future__ import annotations

from boardkeeper.domain.cpr import holds_cpr_shape
from boardkeeper.i18n import _
from boardkeeper.ui.kit import LineField, TextField


def warn_of_cpr(*fields: LineField | TextField) -> None:
    """Watch the fields; what is written can still be stored, for it may be something else."""
    for field in fields:
        field.changed.connect(lambda watched=field: _look_at(watched))


def _look_at(field: LineField | TextField) -> None:
    if holds_cpr_shape(field.value()):
        field.show_error(_("That looks like a CPR number. It does not belong here."))
