"""What every page of the window can be asked, and what it may wish."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from boardkeeper.domain.changes import ChangeSet
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.changes import ChangeNotifier


class Page(QWidget):
    """One section of the window. It emits wishes; the main window carries them out.

    Ids travel as text, what is to be printed as a `Paper` of `ui.papers`, and what is to be saved
    as a `Prepared` of the services. `KINDS` names the
    records the page shows: it is refreshed when one of them changes, at once when it is on screen
    and otherwise when it is next shown. `said` is a sentence about what was just done.
    `leaving_simulator_wanted` names the membership that might be left, `review_wanted` the one
    whose yearly question is asked, or none for all of them.
    """

    meeting_wanted = Signal(str)
    organisation_wanted = Signal(str)
    person_wanted = Signal(str)
    task_wanted = Signal(str)
    contacts_import_wanted = Signal()
    contacts_export_wanted = Signal(str)
    decision_wanted = Signal(str)
    new_meeting_wanted = Signal()
    new_meeting_for = Signal(str)
    new_meeting_on = Signal(date)
    meetings_wanted = Signal(str)
    print_wanted = Signal(object)
    pack_wanted = Signal(str)
    save_wanted = Signal(object)
    calendar_file_wanted = Signal(str)
    sample_wanted = Signal()
    week_of_hours_wanted = Signal(date)
    yes_simulator_wanted = Signal()
    leaving_simulator_wanted = Signal(str)
    review_wanted = Signal(str)
    said = Signal(str)

    KINDS: tuple[type, ...] = ()

    def __init__(
        self, services: Services, changes: ChangeNotifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.organisation_id: OrganisationId | None = None
        self._is_stale = True
        changes.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read what the page shows and show it."""
        raise NotImplementedError

    def show_organisation(self, organisation_id: OrganisationId | None) -> None:
        """Show one organisation's things only, or everything."""
        self.organisation_id = organisation_id
        self.bring_up_to_date(even_if_fresh=True)

    def bring_up_to_date(self, *, even_if_fresh: bool = False) -> None:
        """Refresh if something changed while the page was out of sight."""
        self._is_stale = self._is_stale or even_if_fresh
        if self._is_stale and self.isVisible():
            self._is_stale = False
            self.refresh()

    def open_record(self, record_id: str) -> None:
        """Show one record of the section: the meeting, organisation or person of that id."""

    def open_part(self, record_id: str) -> None:
        """Show one part of what is open: an item of the meeting, a reminder of the board.

        Of a section with several views the part may be the name of one: `money`.
        """

    def close_record(self) -> None:
        """Show the section as a whole again, where a record had taken its place."""

    def finish(self) -> list[str]:
        """Store what is being typed; returns the names of what is not complete enough to be."""
        return []

    def make_new(self) -> None:
        """Ctrl+N: begin the new thing of this section."""

    def make_new_for(self, organisation_id: str) -> None:
        """Begin a new meeting of that organisation, where that is the section's new thing."""

    def make_new_on(self, day: date) -> None:
        """Begin a new meeting on that day, where that is the section's new thing."""

    def log_time(self) -> None:
        """Ctrl+T: put the keyboard in the line where time is written down, if there is one."""

    def take_minutes(self) -> bool:
        """Ctrl+M: turn to the minutes of the meeting at hand; False where there is none."""
        return False

    def find_here(self) -> None:
        """Ctrl+F: go to the page's own search field."""

    def print_this(self) -> None:
        """Ctrl+P: wish the paper of what is shown."""

    def take_focus(self) -> None:
        """Put the keyboard where one wants to begin."""
        self.setFocus()

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)  # type: ignore[arg-type] # QShowEvent
        self.bring_up_to_date()

    @Slot(ChangeSet)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.touches(*self.KINDS):
            self.bring_up_to_date(even_if_fresh=True)
