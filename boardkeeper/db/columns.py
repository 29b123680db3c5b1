"""How the values of a record's fields are stored: as text and whole numbers, plain to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from boardkeeper.domain.identity import Id


class _AsText(TypeDecorator[Any]):
    """Text in the file, a value of its own type in the record."""

    impl = Text
    cache_ok = True

    def __init__(self, read: Callable[[str], Any], write: Callable[[Any], str]) -> None:
        super().__init__()
        self.read = read
        self.write = write

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], str | None]:  # noqa: ARG002
        write = self.write
        return lambda value: None if value is None else write(value)

    def result_processor(
        self,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
        coltype: object,  # noqa: ARG002
    ) -> Callable[[str | None], Any]:
        read = self.read
        return lambda stored: None if stored is None else read(stored)


class _Flag(TypeDecorator[bool]):
    """0 or 1 in the file, a bool in the record."""

    impl = Integer
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], int]:  # noqa: ARG002
        return int

    def result_processor(
        self,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
        coltype: object,  # noqa: ARG002
    ) -> Callable[[int], bool]:
        return bool


def identity(kind: type[Id]) -> Column[Any]:
    """The column a record is known by."""
    return Column("id", _AsText(kind, str), primary_key=True)


def reference(name: str, kind: type[Id], target: str, *, ondelete: str) -> Column[Any]:
    """A record's pointer to another: CASCADE is owned by it and required, SET NULL may be empty.

    `ondelete` is one of CASCADE, SET NULL, RESTRICT; the journal carries it out and so remembers
    what it took, which the database's own cascade would not.
    """
    return Column(
        name,
        _AsText(kind, str),
        ForeignKey(f"{target}.id", ondelete=ondelete),
        nullable=ondelete == "SET NULL",
        index=True,
    )


def optional_parent(name: str, kind: type[Id], target: str) -> Column[Any]:
    """A pointer to the record this one lies under, if any; it is removed with it."""
    return Column(
        name, _AsText(kind, str), ForeignKey(f"{target}.id", ondelete="CASCADE"), index=True
    )


def text(name: str, *, index: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=False, index=index)


def choice(name: str, kind: type[StrEnum], *, nullable: bool = False) -> Column[Any]:
    values = {member.value: member for member in kind}
    return Column(name, _AsText(values.__getitem__, str), nullable=nullable)


def whole(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, Integer, nullable=nullable)


def flag(name: str) -> Column[Any]:
    return Column(name, _Flag, nullable=False)


def day(name: str, *, nullable: bool = False, index: bool = False) -> Column[Any]:
    stored = _AsText(date.fromisoformat, date.isoformat)
    return Column(name, stored, nullable=nullable, index=index)


def time_of_day(name: str) -> Column[Any]:
    return Column(name, _AsText(time.fromisoformat, time.isoformat), nullable=False)


def wall_time(name: str, *, nullable: bool = False, index: bool = False) -> Column[Any]:
    """A moment in the wall time of its place, without a zone."""
    stored = _AsText(datetime.fromisoformat, datetime.isoformat)
    return Column(name, stored, nullable=nullable, index=index)
