"""Changing a record field by field, so that typing in one field is one step back."""

from __future__ import annotations

from boardkeeper.db.journal import Journal
from boardkeeper.db.reader import row_of
from boardkeeper.domain.identity import Record


def store_edit(journal: Journal, label: str, record: Record) -> None:
    """Store a changed record. Edits of the same fields, one after another, are one undo step."""
    before = journal.reader.get(type(record), record.id)
    was, now = row_of(before), row_of(record)
    edited = frozenset(name for name in now if now[name] != was[name])
    with journal.command(label, merge=(record.id, edited)) as tx:
        tx.put(record)
