"""Questions about declared interests."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_minutes import interests
from boardkeeper.domain.interests import Interest
from boardkeeper.domain.people import PersonId


def interests_of(reader: Reader, person_ids: Collection[PersonId]) -> list[Interest]:
    """What these people have declared, by name."""
    asked = select(interests).where(interests.c.person_id.in_(person_ids))
    return reader.all(Interest, asked.order_by(interests.c.name, interests.c.id))
