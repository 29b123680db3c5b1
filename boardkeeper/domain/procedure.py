"""How an organisation's board works: quorum, ties, signatures, approval, numbers of decisions.

The rules of procedure (forretningsorden) in so far as the program acts on them. Every kind of
organisation has usual ones; one that differs has its own, with the clause they stand in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from boardkeeper.domain.identity import Id
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class ProcedureId(Id):
    """Names an organisation's rules of procedure."""

    __slots__ = ()


class Share(StrEnum):
    """The part of the members a quorum asks for."""

    NONE = "none"
    HALF = "half"
    MORE_THAN_HALF = "more_than_half"
    TWO_THIRDS = "two_thirds"
    THREE_QUARTERS = "three_quarters"
    ALL = "all"


class TieRule(StrEnum):
    """What happens when as many are for as against. Elections are always decided by lots."""

    FALLS = "falls"
    CHAIR_DECIDES = "chair_decides"


class SignatureRule(StrEnum):
    """Who signs the minutes."""

    NOBODY = "nobody"
    CHAIR = "chair"
    CHAIR_AND_MINUTE_TAKER = "chair_and_minute_taker"
    ALL_PRESENT = "all_present"


class ApprovalRule(StrEnum):
    """How minutes become approved."""

    OBJECTIONS = "objections"
    NEXT_MEETING = "next_meeting"


class MinutesStyle(StrEnum):
    """How much the minutes tell."""

    DECISIONS = "decisions"
    DISCUSSION = "discussion"
    ACTIONS = "actions"


DECISION_PATTERN = "B-{year}-{number:03}"
"""How a decision is numbered unless the organisation has a way of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """An organisation's rules of procedure.

    A quorum needs `quorum_count` members and `quorum_share` of them, and one of the
    `quorum_roles`, written as `chair,vice_chair`; whatever of it is empty asks for nothing.
    `quorum_basis` is the clause. `decision_pattern` holds `{year}` and `{number}`.
    """

    id: ProcedureId = field(default_factory=ProcedureId.new)
    organisation_id: OrganisationId
    quorum_count: int = 0
    quorum_share: Share = Share.MORE_THAN_HALF
    quorum_roles: str = ""
    quorum_basis: str = ""
    tie_rule: TieRule = TieRule.FALLS
    allows_proxies: bool = False
    records_movers: bool = False
    decision_pattern: str = DECISION_PATTERN
    signatures: SignatureRule = SignatureRule.ALL_PRESENT
    approval: ApprovalRule = ApprovalRule.OBJECTIONS
    style: MinutesStyle = MinutesStyle.DISCUSSION
    initials_each_page: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.quorum_count <= 1000:
            raise InvalidField("quorum_count", _("A quorum asks for 0 to 1000 members."))
        known = {role.value for role in Role}
        if not set(_split(self.quorum_roles)) <= known:
            raise InvalidField(
                "quorum_roles",
                _("Roles are written as {example}.").format(example="chair,vice_chair"),
            )
        try:
            first, second = self.decision_number(2026, 1), self.decision_number(2026, 2)
        except (ValueError, LookupError, AttributeError):
            first = second = ""
        if first == second:
            raise InvalidField(
                "decision_pattern",
                _("A number is written as {example}.").format(example=DECISION_PATTERN),
            )

    @property
    def required_roles(self) -> tuple[Role, ...]:
        """The roles one of which must be there; empty where none is asked for."""
        return tuple(Role(each) for each in _split(self.quorum_roles))

    def decision_number(self, year: int, number: int) -> str:
        """The number of the decision of that count in the year: "B-2026-014"."""
        return self.decision_pattern.format(year=year, number=number)


def _split(roles: str) -> list[str]:
    return [each for each in roles.split(",") if each]


def share_name(share: Share) -> str:
    """The part of the members, in words."""
    return {
        Share.NONE: _("No share"),
        Share.HALF: _("At least half"),
        Share.MORE_THAN_HALF: _("More than half"),
        Share.TWO_THIRDS: _("At least two thirds"),
        Share.THREE_QUARTERS: _("At least three quarters"),
        Share.ALL: _("Everyone"),
    }[share]


def tie_rule_name(rule: TieRule) -> str:
    """What happens at a tie, in words."""
    return {
        TieRule.FALLS: _("The proposal falls"),
        TieRule.CHAIR_DECIDES: _("The chair's vote decides"),
    }[rule]


def signature_rule_name(rule: SignatureRule) -> str:
    """Who signs, in words."""
    return {
        SignatureRule.NOBODY: _("Nobody signs"),
        SignatureRule.CHAIR: _("The chair of the meeting"),
        SignatureRule.CHAIR_AND_MINUTE_TAKER: _("The chair and the minute-taker"),
        SignatureRule.ALL_PRESENT: _("All members present"),
    }[rule]


def approval_rule_name(rule: ApprovalRule) -> str:
    """How minutes become approved, in words."""
    return {
        ApprovalRule.OBJECTIONS: _("When nobody objects in time"),
        ApprovalRule.NEXT_MEETING: _("At the next meeting"),
    }[rule]


def style_name(style: MinutesStyle) -> str:
    """How much the minutes tell, in words."""
    return {
        MinutesStyle.DECISIONS: _("Decision minutes"),
        MinutesStyle.DISCUSSION: _("Discussion minutes"),
        MinutesStyle.ACTIONS: _("Action list"),
    }[style]
