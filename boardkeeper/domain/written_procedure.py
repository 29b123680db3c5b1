"""Decisions between meetings: a proposal sent round, and what each answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from boardkeeper.domain.decisions import DecisionId
from boardkeeper.domain.identity import Id
from boardkeeper.domain.meetings import MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.votes import Choice, Majority
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _


class WrittenProcedureId(Id):
    """Names a written procedure."""

    __slots__ = ()


class ReplyId(Id):
    """Names one person's reply."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenProcedure:
    """A proposal that is decided in writing; its outcome is reported at the next meeting.

    `closed_on` is the day the replies were counted, None while they still come in; `decision_id`
    is the decision that came of it, and `reported_at_id` the meeting that was told.
    """

    id: WrittenProcedureId = field(default_factory=WrittenProcedureId.new)
    organisation_id: OrganisationId
    title: str
    proposal: str
    majority: Majority = Majority.SIMPLE
    sent_on: date
    reply_by: date
    closed_on: date | None = None
    decision_id: DecisionId | None = None
    reported_at_id: MeetingId | None = None

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidField("title", _("A written procedure needs a title."))
        if not self.proposal.strip():
            raise InvalidField("proposal", _("A written procedure needs a proposal."))
        if self.reply_by < self.sent_on:
            raise InvalidField(
                "reply_by", _("The last day for replies is on or after the day it is sent.")
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What one person answered; a choice of None is no answer yet."""

    id: ReplyId = field(default_factory=ReplyId.new)
    procedure_id: WrittenProcedureId
    person_id: PersonId | None = None
    name: str
    choice: Choice | None = None
    replied_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidField("name", _("A reply needs the name of who gave it."))
