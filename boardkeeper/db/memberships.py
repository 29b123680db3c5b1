"""Questions about memberships and their terms."""

from __future__ import annotations

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import memberships, terms
from boardkeeper.domain.memberships import Membership, Term
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
