"""The files of papers, each kept once beside the database under the SHA-256 of its bytes.

`papers/ab/abcdef…` holds the bytes as they came, and nothing else ever does: no name of a person's
choosing reaches the disk here. A file whose bytes are no longer those it is named by is not handed
out. Nothing here touches the database, so a worker thread may keep files while the window goes on.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import IO

from boardkeeper.errors import UserError
from boardkeeper.files import passing_folder, reason_in_words
from boardkeeper.i18n import _

LARGEST = 2**30
"""Bytes a paper may have; a file of a gigabyte is no paper."""

KEPT_UNUSED = timedelta(days=30)
"""How long a file lies aside after nothing points at it: as long as the trash keeps things."""

_PART = ".part"
_ASIDE = ".unused"
_AT_A_TIME = 2**20
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Kept:
    """What a kept file is known by: its SHA-256 in hexadecimal; its size in bytes."""

    digest: str
    size: int


class PaperFiles:
    """The folder of papers. Without a folder of its own it makes a passing one when needed."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.is_passing = folder is None
        self._known_whole: dict[str, tuple[int, int]] = {}

    @property
    def folder(self) -> Path:
        if self._folder is None:
            self._folder = passing_folder("papers")
        return self._folder

    def close(self) -> None:
        """Remove the folder if it is a passing one."""
        if self.is_passing and self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def keep(self, source: Path | bytes | IO[bytes]) -> Kept:
        """Copy a file in; one that is here already, and whole, is left as it is.

        The file is read once and never held in memory. It gets its name when all of it is on the
        disk, so a stop at any moment leaves a `.part` at most, which `sweep` removes. Raises
        UserError, with nothing kept, when the source or the disk refuses.
        """
        with _opened(source) as (file, name), self._part() as part:
            kept = _copied(file, part, name)
            self._take_its_name(part, kept.digest)
        return kept

    def refuse_if_too_full(self, size: int) -> None:
        """Raise UserError when the disk has no room for so many bytes more."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lacking = size - shutil.disk_usage(self.folder).free
        except OSError as error:
            raise _refused(error) from error
        if lacking > 0:
            message = _(
                "The disk has too little room. Nothing was added. Free at least {size} MB, and try"
                " again."
            )
            raise UserError(message.format(size=ceil(lacking / 2**20)))

    def holds(self, digest: str) -> bool:
        """Whether the file is here and whole."""
        return self._fault(digest) is None

    def path(self, digest: str) -> Path:
        """Where the file lies, to be read and never written.

        Raises UserError when it is missing, or no longer what it was when it was kept.
        """
        fault = self._fault(digest)
        if fault is not None:
            raise UserError(fault)
        return self._place(digest)

    def read(self, digest: str) -> bytes:
        """The file's bytes. Raises UserError as `path` does."""
        return self.path(digest).read_bytes()

    def digests(self) -> set[str]:
        """What is kept here and in use, by digest; whether it is whole is not asked."""
        return {each.name for each in self._files() if _DIGEST.fullmatch(each.name)}

    def sweep(self, wanted: Collection[str], *, kept_unused: timedelta = KEPT_UNUSED) -> int:
        """Clear away what nobody needs: half-written files, and unused ones after their time.

        A file that is not wanted is laid aside first, and comes back when it is asked for: the
        database may be an older copy that does not know it. Returns how many went for good.
        """
        gone = 0
        for each in list(self._files()):
            with suppress(OSError):  # in use elsewhere, or the disk was pulled: next time, then
                if each.suffix == _PART:
                    each.unlink()
                elif each.suffix == _ASIDE:
                    gone += self._swept_aside(each, wanted, kept_unused)
                elif _DIGEST.fullmatch(each.name) and each.name not in wanted:
                    aside = each.replace(each.with_name(each.name + _ASIDE))
                    os.utime(aside)
                    gone += self._swept_aside(aside, wanted, kept_unused)
        return gone

    def discard(self, digest: str) -> None:
        """Remove a file for good, as when the trash is emptied."""
        place = self._place(digest)
        for each in (place, place.with_name(place.name + _ASIDE)):
            with suppress(OSError):
                each.unlink(missing_ok=True)

    def _swept_aside(self, aside: Path, wanted: Collection[str], kept_unused: timedelta) -> int:
        if aside.stem in wanted:
            aside.replace(aside.with_name(aside.stem))
        elif time.time() - aside.stat().st_mtime >= kept_unused.total_seconds():
            aside.unlink()
            return 1
        return 0

    def _files(self) -> Iterator[Path]:
        if self._folder is not None and self._folder.is_dir():
            yield from (each for each in self._folder.rglob("*") if each.is_file())

    def _place(self, digest: str) -> Path:
        if not _DIGEST.fullmatch(digest):
            raise ValueError(digest)
        return self.folder / digest[:2] / digest

    @contextmanager
    def _part(self) -> Iterator[Path]:
        """A file to write to, gone at the end unless it was given another name."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(suffix=_PART, dir=self.folder)
        except OSError as error:
            raise _refused(error) from error
        os.close(handle)
        part = Path(name)
        try:
            yield part
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def _take_its_name(self, part: Path, digest: str) -> None:
        place = self._place(digest)
        if self.holds(digest):
            return
        try:
            place.parent.mkdir(exist_ok=True)
            part.replace(place)
            _settle_on_disk(place.parent)
            _settle_on_disk(self.folder)
        except OSError as error:
            raise _refused(error) from error

    def _fault(self, digest: str) -> str | None:
        """What is wrong with the file, in words; None when nothing is.

        A file that was whole is not read again until its size or time of change is another.
        """
        place = self._place(digest)
        try:
            aside = place.with_name(place.name + _ASIDE)
            if not place.exists() and aside.exists():
                aside.replace(place)
            found = place.stat()
            seen = (found.st_size, found.st_mtime_ns)
            if self._known_whole.get(digest) != seen:
                with place.open("rb") as file:
                    if _digest(file) != digest:
                        return _(
                            "The file of this paper was changed or damaged after it was added, and"
                            " is not used. Add the paper again, or fetch it from a backup."
                        )
                self._known_whole[digest] = seen
        except FileNotFoundError:
            return _(
                "The file of this paper is no longer in the data folder. Add the paper again, or"
                " fetch it from a backup."
            )
        except OSError as error:
            message = _("The file of this paper could not be read ({reason}).")
            return message.format(reason=reason_in_words(error))
        return None


@contextmanager
def _opened(source: Path | bytes | IO[bytes]) -> Iterator[tuple[IO[bytes], str]]:
    """The source as a file to read, and its name for messages. Raises UserError if it is none."""
    if isinstance(source, bytes):
        yield BytesIO(source), ""
        return
    if not isinstance(source, Path):
        yield source, ""
        return
    try:
        # A pipe or a device would be read without end, or make us wait for ever to open it.
        if not stat.S_ISREG(source.stat().st_mode):
            raise OSError(errno.EISDIR, "") if source.is_dir() else OSError(0, _("it is no file"))
        file = source.open("rb")
    except OSError as error:
        raise _unread(source.name, error) from error
    with file:
        yield file, source.name


def _copied(source: IO[bytes], part: Path, name: str) -> Kept:
    digest = sha256()
    size = 0
    try:
        with part.open("wb") as target:
            while block := _read(source, name):
                size += len(block)
                if size > LARGEST:
                    message = _("“{name}” is larger than {most} MB and was not added.")
                    raise UserError(message.format(name=name, most=LARGEST // 2**20))
                digest.update(block)
                target.write(block)
            target.flush()
            os.fsync(target.fileno())
    except OSError as error:
        raise _refused(error) from error
    return Kept(digest.hexdigest(), size)


def _read(source: IO[bytes], name: str) -> bytes:
    try:
        return source.read(_AT_A_TIME)
    except OSError as error:
        raise _unread(name, error) from error


def _digest(file: IO[bytes]) -> str:
    digest = sha256()
    while block := file.read(_AT_A_TIME):
        digest.update(block)
    return digest.hexdigest()


def _settle_on_disk(folder: Path) -> None:
    """Make a new name in the folder outlive a power cut, where the system lets a folder be told."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unread(name: str, error: OSError) -> UserError:
    message = _("“{name}” could not be read ({reason}). Nothing was changed.")
    return UserError(message.format(name=name, reason=reason_in_words(error)))


def _refused(error: OSError) -> UserError:
    if error.errno == errno.ENOSPC:
        return UserError(
            _(
                "The disk is full. The file was not added; everything before it is safe. Free some"
                " space, and add it again."
            )
        )
    message = _(
        "The file could not be kept in the data folder ({reason}). Nothing was changed. See"
        " whether the folder may be written to."
    )
    return UserError(message.format(reason=reason_in_words(error)))
