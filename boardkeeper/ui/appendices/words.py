"""How a paper reads on screen: its facts, its picture, and what is to be noticed about it."""

from __future__ import annotations

from boardkeeper import formats
from boardkeeper.domain.papers import MediaType, Paper, media_type_name
from boardkeeper.domain.reading_time import reading_minutes
from boardkeeper.i18n import _, ngettext
from boardkeeper.ui.kit import Tone

_KILO = 1000

ICONS = {
    MediaType.PDF: "file-text",
    MediaType.IMAGE: "image",
    MediaType.TEXT: "file-type",
    MediaType.MARKDOWN: "file-type",
    MediaType.OFFICE: "file-spreadsheet",
    MediaType.OTHER: "file",
}


def icon_of(paper: Paper) -> str:
    """The picture of its kind."""
    return ICONS[paper.media_type]


def facts_of(paper: Paper) -> str:
    """What it is, how long and how large: "PDF · 3 pages · 120 kB · 5 min to read"."""
    minutes = reading_minutes(paper)
    reading = _("{duration} to read").format(duration=formats.duration(minutes)) if minutes else ""
    parts = (media_type_name(paper.media_type), pages_in_words(paper.pages), size_of(paper.size))
    return " · ".join(filter(None, (*parts, reading)))


def pages_in_words(pages: int | None) -> str:
    """So many pages; nothing where nobody knows."""
    if not pages:
        return ""
    return ngettext("{count} page", "{count} pages", pages).format(count=pages)


def size_of(size: int) -> str:
    """How large a file is, as people say it."""
    if size < _KILO**2:
        return _("{count} kB").format(count=formats.number(max(1, round(size / _KILO))))
    return _("{count} MB").format(count=formats.number(size / _KILO**2, 1))


def is_unreadable(paper: Paper) -> bool:
    """Whether it is of a kind with pages, and none could be read: it is damaged or protected."""
    return paper.media_type in (MediaType.PDF, MediaType.IMAGE) and paper.pages is None


def mark_of(paper: Paper, versions: int = 1) -> tuple[str, Tone]:
    """What is to be noticed about a paper, in a few words; most often nothing."""
    if not paper.is_in_pack:
        return _("Not in the pack"), Tone.NEUTRAL
    if is_unreadable(paper):
        return _("Cannot be read"), Tone.WARNING
    if versions > 1:
        return _("Version {number}").format(number=versions), Tone.NEUTRAL
    return "", Tone.NEUTRAL
