"""What one does with the timer from anywhere in the window, the tray included."""

from __future__ import annotations

from datetime import UTC

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from boardkeeper import formats
from boardkeeper.domain.hours import Activity, activity_name
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.running_timer import RunningTimer
from boardkeeper.i18n import _
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.timer.dialogs import HowLongDialog, Timed, TimerDialog


class TimerDesk(QObject):
    """Asks what has to be asked, and carries it out; `said` is a sentence about what was done."""

    said = Signal(str)

    def __init__(self, services: Services, over: QWidget) -> None:
        super().__init__(over)
        self._services = services
        self._over = over

    def ask_to_start(self, organisation_id: OrganisationId | None = None) -> None:
        """Ask what for, and start; the board chosen, or the one whose meeting is next, is named."""
        organisations = self._services.organisations.all()
        if not organisations:
            self.said.emit(_("Time belongs to a board, and there is none yet."))
            return
        draft = RunningTimer(
            organisation_id=organisation_id or self._likely(organisations),
            activity=Activity.PREPARATION,
            started_at=self._services.clock.moment().replace(tzinfo=None),
        )
        TimerDialog(draft, organisations, parent=self._over).ask(self._start)

    def start(self, organisation_id: OrganisationId) -> None:
        """Start at once, preparing for a board; it can be changed while it runs."""
        if not self._asks_about_forgotten():
            timer = self._services.timer.start(organisation_id)
            self.said.emit(_("The timer runs: {what}").format(what=self.in_words(timer)))

    def stop(self) -> None:
        """Write down what it measured, or ask when it was forgotten."""
        if self._services.timer.running() is not None and not self._asks_about_forgotten():
            self._stop(None)

    def change(self) -> None:
        """Ask what it runs for, and since when."""
        timer = self._services.timer.running()
        if timer is not None:
            TimerDialog(
                timer,
                self._services.organisations.all(),
                minutes=self._services.timer.minutes(timer),
                parent=self._over,
            ).ask(self._change)

    def discard(self) -> None:
        """Let it go without an entry."""
        self._services.timer.discard()
        self.said.emit(_("The timer was discarded. Nothing was written down."))

    def in_words(self, timer: RunningTimer) -> str:
        """`Sejlklubben · Preparation`."""
        board = self._services.organisations.get(timer.organisation_id).label
        return " · ".join((board, activity_name(timer.activity)))

    def _start(self, asked: Timed) -> None:
        if self._asks_about_forgotten():
            return
        timer = asked.timer
        self._services.timer.start(timer.organisation_id, timer.activity, note=timer.note)

    def _change(self, asked: Timed) -> None:
        timers = self._services.timer
        timer = asked.timer
        timers.change(timer if asked.minutes is None else timers.lasting(timer, asked.minutes))

    def _asks_about_forgotten(self) -> bool:
        timers = self._services.timer
        timer = timers.running()
        if timer is None or not timers.is_forgotten(timer):
            return False
        started = timer.started_at.replace(tzinfo=UTC).astimezone().date()
        words = _("{what} has run since {day}, for more than 24 hours.")
        explanation = words.format(what=self.in_words(timer), day=formats.day(started))
        HowLongDialog(explanation, self._over).ask(self._stop)
        return True

    def _stop(self, minutes: int | None) -> None:
        entry = self._services.timer.stop(minutes)
        board = self._services.organisations.get(entry.organisation_id).label
        parts = (formats.duration(entry.minutes), activity_name(entry.activity), board)
        self.said.emit(_("Written down: {entry}").format(entry=" · ".join(parts)))

    def _likely(self, organisations: list[Organisation]) -> OrganisationId:
        coming = self._services.meetings.next()
        return coming.organisation_id if coming is not None else organisations[0].id
