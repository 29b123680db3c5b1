"""Which pages stand where in a pack, before any of them is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from boardkeeper.printing.pack.pages import SourcePage
from boardkeeper.printing.pack.sources import Source


class Lot(StrEnum):
    """Whose pages a block has: they are set differently."""

    OURS = "ours"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A part that begins within a block, on that page of the block's source, counted from 0."""

    key: str
    title: str
    page: int
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Pages that belong together. `title` is its bookmark, at a `level` from 0.

    `leaves` are the pages of `source` on each page of the pack, two where two go on one. `stamp`
    stands at the left of the band of an appendix, `item_label` in its middle, leading to
    `item_key`. `marks` are parts that begin within it. `above` is the bookmark of what has no pages
    of its own and begins with this block.
    """

    key: str
    title: str
    level: int
    lot: Lot
    source: Source
    leaves: tuple[tuple[int, ...], ...]
    begins_right: bool = False
    stamp: str = ""
    item_label: str = ""
    item_key: str = ""
    version_key: str = ""
    digest: str = ""
    above: str = ""
    above_key: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A block in its place. `first` is its first page, counted from 1, after `blanks` before it."""

    block: Block
    first: int
    blanks: int = 0

    @property
    def parts(self) -> tuple[tuple[Mark, int, int], ...]:
        """The block's own part and those that begin within it: first page of each, and pages.

        Where one begins on the page another ends on, both have that page.
        """
        block = self.block
        whole = Mark(key=block.version_key, title=block.title, page=-1, digest=block.digest)
        firsts = [self.first, *(self.first + self._leaf(mark.page) for mark in block.marks)]
        ends = [*(each - 1 for each in firsts[1:]), self.first + len(block.leaves) - 1]
        return tuple(
            (mark, first, max(1, end - first + 1))
            for mark, first, end in zip((whole, *block.marks), firsts, ends, strict=True)
        )

    def _leaf(self, page: int) -> int:
        return next((at for at, leaf in enumerate(self.block.leaves) if page in leaf), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All blocks in their places, and how many pages that makes."""

    placed: tuple[Placed, ...]
    pages: int

    def first(self, key: str) -> int | None:
        """The first page of the part of that key."""
        return self.stands.get(key, (None, 0))[0]

    @property
    def stands(self) -> dict[str, tuple[int, int]]:
        """The first page of every part, and how many it has, by its key."""
        found = {}
        for placed in self.placed:
            for mark, first, pages in placed.parts:
                found[placed.block.key if mark.page < 0 else mark.key] = (first, pages)
        return found

    def span(self, keys: Iterable[str]) -> int:
        """How many pages the parts of these keys have together."""
        stands = self.stands
        return sum(stands[key][1] for key in keys if key in stands)


def planned(blocks: Sequence[Block]) -> Plan:
    """The blocks one after another, a blank page before each that is to begin on the right."""
    page = 1
    placed = []
    for block in blocks:
        blanks = 1 if block.begins_right and page % 2 == 0 else 0
        placed.append(Placed(block=block, first=page + blanks, blanks=blanks))
        page += blanks + len(block.leaves)
    return Plan(placed=tuple(placed), pages=page - 1)


def one_by_one(pages: Sequence[SourcePage], start: int = 0) -> tuple[tuple[int, ...], ...]:
    """Each page on a page of its own, from `start` on."""
    return tuple((at,) for at in range(start, start + len(pages)))


def two_up(pages: Sequence[SourcePage]) -> tuple[tuple[int, ...], ...]:
    """Two upright pages side by side; one that lies on its side stays alone."""
    leaves: list[tuple[int, ...]] = []
    for at, page in enumerate(pages):
        is_upright = page.height >= page.width
        before = leaves[-1] if leaves else ()
        if is_upright and len(before) == 1 and pages[before[0]].height >= pages[before[0]].width:
            leaves[-1] = (*before, at)
        else:
            leaves.append((at,))
    return tuple(leaves)
