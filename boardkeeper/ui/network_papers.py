"""The papers of a network that can be previewed."""

from __future__ import annotations

from datetime import date

from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.services.network_papers import NetworkPapers
from boardkeeper.ui.papers import Choice, Paper


def network_paper(
    papers: NetworkPapers, organisation_id: OrganisationId, first: date, last: date
) -> Paper:
    """The group over a period: the members, and the referrals among us."""
    return Paper(
        prepare=lambda wanted: papers.network(
            organisation_id,
            first,
            last,
            with_amounts=wanted.with_amounts,
            language=wanted.language,
            profile=wanted.profile,
        ),
        choices=frozenset({Choice.LANGUAGE, Choice.PROFILE, Choice.AMOUNTS}),
    )


def pocket_paper(papers: NetworkPapers, meeting_id: MeetingId) -> Paper:
    """What to have in mind at a meeting, on a piece of A6."""
    return Paper(
        prepare=lambda wanted: papers.pocket(meeting_id, language=wanted.language),
        choices=frozenset({Choice.LANGUAGE}),
    )
