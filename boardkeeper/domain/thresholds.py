"""The numbers gauges and signals are held against, which are the person's own to set."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from boardkeeper.domain.identity import Id
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


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
    NO_RESULT_MEETINGS = "no_result_meetings"
    CARRIED_TIMES = "carried_times"
    INFORMATION_PERCENT = "information_percent"
    HOURS_PER_RESULT = "hours_per_result"
    SAME_ROLE_YEARS = "same_role_years"


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
