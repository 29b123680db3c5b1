"""The words of Word, Excel, PowerPoint and OpenDocument files, for searching.

A job for a child process with limits. The files are zips of XML: of each only the parts that hold
text are read, as a stream, with no document type and so no entities.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any
from xml.parsers import expat

DAMAGED = "damaged"

_MOST_BYTES = 200 * 2**20
_PARTS = (
    re.compile(r"word/(document|footnotes|endnotes)\.xml"),
    re.compile(r"xl/sharedStrings\.xml"),
    re.compile(r"ppt/slides/slide\d+\.xml"),
    re.compile(r"content\.xml"),
)
_BLOCKS = frozenset({"p", "h", "si", "tab", "br", "line-break", "table-cell", "tc"})
_SILENT = frozenset({"instrText", "delText", "tracked-changes", "rPh"})
"""Field codes, what was deleted with changes tracked, and readings of Japanese names."""

_AT_A_TIME = 2**16


class _UnreadableError(Exception):
    """The part is not what such a file holds."""


def facts_of_files(
    _content: bytes, arguments: dict[str, Any], report: Callable[[int, int], None]
) -> list[dict[str, Any]]:
    """Words and, `with_text`, the text of each of the `files`. Pages are the printer's to say."""
    files = arguments["files"]
    found = []
    for place, (path, _media_type) in enumerate(files):
        report(place, len(files))
        text = text_of_office(Path(path))
        found.append(
            {
                "pages": None,
                "words": None if text is None else len(text.split()),
                "text": (text or "") if arguments["with_text"] else "",
                "problem": DAMAGED if text is None else "",
            }
        )
    return found


def text_of_office(path: Path) -> str | None:
    """The file's words, a line a paragraph; None where it is not such a file, or damaged.

    An older file (.doc, .rtf) has none to find.
    """
    if not zipfile.is_zipfile(path):
        return ""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = sorted(filter(_holds_text, packed.infolist()), key=_in_order)
            if sum(each.file_size for each in parts) > _MOST_BYTES:
                return None
            texts = []
            for each in parts:
                with packed.open(each) as part:
                    texts.append(_text(part))
    except (_UnreadableError, zipfile.BadZipFile, expat.ExpatError):
        return None
    except (OSError, EOFError, ValueError, RuntimeError, NotImplementedError):
        return None  # zipfile's and zlib's own words for a broken, encrypted or strange part
    return "\n".join(filter(None, texts))


def _holds_text(part: zipfile.ZipInfo) -> bool:
    return any(each.fullmatch(part.filename) for each in _PARTS)


def _in_order(part: zipfile.ZipInfo) -> tuple[int, str]:
    number = re.search(r"(\d+)\.xml", part.filename)
    return (int(number.group(1)) if number else 0, part.filename)


def _text(part: IO[bytes]) -> str:
    pieces: list[str] = []
    silent = 0

    def begin(name: str, _attributes: object) -> None:
        nonlocal silent
        silent += _local(name) in _SILENT

    def end(name: str) -> None:
        nonlocal silent
        silent -= _local(name) in _SILENT
        if _local(name) in _BLOCKS:
            pieces.append("\n")

    def hear(words: str) -> None:
        if not silent:
            pieces.append(words)

    def refuse(*_details: object) -> None:
        raise _UnreadableError

    reader = expat.ParserCreate()
    reader.StartElementHandler = begin
    reader.EndElementHandler = end
    reader.CharacterDataHandler = hear
    reader.StartDoctypeDeclHandler = refuse
    while block := part.read(_AT_A_TIME):
        reader.Parse(block, False)
    reader.Parse(b"", True)
    lines = (" ".join(line.split()) for line in "".join(pieces).splitlines())
    return "\n".join(filter(None, lines))


def _local(name: str) -> str:
    return name.rpartition(":")[2]
