"""The number an organisation's next decision gets, by its rules of procedure."""

from __future__ import annotations

from boardkeeper.db.decisions import numbers_taken
from boardkeeper.db.procedures import procedure_in_force
from boardkeeper.db.reader import Reader
from boardkeeper.domain.decision_register import next_number
from boardkeeper.domain.organisations import OrganisationId


def number_for(reader: Reader, organisation_id: OrganisationId, year: int) -> str:
    """The number of the organisation's next decision of the year."""
    procedure = procedure_in_force(reader, organisation_id)
    return next_number(procedure, year, numbers_taken(reader, organisation_id))
