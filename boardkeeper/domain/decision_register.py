"""The register of decisions: how one is numbered, what ends it, and when one calls for a look."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from string import Formatter

from boardkeeper.domain.agenda import AgendaItem, ItemType
from boardkeeper.domain.agenda_closing import is_any_other_business
from boardkeeper.domain.decisions import Decision, DecisionState
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.procedure import Procedure
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _


class DecisionRemark(StrEnum):
    """Why a decision should be looked at before the minutes are sent."""

    INFORMATION = "information"
    ANY_OTHER_BUSINESS = "any_other_business"
    BREAK = "break"
    NOT_ON_NOTICE = "not_on_notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionWarning:
    """A decision that stands where none is expected, and why that is remarked on."""

    decision: Decision
    item: AgendaItem
    remark: DecisionRemark

    def in_words(self) -> str:
        """The remark as a sentence that names the decision and the item."""
        return _REMARKS[self.remark]().format(
            number=self.decision.number, item=self.item.title.strip()
        )


_REMARKS = {
    DecisionRemark.INFORMATION: lambda: _(
        "Decision {number} stands under “{item}”, which was for information only."
    ),
    DecisionRemark.ANY_OTHER_BUSINESS: lambda: _(
        "Decision {number} stands under “{item}”, where nothing is decided."
    ),
    DecisionRemark.BREAK: lambda: _("Decision {number} stands under a break, “{item}”."),
    DecisionRemark.NOT_ON_NOTICE: lambda: _(
        "Decision {number} is about “{item}”, which came up at the meeting and stood in no notice."
    ),
}


def remarks_on(item: AgendaItem, *, is_added: bool) -> list[DecisionRemark]:
    """What is to be remarked on a decision under the item; most often nothing."""
    found = []
    if item.type is ItemType.INFORMATION:
        found.append(DecisionRemark.INFORMATION)
    if item.is_break:
        found.append(DecisionRemark.BREAK)
    if is_any_other_business(item):
        found.append(DecisionRemark.ANY_OTHER_BUSINESS)
    if is_added:
        found.append(DecisionRemark.NOT_ON_NOTICE)
    return found


def next_number(procedure: Procedure, year: int, taken: Collection[str]) -> str:
    """The number after the highest of the year among those taken, written as the board writes it.

    Gaps stay open: a number once given is never another decision's.
    """
    pattern = _reading(procedure.decision_pattern, year)
    found = [int(match[1]) for each in taken if (match := pattern.fullmatch(each))]
    count = max(found, default=0) + 1
    while procedure.decision_number(year, count) in taken:
        count += 1
    return procedure.decision_number(year, count)


def numbered(
    decisions: Iterable[Decision], procedure_of: Callable[[OrganisationId], Procedure]
) -> list[Decision]:
    """The decisions, those without a number given one, each organisation's in the order made."""
    in_order = sorted(decisions, key=lambda each: (each.decided_on, each.position, each.id))
    taken: dict[OrganisationId, set[str]] = {}
    for each in in_order:
        taken.setdefault(each.organisation_id, set()).add(each.number)
    found = []
    for each in in_order:
        of_organisation = taken[each.organisation_id]
        number = each.number or next_number(
            procedure_of(each.organisation_id), each.decided_on.year, of_organisation
        )
        of_organisation.add(number)
        found.append(replace(each, number=number))
    return found


def repealed(decision: Decision, on: date) -> Decision:
    """The decision, no longer in force from the day on. Raises UserError when it ended before."""
    return _ended(decision, on, state=DecisionState.REPEALED)


def replaced_by(old: Decision, new: Decision, on: date) -> Decision:
    """The old decision, from the day on replaced by the new one.

    Raises UserError when it ended before, when the new one belongs to another organisation, is the
    same, or is no longer in force itself.
    """
    if old.organisation_id != new.organisation_id:
        raise UserError(
            _("A decision is replaced by one of the same organisation. Nothing was changed.")
        )
    if new.state is not DecisionState.IN_FORCE:
        message = _("Decision {number} is no longer in force itself. Nothing was changed.")
        raise UserError(message.format(number=new.number))
    return _ended(old, on, state=DecisionState.REPLACED, by=new)


def reinstated(decision: Decision) -> Decision:
    """The decision in force again."""
    return replace(decision, state=DecisionState.IN_FORCE, ended_on=None, replaced_by_id=None)


def _ended(
    decision: Decision, on: date, *, state: DecisionState, by: Decision | None = None
) -> Decision:
    if decision.state is not DecisionState.IN_FORCE:
        message = _("Decision {number} is no longer in force. Nothing was changed.")
        raise UserError(message.format(number=decision.number))
    if on < decision.decided_on:
        raise InvalidField("ended_on", _("A decision ends on or after the day it was made."))
    by_id = None if by is None else by.id
    return replace(decision, state=state, ended_on=on, replaced_by_id=by_id)


def _reading(pattern: str, year: int) -> re.Pattern[str]:
    """What recognises a number of the year and finds its count."""
    parts = []
    is_counted = False
    for literal, name, spec, _conversion in Formatter().parse(pattern):
        parts.append(re.escape(literal))
        if name == "year":
            parts.append(re.escape(format(year, spec or "")))
        elif name == "number":
            parts.append(r"\d+" if is_counted else r"\s*(\d+)")
            is_counted = True
    return re.compile("".join(parts))
