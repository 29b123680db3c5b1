"""Reading: statements down, frozen records up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Row, Select, bindparam, select

from boardkeeper.db.schema import TABLES
from boardkeeper.domain.identity import Id, Record
from boardkeeper.errors import UserError
from boardkeeper.i18n import _

R = TypeVar("R", bound=Record)

_AT_ONCE = 500
"""Ids asked for in one statement; SQLite has a limit to its question marks."""


class Reader:
    """Turns rows into records, by position."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, kind: type[R], statement: Select[Any]) -> list[R]:
        """The records a statement selects; it selects from the record's own table, all columns."""
        make = maker(kind)
        return [make(row) for row in self._connection.execute(statement)]

    def every(self, kind: type[R]) -> list[R]:
        """All records of a kind, in the order of their ids."""
        table = TABLES[kind]
        return self.all(kind, select(table).order_by(table.c.id))

    def find(self, kind: type[R], record_id: Id) -> R | None:
        """The record of that id, or None."""
        row = self._connection.execute(_by_id(kind), {"wanted": record_id}).first()
        return None if row is None else maker(kind)(row)

    def found(self, kind: type[R], record_ids: Iterable[Id]) -> dict[Id, R]:
        """Those of the records that are there, by id."""
        make = maker(kind)
        known: dict[Id, R] = {}
        wanted = list(dict.fromkeys(record_ids))
        if len(wanted) == 1:
            only = self.find(kind, wanted[0])
            return {} if only is None else {only.id: only}
        for first in range(0, len(wanted), _AT_ONCE):
            some = wanted[first : first + _AT_ONCE]
            rows = self._connection.execute(_by_ids(kind), {"wanted": some})
            known |= {row[0]: make(row) for row in rows}
        return known

    def get(self, kind: type[R], record_id: Id) -> R:
        """The record of that id. Raises UserError when it is not there."""
        record = self.find(kind, record_id)
        if record is None:
            raise UserError(_("That is no longer there. Nothing was changed."))
        return record

    def rows(self, statement: Select[Any]) -> list[tuple[Any, ...]]:
        """The bare rows of a statement that counts or adds up rather than selects records."""
        return [tuple(row) for row in self._connection.execute(statement).all()]

    def raw_rows(self, statement: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """The rows of a statement in SQLite's own words, where SQLAlchemy has none for it."""
        found = self._connection.exec_driver_sql(statement, values)
        return [tuple(row) for row in found.all()]

    def value(self, statement: Select[Any]) -> Any:
        """The single value a statement asks for: a count, a sum, the highest number."""
        return self._connection.execute(statement).scalar()

    def values(self, statement: Select[Any]) -> list[Any]:
        """The single values a statement asks for, one a row."""
        return list(self._connection.execute(statement).scalars())


@cache
def maker(kind: type[R]) -> Callable[[Row[Any]], R]:
    """What makes a record of a row whose columns stand in the order of the record's fields."""
    names = tuple(column.name for column in TABLES[kind].columns)

    def make(row: Row[Any]) -> R:
        return kind(**dict(zip(names, row, strict=True)))

    return make


@cache
def _by_id(kind: type[Record]) -> Select[Any]:
    table = TABLES[kind]
    return select(table).where(table.c.id == bindparam("wanted"))


@cache
def _by_ids(kind: type[Record]) -> Select[Any]:
    table = TABLES[kind]
    return select(table).where(table.c.id.in_(bindparam("wanted", expanding=True)))


def row_of(record: Record) -> dict[str, Any]:
    """The record's fields by column name, to be written."""
    return dict(zip(_names(type(record)), _getter(type(record))(record), strict=True))


@cache
def _names(kind: type[Record]) -> tuple[str, ...]:
    return tuple(column.name for column in TABLES[kind].columns)


@cache
def _getter(kind: type[Record]) -> Callable[[Record], tuple[Any, ...]]:
    return cast("Callable[[Record], tuple[Any, ...]]", attrgetter(*_names(kind)))
