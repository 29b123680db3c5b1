"""Questions about organisations' own rules."""

from __future__ import annotations

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema import own_rules
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.rules import OwnRule


def own_rules_of(reader: Reader, organisation_id: OrganisationId) -> list[OwnRule]:
    mine = select(own_rules).where(own_rules.c.organisation_id == organisation_id)
    return reader.all(OwnRule, mine.order_by(own_rules.c.id))
