"""Thresholds: the numbers gauges and signals are held against, for each organisation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.network import own_threshold, thresholds_of
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.thresholds import (
    OwnThreshold,
    ThresholdInForce,
    ThresholdName,
    thresholds_in_force,
)
from boardkeeper.i18n import _


class ThresholdService:
    """What one does with thresholds."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def of(self, organisation_id: OrganisationId) -> dict[ThresholdName, ThresholdInForce]:
        """What counts for the organisation, every threshold in order."""
        reader = self._journal.reader
        kind = reader.get(Organisation, organisation_id).kind
        return thresholds_in_force(kind, thresholds_of(reader, organisation_id))

    def set(self, organisation_id: OrganisationId, threshold: ThresholdName, value: int) -> None:
        """Hold it against a number of one's own. Raises InvalidField for one out of reason."""
        wanted = OwnThreshold(organisation_id=organisation_id, threshold=threshold, value=value)
        own = own_threshold(self._journal.reader, organisation_id, threshold)
        kept = wanted if own is None else replace(own, value=value)
        with self._journal.command(_("Set threshold"), merge=(kept.id, threshold)) as tx:
            tx.put(kept)

    def set_all(self, organisation_id: OrganisationId, values: Mapping[ThresholdName, int]) -> None:
        """Hold each against its number, at once; one that is the usual number is the usual again.

        Raises InvalidField for a number out of reason, and then nothing is stored.
        """
        in_force = self.of(organisation_id)
        wanted = [
            OwnThreshold(organisation_id=organisation_id, threshold=name, value=value)
            for name, value in values.items()
            if value != in_force[name].value
        ]
        if not wanted:
            return
        with self._journal.command(_("Set my own numbers")) as tx:
            for each in wanted:
                own = own_threshold(tx, organisation_id, each.threshold)
                if each.value == in_force[each.threshold].default:
                    if own is not None:
                        tx.remove(own)
                else:
                    tx.put(each if own is None else replace(own, value=each.value))

    def reset(self, organisation_id: OrganisationId, threshold: ThresholdName) -> None:
        """Hold it against the usual number again."""
        with self._journal.command(_("Reset threshold")) as tx:
            own = own_threshold(tx, organisation_id, threshold)
            if own is not None:
                tx.remove(own)
