"""The page one takes along to the conversation, as it can be previewed."""

from __future__ import annotations

from boardkeeper.domain.candidate_seats import CandidateSeat
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.papers import Choice, Paper


def candidate_paper(services: Services, seat: CandidateSeat) -> Paper:
    """What a seat asks, and what it would do to the year; of a seat that is kept or not."""
    papers = services.simulator_papers
    return Paper(
        prepare=lambda wanted: papers.candidate(
            seat, language=wanted.language, profile=wanted.profile
        ),
        choices=frozenset({Choice.LANGUAGE, Choice.PROFILE}),
        is_mine=True,
    )
