"""Questions about people."""

from __future__ import annotations

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import people
from boardkeeper.domain.people import Person


def person_who_is_me(reader: Reader) -> Person | None:
    """The user among the people."""
    found = reader.all(Person, select(people).where(people.c.is_me).order_by(people.c.id).limit(1))
    return found[0] if found else None
