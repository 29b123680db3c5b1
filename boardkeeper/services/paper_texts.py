"""Lets papers be found by the words inside them: reads those nobody has looked into yet."""

from __future__ import annotations

from boardkeeper.services.papers import PaperService
from boardkeeper.services.search import SearchService


def read_papers(search: SearchService, papers: PaperService) -> int:
    """Read every paper that has not been read; returns how many there were.

    One whose file is missing or cannot be read is found by its title alone.
    """
    texts = papers.texts_of(search.unread())
    for digest, text in texts.items():
        search.keep_text(digest, text)
    return len(texts)
