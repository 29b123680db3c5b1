"""The card of Today that asks for the hours of the last meeting, and writes them down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkeeper import formats
from boardkeeper.domain.hours import Activity, activity_name
from boardkeeper.domain.meetings import title_of
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.time_proposals import ProposedHours
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.kit import (
    Body,
    Button,
    Caption,
    Card,
    Picture,
    Space,
    Turning,
    set_tooltip,
)


class UnloggedCard(Card):
    """Hidden while the last meeting's hours are written down. `said` tells what was just done."""

    said = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._services = services
        self._proposed: ProposedHours | None = None
        self._words = Body()
        self._caption = Caption()
        self._write = Button(_("Write down"), icon="check")
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._caption)
        both = Turning(420, Space.M)
        both.add(words, 1)
        both.add(self._write)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(Picture("clock"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(both, 1)
        self.add_layout(line)
        self._write.clicked.connect(self._on_write)
        self.hide()

    def show_latest(self, organisation_id: OrganisationId | None) -> None:
        """Read whether the hours of the last meeting are missing."""
        proposed = self._proposed = self._services.time_proposals.latest(organisation_id)
        self.setVisible(proposed is not None)
        if proposed is None:
            return
        title = title_of(proposed.meeting)
        board = self._services.organisations.get(proposed.meeting.organisation_id).label
        self._words.setText(_("Log the hours of {meeting}").format(meeting=title))
        day = formats.relative_day(proposed.meeting.day, self._services.clock.today())
        self._caption.setText(" · ".join((board, day, _sum(proposed))))
        name = _("Write down the hours of {meeting}: {hours}")
        spoken = name.format(meeting=title, hours=_sum(proposed))
        self._write.setAccessibleName(spoken)
        set_tooltip(self._write, spoken)

    @Slot()
    def _on_write(self) -> None:
        proposed = self._proposed
        if proposed is None:
            return
        entries = self._services.time_proposals.accept(proposed)
        duration = formats.duration(sum(entry.minutes for entry in entries))
        words = _("{duration} written down for “{title}”.")
        self.said.emit(words.format(duration=duration, title=title_of(proposed.meeting)))


def _sum(proposed: ProposedHours) -> str:
    """`2 h + travel 40 min`: the meeting's own time first, the rest by name."""
    return " + ".join(
        formats.duration(part.minutes)
        if part.activity is Activity.MEETING
        else f"{activity_name(part.activity).lower()} {formats.duration(part.minutes)}"
        for part in proposed.parts
    )
