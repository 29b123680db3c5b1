"""Records of a meeting's minutes: who was there, what was said, decided and promised."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.attendance import Absence, Attendance, Presence
from boardkeeper.domain.decisions import Decision, Dissent
from boardkeeper.domain.ideas import Idea
from boardkeeper.domain.identity import Record
from boardkeeper.domain.interests import Interest
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.minutes import ItemMinutes, Minutes
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.people import Person
from boardkeeper.domain.phrases import Phrase
from boardkeeper.domain.procedure import MinutesStyle, Procedure
from boardkeeper.domain.tasks import Task, TaskOwner
from boardkeeper.domain.votes import Ballot, Candidate, Choice, Vote, VoteMethod
from boardkeeper.domain.written_procedure import Reply, WrittenProcedure


def procedure(of: Organisation, **fields: Any) -> Procedure:
    return Procedure(organisation_id=of.id, **fields)


def attendance(of: Meeting, who: Person | str = "Anna Holm", **fields: Any) -> Attendance:
    """Somebody at a meeting, present unless told otherwise; a name alone is a stranger's."""
    named: dict[str, Any] = (
        {"name": who} if isinstance(who, str) else {"name": who.name, "person_id": who.id}
    )
    return Attendance(meeting_id=of.id, **{"presence": Presence.PRESENT, **named, **fields})


def absence(of: AgendaItem, who: Attendance, **fields: Any) -> Absence:
    """Somebody's absence from an item, for a conflict of interest unless told otherwise."""
    return Absence(item_id=of.id, attendance_id=who.id, **fields)


def minutes(of: Meeting, **fields: Any) -> Minutes:
    return Minutes(meeting_id=of.id, **fields)


def item_minutes(
    of: AgendaItem, text: str = "Kassereren fremlagde budgettet.", **fields: Any
) -> ItemMinutes:
    return ItemMinutes(item_id=of.id, text=text, **fields)


def decision(
    of: AgendaItem | None, board: Organisation, text: str = "Budgettet godkendes.", **fields: Any
) -> Decision:
    """A decision under an item, or by written procedure; `on` as 2026-03-05."""
    on = date.fromisoformat(fields.pop("on", "2026-03-05"))
    placed: dict[str, Any] = {} if of is None else {"meeting_id": of.meeting_id, "item_id": of.id}
    return Decision(organisation_id=board.id, text=text, decided_on=on, **placed, **fields)


def dissent(
    of: AgendaItem, text: str = "Det er for dyrt.", name: str = "Bo Lund", **fields: Any
) -> Dissent:
    return Dissent(item_id=of.id, text=text, name=name, **fields)


def vote(of: AgendaItem, **fields: Any) -> Vote:
    return Vote(item_id=of.id, **fields)


def ballot(of: Vote, who: Attendance, choice: Choice = Choice.FOR, **fields: Any) -> Ballot:
    return Ballot(vote_id=of.id, attendance_id=who.id, choice=choice, **fields)


def candidate(of: Vote, name: str = "Bo Lund", votes: int = 0, **fields: Any) -> Candidate:
    return Candidate(vote_id=of.id, name=name, votes=votes, **fields)


def written_procedure(
    of: Organisation, title: str = "Ny printer", **fields: Any
) -> WrittenProcedure:
    """A proposal sent round on 1 March 2026, to be answered in a week."""
    days = {"sent_on": date(2026, 3, 1), "reply_by": date(2026, 3, 8)}
    return WrittenProcedure(
        organisation_id=of.id,
        title=title,
        **{"proposal": "Der købes en printer.", **days, **fields},
    )


def reply(
    of: WrittenProcedure, name: str = "Bo Lund", choice: Choice | None = Choice.FOR, **fields: Any
) -> Reply:
    return Reply(procedure_id=of.id, name=name, choice=choice, **fields)


def task(
    of: Organisation, text: str = "Bestil revisor", due: str | None = "2026-06-01", **fields: Any
) -> Task:
    """Something to be done; `due` as 2026-06-01, `under` is the agenda item it came from."""
    under: AgendaItem | None = fields.pop("under", None)
    placed: dict[str, Any] = (
        {} if under is None else {"meeting_id": under.meeting_id, "item_id": under.id}
    )
    return Task(
        organisation_id=of.id,
        text=text,
        due_on=date.fromisoformat(due) if due else None,
        **{"created_on": date(2026, 3, 5), **placed, **fields},
    )


def task_owner(of: Task, who: Person | str = "Bo Lund", **fields: Any) -> TaskOwner:
    named: dict[str, Any] = (
        {"name": who} if isinstance(who, str) else {"name": who.name, "person_id": who.id}
    )
    return TaskOwner(task_id=of.id, **named, **fields)


def idea(of: Organisation, text: str = "Solceller på taget", **fields: Any) -> Idea:
    return Idea(organisation_id=of.id, text=text, **{"noted_on": date(2026, 3, 5), **fields})


def interest(of: Person, name: str = "Tagkompagniet A/S", **fields: Any) -> Interest:
    return Interest(person_id=of.id, name=name, **{"declared_on": date(2026, 1, 1), **fields})


def minutes_of_every_kind(
    board: Organisation, anna: Person, sitting: Meeting, point: AgendaItem
) -> list[Record]:
    """One record of each kind that minutes are made of, each pointing at the others."""
    chair = attendance(sitting, anna, arrived_at=sitting.starts_at, left_at=sitting.ends_at)
    decided = decision(point, board, number="B-2026-001", review_on=date(2027, 3, 1))
    chosen = vote(point, decision_id=decided.id, method=VoteMethod.ELECTION, casting=Choice.FOR)
    circular = written_procedure(
        board, closed_on=date(2026, 3, 8), decision_id=decided.id, reported_at_id=sitting.id
    )
    roof = task(board, under=point, minutes=90, closed_on=date(2026, 4, 1))
    return [
        procedure(board, quorum_roles="chair,vice_chair"),
        chair,
        absence(point, chair, explanation="Ejer grunden"),
        minutes(
            sitting,
            began_at=sitting.starts_at,
            ended_at=sitting.ends_at,
            style=MinutesStyle.DISCUSSION,
            voters=12,
            proxies=2,
            draft_sent_on=date(2026, 3, 9),
            objections_by=date(2026, 3, 16),
            approved_on=date(2026, 3, 17),
            approved_at_id=sitting.id,
        ),
        item_minutes(point, began_at=sitting.starts_at, ended_at=sitting.ends_at),
        decided,
        dissent(point, decision_id=decided.id, person_id=anna.id),
        chosen,
        ballot(chosen, chair),
        candidate(chosen, person_id=anna.id),
        circular,
        reply(circular, person_id=anna.id, replied_on=date(2026, 3, 2)),
        roof,
        task_owner(roof, anna),
        idea(board, item_id=point.id, settled_on=date(2026, 4, 1)),
        interest(anna, ends_on=date(2027, 1, 1)),
        Phrase(title="Godkendt", text="Referatet blev godkendt den {date}."),
        ApprovedMinutes(
            organisation_id=board.id,
            meeting_id=sitting.id,
            position=1,
            approved_at=datetime(2026, 3, 17, 20, 0, tzinfo=UTC).replace(tzinfo=None),
            record="{}",
            names="{}",
            pdf="JVBERi0=",
            record_digest="a" * 64,
            pdf_digest="b" * 64,
            digest="c" * 64,
        ),
    ]
