"""Rules of procedure: an organisation's own, or the usual ones of its kind."""

from __future__ import annotations

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.procedures import own_procedure, procedure_in_force
from boardkeeper.db.reader import row_of
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.procedure import Procedure
from boardkeeper.domain.procedure_defaults import usual_procedure
from boardkeeper.i18n import _


class ProcedureService:
    """What one does with rules of procedure."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def of(self, organisation_id: OrganisationId) -> Procedure:
        """What counts for the organisation: its own, or the usual of its kind."""
        return procedure_in_force(self._journal.reader, organisation_id)

    def own(self, organisation_id: OrganisationId) -> Procedure | None:
        """The organisation's own; None while the usual ones count."""
        return own_procedure(self._journal.reader, organisation_id)

    def usual(self, organisation_id: OrganisationId) -> Procedure:
        """What counts, or would count, without rules of the organisation's own."""
        return usual_procedure(self._journal.reader.get(Organisation, organisation_id))

    def change(self, procedure: Procedure) -> None:
        """Let these rules count. Edits of the same fields, one after another, are one undo step."""
        before = self.of(procedure.organisation_id)
        was, now = row_of(before), row_of(procedure)
        edited = frozenset(name for name in now if now[name] != was[name])
        merge = ("procedure", procedure.organisation_id, edited)
        with self._journal.command(_("Change the rules of procedure"), merge=merge) as tx:
            own = own_procedure(tx, procedure.organisation_id)
            if own is not None and own.id != procedure.id:
                tx.remove(own)
            tx.put(procedure)

    def reset(self, organisation_id: OrganisationId) -> None:
        """Go back to the usual rules of the organisation's kind."""
        with self._journal.command(_("Use the usual rules of procedure")) as tx:
            own = own_procedure(tx, organisation_id)
            if own is not None:
                tx.remove(own)
