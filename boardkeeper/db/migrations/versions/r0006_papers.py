"""Papers, and the meeting packs they come together in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables of papers and packs."""
    _pack_profiles()
    _pack_versions()
    _papers()


def _pack_profiles() -> None:
    op.create_table(
        "pack_profiles",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("has_stamps", sa.Integer(), nullable=False),
        sa.Column("has_dividers", sa.Integer(), nullable=False),
        sa.Column("starts_items_right", sa.Integer(), nullable=False),
        sa.Column("is_two_sided", sa.Integer(), nullable=False),
        sa.Column("is_large_print", sa.Integer(), nullable=False),
        sa.Column("has_note_margin", sa.Integer(), nullable=False),
        sa.Column("is_two_up", sa.Integer(), nullable=False),
        sa.Column("page_limit", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_pack_profiles_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pack_profiles")),
    )
    op.create_index(
        op.f("ix_pack_profiles_organisation_id"), "pack_profiles", ["organisation_id"], unique=False
    )


def _pack_versions() -> None:
    op.create_table(
        "pack_versions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("released_at", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("contents", sa.Text(), nullable=False),
        sa.Column("is_supplement", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meetings.id"],
            name=op.f("fk_pack_versions_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pack_versions")),
    )
    op.create_index(
        op.f("ix_pack_versions_meeting_id"), "pack_versions", ["meeting_id"], unique=False
    )


def _papers() -> None:
    op.create_table(
        "papers",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=True),
        sa.Column("item_id", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=True),
        sa.Column("added_on", sa.Text(), nullable=False),
        sa.Column("replaced_by_id", sa.Text(), nullable=True),
        sa.Column("is_in_pack", sa.Integer(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_papers_item_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_papers_meeting_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_papers_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["replaced_by_id"],
            ["papers.id"],
            name=op.f("fk_papers_replaced_by_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers")),
    )
    op.create_index(op.f("ix_papers_digest"), "papers", ["digest"], unique=False)
    op.create_index(op.f("ix_papers_item_id"), "papers", ["item_id"], unique=False)
    op.create_index(op.f("ix_papers_meeting_id"), "papers", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_papers_organisation_id"), "papers", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_papers_replaced_by_id"), "papers", ["replaced_by_id"], unique=False)
