"""Questions about papers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_papers import papers
from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.papers import Paper, PaperId

_AT_ONCE = 500
"""Digests asked for in one statement; SQLite has a limit to its question marks."""
_IN_ORDER = (papers.c.position, papers.c.added_on, papers.c.id)


def papers_of_meeting(reader: Reader, meeting_id: MeetingId) -> list[Paper]:
    """Every paper of the meeting and its items, replaced ones too, each place's in its order."""
    return _papers(reader, papers.c.meeting_id == meeting_id)


def papers_of_item(reader: Reader, item_id: AgendaItemId) -> list[Paper]:
    """Every paper of the item itself, replaced ones too."""
    return _papers(reader, papers.c.item_id == item_id)


def papers_of_organisation(reader: Reader, organisation_id: OrganisationId) -> list[Paper]:
    """Every paper of the organisation's own, of no meeting, replaced ones too."""
    own = papers.c.organisation_id == organisation_id
    return _papers(reader, own & papers.c.meeting_id.is_(None))


def papers_in_place_of(reader: Reader, paper: Paper) -> list[Paper]:
    """Every paper where this one lies: under its item, loose in its meeting, or its owner's own."""
    if paper.item_id is not None:
        return papers_of_item(reader, paper.item_id)
    if paper.meeting_id is not None:
        mine = papers.c.meeting_id == paper.meeting_id
        return _papers(reader, mine & papers.c.item_id.is_(None))
    return papers_of_organisation(reader, paper.organisation_id)


def papers_replaced_by(reader: Reader, paper_id: PaperId) -> list[Paper]:
    """What the paper came in the place of: one paper as a rule."""
    return _papers(reader, papers.c.replaced_by_id == paper_id)


def digests_of_papers(reader: Reader) -> set[str]:
    """The digest of every file a paper points at."""
    return set(reader.values(select(papers.c.digest).distinct()))


def papers_of_digests(reader: Reader, digests: Iterable[str]) -> list[Paper]:
    """Every paper whose file is one of these, replaced ones too."""
    wanted = sorted(set(digests) - {""})
    found = []
    for first in range(0, len(wanted), _AT_ONCE):
        found += _papers(reader, papers.c.digest.in_(wanted[first : first + _AT_ONCE]))
    return found


def _papers(reader: Reader, condition: ColumnElement[Any]) -> list[Paper]:
    return reader.all(Paper, select(papers).where(condition).order_by(*_IN_ORDER))
