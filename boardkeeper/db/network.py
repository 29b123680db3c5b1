"""Questions about a network: thresholds, aims, ambassadors and referrals."""

from __future__ import annotations

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_network import own_thresholds
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.thresholds import OwnThreshold, ThresholdName


def thresholds_of(reader: Reader, organisation_id: OrganisationId) -> list[OwnThreshold]:
    """The organisation's thresholds of one's own."""
    mine = select(own_thresholds).where(own_thresholds.c.organisation_id == organisation_id)
    return reader.all(OwnThreshold, mine.order_by(own_thresholds.c.id))


def own_threshold(
    reader: Reader, organisation_id: OrganisationId, threshold: ThresholdName
) -> OwnThreshold | None:
    """The number of one's own, if there is one."""
    own = thresholds_of(reader, organisation_id)
    return next((each for each in own if each.threshold is threshold), None)
