"""Reading printed pages back: their text, where it stands, and what the file says of itself."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pypdfium2 as pdfium


@dataclass(frozen=True, slots=True)
class Box:
    """A run of text and where it stands, in points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: Box) -> bool:
        return (
            min(self.right, other.right) - max(self.left, other.left) > 0.5
            and min(self.top, other.top) - max(self.bottom, other.bottom) > 0.5
        )


def pages_of(content: bytes) -> list[str]:
    """The text of each page."""
    with pdfium.PdfDocument(content) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def text_of(content: bytes) -> str:
    """All the text, with every kind of white space as one space."""
    return " ".join(" ".join(pages_of(content)).split())


def letters_of(content: bytes) -> str:
    """All the text without white space, for what was broken over lines."""
    return "".join(" ".join(pages_of(content)).split())


def running_text_of(content: bytes) -> str:
    """The text between the margins, page after page, without header and footer."""
    with pdfium.PdfDocument(content) as document:
        return "\n".join(
            page.get_textpage().get_text_bounded(bottom=60, top=page.get_height() - 60)
            for page in document
        )


def boxes_of(content: bytes, page: int) -> list[Box]:
    """Every run of text on a page (from 0)."""
    with pdfium.PdfDocument(content) as document:
        text = document[page].get_textpage()
        return [
            Box(text.get_text_bounded(*rectangle), *rectangle)
            for rectangle in (text.get_rect(at) for at in range(text.count_rects()))
        ]


def outline_of(content: bytes) -> list[tuple[int, str]]:
    """The bookmarks: level from 0 and title."""
    with pdfium.PdfDocument(content) as document:
        return [(mark.level, mark.get_title()) for mark in document.get_toc()]


def properties_of(content: bytes) -> dict[str, str]:
    """The document's properties, and /Lang and /PageMode beside them."""
    with pikepdf.open(io.BytesIO(content)) as document:
        found = {str(name).lstrip("/"): str(value) for name, value in document.docinfo.items()}
        for name in ("Lang", "PageMode"):
            found[name] = str(document.Root.get(f"/{name}", ""))
        return found


def fonts_of(content: bytes) -> dict[str, bool]:
    """Every font the file names, and whether it is embedded."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return {
            str(font.BaseFont): "/FontDescriptor" in font and "/FontFile2" in font.FontDescriptor
            for font in document.objects
            if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/Font"
        }


def everything_in(content: bytes) -> bytes:
    """The raw bytes and every stream unpacked, as one: where a secret would be found."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return b"\n".join((content, *_streams(document), *_titles(content)))


def _streams(document: pikepdf.Pdf) -> Iterator[bytes]:
    for each in document.objects:
        if isinstance(each, pikepdf.Stream):
            yield each.read_bytes()


def _titles(content: bytes) -> Iterator[bytes]:
    yield from (value.encode() for value in properties_of(content).values())
    yield from (title.encode() for _level, title in outline_of(content))
