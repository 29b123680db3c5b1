"""What a meeting takes besides itself: how long one prepares for it, and follows it up."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from boardkeeper.domain.identity import Id
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class EffortId(Id):
    """Names an organisation's effort."""

    __slots__ = ()


class Preparation(StrEnum):
    """What the time of preparation is reckoned from."""

    FIXED = "fixed"
    SHARE = "share"
    READING = "reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """Minutes of preparation and follow-up for each meeting of an organisation; one record each.

    Preparation is a fixed number of `minutes`, a share of the meeting's own length in `percent`,
    or the time it takes to read the meeting's papers, with `minutes` where there are none yet.
    """

    id: EffortId = field(default_factory=EffortId.new)
    organisation_id: OrganisationId
    preparation: Preparation = Preparation.FIXED
    minutes: int = 0
    percent: int = 0
    follow_up_minutes: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.minutes <= 100 * 60:
            raise InvalidField("minutes", _("Preparation takes between 0 and 100 hours."))
        if not 0 <= self.percent <= 1000:
            raise InvalidField("percent", _("Preparation is between 0 and 1,000 % of a meeting."))
        if not 0 <= self.follow_up_minutes <= 100 * 60:
            raise InvalidField("follow_up_minutes", _("Follow-up takes between 0 and 100 hours."))


def preparation_name(preparation: Preparation) -> str:
    """What preparation is reckoned from, in words."""
    return {
        Preparation.FIXED: _("The same for every meeting"),
        Preparation.SHARE: _("A share of the meeting"),
        Preparation.READING: _("The time it takes to read the papers"),
    }[preparation]
