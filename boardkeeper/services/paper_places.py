"""Where papers lie, in which order, and which of their files are still needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from boardkeeper.db.papers import digests_of_papers, papers_in_place_of, papers_replaced_by
from boardkeeper.db.reader import Reader
from boardkeeper.domain.agenda import AgendaItem, AgendaItemId
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.papers import Paper, PaperId
from boardkeeper.domain.trash import TrashEntry
from boardkeeper.services.trash import records_in_entry


@dataclass(frozen=True, slots=True)
class Place:
    """Under an item, loose in a meeting, or an organisation's own."""

    organisation_id: OrganisationId
    meeting_id: MeetingId | None
    item_id: AgendaItemId | None


def place_of(
    reader: Reader,
    meeting_id: MeetingId | None,
    item_id: AgendaItemId | None,
    organisation_id: OrganisationId | None,
) -> Place:
    """Where the narrowest of the three says. Raises ValueError when nothing is said."""
    if item_id is not None:
        meeting_id = reader.get(AgendaItem, item_id).meeting_id
    if meeting_id is not None:
        organisation_id = reader.get(Meeting, meeting_id).organisation_id
    if organisation_id is None:
        raise ValueError(organisation_id)
    return Place(organisation_id, meeting_id, item_id)


def current_in_place_of(reader: Reader, paper: Paper) -> list[Paper]:
    """The papers that count where this one lies, itself among them, in their order."""
    return [each for each in papers_in_place_of(reader, paper) if each.is_current]


def next_position(there: Sequence[Paper]) -> int:
    """The place after all of those there."""
    return max((each.position + 1 for each in there), default=0)


def in_order(papers: Sequence[Paper]) -> list[Paper]:
    """The papers with their places counted from 0."""
    return [replace(each, position=at) for at, each in enumerate(papers)]


def older_versions(reader: Reader, paper_id: PaperId) -> list[Paper]:
    """What the paper replaced, and what that replaced, the newest first."""
    found: list[Paper] = []
    seen = {paper_id}
    latest = [paper_id]
    while latest:
        before = [old for each in latest for old in papers_replaced_by(reader, each)]
        fresh = [each for each in before if each.id not in seen]
        seen |= {each.id for each in fresh}
        found += fresh
        latest = [each.id for each in fresh]
    return found


def wanted_digests(reader: Reader) -> set[str]:
    """The digests of all papers there are, and of those in the trash."""
    return digests_of_papers(reader) | digests_in(reader.every(TrashEntry))


def digests_in(entries: Sequence[TrashEntry]) -> set[str]:
    """The digests of the papers that lie in these entries of the trash."""
    return {
        record.digest
        for entry in entries
        for record in records_in_entry(entry)
        if isinstance(record, Paper)
    }
