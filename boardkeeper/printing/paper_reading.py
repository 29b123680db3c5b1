"""What a paper's file tells: how many pages, how many words, and the text to search.

Foreign files are read by a child process with limits (`services/paper_reading.py` starts it), so
these functions are its jobs: plain data in, plain data out. They tolerate every damage a library
reports; what makes a library hang or crash, the parent survives.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from boardkeeper.domain.papers import MediaType

PROTECTED = "protected"
DAMAGED = "damaged"

_SECONDS_A_FILE = 12.0
"""After these the words read so far do, and are not counted: the parent would not wait longer."""

_MOST_CHARACTERS = 10_000_000
_NEEDS_PASSWORD = 4  # FPDF_ERR_PASSWORD


def facts_of_files(
    _content: bytes, arguments: dict[str, Any], report: Callable[[int, int], None]
) -> list[dict[str, Any]]:
    """Pages, words and, `with_text`, the text of each of the `files`: PDFs and pictures."""
    files = arguments["files"]
    found = []
    for place, (path, media_type) in enumerate(files):
        report(place, len(files))
        read = _of_pdf if media_type == MediaType.PDF else _of_picture
        facts = read(Path(path))
        if not arguments["with_text"]:
            facts["text"] = ""
        found.append(facts)
    return found


def _of_pdf(path: Path) -> dict[str, Any]:
    import pypdfium2 as pdfium  # noqa: PLC0415 - a child that reads a picture needs none of it

    ends = time.monotonic() + _SECONDS_A_FILE
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        is_protected = getattr(error, "err_code", None) == _NEEDS_PASSWORD
        return _facts(problem=PROTECTED if is_protected else DAMAGED)
    try:
        pages = len(document)
        texts: list[str] = []
        characters = 0
        for place in range(pages):
            if time.monotonic() > ends or characters > _MOST_CHARACTERS:
                break
            text = _text_of_page(document, place)
            characters += len(text)
            texts.append(text)
    finally:
        document.close()
    if pages == 0:
        return _facts(problem=DAMAGED)
    text = "\n".join(texts)
    is_whole = len(texts) == pages
    return _facts(pages=pages, words=len(text.split()) if is_whole else None, text=text)


def _text_of_page(document: Any, place: int) -> str:
    """The words of a page (from 0); none of a page that cannot be read."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - see above

    try:
        page = document[place]
        try:
            words = page.get_textpage()
            try:
                return str(words.get_text_bounded()).replace("\x00", "")
            finally:
                words.close()
        finally:
            page.close()
    except pdfium.PdfiumError:
        return ""


def _of_picture(path: Path) -> dict[str, Any]:
    from boardkeeper.printing.pictures import picture_pages  # noqa: PLC0415 - see above

    pages = picture_pages(path)
    return _facts(problem=DAMAGED) if pages is None else _facts(pages=pages, words=0)


def _facts(
    *, pages: int | None = None, words: int | None = None, text: str = "", problem: str = ""
) -> dict[str, Any]:
    return {"pages": pages, "words": words, "text": text, "problem": problem}
