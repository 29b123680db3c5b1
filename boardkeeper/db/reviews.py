"""Questions about reviews."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_network import reviews
from boardkeeper.domain.memberships import MembershipId
from boardkeeper.domain.reviews import Review


def reviews_of(reader: Reader, membership_ids: Collection[MembershipId]) -> list[Review]:
    """The reviews of these memberships, the last held first."""
    theirs = select(reviews).where(reviews.c.membership_id.in_(membership_ids))
    return reader.all(Review, theirs.order_by(reviews.c.reviewed_on.desc(), reviews.c.id.desc()))
