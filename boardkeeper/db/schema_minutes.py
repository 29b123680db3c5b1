"""The tables of a meeting's minutes: who was there, what was said, decided, promised, approved."""

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
from boardkeeper.domain.approval import ApprovedMinutes, ApprovedMinutesId
from boardkeeper.domain.attendance import (
    Absence,
    AbsenceId,
    AbsenceReason,
    Attendance,
    AttendanceId,
    Capacity,
    Presence,
)
from boardkeeper.domain.decisions import (
    Decision,
    DecisionId,
    DecisionState,
    Dissent,
    DissentId,
)
from boardkeeper.domain.ideas import Idea, IdeaId
from boardkeeper.domain.identity import Record
from boardkeeper.domain.interests import Interest, InterestId, InterestKind
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.memberships import Role
from boardkeeper.domain.minutes import ItemMinutes, ItemMinutesId, Minutes, MinutesId, Outcome
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.phrases import Phrase, PhraseId
from boardkeeper.domain.procedure import (
    ApprovalRule,
    MinutesStyle,
    Procedure,
    ProcedureId,
    Share,
    SignatureRule,
    TieRule,
)
from boardkeeper.domain.tasks import Task, TaskId, TaskOwner, TaskOwnerId, TaskStatus
from boardkeeper.domain.votes import (
    Ballot,
    BallotId,
    Candidate,
    CandidateId,
    Choice,
    Majority,
    Vote,
    VoteId,
    VoteMethod,
)
from boardkeeper.domain.written_procedure import (
    Reply,
    ReplyId,
    WrittenProcedure,
    WrittenProcedureId,
)
from boardkeeper.i18n import Language

procedures = Table(
    "procedures",
    metadata,
    identity(ProcedureId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    whole("quorum_count"),
    choice("quorum_share", Share),
    text("quorum_roles"),
    text("quorum_basis"),
    choice("tie_rule", TieRule),
    flag("allows_proxies"),
    flag("records_movers"),
    text("decision_pattern"),
    choice("signatures", SignatureRule),
    choice("approval", ApprovalRule),
    choice("style", MinutesStyle),
    flag("initials_each_page"),
)

attendances = Table(
    "attendances",
    metadata,
    identity(AttendanceId),
    reference("meeting_id", MeetingId, "meetings", ondelete="CASCADE"),
    reference("person_id", PersonId, "people", ondelete="SET NULL"),
    text("name"),
    text("title"),
    choice("role", Role),
    choice("capacity", Capacity),
    flag("has_vote"),
    choice("presence", Presence),
    reference("stands_for_id", AttendanceId, "attendances", ondelete="SET NULL"),
    reference("proxy_to_id", AttendanceId, "attendances", ondelete="SET NULL"),
    wall_time("arrived_at", nullable=True),
    wall_time("left_at", nullable=True),
    text("note"),
    whole("position"),
)

absences = Table(
    "absences",
    metadata,
    identity(AbsenceId),
    reference("item_id", AgendaItemId, "agenda_items", ondelete="CASCADE"),
    reference("attendance_id", AttendanceId, "attendances", ondelete="CASCADE"),
    choice("reason", AbsenceReason),
    text("explanation"),
    flag("left_the_room"),
)

minutes = Table(
    "minutes",
    metadata,
    identity(MinutesId),
    reference("meeting_id", MeetingId, "meetings", ondelete="CASCADE"),
    wall_time("began_at", nullable=True),
    wall_time("ended_at", nullable=True),
    choice("style", MinutesStyle, nullable=True),
    text("notice_statement"),
    whole("voters", nullable=True),
    whole("proxies", nullable=True),
    day("draft_sent_on", nullable=True),
    day("objections_by", nullable=True),
    text("objections"),
    day("approved_on", nullable=True),
    reference("approved_at_id", MeetingId, "meetings", ondelete="SET NULL"),
    text("corrections"),
)

item_minutes = Table(
    "item_minutes",
    metadata,
    identity(ItemMinutesId),
    reference("item_id", AgendaItemId, "agenda_items", ondelete="CASCADE"),
    text("text"),
    text("private_notes"),
    wall_time("began_at", nullable=True),
    wall_time("ended_at", nullable=True),
    choice("outcome", Outcome),
    text("outcome_note"),
    flag("is_added"),
)

decisions = Table(
    "decisions",
    metadata,
    identity(DecisionId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    optional_parent("meeting_id", MeetingId, "meetings"),
    optional_parent("item_id", AgendaItemId, "agenda_items"),
    text("number"),
    text("text"),
    text("basis"),
    day("decided_on", index=True),
    whole("position"),
    choice("state", DecisionState),
    reference("replaced_by_id", DecisionId, "decisions", ondelete="SET NULL"),
    day("ended_on", nullable=True),
    day("review_on", nullable=True),
)

dissents = Table(
    "dissents",
    metadata,
    identity(DissentId),
    reference("item_id", AgendaItemId, "agenda_items", ondelete="CASCADE"),
    reference("decision_id", DecisionId, "decisions", ondelete="SET NULL"),
    reference("person_id", PersonId, "people", ondelete="SET NULL"),
    text("name"),
    text("text"),
    whole("position"),
)

votes = Table(
    "votes",
    metadata,
    identity(VoteId),
    reference("item_id", AgendaItemId, "agenda_items", ondelete="CASCADE"),
    reference("decision_id", DecisionId, "decisions", ondelete="SET NULL"),
    whole("position"),
    text("question"),
    text("moved_by"),
    choice("method", VoteMethod),
    choice("majority", Majority),
    choice("tie_rule", TieRule),
    whole("votes_for"),
    whole("votes_against"),
    whole("abstained"),
    whole("blank"),
    choice("casting", Choice, nullable=True),
    whole("seats"),
)

ballots = Table(
    "ballots",
    metadata,
    identity(BallotId),
    reference("vote_id", VoteId, "votes", ondelete="CASCADE"),
    reference("attendance_id", AttendanceId, "attendances", ondelete="CASCADE"),
    choice("choice", Choice),
    whole("weight"),
)

candidates = Table(
    "candidates",
    metadata,
    identity(CandidateId),
    reference("vote_id", VoteId, "votes", ondelete="CASCADE"),
    reference("person_id", PersonId, "people", ondelete="SET NULL"),
    text("name"),
    whole("position"),
    whole("votes"),
    flag("won_by_lot"),
)

written_procedures = Table(
    "written_procedures",
    metadata,
    identity(WrittenProcedureId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    text("title"),
    text("proposal"),
    choice("majority", Majority),
    day("sent_on"),
    day("reply_by"),
    day("closed_on", nullable=True),
    reference("decision_id", DecisionId, "decisions", ondelete="SET NULL"),
    reference("reported_at_id", MeetingId, "meetings", ondelete="SET NULL"),
)

replies = Table(
    "replies",
    metadata,
    identity(ReplyId),
    reference("procedure_id", WrittenProcedureId, "written_procedures", ondelete="CASCADE"),
    reference("person_id", PersonId, "people", ondelete="SET NULL"),
    text("name"),
    choice("choice", Choice, nullable=True),
    day("replied_on", nullable=True),
    text("note"),
)

tasks = Table(
    "tasks",
    metadata,
    identity(TaskId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    reference("meeting_id", MeetingId, "meetings", ondelete="SET NULL"),
    reference("item_id", AgendaItemId, "agenda_items", ondelete="SET NULL"),
    whole("position"),
    text("text"),
    day("due_on", nullable=True, index=True),
    whole("minutes"),
    choice("status", TaskStatus),
    day("created_on"),
    day("closed_on", nullable=True),
    text("notes"),
)

task_owners = Table(
    "task_owners",
    metadata,
    identity(TaskOwnerId),
    reference("task_id", TaskId, "tasks", ondelete="CASCADE"),
    reference("person_id", PersonId, "people", ondelete="SET NULL"),
    text("name"),
    whole("position"),
)

ideas = Table(
    "ideas",
    metadata,
    identity(IdeaId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    reference("item_id", AgendaItemId, "agenda_items", ondelete="SET NULL"),
    text("text"),
    day("noted_on"),
    day("settled_on", nullable=True),
)

interests = Table(
    "interests",
    metadata,
    identity(InterestId),
    reference("person_id", PersonId, "people", ondelete="CASCADE"),
    choice("kind", InterestKind),
    text("name"),
    text("also_known_as"),
    text("description"),
    day("declared_on"),
    day("ends_on", nullable=True),
)

phrases = Table(
    "phrases",
    metadata,
    identity(PhraseId),
    choice("language", Language),
    text("title"),
    text("text"),
)

approved_minutes = Table(
    "approved_minutes",
    metadata,
    identity(ApprovedMinutesId),
    reference("organisation_id", OrganisationId, "organisations", ondelete="CASCADE"),
    reference("meeting_id", MeetingId, "meetings", ondelete="CASCADE"),
    whole("version"),
    whole("position"),
    wall_time("approved_at"),
    text("reason"),
    text("record"),
    text("names"),
    text("pdf"),
    text("record_digest"),
    text("pdf_digest"),
    text("previous_digest"),
    text("digest"),
)

MINUTES_TABLES: dict[type[Record], Table] = {
    Procedure: procedures,
    Attendance: attendances,
    Absence: absences,
    Minutes: minutes,
    ItemMinutes: item_minutes,
    Decision: decisions,
    Dissent: dissents,
    Vote: votes,
    Ballot: ballots,
    Candidate: candidates,
    WrittenProcedure: written_procedures,
    Reply: replies,
    Task: tasks,
    TaskOwner: task_owners,
    Idea: ideas,
    Interest: interests,
    Phrase: phrases,
    ApprovedMinutes: approved_minutes,
}
"""Owners before what they own."""
