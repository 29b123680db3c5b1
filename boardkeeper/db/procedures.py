"""Questions about organisations' rules of procedure."""

from __future__ import annotations

from sqlalchemy import select

from boardkeeper.db.reader import Reader
from boardkeeper.db.schema_minutes import procedures
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.procedure import Procedure
from boardkeeper.domain.procedure_defaults import usual_procedure


def own_procedure(reader: Reader, organisation_id: OrganisationId) -> Procedure | None:
    """The organisation's own rules of procedure, if it has any."""
    mine = select(procedures).where(procedures.c.organisation_id == organisation_id)
    return next(iter(reader.all(Procedure, mine.order_by(procedures.c.id))), None)


def procedure_in_force(reader: Reader, organisation_id: OrganisationId) -> Procedure:
    """The organisation's own rules of procedure where it has any, else the usual of its kind."""
    own = own_procedure(reader, organisation_id)
    return own or usual_procedure(reader.get(Organisation, organisation_id))
