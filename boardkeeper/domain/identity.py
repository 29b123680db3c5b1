"""What a record is known by."""

from __future__ import annotations

from typing import Protocol, Self
from uuid import uuid4


class Id(str):
    """The name a record is known by for ever: opaque text, unique across every database.

    Each feature has its own subclass, so that a type checker tells a meeting from a person.
    """

    __slots__ = ()

    @classmethod
    def new(cls) -> Self:
        """An id nobody has used."""
        return cls(uuid4().hex)


class Record(Protocol):
    """Anything the database keeps: an immutable value with an id."""

    @property
    def id(self) -> Id: ...
