"""Everything out, everything in, and whether everything is whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from boardkeeper.db.journal import Journal
from boardkeeper.db.people import person_who_is_me
from boardkeeper.db.reader import Reader
from boardkeeper.db.store import Store
from boardkeeper.domain.identity import Record
from boardkeeper.domain.kinds import KINDS
from boardkeeper.domain.papers import Paper
from boardkeeper.domain.people import Person
from boardkeeper.errors import UserError
from boardkeeper.exchange.archive import SUFFIX, Archive, opened_archive, write_archive
from boardkeeper.exchange.interchange import (
    UnreadableFile,
    interchange_of,
    problems_among,
    records_in,
)
from boardkeeper.files import read_whole, whole_file, write_whole
from boardkeeper.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: records new here, changed here, and here already as they were.

    `lacking` counts the papers whose files did not come along and are not here either.
    """

    new: int
    changed: int
    same: int
    lacking: int = 0

    def in_words(self) -> str:
        """The three counts as a sentence, and what is lacking as another."""
        counted = _("{new} new, {changed} changed, {same} the same as before.").format(
            new=self.new, changed=self.changed, same=self.same
        )
        if not self.lacking:
            return counted
        message = ngettext(
            "{count} paper came without its file, which only a .boardkeeper file brings along.",
            "{count} papers came without their files, which only a .boardkeeper file brings along.",
            self.lacking,
        )
        return f"{counted} {message.format(count=self.lacking)}"


class InterchangeService:
    """The interchange file of docs/interchange.md, and the check of the whole database."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def records(self) -> list[Record]:
        """Every record but what lies in the trash."""
        return [each for kind in KINDS.values() for each in self._journal.reader.every(kind)]

    def export_to(self, path: Path) -> int:
        """Write every record to a file, with the papers where its name ends in .boardkeeper.

        Returns how many records. Raises UserError, with nothing written, when the file of a paper
        is missing or changed.
        """
        records = self.records()
        document = interchange_of(records)
        if _has_papers(path):
            papers = [
                (digest, self._store.paper_files.path(digest)) for digest in _digests(records)
            ]
            with whole_file(path) as target:
                write_archive(target, document, papers)
        else:
            write_whole(path, document)
        return len(records)

    def import_from(self, path: Path) -> Imported:
        """Take in every record of a file; those with a known id replace what was there.

        Everything is checked before anything is stored, and together with what was there before
        it stays. Raises UserError, with nothing changed, when the file is not right, is about
        another person, or does not fit what is there.
        """
        if not _has_papers(path):
            return self._taken_in(records_in(read_whole(path)))
        with opened_archive(path) as archive:
            self._refuse_other_person(archive.records)
            with self._papers_kept(archive):
                return self._taken_in(archive.records)

    def _taken_in(self, records: list[Record]) -> Imported:
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
        files = self._store.paper_files
        lacking = sum(not files.holds(digest) for digest in _digests(records))
        return Imported(**counts, lacking=lacking)

    @contextmanager
    def _papers_kept(self, archive: Archive) -> Iterator[None]:
        """Keep the papers of a checked file before their records; without these they go again."""
        files = self._store.paper_files
        missing = [digest for digest in archive.sizes if not files.holds(digest)]
        files.refuse_if_too_full(sum(archive.sizes[digest] for digest in missing))
        try:
            for digest in missing:
                with archive.paper(digest) as paper:
                    files.keep(paper)
            yield
        except BaseException:
            for digest in missing:
                files.discard(digest)
            raise

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
        return [*problems_among(_with_paths(self._journal.reader)), *self._lost_papers()]

    def _lost_papers(self) -> list[str]:
        """The papers whose file is missing or changed; every file is read."""
        files = self._store.paper_files
        papers = self._journal.reader.every(Paper)
        whole = {digest: files.holds(digest) for digest in _digests(papers)}
        message = _("papers[{id}]: its file is missing, or was changed after it was added.")
        return [message.format(id=each.id) for each in papers if not whole[each.digest]]

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


def _has_papers(path: Path) -> bool:
    return path.suffix.casefold() == SUFFIX


def _digests(records: Sequence[Record]) -> list[str]:
    """The digests of the papers among the records, each once."""
    return sorted({each.digest for each in records if isinstance(each, Paper)})


def _with_paths(reader: Reader) -> list[tuple[str, Record]]:
    """Every record there is, with the words it is named by when something is wrong with it."""
    return [
        (f"{name}[{record.id}]", record)
        for name, kind in KINDS.items()
        for record in reader.every(kind)
    ]
