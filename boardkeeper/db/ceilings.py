"""Questions about ceilings, times away, and what an organisation's meetings take."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_time import away, ceilings, efforts
from boardkeeper.domain.ceilings import Away, Ceiling
from boardkeeper.domain.effort import Effort
from boardkeeper.domain.organisations import OrganisationId


def every_ceiling(reader: Reader) -> list[Ceiling]:
    """All ceilings, the earliest first."""
    return reader.all(Ceiling, select(ceilings).order_by(ceilings.c.starts_on, ceilings.c.id))


def away_between(reader: Reader, first: date, last: date) -> list[Away]:
    """The times away that touch the span, both days included, the earliest first."""
    touching = select(away).where(away.c.ends_on >= first, away.c.starts_on <= last)
    return reader.all(Away, touching.order_by(away.c.starts_on, away.c.id))


def effort_stored(reader: Reader, organisation_id: OrganisationId) -> Effort | None:
    """What was written down of the organisation's meetings, if anything was."""
    mine = select(efforts).where(efforts.c.organisation_id == organisation_id)
    found = reader.all(Effort, mine.order_by(efforts.c.id).limit(1))
    return found[0] if found else None


def every_effort(reader: Reader) -> dict[OrganisationId, Effort]:
    """What was written down of each organisation's meetings."""
    # Of two for one organisation, which only a file of another program can hold, the first counts.
    found = reader.all(Effort, select(efforts).order_by(efforts.c.id.desc()))
    return {each.organisation_id: each for each in found}
