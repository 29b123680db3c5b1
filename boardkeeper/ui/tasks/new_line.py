"""The line a task is typed in: `Anna order the auditor 1/6`, Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.task_lines import TaskLine
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import ChoiceField, LineField, Space, Turning, announce

_NARROW = 520


class NewTaskLine(QWidget):
    """Says below the line how it is understood as one types; Enter stores it for the board."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._line = LineField(
            _("New task"),
            placeholder=_("Anna order the auditor 1/6"),
            hint=_explanation(),
        )
        self._organisation: ChoiceField[OrganisationId] = ChoiceField(_("For the board"), [])
        beside = Turning(_NARROW, Space.M)
        beside.add(self._line, 3)
        beside.add(self._organisation, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(beside)
        self.setFocusProxy(self._line)
        self._line.changed.connect(self._on_changed)
        self._line.entered.connect(self._on_entered)
        self._organisation.changed.connect(self._on_changed)

    def offer(self, organisations: Sequence[Organisation], only: OrganisationId | None) -> None:
        """The boards a task can be for; one alone is not asked about."""
        self._organisation.set_choices([(each.id, each.label) for each in organisations])
        if only is not None:
            self._organisation.set_value(only)
        self._organisation.setVisible(only is None and len(organisations) > 1)

    @Slot()
    def _on_changed(self) -> None:
        line = self._line.value()
        self._line.set_hint(self._understood(line) if line else _explanation())

    @Slot()
    def _on_entered(self) -> None:
        line = self._line.value()
        if not line:
            return
        try:
            self._services.tasks.add_read(self._organisation.value(), line)
        except UserError as error:
            self._line.show_error(str(error))
            return
        said = _("Noted: {task}").format(task=self._understood(line))
        self._line.set_value("")
        self._line.set_hint(said)
        announce(self, said)

    def _understood(self, line: str) -> str:
        return _in_words(self._services.tasks.read(self._organisation.value(), line))


def _in_words(read: TaskLine) -> str:
    owners = ", ".join(each.name for each in read.owners)
    due = "" if read.due_on is None else _("by {day}").format(day=formats.day(read.due_on))
    estimate = formats.duration(read.minutes) if read.minutes else ""
    return " · ".join(filter(None, (read.text, owners, due, estimate, read.remark)))


def _explanation() -> str:
    return _("Who, what and by when. Then Enter.")
