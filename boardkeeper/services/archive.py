"""Old papers taken in by the folder: read, guessed at, looked over, and kept where they belong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path, PurePosixPath

from boardkeeper.clock import Clock
from boardkeeper.db.journal import Journal
from boardkeeper.db.meetings import meetings_of, meetings_on
from boardkeeper.db.paper_files import PaperFiles
from boardkeeper.db.papers import papers_of_digests
from boardkeeper.db.reader import Reader
from boardkeeper.domain.archive_guessing import (
    ArchiveGuessing,
    Guess,
    archive_title,
)
from boardkeeper.domain.media_types import safe_name
from boardkeeper.domain.meetings import Meeting, MeetingKind, MeetingState
from boardkeeper.domain.organisations import Organisation, OrganisationId
from boardkeeper.domain.papers import Paper
from boardkeeper.errors import UserError
from boardkeeper.exchange.limited import Cancelled, Report, never, no_report
from boardkeeper.i18n import _, ngettext, pgettext
from boardkeeper.services.archive_reading import ArchiveFile, papers_below, read_papers
from boardkeeper.services.paper_places import current_in_place_of, next_position
from boardkeeper.services.paper_reading import FileFacts, Trouble, trouble_in_words
from boardkeeper.services.papers import LONGEST_TITLE


class Standing(StrEnum):
    """How a file stands to the papers that are here."""

    NEW = "new"
    SAME = "same"
    UNPLACED = "unplaced"
    UNREADABLE = "unreadable"


def standing_name(standing: Standing) -> str:
    """The standing in a word."""
    return {
        Standing.NEW: _("New"),
        Standing.SAME: _("Here already"),
        Standing.UNPLACED: pgettext("a paper", "Whose?"),
        Standing.UNREADABLE: pgettext("a paper", "Unreadable"),
    }[standing]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveRow:
    """What would become of a file: whose paper, of which day, and of which meeting if any."""

    file: ArchiveFile
    guess: Guess
    title: str = ""
    organisation: Organisation | None = None
    day: date | None = None
    meeting: Meeting | None = None
    standing: Standing = Standing.NEW
    reason: str = ""


GuessedFiles = Sequence[tuple[ArchiveFile, Guess]]
"""The files of a folder, with what is thought of each."""


class ArchiveService:
    """What one does with a folder of old papers."""

    def __init__(self, journal: Journal, clock: Clock, files: PaperFiles) -> None:
        self._journal = journal
        self._clock = clock
        self._files = files

    def preview(
        self,
        folder: Path,
        *,
        organisation_id: OrganisationId | None = None,
        progress: Report = no_report,
        is_cancelled: Callable[[], bool] = never,
    ) -> list[ArchiveRow]:
        """What taking the folder in would do, file by file; nothing is stored.

        With `organisation_id` all of it is that organisation's; else it is guessed. Raises
        UserError when the folder cannot be read, and Cancelled.
        """
        reading = self.reading(folder)
        return self.rows(reading(progress, is_cancelled), organisation_id)

    def reading(self, folder: Path) -> Callable[[Report, Callable[[], bool]], GuessedFiles]:
        """The long part of a preview, to be called with its progress: safe in a worker thread."""
        organisations = self._journal.reader.every(Organisation)
        guessing = ArchiveGuessing(organisations, self._clock.today())

        def read(progress: Report, is_cancelled: Callable[[], bool]) -> GuessedFiles:
            files = read_papers(folder, papers_below(folder), progress, is_cancelled)
            name = PurePosixPath(folder.absolute().name)  # often the year, or the organisation
            return [(each, guessing.of(name / each.inside, each.facts.text)) for each in files]

        return read

    def rows(
        self, read: GuessedFiles, organisation_id: OrganisationId | None = None
    ) -> list[ArchiveRow]:
        """The files of a folder held against what is here, in the order of their days."""
        reader = self._journal.reader
        chosen = None if organisation_id is None else reader.get(Organisation, organisation_id)
        here: dict[str, str] = {}
        for paper in papers_of_digests(reader, {file.digest for file, _guess in read}):
            here.setdefault(paper.digest, paper.title)
        rows: list[ArchiveRow] = []
        seen: dict[str, PurePosixPath] = {}
        for file, guess in read:
            row = ArchiveRow(
                file=file, guess=guess, organisation=chosen or guess.organisation, day=guess.day
            )
            reason = (
                _("as “{title}”").format(title=here[file.digest]) if file.digest in here else ""
            )
            if not reason and file.digest in seen:
                reason = _("the same file as {name}").format(name=seen[file.digest])
            refusal = file.refusal or _refusal(file.facts.trouble)
            if refusal:
                row = replace(row, standing=Standing.UNREADABLE, reason=refusal)
            elif reason:
                row = replace(row, standing=Standing.SAME, reason=reason)
            elif not file.facts.text.strip():
                row = replace(row, reason=_wordless(file.facts))
            if file.digest:
                seen.setdefault(file.digest, file.inside)
            rows.append(row)
        return sorted(self.placed(rows), key=_in_order)

    def placed(self, rows: Iterable[ArchiveRow]) -> list[ArchiveRow]:
        """The rows with what follows from their organisation and day: title, meeting, standing."""
        rows = [_without_foreign_day(each) for each in rows]
        past = _PastMeetings(self._journal.reader, self._clock, rows)
        return [_placed(each, past.of(each)) for each in rows]

    def keep(
        self,
        rows: Sequence[ArchiveRow],
        *,
        progress: Report = no_report,
        is_cancelled: Callable[[], bool] = never,
    ) -> None:
        """Copy the files that are to be stored; the long part of it, safe in a worker thread.

        Raises UserError when one of them is gone or has changed since it was read, and Cancelled.
        """
        wanted = [each.file for each in rows if each.standing is Standing.NEW]
        self._files.refuse_if_too_full(sum(each.size for each in wanted))
        for place, file in enumerate(wanted):
            if is_cancelled():
                raise Cancelled(_("Stopped. Nothing was changed."))
            progress(place, len(wanted))
            if self._files.keep(file.path).digest != file.digest:
                message = _(
                    "“{name}” has changed since the preview. Nothing was stored; look at the"
                    " folder again."
                )
                raise UserError(message.format(name=file.path.name))
        progress(len(wanted), len(wanted))

    def store(self, rows: Sequence[ArchiveRow]) -> list[Paper]:
        """Make papers of the new files that have an organisation, in one step to undo.

        Their files are copied first if `keep` has not done it. What came here meanwhile is not
        stored again. Raises UserError with nothing changed.
        """
        wanted = [each for each in rows if each.standing is Standing.NEW and each.organisation]
        self.keep([each for each in wanted if not self._files.holds(each.file.digest)])
        message = ngettext("Import old paper", "Import {count} old papers", len(wanted))
        papers: list[Paper] = []
        with self._journal.command(message.format(count=len(wanted))) as tx:
            digests = {each.file.digest for each in wanted}
            here = {each.digest for each in papers_of_digests(tx, digests)}
            positions: Counter[object] = Counter()
            for row in wanted:
                if row.file.digest in here:
                    continue
                here.add(row.file.digest)
                paper = self._paper(row)
                place = paper.meeting_id or paper.organisation_id
                if place not in positions:
                    positions[place] = next_position(current_in_place_of(tx, paper))
                papers.append(replace(paper, position=positions[place]))
                positions[place] += 1
            tx.put_all(papers)
        return papers

    def _paper(self, row: ArchiveRow) -> Paper:
        """The paper of a row; an old one counts as added on its own day."""
        if row.organisation is None:
            raise ValueError(row)
        file = row.file
        return Paper(
            organisation_id=row.organisation.id,
            meeting_id=row.meeting.id if row.meeting else None,
            title=row.title[:LONGEST_TITLE],
            file_name=safe_name(file.path.name),
            media_type=file.media_type,
            digest=file.digest,
            size=file.size,
            pages=file.facts.pages,
            words=file.facts.words,
            added_on=row.day or self._clock.today(),
            is_in_pack=row.meeting is None,  # the pack of a meeting that is over stays as it was
        )


def summary(rows: Sequence[ArchiveRow]) -> str:
    """What would be stored and what not, in a sentence or two."""
    counts = Counter(each.standing for each in rows)
    if not rows:
        return _("There are no papers in the folder.")
    if counts[Standing.SAME] == len(rows):
        return _("Everything in the folder is here already. There is nothing to store.")
    parts = [
        _("{new} new, {same} here already.").format(
            new=counts[Standing.NEW], same=counts[Standing.SAME]
        )
    ]
    if not counts[Standing.NEW] + counts[Standing.UNPLACED]:
        parts.insert(0, _("There is nothing to store."))
    if unplaced := counts[Standing.UNPLACED]:
        told = ngettext(
            "{count} names none of your organisations.",
            "{count} name none of your organisations.",
            unplaced,
        )
        parts.append(told.format(count=unplaced))
    if unreadable := counts[Standing.UNREADABLE]:
        told = ngettext("{count} could not be read.", "{count} could not be read.", unreadable)
        parts.append(told.format(count=unreadable))
    return " ".join(parts)


def _without_foreign_day(row: ArchiveRow) -> ArchiveRow:
    """The row without a day it only has from a meeting of another organisation."""
    if row.meeting is None or row.organisation is None:
        return row
    is_foreign = row.meeting.organisation_id != row.organisation.id
    is_borrowed = row.guess.day is None and row.day == row.meeting.day
    return replace(row, day=None) if is_foreign and is_borrowed else row


def _placed(row: ArchiveRow, meeting: Meeting | None) -> ArchiveRow:
    day = row.day or (meeting.day if meeting else None)
    standing = row.standing
    if standing in (Standing.NEW, Standing.UNPLACED):
        standing = Standing.NEW if row.organisation else Standing.UNPLACED
    return replace(
        row,
        title=archive_title(row.guess, row.organisation, day),
        day=day,
        meeting=meeting,
        standing=standing,
    )


class _PastMeetings:
    """Finds the meeting an old paper is of: of its day, or of its number and year."""

    def __init__(self, reader: Reader, clock: Clock, rows: Sequence[ArchiveRow]) -> None:
        self._reader = reader
        self._now = clock.now()
        self._by_day: dict[tuple[OrganisationId, date], list[Meeting]] = {}
        self._of_organisation: dict[OrganisationId, list[Meeting]] = {}
        for each in meetings_on(reader, {row.day for row in rows if row.day}):
            if self._is_past(each):
                self._by_day.setdefault((each.organisation_id, each.day), []).append(each)

    def of(self, row: ArchiveRow) -> Meeting | None:
        if row.organisation is None or row.standing in (Standing.SAME, Standing.UNREADABLE):
            return None
        owner, guess = row.organisation.id, row.guess
        if row.day is not None:
            there = self._by_day.get((owner, row.day), [])
            return max(there, key=lambda each: _likeness(each, guess), default=None)
        if guess.number is None and guess.month is None:
            return None
        fitting = [each for each in self._all(owner) if _fits(each, guess)]
        return fitting[0] if len(fitting) == 1 else None

    def _all(self, owner: OrganisationId) -> list[Meeting]:
        if owner not in self._of_organisation:
            every = meetings_of(self._reader, owner)
            self._of_organisation[owner] = [each for each in every if self._is_past(each)]
        return self._of_organisation[owner]

    def _is_past(self, meeting: Meeting) -> bool:
        return meeting.ends_at <= self._now and meeting.state is not MeetingState.CANCELLED


def _likeness(meeting: Meeting, guess: Guess) -> tuple[bool, bool]:
    """How much of the meetings of one day this is the one: by its number, then by its kind."""
    return (
        guess.number is not None and meeting.number == guess.number,
        meeting.kind is (guess.meeting_kind or MeetingKind.REGULAR),
    )


def _fits(meeting: Meeting, guess: Guess) -> bool:
    """Whether it may be the meeting of a paper whose day is not known."""
    return (
        (guess.number is None or meeting.number == guess.number)
        and (guess.year is None or meeting.day.year == guess.year)
        and (guess.month is None or meeting.day.month == guess.month)
    )


def _refusal(trouble: Trouble) -> str:
    """Why a file is not taken in; a protected one is, for whoever knows the password."""
    return "" if trouble is Trouble.PROTECTED else trouble_in_words(trouble)


def _wordless(facts: FileFacts) -> str:
    """Why a paper will be found by its title alone."""
    return trouble_in_words(facts.trouble) or _("no words to search in, a scan perhaps")


def _in_order(row: ArchiveRow) -> tuple[bool, date, str]:
    """By day, those without one first: they are the ones to look at."""
    return row.day is not None, row.day or date.min, str(row.file.inside)
