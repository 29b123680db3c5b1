"""Questions about packs."""

from __future__ import annotations

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_papers import pack_profiles, pack_versions
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.packs import PackProfile, PackVersion


def own_profile_of(reader: Reader, organisation_id: OrganisationId) -> PackProfile | None:
    """How the organisation wants its packs, where it has said so."""
    mine = select(pack_profiles).where(pack_profiles.c.organisation_id == organisation_id)
    found = reader.all(PackProfile, mine.order_by(pack_profiles.c.id).limit(1))
    return found[0] if found else None


def pack_versions_of(reader: Reader, meeting_id: MeetingId) -> list[PackVersion]:
    """Every version of the meeting's pack that went out, the first first."""
    mine = select(pack_versions).where(pack_versions.c.meeting_id == meeting_id)
    order = (pack_versions.c.version, pack_versions.c.released_at, pack_versions.c.id)
    return reader.all(PackVersion, mine.order_by(*order))
