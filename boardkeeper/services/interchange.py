"""Everything out, everything in, and whether everything is whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from boardkeeper.db.journal import Journal
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reader import Reader
from boardkeeper.db.store import Store
from boardkeeper.domain.identity import Record
from boardkeeper.domain.kinds import KINDS
from boardkeeper.domain.people import Person
from boardkeeper.errors import UserError
from boardkeeper.exchange.interchange import (
    UnreadableFile,
    interchange_of,
    problems_among,
    records_in,
)
from boardkeeper.files import read_whole, write_whole
from boardkeeper.i18n import _


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: records new here, changed here, and here already as they were."""

    new: int
    changed: int
    same: int

    def in_words(self) -> str:
        """The three counts as a sentence."""
        return _("{new} new, {changed} changed, {same} the same as before.").format(
            new=self.new, changed=self.changed, same=self.same
        )


class InterchangeService:
    """The interchange file of docs/interchange.md, and the check of the whole database."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def records(self) -> list[Record]:
        """Every record but what lies in the trash."""
        return [each for kind in KINDS.values() for each in self._journal.reader.every(kind)]

    def export_to(self, path: Path) -> int:
        """Write every record to a file; returns how many."""
        records = self.records()
        write_whole(path, interchange_of(records))
        return len(records)

    def import_from(self, path: Path) -> Imported:
        """Take in every record of a file; those with a known id replace what was there.

        Everything is checked before anything is stored, and together with what was there before
        it stays. Raises UserError, with nothing changed, when the file is not right, is about
        another person, or does not fit what is there.
        """
        records = records_in(read_whole(path))
        self._refuse_other_person(records)
        counts = {"new": 0, "changed": 0, "same": 0}
        with self._journal.command(_("Import")) as tx:
            for record in records:
                before = tx.find(type(record), record.id)
                counts["new" if before is None else "same" if before == record else "changed"] += 1
                tx.put(record)
            problems = problems_among(_with_paths(tx))
            if problems:
                raise UnreadableFile(problems)
        return Imported(**counts)

    def problems(self) -> list[str]:
        """What is wrong with the database: pages, pointers, records. Empty when it is whole."""
        damaged = self._store.problems()
        if damaged:
            return damaged
        for name, kind in KINDS.items():
            try:
                self._journal.reader.every(kind)
            except (UserError, KeyError, ValueError) as error:
                return [f"{name}: {error}"]
        return problems_among(_with_paths(self._journal.reader))

    def _refuse_other_person(self, records: list[Record]) -> None:
        me = person_who_is_me(self._journal.reader)
        for record in records:
            is_other = isinstance(record, Person) and record.is_me and me and record.id != me.id
            if is_other:
                message = _(
                    "The file holds another person's boards than this database. Nothing was"
                    " changed. Import it into an empty data folder instead (--data)."
                )
                raise UserError(message)


def _with_paths(reader: Reader) -> list[tuple[str, Record]]:
    """Every record there is, with the words it is named by when something is wrong with it."""
    return [
        (f"{name}[{record.id}]", record)
        for name, kind in KINDS.items()
        for record in reader.every(kind)
    ]
