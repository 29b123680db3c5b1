"""My memberships with all that tells when a review is due: terms, rules and reminders."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from boardkeeper.db.memberships import every_term, memberships_of
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reader import Reader
from boardkeeper.domain.memberships import Membership, MembershipId, Term
from boardkeeper.domain.organisations import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A membership of mine, with its organisation and its terms in order."""

    membership: Membership
    organisation: Organisation
    terms: tuple[Term, ...]

    def sat_between(self, first: date, last: date) -> bool:
        """Whether a term touches the days. Without a single term: yes, until one is known."""
        return not self.terms or any(
            each.starts_on <= last and (each.ends_on is None or first <= each.ends_on)
            for each in self.terms
        )


def my_seats(reader: Reader) -> list[Seat]:
    """The user's memberships; none until the user has said who they are."""
    me = person_who_is_me(reader)
    mine = [] if me is None else memberships_of(reader, me.id)
    organisations = reader.found(Organisation, [each.organisation_id for each in mine])
    terms: dict[MembershipId, list[Term]] = defaultdict(list)
    for term in every_term(reader):
        terms[term.membership_id].append(term)
    return [
        Seat(
            membership=each,
            organisation=organisations[each.organisation_id],
            terms=tuple(terms[each.id]),
        )
        for each in mine
    ]
