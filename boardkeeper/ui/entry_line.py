"""The line in which time is written down: `2t forb børnehaven`, Enter."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.hours import TimeEntry, activity_name
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import LineField, announce


class EntryLine(QWidget):
    """Says below the line how it is understood as one types; Enter stores it."""

    stored = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._field = LineField(
            _("Write down time"),
            placeholder=_("2h prep kindergarten"),
            hint=self._explanation(),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        self.setFocusProxy(self._field)
        self._field.changed.connect(self._on_changed)
        self._field.entered.connect(self._on_entered)

    @Slot()
    def _on_changed(self) -> None:
        line = self._field.value()
        self._field.set_hint(self._understood(line) if line else self._explanation())

    @Slot()
    def _on_entered(self) -> None:
        line = self._field.value()
        if not line:
            return
        try:
            entry = self._services.hours.read(line)
        except UserError as error:
            self._field.show_error(str(error))
            return
        self._services.hours.log(entry)
        self._field.set_value("")
        said = _("Written down: {entry}").format(entry=self._in_words(entry))
        self._field.set_hint(said)
        announce(self, said)
        self.stored.emit()

    def _understood(self, line: str) -> str:
        try:
            return self._in_words(self._services.hours.read(line))
        except UserError as error:
            return str(error)

    def _in_words(self, entry: TimeEntry) -> str:
        today = self._services.clock.today()
        is_near = abs((entry.on - today).days) <= 1
        parts = [
            formats.duration(entry.minutes),
            activity_name(entry.activity),
            self._services.organisations.get(entry.organisation_id).label,
            formats.relative_day(entry.on, today) if is_near else formats.day(entry.on),
        ]
        if entry.meeting_id is not None:
            day = self._services.meetings.get(entry.meeting_id).day
            parts.append(_("for the meeting on {day}").format(day=formats.day(day)))
        return " · ".join(filter(None, [*parts, entry.note]))

    @staticmethod
    def _explanation() -> str:
        return _("How long, what for, which board, and which day if not today. Then Enter.")
