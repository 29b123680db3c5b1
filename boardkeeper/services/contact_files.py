"""People to and from other programs' contacts: exported, and taken in with a preview."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.memberships import sitting_on
from boardkeeper.domain.duplicates import emails_of, name_key, one_letter_apart, phones_of
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.errors import UserError
from boardkeeper.exchange.limited import (
    USUAL_LIMITS,
    Report,
    never,
    no_report,
    refuse_too_large,
)
from boardkeeper.exchange.vcard_cards import Card, CardFile
from boardkeeper.exchange.vcard_writing import cards_of
from boardkeeper.files import read_whole, reason_in_words, write_whole
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.calendar_matching import Standing
from boardkeeper.services.interchange import Imported

_TOLD = ("name", "occupation", "company", "email", "phone", "address")
"""What a card tells of somebody who is here already. Notes are one's own and stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """One card and how it stands to the people here: new, changed, the same, or unreadable.

    `before` is who is here; `person` who they would be afterwards. `reason` says why a card cannot
    be read, or is no news.
    """

    standing: Standing
    title: str
    person: Person | None = None
    before: Person | None = None
    reason: str = ""

    @property
    def key(self) -> PersonId | None:
        """What the row is known by among those that can be taken."""
        return None if self.person is None else self.person.id

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields that would be other than they are."""
        if self.person is None or self.before is None:
            return ()
        return tuple(
            each for each in _TOLD if getattr(self.person, each) != getattr(self.before, each)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPreview:
    """What an import would do, card by card; nothing is stored yet."""

    rows: tuple[CardRow, ...]

    def of(self, standing: Standing) -> list[CardRow]:
        """The cards of one standing, in the order of the file."""
        return [row for row in self.rows if row.standing is standing]

    @property
    def counts(self) -> Counter[Standing]:
        return Counter(row.standing for row in self.rows)

    @property
    def changes_something(self) -> bool:
        return bool(self.counts[Standing.NEW] or self.counts[Standing.CHANGED])

    def taking(self, keys: Collection[PersonId]) -> CardPreview:
        """The preview with those cards alone."""
        return CardPreview(rows=tuple(row for row in self.rows if row.key in keys))

    def in_words(self) -> str:
        """The counts as a sentence."""
        counts = self.counts
        words = _("{new} new, {changed} changed, {same} the same as before.").format(
            new=counts[Standing.NEW],
            changed=counts[Standing.CHANGED],
            same=counts[Standing.SAME],
        )
        unreadable = counts[Standing.UNREADABLE]
        if unreadable:
            told = ngettext(
                "{count} could not be read as a person.",
                "{count} could not be read as people.",
                unreadable,
            )
            words += " " + told.format(count=unreadable)
        return words


class ContactFileService:
    """The vCard files (.vcf) that phones, Outlook and mail programs read and write."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def export_to(self, path: Path, organisation_id: OrganisationId | None = None) -> int:
        """Write everyone, or who sits in an organisation today, to a file; returns how many."""
        people = self._journal.reader.every(Person)
        if organisation_id is not None:
            sitting = {
                person_id
                for person_id, where in sitting_on(self._journal.reader, self._clock.today())
                if where == organisation_id
            }
            people = [each for each in people if each.id in sitting]
        write_whole(path, cards_of(people))
        return len(people)

    def read(
        self,
        source: Path | bytes,
        *,
        progress: Report = no_report,
        is_cancelled: Callable[[], bool] = never,
    ) -> CardFile:
        """What a file holds. Touches no database, and may run in any thread.

        Raises UserError when it cannot be read, is no file of contacts, or takes too long or too
        much.
        """
        from boardkeeper.exchange.vcard_reading import cards_in  # noqa: PLC0415 - as calendars do

        if isinstance(source, Path):
            try:
                refuse_too_large(source.stat().st_size, USUAL_LIMITS)
            except OSError as error:
                message = _("“{name}” could not be read ({reason}). Nothing was changed.")
                reason = reason_in_words(error)
                raise UserError(message.format(name=source.name, reason=reason)) from error
            source = read_whole(source)
        return cards_in(source, progress=progress, is_cancelled=is_cancelled)

    def compare(self, file: CardFile) -> CardPreview:
        """What taking a file in would do."""
        return _compared(file, self._journal.reader.every(Person))

    def preview(
        self,
        source: Path | bytes,
        *,
        progress: Report = no_report,
        is_cancelled: Callable[[], bool] = never,
    ) -> CardPreview:
        """What importing a file would do; stores nothing. Raises UserError as `read` does."""
        return self.compare(self.read(source, progress=progress, is_cancelled=is_cancelled))

    def store(self, preview: CardPreview) -> Imported:
        """Take in what the preview showed, in one step that can be undone.

        Raises UserError, with nothing changed, when somebody is no longer as the preview saw them.
        """
        rows = [*preview.of(Standing.NEW), *preview.of(Standing.CHANGED)]
        with self._journal.command(_("Import contacts")) as tx:
            here = tx.found(Person, (row.person.id for row in rows if row.person))
            if any(row.person and here.get(row.person.id) != row.before for row in rows):
                message = _(
                    "Some of the people have changed since the preview. Nothing was changed;"
                    " look at the file again."
                )
                raise UserError(message)
            tx.put_all([row.person for row in rows if row.person is not None])
        counts = preview.counts
        return Imported(counts[Standing.NEW], counts[Standing.CHANGED], counts[Standing.SAME])


class _Known:
    """Everyone there is, to be found by what a card says; grows with the cards of a file."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.by_id: dict[PersonId, Person] = {}
        self._by_email: dict[str, list[PersonId]] = defaultdict(list)
        self._by_name: dict[str, list[PersonId]] = defaultdict(list)
        for each in people:
            self.add(each)

    def add(self, person: Person) -> None:
        self.by_id[person.id] = person
        for email in emails_of(person):
            self._by_email[email].append(person.id)
        self._by_name[name_key(person.name)].append(person.id)

    def meant_by(self, card: Person, uid_id: PersonId | None) -> Person | None:
        """Who of them the card is: by its UID, by address and name, or by the name alone."""
        if uid_id is not None and uid_id in self.by_id:
            return self.by_id[uid_id]
        key = name_key(card.name)
        for email in emails_of(card):
            same = [self.by_id[each] for each in self._by_email[email]]
            fitting = [each for each in same if _are_alike(name_key(each.name), key)]
            if len(fitting) == 1:
                return fitting[0]
        named = [self.by_id[each] for each in self._by_name[key]]
        fitting = [each for each in named if not _are_others(each, card)]
        return fitting[0] if len(fitting) == 1 else None


def _compared(file: CardFile, people: Iterable[Person]) -> CardPreview:
    known = _Known(people)
    met: set[PersonId] = set()
    rows = []
    for card in file.cards:
        person = _person_of(card)
        before = known.meant_by(person, _id_in(card.uid))
        if before is None:
            known.add(person)
            row = CardRow(standing=Standing.NEW, title=person.name, person=person)
        elif before.id in met:
            twice = _("It stands in the file more than once.")
            row = CardRow(standing=Standing.SAME, title=person.name, before=before, reason=twice)
        else:
            row = _row(before, person)
        met.add(person.id if before is None else before.id)
        rows.append(row)
    rows += [
        CardRow(standing=Standing.UNREADABLE, title=each.title, reason=each.reason)
        for each in file.unreadable
    ]
    return CardPreview(rows=tuple(rows))


def _row(before: Person, told: Person) -> CardRow:
    news = {each: getattr(told, each) for each in _TOLD if _is_news(before, told, each)}
    if not news:
        return CardRow(standing=Standing.SAME, title=told.name, person=before, before=before)
    after = replace(before, **news)
    return CardRow(standing=Standing.CHANGED, title=told.name, person=after, before=before)


def _is_news(before: Person, told: Person, name: str) -> bool:
    """Whether the card says something else, not merely the same in other signs."""
    ours, theirs = getattr(before, name), getattr(told, name)
    if not theirs or " ".join(ours.split()) == " ".join(theirs.split()):
        return False
    if name == "email":
        return emails_of(before) != emails_of(told)
    if name == "phone":
        return not set(phones_of(told)) & set(phones_of(before))
    if name == "name":
        # A shorter name is the same person's in a hurry.
        return name_key(ours) != name_key(theirs) and len(theirs.split()) >= len(ours.split())
    return True


def _person_of(card: Card) -> Person:
    """Somebody new, as the card tells of them."""
    notes = "\n".join(filter(None, (card.note, *card.also)))
    return Person(
        id=_id_in(card.uid) or PersonId.new(),
        name=card.name,
        occupation=card.occupation,
        company=card.company,
        email=card.email,
        phone=card.phone,
        address=card.address,
        notes=notes,
    )


def _id_in(uid: str) -> PersonId | None:
    """The id a UID stands for, the same for ever: our own where it is one of ours."""
    bare = uid.strip().lower().removeprefix("urn:uuid:")
    if not bare:
        return None
    try:
        return PersonId(UUID(bare).hex)
    except ValueError:
        return PersonId(sha256(uid.encode()).hexdigest()[:32])


def _are_alike(one: str, other: str) -> bool:
    """Whether two names may be one person's who has one address: `Anna` is Anna Holm."""
    ours, theirs = set(one.split()), set(other.split())
    return one == other or one_letter_apart(one, other) or ours <= theirs or theirs <= ours


def _are_others(one: Person, other: Person) -> bool:
    """Whether two of one name are two people, for each has an address of their own."""
    ours, theirs = emails_of(one), emails_of(other)
    return bool(ours and theirs and not set(ours) & set(theirs))
