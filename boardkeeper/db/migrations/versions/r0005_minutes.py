"""Minutes: attendance, what was said, decisions, votes, tasks, interests and approval."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables that minutes are kept in."""
    _phrases()
    _interests()
    _procedures()
    _approved_minutes()
    _attendances()
    _minutes()
    _absences()
    _decisions()
    _ideas()
    _item_minutes()
    _tasks()
    _dissents()
    _task_owners()
    _votes()
    _written_procedures()
    _ballots()
    _candidates()
    _replies()


def _phrases() -> None:
    op.create_table(
        "phrases",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phrases")),
    )


def _interests() -> None:
    op.create_table(
        "interests",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("also_known_as", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("declared_on", sa.Text(), nullable=False),
        sa.Column("ends_on", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_interests_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interests")),
    )
    op.create_index(op.f("ix_interests_person_id"), "interests", ["person_id"], unique=False)


def _procedures() -> None:
    op.create_table(
        "procedures",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("quorum_count", sa.Integer(), nullable=False),
        sa.Column("quorum_share", sa.Text(), nullable=False),
        sa.Column("quorum_roles", sa.Text(), nullable=False),
        sa.Column("quorum_basis", sa.Text(), nullable=False),
        sa.Column("tie_rule", sa.Text(), nullable=False),
        sa.Column("allows_proxies", sa.Integer(), nullable=False),
        sa.Column("records_movers", sa.Integer(), nullable=False),
        sa.Column("decision_pattern", sa.Text(), nullable=False),
        sa.Column("signatures", sa.Text(), nullable=False),
        sa.Column("approval", sa.Text(), nullable=False),
        sa.Column("style", sa.Text(), nullable=False),
        sa.Column("initials_each_page", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_procedures_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedures")),
    )
    op.create_index(
        op.f("ix_procedures_organisation_id"), "procedures", ["organisation_id"], unique=False
    )


def _approved_minutes() -> None:
    op.create_table(
        "approved_minutes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("approved_at", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("pdf", sa.Text(), nullable=False),
        sa.Column("record_digest", sa.Text(), nullable=False),
        sa.Column("pdf_digest", sa.Text(), nullable=False),
        sa.Column("previous_digest", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meetings.id"],
            name=op.f("fk_approved_minutes_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_approved_minutes_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approved_minutes")),
    )
    op.create_index(
        op.f("ix_approved_minutes_meeting_id"), "approved_minutes", ["meeting_id"], unique=False
    )
    op.create_index(
        op.f("ix_approved_minutes_organisation_id"),
        "approved_minutes",
        ["organisation_id"],
        unique=False,
    )


def _attendances() -> None:
    op.create_table(
        "attendances",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("has_vote", sa.Integer(), nullable=False),
        sa.Column("presence", sa.Text(), nullable=False),
        sa.Column("stands_for_id", sa.Text(), nullable=True),
        sa.Column("proxy_to_id", sa.Text(), nullable=True),
        sa.Column("arrived_at", sa.Text(), nullable=True),
        sa.Column("left_at", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meetings.id"],
            name=op.f("fk_attendances_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_attendances_person_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["proxy_to_id"],
            ["attendances.id"],
            name=op.f("fk_attendances_proxy_to_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["stands_for_id"],
            ["attendances.id"],
            name=op.f("fk_attendances_stands_for_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendances")),
    )
    op.create_index(op.f("ix_attendances_meeting_id"), "attendances", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_attendances_person_id"), "attendances", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_attendances_proxy_to_id"), "attendances", ["proxy_to_id"], unique=False
    )
    op.create_index(
        op.f("ix_attendances_stands_for_id"), "attendances", ["stands_for_id"], unique=False
    )


def _minutes() -> None:
    op.create_table(
        "minutes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("began_at", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("style", sa.Text(), nullable=True),
        sa.Column("notice_statement", sa.Text(), nullable=False),
        sa.Column("voters", sa.Integer(), nullable=True),
        sa.Column("proxies", sa.Integer(), nullable=True),
        sa.Column("draft_sent_on", sa.Text(), nullable=True),
        sa.Column("objections_by", sa.Text(), nullable=True),
        sa.Column("objections", sa.Text(), nullable=False),
        sa.Column("approved_on", sa.Text(), nullable=True),
        sa.Column("approved_at_id", sa.Text(), nullable=True),
        sa.Column("corrections", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["approved_at_id"],
            ["meetings.id"],
            name=op.f("fk_minutes_approved_at_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_minutes_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes")),
    )
    op.create_index(op.f("ix_minutes_approved_at_id"), "minutes", ["approved_at_id"], unique=False)
    op.create_index(op.f("ix_minutes_meeting_id"), "minutes", ["meeting_id"], unique=False)


def _absences() -> None:
    op.create_table(
        "absences",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("attendance_id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("left_the_room", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendance_id"],
            ["attendances.id"],
            name=op.f("fk_absences_attendance_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_absences_item_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    op.create_index(op.f("ix_absences_attendance_id"), "absences", ["attendance_id"], unique=False)
    op.create_index(op.f("ix_absences_item_id"), "absences", ["item_id"], unique=False)


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=True),
        sa.Column("item_id", sa.Text(), nullable=True),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("replaced_by_id", sa.Text(), nullable=True),
        sa.Column("ended_on", sa.Text(), nullable=True),
        sa.Column("review_on", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_decisions_item_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meetings.id"],
            name=op.f("fk_decisions_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_decisions_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["replaced_by_id"],
            ["decisions.id"],
            name=op.f("fk_decisions_replaced_by_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_decided_on"), "decisions", ["decided_on"], unique=False)
    op.create_index(op.f("ix_decisions_item_id"), "decisions", ["item_id"], unique=False)
    op.create_index(op.f("ix_decisions_meeting_id"), "decisions", ["meeting_id"], unique=False)
    op.create_index(
        op.f("ix_decisions_organisation_id"), "decisions", ["organisation_id"], unique=False
    )
    op.create_index(
        op.f("ix_decisions_replaced_by_id"), "decisions", ["replaced_by_id"], unique=False
    )


def _ideas() -> None:
    op.create_table(
        "ideas",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("noted_on", sa.Text(), nullable=False),
        sa.Column("settled_on", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_ideas_item_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_ideas_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ideas")),
    )
    op.create_index(op.f("ix_ideas_item_id"), "ideas", ["item_id"], unique=False)
    op.create_index(op.f("ix_ideas_organisation_id"), "ideas", ["organisation_id"], unique=False)


def _item_minutes() -> None:
    op.create_table(
        "item_minutes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("private_notes", sa.Text(), nullable=False),
        sa.Column("began_at", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("outcome_note", sa.Text(), nullable=False),
        sa.Column("is_added", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_items.id"],
            name=op.f("fk_item_minutes_item_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_minutes")),
    )
    op.create_index(op.f("ix_item_minutes_item_id"), "item_minutes", ["item_id"], unique=False)


def _tasks() -> None:
    op.create_table(
        "tasks",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=True),
        sa.Column("item_id", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("created_on", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_tasks_item_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_tasks_meeting_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_tasks_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
    )
    op.create_index(op.f("ix_tasks_due_on"), "tasks", ["due_on"], unique=False)
    op.create_index(op.f("ix_tasks_item_id"), "tasks", ["item_id"], unique=False)
    op.create_index(op.f("ix_tasks_meeting_id"), "tasks", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_tasks_organisation_id"), "tasks", ["organisation_id"], unique=False)


def _dissents() -> None:
    op.create_table(
        "dissents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("decision_id", sa.Text(), nullable=True),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decisions.id"],
            name=op.f("fk_dissents_decision_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_dissents_item_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_dissents_person_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dissents")),
    )
    op.create_index(op.f("ix_dissents_decision_id"), "dissents", ["decision_id"], unique=False)
    op.create_index(op.f("ix_dissents_item_id"), "dissents", ["item_id"], unique=False)
    op.create_index(op.f("ix_dissents_person_id"), "dissents", ["person_id"], unique=False)


def _task_owners() -> None:
    op.create_table(
        "task_owners",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("task_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_task_owners_person_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("fk_task_owners_task_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_owners")),
    )
    op.create_index(op.f("ix_task_owners_person_id"), "task_owners", ["person_id"], unique=False)
    op.create_index(op.f("ix_task_owners_task_id"), "task_owners", ["task_id"], unique=False)


def _votes() -> None:
    op.create_table(
        "votes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("decision_id", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("moved_by", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("majority", sa.Text(), nullable=False),
        sa.Column("tie_rule", sa.Text(), nullable=False),
        sa.Column("votes_for", sa.Integer(), nullable=False),
        sa.Column("votes_against", sa.Integer(), nullable=False),
        sa.Column("abstained", sa.Integer(), nullable=False),
        sa.Column("blank", sa.Integer(), nullable=False),
        sa.Column("casting", sa.Text(), nullable=True),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decisions.id"],
            name=op.f("fk_votes_decision_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_votes_item_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_votes")),
    )
    op.create_index(op.f("ix_votes_decision_id"), "votes", ["decision_id"], unique=False)
    op.create_index(op.f("ix_votes_item_id"), "votes", ["item_id"], unique=False)


def _written_procedures() -> None:
    op.create_table(
        "written_procedures",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.Column("majority", sa.Text(), nullable=False),
        sa.Column("sent_on", sa.Text(), nullable=False),
        sa.Column("reply_by", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.Column("decision_id", sa.Text(), nullable=True),
        sa.Column("reported_at_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decisions.id"],
            name=op.f("fk_written_procedures_decision_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_written_procedures_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["reported_at_id"],
            ["meetings.id"],
            name=op.f("fk_written_procedures_reported_at_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_written_procedures")),
    )
    op.create_index(
        op.f("ix_written_procedures_decision_id"),
        "written_procedures",
        ["decision_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_written_procedures_organisation_id"),
        "written_procedures",
        ["organisation_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_written_procedures_reported_at_id"),
        "written_procedures",
        ["reported_at_id"],
        unique=False,
    )


def _ballots() -> None:
    op.create_table(
        "ballots",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("vote_id", sa.Text(), nullable=False),
        sa.Column("attendance_id", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendance_id"],
            ["attendances.id"],
            name=op.f("fk_ballots_attendance_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["vote_id"], ["votes.id"], name=op.f("fk_ballots_vote_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballots")),
    )
    op.create_index(op.f("ix_ballots_attendance_id"), "ballots", ["attendance_id"], unique=False)
    op.create_index(op.f("ix_ballots_vote_id"), "ballots", ["vote_id"], unique=False)


def _candidates() -> None:
    op.create_table(
        "candidates",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("vote_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("won_by_lot", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_candidates_person_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["vote_id"], ["votes.id"], name=op.f("fk_candidates_vote_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidates")),
    )
    op.create_index(op.f("ix_candidates_person_id"), "candidates", ["person_id"], unique=False)
    op.create_index(op.f("ix_candidates_vote_id"), "candidates", ["vote_id"], unique=False)


def _replies() -> None:
    op.create_table(
        "replies",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("procedure_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=True),
        sa.Column("replied_on", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_replies_person_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["procedure_id"],
            ["written_procedures.id"],
            name=op.f("fk_replies_procedure_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replies")),
    )
    op.create_index(op.f("ix_replies_person_id"), "replies", ["person_id"], unique=False)
    op.create_index(op.f("ix_replies_procedure_id"), "replies", ["procedure_id"], unique=False)
