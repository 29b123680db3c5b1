"""What the list of a meeting's papers holds: each item as a head, and its papers below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from boardkeeper.domain.agenda import Agenda, AgendaItemId
from boardkeeper.domain.paper_numbers import NumberedPaper
from boardkeeper.domain.papers import Paper, PaperId
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.appendices.words import pages_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """An item one can lay papers under, or the place of those that are loose."""

    item_id: AgendaItemId | None
    number: str
    title: str
    depth: int
    is_closed: bool
    count: int
    pages: int

    @property
    def id(self) -> str:
        """What tells it from the others, also from papers."""
        return f"head-{self.item_id or ''}"

    @property
    def label(self) -> str:
        """Number and title, as "4. Budget"."""
        return f"{self.number}. {self.title}" if self.number else self.title

    @property
    def extent(self) -> str:
        """How much lies under it: "2 papers · 14 pages"; nothing where nothing does."""
        if not self.count:
            return ""
        papers = ngettext("{count} paper", "{count} papers", self.count).format(count=self.count)
        return " · ".join(filter(None, (papers, pages_in_words(self.pages))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A paper in its place: `position` from 0 under its head, `versions` with the earlier ones."""

    numbered: NumberedPaper
    head: Head
    position: int
    versions: int

    @property
    def id(self) -> PaperId:
        return self.paper.id

    @property
    def paper(self) -> Paper:
        return self.numbered.paper


Line = Head | Leaf


def lines_of(
    agenda: Agenda, papers: Sequence[NumberedPaper], versions_of: Callable[[PaperId], int]
) -> list[Line]:
    """Every item that is no break, with its papers, and the loose ones last."""
    by_item: dict[AgendaItemId | None, list[NumberedPaper]] = {}
    known = {line.item.id for line in agenda.lines}
    for each in papers:
        item_id = each.paper.item_id if each.paper.item_id in known else None
        by_item.setdefault(item_id, []).append(each)
    lines: list[Line] = []
    for line in agenda.lines:
        under = by_item.get(line.item.id, [])
        if line.item.is_break and not under:
            continue
        head = _head(under, line.item.id, line.number, line.item.title, line.depth, line.is_closed)
        lines += [head, *_leaves(head, under, versions_of)]
    loose = by_item.get(None, [])
    head = _head(loose, None, "", _("Papers without an item"), 0, False)
    return [*lines, head, *_leaves(head, loose, versions_of)]


def _head(
    under: Sequence[NumberedPaper],
    item_id: AgendaItemId | None,
    number: str,
    title: str,
    depth: int,
    is_closed: bool,
) -> Head:
    return Head(
        item_id=item_id,
        number=number,
        title=title,
        depth=depth,
        is_closed=is_closed,
        count=len(under),
        pages=sum(each.paper.pages or 0 for each in under),
    )


def _leaves(
    head: Head, under: Sequence[NumberedPaper], versions_of: Callable[[PaperId], int]
) -> list[Line]:
    return [
        Leaf(numbered=each, head=head, position=at, versions=versions_of(each.paper.id))
        for at, each in enumerate(under)
    ]


def moved_by(
    lines: Sequence[Line], leaf: Leaf, step: int
) -> tuple[AgendaItemId | None, int] | None:
    """Where a paper comes to lie one place up (-1) or down (+1): item and place; None at the ends.

    Past the first or last of its item it goes to the item before or after.
    """
    if 0 <= leaf.position + step < leaf.head.count:
        return leaf.head.item_id, leaf.position + step
    heads = [each for each in lines if isinstance(each, Head)]
    at = heads.index(leaf.head) + step
    if not 0 <= at < len(heads):
        return None
    return heads[at].item_id, heads[at].count if step < 0 else 0
