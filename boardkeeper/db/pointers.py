"""What points at a record, found in the schema, so that no kind of record is forgotten."""

from __future__ import annotations

from functools import cache

from sqlalchemy import or_, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import TABLES
from boardkeeper.domain.identity import Record


def fields_pointing(kind: type[Record], target: type[Record]) -> tuple[str, ...]:
    """The fields of a kind of record that point at records of another."""
    return tuple(
        column.name
        for column in TABLES[kind].columns
        for key in column.foreign_keys
        if key.column.table is TABLES[target]
    )


def pointers_at(reader: Reader, record: Record) -> list[tuple[Record, tuple[str, ...]]]:
    """Every record that points at this one, with the names of the fields that do."""
    found: list[tuple[Record, tuple[str, ...]]] = []
    for kind, names in _kinds_pointing_at(type(record)):
        table = TABLES[kind]
        asked = select(table).where(or_(*(table.c[name] == record.id for name in names)))
        for each in reader.all(kind, asked.order_by(table.c.id)):
            pointing = tuple(name for name in names if getattr(each, name) == record.id)
            found.append((each, pointing))
    return found


@cache
def _kinds_pointing_at(target: type[Record]) -> list[tuple[type[Record], tuple[str, ...]]]:
    pairs = ((kind, fields_pointing(kind, target)) for kind in TABLES)
    return [(kind, names) for kind, names in pairs if names]
