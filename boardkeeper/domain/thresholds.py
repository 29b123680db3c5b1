"""The numbers gauges and signals are held against, which are the person's own to set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from boardkeeper import formats
from boardkeeper.domain.identity import Id
from boardkeeper.domain.organisations import OrganisationId, OrganisationKind
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _, ngettext


class OwnThresholdId(Id):
    """Names a threshold of one's own."""

    __slots__ = ()


class ThresholdName(StrEnum):
    """What is held against a number, and in which unit."""

    TOUCH_DAYS = "touch_days"
    ABSENCES_ALLOWED = "absences_allowed"
    ABSENCE_MONTHS = "absence_months"
    KNOW_PERCENT = "know_percent"
    CONTRIBUTE_PERCENT = "contribute_percent"
    EARN_PERCENT = "earn_percent"
    SERIOUS_PERCENT = "serious_percent"
    SALES_PERCENT = "sales_percent"
    NO_PURPOSE_MONTHS = "no_purpose_months"
    UNANSWERED_MEETINGS = "unanswered_meetings"
    FALLING_MEETINGS = "falling_meetings"
    ATTENDANCE_POINTS = "attendance_points"
    NO_RESULT_MEETINGS = "no_result_meetings"
    CARRIED_TIMES = "carried_times"
    INFORMATION_PERCENT = "information_percent"
    HOURS_PER_RESULT = "hours_per_result"
    SAME_ROLE_YEARS = "same_role_years"


class Unit(StrEnum):
    """What a threshold counts."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"
    MEETINGS = "meetings"
    TIMES = "times"
    PERCENT = "percent"
    POINTS = "points"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnThreshold:
    """A number of one's own for an organisation, in the unit of the threshold's name."""

    id: OwnThresholdId = field(default_factory=OwnThresholdId.new)
    organisation_id: OrganisationId
    threshold: ThresholdName
    value: int

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 10_000:
            raise InvalidField("value", _("Write a number between 0 and 10,000."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdInForce:
    """What counts for one organisation: one's own number, or the `default` of its kind."""

    threshold: ThresholdName
    value: int
    default: int
    is_own: bool


Thresholds = dict[ThresholdName, int]
"""Every number that counts for one organisation."""

_UNITS = {
    ThresholdName.TOUCH_DAYS: Unit.DAYS,
    ThresholdName.ABSENCES_ALLOWED: Unit.TIMES,
    ThresholdName.ABSENCE_MONTHS: Unit.MONTHS,
    ThresholdName.KNOW_PERCENT: Unit.PERCENT,
    ThresholdName.CONTRIBUTE_PERCENT: Unit.PERCENT,
    ThresholdName.EARN_PERCENT: Unit.PERCENT,
    ThresholdName.SERIOUS_PERCENT: Unit.PERCENT,
    ThresholdName.SALES_PERCENT: Unit.PERCENT,
    ThresholdName.NO_PURPOSE_MONTHS: Unit.MONTHS,
    ThresholdName.UNANSWERED_MEETINGS: Unit.MEETINGS,
    ThresholdName.FALLING_MEETINGS: Unit.MEETINGS,
    ThresholdName.ATTENDANCE_POINTS: Unit.POINTS,
    ThresholdName.NO_RESULT_MEETINGS: Unit.MEETINGS,
    ThresholdName.CARRIED_TIMES: Unit.TIMES,
    ThresholdName.INFORMATION_PERCENT: Unit.PERCENT,
    ThresholdName.HOURS_PER_RESULT: Unit.HOURS,
    ThresholdName.SAME_ROLE_YEARS: Unit.YEARS,
}

_DEFAULTS = {
    ThresholdName.TOUCH_DAYS: 180,
    ThresholdName.ABSENCES_ALLOWED: 3,
    ThresholdName.ABSENCE_MONTHS: 6,
    ThresholdName.KNOW_PERCENT: 50,
    ThresholdName.CONTRIBUTE_PERCENT: 50,
    ThresholdName.EARN_PERCENT: 50,
    ThresholdName.SERIOUS_PERCENT: 90,
    ThresholdName.SALES_PERCENT: 75,
    ThresholdName.NO_PURPOSE_MONTHS: 12,
    ThresholdName.UNANSWERED_MEETINGS: 3,
    ThresholdName.FALLING_MEETINGS: 4,
    ThresholdName.ATTENDANCE_POINTS: 10,
    ThresholdName.NO_RESULT_MEETINGS: 3,
    ThresholdName.CARRIED_TIMES: 3,
    ThresholdName.INFORMATION_PERCENT: 60,
    ThresholdName.HOURS_PER_RESULT: 10,
    ThresholdName.SAME_ROLE_YEARS: 8,
}
"""Where to begin. The figures of the signals are the essay's; the others are a place to start."""

_OF_KIND = {
    OrganisationKind.NETWORK: {
        ThresholdName.TOUCH_DAYS: 60,
        ThresholdName.KNOW_PERCENT: 80,
        ThresholdName.NO_RESULT_MEETINGS: 4,
        ThresholdName.SAME_ROLE_YEARS: 5,
    },
    OrganisationKind.KINDERGARTEN: {ThresholdName.SAME_ROLE_YEARS: 4},
    OrganisationKind.VOLUNTEERS: {
        ThresholdName.INFORMATION_PERCENT: 75,
        ThresholdName.HOURS_PER_RESULT: 20,
    },
    OrganisationKind.COMPANY: {ThresholdName.HOURS_PER_RESULT: 20},
    OrganisationKind.FOUNDATION: {ThresholdName.HOURS_PER_RESULT: 20},
}
"""Where a kind of organisation differs: a network meets every third week, a board once a month."""


def default_threshold(kind: OrganisationKind, threshold: ThresholdName) -> int:
    """The number that counts where one has set none."""
    return _OF_KIND.get(kind, {}).get(threshold, _DEFAULTS[threshold])


def thresholds_in_force(
    kind: OrganisationKind, own: Iterable[OwnThreshold]
) -> dict[ThresholdName, ThresholdInForce]:
    """What counts for an organisation of the kind, every threshold in order."""
    chosen = {each.threshold: each.value for each in own}
    return {
        name: ThresholdInForce(
            threshold=name,
            value=chosen.get(name, default_threshold(kind, name)),
            default=default_threshold(kind, name),
            is_own=name in chosen,
        )
        for name in ThresholdName
    }


def numbers(in_force: dict[ThresholdName, ThresholdInForce]) -> Thresholds:
    """The bare numbers, for those who count."""
    return {name: each.value for name, each in in_force.items()}


def unit_of(threshold: ThresholdName) -> Unit:
    return _UNITS[threshold]


def threshold_name(threshold: ThresholdName) -> str:
    """What the number is held against, in words that the number ends: "No result in the last"."""
    return {
        ThresholdName.TOUCH_DAYS: _("Longest time without contact"),
        ThresholdName.ABSENCES_ALLOWED: _("Absences allowed"),
        ThresholdName.ABSENCE_MONTHS: _("Absences are counted over"),
        ThresholdName.KNOW_PERCENT: _("Target: know each other"),
        ThresholdName.CONTRIBUTE_PERCENT: _("Target: what can I contribute"),
        ThresholdName.EARN_PERCENT: _("Target: given out of given and received"),
        ThresholdName.SERIOUS_PERCENT: _("Target: be serious"),
        ThresholdName.SALES_PERCENT: _("Target: every meeting a sales meeting"),
        ThresholdName.NO_PURPOSE_MONTHS: _("No meeting with a purpose for"),
        ThresholdName.UNANSWERED_MEETINGS: _("Purpose unanswered in the last"),
        ThresholdName.FALLING_MEETINGS: _("Usefulness or attendance falling over"),
        ThresholdName.ATTENDANCE_POINTS: _("Attendance has fallen by at least"),
        ThresholdName.NO_RESULT_MEETINGS: _("No result in the last"),
        ThresholdName.CARRIED_TIMES: _("The same task carried on"),
        ThresholdName.INFORMATION_PERCENT: _("Information takes more than"),
        ThresholdName.HOURS_PER_RESULT: _("Time per result is more than"),
        ThresholdName.SAME_ROLE_YEARS: _("The same role for more than"),
    }[threshold]


def threshold_in_words(threshold: ThresholdName, value: int) -> str:
    """The number with its unit: `60 days`, `3 meetings`, `75 %`."""
    unit = _UNITS[threshold]
    if unit is Unit.PERCENT:
        return formats.percent(value / 100)
    return _with_unit(unit, value).format(count=value)


def _with_unit(unit: Unit, value: int) -> str:
    return {
        Unit.DAYS: ngettext("{count} day", "{count} days", value),
        Unit.MONTHS: ngettext("{count} month", "{count} months", value),
        Unit.YEARS: ngettext("{count} year", "{count} years", value),
        Unit.HOURS: ngettext("{count} hour", "{count} hours", value),
        Unit.MEETINGS: ngettext("{count} meeting", "{count} meetings", value),
        Unit.TIMES: ngettext("{count} time", "{count} times", value),
        Unit.POINTS: ngettext("{count} percentage point", "{count} percentage points", value),
    }[unit]
