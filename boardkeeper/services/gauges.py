"""Gauges and signals: the five rules of a network, and the signs of a coffee club, counted."""

from __future__ import annotations

from datetime import date

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.memberships import memberships_of
from boardkeeper.db.network import thresholds_of
from boardkeeper.db.people import person_who_is_me
from boardkeeper.domain.gauge_rules import gauges_of
from boardkeeper.domain.gauges import Gauge
from boardkeeper.domain.memberships import Membership, MembershipId
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.signals import Signal
from boardkeeper.domain.thresholds import numbers, thresholds_in_force
from boardkeeper.services.gauge_history import facts_of
from boardkeeper.services.signal_history import signals_of_each


class GaugeService:
    """What one asks of the five rules."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def gauges(self, organisation_id: OrganisationId, first: date, last: date) -> list[Gauge]:
        """The five gauges from the first day to the last, both included, none later than today.

        Where the user does not sit, or has not said who they are, nothing can be counted.
        """
        reader = self._journal.reader
        kind = reader.get(Organisation, organisation_id).kind
        in_force = thresholds_in_force(kind, thresholds_of(reader, organisation_id))
        facts = facts_of(reader, self._clock, organisation_id, first, last)
        return gauges_of(facts, first, last, numbers(in_force))


class SignalService:
    """What one asks of the signs of a coffee club."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def signals(self, membership_id: MembershipId, first: date, last: date) -> list[Signal]:
        """The membership's signals over the period, both days included, none later than today."""
        membership = self._journal.reader.get(Membership, membership_id)
        return self._told([membership], first, last)[membership_id]

    def mine(self, first: date, last: date) -> dict[MembershipId, list[Signal]]:
        """The signals of every membership of the user's, asked for together."""
        reader = self._journal.reader
        me = person_who_is_me(reader)
        return self._told([] if me is None else memberships_of(reader, me.id), first, last)

    def _told(
        self, memberships: list[Membership], first: date, last: date
    ) -> dict[MembershipId, list[Signal]]:
        until = min(last, self._clock.today())
        return signals_of_each(self._journal.reader, memberships, first, until, self._clock.now())
