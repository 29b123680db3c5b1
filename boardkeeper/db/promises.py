"""Questions about promises."""

from __future__ import annotations

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_time import promises
from boardkeeper.domain.memberships import MembershipId
from boardkeeper.domain.promises import Promise


def every_promise(reader: Reader) -> list[Promise]:
    """All promises, the earliest first."""
    return reader.all(Promise, select(promises).order_by(promises.c.starts_on, promises.c.id))


def promises_of(reader: Reader, membership_id: MembershipId) -> list[Promise]:
    """The membership's promises, the earliest first."""
    mine = select(promises).where(promises.c.membership_id == membership_id)
    return reader.all(Promise, mine.order_by(promises.c.starts_on, promises.c.id))
