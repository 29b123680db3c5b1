"""The rules of procedure one by one: what each is called, and how its value reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from boardkeeper.domain.meetings import MeetingKind
from boardkeeper.domain.procedure import (
    Procedure,
    approval_rule_name,
    signature_rule_name,
    style_name,
    tie_rule_name,
)
from boardkeeper.domain.quorum import requirement_of
from boardkeeper.domain.quorum_words import requirement_in_words
from boardkeeper.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureRule:
    """One rule: the fields of `Procedure` it fills, its name, and its value in words.

    The first field is the one a source is kept for.
    """

    fields: tuple[str, ...]
    title: str
    words: Callable[[Procedure], str]

    def is_own(self, procedure: Procedure, usual: Procedure) -> bool:
        """Whether the organisation differs from what is usual."""
        return any(getattr(procedure, each) != getattr(usual, each) for each in self.fields)


def procedure_rules(year: int) -> tuple[ProcedureRule, ...]:
    """Every rule in the order a board looks for them; numbers are shown as of the year."""
    return (
        ProcedureRule(
            fields=("quorum_share", "quorum_count", "quorum_roles", "quorum_basis"),
            title=_("Quorum"),
            words=quorum_words,
        ),
        ProcedureRule(
            fields=("tie_rule",),
            title=_("At a tie"),
            words=lambda each: tie_rule_name(each.tie_rule),
        ),
        ProcedureRule(
            fields=("allows_proxies",),
            title=_("Proxies"),
            words=lambda each: _yes_or_no(each.allows_proxies),
        ),
        ProcedureRule(
            fields=("records_movers",),
            title=_("Who moved a proposal is minuted"),
            words=lambda each: _yes_or_no(each.records_movers),
        ),
        ProcedureRule(
            fields=("decision_pattern",),
            title=_("Numbers of decisions"),
            words=lambda each: each.decision_number(year, 1),
        ),
        ProcedureRule(
            fields=("style",),
            title=_("Style of the minutes"),
            words=lambda each: style_name(each.style),
        ),
        ProcedureRule(
            fields=("approval",),
            title=_("Minutes are approved"),
            words=lambda each: approval_rule_name(each.approval),
        ),
        ProcedureRule(
            fields=("signatures",),
            title=_("Who signs the minutes"),
            words=lambda each: signature_rule_name(each.signatures),
        ),
        ProcedureRule(
            fields=("initials_each_page",),
            title=_("Initials on each page"),
            words=lambda each: _yes_or_no(each.initials_each_page),
        ),
    )


def quorum_words(procedure: Procedure) -> str:
    """What a quorum takes, without the clause it stands in."""
    requirement = requirement_of(replace(procedure, quorum_basis=""), MeetingKind.REGULAR)
    if requirement.asks_for_nothing:
        return _("No quorum is asked for")
    asked = requirement_in_words(requirement)
    return asked[:1].upper() + asked[1:]


def _yes_or_no(is_so: bool) -> str:
    return _("Yes") if is_so else _("No")
