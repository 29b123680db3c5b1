"""Questions a calendar asks besides those about meetings: terms that end, days that are closed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import or_, select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import closed_days, memberships, people, terms
from boardkeeper.domain.identity import Id
from boardkeeper.domain.memberships import Membership, Term
from boardkeeper.domain.series import ClosedDays


def my_terms_due(reader: Reader, first: date, last: date) -> list[tuple[Membership, list[Term]]]:
    """The user's memberships with a term that ends or is up for election, both days included."""
    mine = (
        select(terms)
        .join(memberships, terms.c.membership_id == memberships.c.id)
        .join(people, memberships.c.person_id == people.c.id)
        .where(
            people.c.is_me,
            or_(
                terms.c.ends_on.between(first, last),
                terms.c.up_for_election_on.between(first, last),
            ),
        )
        .order_by(terms.c.starts_on, terms.c.id)
    )
    due: dict[Id, list[Term]] = defaultdict(list)
    for term in reader.all(Term, mine):
        due[term.membership_id].append(term)
    found = reader.found(Membership, due)
    return [(found[membership_id], of_one) for membership_id, of_one in due.items()]


def closed_days_between(reader: Reader, first: date, last: date) -> list[ClosedDays]:
    """Every organisation's closed days that touch the span, both days included, in order."""
    touching = select(closed_days).where(
        closed_days.c.ends_on >= first, closed_days.c.starts_on <= last
    )
    return reader.all(ClosedDays, touching.order_by(closed_days.c.starts_on, closed_days.c.id))
