"""What belongs into a pack: agenda, earlier minutes, tasks, and each item with its papers.

What an edition keeps to itself is left out here, before anything is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC

from boardkeeper import formats
from boardkeeper.clock import Clock
from boardkeeper.db.agenda import items_of
from boardkeeper.db.papers import papers_of_meeting
from boardkeeper.db.reader import Reader
from boardkeeper.domain.agenda import AgendaItemId, AgendaLine, laid_out
from boardkeeper.domain.media_types import safe_name
from boardkeeper.domain.meetings import Meeting
from boardkeeper.domain.organisations import Organisation
from boardkeeper.domain.pack_versions import PackEntry, entries_from_text
from boardkeeper.domain.packs import PackPart, PackProfile, PackVersion
from boardkeeper.domain.paper_numbers import NumberedPaper, numbered
from boardkeeper.domain.papers import MediaType, Paper
from boardkeeper.domain.reading_time import WORDS_A_MINUTE, reading_minutes_of
from boardkeeper.domain.sheets import agenda_words, pack_words
from boardkeeper.domain.sheets.agenda import AgendaSheet, Case, SheetLine
from boardkeeper.domain.sheets.letterhead import Letterhead
from boardkeeper.domain.sheets.naming import file_name
from boardkeeper.domain.sheets.pack import (
    PackBefore,
    PackEdition,
    PackItem,
    PackPaper,
    PackSheet,
)
from boardkeeper.domain.sheets.paper import Edition
from boardkeeper.errors import UserError
from boardkeeper.i18n import Language, _, pgettext, speaking
from boardkeeper.services.pack_building import PreparedPack
from boardkeeper.services.pack_documents import PackDocuments, PackSources
from boardkeeper.services.paper_places import older_versions

_AGENDA_ONLY = (PackPart.AGENDA,)
_NOT_IN_A_SUPPLEMENT = frozenset(
    {
        *(PackPart.PREVIOUS_MINUTES, PackPart.TASKS, PackPart.INTERESTS),
        *(PackPart.CHANGES, PackPart.WHEEL, PackPart.PLAN),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """One pack in the gathering; what is asked of it, and where its papers come from."""

    reader: Reader
    clock: Clock
    sources: PackSources
    meeting: Meeting
    edition: PackEdition
    profile: PackProfile
    recipient: str
    withheld: frozenset[AgendaItemId]
    released: tuple[PackVersion, ...]
    version: int | None
    language: Language | None

    def prepared(self) -> PreparedPack:
        if self.edition is PackEdition.SUPPLEMENT and self._before() is None:
            raise UserError(
                _(
                    "No pack of this meeting has gone out, so there is nothing to supplement."
                    " Release one first."
                )
            )
        agenda = self.sources.documents.agenda_sheet(
            self.meeting.id, edition=self.edition.of_papers, language=self.language
        )
        with speaking(agenda.language):
            return self._prepared(agenda)

    def _prepared(self, agenda: AgendaSheet) -> PreparedPack:
        items, loose, papers = self._items(agenda)
        if self.edition is PackEdition.SUPPLEMENT:
            items, loose, agenda = self._only_new(items, loose, agenda)
        parts = self._parts(agenda)
        makers = PackDocuments(
            reader=self.reader,
            clock=self.clock,
            sources=self.sources,
            meeting=self.meeting,
            edition=self.edition,
            profile=self.profile,
            language=self.language,
        )
        documents = tuple(makers.drawn(agenda, parts, items))
        kept = {each.digest for item in items for each in item.papers} | {
            each.digest for each in loose
        }
        is_agenda = self.edition is PackEdition.AGENDA
        if PackPart.ITEMS not in parts:
            items = tuple(replace(each, case=None, papers=()) for each in items)
        sheet = PackSheet(
            letterhead=self._letterhead(agenda),
            edition=self.edition,
            version=self._version,
            recipient=self.recipient,
            facts=tuple(_facts(agenda)),
            profile=self.profile,
            parts=parts,
            documents=(),
            items=() if is_agenda else items,
            loose=() if is_agenda else loose,
            reading_minutes=reading_minutes_of(each for each in papers if each.digest in kept)
            + _words_of(items) // WORDS_A_MINUTE,
            before=self._before_of(items, loose),
        )
        organisation = self.reader.get(Organisation, self.meeting.organisation_id)
        return PreparedPack(
            title=f"{agenda.organisation} · {sheet.letterhead.title}, {agenda.meeting}",
            file_name=self._file_name(agenda, organisation),
            sheet=sheet,
            documents=documents,
        )

    # Items and papers

    def _items(
        self, agenda: AgendaSheet
    ) -> tuple[tuple[PackItem, ...], tuple[PackPaper, ...], list[Paper]]:
        """The lines of the agenda with what belongs to each, and the papers without an item."""
        laid = laid_out(self.meeting, items_of(self.reader, self.meeting.id))
        papers = papers_of_meeting(self.reader, self.meeting.id)
        withheld = self._withheld(laid.lines)
        has_loose = PackPart.LOOSE in self.profile.chosen_parts
        shown = [
            each
            for each in numbered(laid, papers)
            if each.paper.is_in_pack
            and not (self.edition is PackEdition.OPEN and each.is_closed)
            and not (each.item is not None and each.item.id in withheld)
        ]
        by_item: dict[AgendaItemId, list[PackPaper]] = {}
        loose = []
        for each in shown:
            if each.item is not None:
                by_item.setdefault(each.item.id, []).append(self._paper(each))
            elif has_loose:
                loose.append(self._paper(each))
        cases = {case.line: case for case in agenda.cases}
        items = tuple(
            self._item(line, drawn, cases, by_item, is_withheld=line.item.id in withheld)
            for line, drawn in _paired(laid.lines, agenda.lines, self.edition.of_papers)
        )
        return items, tuple(loose), [each.paper for each in shown]

    def _item(
        self,
        line: AgendaLine,
        drawn: SheetLine,
        cases: dict[SheetLine, Case],
        papers: dict[AgendaItemId, list[PackPaper]],
        *,
        is_withheld: bool,
    ) -> PackItem:
        is_hidden = line.is_closed and self.edition is PackEdition.OPEN
        if is_hidden or is_withheld:
            return PackItem(key=_item_key(line), line=drawn, is_withheld=is_withheld)
        return PackItem(
            key=_item_key(line),
            line=drawn,
            case=cases.get(drawn),
            papers=tuple(papers.get(line.item.id, ())),
        )

    def _withheld(self, lines: Iterable[AgendaLine]) -> set[AgendaItemId]:
        """The items this copy is without, with all that lies below them."""
        found: set[AgendaItemId] = set()
        for line in lines:
            if line.item.id in self.withheld or line.item.parent_id in found:
                found.add(line.item.id)
        return found

    def _paper(self, each: NumberedPaper) -> PackPaper:
        paper = each.paper
        path, reason = "", ""
        try:
            path = str(self.sources.files.path(paper.digest))
        except UserError:
            reason = _("its file is missing or damaged")
        oldest = [paper, *older_versions(self.reader, paper.id)][-1]
        return PackPaper(
            key=str(oldest.id),
            number=each.number,
            title=paper.title,
            file_name=safe_name(paper.file_name),
            media_type=MediaType(paper.media_type),
            digest=paper.digest,
            path=path,
            reason=reason,
        )

    # Versions

    @property
    def _version(self) -> int:
        if self.version is not None:
            return self.version
        return max((each.version for each in self.released), default=0) + 1

    def _before(self) -> PackBefore | None:
        earlier = [each for each in self.released if each.version < self._version]
        if not earlier:
            return None
        last = earlier[-1]
        return PackBefore(
            version=last.version,
            released_on=last.released_at.replace(tzinfo=UTC).astimezone().date(),
            entries=entries_from_text(last.contents),
        )

    def _before_of(
        self, items: tuple[PackItem, ...], loose: tuple[PackPaper, ...]
    ) -> PackBefore | None:
        """The last version as this edition may know it: nothing of what it keeps to itself.

        What went out may have been the whole pack, with the titles of closed items.
        """
        before = self._before()
        if before is None or self.edition in (PackEdition.FULL, PackEdition.SUPPLEMENT):
            return before
        hidden = {
            item.key: PackEntry(key=item.key, title="", first=0, pages=0, digest=item.digest)
            for item in items
            if item.is_withheld or item.line.is_closed
        }
        papers = [*(paper for item in items for paper in item.papers), *loose]
        open_keys = {item.key for item in items} | {f"paper-{each.key}" for each in papers}
        open_keys |= {part.value for part in PackPart}
        known = (
            each for each in before.entries if each.key in open_keys and each.key not in hidden
        )
        return replace(before, entries=(*known, *hidden.values()))

    def _only_new(
        self, items: tuple[PackItem, ...], loose: tuple[PackPaper, ...], agenda: AgendaSheet
    ) -> tuple[tuple[PackItem, ...], tuple[PackPaper, ...], AgendaSheet]:
        """What has come since the last version went out, and an agenda of the new items only."""
        before = self._before()
        known = {each.key: each.digest for each in before.entries} if before else {}

        def new(papers: Iterable[PackPaper]) -> tuple[PackPaper, ...]:
            return tuple(each for each in papers if known.get(f"paper-{each.key}") != each.digest)

        found = []
        for item in items:
            is_new = item.key not in known and not item.line.is_break
            fresh = new(item.papers)
            if is_new or fresh:
                found.append(replace(item, papers=fresh, case=item.case if is_new else None))
        numbers = {each.number for item in found for each in item.papers}
        numbers |= {each.number for each in new(loose)}
        new_keys = {each.key for each in found if each.key not in known}
        lines = tuple(each.line for each in found if each.key in new_keys)
        title = _("Supplementary agenda: {meeting}").format(meeting=agenda.meeting)
        only = replace(
            agenda,
            heading=title,
            lines=lines,
            minutes=sum(line.minutes for line in lines),
            cases=tuple(case for case in agenda.cases if case.line in lines),
            next_meetings=(),
            papers=tuple(each for each in agenda.papers if each.number in numbers),
        )
        return tuple(found), new(loose), only

    # The papers of our own

    def _parts(self, agenda: AgendaSheet) -> tuple[PackPart, ...]:
        if self.edition is PackEdition.AGENDA:
            return _AGENDA_ONLY
        parts = self.profile.chosen_parts
        if self.edition is PackEdition.SUPPLEMENT:
            parts = tuple(each for each in parts if each not in _NOT_IN_A_SUPPLEMENT)
            if not agenda.lines:
                parts = tuple(each for each in parts if each is not PackPart.AGENDA)
        return parts

    # Its name and its head

    def _letterhead(self, agenda: AgendaSheet) -> Letterhead:
        title = pack_words.pack_title(self.edition)
        return Letterhead(
            language=agenda.language,
            organisation=agenda.organisation,
            registration_number=agenda.registration_number,
            colour=agenda.colour,
            title=title,
            subtitle=agenda.meeting,
            document=f"{title} · {agenda.meeting}",
            subject=f"{agenda.meeting}, {formats.long_moment(agenda.starts_at, agenda.ends_at)}",
            date=formats.date(agenda.starts_at),
            status=agenda.status,
            confidentiality=agenda.confidentiality,
            printed_at=agenda.printed_at,
        )

    def _file_name(self, agenda: AgendaSheet, organisation: Organisation) -> str:
        which = {
            PackEdition.OPEN: pgettext("file name", "open"),
            PackEdition.PERSONAL: self.recipient,
        }.get(self.edition, "")
        return file_name(
            agenda.starts_at.date(),
            organisation.label,
            agenda.meeting,
            pack_words.document_name(self.edition),
            which,
            f"v{self._version}",
            suffix=".pdf",
        )


def _facts(agenda: AgendaSheet) -> Iterable[tuple[str, str]]:
    """What the cover says of the meeting: when, where, whom to tell if one cannot come."""
    yield pgettext("on a notice", "When"), agenda_words.when(agenda)
    if agenda.place:
        yield pgettext("on a notice", "Where"), agenda.place
    if agenda.link:
        yield _("Link"), agenda.link
    if agenda.apologies:
        yield _("Apologies to"), agenda.apologies
    if agenda.confidentiality:
        yield _("Confidentiality"), agenda.confidentiality


def _paired(
    lines: Iterable[AgendaLine], drawn: Iterable[SheetLine], edition: Edition
) -> Iterable[tuple[AgendaLine, SheetLine]]:
    """Each line of the agenda with what the sheet made of it; what lies below a closed one is gone.

    Both are in the same order, and the sheet leaves out whole branches only.
    """
    shown = []
    below: int | None = None
    for line in lines:
        if below is not None and line.depth > below:
            continue
        below = line.depth if line.is_closed and edition is Edition.OPEN else None
        shown.append(line)
    return zip(shown, drawn, strict=True)


def _item_key(line: AgendaLine) -> str:
    return f"item-{line.item.id}"


def _words_of(items: Iterable[PackItem]) -> int:
    cases = (item.case for item in items if item.case is not None)
    return sum(
        len(text.split())
        for case in cases
        for text in (case.purpose, case.background, case.economy, case.recommendation)
    )
