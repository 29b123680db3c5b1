"""What stands around the text of every page, and in the properties of the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from boardkeeper.i18n import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """What stands around the text of every page, and in the file's properties.

    `body`, `document` and `date` are the header from left to right, from the second page on: the
    title says it on the first. `status`, `confidentiality` and the page number are the footer.
    `mark` is the word across each page, or empty. `printed_at` is wall time. `seal` stands below
    the footer, and `initials` before a line over it, where somebody is to sign each page. A paper
    that is part of a larger one counts no pages of its own.
    """

    language: Language
    title: str
    subject: str
    keywords: tuple[str, ...]
    author: str
    body: str
    document: str
    date: str
    status: str
    confidentiality: str
    mark: str
    printed_at: datetime
    seal: str = ""
    initials: str = ""
    counts_pages: bool = True
