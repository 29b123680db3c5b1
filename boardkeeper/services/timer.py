"""The timer: one at most, and a record, so that it outlives the program that shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal, Transaction
from boardkeeper.db.reader import Reader
from boardkeeper.domain.hours import Activity, TimeEntry
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.running_timer import RunningTimer
from boardkeeper.errors import UserError
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.hours import meeting_meant

LONGEST = 24 * 60
"""Minutes after which a timer was forgotten rather than used."""


class TimerService:
    """What one does with the timer.

    What it measured is one entry on the day it was started, also past midnight. More than 24 hours
    are never taken for spent: then a person says how long it really took.
    """

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def running(self) -> RunningTimer | None:
        """The timer, while one runs."""
        return _running(self._journal.reader)

    def minutes(self, timer: RunningTimer) -> int:
        """Whole minutes it has run; at least one, also when the clock was set back."""
        return timer.minutes_at(self._moment())

    def is_forgotten(self, timer: RunningTimer) -> bool:
        """Whether it has run for so long that a person has to say how long it really took."""
        return self.minutes(timer) > LONGEST

    def start(
        self,
        organisation_id: OrganisationId,
        activity: Activity = Activity.PREPARATION,
        meeting_id: MeetingId | None = None,
        note: str = "",
    ) -> RunningTimer:
        """Start the timer; one that runs is stopped and written down first.

        Without a meeting, the one that such a time is usually for: today's, or the next one while
        one prepares. Raises UserError when the timer that runs was forgotten.
        """
        with self._journal.command(_("Start timer")) as tx:
            self._write_down_the_running(tx)
            if meeting_id is None:
                meant = meeting_meant(tx, organisation_id, activity, self._clock.today())
                meeting_id = meant.id if meant else None
            timer = RunningTimer(
                organisation_id=organisation_id,
                meeting_id=meeting_id,
                activity=activity,
                started_at=self._moment(),
                note=note,
            )
            tx.put(timer)
        return timer

    def stop(self, minutes: int | None = None) -> TimeEntry:
        """Write down what the timer measured, or so many minutes, and let it go.

        Raises UserError when none runs, or when it was forgotten and no minutes are given.
        """
        with self._journal.command(_("Stop timer")) as tx:
            timer = self._must_run(tx)
            entry = self._entry(timer, minutes)
            tx.put(entry)
            tx.remove(timer)
        return entry

    def change(self, timer: RunningTimer) -> None:
        store_edit(self._journal, _("Edit timer"), timer)

    def lasting(self, timer: RunningTimer, minutes: int) -> RunningTimer:
        """The timer as if it had been started so many minutes ago."""
        return replace(timer, started_at=self._moment() - timedelta(minutes=minutes))

    def discard(self) -> None:
        """Let the timer go and write nothing down. Undo brings it back, still running."""
        with self._journal.command(_("Discard timer")) as tx:
            tx.remove(self._must_run(tx))

    def _moment(self) -> datetime:
        """This moment in UTC, without a zone, as records have it."""
        return self._clock.moment().replace(tzinfo=None)

    def _write_down_the_running(self, tx: Transaction) -> None:
        """A timer that was started less than a minute ago was a slip, and leaves nothing."""
        timer = _running(tx)
        if timer is None:
            return
        if self._moment() - timer.started_at >= timedelta(minutes=1):
            tx.put(self._entry(timer, None))
        tx.remove(timer)

    def _entry(self, timer: RunningTimer, minutes: int | None) -> TimeEntry:
        if minutes is None and self.is_forgotten(timer):
            message = _(
                "The timer has run since {day}, for more than 24 hours. It still runs, and nothing"
                " is lost. Say how long it really took."
            )
            raise UserError(message.format(day=formats.day(self._started_on(timer))))
        return TimeEntry(
            organisation_id=timer.organisation_id,
            meeting_id=timer.meeting_id,
            on=self._started_on(timer),
            minutes=self.minutes(timer) if minutes is None else minutes,
            activity=timer.activity,
            note=timer.note,
        )

    def _started_on(self, timer: RunningTimer) -> date:
        """The day it was started by the machine's wall clock; never one that is still ahead."""
        started = timer.started_at.replace(tzinfo=UTC).astimezone().date()
        return min(started, self._clock.today())

    @staticmethod
    def _must_run(reader: Reader) -> RunningTimer:
        timer = _running(reader)
        if timer is None:
            raise UserError(_("No timer is running."))
        return timer


def _running(reader: Reader) -> RunningTimer | None:
    """The timer; of two, which only a file taken in can leave behind, the one started last."""
    return max(
        reader.every(RunningTimer), key=lambda each: (each.started_at, each.id), default=None
    )
