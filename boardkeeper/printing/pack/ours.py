"""The pages a pack adds of its own: cover, contents, what is left out, changes, items, slips.

They are one document, drawn twice: once to see how many pages each part has, and again when all
pages of the pack have their numbers. Its lines are as high with a number as without.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from boardkeeper import formats
from boardkeeper.domain.pack_versions import (
    ChangeKind,
    PackChange,
    change_name,
    pages_to_print,
    spans_in_words,
)
from boardkeeper.domain.packs import PackPart, PackProfile, part_name
from boardkeeper.domain.sheets import agenda_words
from boardkeeper.domain.sheets import pack_words as words
from boardkeeper.domain.sheets.letterhead_words import page_words, registration, title_of
from boardkeeper.domain.sheets.pack import PackItem, PackPaper, PackSheet
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import _, pgettext
from boardkeeper.printing.blocks import Rule, Stripe, heading
from boardkeeper.printing.colours import ink
from boardkeeper.printing.fonts import Face
from boardkeeper.printing.frame import printed
from boardkeeper.printing.labels import Labels
from boardkeeper.printing.pack.entries import Anchor, Entry, Parting
from boardkeeper.printing.pack.pages import OWN_ADDRESS
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import prose
from boardkeeper.printing.styles import Typography, typography
from boardkeeper.printing.table import Cell, Column, Row, table
from boardkeeper.printing.text import TextStyle, line_width

COVER = PackPart.COVER.value
CONTENTS = PackPart.CONTENTS.value
NOTES = "notes"
CHANGES = PackPart.CHANGES.value

_COVER_TITLE = TextStyle(face=Face.BOLD, size=34, leading=40)
_BIG_NUMBER = TextStyle(face=Face.BOLD, size=64, leading=70)
_WIDEST_PAGE = "0000"


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a part stands in the pack: its first page and how many it has; None: not known yet."""

    first: int | None
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours:
    """What these pages are made of, besides the sheet.

    `stands` tells of every part by its key, `total` of all pages. `slips` are appendices without
    pages of their own and why, `notes` what else is to be known of the papers.
    """

    stands: dict[str, Stands]
    total: int
    slips: dict[str, str]
    notes: Sequence[str]
    changes: Sequence[PackChange]
    item_keys: Sequence[str]


def profile_of(profile: PackProfile) -> Profile:
    """How our own pages are set."""
    if profile.is_large_print:
        return Profile.LARGE
    return Profile.NOTES if profile.has_note_margin else Profile.NORMAL


def ours_pdf(sheet: PackSheet, ours: Ours) -> tuple[bytes, dict[str, int]]:
    """The pages as a PDF, and on which of its pages each part begins, by its key.

    Nothing at all where the pack has no such pages.
    """
    paper = Paper(profile=profile_of(sheet.profile))
    around = replace(page_words(sheet.letterhead), counts_pages=False)
    every: dict[str, int] = {}
    parts = _Ours(sheet, ours, paper).parts()
    flowing = flowing_items(sheet, ours.item_keys)
    if not parts:
        return b"", {}
    content = printed(
        list(_parted(parts, flowing, typography(paper.profile))), around, paper, every
    )
    return content, {key: every[key] for key, _part in parts}


def flowing_items(sheet: PackSheet, item_keys: Collection[str]) -> frozenset[str]:
    """The items that go on below the one before: it has nothing but its text, and room is left.

    Where items are to begin on the right, or have dividers, each has pages of its own.
    """
    if sheet.profile.has_dividers or sheet.profile.starts_items_right:
        return frozenset()
    found = set()
    can_follow = False
    for item in sheet.items:
        if item.key in item_keys:
            if can_follow:
                found.add(item.key)
            can_follow = not item.papers
        elif item.papers:
            can_follow = False
    return frozenset(found)


def _parted(
    parts: Sequence[tuple[str, Iterator[Flowable]]], flowing: Collection[str], kind: Typography
) -> Iterator[Flowable]:
    """Each part on a page of its own, but for those that go on below the one before."""
    for at, (key, part) in enumerate(parts):
        if key in flowing:
            yield CondPageBreak(kind.unit * 12)
            yield Parting(above=kind.unit * 1.6, below=kind.unit * 1.2)
        elif at:
            yield PageBreak()
        yield Anchor(key)
        yield from part


def paper_key(paper: PackPaper) -> str:
    """What a paper is called within the pack."""
    return f"paper-{paper.key}"


class _Ours:
    """The story of these pages, in the order of the pack; each part begins a page."""

    def __init__(self, sheet: PackSheet, ours: Ours, paper: Paper) -> None:
        self._sheet = sheet
        self._ours = ours
        self._type: Typography = typography(paper.profile)
        self._width = paper.text(1).width
        self._labels = Labels(self._type, self._width)
        kind = self._type
        self._page_width = line_width(_WIDEST_PAGE, kind.body_strong) + 4
        self._count_width = line_width(words.short_pages(999), kind.cell_quiet) + 12

    def parts(self) -> list[tuple[str, Iterator[Flowable]]]:
        """Every part there is, by its key."""
        parts: list[tuple[str, Iterator[Flowable]]] = []
        wanted = self._sheet.parts
        if PackPart.COVER in wanted:
            parts.append((COVER, self._cover()))
        if PackPart.CONTENTS in wanted:
            parts.append((CONTENTS, self._contents()))
        if self._ours.slips or self._ours.notes:
            parts.append((NOTES, self._notes()))
        if self._has_changes:
            parts.append((CHANGES, self._changes()))
        items = (each for each in self._sheet.items if each.key in self._ours.item_keys)
        parts += [(item.key, self._item(item)) for item in items]
        slips = self._ours.slips
        papers = (each for each in self._sheet.papers if each.key in slips)
        parts += [(paper_key(each), self._slip(each, slips[each.key])) for each in papers]
        return parts

    @property
    def _has_changes(self) -> bool:
        return PackPart.CHANGES in self._sheet.parts and self._sheet.before is not None

    # The cover

    def _cover(self) -> Iterator[Flowable]:
        sheet, kind, unit = self._sheet, self._type, self._type.unit
        head = sheet.letterhead
        yield Stripe(ink(head.colour))
        yield prose(head.organisation, kind.chapter)
        if head.registration_number:
            yield prose(registration(head), kind.label)
        yield Spacer(0, unit * 9)
        yield from heading(
            title_of(head), _COVER_TITLE, self._width, key="pack-title", below=unit * 0.4
        )
        yield prose(head.subtitle, kind.chapter, below=unit * 2)
        yield Rule(above=0, below=unit * 1.2)
        about = words.edition_line(sheet)
        for label, text in (*sheet.facts, *self._measure()):
            if text != about:  # the open edition says below that it is that
                yield self._labels.line(label, text)
        if sheet.recipient:
            yield Spacer(0, unit)
            yield self._labels.line(_("This copy is for"), sheet.recipient, kind.body_strong)
        if about:
            yield self._labels.line(_("Edition"), about)

    def _measure(self) -> Iterator[tuple[str, str]]:
        """How much there is to read, and which version it is."""
        yield _("Pages"), str(self._ours.total or _WIDEST_PAGE)
        if self._sheet.reading_minutes:
            yield _("Reading time"), words.reading_time(self._sheet.reading_minutes)
        version = str(self._sheet.version)
        if self._sheet.before is not None:
            version = _("{version}, in place of version {before} of {date}").format(
                version=version,
                before=self._sheet.before.version,
                date=formats.date(self._sheet.before.released_on),
            )
        yield _("Version"), version

    # The contents

    def _contents(self) -> Iterator[Flowable]:
        unit = self._type.unit
        yield from self._chapter(_("Contents"), key="pack-contents")
        if self._ours.slips or self._ours.notes:
            yield self._entry("", _("Not in this file"), NOTES, above=unit * 0.2)
        if self._has_changes:
            title = _("Changes since version {version}").format(version=self._before_version)
            yield self._entry("", title, CHANGES)
        after_items = (PackPart.WHEEL, PackPart.PLAN)
        for document in self._sheet.documents:
            if document.part not in after_items:
                yield self._entry("", document.title, document.part.value)
        yield from self._item_entries()
        if self._sheet.loose:
            yield CondPageBreak(unit * 4)
            yield prose(part_name(PackPart.LOOSE), self._type.body_strong, below=unit * 0.2)
            for paper in self._sheet.loose:
                yield self._paper_entry(paper)
            yield Spacer(0, unit * 0.5)
        for document in self._sheet.documents:
            if document.part in after_items:
                yield self._entry("", document.title, document.part.value)

    def _item_entries(self) -> Iterator[Flowable]:
        unit = self._type.unit
        items = [item for item in self._sheet.items if not item.line.is_break]
        if not items or PackPart.ITEMS not in self._sheet.parts:
            return
        yield Spacer(0, unit * 0.6)
        for item in items:
            keys = [item.key, *(paper_key(each) for each in item.papers)]
            known = [self._ours.stands[each] for each in keys if each in self._ours.stands]
            pages = sum(each.pages for each in known)
            first = known[0].first if known else None
            title = agenda_words.titled(item.line, self._sheet.edition.of_papers)
            if item.is_withheld:
                title = _("{title} (not in this copy)").format(title=title)
            yield CondPageBreak(unit * (3.4 if item.papers else 1.6))
            yield Entry(
                number=item.line.number,
                title=title,
                count=words.short_pages(pages) if pages else "",
                page=self._page(first) if known else "",
                key=keys[0] if item.key in self._ours.stands else _first_known(keys, self._ours),
                style=self._type.body_strong if item.line.depth == 0 else self._type.body,
                quiet=self._type.cell_quiet,
                number_width=self._number_width,
                count_width=self._count_width,
                page_width=self._page_width,
                above=unit * 0.45 if item.line.depth == 0 else unit * 0.15,
            )
            for paper in item.papers:
                yield self._paper_entry(paper)
        yield Spacer(0, unit * 0.8)

    def _paper_entry(self, paper: PackPaper) -> Entry:
        stands = self._ours.stands.get(paper_key(paper))
        kind = self._type
        label = f"{words.paper_label(paper)}  " if paper.number else ""
        return Entry(
            number="",
            title=f"{label}{paper.title}",
            count=words.short_pages(stands.pages) if stands else "",
            page=self._page(stands.first) if stands else "",
            key=paper_key(paper),
            style=kind.cell,
            quiet=kind.cell_quiet,
            number_width=self._number_width,
            count_width=self._count_width,
            page_width=self._page_width,
        )

    def _entry(self, number: str, title: str, key: str, *, above: float = 0) -> Entry:
        stands = self._ours.stands.get(key)
        return Entry(
            number=number,
            title=title,
            count=words.short_pages(stands.pages) if stands else "",
            page=self._page(stands.first) if stands else "",
            key=key,
            style=self._type.body,
            quiet=self._type.cell_quiet,
            number_width=0.0,
            count_width=self._count_width,
            page_width=self._page_width,
            above=above,
        )

    @property
    def _number_width(self) -> float:
        numbers = [item.line.number for item in self._sheet.items]
        widest = max((line_width(each, self._type.body_strong) for each in numbers), default=0.0)
        return max(widest, line_width("00", self._type.body_strong)) + 8

    @staticmethod
    def _page(first: int | None) -> str:
        return str(first) if first is not None else _WIDEST_PAGE

    # What is left out, and what has changed

    def _notes(self) -> Iterator[Flowable]:
        unit = self._type.unit
        yield from self._chapter(_("Not in this file"), key="pack-notes")
        for paper in self._sheet.papers:
            reason = self._ours.slips.get(paper.key)
            if reason is not None:
                said = words.left_out(paper, reason)
                yield prose(said, self._type.body, mark="•", indent=12, below=unit * 0.3)
        for note in self._ours.notes:
            yield prose(note, self._type.body, mark="•", indent=12, below=unit * 0.3)

    @property
    def _before_version(self) -> int:
        return self._sheet.before.version if self._sheet.before else 0

    def _changes(self) -> Iterator[Flowable]:
        kind, unit = self._type, self._type.unit
        title = _("Changes since version {version}").format(version=self._before_version)
        yield from self._chapter(title, key="pack-changes")
        changes = self._ours.changes
        if not changes:
            yield prose(_("Nothing has changed."), kind.body)
            return
        spans = pages_to_print(changes)
        if spans:
            said = _("Print only pages {pages}.").format(pages=spans_in_words(spans))
            yield prose(said, kind.body_strong, below=unit * 0.8)
        what = max(line_width(change_name(each.kind), kind.cell) for each in changes) + 16
        columns = (
            Column(width=what),
            Column(width=self._width - what - 80),
            Column(width=80, align="right", gutter=0),
        )
        names = (
            "",
            pgettext("column", "What"),
            pgettext("column", "Page in the pack"),
        )
        header = Row(
            cells=tuple(Cell(pieces=((name, kind.column),)) for name in names), above=0, below=2
        )
        yield table(columns, [self._change(each) for each in changes], header)

    def _change(self, change: PackChange) -> Row:
        kind, entry = self._type, change.entry
        where = "–"
        if change.kind is not ChangeKind.REMOVED and entry.pages:
            where = spans_in_words([(entry.first, entry.last)])
        return Row(
            cells=(
                Cell(pieces=((change_name(change.kind), kind.cell_quiet),)),
                Cell(pieces=((entry.title, kind.cell),)),
                Cell(pieces=((where, kind.cell),)),
            )
        )

    # Items and slips

    def _item(self, item: PackItem) -> Iterator[Flowable]:
        kind, unit, line = self._type, self._type.unit, item.line
        if self._sheet.profile.has_dividers:
            yield Stripe(ink(self._sheet.letterhead.colour))
            yield prose(line.number, _BIG_NUMBER)
            said = agenda_words.titled(line, self._sheet.edition.of_papers)
        else:
            label = words.item_label(line)
            yield prose(label, kind.label)
            said = agenda_words.titled(line, self._sheet.edition.of_papers)
        yield from heading(said, kind.title, self._width, key=f"at-{item.key}", below=unit * 0.2)
        about = agenda_words.about(line)
        if about:
            yield prose(about, kind.label)
        yield Spacer(0, unit * 1.2)
        if item.is_withheld:
            yield prose(_("What belongs to this item is not in this copy."), kind.body)
        if item.case is not None:
            yield from self._labels.case(item.case)
        if item.papers:
            yield from self._appendices(item)

    def _appendices(self, item: PackItem) -> Iterator[Flowable]:
        kind, unit = self._type, self._type.unit
        yield from heading(
            _("Appendices"),
            kind.heading,
            self._width,
            key=f"papers-{item.key}",
            above=unit * 1.4,
            below=unit * 0.3,
            needs=unit * 3,
        )
        labels = [each.number for each in item.papers]
        number = max(line_width(each, kind.cell_strong) for each in labels) + 14
        columns = (
            Column(width=number),
            Column(width=self._width - number - 120),
            Column(width=60, align="right"),
            Column(width=60, align="right", gutter=0),
        )
        names = (
            pgettext("column", "No."),
            pgettext("column", "Appendix"),
            pgettext("column", "Pages"),
            pgettext("column", "In the pack"),
        )
        header = Row(
            cells=tuple(Cell(pieces=((name, kind.column),)) for name in names), above=0, below=2
        )
        yield table(columns, [self._appendix(each) for each in item.papers], header)

    def _appendix(self, paper: PackPaper) -> Row:
        kind = self._type
        stands = self._ours.stands.get(paper_key(paper))
        is_slip = paper.key in self._ours.slips
        pages = str(stands.pages) if stands and not is_slip else "–"
        return Row(
            cells=(
                Cell(pieces=((paper.number, kind.cell_strong),)),
                Cell(pieces=((paper.title, kind.cell),)),
                Cell(pieces=((pages, kind.cell),)),
                Cell(pieces=((self._page(stands.first) if stands else "", kind.cell),)),
            ),
            address=OWN_ADDRESS + paper_key(paper),
        )

    def _slip(self, paper: PackPaper, reason: str) -> Iterator[Flowable]:
        kind, unit = self._type, self._type.unit
        yield Spacer(0, unit * 9)
        yield from heading(
            words.slip_title(paper), kind.title, self._width, key=f"slip-{paper.key}", below=unit
        )
        if paper.number:
            yield self._labels.line(_("Title"), paper.title)
        yield self._labels.line(_("File"), paper.file_name)
        yield self._labels.line(_("Why"), reason)

    def _chapter(self, text: str, *, key: str) -> Iterator[Flowable]:
        unit = self._type.unit
        return heading(text, self._type.title, self._width, key=key, below=unit * 1.1)


def _first_known(keys: Sequence[str], ours: Ours) -> str:
    """The first of the keys that has pages; else the agenda, where every item stands."""
    return next((each for each in keys if each in ours.stands), PackPart.AGENDA.value)
