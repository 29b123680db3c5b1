"""The files of a folder of old papers: found, looked at, and read by a child with limits."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath

from boardkeeper.db.paper_files import LARGEST
from boardkeeper.domain.archive_guessing import HEAD as TEXT_HEAD
from boardkeeper.domain.media_types import HEAD, media_type_of
from boardkeeper.domain.papers import MediaType
from boardkeeper.errors import UserError
from boardkeeper.exchange.limited import Cancelled, Report
from boardkeeper.files import reason_in_words
from boardkeeper.i18n import _
from boardkeeper.services.paper_reading import FileFacts, ToRead, read_files

SUFFIXES = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt", ".md")
"""What old papers are written in; other files in the folder are left alone."""

MOST_FILES = 5_000
"""Papers taken in at once; a larger folder is rather somebody's whole disk."""

_READ_AT_ONCE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveFile:
    """A file of the folder as it was read. `size` in bytes; `refusal` says why it was not read.

    `inside` is its path below the folder that was chosen.
    """

    path: Path
    inside: PurePosixPath
    digest: str = ""
    size: int = 0
    media_type: MediaType = MediaType.OTHER
    facts: FileFacts = field(default_factory=FileFacts)
    refusal: str = ""


def papers_below(folder: Path) -> list[Path]:
    """The papers of a folder and those in it, in order.

    Raises UserError when a folder cannot be read, or there are too many papers.
    """
    found: list[Path] = []
    try:
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "", str(folder))
        for parent, folders, names in os.walk(folder, onerror=_raise):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            papers = [each for each in names if each.lower().endswith(SUFFIXES)]
            shown = sorted(each for each in papers if not each.startswith((".", "~$")))
            found += (Path(parent, each) for each in shown)
            if len(found) > MOST_FILES:
                message = _(
                    "The folder holds more than {most} papers. Nothing was changed. Choose a"
                    " smaller one, such as a single year."
                )
                raise UserError(message.format(most=MOST_FILES))
    except OSError as error:
        message = _("The folder “{name}” could not be read ({reason}). Nothing was changed.")
        reason = reason_in_words(error)
        name = Path(error.filename or folder).name or folder
        raise UserError(message.format(name=name, reason=reason)) from error
    return found


def _raise(error: OSError) -> None:
    raise error


def read_papers(
    folder: Path, found: Sequence[Path], progress: Report, is_cancelled: Callable[[], bool]
) -> list[ArchiveFile]:
    """The files with what they hold; each counts twice in the progress: looked at, and read."""
    files: list[ArchiveFile] = []
    for place, path in enumerate(found):
        if is_cancelled():
            raise Cancelled(_("Stopped. Nothing was changed."))
        progress(place, 2 * len(found))
        files.append(_looked_at(folder, path))
    for first in range(0, len(files), _READ_AT_ONCE):
        some = files[first : first + _READ_AT_ONCE]
        before = len(found) + first
        readable = [each for each in some if not each.refusal]
        facts = read_files(
            [ToRead(each.path, each.media_type) for each in readable],
            with_text=True,
            progress=partial(_pass_on, progress, before, 2 * len(found)),
            is_cancelled=is_cancelled,
        )
        told = {each.path: told for each, told in zip(readable, facts, strict=True)}
        files[first : first + _READ_AT_ONCE] = [
            replace(each, facts=_shortened(told[each.path])) if each.path in told else each
            for each in some
        ]
    progress(2 * len(found), 2 * len(found))
    return files


def _pass_on(progress: Report, before: int, of: int, done: int, _of: int) -> None:
    """Tell of some files' reading as a part of the whole."""
    progress(before + done, of)


def _looked_at(folder: Path, path: Path) -> ArchiveFile:
    inside = PurePosixPath(path.relative_to(folder).as_posix())
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > LARGEST:
                refusal = _("larger than {most} MB").format(most=LARGEST // 2**20)
                return ArchiveFile(path=path, inside=inside, refusal=refusal)
            head = file.read(HEAD)
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return ArchiveFile(path=path, inside=inside, refusal=reason_in_words(error))
    return ArchiveFile(
        path=path,
        inside=inside,
        digest=digest,
        size=size,
        media_type=media_type_of(path.name, head),
    )


def _shortened(facts: FileFacts) -> FileFacts:
    return replace(facts, text=facts.text[:TEXT_HEAD])
