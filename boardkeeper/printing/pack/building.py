"""A pack from its sheet to its file: read, planned, drawn, assembled, looked through, written."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from boardkeeper.domain.pack_versions import PackEntry, changes_between
from boardkeeper.domain.packs import PackPart
from boardkeeper.domain.papers import MediaType
from boardkeeper.domain.sheets import pack_words as words
from boardkeeper.domain.sheets.letterhead_words import page_words
from boardkeeper.domain.sheets.pack import PackItem, PackPaper, PackSheet
from boardkeeper.errors import UserError
from boardkeeper.files import reason_in_words
from boardkeeper.i18n import _, ngettext, speaking
from boardkeeper.printing.pack.assembling import Assembly
from boardkeeper.printing.pack.ours import (
    CHANGES,
    CONTENTS,
    COVER,
    NOTES,
    Ours,
    Stands,
    flowing_items,
    ours_pdf,
    paper_key,
    profile_of,
)
from boardkeeper.printing.pack.pictures import picture_source
from boardkeeper.printing.pack.plan import Block, Lot, Mark, Plan, one_by_one, planned, two_up
from boardkeeper.printing.pack.saving import save_pack
from boardkeeper.printing.pack.scanning import trouble_in
from boardkeeper.printing.pack.sources import (
    Fault,
    Source,
    UnusableError,
    bounded_reading,
    foreign_source,
    own_source,
)
from boardkeeper.printing.pack.texts import text_source

Report = Callable[[int, int], None]

_log = logging.getLogger(__name__)
_MOST_DRAWN = 4
_AFTER_ITEMS = (PackPart.WHEEL, PackPart.PLAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A pack that is written: its pages, what stood where, and what to tell its maker."""

    pages: int
    entries: tuple[PackEntry, ...]
    warnings: tuple[str, ...]


def build_in_child(content: bytes, arguments: dict[str, Any], report: Report) -> dict[str, Any]:
    """The job of the child process: `content` is the sheet, as our own parent wrote it.

    `lost` are the places of papers that ended a child before, by their fault. What is refused is
    an answer too: a child that ends without one was ended by a paper.
    """
    sheet: PackSheet = pickle.loads(content)  # noqa: S301 - the parent's own, through its pipe
    lost = {int(at): Fault(fault) for at, fault in arguments["lost"].items()}
    try:
        target = Path(arguments["target"])
        built = build(sheet, target, report, lost=lost, password=arguments["password"])
    except OSError as error:
        message = _("The pack could not be written ({reason}). Nothing was changed.")
        return {"refused": message.format(reason=reason_in_words(error))}
    except UserError as error:
        return {"refused": str(error)}
    return {
        "pages": built.pages,
        "warnings": list(built.warnings),
        "entries": [
            [each.key, each.title, each.first, each.pages, each.digest] for each in built.entries
        ],
    }


def build(
    sheet: PackSheet,
    target: Path,
    report: Report,
    *,
    lost: Mapping[int, Fault] | None = None,
    password: str = "",
) -> Built:
    """Write the pack to `target`. The same sheet gives the same bytes, unless it has a password.

    `report` is told each appendix as it is begun, and then the pages as they are made.
    """
    with speaking(sheet.letterhead.language), bounded_reading():
        return _Builder(sheet, report, lost or {}).built(target, password)


class _Builder:
    """The papers of one pack, open until it is written."""

    def __init__(self, sheet: PackSheet, report: Report, lost: Mapping[int, Fault]) -> None:
        self._sheet = sheet
        self._report = report
        self._around = page_words(sheet.letterhead)
        self._sources: dict[str, Source] = {}
        self._slips: dict[str, str] = {}
        self._notes: list[str] = []
        self._documents = {each.part: own_source(each.content) for each in sheet.documents}
        self._read(lost)

    def built(self, target: Path, password: str) -> Built:
        plan = self._settled()
        done = len(self._sheet.papers)
        of = done + plan.pages
        assembly = Assembly(
            plan, self._sheet.profile, lambda page: self._report(done + page - 1, of)
        )
        pdf = assembly.assembled(self._around)
        trouble = trouble_in(pdf)
        if trouble:
            _log.error("A pack still acts: %s", trouble)
            message = _(
                "One of the papers holds something that acts, and could not be cleaned. No pack was"
                " made. Take out the papers that were added last, and try again."
            )
            raise UserError(message)
        entries = tuple(_entries(plan, self._sheet))
        save_pack(pdf, target, password, named_after=repr((self._around, entries)))
        self._close()
        return Built(
            pages=plan.pages,
            entries=entries,
            warnings=tuple(self._warnings(plan)),
        )

    # Reading

    def _read(self, lost: Mapping[int, Fault]) -> None:
        papers = self._sheet.papers
        for at, paper in enumerate(papers):
            self._report(at, len(papers) + 1)
            if paper.reason:
                self._slips[paper.key] = paper.reason
                continue
            if at in lost:
                self._slips[paper.key] = fault_in_words(lost[at])
                continue
            try:
                source = self._opened(paper)
            except UnusableError as error:
                self._slips[paper.key] = fault_in_words(error.fault)
                continue
            self._sources[paper.key] = source
            self._note(paper, source)

    def _opened(self, paper: PackPaper) -> Source:
        match paper.media_type:
            case MediaType.PDF:
                return foreign_source(Path(paper.path))
            case MediaType.IMAGE:
                return picture_source(Path(paper.path))
            case MediaType.TEXT | MediaType.MARKDOWN:
                return text_source(paper, self._around, profile_of(self._sheet.profile))
            case _:
                raise UnusableError(Fault.UNKNOWN_KIND)

    def _note(self, paper: PackPaper, source: Source) -> None:
        """What is to be known of a paper that is in the pack, though not all of it."""
        if source.attached:
            message = ngettext(
                "{appendix}: {count} file attached within it is left out.",
                "{appendix}: {count} files attached within it are left out.",
                source.attached,
            )
            self._notes.append(
                message.format(appendix=words.paper_named(paper), count=source.attached)
            )
        if source.lost:
            message = ngettext(
                "{appendix}: {count} page could not be read and is empty.",
                "{appendix}: {count} pages could not be read and are empty.",
                source.lost,
            )
            self._notes.append(message.format(appendix=words.paper_named(paper), count=source.lost))

    # Planning

    def _settled(self) -> Plan:
        """The plan, once our own pages say what it says and change nothing by it."""
        stands: dict[str, Stands] = {}
        entries: list[PackEntry] = []
        total = 0
        pages = -1
        for _drawing in range(_MOST_DRAWN):
            before = self._sheet.before
            ours = Ours(
                stands=stands,
                total=total,
                slips=self._slips,
                notes=self._notes,
                changes=changes_between(before.entries, entries) if before else (),
                item_keys=self._item_keys,
            )
            content, places = ours_pdf(self._sheet, ours)
            plan = planned(list(self._blocks(own_source(content), places)))
            found = {key: Stands(*where) for key, where in plan.stands.items()}
            if found == stands and plan.pages == total:
                break
            stands, total = found, plan.pages
            entries = _entries(plan, self._sheet)
            pages = plan.pages
        assert pages >= 0  # noqa: S101 - the first drawing is never the last
        return plan

    @cached_property
    def _item_keys(self) -> tuple[str, ...]:
        return tuple(item.key for item in self._sheet.items if self._has_page(item))

    def _has_page(self, item: PackItem) -> bool:
        """Whether an item has a page of its own: something to read, or the divider it was given."""
        if PackPart.ITEMS not in self._sheet.parts or item.line.is_break:
            return False
        has_anything = item.case is not None or bool(item.papers)
        is_divided = self._sheet.profile.has_dividers and has_anything
        return item.case is not None or is_divided

    def _blocks(self, ours: Source, places: Mapping[str, int]) -> list[Block]:
        """Every part that has pages, in the order of the paper."""
        flowing = flowing_items(self._sheet, self._item_keys)
        parts = _OwnPages(ours, places, flowing)
        sheet = self._sheet
        blocks = [
            parts.block(COVER, "", 0),
            parts.block(CONTENTS, _("Contents"), 0),
            parts.block(NOTES, _("Not in this file"), 0),
            parts.block(CHANGES, _("Changes"), 0),
        ]
        blocks += [self._document(each.part) for each in sheet.documents if not _is_last(each.part)]
        for item in sheet.items:
            if item.key in flowing and blocks[-1] is not None:
                blocks[-1] = _with_mark(blocks[-1], item, parts)
                blocks += [self._paper_block(each, item, parts, level=1) for each in item.papers]
            else:
                blocks += self._item_blocks(item, parts)
        for at, paper in enumerate(sheet.loose):
            block = self._paper_block(paper, None, parts, level=0)
            blocks.append(
                _beginning_right(block, is_right=at == 0 and sheet.profile.starts_items_right)
            )
        blocks += [self._document(each.part) for each in sheet.documents if _is_last(each.part)]
        return [each for each in blocks if each is not None]

    def _document(self, part: PackPart) -> Block | None:
        document = next(each for each in self._sheet.documents if each.part is part)
        source = self._documents[part]
        return Block(
            key=part.value,
            title=document.title,
            level=0,
            lot=Lot.OURS,
            source=source,
            leaves=one_by_one(source.pages),
            begins_right=self._sheet.profile.starts_items_right,
            version_key=part.value,
            digest=document.digest,
        )

    def _item_blocks(self, item: PackItem, parts: _OwnPages) -> list[Block | None]:
        title = words.item_bookmark(item.line)
        page = parts.block(item.key, title, 0, digest=item.digest)
        papers = [self._paper_block(paper, item, parts, level=1) for paper in item.papers]
        blocks = [page, *papers]
        if page is None:
            blocks = papers
            if papers and papers[0] is not None:
                # The item has nothing to read but these: it begins where the first of them does.
                blocks = [replace(papers[0], above=title, above_key=item.key), *papers[1:]]
        if blocks and self._sheet.profile.starts_items_right:
            blocks[0] = _beginning_right(blocks[0], is_right=True)
        return blocks

    def _paper_block(
        self, paper: PackPaper, item: PackItem | None, parts: _OwnPages, *, level: int
    ) -> Block | None:
        key = paper_key(paper)
        title = words.paper_bookmark(paper)
        source = self._sources.get(paper.key)
        if source is None:
            return parts.block(key, title, level, version_key=key, digest=paper.digest)
        is_two_up = self._sheet.profile.is_two_up
        return Block(
            key=key,
            title=title,
            level=level,
            lot=Lot.APPENDIX,
            source=source,
            leaves=two_up(source.pages) if is_two_up else one_by_one(source.pages),
            stamp=words.paper_named(paper),
            item_label=words.item_label(item.line) if item and item.line.number else "",
            item_key=item.key if item else "",
            version_key=key,
            digest=paper.digest,
        )

    def _warnings(self, plan: Plan) -> list[str]:
        """What whoever makes the pack is to see before it goes out."""
        sheet = self._sheet
        found = [
            words.left_out(paper, self._slips[paper.key])
            for paper in sheet.papers
            if paper.key in self._slips
        ]
        found += [*self._notes, *sheet.warnings]
        limit = sheet.profile.page_limit
        if limit and plan.pages > limit:
            found.append(words.too_long(plan.pages, limit))
        for item in sheet.items:
            pages = plan.span([item.key, *(paper_key(each) for each in item.papers)])
            found.append(words.pages_without_time(item, pages))
        return [each for each in found if each]

    def _close(self) -> None:
        for source in (*self._sources.values(), *self._documents.values()):
            source.pdf.close()


class _OwnPages:
    """Our own drawn pages, part by part. `places` are their first pages in the PDF, from 1.

    Those of the `flowing` go on where the part before them ends, and have no pages to themselves.
    """

    def __init__(self, source: Source, places: Mapping[str, int], flowing: Collection[str]) -> None:
        self._source = source
        self.places = places
        self._firsts = sorted({page for key, page in places.items() if key not in flowing})

    def block(
        self, key: str, title: str, level: int, *, version_key: str = "", digest: str = ""
    ) -> Block | None:
        """The part of that key, if it is there."""
        first = self.places.get(key)
        if first is None:
            return None
        following = [each for each in self._firsts if each > first]
        last = following[0] if following else len(self._source.pages) + 1
        return Block(
            key=key,
            title=title,
            level=level,
            lot=Lot.OURS,
            source=self._source,
            leaves=tuple((at,) for at in range(first - 1, last - 1)),
            version_key=version_key or (key if digest else ""),
            digest=digest,
        )


def fault_in_words(fault: Fault) -> str:
    """Why a file is not in the pack."""
    return {
        Fault.PROTECTED: _("protected by a password"),
        Fault.DAMAGED: _("damaged"),
        Fault.DYNAMIC: _("a form that only its own program shows"),
        Fault.TOO_LONG: _("longer than an appendix may be"),
        Fault.UNKNOWN_KIND: _("of a kind that has no pages"),
    }[fault]


def _entries(plan: Plan, sheet: PackSheet) -> list[PackEntry]:
    """What stands where; an item without pages of its own stands in the agenda only."""
    found = [
        PackEntry(key=mark.key, title=mark.title, first=first, pages=pages, digest=mark.digest)
        for placed in plan.placed
        for mark, first, pages in placed.parts
        if mark.key
    ]
    known = {each.key for each in found}
    return found + [
        PackEntry(
            key=item.key,
            title=words.item_bookmark(item.line),
            first=0,
            pages=0,
            digest=item.digest,
        )
        for item in sheet.items
        if item.key not in known and not item.line.is_break
    ]


def _with_mark(block: Block | None, item: PackItem, parts: _OwnPages) -> Block | None:
    """The block with an item that begins on its pages."""
    if block is None:
        return None
    mark = Mark(
        key=item.key,
        title=words.item_bookmark(item.line),
        page=parts.places[item.key] - 1,
        digest=item.digest,
    )
    return replace(block, marks=(*block.marks, mark))


def _beginning_right(block: Block | None, *, is_right: bool) -> Block | None:
    return replace(block, begins_right=True) if block is not None and is_right else block


def _is_last(part: PackPart) -> bool:
    return part in _AFTER_ITEMS
