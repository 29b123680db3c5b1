"""Referrals: given, received, followed to the order, thanked for, and added up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from boardkeeper.clock import Clock
from boardkeeper.db.hours import spent_between
from boardkeeper.db.journal import Journal
from boardkeeper.db.network import referrals_between
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reader import Reader
from boardkeeper.domain.organisations import Organisation, OrganisationId, OrganisationKind
from boardkeeper.domain.people import Person, PersonId
from boardkeeper.domain.referral_ledger import Account, Ledger, Link, chain_of, ledger
from boardkeeper.domain.referrals import Referral, ReferralId, ReferralStatus, advanced
from boardkeeper.errors import InvalidField
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard


class ReferralService:
    """What one does with referrals."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def between(
        self, organisation_id: OrganisationId | None, first: date, last: date
    ) -> list[Referral]:
        """Referrals given in the period, both days included, the newest first; of all without one.

        With a group's others among them: who recommended whom.
        """
        return referrals_between(self._journal.reader, organisation_id, first, last)

    def given(
        self, organisation_id: OrganisationId | None, first: date, last: date
    ) -> list[Referral]:
        """Those of them that I gave."""
        me = self._me
        found = self.between(organisation_id, first, last)
        return [each for each in found if me is not None and each.from_id == me.id]

    def received(
        self, organisation_id: OrganisationId | None, first: date, last: date
    ) -> list[Referral]:
        """Those of them that I received."""
        me = self._me
        found = self.between(organisation_id, first, last)
        return [each for each in found if me is not None and each.to_id == me.id]

    def get(self, referral_id: ReferralId) -> Referral:
        return self._journal.reader.get(Referral, referral_id)

    def add(self, referral: Referral) -> None:
        """Store a new referral. Raises InvalidField where it would follow from itself."""
        with self._journal.command(_("Add referral")) as tx:
            _refuse_circle(tx, referral)
            tx.put(_with_names(tx, referral))

    def change(self, referral: Referral) -> None:
        """Store a changed referral. Raises InvalidField where it would follow from itself."""
        reader = self._journal.reader
        _refuse_circle(reader, referral)
        store_edit(self._journal, _("Edit referral"), _with_names(reader, referral))

    def discard(self, referral_id: ReferralId) -> None:
        """Move the referral to the trash."""
        with self._journal.command(_("Delete referral")) as tx:
            referral = tx.get(Referral, referral_id)
            names = " → ".join(filter(None, (referral.from_name, referral.to_name)))
            title = " · ".join(filter(None, (referral.customer, names)))
            discard(tx, referral, title, self._clock.today())

    def advance(
        self, referral_id: ReferralId, status: ReferralStatus, on: date, value: int | None = None
    ) -> Referral:
        """Note that the referral came so far on the day, and no further; `value` is in øre.

        Steps it had passed keep their days, later ones lose them. Raises InvalidField for a day
        before it was given.
        """
        with self._journal.command(_("Note how far a referral is")) as tx:
            come = advanced(tx.get(Referral, referral_id), status, on)
            come = come if value is None else replace(come, value=value)
            tx.put(come)
        return come

    def thank(self, referral_id: ReferralId, on: date | None) -> None:
        """Note the day thanks were said for it; None takes that back."""
        with self._journal.command(_("Thank for a referral")) as tx:
            tx.put(replace(tx.get(Referral, referral_id), thanked_on=on))

    def chain(self, referral_id: ReferralId) -> list[Link]:
        """The referral with all it came from and all that came of it, from the introduction on."""
        every = self._journal.reader.every(Referral)
        return chain_of([*every, self.get(referral_id)], referral_id)

    def ledger(
        self, first: date, last: date, organisation_id: OrganisationId | None = None
    ) -> Ledger:
        """Given and received by me in the period, by person and organisation, with my hours.

        Hours count where referrals were, and in every network: those that led to nothing too.
        """
        reader, me = self._journal.reader, self._me
        if me is None:
            return Ledger(people=(), organisations=(), total=Account())
        found = self.between(organisation_id, first, last)
        mine = [each for each in found if me.id in (each.from_id, each.to_id)]
        minutes: dict[OrganisationId, int] = {}
        for spent in spent_between(reader, first, last, organisation_id):
            minutes[spent.organisation_id] = minutes.get(spent.organisation_id, 0) + spent.minutes
        organisations = {each.id: each for each in reader.every(Organisation)}
        concerned = {each.organisation_id for each in mine} | {organisation_id}
        return ledger(
            mine,
            me.id,
            _names(reader, mine),
            {of: each.label for of, each in organisations.items()},
            {
                of: spent
                for of, spent in minutes.items()
                if of in concerned or organisations[of].kind is OrganisationKind.NETWORK
            },
        )

    @property
    def _me(self) -> Person | None:
        return person_who_is_me(self._journal.reader)


def _with_names(reader: Reader, referral: Referral) -> Referral:
    """With the names of the two, so that they stand there when the people are gone."""
    ids = [each for each in (referral.from_id, referral.to_id) if each is not None]
    known = reader.found(Person, ids)
    giver = known.get(referral.from_id) if referral.from_id is not None else None
    taker = known.get(referral.to_id) if referral.to_id is not None else None
    return replace(
        referral,
        from_name=giver.name if giver else referral.from_name,
        to_name=taker.name if taker else referral.to_name,
    )


def _names(reader: Reader, referrals: Iterable[Referral]) -> dict[PersonId, str]:
    ids = {each for one in referrals for each in (one.from_id, one.to_id) if each is not None}
    return {each.id: each.name for each in reader.found(Person, ids).values()}


def _refuse_circle(reader: Reader, referral: Referral) -> None:
    seen, follows = {referral.id}, referral.follows_id
    while follows is not None:
        if follows in seen:
            raise InvalidField("follows_id", _("A referral does not follow from itself."))
        seen.add(follows)
        earlier = reader.find(Referral, follows)
        follows = earlier.follows_id if earlier else None
