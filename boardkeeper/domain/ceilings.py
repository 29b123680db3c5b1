"""How much a person takes on: hours and evenings a week, time kept for customers, time away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from boardkeeper.domain.identity import Id
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _

WEEK = 7 * 24 * 60
"""Minutes."""


class CeilingId(Id):
    """Names a ceiling."""

    __slots__ = ()


class AwayId(Id):
    """Names a time away."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """My limits from a day on, until the next ceiling begins. None is no limit.

    `minutes_a_week` are all the time memberships may take, `evenings_a_week` the evenings with a
    meeting. Of the working hours, Monday to Friday from `work_starts` to `work_ends`, a week keeps
    `customer_minutes_a_week` for customers. `hour_value` is what an hour is worth, in øre.
    """

    id: CeilingId = field(default_factory=CeilingId.new)
    starts_on: date
    minutes_a_week: int | None = None
    evenings_a_week: int | None = None
    customer_minutes_a_week: int = 0
    work_starts: time = time(8)
    work_ends: time = time(16)
    hour_value: int = 0

    def __post_init__(self) -> None:
        if not 0 <= (self.minutes_a_week or 0) <= WEEK:
            raise InvalidField("minutes_a_week", _("A week holds between 0 and 168 hours."))
        if not 0 <= (self.evenings_a_week or 0) <= 7:
            raise InvalidField("evenings_a_week", _("A week holds between 0 and 7 evenings."))
        if self.work_ends <= self.work_starts:
            raise InvalidField("work_ends", _("A working day ends after it begins."))
        if not 0 <= self.customer_minutes_a_week <= 5 * self.working_minutes_a_day:
            message = _("Customers cannot be promised more than five working days a week.")
            raise InvalidField("customer_minutes_a_week", message)
        if self.hour_value < 0:
            raise InvalidField("hour_value", _("An hour is worth 0 kroner or more."))

    @property
    def working_minutes_a_day(self) -> int:
        day = date(2000, 1, 1)
        lasts = datetime.combine(day, self.work_ends) - datetime.combine(day, self.work_starts)
        return lasts // timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days on which the person is not to be had: holiday, travel, exams. Both days included."""

    id: AwayId = field(default_factory=AwayId.new)
    starts_on: date
    ends_on: date
    reason: str = ""

    def __post_init__(self) -> None:
        if self.ends_on < self.starts_on:
            raise InvalidField("ends_on", _("The last day away cannot lie before the first."))

    def hold(self, day: date) -> bool:
        """Whether the person is away on that day."""
        return self.starts_on <= day <= self.ends_on


def ceiling_on(ceilings: Iterable[Ceiling], day: date) -> Ceiling | None:
    """The ceiling in force on the day: the last of those that have begun."""
    begun = (each for each in ceilings if each.starts_on <= day)
    return max(begun, key=lambda each: (each.starts_on, each.id), default=None)
