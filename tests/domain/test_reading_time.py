"""How long papers take to read."""

from __future__ import annotations

import pytest

from boardkeeper.domain.reading_time import reading_minutes, reading_minutes_of
from tests.support.builders import organisation, paper

BOARD = organisation()


@pytest.mark.parametrize(
    ("pages", "words", "minutes"),
    [
        (3, 600, 3),
        (3, 601, 4),
        (1, 0, 1),
        (12, 0, 12),
        (12, 60, 12),
        (None, 400, 2),
        (4, None, 4),
        (None, None, 0),
        (None, 3, 1),
    ],
    ids=str,
)
def test_words_are_read_and_pages_without_words_are_looked_at(
    pages: int | None, words: int | None, minutes: int
) -> None:
    assert reading_minutes(paper(None, BOARD, pages=pages, words=words)) == minutes


def test_papers_are_read_one_after_another() -> None:
    papers = [paper(None, BOARD, pages=1, words=200), paper(None, BOARD, pages=2, words=0)]
    assert reading_minutes_of(papers) == 3
