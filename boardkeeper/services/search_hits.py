"""What is found, in words: its title, where it belongs, and the sentence with the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from boardkeeper.db import search_index as index
from boardkeeper.db.reader import Reader
from boardkeeper.db.search import Match
from boardkeeper.db.search_documents import RECORDS, documents
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.candidate_seats import CandidateSeat, candidate_outcome_name
from boardkeeper.domain.decisions import Decision
from boardkeeper.domain.ideas import Idea
from boardkeeper.domain.identity import Id, Record
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.money import Payment, payment_kind_name
from boardkeeper.domain.organisations import Organisation, kind_name
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.people import Person
from boardkeeper.domain.referrals import Referral
from boardkeeper.domain.reminders import Reminder
from boardkeeper.domain.reviews import Review, outcome_name
from boardkeeper.domain.search import Asked, Document, Hit, Kind, Snippet, marks_in, snippet_of
from boardkeeper.domain.search_words import joined
from boardkeeper.domain.tasks import Task
from boardkeeper.domain.written_procedure import WrittenProcedure
from boardkeeper.domain.yearwheel import WheelTask, month_in_words
from boardkeeper.i18n import _

_APART = " · "


def hits_of(reader: Reader, found: Sequence[Match], asked: Asked) -> list[Hit]:
    """The records found, in their order, as they are shown."""
    told = _Told(reader, asked)
    by_kind: dict[Kind, list[str]] = {}
    for each in found:
        by_kind.setdefault(each.kind, []).append(each.record_id)
    hits = {hit.record_id: hit for kind, ids in by_kind.items() for hit in told.hits(kind, ids)}
    return [hits[each.record_id] for each in found if each.record_id in hits]  # type: ignore[index] # an id is its text


@dataclass(frozen=True, slots=True)
class _Words:
    """What is said of one hit."""

    title: str
    where: str = ""
    text: str = ""
    is_always_quoted: bool = False


class _Told:
    """Tells hits, reading the records they belong to once."""

    def __init__(self, reader: Reader, asked: Asked) -> None:
        self._reader = reader
        self._asked = asked
        self._meetings: dict[Any, Meeting] = {}
        self._boards: dict[Any, Organisation] = {}

    def hits(self, kind: Kind, ids: Iterable[str]) -> list[Hit]:
        """The hits of one kind, in no order."""
        looked_at = documents(self._reader, kind, ids)
        records: dict[Id, Record] = self._reader.found(
            RECORDS[kind], (each.record_id for each in looked_at)
        )
        self._look_up(looked_at)
        tell = self._tellers()[kind]
        return [self._hit(each, tell(records[each.record_id], each)) for each in looked_at]

    def _tellers(self) -> dict[Kind, Callable[[Any, Document], _Words]]:
        return {
            Kind.ORGANISATION: self._organisation,
            Kind.PERSON: self._person,
            Kind.MEETING: self._meeting,
            Kind.ITEM: self._item,
            Kind.DECISION: self._decision,
            Kind.WRITTEN: self._written,
            Kind.TASK: self._task,
            Kind.IDEA: self._idea,
            Kind.REMINDER: self._reminder,
            Kind.WHEEL_TASK: self._wheel_task,
            Kind.REFERRAL: self._referral,
            Kind.REVIEW: self._review,
            Kind.SEAT: self._seat,
            Kind.PAYMENT: self._payment,
            Kind.PAPER: self._paper,
        }

    def _look_up(self, looked_at: Sequence[Document]) -> None:
        meetings = {each.meeting_id for each in looked_at if each.meeting_id}
        self._meetings.update(self._reader.found(Meeting, meetings - self._meetings.keys()))
        boards = {each.organisation_id for each in looked_at if each.organisation_id}
        self._boards.update(self._reader.found(Organisation, boards - self._boards.keys()))

    def _hit(self, document: Document, words: _Words) -> Hit:
        return Hit(
            kind=document.kind,
            record_id=document.record_id,
            title=words.title,
            title_marks=marks_in(words.title, self._asked),
            where=words.where,
            snippet=self._snippet(words),
            day=document.day,
            organisation_id=document.organisation_id,
            meeting_id=document.meeting_id,
            within_id=document.within_id,
        )

    def _snippet(self, words: _Words) -> Snippet:
        snippet = snippet_of(words.text, self._asked) if words.text else Snippet()
        return snippet if snippet.marks or words.is_always_quoted else Snippet()

    def _organisation(self, board: Organisation, document: Document) -> _Words:
        return _Words(board.name, kind_name(board.kind), document.body)

    def _person(self, person: Person, document: Document) -> _Words:
        where = ", ".join(filter(None, (person.occupation, person.company)))
        return _Words(person.name, where, document.body)

    def _meeting(self, meeting: Meeting, document: Document) -> _Words:
        return _Words(title_of(meeting), self._board(document), document.body)

    def _item(self, item: AgendaItem, document: Document) -> _Words:
        return _Words(item.title, self._sitting(document), document.body)

    def _decision(self, decision: Decision, document: Document) -> _Words:
        under = document.body.split("\n", 1)[0] if decision.item_id else ""
        where = _APART.join(filter(None, (decision.number, self._board(document))))
        return _Words(
            under or decision.number or decision.text, where, decision.text, is_always_quoted=True
        )

    def _task(self, task: Task, document: Document) -> _Words:
        return _Words(task.text, self._board(document), document.body)

    def _written(self, written: WrittenProcedure, document: Document) -> _Words:
        return _Words(written.title, self._board(document), document.body)

    def _idea(self, idea: Idea, document: Document) -> _Words:
        return _Words(idea.text, self._sitting(document))

    def _reminder(self, reminder: Reminder, document: Document) -> _Words:
        return _Words(reminder.title, self._board(document), document.body)

    def _wheel_task(self, task: WheelTask, document: Document) -> _Words:
        where = (month_in_words(task), self._board(document))
        return _Words(task.title, _APART.join(filter(None, where)), document.body)

    def _referral(self, referral: Referral, document: Document) -> _Words:
        return _Words(referral.customer, self._board(document), document.body)

    def _review(self, review: Review, document: Document) -> _Words:
        title = _("Stay or leave {name}?").format(name=self._board(document))
        text = joined((review.goal, document.body))
        return _Words(title, outcome_name(review.outcome), text, is_always_quoted=True)

    def _seat(self, seat: CandidateSeat, document: Document) -> _Words:
        return _Words(seat.name, candidate_outcome_name(seat.outcome), document.body)

    def _payment(self, payment: Payment, document: Document) -> _Words:
        where = (payment_kind_name(payment.kind), self._board(document))
        return _Words(payment.note, _APART.join(filter(None, where)))

    def _paper(self, paper: Paper, document: Document) -> _Words:
        text = index.text_of(self._reader, paper.digest)
        return _Words(paper.title, self._sitting(document), f"{document.body}\n{text}".strip())

    def _board(self, document: Document) -> str:
        board = self._boards.get(document.organisation_id)
        return board.label if board else ""

    def _sitting(self, document: Document) -> str:
        meeting = self._meetings.get(document.meeting_id)
        named = title_of(meeting) if meeting else ""
        return _APART.join(filter(None, (named, self._board(document))))
