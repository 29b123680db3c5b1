"""Reading what a search looks at: some records of a kind or all, and what points at them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.domain.identity import Id

Ids = Iterable[Any]
_AT_ONCE = 500


def wanted(reader: Reader, kind: type[Any], ids: list[Id] | None) -> list[Any]:
    """The records of those ids that are there, or every record."""
    return reader.every(kind) if ids is None else list(reader.found(kind, ids).values())


def under(reader: Reader, kind: type[Any], column: Any, ids: list[Id] | None) -> list[Any]:
    """The records that point at one of the ids, or every record."""
    if ids is None:
        return reader.every(kind)
    asked = select(column.table)
    return [
        record
        for first in range(0, len(ids), _AT_ONCE)
        for record in reader.all(kind, asked.where(column.in_(ids[first : first + _AT_ONCE])))
    ]
