"""How long it takes to read papers: the estimate on a pack's cover and beside an item."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from boardkeeper.domain.papers import Paper

WORDS_A_MINUTE = 200
"""A default. Adults read plain prose silently at about 238 words a minute (M. Brysbaert, Journal of
Memory and Language 109, 2019); a board's papers have figures and clauses to stop at."""

MINUTES_A_PICTURE = 1
"""Minutes for a picture, or a page without words to count: a scan, a drawing."""

_FEWEST_WORDS = 15
"""A page with fewer is looked at rather than read."""


def reading_minutes(paper: Paper) -> int:
    """Whole minutes it takes to read the paper; 0 where its pages and words are not known."""
    return minutes_to_read(paper.pages or 0, paper.words or 0)


def minutes_to_read(pages: int, words: int) -> int:
    """Whole minutes it takes to read so many pages with so many words."""
    if words >= max(pages, 1) * _FEWEST_WORDS:
        return ceil(words / WORDS_A_MINUTE)
    return max(pages * MINUTES_A_PICTURE, ceil(words / WORDS_A_MINUTE))


def reading_minutes_of(papers: Iterable[Paper]) -> int:
    """Whole minutes for all of the papers together."""
    return sum(map(reading_minutes, papers))
