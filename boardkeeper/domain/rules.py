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
from boardkeeper.domain.meetings import MeetingKind
from boardkeeper.domain.organisations import OrganisationId, OrganisationKind
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _, ngettext


class OwnRuleId(Id):
    """Names an organisation's own rule."""

    __slots__ = ()


class RuleName(StrEnum):
    """A rule that counts days. Those of general meetings stand last, in a group of their own."""

    NOTICE = "notice"
    ITEMS_IN = "items_in"
    PAPERS = "papers"
    DRAFT_MINUTES = "draft_minutes"
    OBJECTIONS = "objections"
    GENERAL_NOTICE_EARLIEST = "general_notice_earliest"
    GENERAL_NOTICE = "general_notice"
    GENERAL_PROPOSALS = "general_proposals"
    GENERAL_MINUTES = "general_minutes"


class CountedFrom(StrEnum):
    """Where a rule's days are counted from, and which way."""

    BEFORE_MEETING = "before_meeting"
    AFTER_MEETING = "after_meeting"
    AFTER_DRAFT = "after_draft"


BOARD_RULES = (
    RuleName.NOTICE,
    RuleName.ITEMS_IN,
    RuleName.PAPERS,
    RuleName.DRAFT_MINUTES,
    RuleName.OBJECTIONS,
)
GENERAL_RULES = (
    RuleName.GENERAL_NOTICE_EARLIEST,
    RuleName.GENERAL_NOTICE,
    RuleName.GENERAL_PROPOSALS,
    RuleName.GENERAL_MINUTES,
)


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
    """What counts for one organisation: days, and where it stands (a clause, or a source).

    No days mean that the rule asks for nothing. The basis is empty where no source was found.
    """

    rule: RuleName
    days: int
    basis: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class _Default:
    """Days by default, and where they were seen; empty where no published source confirms them."""

    days: int
    source: str = ""


_NONE = _Default(0)

_NOTICE_OF_COMPANY = _Default(8, "bestyrelseseksperten.dk/forretningsorden-2")
_NOTICE_OF_ASSOCIATION = _Default(7, "sorgenfrigaard.dk/forretningsorden")
_NOTICE = {
    OrganisationKind.COMPANY: _NOTICE_OF_COMPANY,
    OrganisationKind.FOUNDATION: _Default(8),
    OrganisationKind.ASSOCIATION: _NOTICE_OF_ASSOCIATION,
    OrganisationKind.HOUSING: _NOTICE_OF_ASSOCIATION,
    OrganisationKind.KINDERGARTEN: _Default(7, "dagplejen.fmk.dk"),
    OrganisationKind.ADVISORY: _Default(7),
    OrganisationKind.VOLUNTEERS: _Default(4, "hobrosejlklub.dk"),
}

_BOARD = {
    RuleName.ITEMS_IN: _Default(10, "idraet-silkeborg.dk/forretningsorden"),
    RuleName.DRAFT_MINUTES: _Default(7, "dwis.dk/om-os"),
    RuleName.OBJECTIONS: _Default(7, "doktorhaven-akb.dk"),
}

_COMPANY_WINDOW = "raadgiver.dk/vaerd-at-vide-om-generalforsamlinger"
_GENERAL_OF_COMPANY = {
    RuleName.GENERAL_NOTICE_EARLIEST: _Default(28, _COMPANY_WINDOW),
    RuleName.GENERAL_NOTICE: _Default(14, _COMPANY_WINDOW),
    RuleName.GENERAL_MINUTES: _Default(14, "elov.dk/selskabsloven/101"),
}
_BYLAWS_SEEN = "kalundborgerhverv.dk, balle-bredsten.dk"
"""Bylaws seen ask for notice of 8 to 21 days and proposals 7 to 14 days before the meeting."""
_GENERAL_OF_ASSOCIATION = {
    RuleName.GENERAL_NOTICE: _Default(14, _BYLAWS_SEEN),
    RuleName.GENERAL_PROPOSALS: _Default(8, _BYLAWS_SEEN),
}
_GENERAL_UNCONFIRMED = {
    RuleName.GENERAL_NOTICE: _Default(14),
    RuleName.GENERAL_PROPOSALS: _Default(8),
}
_GENERAL = {
    OrganisationKind.COMPANY: _GENERAL_OF_COMPANY,
    OrganisationKind.ASSOCIATION: _GENERAL_OF_ASSOCIATION,
    OrganisationKind.HOUSING: _GENERAL_OF_ASSOCIATION,
    OrganisationKind.VOLUNTEERS: _GENERAL_OF_ASSOCIATION,
    OrganisationKind.KINDERGARTEN: _GENERAL_UNCONFIRMED,
}
"""The kinds that hold general meetings: no foundation, network or advisory board does."""


def rules_of(kind: OrganisationKind) -> tuple[RuleName, ...]:
    """The rules that make sense for the kind, those of board meetings first."""
    return BOARD_RULES + (GENERAL_RULES if kind in _GENERAL else ())


def is_general(kind: MeetingKind) -> bool:
    """Whether it is a general meeting, which is measured by its own rules."""
    return kind in (MeetingKind.GENERAL, MeetingKind.EXTRAORDINARY_GENERAL)


def notice_rule(kind: MeetingKind) -> RuleName:
    """The rule that says when the notice of such a meeting goes out at the latest."""
    return RuleName.GENERAL_NOTICE if is_general(kind) else RuleName.NOTICE


def items_rule(kind: MeetingKind) -> RuleName:
    """The rule that says when items, or a general meeting's proposals, are in."""
    return RuleName.GENERAL_PROPOSALS if is_general(kind) else RuleName.ITEMS_IN


def counted_from(rule: RuleName) -> CountedFrom:
    """Where the rule's days are counted from."""
    if rule is RuleName.OBJECTIONS:
        return CountedFrom.AFTER_DRAFT
    if rule in (RuleName.DRAFT_MINUTES, RuleName.GENERAL_MINUTES):
        return CountedFrom.AFTER_MEETING
    return CountedFrom.BEFORE_MEETING


def default_days(kind: OrganisationKind, rule: RuleName) -> int:
    """Days by default; none where nothing is usual. Sources: `default_source`."""
    return _default(kind, rule).days


def default_source(kind: OrganisationKind, rule: RuleName) -> str:
    """Where the default was seen, autumn 2026; empty where no published source confirms it."""
    return _default(kind, rule).source


def _default(kind: OrganisationKind, rule: RuleName) -> _Default:
    if rule in GENERAL_RULES:
        return _GENERAL.get(kind, {}).get(rule, _NONE)
    if kind is OrganisationKind.NETWORK:
        return _NONE
    if rule is RuleName.PAPERS:
        return _Default(_NOTICE[kind].days)
    return _NOTICE[kind] if rule is RuleName.NOTICE else _BOARD[rule]


def rule_name(rule: RuleName) -> str:
    """The rule in words."""
    return {
        RuleName.NOTICE: _("Notice of a meeting"),
        RuleName.ITEMS_IN: _("Deadline for items"),
        RuleName.PAPERS: _("Papers sent"),
        RuleName.DRAFT_MINUTES: _("Draft minutes sent"),
        RuleName.OBJECTIONS: _("Objections to the minutes"),
        RuleName.GENERAL_NOTICE_EARLIEST: _("Notice of a general meeting, at the earliest"),
        RuleName.GENERAL_NOTICE: _("Notice of a general meeting, at the latest"),
        RuleName.GENERAL_PROPOSALS: _("Proposals for a general meeting"),
        RuleName.GENERAL_MINUTES: _("Minutes of a general meeting available"),
    }[rule]


def days_in_words(days: int) -> str:
    """A number of days: "1 day", "7 days"."""
    return ngettext("{count} day", "{count} days", days).format(count=days)


def period_in_words(rule: RuleName, days: int) -> str:
    """The days and where they are counted from: "7 days before the meeting"."""
    if not days:
        return _("No deadline")
    return {
        CountedFrom.BEFORE_MEETING: ngettext(
            "{count} day before the meeting", "{count} days before the meeting", days
        ),
        CountedFrom.AFTER_MEETING: ngettext(
            "{count} day after the meeting", "{count} days after the meeting", days
        ),
        CountedFrom.AFTER_DRAFT: ngettext(
            "{count} day after the draft", "{count} days after the draft", days
        ),
    }[counted_from(rule)].format(count=days)


def rule_in_force(kind: OrganisationKind, own: Iterable[OwnRule], rule: RuleName) -> RuleInForce:
    """The organisation's own rule where it has one, else what counts by default."""
    own = list(own)
    for each in own:
        if each.rule is rule:
            return RuleInForce(rule=rule, days=each.days, basis=each.basis, is_own=True)
    return rule_by_default(kind, own, rule)


def rule_by_default(kind: OrganisationKind, own: Iterable[OwnRule], rule: RuleName) -> RuleInForce:
    """What counts where the organisation has no rule of its own: the default of its kind.

    Papers follow the notice, also where the notice has days of its own.
    """
    if rule is RuleName.PAPERS:
        notice = rule_in_force(kind, own, RuleName.NOTICE)
        return RuleInForce(rule=rule, days=notice.days, basis="", is_own=False)
    default = _default(kind, rule)
    return RuleInForce(rule=rule, days=default.days, basis=default.source, is_own=False)


def latest_notice(meeting_day: date, notice: RuleInForce) -> date:
    """The last day a notice can be sent and still give the full notice period."""
    return meeting_day - timedelta(days=notice.days)


def latest_items(meeting_day: date, items_in: RuleInForce) -> date:
    """The last day an item can be proposed for the meeting."""
    return meeting_day - timedelta(days=items_in.days)
