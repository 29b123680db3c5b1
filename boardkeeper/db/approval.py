"""Questions about approved minutes."""

from __future__ import annotations

from sqlalchemy import func, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_minutes import approved_minutes
from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId


def versions_of(reader: Reader, meeting_id: MeetingId) -> list[ApprovedMinutes]:
    """Every approved version of a meeting's minutes, the first first."""
    mine = select(approved_minutes).where(approved_minutes.c.meeting_id == meeting_id)
    return reader.all(ApprovedMinutes, mine.order_by(approved_minutes.c.version))


def latest_version(reader: Reader, meeting_id: MeetingId) -> int:
    """The number of the latest approved version; 0 where none was ever approved."""
    mine = select(func.max(approved_minutes.c.version))
    return reader.value(mine.where(approved_minutes.c.meeting_id == meeting_id)) or 0


def last_link(reader: Reader, organisation_id: OrganisationId) -> ApprovedMinutes | None:
    """The newest link of an organisation's chain."""
    mine = select(approved_minutes).where(approved_minutes.c.organisation_id == organisation_id)
    newest = mine.order_by(approved_minutes.c.position.desc()).limit(1)
    found = reader.all(ApprovedMinutes, newest)
    return found[0] if found else None


def chain_of(reader: Reader, organisation_id: OrganisationId) -> list[ApprovedMinutes]:
    """An organisation's chain, from its first link."""
    mine = select(approved_minutes).where(approved_minutes.c.organisation_id == organisation_id)
    return reader.all(ApprovedMinutes, mine.order_by(approved_minutes.c.position))


def organisations_with_a_chain(reader: Reader) -> list[OrganisationId]:
    """Those who have approved minutes."""
    column = approved_minutes.c.organisation_id
    return reader.values(select(column).distinct().order_by(column))
