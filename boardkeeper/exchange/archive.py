"""The `.boardkeeper` file: a zip of the interchange document and the papers under their digests.

    boardkeeper.json          what `interchange` writes
    papers/<SHA-256 in hex>   one file each, as it came

A file from elsewhere is checked through before anything of it is used: only these names, nothing
twice, nothing larger than it may be or than it says, and every paper what its name says it is.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, BinaryIO

from boardkeeper.domain.identity import Record
from boardkeeper.domain.papers import Paper
from boardkeeper.exchange.interchange import UnreadableFile, records_in
from boardkeeper.files import reason_in_words
from boardkeeper.i18n import _

SUFFIX = ".boardkeeper"

_DOCUMENT = "boardkeeper.json"
_PAPER = re.compile(r"papers/([0-9a-f]{64})")
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The one time every entry bears, so that the same records and papers give the same bytes."""

_LARGEST_DOCUMENT = 512 * 2**20
_DENSEST_DOCUMENT = 200
"""How many times smaller than itself the document may be packed; records come to ten or fifteen."""

_LARGEST_PAPER = 2**30
_MOST_ENTRIES = 100_000
_AT_A_TIME = 2**20
_KINDS_OF_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What zipfile raises at a zip that is damaged, or of a kind we never write."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A `.boardkeeper` file that was found to be right: its records, and papers to be copied."""

    records: list[Record]
    sizes: dict[str, int]
    _zip: zipfile.ZipFile

    @contextmanager
    def paper(self, digest: str) -> Iterator[IO[bytes]]:
        """The bytes of a paper, to be read."""
        with self._zip.open(f"papers/{digest}") as file:
            yield file


def write_archive(target: BinaryIO, document: bytes, papers: Iterable[tuple[str, Path]]) -> None:
    """Write the document and the papers, each given with its digest and where it lies.

    Papers are stored as they are: PDFs and photos are packed already.
    """
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr(_entry(_DOCUMENT, zipfile.ZIP_DEFLATED), document)
        for digest, path in sorted(papers):
            entry = _entry(f"papers/{digest}", zipfile.ZIP_STORED)
            entry.file_size = path.stat().st_size
            with path.open("rb") as source, packed.open(entry, "w") as copy:
                while block := source.read(_AT_A_TIME):
                    copy.write(block)


@contextmanager
def opened_archive(path: Path) -> Iterator[Archive]:
    """The file, checked from beginning to end. Raises UnreadableFile unless all of it is right."""
    try:
        with zipfile.ZipFile(path) as packed:
            sizes = _checked(packed, path.stat().st_size)
            records = records_in(_document(packed))
            _refuse_lacking(records, sizes)
            yield Archive(records, sizes, packed)
    except zipfile.BadZipFile:
        raise UnreadableFile([_("It is not a zip, or a part of it is damaged.")]) from None
    except OSError as error:
        message = _("It cannot be read: {reason}.")
        raise UnreadableFile([message.format(reason=reason_in_words(error))]) from error


def _entry(name: str, packing: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _WHEN)
    entry.compress_type = packing
    entry.create_system = 3  # the same bytes on every system
    entry.external_attr = 0o600 << 16
    return entry


def _checked(packed: zipfile.ZipFile, size: int) -> dict[str, int]:
    """The size of each paper by its digest, once each was read and found to be what it says."""
    entries = packed.infolist()
    problems = _problems_of_form(entries, size)
    if problems:
        raise UnreadableFile(problems)
    sizes: dict[str, int] = {}
    for entry in entries:
        named = _PAPER.fullmatch(entry.filename)
        if named is None:
            continue
        if _digest(packed, entry) != named.group(1):
            message = _("{name}: the paper is damaged, or another than its name says.")
            problems.append(message.format(name=_shown(entry)))
        sizes[named.group(1)] = entry.file_size
    if problems:
        raise UnreadableFile(problems)
    return sizes


def _problems_of_form(entries: list[zipfile.ZipInfo], size: int) -> list[str]:
    """What is wrong as far as the zip's table of contents tells."""
    if len(entries) > _MOST_ENTRIES:
        return [_("It has more parts than such a file can have.")]
    names = [each.filename for each in entries]
    problems = []
    if _DOCUMENT not in names:
        problems.append(_("{name}: is missing.").format(name=_DOCUMENT))
    if len(set(names)) < len(names) or sum(each.compress_size for each in entries) > size:
        problems.append(_("Some of its parts are there twice, or lie over one another."))
    for each in entries:
        is_document = each.filename == _DOCUMENT
        if not is_document and _PAPER.fullmatch(each.filename) is None:
            problems.append(_("{name}: there is no such part.").format(name=_shown(each)))
        elif _is_too_large(each, is_document=is_document):
            problems.append(_("{name}: is larger than it may be.").format(name=_shown(each)))
        elif each.compress_type not in _KINDS_OF_PACKING or each.flag_bits & _ENCRYPTED:
            message = _("{name}: is packed in a way that is not read.")
            problems.append(message.format(name=_shown(each)))
    return problems


def _is_too_large(entry: zipfile.ZipInfo, *, is_document: bool) -> bool:
    if not is_document:
        return entry.file_size > _LARGEST_PAPER
    is_bomb = entry.file_size > max(2**20, entry.compress_size * _DENSEST_DOCUMENT)
    return is_bomb or entry.file_size > _LARGEST_DOCUMENT


def _document(packed: zipfile.ZipFile) -> bytes:
    try:
        return packed.read(_DOCUMENT)  # zipfile reads no more than the size it was checked by
    except _BROKEN:
        message = _("{name}: is damaged.").format(name=_DOCUMENT)
        raise UnreadableFile([message]) from None


def _digest(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    """The SHA-256 of what the entry holds; empty where that cannot be unpacked."""
    digest = sha256()
    try:
        with packed.open(entry) as file:
            while block := file.read(_AT_A_TIME):
                digest.update(block)
    except _BROKEN:
        return ""
    return digest.hexdigest()


def _refuse_lacking(records: list[Record], sizes: dict[str, int]) -> None:
    problems = [
        _("papers: the file of {id} is missing.").format(id=each.id)
        for each in records
        if isinstance(each, Paper) and each.digest not in sizes
    ]
    if problems:
        raise UnreadableFile(problems)


def _shown(entry: zipfile.ZipInfo) -> str:
    """The entry's name as it can stand in a message: short, on one line."""
    return "".join(each if each.isprintable() else "?" for each in entry.filename[:60])
