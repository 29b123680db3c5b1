"""Throwing away and fetching back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.journal import Journal, Transaction
from boardkeeper.db.reader import row_of
from boardkeeper.domain.agenda import AgendaItem
from boardkeeper.domain.changes import Change, ChangeSet, netted
from boardkeeper.domain.identity import Record
from boardkeeper.domain.kinds import KINDS, NAMES
from boardkeeper.domain.plain import from_plain, plain, shapes
from boardkeeper.domain.trash import TrashEntry, TrashEntryId
from boardkeeper.errors import UserError
from boardkeeper.i18n import _

_POINTED_AT: dict[type[Any], type[Record]] = {
    shape.type: kind for kind in KINDS.values() for shape in shapes(kind) if shape.name == "id"
}


def discard(
    tx: Transaction, record: Record, title: str, today: date, *, along: Iterable[Record] = ()
) -> None:
    """Remove a record and keep it, with all that goes along, in the trash.

    Records `along` with it go into the same entry, though they are not owned by it.
    """
    others = [change for each in along for change in tx.remove(each).changes]
    taken = ChangeSet("", netted([*others, *tx.remove(record).changes]))
    tx.put(TrashEntry(title=title, discarded_on=today, content=_written(taken)))


def records_in_entry(entry: TrashEntry) -> list[Record]:
    """The records an entry would put back, as they were."""
    return [change.before for change in _read(entry.content) if change.before is not None]


class TrashService:
    """The trash: thirty days in which nothing is lost."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def entries(self) -> list[TrashEntry]:
        """What lies in the trash, the latest first."""
        found = self._journal.reader.every(TrashEntry)
        return sorted(found, key=lambda entry: (entry.discarded_on, entry.title), reverse=True)

    def kind_of(self, entry: TrashEntry) -> type[Record]:
        """What kind of record was thrown away; what went along with it does not count."""
        return KINDS[json.loads(entry.content)[-1]["kind"]]

    def restore(self, entry_id: TrashEntryId) -> None:
        """Put everything in the entry back where it was.

        A pointer to something that is gone by now points nowhere. Raises UserError when what it
        belonged to is gone as well.
        """
        with self._journal.command(_("Restore from trash")) as tx:
            entry = tx.get(TrashEntry, entry_id)
            returned = [_put_back(tx, change) for change in _read(entry.content)]
            _settle(tx, [record for record in returned if record is not None])
            tx.remove(entry)

    def empty(self) -> None:
        """Remove everything for good. This cannot be undone."""
        self._clear(self.entries())

    def clear_old(self) -> None:
        """Remove what has lain there its thirty days."""
        today = self._clock.today()
        self._clear([entry for entry in self.entries() if entry.goes_on <= today])

    def _clear(self, entries: list[TrashEntry]) -> None:
        if not entries:
            return
        with self._journal.command(_("Empty trash")) as tx:
            for entry in entries:
                tx.remove(entry)
        self._journal.forget()


def _put_back(tx: Transaction, change: Change) -> Record | None:
    """A removed record returns; one that lost its pointer gets it again if nothing else moved."""
    if change.before is None or tx.find(type(change.before), change.before.id) != change.after:
        return None
    tx.put(change.before)
    return change.before


def _settle(tx: Transaction, returned: list[Record]) -> None:
    """Fit what came back into what has changed since it went."""
    ids = {record.id for record in returned}
    for record in returned:
        tx.put(_without_lost_pointers(tx, record))
        if isinstance(record, AgendaItem) and not {record.meeting_id, record.parent_id} & ids:
            _make_room(tx, tx.get(AgendaItem, record.id))


def _without_lost_pointers(tx: Transaction, record: Record) -> Record:
    lost = {
        shape.name: None
        for shape in shapes(type(record))
        if shape.may_be_empty
        and shape.type in _POINTED_AT
        and (pointer := getattr(record, shape.name)) is not None
        and tx.find(_POINTED_AT[shape.type], pointer) is None
    }
    return type(record)(**{**row_of(record), **lost}) if lost else record


def _make_room(tx: Transaction, item: AgendaItem) -> None:
    """The item back at its place, the later ones moved down."""
    siblings = [each for each in items_of(tx, item.meeting_id) if each.parent_id == item.parent_id]
    siblings.sort(key=lambda each: (each.position, each.id != item.id))
    tx.put_all(replace(each, position=place) for place, each in enumerate(siblings))


def _written(taken: ChangeSet) -> str:
    return json.dumps(
        [
            {
                "kind": NAMES[type(change.subject)],
                "before": plain(change.before) if change.before else None,
                "after": plain(change.after) if change.after else None,
            }
            for change in taken.changes
        ],
        ensure_ascii=False,
    )


def _read(content: str) -> list[Change]:
    return [
        Change(_record(each["kind"], each["before"]), _record(each["kind"], each["after"]))
        for each in json.loads(content)
    ]


def _record(kind: str, data: Mapping[str, Any] | None) -> Record | None:
    if data is None:
        return None
    problems: list[str] = []
    record = from_plain(KINDS[kind], data, kind, problems)
    if record is None:
        message = _("The trash entry cannot be read. It stays where it is. ({problem})")
        raise UserError(message.format(problem=problems[0]))
    return record
