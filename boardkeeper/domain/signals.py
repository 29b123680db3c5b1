"""Signs that a membership is becoming a coffee club, each with the rows behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from boardkeeper.domain.gauges import Row
from boardkeeper.domain.thresholds import ThresholdName
from boardkeeper.i18n import _


class SignalName(StrEnum):
    """What may be wrong, in the order of the list."""

    NO_PURPOSE = "no_purpose"
    UNANSWERED = "unanswered"
    USEFULNESS = "usefulness"
    ATTENDANCE = "attendance"
    NO_RESULT = "no_result"
    CARRIED = "carried"
    INFORMATION = "information"
    HOURS = "hours"
    SAME_ROLE = "same_role"
    WOULD_NOT_JOIN = "would_not_join"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One sign over a period: whether it is on, and the rows that were looked at.

    `value` is what was counted, in the unit of `threshold_name` (from 0 to 100 for percent);
    None where there is nothing to count: then the sign is off, and `text` says why. `threshold`
    is what it was held against; None for the one that is a plain answer.
    """

    name: SignalName
    text: str
    is_on: bool
    value: Fraction | None
    threshold_name: ThresholdName | None
    threshold: int | None
    rows: tuple[Row, ...]


def signal_name(name: SignalName) -> str:
    """The sign in words, as the list heads it."""
    return {
        SignalName.NO_PURPOSE: _("No purpose"),
        SignalName.UNANSWERED: _("Purpose unanswered"),
        SignalName.USEFULNESS: _("Usefulness is falling"),
        SignalName.ATTENDANCE: _("Attendance is falling"),
        SignalName.NO_RESULT: _("No results"),
        SignalName.CARRIED: _("The same tasks carried on"),
        SignalName.INFORMATION: _("Too much information"),
        SignalName.HOURS: _("Many hours per result"),
        SignalName.SAME_ROLE: _("The same role for years"),
        SignalName.WOULD_NOT_JOIN: _("I would not join today"),
    }[name]
