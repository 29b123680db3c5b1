"""Ten questions to what happened: the signs of a coffee club, each with its threshold and rows.

Every sign is held against a number one sets oneself. Where there is nothing to count it is off and
says so; no sign comes from what nobody has told.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from boardkeeper.domain import meeting_signals, result_signals
from boardkeeper.domain.organisations import OrganisationKind
from boardkeeper.domain.signal_facts import SignalFacts
from boardkeeper.domain.signals import Signal, SignalName
from boardkeeper.domain.thresholds import Thresholds

_TOLD: dict[SignalName, Callable[[SignalFacts, date, date, Thresholds], Signal]] = {
    SignalName.NO_PURPOSE: meeting_signals.no_purpose,
    SignalName.UNANSWERED: meeting_signals.unanswered,
    SignalName.USEFULNESS: meeting_signals.usefulness,
    SignalName.ATTENDANCE: meeting_signals.attendance,
    SignalName.NO_RESULT: result_signals.no_result,
    SignalName.CARRIED: result_signals.carried,
    SignalName.INFORMATION: meeting_signals.information,
    SignalName.HOURS: result_signals.hours,
    SignalName.SAME_ROLE: result_signals.same_role,
    SignalName.WOULD_NOT_JOIN: result_signals.would_not_join,
}


def signals_of(facts: SignalFacts, first: date, last: date, thresholds: Thresholds) -> list[Signal]:
    """The signs that make sense for the kind of organisation, as things stood on the last day.

    Shares and hours are of the period; the others look back from its last day as far as they need.
    """
    return [
        told(facts, first, last, thresholds)
        for name, told in _TOLD.items()
        if not (name is SignalName.INFORMATION and facts.kind is OrganisationKind.NETWORK)
    ]
