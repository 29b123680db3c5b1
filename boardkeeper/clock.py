"""The one place that knows what time it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells today and now; `pinned` (from `--today`) moves the whole program to another day."""

    pinned: date | None = None

    def now(self) -> datetime:
        """This moment as wall time of the machine, without a zone, to the second."""
        actual = datetime.now(UTC).astimezone().replace(tzinfo=None, microsecond=0)
        if self.pinned is None:
            return actual
        return datetime.combine(self.pinned, actual.time())

    def today(self) -> date:
        """The day of the machine's wall clock, or the pinned day."""
        return self.now().date()

    def moment(self) -> datetime:
        """This moment in UTC, to the second, for what must have an order rather than a look."""
        if self.pinned is None:
            return datetime.now(UTC).replace(microsecond=0)
        return datetime.now(UTC).replace(microsecond=0) + timedelta(
            days=(self.pinned - datetime.now(UTC).astimezone().date()).days
        )
