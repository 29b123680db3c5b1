"""Questions about memberships and their terms."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import or_, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import memberships, terms
from boardkeeper.domain.memberships import Membership, MembershipId, Term
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId


def memberships_in(reader: Reader, organisation_id: OrganisationId) -> list[Membership]:
    mine = select(memberships).where(memberships.c.organisation_id == organisation_id)
    return reader.all(Membership, mine.order_by(memberships.c.id))


def memberships_of(reader: Reader, person_id: PersonId) -> list[Membership]:
    theirs = select(memberships).where(memberships.c.person_id == person_id)
    return reader.all(Membership, theirs.order_by(memberships.c.id))


def every_term(reader: Reader) -> list[Term]:
    """All terms, the earliest first."""
    return reader.all(Term, select(terms).order_by(terms.c.starts_on, terms.c.id))


def terms_of(reader: Reader, membership_ids: Collection[MembershipId]) -> list[Term]:
    """The terms of these memberships, the earliest first."""
    theirs = select(terms).where(terms.c.membership_id.in_(membership_ids))
    return reader.all(Term, theirs.order_by(terms.c.starts_on, terms.c.id))


def sitting_on(reader: Reader, day: date) -> list[tuple[PersonId, OrganisationId]]:
    """Who sits where on the day. A membership without a single term counts until one is known."""
    known = select(terms.c.id).where(terms.c.membership_id == memberships.c.id)
    covering = known.where(
        terms.c.starts_on <= day, or_(terms.c.ends_on.is_(None), terms.c.ends_on >= day)
    )
    asked = select(memberships.c.person_id, memberships.c.organisation_id).where(
        or_(~known.exists(), covering.exists())
    )
    return [(row[0], row[1]) for row in reader.rows(asked)]
