"""Questions about a network: thresholds, aims, ambassadors and referrals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select

from boardkeeper.db.memberships import memberships_in, terms_of
from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_network import own_thresholds
from boardkeeper.domain.memberships import Term
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.people import PersonId
from boardkeeper.domain.thresholds import OwnThreshold, ThresholdName


def thresholds_of(reader: Reader, organisation_id: OrganisationId) -> list[OwnThreshold]:
    """The organisation's thresholds of one's own."""
    mine = select(own_thresholds).where(own_thresholds.c.organisation_id == organisation_id)
    return reader.all(OwnThreshold, mine.order_by(own_thresholds.c.id))


def thresholds_of_each(
    reader: Reader, organisation_ids: Collection[OrganisationId]
) -> dict[OrganisationId, list[OwnThreshold]]:
    """The same of several organisations, asked for at once."""
    wanted = select(own_thresholds).where(own_thresholds.c.organisation_id.in_(organisation_ids))
    found: dict[OrganisationId, list[OwnThreshold]] = defaultdict(list)
    for each in reader.all(OwnThreshold, wanted):
        found[each.organisation_id].append(each)
    return found


def own_threshold(
    reader: Reader, organisation_id: OrganisationId, threshold: ThresholdName
) -> OwnThreshold | None:
    """The number of one's own, if there is one."""
    own = thresholds_of(reader, organisation_id)
    return next((each for each in own if each.threshold is threshold), None)


def terms_of_members(
    reader: Reader, organisation_id: OrganisationId
) -> dict[PersonId, tuple[Term, ...]]:
    """Everybody who has or had a seat in the organisation, with the terms of all their seats."""
    seats = memberships_in(reader, organisation_id)
    holder = {each.id: each.person_id for each in seats}
    theirs: dict[PersonId, list[Term]] = defaultdict(list)
    for term in terms_of(reader, list(holder)):
        theirs[holder[term.membership_id]].append(term)
    return {person_id: tuple(theirs[person_id]) for person_id in holder.values()}
