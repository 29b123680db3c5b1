"""Memberships: who sits where, as what, for how long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.memberships import (
    every_term,
    memberships_in,
    memberships_of,
    sitting_on,
    terms_of,
)
from boardkeeper.db.people import person_who_is_me
from boardkeeper.domain.memberships import (
    Membership,
    MembershipId,
    Role,
    Term,
    TermId,
    current_term,
    sits_on,
)
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard

_ROLES = list(Role)
_MANY = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """A membership with the person and the organisation it joins, and its terms in order."""

    membership: Membership
    person: Person
    organisation: Organisation
    terms: tuple[Term, ...]

    def sits_on(self, day: date) -> bool:
        return sits_on(self.terms, day)

    def term_on(self, day: date) -> Term | None:
        return current_term(self.terms, day)


class MembershipService:
    """What one does with memberships and terms."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def all(self) -> list[Seated]:
        """Every membership, by organisation and role."""
        return self._seated(self._journal.reader.every(Membership))

    def of_organisation(self, organisation_id: OrganisationId) -> list[Seated]:
        """Everyone who sits or sat there, by role and name."""
        return self._seated(memberships_in(self._journal.reader, organisation_id))

    def of_person(self, person_id: PersonId) -> list[Seated]:
        return self._seated(memberships_of(self._journal.reader, person_id))

    def mine(self) -> list[Seated]:
        """The user's own memberships; empty until the user has said who they are."""
        me = person_who_is_me(self._journal.reader)
        return [] if me is None else self.of_person(me.id)

    def sitting(self) -> dict[PersonId, set[OrganisationId]]:
        """Where everyone sits today; quick with thousands of people."""
        places: dict[PersonId, set[OrganisationId]] = defaultdict(set)
        for person_id, organisation_id in sitting_on(self._journal.reader, self._clock.today()):
            places[person_id].add(organisation_id)
        return places

    def terms(self, membership_id: MembershipId) -> list[Term]:
        """The terms of one membership, the earliest first."""
        return terms_of(self._journal.reader, [membership_id])

    def get(self, membership_id: MembershipId) -> Membership:
        return self._journal.reader.get(Membership, membership_id)

    def add(
        self, membership: Membership, term: Term | None = None, *, newcomer: Person | None = None
    ) -> None:
        """Store a membership, with its first term and its person where they are new."""
        with self._journal.command(_("Add membership")) as tx:
            if newcomer is not None:
                tx.put(newcomer)
            tx.put(membership)
            if term is not None:
                tx.put(term)

    def change(self, membership: Membership) -> None:
        store_edit(self._journal, _("Edit membership"), membership)

    def add_term(self, term: Term) -> None:
        with self._journal.command(_("Add term")) as tx:
            tx.put(term)

    def change_term(self, term: Term) -> None:
        store_edit(self._journal, _("Edit term"), term)

    def remove_term(self, term_id: TermId) -> None:
        with self._journal.command(_("Delete term")) as tx:
            tx.remove(tx.get(Term, term_id))

    def discard(self, membership_id: MembershipId) -> None:
        """Move the membership and its terms to the trash."""
        with self._journal.command(_("Delete membership")) as tx:
            membership = tx.get(Membership, membership_id)
            person = tx.get(Person, membership.person_id)
            organisation = tx.get(Organisation, membership.organisation_id)
            title = f"{person.name} · {organisation.label}"
            discard(tx, membership, title, self._clock.today())

    def _seated(self, memberships: Collection[Membership]) -> list[Seated]:
        reader = self._journal.reader
        people = reader.found(Person, [each.person_id for each in memberships])
        organisations = reader.found(Organisation, [each.organisation_id for each in memberships])
        terms: dict[MembershipId, list[Term]] = defaultdict(list)
        for term in self._terms([each.id for each in memberships]):
            terms[term.membership_id].append(term)
        return sorted(
            (
                Seated(
                    membership=each,
                    person=people[each.person_id],
                    organisation=organisations[each.organisation_id],
                    terms=tuple(terms[each.id]),
                )
                for each in memberships
            ),
            key=_by_organisation_and_role,
        )

    def _terms(self, membership_ids: Collection[MembershipId]) -> list[Term]:
        """The terms of the memberships, and of others too where asking for all is quicker."""
        reader = self._journal.reader
        if len(membership_ids) > _MANY:
            return every_term(reader)
        return terms_of(reader, membership_ids)


def _by_organisation_and_role(seated: Seated) -> tuple[object, ...]:
    return (
        formats.sort_key(seated.organisation.name),
        _ROLES.index(seated.membership.role),
        formats.sort_key(seated.person.name),
    )
