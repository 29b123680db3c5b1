"""The one gate for writing. A command is a transaction, an undo step and a change set at once.

with journal.command(_("Delete meeting")) as tx:
tx.remove(meeting)
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Column, Connection, Delete, Table, bindparam, delete, select
from sqlalchemy.dialects.sqlite import Insert, insert

from boardkeeper.db.metadata import metadata
from boardkeeper.db.reader import Reader, maker, row_of
from boardkeeper.db.schema import TABLES
from boardkeeper.db.search_index import note_changed
from boardkeeper.db.store import Store
from boardkeeper.domain.changes import Change, ChangeSet, netted
from boardkeeper.domain.identity import Id, Record
from boardkeeper.errors import UserError
from boardkeeper.i18n import _

STEPS = 100
"""How many commands can be undone."""

Listener = Callable[[ChangeSet], None]
Guard = Callable[[Reader, ChangeSet], None]

_log = logging.getLogger(__name__)
_KINDS = {table.name: kind for kind, table in TABLES.items()}
_ORDER = {table.name: place for place, table in enumerate(metadata.sorted_tables)}


class Transaction(Reader):
    """What a command may do: read, put and remove records."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._changes: list[Change] = []

    def put(self, record: Record) -> None:
        """Write a record, new or changed; an equal one is left alone."""
        before = self.find(type(record), record.id)
        if before != record:
            self._apply(Change(before, record))

    def put_all(self, records: Iterable[Record]) -> None:
        """Write records, new or changed; equal ones are left alone."""
        for kind, alike in groupby(records, key=type):
            group = list(alike)
            known: dict[Id, Record] = self.found(kind, (record.id for record in group))
            changes = []
            for record in group:
                before = known.get(record.id)
                if before != record:
                    changes.append(Change(before, record))
                    known[record.id] = record
            self._write(TABLES[kind], changes)

    def remove(self, record: Record) -> ChangeSet:
        """Remove a record as its foreign keys say, and return what that took.

        CASCADE: what it owns goes along. SET NULL: what points at it stays, pointing nowhere.
        RESTRICT raises UserError.
        """
        first = len(self._changes)
        stored = self.get(type(record), record.id)
        self._release(stored)
        return ChangeSet("", netted(self._changes[first:]))

    def apply(self, change_set: ChangeSet) -> None:
        """Carry out a change set as it stands: what undo and redo do.

        Removals come last and owners after what they own, so that the database's own cascade
        never takes a record the change set does not name.
        """
        removals = [change for change in change_set.changes if change.after is None]
        for change in change_set.changes:
            if change.after is not None:
                self._apply(change)
        for change in sorted(removals, key=_table_order, reverse=True):
            self._apply(change)

    def change_set(self, label: str) -> ChangeSet:
        """Everything done so far, one change a record."""
        return ChangeSet(label, netted(self._changes))

    def keep_findable(self, change_set: ChangeSet) -> None:
        """Note what the search index has to look at again."""
        note_changed(self._connection, change_set)

    def _release(self, record: Record) -> None:
        for table, column in _pointing_at(TABLES[type(record)]):
            kind = _KINDS[table.name]
            rows = self._connection.execute(select(table).where(column == record.id)).all()
            for pointer in map(maker(kind), rows):
                self._let_go(pointer, column)
        self._apply(Change(record, None))

    def _let_go(self, pointer: Record, column: Column[Any]) -> None:
        (key,) = column.foreign_keys
        if key.ondelete == "CASCADE":
            self._release(pointer)
        elif key.ondelete == "SET NULL":
            kind = type(pointer)
            freed = kind(**{**row_of(pointer), column.name: None})
            self._apply(Change(pointer, freed))
        else:
            raise UserError(_("It is still in use elsewhere. Nothing was removed."))

    def _apply(self, change: Change) -> None:
        table = TABLES[type(change.subject)]
        if change.after is None:
            self._connection.execute(_removal(table), {"unwanted": change.subject.id})
            self._changes.append(change)
        else:
            self._write(table, [change])

    def _write(self, table: Table, changes: list[Change]) -> None:
        rows = [row_of(change.after) for change in changes if change.after is not None]
        if rows:
            self._connection.execute(_upsert(table), rows)
        self._changes.extend(changes)


class Journal:
    """Runs commands, remembers them for undo, and tells who listens what changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._done: deque[tuple[ChangeSet, object]] = deque(maxlen=STEPS)
        self._undone: list[ChangeSet] = []
        self._listeners: list[Listener] = []
        self._guards: list[Guard] = []
        self._is_busy = False

    @property
    def reader(self) -> Reader:
        """Reads what is stored now."""
        return self._store.reader

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, in words, or None."""
        return self._done[-1][0].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, in words, or None."""
        return self._undone[-1].label if self._undone else None

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told of every change set after it is stored, undo and redo included.

        Call what is returned to hear no more.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def guard(self, guard: Guard) -> None:
        """Ask before anything is stored, undo and redo included.

        A guard sees the change set, and reads what would then be there. It raises UserError to
        refuse: nothing is stored.
        """
        self._guards.append(guard)

    @contextmanager
    def command(self, label: str, *, merge: object = None) -> Iterator[Transaction]:
        """One thing a person does. All of it is stored, or none.

        Commands one after another with the same `merge` key are one undo step, as when typing
        goes on in a field. A command that changes nothing leaves no trace.
        """
        with self._gate() as tx:
            yield tx
            change_set = tx.change_set(label)
            self._complete(tx, change_set)
        if change_set:
            self._remember(change_set, merge)
            self._tell(change_set)

    def undo(self) -> ChangeSet | None:
        """Take the last command back; returns what that changed, or None."""
        if not self._done:
            return None
        change_set = self._done[-1][0]
        taken_back = self._carry_out(change_set.inverse())
        self._done.pop()
        self._undone.append(change_set)
        self._tell(taken_back)
        return taken_back

    def redo(self) -> ChangeSet | None:
        """Do the last undone command again; returns what that changed, or None."""
        if not self._undone:
            return None
        change_set = self._undone[-1]
        self._carry_out(change_set)
        self._undone.pop()
        self._done.append((change_set, None))
        self._tell(change_set)
        return change_set

    def forget(self) -> None:
        """Nothing before this can be undone: after an import, a restore, an erasure."""
        self._done.clear()
        self._undone.clear()

    def _carry_out(self, change_set: ChangeSet) -> ChangeSet:
        with self._gate() as tx:
            tx.apply(change_set)
            self._complete(tx, change_set)
        return change_set

    def _complete(self, tx: Transaction, change_set: ChangeSet) -> None:
        """What belongs to every command before it is stored."""
        if change_set:
            for guard in self._guards:
                guard(tx, change_set)
            tx.keep_findable(change_set)

    @contextmanager
    def _gate(self) -> Iterator[Transaction]:
        if self._is_busy:
            raise RuntimeError("A command was begun inside a command.")
        self._is_busy = True
        try:
            with self._store.writing() as connection:
                yield Transaction(connection)
        finally:
            self._is_busy = False

    def _remember(self, change_set: ChangeSet, merge: object) -> None:
        goes_on = merge is not None and self._done and self._done[-1][1] == merge
        if goes_on and not self._undone:
            earlier, _merge = self._done.pop()
            change_set = earlier.followed_by(change_set)
            if not change_set:
                return
        self._undone.clear()
        self._done.append((change_set, merge))

    def _tell(self, change_set: ChangeSet) -> None:
        for listener in self._listeners:
            try:
                listener(change_set)
            except Exception:  # noqa: BLE001 - stored already; a page that cannot draw says no else
                _log.exception("A listener failed")


def _table_order(change: Change) -> int:
    return _ORDER[TABLES[type(change.subject)].name]


@cache
def _upsert(table: Table) -> Insert:
    statement = insert(table)
    every = {column.name: statement.excluded[column.name] for column in table.columns}
    return statement.on_conflict_do_update(["id"], set_=every)


@cache
def _removal(table: Table) -> Delete:
    return delete(table).where(table.c.id == bindparam("unwanted"))


@cache
def _pointing_at(target: Table) -> list[tuple[Table, Column[Any]]]:
    """The columns that point at a table."""
    return [
        (table, column)
        for table in metadata.sorted_tables
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table is target
    ]
