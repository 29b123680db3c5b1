"""The papers beside agenda and minutes that can be previewed: registers, lists, hand-outs."""

from __future__ import annotations

from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.services.board_papers import BoardPapers
from boardkeeper.services.minutes_papers import MinutesPapers
from boardkeeper.ui.papers import Choice, Paper

_PLAIN = frozenset({Choice.LANGUAGE, Choice.PROFILE})
_IN_EDITIONS = _PLAIN | {Choice.EDITION}


def protocol_paper(papers: MinutesPapers, meeting_id: MeetingId) -> Paper:
    """The protocol of a general meeting."""
    return Paper(
        prepare=lambda wanted: papers.protocol(
            meeting_id, edition=wanted.edition, language=wanted.language, profile=wanted.profile
        ),
        choices=_IN_EDITIONS,
    )


def extract_paper(papers: BoardPapers, number: str, organisation_id: OrganisationId) -> Paper:
    """The certified extract of one decision."""
    return Paper(
        prepare=lambda wanted: papers.extract(
            number, organisation_id, language=wanted.language, profile=wanted.profile
        ),
        choices=_PLAIN,
    )


def tasks_paper(papers: BoardPapers, organisation_id: OrganisationId | None = None) -> Paper:
    """The open tasks of a board, or mine in all of them."""
    if organisation_id is None:
        return Paper(
            prepare=lambda wanted: papers.my_tasks(
                language=wanted.language, profile=wanted.profile
            ),
            choices=_PLAIN,
            is_mine=True,
        )
    return Paper(
        prepare=lambda wanted: papers.tasks(
            organisation_id,
            edition=wanted.edition,
            language=wanted.language,
            profile=wanted.profile,
        ),
        choices=_IN_EDITIONS,
    )


def decisions_paper(papers: BoardPapers, organisation_id: OrganisationId, year: int) -> Paper:
    """The register of a year's decisions."""
    return Paper(
        prepare=lambda wanted: papers.decisions(
            organisation_id,
            year,
            edition=wanted.edition,
            language=wanted.language,
            profile=wanted.profile,
        ),
        choices=_IN_EDITIONS,
    )


def year_book_paper(papers: BoardPapers, organisation_id: OrganisationId, year: int) -> Paper:
    """All approved minutes of a year."""
    return Paper(
        prepare=lambda wanted: papers.year_book(
            organisation_id,
            year,
            edition=wanted.edition,
            language=wanted.language,
            profile=wanted.profile,
        ),
        choices=_IN_EDITIONS,
    )


def attendance_paper(papers: BoardPapers, meeting_id: MeetingId) -> Paper:
    """The list everybody signs as they come."""
    return Paper(
        prepare=lambda wanted: papers.attendance(
            meeting_id, language=wanted.language, profile=wanted.profile
        ),
        choices=_PLAIN,
    )


def name_plates_paper(papers: BoardPapers, meeting_id: MeetingId) -> Paper:
    """Name plates to fold."""
    return Paper(
        prepare=lambda wanted: papers.name_plates(meeting_id, language=wanted.language),
        choices=frozenset({Choice.LANGUAGE}),
    )


def ballots_paper(papers: BoardPapers, meeting_id: MeetingId, item: str | None = None) -> Paper:
    """Ballot papers of every vote and election, or of the item of that number."""
    return Paper(
        prepare=lambda wanted: papers.ballots(meeting_id, item, language=wanted.language),
        choices=frozenset({Choice.LANGUAGE}),
    )


def proxy_paper(papers: BoardPapers, meeting_id: MeetingId) -> Paper:
    """The proxy form."""
    return Paper(
        prepare=lambda wanted: papers.proxy(
            meeting_id, language=wanted.language, profile=wanted.profile
        ),
        choices=_PLAIN,
    )
