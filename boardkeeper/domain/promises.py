"""What a person has promised a membership: hours a year, from a date on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from boardkeeper.domain.identity import Id
from boardkeeper.domain.memberships import MembershipId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _

MOST_MINUTES_A_YEAR = 366 * 24 * 60


class PromiseId(Id):
    """Names a promise."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """So many minutes a year for a membership, from a day on until the next promise begins."""

    id: PromiseId = field(default_factory=PromiseId.new)
    membership_id: MembershipId
    starts_on: date
    minutes_a_year: int
    note: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.minutes_a_year <= MOST_MINUTES_A_YEAR:
            raise InvalidField("minutes_a_year", _("A year holds between 0 and 8,784 hours."))


def promise_on(promises: Iterable[Promise], day: date) -> Promise | None:
    """The promise in force on the day: the last of those that have begun."""
    begun = (each for each in promises if each.starts_on <= day)
    return max(begun, key=lambda each: (each.starts_on, each.id), default=None)
