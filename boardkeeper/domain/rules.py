"""The rules an organisation meets by: a default for its kind, its source, and its own instead.

Danish practice varies too much between bodies to be law in a program: every default can be changed
per organisation, and every default carries where it was seen. This is no legal advice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from boardkeeper.domain.identity import Id
from boardkeeper.domain.organisations import OrganisationId, OrganisationKind
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _, ngettext


class OwnRuleId(Id):
    """Names an organisation's own rule."""

    __slots__ = ()


class RuleName(StrEnum):
    """A rule that counts days."""

    NOTICE = "notice"
    ITEMS_IN = "items_in"
    DRAFT_MINUTES = "draft_minutes"
    OBJECTIONS = "objections"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRule:
    """An organisation's own number of days in place of the default, and the basis for it."""

    id: OwnRuleId = field(default_factory=OwnRuleId.new)
    organisation_id: OrganisationId
    rule: RuleName
    days: int
    basis: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.days <= 366:
            raise InvalidField("days", _("A rule counts from 0 to 366 days."))


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInForce:
    """What counts for one organisation: days, and where it stands (a clause, or a source)."""

    rule: RuleName
    days: int
    basis: str
    is_own: bool


_NOTICE_DAYS = {
    OrganisationKind.COMPANY: 8,
    OrganisationKind.FOUNDATION: 8,
    OrganisationKind.ASSOCIATION: 7,
    OrganisationKind.HOUSING: 7,
    OrganisationKind.KINDERGARTEN: 7,
    OrganisationKind.ADVISORY: 7,
    OrganisationKind.VOLUNTEERS: 4,
    OrganisationKind.NETWORK: 0,
}


def default_days(kind: OrganisationKind, rule: RuleName) -> int:
    """Days by default. Sources: `default_source`."""
    if kind is OrganisationKind.NETWORK:
        return 0
    return {
        RuleName.NOTICE: _NOTICE_DAYS[kind],
        RuleName.ITEMS_IN: 10,
        RuleName.DRAFT_MINUTES: 7,
        RuleName.OBJECTIONS: 7,
    }[rule]


def default_source(rule: RuleName) -> str:
    """Where the default was seen: rules of procedure published by Danish bodies, autumn 2026."""
    return {
        RuleName.NOTICE: "bestyrelseseksperten.dk/forretningsorden-2, sorgenfrigaard.dk",
        RuleName.ITEMS_IN: "idraet-silkeborg.dk/forretningsorden, kundby.skoleporten.dk",
        RuleName.DRAFT_MINUTES: "idraet-silkeborg.dk/forretningsorden, dwis.dk",
        RuleName.OBJECTIONS: "doktorhaven-akb.dk",
    }[rule]


def rule_name(rule: RuleName) -> str:
    """The rule in words."""
    return {
        RuleName.NOTICE: _("Notice of a meeting"),
        RuleName.ITEMS_IN: _("Deadline for items"),
        RuleName.DRAFT_MINUTES: _("Draft minutes sent"),
        RuleName.OBJECTIONS: _("Objections to the minutes"),
    }[rule]


def days_in_words(days: int) -> str:
    """A number of days: "1 day", "7 days"."""
    return ngettext("{count} day", "{count} days", days).format(count=days)


def rule_in_force(kind: OrganisationKind, own: Iterable[OwnRule], rule: RuleName) -> RuleInForce:
    """The organisation's own rule where it has one, else the default of its kind."""
    for each in own:
        if each.rule is rule:
            return RuleInForce(rule=rule, days=each.days, basis=each.basis, is_own=True)
    return RuleInForce(
        rule=rule, days=default_days(kind, rule), basis=default_source(rule), is_own=False
    )


def latest_notice(meeting_day: date, notice: RuleInForce) -> date:
    """The last day a notice can be sent and still give the full notice period."""
    return meeting_day - timedelta(days=notice.days)


def latest_items(meeting_day: date, items_in: RuleInForce) -> date:
    """The last day an item can be proposed for the meeting."""
    return meeting_day - timedelta(days=items_in.days)
