"""What one does with the people at the top: mark them, say when they came, add a guest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject

from boardkeeper.domain.attendance import AttendanceId, Capacity
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.minutes.desk import MinutesDesk
from boardkeeper.ui.minutes.item_pane import ItemPane
from boardkeeper.ui.minutes.roll_panel import RollPanel
from boardkeeper.ui.minutes.roll_words import next_presence
from boardkeeper.ui.minutes.sitting import Sitting

Ask = Callable[[Callable[[], object]], object]
"""Opens a form once the one that is open has been stored."""


class RollDesk(QObject):
    """Carries out the wishes of the roll.

    While it `is_marking`, what changes is the attendance alone.
    """

    def __init__(
        self, services: Services, roll: RollPanel, desk: MinutesDesk, pane: ItemPane, ask: Ask
    ) -> None:
        super().__init__(roll)
        self.is_marking = False
        self._services = services
        self._roll = roll
        self._desk = desk
        self._pane = pane
        self._ask = ask
        self._sitting: Sitting | None = None
        roll.all_present_wanted.connect(self.everyone_present)
        roll.cycle_wanted.connect(self._on_cycle)
        roll.details_wanted.connect(self._on_details_wanted)
        roll.remove_wanted.connect(self._on_remove_wanted)
        roll.guest_wanted.connect(self._on_guest_wanted)
        roll.left.connect(self._on_left)

    def show_sitting(self, sitting: Sitting) -> None:
        """Work on this meeting from now on."""
        self._sitting = sitting

    def everyone_present(self) -> None:
        """Mark everyone of whom nothing is known as present, and go to them."""
        sitting = self._sitting
        if sitting is None:
            return
        if not sitting.is_approved and self._pane.settle_form():
            with self._marking():
                self._services.attendance.all_present(sitting.meeting.id)
        self._roll.take_focus()

    def make_room(self) -> None:
        """Fold the people away, unless it is still to be said who is there."""
        if self._sitting is not None and self._sitting.quorum.is_known:
            self._roll.set_open(False)

    @contextmanager
    def _marking(self) -> Iterator[None]:
        self.is_marking = True
        try:
            yield
        finally:
            self.is_marking = False

    def _on_cycle(self, key: str) -> None:
        sitting = self._sitting
        each = None if sitting is None else sitting.participant(AttendanceId(key))
        if sitting is not None and each is not None and not sitting.is_approved:
            presence = next_presence(each.presence)
            with self._marking():
                self._services.attendance.mark(sitting.meeting.id, each, presence)

    def _on_details_wanted(self, key: str) -> None:
        """The form of one person, and back to them."""
        self._ask(lambda: self._desk.tell_of(key))
        self._pane.send_back_to(lambda: self._roll.go_to(key))

    def _on_guest_wanted(self) -> None:
        self._ask(self._desk.add_guest)
        self._pane.send_back_to(self._roll.take_focus)

    def _on_remove_wanted(self, key: str) -> None:
        """A guest leaves the roll; those invited stay on it."""
        sitting = self._sitting
        each = None if sitting is None else sitting.participant(AttendanceId(key))
        if each is not None and each.capacity is Capacity.GUEST:
            self._services.attendance.remove(each.id)

    def _on_left(self) -> None:
        """Back from the people to the text."""
        self.make_room()
        self._pane.take_focus()
