"""My own memberships by organisation and day: which meetings are mine, and whose the time is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from boardkeeper.domain.memberships import Membership, MembershipId, Term, sits_on
from boardkeeper.domain.organisations import OrganisationId


class MySeats:
    """The user's memberships with their terms."""

    def __init__(
        self, memberships: Iterable[Membership], terms: Mapping[MembershipId, Sequence[Term]]
    ) -> None:
        self._terms = terms
        self._in: dict[OrganisationId, list[Membership]] = defaultdict(list)
        for each in sorted(memberships, key=self._order):
            self._in[each.organisation_id].append(each)

    @property
    def memberships(self) -> list[Membership]:
        """All of them, those of an organisation in the order they began."""
        return [each for seats in self._in.values() for each in seats]

    def terms_of(self, membership: Membership) -> Sequence[Term]:
        return self._terms.get(membership.id, ())

    def is_mine(self, organisation_id: OrganisationId, day: date) -> bool:
        """Whether the organisation's meetings of the day are mine to go to.

        They are while I sit there, and where no membership of mine is known: a board somebody
        writes down before they say who they are is theirs all the same.
        """
        seats = self._in.get(organisation_id)
        return not seats or any(sits_on(self.terms_of(each), day) for each in seats)

    def holder(self, organisation_id: OrganisationId, day: date) -> MembershipId | None:
        """The membership that time spent there on the day belongs to; None where I have none.

        Of several that hold on the day it is the one that began first; on a day outside them all,
        the last that had begun by then, or the first that was to.
        """
        seats = self._in.get(organisation_id, [])
        if len(seats) <= 1:
            return seats[0].id if seats else None
        holding = [each for each in seats if sits_on(self.terms_of(each), day)]
        if holding:
            return holding[0].id
        begun = [each for each in seats if self._begins(each) <= day]
        return (begun[-1] if begun else seats[0]).id

    def handovers(self) -> set[date]:
        """The days from which time may belong to another membership than the day before."""
        days = set()
        for seats in self._in.values():
            if len(seats) > 1:
                for term in (each for seat in seats for each in self.terms_of(seat)):
                    days.add(term.starts_on)
                    if term.ends_on is not None and term.ends_on < date.max:
                        days.add(term.ends_on + timedelta(days=1))
        return days

    def _order(self, membership: Membership) -> tuple[date, MembershipId]:
        return self._begins(membership), membership.id

    def _begins(self, membership: Membership) -> date:
        return min((each.starts_on for each in self.terms_of(membership)), default=date.min)
