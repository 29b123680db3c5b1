"""The numbers of papers: the item's own number and a running one (4.2); loose papers have letters.

An appendix keeps to its item: the second one of item 4 is 4.2, the first of item 4.1 is 4.1.1. A
paper of no item cannot be mistaken for one of an item: A, B, C.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from boardkeeper.domain.agenda import Agenda, AgendaItem, AgendaItemId
from boardkeeper.domain.papers import Paper
from boardkeeper.i18n import _

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedPaper:
    """A paper of a meeting with the number it bears, and the item it lies under, if any.

    `number` is empty for a paper that is not to be in the pack. `is_closed` tells that the item,
    or one it lies under, is closed.
    """

    paper: Paper
    number: str
    item: AgendaItem | None = None
    item_number: str = ""
    is_closed: bool = False

    @property
    def label(self) -> str:
        """“Appendix 4.2”, in the active language; the title where there is no number."""
        if not self.number:
            return self.paper.title
        return _("Appendix {number}").format(number=self.number)


def numbered(agenda: Agenda, papers: Iterable[Paper]) -> list[NumberedPaper]:
    """The papers that count, in the order of the agenda, loose ones last.

    A number set by hand stays; the running ones go past it, so that none comes twice.
    """
    current = sorted(
        (each for each in papers if each.is_current), key=lambda each: (each.position, each.id)
    )
    taken = {each.number for each in current if each.number}
    by_item: dict[AgendaItemId | None, list[Paper]] = {}
    known = {line.item.id for line in agenda.lines}
    for each in current:
        by_item.setdefault(each.item_id if each.item_id in known else None, []).append(each)
    found = []
    for line in agenda.lines:
        free = _running(f"{line.number}.") if line.number else _letters()
        found += [
            NumberedPaper(
                paper=paper,
                number=number,
                item=line.item,
                item_number=line.number,
                is_closed=line.is_closed,
            )
            for paper, number in _given(by_item.get(line.item.id, []), free, taken)
        ]
    loose = _given(by_item.get(None, []), _letters(), taken)
    return [*found, *(NumberedPaper(paper=paper, number=number) for paper, number in loose)]


def _given(
    papers: Sequence[Paper], free: Iterator[str], taken: set[str]
) -> list[tuple[Paper, str]]:
    """Each paper with its number, the next free one unless it has its own or is not in the pack."""
    given = []
    for paper in papers:
        number = paper.number
        if not number and paper.is_in_pack:
            number = next(each for each in free if each not in taken)
            taken.add(number)
        given.append((paper, number))
    return given


def _running(prefix: str) -> Iterator[str]:
    return (f"{prefix}{place}" for place in count(1))


def _letters() -> Iterator[str]:
    """A, B … Z, AA, AB … without end."""
    for place in count(1):
        letters = ""
        left = place
        while left:
            left, at = divmod(left - 1, len(_LETTERS))
            letters = _LETTERS[at] + letters
        yield letters
