"""Sample data: a year of meetings in seven organisations, for those who want to look around."""

from __future__ import annotations

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.paper_files import PaperFiles
from boardkeeper.db.procedures import procedure_in_force
from boardkeeper.domain.decision_register import numbered
from boardkeeper.domain.decisions import Decision
from boardkeeper.domain.kinds import KINDS
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.sample import moved
from boardkeeper.errors import UserError
from boardkeeper.exchange.interchange import records_in
from boardkeeper.i18n import _
from boardkeeper.resources import resource


class SampleService:
    """Fills an empty database with the sample that travels with the program."""

    def __init__(self, journal: Journal, clock: Clock, files: PaperFiles) -> None:
        self._journal = journal
        self._clock = clock
        self._files = files

    def fill(self) -> int:
        """Store the sample with its papers, moved to the present; returns how many records it has.

        Cannot be undone. Raises UserError, with nothing stored, when the database holds anything.
        """
        if self._holds_anything():
            raise UserError(
                _(
                    "There is already something in this database, and sample data would mix with"
                    " it. Nothing was changed. Start with an empty database to see the sample."
                )
            )
        content = resource("sample", "sample.json").read_bytes()
        records = moved(records_in(content), self._clock.today())
        for each in records:
            if isinstance(each, Paper):
                self._files.keep(resource("sample", "papers", each.digest))
        with self._journal.command(_("Fill with sample data")) as tx:
            tx.put_all(records)
            # The number of a decision tells its year, which only now is known.
            decisions = [each for each in records if isinstance(each, Decision)]
            tx.put_all(numbered(decisions, lambda each: procedure_in_force(tx, each)))
        self._journal.forget()
        return len(records)

    def _holds_anything(self) -> bool:
        return any(self._journal.reader.every(kind) for kind in KINDS.values())
