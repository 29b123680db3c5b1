"""The tables of papers and meeting packs."""

from __future__ import annotations

from sqlalchemy import Table

from boardkeeper.db.columns import (
    choice,
    day,
    flag,
    identity,
    optional_parent,
    reference,
    text,
    wall_time,
    whole,
)
from boardkeeper.db.metadata import metadata
from boardkeeper.domain.agenda import AgendaItemId
from boardkeeper.domain.identity import Record
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.packs import PackProfile, PackProfileId, PackVersion, PackVersionId
from boardkeeper.domain.papers import MediaType, Paper, PaperId

papers = Table(
    "papers",
    metadata,
    identity(PaperId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    optional_parent("meeting_id", MeetingId, "meetings"),
    optional_parent("item_id", AgendaItemId, "agenda_items"),
    whole("position"),
    text("number"),
    text("title"),
    text("file_name"),
    choice("media_type", MediaType),
    text("digest", index=True),
    whole("size"),
    whole("pages", nullable=True),
    whole("words", nullable=True),
    day("added_on"),
    reference("replaced_by_id", PaperId, "papers", ondelete="SET NULL"),
    flag("is_in_pack"),
    text("notes"),
)

pack_profiles = Table(
    "pack_profiles",
    metadata,
    identity(PackProfileId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    text("parts"),
    flag("has_stamps"),
    flag("has_dividers"),
    flag("starts_items_right"),
    flag("is_two_sided"),
    flag("is_large_print"),
    flag("has_note_margin"),
    flag("is_two_up"),
    whole("page_limit"),
)

pack_versions = Table(
    "pack_versions",
    metadata,
    identity(PackVersionId),
    reference("meeting_id", MeetingId, "meetings", ondelete="CASCADE"),
    whole("version"),
    wall_time("released_at"),
    whole("pages"),
    text("contents"),
    flag("is_supplement"),
    text("note"),
)

PAPER_TABLES: dict[type[Record], Table] = {
    Paper: papers,
    PackProfile: pack_profiles,
    PackVersion: pack_versions,
}
"""Owners before what they own."""
