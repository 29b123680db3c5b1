"""Seats on offer at the terminal: `print candidate` and `list candidates`."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from boardkeeper import formats
from boardkeeper.domain.candidate_seats import (
    CandidateOutcome,
    CandidateSeat,
    candidate_outcome_name,
)
from boardkeeper.domain.memberships import role_name
from boardkeeper.domain.organisations import kind_name
from boardkeeper.domain.plain import plain
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.simulation_words import sentence
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, _
from boardkeeper.services.catalogue import Services
from boardkeeper.services.prepared import Prepared


def candidate_asked_for(services: Services, asked: Namespace) -> Prepared:
    """The page of the seat named, or of the only one that is not answered yet."""
    return services.simulator_papers.candidate(
        _meant(services, asked.candidate),
        language=Language(asked.document_language) if asked.document_language else None,
        profile=Profile(asked.profile),
    )


def candidates_listed(services: Services) -> tuple[list[dict[str, Any]], list[tuple[str, ...]]]:
    """Every seat offered, as plain data and as rows of words with what each would do."""
    seats = services.simulator.candidates()
    return [_plain(services, each) for each in seats], [_row(services, each) for each in seats]


def _meant(services: Services, name: str | None) -> CandidateSeat:
    if name is not None:
        return services.simulator.named(name)
    every = services.simulator.candidates()
    still_open = [each for each in every if each.outcome is CandidateOutcome.OPEN]
    if len(still_open) == 1:
        return still_open[0]
    if not still_open:
        raise UserError(_("No seat is waiting for an answer. Name one with --candidate."))
    names = ", ".join(each.name for each in still_open)
    message = _("Several seats wait for an answer: {names}. Name one with --candidate.")
    raise UserError(message.format(names=names))


def _row(services: Services, seat: CandidateSeat) -> tuple[str, ...]:
    until = _("answer by {day}").format(day=formats.day(seat.answer_by)) if seat.answer_by else ""
    is_open = seat.outcome is CandidateOutcome.OPEN
    return (
        seat.name,
        kind_name(seat.kind),
        role_name(seat.role),
        until if is_open and until else candidate_outcome_name(seat.outcome),
        sentence(services.simulator.what_if(seat)),
    )


def _plain(services: Services, seat: CandidateSeat) -> dict[str, Any]:
    """Every field, and what the twelve months would be like."""
    simulation = services.simulator.what_if(seat)
    return {
        **plain(seat),
        "first": simulation.first.isoformat(),
        "last": simulation.last.isoformat(),
        "meetings": len(simulation.meetings),
        "evenings": simulation.evenings,
        "minutes_a_year": simulation.minutes,
        "weeks_that_break": [each.monday.isoformat() for each in simulation.broken],
    }
