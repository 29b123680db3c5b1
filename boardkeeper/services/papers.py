"""Papers: added, numbered, moved, replaced, thrown away, and let out again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.journal import Journal
from boardkeeper.db.paper_files import PaperFiles
from boardkeeper.db.papers import papers_of_meeting, papers_of_organisation, papers_replaced_by
from boardkeeper.domain.agenda import AgendaItem, AgendaItemId, laid_out
from boardkeeper.domain.changes import ChangeSet
from boardkeeper.domain.media_types import HEAD, media_type_of, safe_name, title_from
from boardkeeper.domain.meetings import Meeting, MeetingId
from boardkeeper.domain.organisations import OrganisationId
from boardkeeper.domain.paper_numbers import NumberedPaper, numbered
from boardkeeper.domain.papers import MediaType, Paper, PaperId
from boardkeeper.domain.trash import TrashEntry
from boardkeeper.errors import UserError
from boardkeeper.exchange.limited import Cancelled, Report, never, no_report
from boardkeeper.i18n import _, ngettext
from boardkeeper.services.editing import store_edit
from boardkeeper.services.opened_copies import OpenedCopies, copied_to
from boardkeeper.services.paper_places import (
    Place,
    current_in_place_of,
    digests_in,
    in_order,
    next_position,
    older_versions,
    place_of,
    wanted_digests,
)
from boardkeeper.services.paper_reading import ToRead, Trouble, read_files
from boardkeeper.services.trash import discard

LONGEST_TITLE = 120

_READ_AT_ONCE = 20
"""Files whose words one child tells in one answer, which has its limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """A file that is kept and read, but no paper yet. `trouble` says why it has no pages."""

    file_name: str
    media_type: MediaType
    digest: str
    size: int
    pages: int | None = None
    words: int | None = None
    trouble: Trouble = Trouble.NONE


class PaperService:
    """What one does with papers."""

    def __init__(self, journal: Journal, clock: Clock, files: PaperFiles) -> None:
        self._journal = journal
        self._clock = clock
        self._files = files
        self._copies = OpenedCopies(files)
        journal.listen(self._on_changed)

    def get(self, paper_id: PaperId) -> Paper:
        return self._journal.reader.get(Paper, paper_id)

    def of_meeting(self, meeting_id: MeetingId) -> list[NumberedPaper]:
        """The papers of a meeting with their numbers, in the order of its agenda, loose ones last.

        Replaced versions are not among them.
        """
        reader = self._journal.reader
        agenda = laid_out(reader.get(Meeting, meeting_id), items_of(reader, meeting_id))
        return numbered(agenda, papers_of_meeting(reader, meeting_id))

    def of_item(self, item_id: AgendaItemId) -> list[NumberedPaper]:
        """The papers of an item itself, with their numbers."""
        item = self._journal.reader.get(AgendaItem, item_id)
        return [each for each in self.of_meeting(item.meeting_id) if each.paper.item_id == item_id]

    def of_organisation(self, organisation_id: OrganisationId) -> list[Paper]:
        """The organisation's own papers, of no meeting: articles, insurance policies, keys."""
        every = papers_of_organisation(self._journal.reader, organisation_id)
        return [each for each in every if each.is_current]

    def add(
        self,
        sources: Sequence[Path],
        *,
        meeting_id: MeetingId | None = None,
        item_id: AgendaItemId | None = None,
        organisation_id: OrganisationId | None = None,
        progress: Report = no_report,
        is_cancelled: Callable[[], bool] = never,
    ) -> list[Paper]:
        """Add files as papers of an item, a meeting, or an organisation. One step to undo.

        Raises UserError, with nothing added, when one of them cannot be read or kept.
        """
        taken = self.take_in(sources, progress=progress, is_cancelled=is_cancelled)
        return self.store(
            taken, meeting_id=meeting_id, item_id=item_id, organisation_id=organisation_id
        )

    def take_in(
        self,
        sources: Sequence[Path],
        *,
        progress: Report = no_report,
        is_cancelled: Callable[[], bool] = never,
    ) -> list[TakenIn]:
        """Keep and read files; the long part of adding, which touches no database.

        Safe in a worker thread: give what comes of it to `store` or `store_in_place`. `progress`
        counts each file twice: once kept, once read.
        """
        steps = 2 * len(sources)
        kept = []
        for place, source in enumerate(sources):
            if is_cancelled():
                raise Cancelled(_("Stopped. Nothing was changed."))
            progress(place, steps)
            kept.append(self._kept(source))
        facts = read_files(
            [ToRead(self._files.path(each.digest), each.media_type) for each in kept],
            progress=lambda done, _of: progress(len(sources) + done, steps),
            is_cancelled=is_cancelled,
        )
        return [
            replace(each, pages=found.pages, words=found.words, trouble=found.trouble)
            for each, found in zip(kept, facts, strict=True)
        ]

    def store(
        self,
        taken: Sequence[TakenIn],
        *,
        meeting_id: MeetingId | None = None,
        item_id: AgendaItemId | None = None,
        organisation_id: OrganisationId | None = None,
    ) -> list[Paper]:
        """Make papers of what was taken in, last in their place, in the order given.

        A file that already lies there is not added a second time; its paper is returned.
        """
        message = ngettext("Add paper", "Add {count} papers", len(taken))
        with self._journal.command(message.format(count=len(taken))) as tx:
            place = place_of(tx, meeting_id, item_id, organisation_id)
            papers: list[Paper] = []
            for each in taken:
                paper = self._paper(each, place)
                there = current_in_place_of(tx, paper)
                same = next((old for old in there if old.digest == each.digest), None)
                if same is None:
                    same = replace(paper, position=next_position(there))
                    tx.put(same)
                papers.append(same)
        return papers

    def change(self, paper: Paper) -> None:
        """Store a paper's new title, number or notes, or whether it is in the pack."""
        store_edit(self._journal, _("Edit paper"), paper)

    def move(self, paper_id: PaperId, item_id: AgendaItemId | None, position: int) -> None:
        """Put a paper under another item of its meeting, or loose in it, at a place from 0.

        Its replaced versions come along. Raises UserError for an item of another meeting.
        """
        with self._journal.command(_("Move paper")) as tx:
            paper = tx.get(Paper, paper_id)
            if item_id is not None and tx.get(AgendaItem, item_id).meeting_id != paper.meeting_id:
                raise UserError(_("A paper is moved within its own meeting. Nothing was changed."))
            before = [each for each in current_in_place_of(tx, paper) if each.id != paper_id]
            moved = replace(paper, item_id=item_id)
            there = [each for each in current_in_place_of(tx, moved) if each.id != paper_id]
            tx.put_all(in_order(before))
            there.insert(max(0, min(position, len(there))), moved)
            tx.put_all(in_order(there))
            tx.put_all(replace(each, item_id=item_id) for each in older_versions(tx, paper_id))

    def replace(self, paper_id: PaperId, source: Path) -> Paper:
        """Put a newer file in a paper's place; the old one is kept as its earlier version."""
        (taken,) = self.take_in([source])
        return self.store_in_place(paper_id, taken)

    def store_in_place(self, paper_id: PaperId, taken: TakenIn) -> Paper:
        """`replace`, with a file already taken in. A file that is the same changes nothing."""
        with self._journal.command(_("Replace paper")) as tx:
            old = tx.get(Paper, paper_id)
            if old.digest == taken.digest:
                return old
            new = replace(
                old,
                id=PaperId.new(),
                file_name=taken.file_name,
                media_type=taken.media_type,
                digest=taken.digest,
                size=taken.size,
                pages=taken.pages,
                words=taken.words,
                added_on=self._clock.today(),
                replaced_by_id=None,
            )
            tx.put(new)
            tx.put(replace(old, replaced_by_id=new.id))
        return new

    def versions(self, paper_id: PaperId) -> list[Paper]:
        """The paper with its older versions, the newest first."""
        reader = self._journal.reader
        return [reader.get(Paper, paper_id), *older_versions(reader, paper_id)]

    def discard(self, paper_id: PaperId) -> None:
        """Move a paper, with the versions it replaced, to the trash.

        A version that was replaced goes alone; the newer one then follows the one before it.
        """
        with self._journal.command(_("Delete paper")) as tx:
            paper = tx.get(Paper, paper_id)
            if paper.is_current:
                along = older_versions(tx, paper_id)
            else:
                along = []
                before = papers_replaced_by(tx, paper_id)
                tx.put_all(replace(each, replaced_by_id=paper.replaced_by_id) for each in before)
            discard(tx, paper, paper.title, self._clock.today(), along=along)
            if paper.is_current:
                tx.put_all(in_order(current_in_place_of(tx, paper)))

    def path_of(self, digest: str) -> Path:
        """Where a paper's file lies, to be read. Raises UserError if it is missing or changed."""
        return self._files.path(digest)

    def save_copy(self, paper_id: PaperId, folder: Path) -> Path:
        """Write the file to a folder under the name it came with; never over another file.

        The name is made safe, and numbered where it is taken. Returns where the copy lies.
        """
        paper = self.get(paper_id)
        return copied_to(self._files.path(paper.digest), folder, safe_name(paper.file_name))

    def can_open(self, paper: Paper) -> bool:
        """Whether another program may be given the file; otherwise only a copy can be saved."""
        return self._copies.suffix(paper) is not None

    def open_copy(self, paper_id: PaperId) -> Path:
        """A private copy that can be read, for another program to open; gone when we end.

        Raises UserError for a kind of file that is not on the list of what is opened.
        """
        return self._copies.open(self.get(paper_id))

    def text_of(self, digest: str) -> str:
        """The words of a kept file, for searching; empty where there are none to be found.

        Read anew each time, by a child process; safe in a worker thread. Raises UserError when
        the file is missing or changed.
        """
        path = self._files.path(digest)
        (facts,) = read_files([_to_read(path)], with_text=True)
        return facts.text

    def texts_of(
        self,
        digests: Sequence[str],
        *,
        progress: Report = no_report,
        is_cancelled: Callable[[], bool] = never,
    ) -> dict[str, str]:
        """`text_of` for many files, with one child for every few; a lost file has no words.

        Safe in a worker thread. Raises Cancelled.
        """
        texts = dict.fromkeys(digests, "")
        held = [each for each in texts if self._files.holds(each)]
        for first in range(0, len(held), _READ_AT_ONCE):
            progress(first, len(held))
            some = held[first : first + _READ_AT_ONCE]
            files = [_to_read(self._files.path(each)) for each in some]
            found = read_files(files, with_text=True, is_cancelled=is_cancelled)
            texts |= {digest: facts.text for digest, facts in zip(some, found, strict=True)}
        progress(len(held), len(held))
        return texts

    def faulty(self) -> list[Paper]:
        """The papers whose file is missing or changed; reads every file there is."""
        every = self._journal.reader.every(Paper)
        whole = {each: self._files.holds(each) for each in {paper.digest for paper in every}}
        return [each for each in every if not whole[each.digest]]

    def tidy(self) -> None:
        """Clear away opened copies and files that no paper needs: at the start and at the end.

        Not while something can be undone: it might need its file again.
        """
        self._copies.wipe()
        if self._journal.undo_label is None and self._journal.redo_label is None:
            self._files.sweep(wanted_digests(self._journal.reader))

    def _kept(self, source: Path) -> TakenIn:
        kept = self._files.keep(source)
        with self._files.path(kept.digest).open("rb") as file:
            media_type = media_type_of(source.name, file.read(HEAD))
        return TakenIn(
            file_name=safe_name(source.name),
            media_type=media_type,
            digest=kept.digest,
            size=kept.size,
        )

    def _paper(self, taken: TakenIn, place: Place) -> Paper:
        return Paper(
            organisation_id=place.organisation_id,
            meeting_id=place.meeting_id,
            item_id=place.item_id,
            title=title_from(taken.file_name)[:LONGEST_TITLE],
            file_name=taken.file_name,
            media_type=taken.media_type,
            digest=taken.digest,
            size=taken.size,
            pages=taken.pages,
            words=taken.words,
            added_on=self._clock.today(),
        )

    def _on_changed(self, change_set: ChangeSet) -> None:
        """When the trash is emptied, the files of its papers go for good."""
        gone = [
            change.before
            for change in change_set.changes
            if isinstance(change.before, TrashEntry) and change.after is None
        ]
        thrown = digests_in(gone)
        if thrown:
            for digest in thrown - wanted_digests(self._journal.reader):
                self._files.discard(digest)


def _to_read(path: Path) -> ToRead:
    """A kept file, for what its bytes alone say it is."""
    with path.open("rb") as file:
        return ToRead(path, media_type_of("", file.read(HEAD)))
