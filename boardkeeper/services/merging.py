"""People entered twice: found, and made one without losing what either is known by."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from typing import Any

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal, Transaction
from boardkeeper.db.pointers import fields_pointing, pointers_at
from boardkeeper.domain.ambassadors import Ambassador
from boardkeeper.domain.attendance import Absence, Attendance, Presence
from boardkeeper.domain.decisions import Dissent
from boardkeeper.domain.duplicates import Pair, duplicates_among
from boardkeeper.domain.identity import Id, Record
from boardkeeper.domain.meetings import Meeting, MeetingState
from boardkeeper.domain.memberships import Membership
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.plain import shapes
from boardkeeper.domain.profiles import Profile
from boardkeeper.domain.promises import Promise
from boardkeeper.domain.tasks import TaskOwner
from boardkeeper.domain.trash import TrashEntry
from boardkeeper.domain.votes import Ballot, Candidate
from boardkeeper.domain.written_procedure import Reply
from boardkeeper.errors import InvalidField, UserError
from boardkeeper.i18n import _

FIELDS = (
    "name",
    "occupation",
    "company",
    "email",
    "phone",
    "address",
    "how_we_met",
    "notes",
)
"""What may be chosen of either person, in the order a person is asked."""

_JOINED = ("how_we_met", "notes", "note")
"""Texts that both may have written: the one comes after the other."""

_EMPTY = ("", None, Presence.UNKNOWN)

_ONE_EACH: dict[type[Any], tuple[str, ...]] = {
    Membership: ("organisation_id", "role", "seat", "title"),
    Promise: ("membership_id",),
    Ambassador: ("membership_id",),
    Attendance: ("meeting_id", "person_id"),
    Absence: ("item_id", "attendance_id"),
    Ballot: ("vote_id", "attendance_id"),
    Profile: ("person_id",),
    Reply: ("procedure_id", "person_id"),
    TaskOwner: ("task_id", "person_id"),
}
"""Kinds of which a person has one, and what tells it; of others only equal ones become one."""

_NEVER_ONE = (Candidate, Dissent)
"""What stands in the minutes by itself: each stays, and points at who is kept."""


class MergingService:
    """Finds people who may be one, and makes them one."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def duplicates(self) -> list[Pair]:
        """The people who may be one and the same, those with the most reasons first."""
        return duplicates_among(self._journal.reader.every(Person))

    def merge(self, keep_id: PersonId, other_id: PersonId, chosen: Collection[str] = ()) -> None:
        """Make two people one, in one step that can be undone.

        Everything that points at the other one points at who is kept. `chosen` names the fields
        taken from the other one; the rest are the kept one's own where there is something.
        Approved minutes keep the names they were approved with.
        """
        if keep_id == other_id:
            raise UserError(_("That is one person already. Nothing was changed."))
        with self._journal.command(_("Merge people")) as tx:
            keep, other = tx.get(Person, keep_id), tx.get(Person, other_id)
            moved: dict[Id, Id] = {}
            _move(tx, other, keep, moved)
            tx.put(merged(keep, other, chosen))
            _follow_in_trash(tx, moved)
            tx.remove(other)


def merged(keep: Person, other: Person, chosen: Collection[str] = ()) -> Person:
    """The one person the two become."""
    whole = _filled(keep, other)
    taken = {name: getattr(other, name) for name in FIELDS if name in chosen}
    result: Person = replace(whole, **taken, is_me=keep.is_me or other.is_me)
    return result


def _move(tx: Transaction, gone: Record, kept: Record, moved: dict[Id, Id]) -> None:
    """Let everything that points at the one record point at the other.

    What both have one of becomes one, and so does what points at that.
    """
    moved[gone.id] = kept.id
    there = {_sameness(each): each for each, _names in pointers_at(tx, kept)}
    for record, names in pointers_at(tx, gone):
        pointing = _pointing(record, names, kept)
        twin = there.get(_sameness(pointing))
        if twin is None or twin.id == record.id or _stands_by_itself(tx, record):
            tx.put(pointing)
            continue
        _move(tx, record, twin, moved)
        tx.remove(record)
        tx.put(_filled(tx.get(type(twin), twin.id), pointing))


def _pointing(record: Record, names: Collection[str], kept: Record) -> Any:
    """The record with these fields pointing at who is kept.

    Where that would be somebody's tie to themselves it points nowhere: one is not introduced by
    oneself.
    """
    subject: Any = record
    aimed = dict.fromkeys(names, kept.id)
    try:
        return replace(subject, **aimed)
    except InvalidField:
        optional = {each.name for each in shapes(type(record)) if each.may_be_empty}
        own = [
            name
            for name in fields_pointing(type(record), type(kept))
            if name in optional and getattr(subject, name) == kept.id
        ]
        loose = [name for name in names if name in optional] or own
        return replace(subject, **{**aimed, **dict.fromkeys(loose)})


def _sameness(record: Record) -> tuple[object, ...]:
    """What two records of one kind have in common when they are one."""
    kind = type(record)
    names = _ONE_EACH.get(kind) or [each.name for each in shapes(kind) if each.name != "id"]
    return (kind, *(getattr(record, name) for name in names))


def _stands_by_itself(tx: Transaction, record: Record) -> bool:
    """Whether the record stays though there is another like it: approved, it is no longer ours."""
    if isinstance(record, Attendance):
        return tx.get(Meeting, record.meeting_id).state is MeetingState.APPROVED
    return isinstance(record, _NEVER_ONE)


def _filled(keep: Any, other: Any) -> Any:
    """The one record, with what only the other one knows; notes of both come together."""
    news = {}
    for each in fields(keep):
        ours, theirs = getattr(keep, each.name), getattr(other, each.name)
        if each.name in _JOINED and ours and theirs and theirs not in ours:
            news[each.name] = f"{ours}\n{theirs}"
        elif ours in _EMPTY and theirs not in _EMPTY:
            news[each.name] = theirs
    try:
        return replace(keep, **news)
    except InvalidField:  # the two do not go together; the kept one's own stays
        return keep


def _follow_in_trash(tx: Transaction, moved: dict[Id, Id]) -> None:
    """What lies in the trash comes back to who was kept. An id stands in no other text."""
    for entry in tx.every(TrashEntry):
        content = entry.content
        for gone, kept in moved.items():
            content = content.replace(gone, kept)
        tx.put(replace(entry, content=content))
