"""Which pages stand where in a pack, before any of them is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from boardkeeper.printing.pack.pages import SourcePage
from boardkeeper.printing.pack.sources import Source


class Lot(StrEnum):
    """Whose pages a block has: they are set differently."""

    OURS = "ours"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Pages that belong together. `title` is its bookmark, at a `level` from 0.

    `leaves` are the pages of `source` on each page of the pack, two where two go on one. `stamp`
    stands at the left of the band of an appendix, `item_label` in its middle, leading to
    `item_key`. `above` is the bookmark of what has no pages of its own and begins with this block.
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
    outline: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A block in its place. `first` is its first page, counted from 1, after `blanks` before it."""

    block: Block
    first: int
    blanks: int = 0

    @property
    def last(self) -> int:
        return self.first + len(self.block.leaves) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All blocks in their places, and how many pages that makes."""

    placed: tuple[Placed, ...]
    pages: int

    def first(self, key: str) -> int | None:
        """The first page of the block of that key."""
        return next((each.first for each in self.placed if each.block.key == key), None)

    def span(self, keys: Iterable[str]) -> int:
        """How many pages the blocks of these keys have together."""
        wanted = set(keys)
        return sum(len(each.block.leaves) for each in self.placed if each.block.key in wanted)


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


def moved(block: Block, source: Source, leaves: tuple[tuple[int, ...], ...]) -> Block:
    """The block with other pages."""
    return replace(block, source=source, leaves=leaves)
