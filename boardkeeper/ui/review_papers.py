"""The papers of a review that can be previewed: the sheet, the portfolio, letter and handover."""

from __future__ import annotations

from datetime import date

from boardkeeper.domain.memberships import MembershipId
from boardkeeper.domain.reviews import Review
from boardkeeper.services.review_papers import ReviewPapers
from boardkeeper.ui.papers import Choice, Paper

_PLAIN = frozenset({Choice.LANGUAGE, Choice.PROFILE})


def review_paper(papers: ReviewPapers, membership_id: MembershipId, review: Review) -> Paper:
    """The yearly question of one membership."""
    return Paper(
        prepare=lambda wanted: papers.review(
            membership_id, review, language=wanted.language, profile=wanted.profile
        ),
        choices=_PLAIN,
        is_mine=True,
    )


def portfolio_paper(papers: ReviewPapers, first: date, last: date) -> Paper:
    """All my boards side by side."""
    return Paper(
        prepare=lambda wanted: papers.portfolio(
            first, last, language=wanted.language, profile=wanted.profile
        ),
        choices=_PLAIN,
        is_mine=True,
    )


def letter_paper(papers: ReviewPapers, membership_id: MembershipId) -> Paper:
    """The letter that says I leave."""
    return Paper(
        prepare=lambda wanted: papers.letter(
            membership_id, language=wanted.language, profile=wanted.profile
        ),
        choices=_PLAIN,
    )


def handover_paper(papers: ReviewPapers, membership_id: MembershipId) -> Paper:
    """All that whoever takes over must know."""
    return Paper(
        prepare=lambda wanted: papers.handover(
            membership_id, language=wanted.language, profile=wanted.profile
        ),
        choices=_PLAIN,
    )
