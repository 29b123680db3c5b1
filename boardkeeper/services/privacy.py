"""A person's rights: to see what is held about them, to be erased (GDPR, articles 15 and 17)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal, Transaction
from boardkeeper.db.pointers import pointers_at
from boardkeeper.db.reader import Reader
from boardkeeper.db.store import Store
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.approval import ApprovedMinutes
from boardkeeper.domain.attendance import Attendance, presence_name
from boardkeeper.domain.erasures import Erasure
from boardkeeper.domain.identity import Record
from boardkeeper.domain.kind_names import name_of_kind
from boardkeeper.domain.kinds import KINDS, NAMES
from boardkeeper.domain.meetings import Meeting, title_of
from boardkeeper.domain.memberships import Membership
from boardkeeper.domain.memberships import title_of as title_of_seat
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.plain import plain
from boardkeeper.domain.privacy import Marks, Named, named_in, struck
from boardkeeper.domain.sheets.held import HeldRow, HeldSheet
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.domain.trash import TrashEntry
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, _, speaking
from boardkeeper.i18n import language as language_now
from boardkeeper.services.prepared import Prepared
from boardkeeper.services.trash import records_in_entry

_TELLING = ("title", "text", "name", "customer", "note", "description", "goal", "sells")
_DAYS = ("on", "starts_on", "decided_on", "starts_at", "declared_on", "created_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Everything held about one person.

    `pointing` are the records tied to them, `named` the texts that name them, `papers` those whose
    file does, `in_trash` what was thrown away, and `copies` older files of the database, which an
    erasure does not reach.
    """

    person: Person
    pointing: tuple[Record, ...]
    named: tuple[Named, ...]
    papers: tuple[Paper, ...]
    in_trash: tuple[TrashEntry, ...]
    copies: tuple[Path, ...]

    @property
    def passages(self) -> int:
        """How many passages of approved minutes name the person."""
        return sum(isinstance(each.record, ApprovedMinutes) for each in self.named)


class PrivacyService:
    """Tells what is held about a person, and erases them."""

    def __init__(self, store: Store, journal: Journal, clock: Clock) -> None:
        self._store = store
        self._journal = journal
        self._clock = clock

    def held(self, person_id: PersonId) -> Held:
        """What is held about a person: records, texts, papers, trash, copies."""
        reader = self._journal.reader
        person = reader.get(Person, person_id)
        pointing = tuple(_tied_to(reader, person))
        marks = _marks(person, pointing)
        named = [
            each
            for kind in KINDS.values()
            for record in reader.every(kind)
            if record.id != person.id
            for each in named_in(record, marks)
        ]
        digests = {digest for digest, text in self._store.read_texts() if marks.are_in(text)}
        return Held(
            person=person,
            pointing=pointing,
            named=tuple(named),
            papers=tuple(each for each in reader.every(Paper) if each.digest in digests),
            in_trash=tuple(
                each
                for each in reader.every(TrashEntry)
                if _is_about(records_in_entry(each), person, marks) or marks.are_in(each.title)
            ),
            copies=tuple(self._store.older_copies()),
        )

    def as_json(self, person_id: PersonId) -> bytes:
        """The same as plain data, for the person to take along (article 20)."""
        held = self.held(person_id)
        told = {
            "person": plain(held.person),
            "records": [
                {"list": NAMES[type(each)], "record": _without_paper(plain(each))}
                for each in held.pointing
            ],
            "named_in": [
                {
                    "list": NAMES[type(each.record)],
                    "id": each.record.id,
                    "field": each.field,
                    "words": each.words,
                }
                for each in held.named
            ],
            "papers": [{"title": each.title, "file_name": each.file_name} for each in held.papers],
            "in_trash": [each.title for each in held.in_trash],
        }
        return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()

    def paper(
        self,
        person_id: PersonId,
        *,
        language: Language | None = None,
        profile: Profile = Profile.NORMAL,
    ) -> Prepared:
        """“What do we hold about …”, on paper."""
        spoken = language or language_now()
        with speaking(spoken):
            sheet = self._sheet(self.held(person_id), spoken)
            title = _("What we hold about {name}").format(name=sheet.name)

        def draw() -> bytes:
            # ReportLab is needed by what prints alone.
            from boardkeeper.printing.held import held_pdf  # noqa: PLC0415

            return held_pdf(sheet, profile)

        name = file_name(self._clock.today(), _("What we hold"), suffix=".pdf")
        return Prepared(title, name, draw)

    def erase(self, person_id: PersonId) -> Erasure:
        """Erase a person: it cannot be undone, and what could be undone before cannot any more.

        They go with all that is theirs; where a text names them stands a neutral word. Approved
        minutes lose the passages and their paper, and their chain holds. What lay in the trash and
        was about them is gone, and nothing is left in the search or in the file's free pages.
        Papers that name them stay as they are, and are no longer found by their name.
        """
        with self._journal.command(_("Erase a person")) as tx:
            person = tx.get(Person, person_id)
            if person.is_me:
                raise UserError(_("You cannot erase yourself. Nothing was changed."))
            erasure, marks = self._erased(tx, person)
        self._journal.forget()
        self._store.strike(marks.struck_from)
        return erasure

    def _erased(self, tx: Transaction, person: Person) -> tuple[Erasure, Marks]:
        tied = list(_tied_to(tx, person))
        marks = _marks(person, tied)
        for entry in tx.every(TrashEntry):
            if _is_about(records_in_entry(entry), person, marks) or marks.are_in(entry.title):
                tx.remove(entry)
        taken = len(tx.remove(person).changes)
        passages = 0
        for kind in KINDS.values():
            for record in tx.every(kind):
                without = struck(record, marks)
                if without != record:
                    passages += isinstance(record, ApprovedMinutes) and len(named_in(record, marks))
                    taken += 1
                    tx.put(without)
        now = self._clock.moment()
        erasure = Erasure(erased_at=now, records=taken, passages=passages)
        tx.put(erasure)
        return erasure, marks

    def _sheet(self, held: Held, language: Language) -> HeldSheet:
        reader = self._journal.reader
        rows = [
            HeldRow(kind=_("People"), where="", words=" · ".join(filter(None, _facts(held.person))))
        ]
        rows += [
            HeldRow(
                kind=name_of_kind(type(each)), where=_where(reader, each), words=_words_of(each)
            )
            for each in held.pointing
        ]
        rows += [
            HeldRow(
                kind=name_of_kind(type(each.record)),
                where=_where(reader, each.record),
                words=each.words,
            )
            for each in held.named
        ]
        rows += [
            HeldRow(kind=_("Papers that name them"), where=_where(reader, each), words=each.title)
            for each in held.papers
        ]
        rows += [
            HeldRow(kind=_("In the trash"), where="", words=each.title) for each in held.in_trash
        ]
        return HeldSheet(
            language=language,
            name=held.person.name,
            rows=tuple(dict.fromkeys(rows)),
            copies=tuple(each.name for each in held.copies),
            day=self._clock.today(),
            printed_at=self._clock.now(),
        )


def _tied_to(reader: Reader, person: Person) -> Iterator[Record]:
    """The records that point at the person, and what those own in turn: a seat's terms."""
    seen = set()
    waiting: list[Record] = [person]
    while waiting:
        for record, _names in pointers_at(reader, waiting.pop(0)):
            if record.id not in seen:
                seen.add(record.id)
                yield record
                if isinstance(record, Membership):
                    waiting.append(record)


def _marks(person: Person, tied: Iterable[Record]) -> Marks:
    """What names the person: their name today, and those they bore in old minutes."""
    names = [
        getattr(each, "name", "") for each in tied if getattr(each, "person_id", None) == person.id
    ]
    return Marks(person, [each for each in names if len(each.split()) > 1])


def _is_about(records: Iterable[Record], person: Person, marks: Marks) -> bool:
    return any(
        record.id == person.id
        or any(getattr(record, each.name) == person.id for each in fields(_any(record)))
        or named_in(record, marks)
        for record in records
    )


def _where(reader: Reader, record: Record) -> str:
    """The board and the meeting a record belongs to."""
    meeting = _meeting_of(reader, record)
    organisation_id = getattr(meeting or record, "organisation_id", None)
    if isinstance(record, Organisation):
        return record.label
    organisation = reader.find(Organisation, organisation_id) if organisation_id else None
    parts = [organisation.label if organisation else "", title_of(meeting) if meeting else ""]
    return " · ".join(filter(None, parts))


def _meeting_of(reader: Reader, record: Record) -> Meeting | None:
    if isinstance(record, Meeting):
        return record
    meeting_id = getattr(record, "meeting_id", None)
    item_id = getattr(record, "item_id", None)
    if meeting_id is None and item_id is not None:
        item = reader.find(AgendaItem, item_id)
        meeting_id = item.meeting_id if item else None
    return reader.find(Meeting, meeting_id) if meeting_id else None


def _words_of(record: Record) -> str:
    """What a record says: its first texts, or its day."""
    if isinstance(record, Attendance):
        return presence_name(record.presence)
    if isinstance(record, Membership):
        return title_of_seat(record)
    texts = [str(getattr(record, name)) for name in _TELLING if getattr(record, name, "")]
    days = [formats.date(getattr(record, name)) for name in _DAYS if getattr(record, name, None)]
    return " · ".join([*texts[:2], *days[:1]])


def _facts(person: Person) -> list[str]:
    return [
        person.name,
        person.occupation,
        person.company,
        person.email,
        person.phone,
        person.address,
        person.how_we_met,
        person.notes,
    ]


def _without_paper(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name != "pdf"}


def _any(record: Record) -> Any:
    return record
