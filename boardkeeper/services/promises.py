"""Promises: the hours a year one has said a membership may take."""

from __future__ import annotations

from dataclasses import replace

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.promises import every_promise, promises_of
from boardkeeper.domain.memberships import Membership, MembershipId
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.promises import Promise, PromiseId, promise_on
from boardkeeper.i18n import _
from boardkeeper.services.editing import store_edit
from boardkeeper.services.trash import discard


class PromiseService:
    """What one does with promises. A promise holds until the next one begins."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def all(self) -> list[Promise]:
        """Every promise, the earliest first."""
        return every_promise(self._journal.reader)

    def of_membership(self, membership_id: MembershipId) -> list[Promise]:
        """The membership's promises, the earliest first."""
        return promises_of(self._journal.reader, membership_id)

    def in_force(self, membership_id: MembershipId) -> Promise | None:
        """The promise that holds today."""
        return promise_on(self.of_membership(membership_id), self._clock.today())

    def promise(self, promise: Promise) -> Promise:
        """Store a promise; one that began the same day is changed instead. Returns what holds."""
        with self._journal.command(_("Promise hours")) as tx:
            begun = promises_of(tx, promise.membership_id)
            same_day = next((each for each in begun if each.starts_on == promise.starts_on), None)
            kept = promise if same_day is None else replace(promise, id=same_day.id)
            tx.put(kept)
        return kept

    def change(self, promise: Promise) -> None:
        store_edit(self._journal, _("Edit promised hours"), promise)

    def discard(self, promise_id: PromiseId) -> None:
        """Move the promise to the trash; the one before it then goes on."""
        with self._journal.command(_("Delete promised hours")) as tx:
            promise = tx.get(Promise, promise_id)
            membership = tx.get(Membership, promise.membership_id)
            organisation = tx.get(Organisation, membership.organisation_id)
            message = _("{hours} a year from {day}")
            told = message.format(
                hours=formats.hours(promise.minutes_a_year),
                day=formats.short_date(promise.starts_on),
            )
            discard(tx, promise, f"{told} · {organisation.label}", self._clock.today())
