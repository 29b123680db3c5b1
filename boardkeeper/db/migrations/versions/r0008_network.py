"""Relations, referrals, aims, thresholds, reviews, erasures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables of relations and of the yearly review."""
    _erasures()
    _contacts()
    _own_thresholds()
    _profiles()
    _referrals()
    _ambassadors()
    _reviews()
    _aims()


def _erasures() -> None:
    op.create_table(
        "erasures",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("erased_at", sa.Text(), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("passages", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasures")),
    )


def _contacts() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=True),
        sa.Column("on", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_contacts_organisation_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_contacts_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    op.create_index(op.f("ix_contacts_on"), "contacts", ["on"], unique=False)
    op.create_index(
        op.f("ix_contacts_organisation_id"), "contacts", ["organisation_id"], unique=False
    )
    op.create_index(op.f("ix_contacts_person_id"), "contacts", ["person_id"], unique=False)


def _own_thresholds() -> None:
    op.create_table(
        "own_thresholds",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("threshold", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_own_thresholds_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_thresholds")),
    )
    op.create_index(
        op.f("ix_own_thresholds_organisation_id"),
        "own_thresholds",
        ["organisation_id"],
        unique=False,
    )


def _profiles() -> None:
    op.create_table(
        "profiles",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("sells", sa.Text(), nullable=False),
        sa.Column("ideal_customer", sa.Text(), nullable=False),
        sa.Column("interests", sa.Text(), nullable=False),
        sa.Column("met_on", sa.Text(), nullable=True),
        sa.Column("met_through_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["met_through_id"],
            ["people.id"],
            name=op.f("fk_profiles_met_through_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_profiles_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profiles")),
    )
    op.create_index(
        op.f("ix_profiles_met_through_id"), "profiles", ["met_through_id"], unique=False
    )
    op.create_index(op.f("ix_profiles_person_id"), "profiles", ["person_id"], unique=False)


def _referrals() -> None:
    op.create_table(
        "referrals",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("from_id", sa.Text(), nullable=True),
        sa.Column("from_name", sa.Text(), nullable=False),
        sa.Column("to_id", sa.Text(), nullable=True),
        sa.Column("to_name", sa.Text(), nullable=False),
        sa.Column("on", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("contacted_on", sa.Text(), nullable=True),
        sa.Column("met_on", sa.Text(), nullable=True),
        sa.Column("won_on", sa.Text(), nullable=True),
        sa.Column("lost_on", sa.Text(), nullable=True),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("thanked_on", sa.Text(), nullable=True),
        sa.Column("follows_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["follows_id"],
            ["referrals.id"],
            name=op.f("fk_referrals_follows_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["from_id"], ["people.id"], name=op.f("fk_referrals_from_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_referrals_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["to_id"], ["people.id"], name=op.f("fk_referrals_to_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referrals")),
    )
    op.create_index(op.f("ix_referrals_follows_id"), "referrals", ["follows_id"], unique=False)
    op.create_index(op.f("ix_referrals_from_id"), "referrals", ["from_id"], unique=False)
    op.create_index(op.f("ix_referrals_on"), "referrals", ["on"], unique=False)
    op.create_index(
        op.f("ix_referrals_organisation_id"), "referrals", ["organisation_id"], unique=False
    )
    op.create_index(op.f("ix_referrals_to_id"), "referrals", ["to_id"], unique=False)


def _ambassadors() -> None:
    op.create_table(
        "ambassadors",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("membership_id", sa.Text(), nullable=False),
        sa.Column("can_explain_since", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["memberships.id"],
            name=op.f("fk_ambassadors_membership_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ambassadors")),
    )
    op.create_index(
        op.f("ix_ambassadors_membership_id"), "ambassadors", ["membership_id"], unique=False
    )


def _reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("membership_id", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Text(), nullable=False),
        sa.Column("ends_on", sa.Text(), nullable=False),
        sa.Column("reviewed_on", sa.Text(), nullable=False),
        sa.Column("why_we_meet", sa.Text(), nullable=False),
        sa.Column("what_we_want", sa.Text(), nullable=False),
        sa.Column("would_join_today", sa.Text(), nullable=True),
        sa.Column("instead", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("goal", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("goal_by", sa.Text(), nullable=True),
        sa.Column("last_day_to_act", sa.Text(), nullable=True),
        sa.Column("next_review_on", sa.Text(), nullable=True),
        sa.Column("leaves_on", sa.Text(), nullable=True),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("handover", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["memberships.id"],
            name=op.f("fk_reviews_membership_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
    )
    op.create_index(op.f("ix_reviews_membership_id"), "reviews", ["membership_id"], unique=False)


def _aims() -> None:
    op.create_table(
        "aims",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("goal", sa.Text(), nullable=False),
        sa.Column("ask", sa.Text(), nullable=False),
        sa.Column("meets", sa.Text(), nullable=False),
        sa.Column("gives", sa.Text(), nullable=False),
        sa.Column("useful", sa.Integer(), nullable=True),
        sa.Column("energy", sa.Integer(), nullable=True),
        sa.Column("contributed", sa.Text(), nullable=True),
        sa.Column("learned", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_aims_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aims")),
    )
    op.create_index(op.f("ix_aims_meeting_id"), "aims", ["meeting_id"], unique=False)
