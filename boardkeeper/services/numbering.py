"""The rules of procedure that count for a board, and the number its next decision gets by them."""

from __future__ import annotations

from boardkeeper.db.decisions import numbers_taken, own_procedure
from boardkeeper.db.reader import Reader
from boardkeeper.domain.decision_register import next_number
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.procedure import Procedure


def procedure_of(reader: Reader, organisation_id: OrganisationId) -> Procedure:
    """The organisation's own rules of procedure, or the usual ones."""
    return own_procedure(reader, organisation_id) or Procedure(organisation_id=organisation_id)


def number_for(reader: Reader, organisation_id: OrganisationId, year: int) -> str:
    """The number of the organisation's next decision of the year."""
    procedure = procedure_of(reader, organisation_id)
    return next_number(procedure, year, numbers_taken(reader, organisation_id))
