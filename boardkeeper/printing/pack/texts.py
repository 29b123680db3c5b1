"""Plain text and Markdown set as pages, for a pack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reportlab.platypus import Flowable, Spacer

from boardkeeper.domain.markdown import lines_of, plain_of
from boardkeeper.domain.media_types import text_from
from boardkeeper.domain.papers import MediaType
from boardkeeper.domain.sheets.pack import PackPaper
from boardkeeper.domain.sheets.page_words import PageWords
from boardkeeper.domain.sheets.paper import Profile
from boardkeeper.printing.blocks import heading
from boardkeeper.printing.frame import printed
from boardkeeper.printing.pack.sources import Fault, Source, UnusableError, own_source
from boardkeeper.printing.page import Paper
from boardkeeper.printing.prose import Prose, prose
from boardkeeper.printing.styles import Typography, typography

_MOST_BYTES = 2 * 2**20
_INDENT = 14.0

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<text>.+?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)
"""A heading as a file of Markdown has it; minutes have none, where `#` is what was typed."""


def text_source(paper: PackPaper, around: PageWords, profile: Profile) -> Source:
    """The text under the paper's title. Raises UnusableError where it is as long as a book."""
    path = Path(paper.path)
    if path.stat().st_size > _MOST_BYTES:
        raise UnusableError(Fault.TOO_LONG)
    text = text_from(path.read_bytes())
    sheet = Paper(profile=profile)
    words = replace(
        around, title=paper.title, document=paper.title, status="", mark="", counts_pages=False
    )
    is_markdown = paper.media_type is MediaType.MARKDOWN
    return own_source(printed(list(_story(paper, text, sheet, is_markdown)), words, sheet))


def _story(paper: PackPaper, text: str, sheet: Paper, is_markdown: bool) -> Iterator[Flowable]:
    kind = typography(sheet.profile)
    width = sheet.text(1).width
    yield from heading(paper.title, kind.chapter, width, key="text", below=kind.unit)
    if is_markdown:
        yield from _markdown(paper.title, text, kind, width)
        return
    for row in text.splitlines():
        yield prose(row, kind.body) if row.strip() else Spacer(0, kind.unit * 0.6)


def _markdown(title: str, text: str, kind: Typography, width: float) -> Iterator[Flowable]:
    """Headings and what stands under them; one that only repeats the title is left out."""
    begun = 0
    for at, found in enumerate(_HEADING.finditer(text)):
        yield from _lines(text[begun : found.start()], kind)
        begun = found.end()
        words = plain_of(found["text"])
        if words.casefold() == title.casefold() and not text[: found.start()].strip():
            continue
        yield from heading(
            words,
            kind.heading,
            width,
            key=f"heading-{at}",
            level=1,
            above=kind.unit * 0.7,
            below=kind.unit * 0.3,
            needs=kind.unit * 2,
        )
    yield from _lines(text[begun:], kind)


def _lines(text: str, kind: Typography) -> Iterator[Flowable]:
    for line in lines_of(text):
        yield Prose(
            line.spans,
            kind.body,
            mark=line.marker,
            indent=_INDENT * line.depth,
            below=kind.unit * 0.3,
        )
