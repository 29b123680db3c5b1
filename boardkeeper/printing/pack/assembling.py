"""The pages of a pack put into one file: drawn as forms, stamped, linked and bookmarked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String
from reportlab.lib.units import mm

from boardkeeper.domain.packs import PackPart, PackProfile
from boardkeeper.domain.sheets import pack_words as words
from boardkeeper.domain.sheets.page_words import PageWords
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.i18n import Language, _
from boardkeeper.printing.pack.lettering import Lettering
from boardkeeper.printing.pack.pages import OWN_ADDRESS, Box, Link, Matrix, SourcePage, transformed
from boardkeeper.printing.pack.plan import Block, Lot, Placed, Plan
from boardkeeper.printing.pack.setting import (
    Setting,
    appendix_setting,
    outer_matrix,
    own_setting,
)
from boardkeeper.printing.pack.sources import Source
from boardkeeper.printing.page import INNER, OUTER
from boardkeeper.printing.styles import RULE_INK, typography
from boardkeeper.printing.text import TextStyle, line_width, plain, shortened

COVER = "cover"

_NOTE = b"<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [%.2f %.2f %.2f %.2f] >>"

_LANGUAGES = {Language.DANISH: "da-DK", Language.ENGLISH: "en-GB"}
_SIDE = 12 * mm
_STAMP_BASELINE = 7.2 * mm
_OWN_BASELINE = 6.5 * mm
_RULE = 10 * mm
_GAP = 12.0
_BLANK = (595.276, 841.89)
_LINE_OF_NOTES = 9 * mm
_MOST_BACK = 3


@dataclass(frozen=True, slots=True)
class _Pending:
    """A link that waits for its page to be made."""

    page: Dictionary
    box: Box
    target: str | int
    block: Block


class Assembly:
    """One file in the making. `report` is told after every page."""

    def __init__(self, plan: Plan, profile: PackProfile, report: Callable[[int], None]) -> None:
        self._plan = plan
        self._profile = profile
        self._report = report
        self._pdf = pikepdf.new()
        self._lettering = Lettering()
        self._foot: TextStyle = typography(Profile.NORMAL).foot
        pages = plan.pages
        every = words.appendix_stamp((pages, pages), pages, pages, pages)
        self._lettering.learn(f"{every}0123456789-", self._foot.face)
        self._pages: list[Dictionary] = []
        self._pending: list[_Pending] = []
        self._layers: list[Source] = []
        self._stamps: dict[tuple[str, float], tuple[bytes, list[tuple[Box, str]]]] = {}
        self._back_key, self._back = self._way_back()

    def assembled(self, about: PageWords) -> pikepdf.Pdf:
        """The whole file, to be saved while the sources are open."""
        self._fonts = self._pdf.make_indirect(Dictionary())
        for placed in self._plan.placed:
            for _blank in range(placed.blanks):
                self._add_blank()
            self._add_block(placed)
        self._hang_pages()
        for name, font in self._lettering.fonts(self._pdf).items():
            self._fonts[name] = font
        self._link()
        self._bookmark()
        self._carry_layers()
        self._describe(about)
        return self._pdf

    def _hang_pages(self) -> None:
        """Make the tree of pages at once; appending one by one takes longer the more there are."""
        root = self._pdf.Root.Pages
        for page in self._pages:
            page.Parent = root
        root.Kids = Array(self._pages)
        root.Count = len(self._pages)

    def _add_block(self, placed: Placed) -> None:
        block = placed.block
        if block.source.layers and block.source not in self._layers:
            self._layers.append(block.source)
        for at, leaf in enumerate(block.leaves):
            number = placed.first + at
            pages = [block.source.pages[each] for each in leaf]
            if block.lot is Lot.OURS:
                self._add_own(block, pages[0], number)
            else:
                self._add_appendix(block, leaf, pages, number)
            self._report(number)

    # Kinds of pages

    def _add_own(self, block: Block, page: SourcePage, number: int) -> None:
        is_mirrored = self._profile.is_two_sided
        setting = own_setting(page, number, is_two_sided=is_mirrored)
        links: list[tuple[Box, str]] = []
        stamp = b""
        if block.key != COVER:
            is_left = is_mirrored and number % 2 == 0
            inner, outer = (OUTER, INNER) if is_left else (INNER, OUTER)
            if page.width > page.height:
                inner = outer = OUTER
            y = page.height - _OWN_BASELINE
            count = words.page_stamp(number, self._plan.pages)
            stamp, _left = self._lettering.line(
                page.width - outer, y, count, self._foot, align="right"
            )
            if number > (self._first_pages.get(self._back_key, 0)) and self._back:
                way, left = self._lettering.line(inner, y, self._back, self._foot)
                stamp += way
                links.append((self._text_box(left, y, self._back), self._back_key))
        self._add_page(block, [page], setting, stamp, links)

    def _add_appendix(
        self, block: Block, leaf: tuple[int, ...], pages: list[SourcePage], number: int
    ) -> None:
        has_band = self._profile.has_stamps
        setting = appendix_setting(
            pages,
            has_band=has_band,
            has_notes=self._profile.has_note_margin,
            is_two_up=self._profile.is_two_up and pages[0].height >= pages[0].width,
        )
        stamp = _rules(setting) if setting.notes_from is not None else b""
        links: list[tuple[Box, str]] = []
        if has_band:
            drawn, links = self._stamp(block, leaf, number, setting)
            stamp += drawn
        self._add_page(block, pages, setting, stamp, links)

    def _add_blank(self) -> None:
        width, height = _BLANK
        style = typography(Profile.NORMAL).label
        said, _left = self._lettering.line(
            width / 2, height / 2, _("(This page is empty)"), style, align="centre"
        )
        count = words.page_stamp(len(self._pages) + 1, self._plan.pages)
        # Blank pages come before one that begins on the right: this is a left-hand page.
        outer = INNER if self._profile.is_two_sided else OUTER
        stamp, _left = self._lettering.line(
            width - outer, height - _OWN_BASELINE, count, self._foot, align="right"
        )
        self._append(width, height, said + stamp, {})

    # What stands on them

    def _stamp(
        self, block: Block, leaf: tuple[int, ...], number: int, setting: Setting
    ) -> tuple[bytes, list[tuple[Box, str]]]:
        """The line in the band: appendix, item and way back, pages; and what one can click."""
        own = [each + 1 for each in leaf]
        count = words.appendix_stamp(own, len(block.source.pages), number, self._plan.pages)
        y = setting.height - _STAMP_BASELINE
        drawn, _left = self._lettering.line(
            setting.width - _SIDE, y, count, self._foot, align="right"
        )
        known = self._stamps.get((block.key, setting.width))
        if known is None:
            known = self._constant_stamp(block, setting)
            self._stamps[block.key, setting.width] = known
        return known[0] + drawn, known[1]

    def _constant_stamp(
        self, block: Block, setting: Setting
    ) -> tuple[bytes, list[tuple[Box, str]]]:
        """What every page of an appendix has in its band: all but the numbers at the right."""
        style = self._foot
        left, right = _SIDE, setting.width - _SIDE
        y = setting.height - _STAMP_BASELINE
        pages = len(block.source.pages)
        widest = words.appendix_stamp((pages, pages), pages, self._plan.pages, self._plan.pages)
        count_left = right - line_width(widest, style)
        middle = [(text, key) for text, key in self._middle(block) if text]
        widths = [line_width(text, style) for text, _key in middle]
        needed = sum(widths) + _GAP * max(0, len(middle) - 1)
        title = shortened(block.stamp, style, count_left - left - needed - 2 * _GAP)
        x = max(setting.width / 2 - needed / 2, left + line_width(title, style) + _GAP)
        x = min(x, count_left - _GAP - needed)
        drawn, _at = self._lettering.line(left, y, title, style)
        links: list[tuple[Box, str]] = []
        for (text, key), wide in zip(middle, widths, strict=True):
            said, at = self._lettering.line(x, y, text, style)
            drawn += said
            if key:
                links.append((self._text_box(at, y, text), key))
            x += wide + _GAP
        rule = setting.height - _RULE
        drawn += f"{RULE_INK} G 0.4 w {left:.2f} {rule:.2f} m {right:.2f} {rule:.2f} l S\n".encode()
        return drawn, links

    def _middle(self, block: Block) -> tuple[tuple[str, str], tuple[str, str]]:
        return (block.item_label, block.item_key), (self._back, self._back_key)

    def _text_box(self, x: float, y: float, text: str) -> Box:
        return (x - 2, y - 4, x + line_width(text, self._foot) + 2, y + 9)

    def _add_page(
        self,
        block: Block,
        pages: list[SourcePage],
        setting: Setting,
        stamp: bytes,
        links: list[tuple[Box, str]],
    ) -> None:
        forms: dict[str, pikepdf.Object] = {}
        drawing = []
        for at, (page, matrix) in enumerate(zip(pages, setting.matrices, strict=True)):
            forms[f"/P{at}"] = self._pdf.copy_foreign(page.form)
            numbers = " ".join(f"{each:.5f}".rstrip("0").rstrip(".") for each in matrix)
            drawing.append(f"q {numbers} cm /P{at} Do Q\n".encode())
        made = self._append(setting.width, setting.height, b"".join(drawing) + stamp, forms)
        for box, key in links:
            self._pending.append(_Pending(made, box, OWN_ADDRESS + key, block))
        for page, matrix in zip(pages, setting.matrices, strict=True):
            self._keep_links(made, page.links, outer_matrix(page, matrix), block)

    def _keep_links(
        self, made: Dictionary, links: tuple[Link, ...], matrix: Matrix, block: Block
    ) -> None:
        for link in links:
            box = transformed(link.box, matrix)
            self._pending.append(_Pending(made, box, link.target, block))

    def _append(
        self, width: float, height: float, drawing: bytes, forms: Mapping[str, pikepdf.Object]
    ) -> Dictionary:
        resources = Dictionary(Font=self._fonts)
        if forms:
            resources.XObject = Dictionary(dict(forms))
        made: Dictionary = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, round(width, 3), round(height, 3)]),
                Contents=self._pdf.make_stream(drawing),
                Resources=resources,
            )
        )
        self._pages.append(made)
        return made

    # Ways through it

    def _way_back(self) -> tuple[str, str]:
        """Where every page leads back to, and what that is called."""
        for part in (PackPart.AGENDA, PackPart.CONTENTS):
            if self._plan.first(part.value) is not None:
                return part.value, words.back_to(part)
        return "", ""

    def _link(self) -> None:
        lists: dict[tuple[int, int], list[Dictionary]] = {}
        made: dict[tuple[int, int], Dictionary] = {}
        for pending in self._pending:
            note = self._note(pending)
            if note is not None:
                lists.setdefault(pending.page.objgen, []).append(note)
                made[pending.page.objgen] = pending.page
        for named, notes in lists.items():
            made[named].Annots = Array(notes)

    def _note(self, pending: _Pending) -> Dictionary | None:
        target = pending.target
        # Read from text: two for every page, and three times as fast as made of its parts.
        note: Any = pikepdf.Object.parse(_NOTE % pending.box)
        if isinstance(target, int):
            first = self._first_pages[pending.block.key]
            leaf = next((at for at, each in enumerate(pending.block.leaves) if target in each), -1)
            page = first + leaf if leaf >= 0 else self._elsewhere(pending.block, target)
            if page is None:
                return None
            note.Dest = Array([self._pages[page - 1], Name.Fit])
        elif target.startswith(OWN_ADDRESS):
            page = self._first_pages.get(target.removeprefix(OWN_ADDRESS))
            if page is None:
                return None
            note.Dest = Array([self._pages[page - 1], Name.Fit])
        else:
            note.A = Dictionary(S=Name.URI, URI=String(target))
        made: Dictionary = note
        return made

    @cached_property
    def _first_pages(self) -> dict[str, int]:
        found = {key: first for key, (first, _pages) in self._plan.stands.items()}
        above = {each.block.above_key: each.first for each in self._plan.placed}
        return {**above, **found}

    def _elsewhere(self, block: Block, target: int) -> int | None:
        """The pack's page of a source's page that lies in another block of the same source."""
        for placed in self._plan.placed:
            if placed.block.source is block.source:
                for at, leaf in enumerate(placed.block.leaves):
                    if target in leaf:
                        return placed.first + at
        return None

    def _bookmark(self) -> None:
        """A bookmark for every block that has a title, those of its own paper below it."""
        with self._pdf.open_outline() as outline:
            path: list[OutlineItem] = []
            for placed in self._plan.placed:
                block = placed.block
                if not block.title:
                    continue
                if block.above:
                    path = [self._bookmark_at(block.above, placed.first)]
                    outline.root.append(path[0])
                item = self._bookmark_at(block.title, placed.first)
                del path[block.level :]
                (path[-1].children if path else outline.root).append(item)
                path.append(item)
                for mark, first, _pages in placed.parts[1:]:
                    path = [self._bookmark_at(mark.title, first)]
                    outline.root.append(path[0])

    def _bookmark_at(self, title: str, page: int) -> OutlineItem:
        item = OutlineItem(plain(title), Array([self._pages[page - 1], Name.Fit]))
        item.is_closed = True
        return item

    # The file itself

    def _carry_layers(self) -> None:
        """Layers that a paper hides stay hidden."""
        hidden = [
            self._pdf.copy_foreign(group) for source in self._layers for group in source.hidden
        ]
        if hidden:
            every = [
                self._pdf.copy_foreign(group) for source in self._layers for group in source.layers
            ]
            state = Dictionary(OFF=Array(hidden), Order=Array([]))
            self._pdf.Root.OCProperties = Dictionary(OCGs=Array(every), D=state)

    def _describe(self, about: PageWords) -> None:
        pdf = self._pdf
        pdf.Root.Lang = String(_LANGUAGES[about.language])
        pdf.Root.PageMode = Name.UseOutlines
        viewing = Dictionary(DisplayDocTitle=True)
        if self._profile.is_two_sided:
            viewing.Duplex = Name.DuplexFlipLongEdge
        pdf.Root.ViewerPreferences = viewing
        pdf.docinfo = pdf.make_indirect(
            Dictionary(
                Title=String(plain(about.title)),
                Author=String(plain(about.author)),
                Subject=String(plain(about.subject)),
                Keywords=String(plain(", ".join(about.keywords))),
                Creator=String("BoardKeeper"),
                Producer=String("BoardKeeper"),
                CreationDate=String(f"D:{about.printed_at:%Y%m%d%H%M%S}"),
            )
        )


def _rules(setting: Setting) -> bytes:
    """Light rules to write on, beside the paper."""
    left = (setting.notes_from or 0.0) + 4 * mm
    right = setting.width - _SIDE
    y = setting.height - 30 * mm
    lines = [b"0.82 G 0.4 w"]
    while y > 22 * mm:
        lines.append(f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l".encode())
        y -= _LINE_OF_NOTES
    return b" ".join([*lines, b"S\n"])
