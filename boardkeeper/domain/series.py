"""Meetings that repeat: their rule, what they share, and the days they keep away from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from boardkeeper.domain.checks import refuse_unknown_zone
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingKind, SeriesId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.recurrence import MOST, Rule, read_rule
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class ClosedDaysId(Id):
    """Names a stretch of closed days."""

    __slots__ = ()


class HolidayRule(StrEnum):
    """What becomes of a meeting whose day is a public holiday or closed."""

    KEEP = "keep"
    SKIP = "skip"
    NEXT_WORKING_DAY = "next_working_day"
    NEXT_WEEK = "next_week"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Meetings of one organisation by a rule, in the wall time of their place.

    `rule` is an RFC 5545 rule; `starts_at` is where it counts from, a meeting itself if it fits.
    `skipped_months` are holiday months as `7,12`, `left_out` days dropped by hand as
    `2026-04-02,2026-05-14`. The days up to `planned_until` have been planned: one of them without
    a meeting was taken away by a person, and is not planned again.
    """

    id: SeriesId = field(default_factory=SeriesId.new)
    organisation_id: OrganisationId
    kind: MeetingKind = MeetingKind.REGULAR
    title: str = ""
    rule: str
    starts_at: datetime
    minutes: int = 120
    zone: str = "Europe/Copenhagen"
    place: str = ""
    link: str = ""
    purpose: str = ""
    holiday_rule: HolidayRule = HolidayRule.SKIP
    minds_half_holidays: bool = False
    skipped_months: str = ""
    left_out: str = ""
    planned_until: date | None = None
    notes: str = ""

    def __post_init__(self) -> None:
        if self.starts_at.tzinfo is not None:
            raise InvalidField(
                "starts_at",
                _("A meeting is in the wall time of its place; the zone stands beside it."),
            )
        if not 1900 <= self.starts_at.year <= 2199:
            raise InvalidField("starts_at", _("A meeting lies between the years 1900 and 2200."))
        if not 0 < self.minutes <= 24 * 60:
            raise InvalidField(
                "minutes", _("A meeting of a series lasts between one minute and 24 hours.")
            )
        refuse_unknown_zone("zone", self.zone)
        read_rule(self.rule, self.zone, self.starts_at)
        read_months(self.skipped_months)
        _days(self.left_out)

    @property
    def recurrence(self) -> Rule:
        """The rule, understood."""
        return read_rule(self.rule, self.zone, self.starts_at)

    @property
    def months_skipped(self) -> frozenset[int]:
        return read_months(self.skipped_months)

    @property
    def days_left_out(self) -> frozenset[date]:
        return _days(self.left_out)

    def leaving_out(self, day: date) -> Series:
        """The same series without the meeting the rule gives for that day."""
        days = sorted(self.days_left_out | {day})
        return replace(self, left_out=",".join(each.isoformat() for each in days))

    def taking_in(self, day: date) -> Series:
        """The same series with a day that was left out by hand."""
        days = sorted(self.days_left_out - {day})
        return replace(self, left_out=",".join(each.isoformat() for each in days))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDays:
    """Days on which an organisation holds no meetings of a series: closed, away, rebuilding."""

    id: ClosedDaysId = field(default_factory=ClosedDaysId.new)
    organisation_id: OrganisationId
    starts_on: date
    ends_on: date
    reason: str = ""

    def __post_init__(self) -> None:
        if self.ends_on < self.starts_on:
            raise InvalidField("ends_on", _("The last closed day cannot lie before the first."))

    def hold(self, day: date) -> bool:
        """Whether it is closed on that day."""
        return self.starts_on <= day <= self.ends_on


def holiday_rule_name(rule: HolidayRule) -> str:
    """What becomes of a meeting on a holiday, in words."""
    return {
        HolidayRule.KEEP: _("Meet all the same"),
        HolidayRule.SKIP: _("Leave the meeting out"),
        HolidayRule.NEXT_WORKING_DAY: _("Move to the next working day"),
        HolidayRule.NEXT_WEEK: _("Move to the week after"),
        HolidayRule.ASK: _("Ask each time"),
    }[rule]


def read_months(text: str) -> frozenset[int]:
    """Months written as `7,12`. Raises InvalidField for anything else, and for all twelve."""
    months = text.split(",") if text else []
    if not all(each.isascii() and each.isdecimal() and 1 <= int(each[:3]) <= 12 for each in months):
        message = _("Holiday months are written as numbers from 1 to 12, such as 7,12.")
        raise InvalidField("skipped_months", message)
    if len(set(months)) >= 12:
        raise InvalidField("skipped_months", _("At least one month is left to meet in."))
    return frozenset(map(int, months))


def _days(text: str) -> frozenset[date]:
    if not len(text) <= MOST * len("2026-04-02,"):
        raise InvalidField(
            "left_out", _("More than {most} days are left out of the series.").format(most=MOST)
        )
    try:
        return frozenset(date.fromisoformat(each) for each in text.split(",")) if text else _NONE
    except ValueError:
        message = _("Days left out are written as 2026-04-02,2026-05-14.")
        raise InvalidField("left_out", message) from None


_NONE: frozenset[date] = frozenset()
